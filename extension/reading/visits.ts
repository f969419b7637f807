/** The visits of all tabs: one step after another for each tab, scores at a bounded pace, state kept outside. */
import type { Answer, Arrived, FromPage } from './messages';
import { emptyVisit, judge, take, type VisitDoors, type VisitState } from './visit';

/** Least time between two scores of one tab, ms: at most four a second. */
export const PACE = 250;
/** Responses come in bursts: the first score waits so long for the rest of one, ms. */
const BURST = 15;

export interface VisitStore {
  load(tab: number): Promise<VisitState | undefined>;
  save(tab: number, state: VisitState): Promise<void>;
  remove(tab: number): Promise<void>;
}

export function createVisits(
  doors: VisitDoors,
  store: VisitStore,
  /** `blocked`: the page has removed what was drawn for that address. */
  send: (tab: number, answer: Answer, blocked: boolean) => Promise<void>,
) {
  const tabs = new Map<number, Promise<VisitState>>();
  const due = new Map<number, number>();
  const waiting = new Set<number>();

  /** A step that fails leaves the visit as it is; the next one is not held up. */
  function step<T>(tab: number, work: (state: VisitState) => Promise<T>): Promise<T> {
    const before =
      tabs.get(tab) ??
      store.load(tab).then(
        (state) => state ?? emptyVisit(),
        () => emptyVisit(),
      );
    const result = before.then(work);
    const settled = result.then(
      () => before,
      () => before,
    );
    tabs.set(tab, settled);
    return result;
  }

  async function save(tab: number, state: VisitState): Promise<void> {
    try {
      await store.save(tab, state);
    } catch {
      // Session storage is full: what is shown matters more than what could be taken up again.
      await store.save(tab, { ...state, dossier: undefined, others: [], waiting: [] }).catch(() => {});
    }
  }

  function judgeSoon(tab: number): void {
    if (waiting.has(tab)) return;
    waiting.add(tab);
    setTimeout(
      () => {
        waiting.delete(tab);
        // Forgotten in the meantime: there is nothing left to say.
        if (!tabs.has(tab)) return;
        due.set(tab, Date.now() + PACE);
        step(tab, async (state) => {
          const answer = await judge(state, doors);
          await save(tab, state);
          // The tab may be gone, or its page may have been replaced: then nobody waits for the answer.
          if (answer) await send(tab, answer, state.blocked === true).catch(() => {});
        }).catch(() => {});
      },
      Math.max(BURST, (due.get(tab) ?? 0) - Date.now()),
    );
  }

  return {
    async hear(tab: number, message: FromPage): Promise<Arrived | undefined> {
      const learnt = await step(tab, (state) => take(state, message, doors));
      if (learnt) judgeSoon(tab);
      if (message.kind === 'drawn' || message.kind === 'blocked') await step(tab, (state) => save(tab, state));
      return message.kind === 'arrive' ? { now: await doors.now() } : undefined;
    },
    /** What the visit of a tab has come to; undefined where there is none. */
    async look(tab: number): Promise<VisitState | undefined> {
      return tabs.has(tab) ? step(tab, async (state) => state) : store.load(tab);
    },
    async forget(tab: number): Promise<void> {
      const running = tabs.get(tab);
      tabs.delete(tab);
      due.delete(tab);
      await running;
      await store.remove(tab);
    },
    /** Forgets every tab; when it returns, no step that began before it still runs. */
    async forgetAll(): Promise<void> {
      const known = [...tabs.keys()];
      await Promise.all(known.map((tab) => this.forget(tab)));
    },
  };
}
