/** Deleting everything that is kept, and taking that back. */
import { asSettings } from './settings';

/** Everything that is kept on disk. */
export interface KeptOnDisk {
  settings?: unknown;
  history?: unknown;
}

interface Area {
  get(keys: string[] | null): Promise<Record<string, unknown>>;
  set(items: Record<string, unknown>): Promise<void>;
  clear(): Promise<void>;
}

interface History {
  get(): Promise<unknown>;
  set(list: unknown): Promise<void>;
}

/**
 * Empties all: settings and earlier visits on disk, open pages and reports in memory.
 * Rejects where the earlier visits can't be deleted; the rest is gone then.
 * @returns what was kept on disk; it is kept nowhere else, so an undo lasts as long as the caller holds it
 */
export async function erase(storage: { local: Area; session: Area }, earlier: History): Promise<KeptOnDisk> {
  const { settings } = await storage.local.get(null);
  const history = await earlier.get().catch(() => undefined);
  await storage.local.clear();
  await storage.session.clear();
  await earlier.set([]);
  return { settings, history };
}

/** Puts back what `erase` gave. */
export async function restore(local: Area, earlier: History, { settings, history }: KeptOnDisk): Promise<void> {
  if (Array.isArray(history)) await earlier.set(history);
  if (settings !== undefined) await local.set({ settings: asSettings(settings) });
}
