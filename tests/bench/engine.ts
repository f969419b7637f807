// node engine.ts [WASM_DIR]: sizes of the module, and its time from text to report for the snapshots of sizes.hpp.
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';

interface Plumb {
  score(text: string, details: boolean): string;
}

/** The same snapshots as sizes.hpp makes. */
function snapshotOf(posts: number, comments: number, people: number): string {
  const words = ['nice', 'love', 'the', 'light', 'where', 'did', 'you', 'buy', 'it', 'bread', 'today', 'great'];
  let state = 1;
  const next = (below: number): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return (state >>> 8) % below;
  };
  const two = (n: number): string => String(n).padStart(2, '0');
  const list = <T>(length: number, make: (i: number) => T): T[] => Array.from({ length }, (_, i) => make(i));
  return JSON.stringify({
    schema: 'plumb.snapshot/1',
    platform: 'instagram',
    capturedAt: '2026-11-22T10:00:00Z',
    profile: { handle: 'h', followers: 16476, following: 800 },
    posts: list(posts, (i) => {
      const day = 1 + next(28);
      const month = 1 + next(10);
      return {
        id: `p${i}`,
        at: `2026-${two(month)}-${two(day)}T10:00:00Z`,
        likes: 100 + next(200),
        comments: next(20),
        views: 2000 + next(900),
        caption: 'the light of the day',
      };
    }),
    comments: list(comments, (i) => ({
      id: `c${i}`,
      postId: `p${next(24)}`,
      author: `u${next(5000)}`,
      text: list(2 + next(10), () => words[next(12)]).join(' '),
    })),
    people: list(people, () => ({
      handle: `user${next(1000000)}`,
      relation: 'follower',
      followers: next(2000),
      following: next(7000),
      posts: next(99),
    })),
  });
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
