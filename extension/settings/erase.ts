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

/** What is kept of earlier visits. */
interface Visited {
  all(): Promise<readonly unknown[]>;
  replaceAll(records: readonly unknown[]): Promise<void>;
}

/**
 * Empties all: settings and earlier visits on disk, open pages and reports in memory.
 * Rejects where the earlier visits can't be deleted; the rest is gone then.
 * @returns what was kept on disk; it is kept nowhere else, so an undo lasts as long as the caller holds it
 */
export async function erase(storage: { local: Area; session: Area }, earlier: Visited): Promise<KeptOnDisk> {
  const { settings } = await storage.local.get(null);
  const history = await earlier.all().catch(() => undefined);
  await storage.local.clear();
  await storage.session.clear();
  await earlier.replaceAll([]);
  return { settings, history };
}

/** Puts back what `erase` gave. */
export async function restore(local: Area, earlier: Visited, { settings, history }: KeptOnDisk): Promise<void> {
  if (Array.isArray(history)) await earlier.replaceAll(history);
  if (settings !== undefined) await local.set({ settings: asSettings(settings) });
}
