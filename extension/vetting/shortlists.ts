/**
 * The lists on disk. Every change reads and writes in one transaction, so that tabs that write at once lose nothing of each
 * other's; what was changed is told to all pages. What is damaged is put aside and told once.
 */
import { onChange } from './changes';
import { addDamaged } from './database';
import {
  type AllLists,
  addCreator,
  addEntry,
  addList,
  allLists,
  asRemoved,
  checked,
  currentOf,
  findCreator,
  findEntry,
  type Lists,
  now,
  ofList,
  PAGE_PATIENCE,
  putIn,
  Refused,
  type Removed,
  type Row,
  reading,
  rowsOf,
  STORES,
  storedOf,
  takeOut,
  writing,
} from './list-steps';
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
  type Shortlist,
  withSummary,
} from './shortlist';
import { creatorOf, listedOf } from './stored-creator';
import type { EarlierReading, Summary } from './summary';
import type { SuppliedText } from './supplied';

export { type AllLists, type Lists, Refused, type Removed, type Row };

function setMember(key: string, member: Partial<Pick<Creator, 'sketch' | 'supplied'>>): Promise<void> {
  return writing(async (step) => {
    const known = creatorOf(await step.objectStore('creators').get(key));
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
    reading(async (step) => {
      const lists = await allLists(step);
      return { lists, current: await currentOf(step, lists) };
    }),

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
    const { rows, bad } = await reading((step) => rowsOf(step, list));
    if (bad.length > 0) await shortlists.putAside(bad);
    return { rows, damaged: bad.length };
  },

  /** The current list with what stands on it, and all lists: one look at the disk. */
  async shown(): Promise<Lists & { rows: Row[]; damaged: number }> {
    const { bad, ...found } = await reading(async (step) => {
      const lists = await allLists(step);
      const current = await currentOf(step, lists);
      const { rows, bad } = current === undefined ? { rows: [], bad: [] } : await rowsOf(step, current);
      return { lists, current, rows, bad };
    });
    if (bad.length > 0) await shortlists.putAside(bad);
    return { ...found, damaged: bad.length };
  },

  /** One entry of a list, and the list; undefined where either is not there or can't be read. */
  entry: (list: string, creator: string): Promise<{ list: Shortlist; row: Row } | undefined> =>
    reading(async (step) => {
      const of = asShortlist(await step.objectStore('lists').get(list));
      const entry = asEntry(await step.objectStore('entries').get([list, creator]));
      const found = listedOf(await step.objectStore('creators').get(creator));
      return of && entry && found && { list: of, row: { entry, ...found } };
    }),

  /** Earlier answers about a creator, oldest first; `damaged` where some of them could not be read. */
  earlier: (creator: string): Promise<{ readings: EarlierReading[]; damaged: boolean }> =>
    reading(async (step) => {
      const found = creatorOf(await step.objectStore('creators').get(creator));
      return { readings: found?.creator.earlier ?? [], damaged: found?.damaged ?? true };
    }),

  /** Moves what can't be read out of the way. */
  putAside: (keys: [list: string, creator: string][]): Promise<void> =>
    writing(async (step) => {
      for (const key of keys) {
        await addDamaged(step.objectStore('damaged'), await step.objectStore('entries').get(key));
        await step.objectStore('entries').delete(key);
        const stored = await step.objectStore('creators').get(key[1]);
        if (!stored || listedOf(stored)) continue;
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
      const list = on ?? (await currentOf(step, await allLists(step))) ?? (await addList(step, called ?? '')).id;
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
      const known = creatorOf(await step.objectStore('creators').get(creator));
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
      const creators = (await step.objectStore('creators').getAll()).map((stored) => creatorOf(stored)?.creator);
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
