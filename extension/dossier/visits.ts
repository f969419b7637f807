/** The visits of all tabs: one step after another for each tab, scores at a bounded pace, state kept outside. */
import type { Answer, Arrived, FromPage, Kept, Unseen } from '../messages/messages';
import { emptyVisit, judge, take, type VisitDoors, type VisitState } from './visit';

/** Time between two scores of one tab where it goes on for long, ms: four a second. */
const PACE = 250;
/** So many scores of a tab that was quiet come ahead of the pace: what a page tells at first comes in several pieces. */
const AHEAD = 6;
/**
 * Characters of snapshots that one tab may have scored and put away in a second: those of a long page are megabytes, and
 * the other tabs wait meanwhile. A million takes about a tenth of that second.
 */
const SCORED_PER_SECOND = 1_000_000;
/** Responses come in bursts: the first score waits so long for the rest of one, ms. */
const BURST = 15;

/** What is put away at once: no score follows that would do it. */
const STATES: ReadonlySet<FromPage['kind']> = new Set(['arrive', 'looked', 'drawn', 'unseen']);

/** The doors of all visits: a score is asked for in the name of a tab. */
export type TabDoors = Omit<VisitDoors, 'score'> & { score(snapshot: string, tab: number): Promise<string> };

export interface VisitStore {
  load(tab: number): Promise<VisitState | undefined>;
  save(tab: number, state: VisitState): Promise<void>;
  remove(tab: number): Promise<void>;
}

/** `unseen`: why the person does not see what was drawn for that address. */
export type SendAnswer = (tab: number, answer: Answer, unseen: Unseen | undefined) => Promise<void>;

export class Visits {
  readonly #doors: TabDoors;
  readonly #store: VisitStore;
  readonly #send: SendAnswer;
  readonly #tabs = new Map<number, Promise<VisitState>>();
  /** When the scores that a tab had are paid for at its pace. */
  readonly #paid = new Map<number, number>();
  readonly #coming = new Map<number, Promise<void>>();

  constructor(doors: TabDoors, store: VisitStore, send: SendAnswer) {
    this.#doors = doors;
    this.#store = store;
    this.#send = send;
  }

  /**
   * Takes what a page says. The answer comes when it is safe in the store: until then the background may die, and the
   * page says it once more.
   */
  async hear(tab: number, message: FromPage): Promise<Arrived | Kept> {
    const learnt = await this.#step(tab, async (state) => {
      const news = await take(state, message, this.#doors);
      if (STATES.has(message.kind)) await this.#save(tab, state);
      return news;
    });
    const judged = learnt ? this.#judgeSoon(tab) : undefined;
    if (message.kind === 'arrive') return { now: await this.#doors.now() };
    await judged;
    return { kept: true };
  }

  /** What the visit of a tab has come to; undefined where there is none. */
  async look(tab: number): Promise<VisitState | undefined> {
    return this.#tabs.has(tab) ? this.#step(tab, async (state) => state) : this.#store.load(tab);
  }

  async forget(tab: number): Promise<void> {
    const running = this.#tabs.get(tab);
    this.#tabs.delete(tab);
    this.#paid.delete(tab);
    await running;
    await this.#store.remove(tab);
  }

  /** Forgets every tab; when it returns, no step that began before it still runs. */
  async forgetAll(): Promise<void> {
    const known = [...this.#tabs.keys()];
    await Promise.all(known.map((tab) => this.forget(tab)));
  }

  /** A step that fails leaves the visit as it is; the next one is not held up. */
  #step<T>(tab: number, work: (state: VisitState) => Promise<T>): Promise<T> {
    const before =
      this.#tabs.get(tab) ??
      this.#store.load(tab).then(
        (state) => state ?? emptyVisit(),
        () => emptyVisit(),
      );
    const result = before.then(work);
    const settled = result.then(
      () => before,
      () => before,
    );
    this.#tabs.set(tab, settled);
    return result;
  }

  async #save(tab: number, state: VisitState): Promise<void> {
    try {
      await this.#store.save(tab, state);
    } catch {
      // Session storage is full: what is shown matters more than what could be taken up again.
      await this.#store.save(tab, { ...state, dossier: undefined, others: [], waiting: [] }).catch(() => {});
    }
  }

  /** Scores what is known, tells the page, keeps the state. @returns a promise of all that */
  #judgeSoon(tab: number): Promise<void> {
    const before = this.#coming.get(tab);
    if (before) return before;
    const pause = Math.max(BURST, (this.#paid.get(tab) ?? 0) - AHEAD * PACE - Date.now());
    const judged = new Promise<void>((resolve) => setTimeout(resolve, pause))
      .then(() => this.#judge(tab))
      .catch(() => {})
      .finally(() => {
        if (this.#coming.get(tab) === judged) this.#coming.delete(tab);
      });
    this.#coming.set(tab, judged);
    return judged;
  }

  async #judge(tab: number): Promise<void> {
    // Forgotten in the meantime: there is nothing left to say.
    if (!this.#tabs.has(tab)) return;
    await this.#step(tab, async (state) => {
      this.#coming.delete(tab);
      const length = state.snapshot?.length ?? 0;
      const costs = Math.max(PACE, (1000 * length) / SCORED_PER_SECOND);
      this.#paid.set(tab, Math.max(Date.now(), this.#paid.get(tab) ?? 0) + costs);
      const answer = await judge(state, { ...this.#doors, score: (text) => this.#doors.score(text, tab) });
      // The tab may be gone, or its page may have been replaced: then nobody waits for the answer.
      const told = answer ? this.#send(tab, answer, state.unseen).catch(() => {}) : undefined;
      await this.#save(tab, state);
      await told;
    });
  }
}
