/**
 * Makes the loops of the shipped module endless, one after the other, scores the longest golden snapshot with each, and prints
 * how it ended, a line for each. Where one never ends nothing more is printed: who runs it has to end it.
 * node tests/core/endless-loops.ts [EVERY]   (only every so many-th loop)
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loopsOf } from '../../wasm/bindings/meter.mjs';
import { ROOT } from '../threats/rows.ts';
import { endOf, shippedModule, withEndlessLoop } from './endless.ts';

/** Of one start or answer: many times those of a golden snapshot. */
const TURNS = 20_000_000n;

const every = Number(process.argv[2] ?? 1);
const golden = readFileSync(join(ROOT, 'tests/golden/snapshots.jsonl'), 'utf8').split('\n');
const longest = golden.reduce((a, b) => (b.length > a.length ? b : a));
const shipped = shippedModule();
for (const [index, loop] of loopsOf(shipped).entries())
  if (index % every === 0)
    process.stdout.write(`${(await endOf(withEndlessLoop(shipped, loop), longest, TURNS)) ?? 'never started'}\n`);
