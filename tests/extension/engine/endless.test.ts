/** No loop of the shipped core runs without end; browser/core-limits.test.ts shows what people see where one would. */
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { MOST_TURNS } from '../../../extension/engine/engine';
import { loopsOf, metered, withInstructions } from '../../../wasm/bindings/meter.mjs';
import { endOf, SMALL, shippedModule } from '../../core/endless';
import { figure, full } from '../../threats/figure';

const PROGRAM = fileURLToPath(new URL('../../core/endless-loops.ts', import.meta.url));
const EVERY = full(1, 11);
/** A loop that ends takes a thousandth of it, ms. */
const PATIENCE = 600_000;
const HOUR = 3_600_000;

/** The ends of the loops that were made endless, in their order, up to one that has none. */
async function ends(): Promise<string[]> {
  const child = spawn('node', [PROGRAM, String(EVERY)], { stdio: ['ignore', 'pipe', 'ignore'] });
  const all: string[] = [];
  const give = () => setTimeout(() => child.kill('SIGKILL'), PATIENCE);
  let waiting = give();
  for await (const line of createInterface(child.stdout)) {
    clearTimeout(waiting);
    waiting = give();
    all.push(line);
  }
  clearTimeout(waiting);
  return all;
}

it(
  'T15: whichever loop of the core has no end, its answer has one',
  async () => {
    const all = await ends();
    const tried = Math.ceil(loopsOf(shippedModule()).length / EVERY);
    expect(all, `loop ${all.length * EVERY} never ends`).toHaveLength(tried);
    // Most loops are never come to, or take more memory than there is.
    expect(all).toContain('trapped');
    figure('T15', 'loops of the core, made endless, that end', `${all.length} of ${tried}`, 'all');
  },
  HOUR,
);

it('gives back what it was given where nothing is put in, and counts each turn', async () => {
  const shipped = shippedModule();
  expect(Buffer.from(withInstructions(shipped, [])).equals(shipped)).toBe(true);
  expect(await endOf(shipped, SMALL, MOST_TURNS)).toBe('answered');
  expect(await endOf(shipped, SMALL, 10_000_000n)).toBe('answered');
  expect(await endOf(shipped, SMALL, 100n)).toBe('trapped');
});

it('says where an instruction stands that it does not know, and changes nothing', () => {
  const shipped = shippedModule();
  const [first] = loopsOf(shipped);
  expect(() => metered(withInstructions(shipped, [[first?.begins ?? 0, [0xfe, 0x10]]]))).toThrow(
    /an instruction that is not known here, at \d+: 0xfe/,
  );
});
