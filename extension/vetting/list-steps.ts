/**
 * The steps of which every change of the lists is made, inside one transaction: finding, adding, taking out, putting back.
 * `shortlists` is the door; nothing else calls these.
 */
import type { IDBPTransaction } from 'idb';
import { tellChange } from './changes';
import { keyOf, opened, type Schema } from './database';
import { list, record } from './forms';
import {
  asCreator,
  asEntry,
  asShortlist,
  type Creator,
  type CreatorName,
  type Entry,
  MOST,
  newEntry,
  type Shortlist,
  timeText,
} from './shortlist';
import { apart, creatorOf, type ListedCreator, listedOf, type StoredCreator } from './stored-creator';

export const STORES = ['creators', 'lists', 'entries', 'single', 'damaged'] as const;
type Mode = 'readonly' | 'readwrite';
type Step<M extends Mode> = IDBPTransaction<Schema, (typeof STORES)[number][], M>;
type Reading = Pick<Step<Mode>, 'objectStore'>;
type Writing = Step<'readwrite'>;

/** A person waits longer for their own list than a page for its history, ms. */
const PATIENCE = 20_000;
/** The answer of a page waits for what is kept of it, ms. */
export const PAGE_PATIENCE = 1000;

/** Why something was not written: nothing has changed then. */
export class Refused extends Error {
  constructor(readonly code: 'full' | 'unknown' | 'not_of_its_form') {
    super(code);
  }
}

export interface Row {
  entry: Entry;
  creator: ListedCreator;
  /** Some of what was kept of the creator's newest answer could not be read. */
  damaged: boolean;
}

/** What was taken away, whole, so that it can be put back. */
export interface Removed {
  lists: Shortlist[];
  creators: Creator[];
  entries: Entry[];
}

/** Everything there is; the order is the keys', so that the same lists give the same text. */
export interface AllLists extends Removed {
  current?: string;
  /** Of the sketches, base64. */
  salt?: string;
}

/** Which list stands for "the current one", and what it is called before the person has made any. */
export interface Lists {
  lists: Shortlist[];
  current?: string;
}

export const now = () => timeText(Date.now());

export async function reading<T>(work: (step: Reading) => Promise<T>, patience = PATIENCE): Promise<T> {
  return opened(async (database) => work(database.transaction([...STORES])), patience);
}

export async function writing<T>(work: (step: Writing) => Promise<T>, patience = PATIENCE): Promise<T> {
  const result = await opened(async (database) => {
    const step = database.transaction([...STORES], 'readwrite');
    try {
      const result = await work(step as Writing);
      await step.done;
      return result;
    } catch (error) {
      step.done.catch(() => {});
      // Already aborted where the disk was the reason.
      try {
        step.abort();
      } catch {}
      throw error;
    }
  }, patience);
  tellChange();
  return result;
}

export function storedOf(creator: Creator): StoredCreator {
  return apart({ key: creator.key, account: keyOf(creator), handle: creator.handle.toLowerCase(), creator });
}

/** By its id; by its handle where either has no id: another id is another account that took the name over. */
export async function findCreator(step: Reading, name: CreatorName): Promise<Creator | undefined> {
  const creators = step.objectStore('creators');
  const own = await creators.index('account').get(keyOf(name));
  const handle = name.handle.toLowerCase();
  const named = own ? [own] : await creators.index('named').getAll([name.platform, name.host, handle]);
  return named
    .map((stored) => creatorOf(stored)?.creator)
    .find((one) => one && (own !== undefined || name.id === undefined || one.id === undefined));
}

export async function findEntry(step: Reading, key: [list: string, creator: string]): Promise<Entry> {
  const entry = asEntry(await step.objectStore('entries').get(key));
  if (!entry) throw new Refused('unknown');
  return entry;
}

export function checked<T>(value: T | undefined): T {
  if (value === undefined) throw new Refused('not_of_its_form');
  return value;
}

export async function allLists(step: Reading): Promise<Shortlist[]> {
  const lists = (await step.objectStore('lists').getAll()).map(asShortlist).filter((one) => one !== undefined);
  return lists.sort((a, b) => a.created.localeCompare(b.created) || a.id.localeCompare(b.id));
}

/** The chosen list, else the oldest. */
export async function currentOf(step: Reading, lists: readonly Shortlist[]): Promise<string | undefined> {
  const chosen = await step.objectStore('single').get('current');
  return lists.some(({ id }) => id === chosen) ? chosen : lists[0]?.id;
}

