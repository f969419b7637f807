/** All that is kept on disk: gathered, deleted, put back, and written as one file. */
import type { AllLists } from '../vetting/shortlists';
import { asSettings } from './settings';

/** Everything that is kept on disk. */
export interface KeptOnDisk {
  settings?: unknown;
  history?: unknown;
  lists?: unknown;
}

interface Area {
  get(keys: string[] | null): Promise<Record<string, unknown>>;
  set(items: Record<string, unknown>): Promise<void>;
  clear(): Promise<void>;
}

export interface Disk {
  /** What is kept of earlier visits. */
  earlier: {
    all(): Promise<readonly unknown[]>;
    replaceAll(records: readonly unknown[]): Promise<void>;
  };
  /** Lists of creators, the salt of their sketches with them. */
  lists: {
    all(): Promise<AllLists>;
    /** Rejects where it is of another form; nothing has changed then. */
    replaceAll(all: AllLists): Promise<void>;
  };
}

const NO_LISTS: AllLists = { lists: [], creators: [], entries: [] };

/** What is there now; a part that can't be read is left out. */
export async function keptOnDisk(local: Area, { earlier, lists }: Disk): Promise<KeptOnDisk> {
  const { settings } = await local.get(null);
  const [history, all] = await Promise.all([earlier.all().catch(() => undefined), lists.all().catch(() => undefined)]);
  return { settings, history, lists: all };
}

/**
 * Empties all: settings, earlier visits and lists on disk, open pages and reports in memory.
 * Rejects where visits or lists can't be deleted; the rest is gone then.
 * @returns what was kept on disk; it is kept nowhere else, so an undo lasts as long as the caller holds it
 */
export async function erase(storage: { local: Area; session: Area }, disk: Disk): Promise<KeptOnDisk> {
  const kept = await keptOnDisk(storage.local, disk);
  await storage.local.clear();
  await storage.session.clear();
  const emptied = await Promise.allSettled([disk.earlier.replaceAll([]), disk.lists.replaceAll(NO_LISTS)]);
  for (const one of emptied) if (one.status === 'rejected') throw one.reason;
  return kept;
}

/** Puts back what `erase` gave, or a file: in the place of what is there. Lists of another form change nothing at all. */
export async function restore(local: Area, disk: Disk, { settings, history, lists }: KeptOnDisk): Promise<void> {
  if (lists !== undefined) await disk.lists.replaceAll(lists as AllLists);
  if (Array.isArray(history)) await disk.earlier.replaceAll(history);
  if (settings !== undefined) await local.set({ settings: asSettings(settings) });
}

const FORMAT = 'plumb.kept/1';
/** The largest file that is read, UTF-16 code units: more than is ever kept. */
const FILE_CAP = 64 * 1024 * 1024;

/** One JSON file; the same things give the same bytes. */
export function keptFile({ settings, history, lists }: KeptOnDisk): string {
  return `${JSON.stringify({ format: FORMAT, settings, history, lists })}\n`;
}

/** @returns null where the text is no such file */
export function asKeptFile(text: string): KeptOnDisk | null {
  if (text.length > FILE_CAP) return null;
  try {
    const { format, settings, history, lists } = JSON.parse(text) as Record<string, unknown>;
    return format === FORMAT ? { settings, history, lists } : null;
  } catch {
    return null;
  }
}
