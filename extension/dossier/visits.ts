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
/** Responses come in bursts: a score waits until none has come for so long, and all that came is taken in, ms. */
const LULL = 4;
/** But no longer than this in all, where they come on and on, ms. */
const BURST = 60;

const sleep = (time: number) => new Promise((resolve) => setTimeout(resolve, time));

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
  /** Messages of a tab that were heard, and those of them that wait for their turn. */
  readonly #heard = new Map<number, { all: number; waiting: number }>();
  /** What is written of a tab, one after another; nothing that the page says waits for it. */
  readonly #writing = new Map<number, Promise<void>>();
  /** The writing of a tab's state that has not begun: it will find the state as it is then. */
  readonly #due = new Map<number, { state: VisitState; saved: Promise<void> }>();

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
    const heard = this.#heard.get(tab) ?? { all: 0, waiting: 0 };
    this.#heard.set(tab, heard);
    heard.all += 1;
    heard.waiting += 1;
    const { learnt, saved } = await this.#step(tab, async (state) => {
      const news = await take(state, message, this.#doors);
      return { learnt: news, saved: STATES.has(message.kind) ? this.#save(tab, state) : undefined };
    }).finally(() => {
      heard.waiting -= 1;
    });
    const judged = learnt ? this.#judgeSoon(tab) : undefined;
    await saved;
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
    this.#heard.delete(tab);
    await running;
    await this.#write(tab, () => this.#store.remove(tab));
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
      (this.#writing.get(tab) ?? Promise.resolve())
        .then(() => this.#store.load(tab))
        .then(
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

  /** Does this after all that is to be written of the tab already. */
  #write(tab: number, work: () => Promise<void>): Promise<void> {
    const written = (this.#writing.get(tab) ?? Promise.resolve()).then(work);
    const settled = written
      .catch(() => {})
      .finally(() => {
        if (this.#writing.get(tab) === settled) this.#writing.delete(tab);
      });
    this.#writing.set(tab, settled);
    return written;
  }

  #save(tab: number, state: VisitState): Promise<void> {
    const due = this.#due.get(tab);
    if (due?.state === state) return due.saved;
    const next = { state, saved: Promise.resolve() };
    next.saved = this.#write(tab, async () => {
      if (this.#due.get(tab) === next) this.#due.delete(tab);
      // Session storage may be full: what is shown matters more than what could be taken up again.
      await this.#store
        .save(tab, state)
        .catch(() => this.#store.save(tab, { ...state, dossier: undefined, others: [], waiting: [] }))
        .catch(() => {});
    });
    this.#due.set(tab, next);
    return next.saved;
  }

  /** Scores what is known, tells the page, keeps the state. @returns a promise of all that */
  #judgeSoon(tab: number): Promise<void> {
    const before = this.#coming.get(tab);
    if (before) return before;
    const judged = this.#lull(tab)
      .then(() => this.#judge(tab))
      .catch(() => {})
      .finally(() => {
        if (this.#coming.get(tab) === judged) this.#coming.delete(tab);
      });
    this.#coming.set(tab, judged);
    return judged;
  }

  /** Waits for the tab's pace, and for the rest of a burst. */
  async #lull(tab: number): Promise<void> {
    const pause = (this.#paid.get(tab) ?? 0) - AHEAD * PACE - Date.now();
    if (pause > LULL) await sleep(pause - LULL);
    const last = Date.now() + BURST;
    const heard = this.#heard.get(tab);
    for (let before = heard?.all; ; before = heard?.all) {
      await sleep(LULL);
      if (!heard || (heard.all === before && heard.waiting === 0) || Date.now() >= last) return;
    }
  }

  async #judge(tab: number): Promise<void> {
    // Forgotten in the meantime: there is nothing left to say.
    if (!this.#tabs.has(tab)) return;
    const heard = this.#heard.get(tab);
    await this.#step(tab, async (state) => {
      this.#coming.delete(tab);
      const length = state.snapshot?.length ?? 0;
      const costs = Math.max(PACE, (1000 * length) / SCORED_PER_SECOND);
      this.#paid.set(tab, Math.max(Date.now(), this.#paid.get(tab) ?? 0) + costs);
      let remember = async (): Promise<void> => {};
      const answer = await judge(state, {
        ...this.#doors,
        score: (text) => this.#doors.score(text, tab),
        // What is remembered of it is written when the page has its answer.
        remember: async (...visit) => {
          remember = () => this.#doors.remember(...visit);
        },
      });
      // The tab may be gone, or its page may have been replaced: then nobody waits for the answer.
      const told = answer ? this.#send(tab, answer, state.unseen).catch(() => {}) : undefined;
      return { state, remember, told };
    }).then(async ({ state, remember, told }) => {
      // What is written would hold up the answer, which leaves when this task ends.
      await sleep(0);
      if (this.#heard.get(tab) !== heard) return; // Forgotten meanwhile: nothing of it may be written any more.
      await Promise.all([this.#save(tab, state), this.#write(tab, remember), told]);
    });
  }
}