export async function addList(step: Writing, name: string): Promise<Shortlist> {
  if ((await step.objectStore('lists').count()) >= MOST.lists) throw new Refused('full');
  const made = checked(asShortlist({ id: crypto.randomUUID(), name, created: now(), rivals: [], words: [] }));
  await step.objectStore('lists').add(made);
  await step.objectStore('single').put(made.id, 'current');
  return made;
}

export async function addCreator(step: Writing, name: CreatorName): Promise<Creator> {
  const found = await findCreator(step, name);
  const creators = step.objectStore('creators');
  if (!found && (await creators.count()) >= MOST.creators) throw new Refused('full');
  const known = found ?? { key: crypto.randomUUID(), added: now(), earlier: [] };
  const creator = checked(asCreator({ ...known, ...name, id: name.id ?? found?.id })).creator;
  await creators.put(storedOf(creator));
  return creator;
}

export async function addEntry(step: Writing, list: string, { key }: Creator): Promise<Entry> {
  const entries = step.objectStore('entries');
  const there = asEntry(await entries.get([list, key]));
  if (there) return there;
  if ((await entries.count(ofList(list))) >= MOST.entries) throw new Refused('full');
  const entry = newEntry(list, key, now());
  await entries.put(entry);
  return entry;
}

/** Beyond so many, all creators between the first and the last are read at once: a question for each takes longer. */
const ASKED_ALONE = 20;

/** What stands on a list, and the keys of what can't be read. */
export async function rowsOf(
  step: Reading,
  list: string,
): Promise<{ rows: Row[]; bad: [list: string, creator: string][] }> {
  const creators = step.objectStore('creators');
  const [stored, keys] = await Promise.all([
    step.objectStore('entries').getAll(ofList(list)),
    step.objectStore('entries').getAllKeys(ofList(list)),
  ]);
  const names = keys.map(([, key]) => key);
  const [first, last] = [names[0], names.at(-1)];
  const found =
    first === undefined || last === undefined || names.length <= ASKED_ALONE
      ? await Promise.all(names.map((key) => creators.get(key)))
      : await creators.getAll(IDBKeyRange.bound(first, last));
  const byKey = new Map(found.flatMap((one) => (one ? [[one.key, one] as const] : [])));
  const rows: Row[] = [];
  const bad: [list: string, creator: string][] = [];
  for (const [index, key] of keys.entries()) {
    const entry = asEntry(stored[index]);
    const creator = listedOf(byKey.get(key[1]));
    if (entry && creator) rows.push({ entry, ...creator });
    else bad.push(key);
  }
  return { rows, bad };
}

export const ofList = (list: string) => IDBKeyRange.bound([list], [list, []]);

/** Takes entries out, and creators whom no list holds any more. */
export async function takeOut(step: Writing, keys: [list: string, creator: string][]): Promise<Removed> {
  const entries = step.objectStore('entries');
  const removed: Removed = { lists: [], creators: [], entries: [] };
  for (const key of keys) {
    const entry = asEntry(await entries.get(key));
    await entries.delete(key);
    if (entry) removed.entries.push(entry);
    if ((await entries.index('creator').count(key[1])) > 0) continue;
    const creator = creatorOf(await step.objectStore('creators').get(key[1]));
    await step.objectStore('creators').delete(key[1]);
    if (creator) removed.creators.push(creator.creator);
  }
  return removed;
}

/** What is in hand, put where nothing newer stands in its place. */
export async function putIn(step: Writing, { lists, creators, entries }: Removed): Promise<void> {
  for (const one of lists) if (!(await step.objectStore('lists').get(one.id))) await step.objectStore('lists').put(one);
  const keys = new Map<string, string>();
  for (const creator of creators) {
    const there = await findCreator(step, creator);
    keys.set(creator.key, there?.key ?? creator.key);
    if (!there) await step.objectStore('creators').put(storedOf(creator));
  }
  for (const entry of entries) {
    const key = keys.get(entry.creator) ?? entry.creator;
    const isWhole =
      (await step.objectStore('lists').count(entry.list)) > 0 && (await step.objectStore('creators').count(key)) > 0;
    if (isWhole && !(await step.objectStore('entries').get([entry.list, key])))
      await step.objectStore('entries').put({ ...entry, creator: key });
  }
}

export const asRemoved = record({
  lists: list(asShortlist, MOST.lists),
  creators: list((value) => asCreator(value)?.creator, MOST.creators),
  entries: list(asEntry, MOST.entries * MOST.lists),
});
