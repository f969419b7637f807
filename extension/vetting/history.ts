/**
 * What earlier visits read of an account: counts and times only, never a commenter's name.
 * One list (database.ts), newest accounts last; the oldest give way.
 */
import type { HistoryReading, Snapshot } from '../.generated/snapshot';

interface Remembered {
  platform: Snapshot['platform'];
  id?: string;
  handle: string;
  readings: { visit: string; reading: HistoryReading }[];
}

export interface HistoryStore {
  get(): Promise<unknown>;
  set(list: unknown): Promise<void>;
}

/** Accounts that are remembered. */
const ACCOUNTS = 2000;
/** The contract's cap on `history`. */
const READINGS = 1000;

export function createHistory(store: HistoryStore, accounts = ACCOUNTS) {
  const load = async (): Promise<Remembered[]> => {
    const list = await store.get();
    return Array.isArray(list) ? (list as Remembered[]) : [];
  };
  const find = (list: Remembered[], { platform, profile }: Snapshot) =>
    list.findIndex(
      (one) =>
        one.platform === platform &&
        ((one.id !== undefined && one.id === profile.id) || one.handle.toLowerCase() === profile.handle.toLowerCase()),
    );

  return {
    /** Readings of earlier visits to the snapshot's account, oldest first. */
    async earlier(snapshot: Snapshot, visit: string): Promise<HistoryReading[]> {
      // A disk that can't be read takes away the earlier visits, and nothing else.
      const list = await load().catch(() => []);
      const found = list[find(list, snapshot)];
      return found ? found.readings.filter((one) => one.visit !== visit).map((one) => one.reading) : [];
    },

    /** Keeps this visit's counts, in place of what it kept before. */
    async remember(snapshot: Snapshot, visit: string): Promise<void> {
      const { profile, platform, capturedAt } = snapshot;
      // What can't be read now may be there still: nothing is written over it.
      const list = await load().catch(() => undefined);
      if (!list) return;
      const index = find(list, snapshot);
      const [found] = index < 0 ? [] : list.splice(index, 1);
      const readings = (found?.readings ?? []).filter((one) => one.visit !== visit);
      const { handle, followers, following, posts } = profile;
      readings.push({ visit, reading: { at: capturedAt, handle, followers, following, posts } });
      list.push({ platform, id: profile.id ?? found?.id, handle, readings: readings.slice(-READINGS) });
      await store.set(list.slice(-accounts)).catch(() => {});
    },
  };
}
