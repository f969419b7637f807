/**
 * The star: puts the creator of a page on the current list, and takes them off again. What it took off it gives back whole
 * where it is put on again, so that a second press undoes the first.
 */
import type { Report } from '../.generated/report';
import type { Refusal, Snapshot } from '../.generated/snapshot';
import { keepSketch, type SketchStore } from './kept-sketch';
import type { CreatorName } from './shortlist';
import { Refused, type Removed, type Shortlists } from './shortlists';
import { changedSince, type Since } from './since';
import { type Summary, summaryOf } from './summary';
import { isName, type Namespace } from './visited-account';

/** What a visit to a page has come to, as texts. */
export interface Visited {
  snapshot: string | null;
  report: string | null;
  visit: string;
}

export interface StarState {
  /** On the current list. */
  on: boolean;
  /** Where they were hired, on any list. */
  since?: Since;
}

/** Where what was taken off waits for an undo: memory only. */
export interface Memory {
  get(key: string): Promise<Record<string, unknown>>;
  set(items: Record<string, unknown>): Promise<void>;
}

interface Starrable {
  name: CreatorName;
  seen: Snapshot;
  summary?: Summary;
}

/** One removal can be undone: the last. */
const REMOVED = 'unstarred';

/**
 * @param namespaceOf where the snapshot's account lives; null where its page is bound to no account
 * @param listName what the first list is called
 */
export function createStarring(
  store: Pick<Shortlists, 'add' | 'remove' | 'putBack' | 'find' | 'lists' | 'renew'> & SketchStore,
  namespaceOf: (snapshot: Snapshot) => Namespace | null,
  memory: Memory,
  listName: () => Promise<string>,
) {
  const entryOf = async (name: CreatorName) => {
    const [{ current }, found] = await Promise.all([store.lists(), store.find(name)]);
    return { found, entry: found?.entries.find(({ list }) => list === current) };
  };
  const stateOf = async ({ name, summary }: Starrable): Promise<StarState> => {
    const { found, entry } = await entryOf(name);
    const baseline = found?.entries.find(({ baseline }) => baseline)?.baseline;
    return { on: entry !== undefined, ...(baseline && summary && { since: changedSince(baseline, summary) }) };
  };
  const starrable = ({ snapshot, report, visit }: Visited): Starrable | undefined => {
    const [seen, answer] = [parsed<Snapshot>(snapshot), parsed<Report | Refusal>(report)];
    const name = seen && creatorName(seen, namespaceOf(seen));
    return name && answer && !('error' in answer) ? { name, seen, summary: summaryOf(answer, seen, visit) } : undefined;
  };
  return {
    /** @returns undefined where nobody can be put on a list: the page is of no account, or was not read */
    async look(visited: Visited): Promise<StarState | undefined> {
      const one = starrable(visited);
      return one && stateOf(one);
    },

    /** @throws {Refused} where the list is full, and where the disk can't be written */
    async set(visited: Visited, on: boolean): Promise<StarState | undefined> {
      const one = starrable(visited);
      if (!one) return undefined;
      await this.setNamed(one.name, on, one.summary);
      // Without a sketch the creator stands on the list all the same.
      if (on) await keepSketch(store, one.name, one.seen).catch(() => {});
      return stateOf(one);
    },

    /** The same for an account that was not read. */
    async setNamed(name: CreatorName, on: boolean, summary?: Summary): Promise<void> {
      const { entry } = await entryOf(name);
      if (on) {
        if (!entry) await putBack(store, memory, name);
        await store.add(name, { called: await listName(), ...(summary && { summary }) });
      } else if (entry) await memory.set({ [REMOVED]: await store.remove(entry.list, [entry.creator]) });
    },

    /** Keeps a new answer about a creator on a list; of anybody else nothing. A disk that can't be written keeps none. */
    async renew(snapshot: Snapshot, report: Report, visit: string): Promise<void> {
      const name = creatorName(snapshot, namespaceOf(snapshot));
      const summary = name && summaryOf(report, snapshot, visit);
      if (!name || !summary) return;
      await store.renew(name, summary).catch(() => {});
      await keepSketch(store, name, snapshot).catch(() => {});
    },
  };
}

export type Starring = ReturnType<typeof createStarring>;

/** What was taken off last, where it was this creator. */
async function putBack(store: Pick<Shortlists, 'putBack'>, memory: Memory, name: CreatorName): Promise<void> {
  const removed = (await memory.get(REMOVED))[REMOVED] as Removed | undefined;
  const [creator] = removed?.creators ?? [];
  const isSame =
    creator?.platform === name.platform &&
    creator.host === name.host &&
    (creator.id ?? creator.handle.toLowerCase()) === (creator.id ? name.id : name.handle.toLowerCase());
  if (!removed || !isSame) return;
  await memory.set({ [REMOVED]: null });
  // Of another form it is left alone: then there is nothing to give back.
  await store.putBack(removed).catch((error) => {
    if (!(error instanceof Refused)) throw error;
  });
}

function creatorName({ profile, url }: Snapshot, namespace: Namespace | null): CreatorName | undefined {
  const { id, handle, displayName } = profile;
  if (!namespace || url === undefined || !isName(handle) || (id !== undefined && !isName(id))) return undefined;
  const shown = displayName?.slice(0, 200).toWellFormed();
  return { ...namespace, ...(id === undefined ? {} : { id }), handle, url, ...(shown ? { name: shown } : {}) };
}

function parsed<T>(text: string | null): T | undefined {
  try {
    return text === null ? undefined : (JSON.parse(text) as T);
  } catch {
    return undefined;
  }
}
