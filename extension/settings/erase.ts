/** Deleting everything that is kept, and taking that back. */
import type { Kept } from '../reading/own-messages';
import { asSettings } from './settings';

interface Area {
  get(keys: string[] | null): Promise<Record<string, unknown>>;
  set(items: Record<string, unknown>): Promise<void>;
  clear(): Promise<void>;
}

/**
 * Empties both storages: settings and earlier visits on disk, open pages and reports in memory.
 * @returns what was kept on disk; it is kept nowhere else, so an undo lasts as long as the caller holds it
 */
export async function erase(storage: { local: Area; session: Area }): Promise<Kept> {
  const { settings, history } = await storage.local.get(null);
  await storage.local.clear();
  await storage.session.clear();
  return { settings, history };
}

/** Puts back what `erase` gave. */
export async function restore(local: Area, { settings, history }: Kept): Promise<void> {
  await local.set({
    ...(settings !== undefined && { settings: asSettings(settings) }),
    ...(Array.isArray(history) && { history }),
  });
}
