/**
 * The lists on disk. Every change reads and writes in one transaction, so that tabs that write at once lose nothing of each
 * other's; what was changed is told to all pages. What is damaged is put aside and told once.
 */
import type { IDBPTransaction } from 'idb';
import { onChange, tellChange } from './changes';
import { addDamaged, keyOf, opened, type Schema, type StoredCreator } from './database';
import { list, record } from './forms';
import {
  asCreator,
  asEntry,
  asShortlist,
  type Creator,
  type CreatorName,
  decided,
  type Entry,
  type EntryChange,
  type ListChange,
  MOST,
  type NewDecision,
  newEntry,
  type Shortlist,
  timeText,
  withSummary,
} from './shortlist';
import type { Summary } from './summary';
import type { SuppliedText } from './supplied';

const STORES = ['creators', 'lists', 'entries', 'single', 'damaged'] as const;
type Mode = 'readonly' | 'readwrite';
type Step<M extends Mode> = IDBPTransaction<Schema, (typeof STORES)[number][], M>;
type Reading = Pick<Step<Mode>, 'objectStore'>;
type Writing = Step<'readwrite'>;

/** A person waits longer for their own list than a page for its history, ms. */
const PATIENCE = 20_000;
/** The answer of a page waits for what is kept of it, ms. */
const PAGE_PATIENCE = 1000;

/** Why something was not written: nothing has changed then. */
export class Refused extends Error {
  constructor(readonly code: 'full' | 'unknown' | 'not_of_its_form') {
    super(code);
  }
}

