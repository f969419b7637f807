// node engine.ts [WASM_DIR]: sizes of the module, and its time from text to report for the snapshots of sizes.hpp.
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { snapshotOf } from './snapshots.ts';

interface Plumb {
  score(text: string, details: boolean): string;
}

/** Median time of one call for each text, ms; the texts take turns, so that a busy moment falls on all of them. */
function times(plumb: Plumb, texts: string[], runs: number): number[] {
  const taken: number[][] = texts.map(() => []);
  for (let i = 0; i < runs; i += 1) {
    for (const [k, text] of texts.entries()) {
      const begin = performance.now();
      plumb.score(text, false);
      taken[k].push(performance.now() - begin);
    }
  }
  return taken.map((list) => list.sort((a, b) => a - b)[Math.floor(runs / 2)]);
}

/** One line for a goal: what, figure, pass or not. */
function judge(what: string, figure: number, most: number, unit: string): void {
  console.log(
    `${what}: ${figure.toFixed(2)} ${unit}, goal at most ${most}: ${figure <= most ? 'pass' : 'NOT REACHED'}`,
  );
}

const dir = process.argv[2] ?? join(dirname(fileURLToPath(import.meta.url)), '../../build/wasm');
const packed = (name: string): number => {
  const bytes = readFileSync(join(dir, name));
  const gz = gzipSync(bytes, { level: 9 }).length;
  console.log(`${name}: ${bytes.length} bytes, ${gz} gz`);
  return gz;
};
packed('plumb.mjs');
judge('plumb.wasm', packed('plumb.wasm') / 1000, 150, 'kB gz');
const { default: create } = await import(pathToFileURL(join(dir, 'plumb.mjs')).href);
const begin = performance.now();
const plumb: Plumb = await create({
  wasmBinary: readFileSync(join(dir, 'plumb.wasm')),
  locateFile: (path: string) => path,
});
plumb.score(snapshotOf(1, 1, 1), false);
console.log(`instance and first score: ${(performance.now() - begin).toFixed(1)} ms`);
const small = snapshotOf(24, 60, 30);
const half = snapshotOf(24, 10000, 30);
const many = snapshotOf(24, 20000, 30);
const large = snapshotOf(1000, 20000, 20000);
times(plumb, [small], 20);
judge('24 posts + 60 comments + 30 people', times(plumb, [small], 201)[0], 2.5, 'ms');
times(plumb, [half, many], 2);
const [halfTime, manyTime] = times(plumb, [half, many], 15);
console.log(`10,000 comments: ${halfTime.toFixed(2)} ms`);
judge('20,000 comments', manyTime, 150, 'ms');
judge('20,000 comments against 10,000, taking turns', manyTime / halfTime, 2.2, 'times');
console.log(
  `1,000 posts + 20,000 comments + 20,000 people: ${times(plumb, [large], 7)[0].toFixed(2)} ms (${large.length} characters)`,
);
