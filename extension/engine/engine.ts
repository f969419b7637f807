/**
 * The scoring core, a WebAssembly instance in the background: text in, text out.
 * After any trap an instance is thrown away, since every later call on it would fail; one that a huge snapshot has grown
 * is thrown away when nobody has asked for a while, since a WebAssembly memory never shrinks. A loop without end traps too:
 * the turns of loops are counted, since nobody could end them from outside, and all tabs would wait.
 */
import createCore, { type Core } from '@core/plumb.mjs';
import { rehearsals } from './rehearsal';

export interface Question {
  /** Signals and benchmark rows that are not to be used. */
  without?: readonly string[];
  /** Who asks: the tab, or '' for our own pages. One whose snapshots trap is refused for a while, and no other. */
  asker?: number | '';
}

export type Score = (snapshot: string, question?: Question) => Promise<string>;

export interface Engine {
  /** From snapshot text to report text (with details) or refusal text; it never rejects. */
  score: Score;
  /** A question is about to come: its instance is made meanwhile, and rehearses no more. */
  prepare(): void;
  /** A question will come, but not at once: its instance is made, and answers others until then. */
  rehearse(): void;
}

/** Traps of one asker in one minute, after which it is refused for that minute. */
const TRAPS_A_MINUTE = 3;
/** Turns of loops that one answer may take: three times those of the slowest legal snapshot that was found. */
export const MOST_TURNS = 500_000_000n;
/** A memory up to this size is kept, bytes: 100 pages. */
const KEPT_MEMORY = 100 * 65_536;
/** Time without a question after which a grown instance goes, ms. */
const IDLE = 10_000;
/** Time after which it goes even where others ask on and on, ms. */
const LONGEST_GROWN = 40_000;

function refusal(message: string): string {
  return JSON.stringify({ error: { code: 'internal', message } });
}

/** Counts the traps of each asker within the last minute. */
function countTraps(now: () => number) {
  const traps = new Map<number | '', number[]>();
  const recent = (asker: number | '') => (traps.get(asker) ?? []).filter((time) => now() - time < 60_000);
  return {
    of: (asker: number | '') => recent(asker).length,
    add(asker: number | '', count: number) {
      for (const [other, times] of traps) if (times.every((time) => now() - time >= 60_000)) traps.delete(other);
      traps.set(asker, [...recent(asker), ...Array<number>(count).fill(now())]);
    },
  };
}

/** @throws where the core traps */
function ask(ready: Core, snapshot: string, without: readonly string[] = []): string {
  ready.asm.turns.value = MOST_TURNS;
  // A lone surrogate passed to embind would swallow the character after it.
  const text = snapshot.toWellFormed();
  return without.length > 0 ? ready.scoreWithout(text, true, without.join(',')) : ready.score(text, true);
}

/**
 * @param load  gives the bytes of plumb.wasm; asked once, kept
 * @param now   milliseconds, for the limit on traps and on a grown memory
 */
export function createEngine(load: () => Promise<ArrayBuffer>, now: () => number = Date.now): Engine {
  let bytes: Promise<ArrayBuffer> | undefined;
  let core: Promise<Core> | undefined;
  let idle: ReturnType<typeof setTimeout> | undefined;
  let grownAt: number | undefined;
  /** A question has come, or is about to. */
  let isDue = false;
  const traps = countTraps(now);

  async function instance(): Promise<Core> {
    bytes ??= load();
    return createCore({ wasmBinary: await bytes, locateFile: (path) => path });
  }

  function discard(): void {
    clearTimeout(idle);
    core = undefined;
    grownAt = undefined;
    isDue = false;
  }

  /** Gives memory back, for WebAssembly's never shrinks: the next question is answered by a new instance. */
  function restSoon({ HEAPU8 }: Core): void {
    clearTimeout(idle);
    if (HEAPU8.byteLength <= KEPT_MEMORY) return;
    grownAt ??= now();
    idle = setTimeout(discard, Math.max(0, Math.min(IDLE, grownAt + LONGEST_GROWN - now())));
  }

  const score: Score = async (snapshot, { without = [], asker = '' } = {}) => {
    if (traps.of(asker) >= TRAPS_A_MINUTE) return refusal('the scoring core failed too often on what this page says');
    let ready: Core | undefined;
    isDue = true;
    try {
      core ??= instance();
      ready = await core;
      const report = ask(ready, snapshot, without);
      restSoon(ready);
      return report;
    } catch (error) {
      const endless = ready !== undefined && ready.asm.turns.value < 0n;
      discard();
      // A page that kept all others waiting is not tried again at once; of our own pages the person asks.
      traps.add(asker, endless && asker !== '' ? TRAPS_A_MINUTE : 1);
      if (endless) return refusal('the scoring core came to no end');
      return refusal(error instanceof Error ? error.message : 'the scoring core stopped');
    }
  };

  async function rehearsed(): Promise<Core> {
    const ready = await instance();
    try {
      for (const question of rehearsals) {
        // What was said meanwhile is heard first.
        await new Promise((resolve) => setTimeout(resolve));
        if (isDue) break;
        ask(ready, JSON.stringify(question));
      }
      return ready;
    } catch {
      return instance();
    }
  }

  /** What went wrong is told with the question. */
  function make(how: () => Promise<Core>): void {
    core ??= how();
    core.catch(() => {});
  }

  return {
    score,
    prepare() {
      isDue = true;
      make(instance);
    },
    rehearse: () => make(rehearsed),
  };
}