export interface Row {
  entry: Entry;
  creator: Creator;
  /** Some of what was kept of the creator's answers could not be read. */
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

const now = () => timeText(Date.now());

async function reading<T>(work: (step: Reading) => Promise<T>, patience = PATIENCE): Promise<T> {
  return opened(async (database) => work(database.transaction([...STORES])), patience);
}

async function writing<T>(work: (step: Writing) => Promise<T>, patience = PATIENCE): Promise<T> {
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

function storedOf(creator: Creator): StoredCreator {
  return { key: creator.key, account: keyOf(creator), handle: creator.handle.toLowerCase(), creator };
}

/** By its id; by its handle where either has no id: another id is another account that took the name over. */
async function findCreator(step: Reading, name: CreatorName): Promise<Creator | undefined> {
  const creators = step.objectStore('creators');
  const own = await creators.index('account').get(keyOf(name));
  const handle = name.handle.toLowerCase();
  const named = own ? [own] : await creators.index('named').getAll([name.platform, name.host, handle]);
  return named
    .map(({ creator }) => asCreator(creator)?.creator)
    .find((one) => one && (own !== undefined || name.id === undefined || one.id === undefined));
}

async function findEntry(step: Reading, key: [list: string, creator: string]): Promise<Entry> {
  const entry = asEntry(await step.objectStore('entries').get(key));
  if (!entry) throw new Refused('unknown');
  return entry;
}

function checked<T>(value: T | undefined): T {
  if (value === undefined) throw new Refused('not_of_its_form');
  return value;
}

async function allLists(step: Reading): Promise<Shortlist[]> {
  const lists = (await step.objectStore('lists').getAll()).map(asShortlist).filter((one) => one !== undefined);
  return lists.sort((a, b) => a.created.localeCompare(b.created) || a.id.localeCompare(b.id));
}

/** The chosen list, else the oldest. */
async function currentOf(step: Reading): Promise<string | undefined> {
  const chosen = await step.objectStore('single').get('current');
  const lists = await allLists(step);
  return lists.some(({ id }) => id === chosen) ? chosen : lists[0]?.id;
}

async function addList(step: Writing, name: string): Promise<Shortlist> {
  if ((await step.objectStore('lists').count()) >= MOST.lists) throw new Refused('full');
  const made = checked(asShortlist({ id: crypto.randomUUID(), name, created: now(), rivals: [], words: [] }));
  await step.objectStore('lists').add(made);
  await step.objectStore('single').put(made.id, 'current');
  return made;
}

async function addCreator(step: Writing, name: CreatorName): Promise<Creator> {
  const found = await findCreator(step, name);
  const creators = step.objectStore('creators');
  if (!found && (await creators.count()) >= MOST.creators) throw new Refused('full');
  const known = found ?? { key: crypto.randomUUID(), added: now(), earlier: [] };
  const creator = checked(asCreator({ ...known, ...name, id: name.id ?? found?.id })).creator;
  await creators.put(storedOf(creator));
  return creator;
}

async function addEntry(step: Writing, list: string, { key }: Creator): Promise<Entry> {
  const entries = step.objectStore('entries');
  const there = asEntry(await entries.get([list, key]));
  if (there) return there;
  if ((await entries.count(ofList(list))) >= MOST.entries) throw new Refused('full');
  const entry = newEntry(list, key, now());
  await entries.put(entry);
  return entry;
}

const ofList = (list: string) => IDBKeyRange.bound([list], [list, []]);

/** Takes entries out, and creators whom no list holds any more. */
async function takeOut(step: Writing, keys: [list: string, creator: string][]): Promise<Removed> {
  const entries = step.objectStore('entries');
  const removed: Removed = { lists: [], creators: [], entries: [] };
  for (const key of keys) {
    const entry = asEntry(await entries.get(key));
    await entries.delete(key);
    if (entry) removed.entries.push(entry);
    if ((await entries.index('creator').count(key[1])) > 0) continue;
    const creator = asCreator((await step.objectStore('creators').get(key[1]))?.creator);
    await step.objectStore('creators').delete(key[1]);
    if (creator) removed.creators.push(creator.creator);
  }
  return removed;
}

/** What is in hand, put where nothing newer stands in its place. */
async function putIn(step: Writing, { lists, creators, entries }: Removed): Promise<void> {
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

const asRemoved = record({
  lists: list(asShortlist, MOST.lists),
  creators: list((value) => asCreator(value)?.creator, MOST.creators),
  entries: list(asEntry, MOST.entries * MOST.lists),
});

function setMember(key: string, member: Partial<Pick<Creator, 'sketch' | 'supplied'>>): Promise<void> {
  return writing(async (step) => {
    const known = asCreator((await step.objectStore('creators').get(key))?.creator);
    if (!known) throw new Refused('unknown');
    const next = asCreator({ ...known.creator, ...member });
    if (!next || next.damaged) throw new Refused('not_of_its_form');
    await step.objectStore('creators').put(storedOf(next.creator));
  });
}

/** All reject with `Refused`, or where the disk can't be read or written; then nothing has changed. */
export const shortlists = {
  /** All lists, oldest first, and which of them is the current one. */
  lists: (): Promise<Lists> =>
    reading(async (step) => ({ lists: await allLists(step), current: await currentOf(step) })),

  /** A new list, which is the current one from now on. */
  addList: (name: string): Promise<Shortlist> => writing((step) => addList(step, name)),

  changeList: (id: string, change: ListChange): Promise<Shortlist> =>
    writing(async (step) => {
      const found = asShortlist(await step.objectStore('lists').get(id));
      if (!found) throw new Refused('unknown');
      const next = checked(asShortlist({ ...found, ...change, id }));
      await step.objectStore('lists').put(next);
      return next;
    }),

  /** Takes the list away, with what stands on it. */
  removeList: (id: string): Promise<Removed> =>
    writing(async (step) => {
      const found = asShortlist(await step.objectStore('lists').get(id));
      const removed = await takeOut(step, await step.objectStore('entries').getAllKeys(ofList(id)));
      await step.objectStore('lists').delete(id);
      return { ...removed, lists: found ? [found] : [] };
    }),

  setCurrent: (id: string): Promise<void> =>
    writing(async (step) => {
      if ((await step.objectStore('lists').count(id)) === 0) throw new Refused('unknown');
      await step.objectStore('single').put(id, 'current');
    }),

  /** What stands on a list. What can't be read is put aside: `damaged` records, told this once. */
  async rows(list: string): Promise<{ rows: Row[]; damaged: number }> {
    const rows: Row[] = [];
    const bad: [list: string, creator: string][] = [];
    await reading(async (step) => {
      const stored = await step.objectStore('entries').getAll(ofList(list));
      const keys = await step.objectStore('entries').getAllKeys(ofList(list));
      const creators = await Promise.all(keys.map(([, key]) => step.objectStore('creators').get(key)));
      for (const [index, key] of keys.entries()) {
        const entry = asEntry(stored[index]);
        const found = asCreator(creators[index]?.creator);
        if (entry && found) rows.push({ entry, ...found });
        else bad.push(key);
      }
    });
    if (bad.length > 0) await shortlists.putAside(bad);
    return { rows, damaged: bad.length };
  },

  /** Moves what can't be read out of the way. */
  putAside: (keys: [list: string, creator: string][]): Promise<void> =>
    writing(async (step) => {
      for (const key of keys) {
        await addDamaged(step.objectStore('damaged'), await step.objectStore('entries').get(key));
        await step.objectStore('entries').delete(key);
        const stored = await step.objectStore('creators').get(key[1]);
        if (!stored || asCreator(stored.creator)) continue;
        await addDamaged(step.objectStore('damaged'), stored);
        await step.objectStore('creators').delete(key[1]);
      }
    }),

  /**
   * Puts a creator on a list, once; who stands there already stays as they are.
   * @param on the list; the current one without it, and a new one of the name `called` where there is none
   */
  add: (
    name: CreatorName,
    { on, called, summary }: { on?: string; called?: string; summary?: Summary } = {},
  ): Promise<Entry> =>
    writing(async (step) => {
      const list = on ?? (await currentOf(step)) ?? (await addList(step, called ?? '')).id;
      if ((await step.objectStore('lists').count(list)) === 0) throw new Refused('unknown');
      const creator = await addCreator(step, name);
      if (summary) await step.objectStore('creators').put(storedOf(withSummary(creator, name, summary)));
      return addEntry(step, list, creator);
    }),

  /** Takes creators off a list. @returns what `putBack` takes */
  remove: (list: string, creators: readonly string[]): Promise<Removed> =>
    writing((step) =>
      takeOut(
        step,
        creators.map((key) => [list, key]),
      ),
    ),

  /** Takes a creator off every list. @returns what `putBack` takes */
  removeEverywhere: (creator: string): Promise<Removed> =>
    writing(async (step) => takeOut(step, await step.objectStore('entries').index('creator').getAllKeys(creator))),

  /** Undoes a removal; what has come in its place since stays. */
  putBack: (removed: Removed): Promise<void> => writing(async (step) => putIn(step, checked(asRemoved(removed)))),

  /** Writes into an entry without a decision; only the members that are given. */
  change: (list: string, creator: string, change: EntryChange): Promise<Entry> =>
    writing(async (step) => {
      const { reason, decidedBy, fee, tags, note, due, ...found } = await findEntry(step, [list, creator]);
      const next = checked(asEntry({ ...found, reason, decidedBy, fee, tags, note, due, ...onlyWritable(change) }));
      await step.objectStore('entries').put(next);
      return next;
    }),

  /** Changes the status, and writes the decision down. */
  decide: (list: string, creator: string, decision: NewDecision): Promise<Entry> =>
    writing(async (step) => {
      const entry = await findEntry(step, [list, creator]);
      if (entry.decisions.length >= MOST.decisions) throw new Refused('full');
      const known = asCreator((await step.objectStore('creators').get(creator))?.creator);
      const next = checked(asEntry(decided(entry, decision, now(), known?.creator.summary)));
      await step.objectStore('entries').put(next);
      return next;
    }),

  /**
   * Which creator an account is, and what stands of them on each list.
   * @returns undefined for an account on no list
   */
  find: (name: CreatorName): Promise<{ creator: Creator; entries: Entry[] } | undefined> =>
    reading(async (step) => {
      const creator = await findCreator(step, name);
      if (!creator) return undefined;
      const entries = await step.objectStore('entries').index('creator').getAll(creator.key);
      return { creator, entries: entries.map(asEntry).filter((one) => one !== undefined) };
    }),

  /** Keeps a new answer about a creator who stands on a list; of anybody else nothing is kept. */
  renew: async (name: CreatorName, summary: Summary): Promise<void> => {
    // Most accounts that are visited stand on no list: those cost a look, no writing, and nobody is told.
    if (!(await reading((step) => findCreator(step, name), PAGE_PATIENCE))) return;
    await writing(async (step) => {
      const creator = await findCreator(step, name);
      if (!creator) return;
      const next = checked(asCreator(withSummary(creator, name, summary))).creator;
      await step.objectStore('creators').put(storedOf(next));
    }, PAGE_PATIENCE);
  },

  /** Keeps the sketch of a creator's commenters, base64. */
  setSketch: (creator: string, sketch: string): Promise<void> => setMember(creator, { sketch }),

  /** Keeps what a creator has sent; undefined takes it away. */
  setSupplied: (creator: string, supplied: SuppliedText | undefined): Promise<void> => setMember(creator, { supplied }),

  /** The salt of the sketches, 16 bytes in base64, made when it is first asked for. It is deleted with everything. */
  salt: async (): Promise<string> => {
    // Mostly it is there: looking it up changes nothing, and nobody is told.
    const known = await reading((step) => step.objectStore('single').get('salt'));
    if (typeof known === 'string') return known;
    return writing(async (step) => {
      const found = await step.objectStore('single').get('salt');
      if (typeof found === 'string') return found;
      const made = btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(16))));
      await step.objectStore('single').put(made, 'salt');
      return made;
    });
  },

