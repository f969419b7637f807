/**
 * The scoring core, a WebAssembly instance in the background: text in, text out.
 * After any trap an instance is thrown away, since every later call on it would fail.
 */
import createCore, { type Core } from '@core/plumb.mjs';

/** `without` names signals and benchmark rows that are not to be used. */
export type Score = (snapshot: string, without?: readonly string[]) => Promise<string>;

/** Instances that may be made in one minute before scoring is given up for that minute. */
const INSTANCES_A_MINUTE = 3;

function refusal(message: string): string {
  return JSON.stringify({ error: { code: 'internal', message } });
}

/**
 * @param load  gives the bytes of plumb.wasm; asked once, kept
 * @param now   milliseconds, for the limit on new instances
 * @returns a function from snapshot text to report text (with details) or refusal text; it never rejects
 */
export function createEngine(load: () => Promise<ArrayBuffer>, now: () => number = Date.now): Score {
  let bytes: Promise<ArrayBuffer> | undefined;
  let core: Promise<Core> | undefined;
  let made: number[] = [];

  async function instance(): Promise<Core> {
    made = made.filter((time) => now() - time < 60_000);
    if (made.length >= INSTANCES_A_MINUTE) throw new Error('the scoring core failed too often');
    made.push(now());
    bytes ??= load();
    return createCore({ wasmBinary: await bytes, locateFile: (path) => path });
  }

  return async (snapshot, without = []) => {
    try {
      core ??= instance();
      // A lone surrogate passed to embind would swallow the character after it.
      const text = snapshot.toWellFormed();
      return without.length > 0
        ? (await core).scoreWithout(text, true, without.join(','))
        : (await core).score(text, true);
    } catch (error) {
      core = undefined;
      return refusal(error instanceof Error ? error.message : 'the scoring core stopped');
    }
  };
}
