/**
 * The core with a loop that has no end: the shipped module, of which one loop is made to go on for ever. What runs on such a
 * module may never come back, so it is for a program that somebody else can end.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Loop, loopsOf, withInstructions } from '../../wasm/bindings/meter.mjs';
import { ROOT } from '../threats/rows.ts';

interface Core {
  score(text: string, details: boolean): string;
  readonly asm: { readonly turns: { value: bigint } };
}

const BUILD = join(ROOT, 'build/wasm');
export const shippedModule = (): Uint8Array => readFileSync(join(BUILD, 'plumb.wasm'));
export const SMALL = JSON.stringify({
  schema: 'plumb.snapshot/1',
  platform: 'instagram',
  capturedAt: '2026-11-22T10:00:00Z',
  profile: { handle: 'h', followers: 1000 },
});

/** The module whose loop begins again wherever it would have ended. */
export function withEndlessLoop(bytes: Uint8Array, loop: Loop): Uint8Array {
  const again = [0x0c, 0]; // br 0
  return withInstructions(bytes, [[loop.ends, again]]);
}

/** @param turns  how many its start-up and its answer may each take */
async function instance(bytes: Uint8Array, turns: bigint): Promise<Core> {
  const { default: create } = await import(pathToFileURL(join(BUILD, 'plumb.mjs')).href);
  const core = await new Promise<Core>((resolve, reject) => {
    const instantiateWasm = (imports: WebAssembly.Imports, done: (made: WebAssembly.Instance) => void) =>
      // Its start-up runs within `done`: what stops there is told by nobody else.
      void WebAssembly.instantiate(bytes as BufferSource, imports)
        .then(({ instance: made }) => {
          (made.exports.turns as WebAssembly.Global).value = turns;
          done(made);
        })
        .catch(reject);
    create({ locateFile: (path: string) => path, instantiateWasm }).then(resolve, reject);
  });
  core.asm.turns.value = turns;
  return core;
}

export type End = 'answered' | 'trapped' | 'stopped for another reason';

/** @returns how a module ends that scores a text with so many turns, once it has started; undefined where it can't start */
export async function endOf(bytes: Uint8Array, text: string, turns: bigint): Promise<End | undefined> {
  let core: Core;
  try {
    core = await instance(bytes, turns);
  } catch {
    return undefined;
  }
  try {
    core.score(text, true);
    return 'answered';
  } catch {
    return core.asm.turns.value < 0n ? 'trapped' : 'stopped for another reason';
  }
}

/** Far fewer turns than anybody allows. */
const FEW_TURNS = 10_000_000n;

/**
 * The shipped module with an endless loop that every snapshot comes to.
 * @param turns  how many it takes without running out of memory, or stopping otherwise
 */
export async function endlessModule(turns: bigint): Promise<Uint8Array> {
  const shipped = shippedModule();
  for (const loop of loopsOf(shipped)) {
    const module = withEndlessLoop(shipped, loop);
    if ((await endOf(module, SMALL, FEW_TURNS)) === 'trapped' && (await endOf(module, SMALL, turns)) === 'trapped')
      return module;
  }
  throw new Error('no loop that is made endless traps');
}