  all: (): Promise<AllLists> =>
    reading(async (step) => {
      const creators = (await step.objectStore('creators').getAll()).map(({ creator }) => asCreator(creator)?.creator);
      const entries = (await step.objectStore('entries').getAll()).map(asEntry);
      const lists = (await step.objectStore('lists').getAll()).map(asShortlist);
      const [current, salt] = [
        await step.objectStore('single').get('current'),
        await step.objectStore('single').get('salt'),
      ];
      return {
        lists: lists.filter((one) => one !== undefined),
        creators: creators.filter((one) => one !== undefined),
        entries: entries.filter((one) => one !== undefined),
        ...(current !== undefined && { current }),
        ...(salt !== undefined && { salt }),
      };
    }),

  /** Puts these in place of all that is kept. @throws {Refused} of another form: then all stays as it was */
  replaceAll: (all: AllLists): Promise<void> =>
    writing(async (step) => {
      const known = checked(asRemoved(all));
      for (const name of STORES) if (name !== 'damaged') await step.objectStore(name).clear();
      await putIn(step, known);
      for (const name of ['current', 'salt'] as const)
        if (typeof all[name] === 'string') await step.objectStore('single').put(all[name].slice(0, 64), name);
    }),

  count: (): Promise<{ lists: number; creators: number; entries: number }> =>
    reading(async (step) => ({
      lists: await step.objectStore('lists').count(),
      creators: await step.objectStore('creators').count(),
      entries: await step.objectStore('entries').count(),
    })),

  onChange,
};

/** Only what may be written without a decision, whatever an object from a page of ours holds besides. */
function onlyWritable(change: EntryChange): EntryChange {
  const names = ['reason', 'decidedBy', 'fee', 'tags', 'note', 'due'] as const;
  return Object.fromEntries(names.filter((name) => name in change).map((name) => [name, change[name]]));
}

export type Shortlists = typeof shortlists;
