/**
 * Looks for the slowest legal snapshot, and for the one that takes most memory: makes shapes at random, keeps the worst, and
 * changes those on and on. What is worst at a small size is then grown to the cap.
 * node tests/slowest/run.ts [--tries N] [--seed N] [--save FILE]
 *
 * Ends with 1 where one is not answered. Times are CPU time of one thread, the least of several: they are printed for people,
 * and judged by nobody. The kept shapes (kept.json) are tried by the test `largest`, which counts work against a plain page.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { changed, fitted, grown, type Random, randomFrom, randomShape, type Shape, stretched } from './shape.ts';

const { values: options } = parseArgs({
  options: {
    tries: { type: 'string', default: '10000' },
    seed: { type: 'string', default: '1' },
    save: { type: 'string' },
  },
});
const root = join(import.meta.dirname, '../..');
const kept = join(import.meta.dirname, 'kept.json');

/** Bytes of a snapshot while it is searched for: small, so that many can be tried; and the cap. */
const SMALL = 100_000;
const CAP = 8 * 1024 * 1024;
/** How many of the worst are changed on and on, and how many are grown. */
const ELITE = 24;
const GROWN = 5;

interface Core {
  score(text: string, details: boolean): string;
  readonly HEAPU8: Uint8Array;
}
const build = join(root, 'build/wasm');
const { default: create } = await import(join(build, 'plumb.mjs'));
const module = await WebAssembly.compile(readFileSync(join(build, 'plumb.wasm')));

/** A fresh instance, of a module whose code has been optimised by the calls before. */
const instance = (): Promise<Core> =>
  create({
    locateFile: (path: string) => path,
    instantiateWasm(imports: WebAssembly.Imports, done: (made: WebAssembly.Instance) => void) {
      const made = new WebAssembly.Instance(module, imports);
      done(made);
      return made.exports;
    },
  });

interface Tried {
  shape: Shape;
  /** CPU time, ms. */
  work: number;
  /** Of memory, 64 KiB each. */
  pages: number;
  bytes: number;
  answer: string;
}

/** Scores a snapshot of a shape; undefined where the shape has none of this size. */
async function tried(shape: Shape, bytes: number, times: number): Promise<Tried | undefined> {
  const text = grown(shape, bytes);
  if (text === undefined) return undefined;
  let work = Number.POSITIVE_INFINITY;
  let pages = 0;
  let answer = '';
  for (let turn = 0; turn < times; turn += 1) {
    const core = await instance();
    core.score('{}', true);
    const before = process.cpuUsage();
    try {
      answer = core.score(text, true).slice(0, 120);
    } catch (error) {
      answer = `trap: ${error}`;
    }
    const { user, system } = process.cpuUsage(before);
    work = Math.min(work, (user + system) / 1000);
    pages = core.HEAPU8.byteLength / 65_536;
  }
  return { shape, work, pages, bytes: Buffer.byteLength(text), answer };
}

const answered = ({ answer }: Tried) =>
  answer.startsWith('{"schema":"plumb.report') || answer.startsWith('{"error":{"code":"too_large"');

/** The worst of each kind, the worst first. */
class Elite {
  readonly #of: (tried: Tried) => number;
  worst: Tried[] = [];
  constructor(of: (tried: Tried) => number) {
    this.#of = of;
  }
  add(each: Tried): void {
    this.worst = [...this.worst, each].sort((a, b) => this.#of(b) - this.#of(a)).slice(0, ELITE);
  }
}

const random: Random = randomFrom(Number(options.seed));
const slow = new Elite(({ work }) => work);
const large = new Elite(({ pages, work }) => pages + work / 1e6);
const failures: Tried[] = [];
let tries = Number(options.tries);
let count = 0;
// Ctrl-C ends the search, and what was found is grown all the same.
process.once('SIGINT', () => {
  tries = count;
});
for (let began = Date.now(), told = began; count < tries; ) {
  await new Promise((resume) => setImmediate(resume)); // a Ctrl-C is heard
  const from = count % 3 === 2 ? large : slow;
  const parent = from.worst[Math.floor(random() ** 2 * from.worst.length)];
  // A quarter are new, so that no hill is the only one.
  const shape = fitted(parent && random() < 0.75 ? changed(parent.shape, random) : randomShape(random), SMALL);
  const one = await tried(shape, SMALL, 1);
  if (!one) continue;
  count += 1;
  if (!answered(one)) failures.push(one);
  // What would be among the worst is measured again: a busy moment is no find.
  const again =
    slow.worst.length < ELITE || one.work > (slow.worst.at(-1)?.work ?? 0) ? await tried(shape, SMALL, 2) : one;
  if (again) for (const elite of [slow, large]) elite.add(again);
  if (Date.now() - told < 20_000) continue;
  told = Date.now();
  process.stderr.write(
    `  ${count} of ${tries} in ${Math.round((told - began) / 1000)} s: ${slow.worst[0]?.work.toFixed(0)} ms, ${large.worst[0]?.pages} pages at ${SMALL} bytes\n`,
  );
}

const ends: Tried[] = [];
for (const { shape } of [...slow.worst.slice(0, GROWN), ...large.worst.slice(0, GROWN)]) {
  // Longer texts, or more of them: the one or the other is worse.
  for (const times of [1, 5, 30]) {
    const end = await tried(fitted(stretched(shape, times), CAP), CAP, 2);
    if (!end) continue;
    ends.push(end);
    if (!answered(end)) failures.push(end);
  }
}
const show = ({ work, pages, bytes, shape, answer }: Tried) => {
  const lists = Object.entries(shape.counts).map(([list, length]) => `${length} × ${list}`);
  const texts = Object.entries(shape.texts)
    .filter(([, { weight }]) => weight > 0.05)
    .map(([name, { unit, different, words }]) => `${name} ${unit}/${different}/${words}`);
  return `${work.toFixed(0).padStart(6)} ms ${String(pages).padStart(5)} pages ${bytes} bytes: ${lists.join(', ')}; ${texts.join(', ')}${answer.startsWith('{"schema"') ? '' : `: ${answer}`}`;
};
ends.sort((a, b) => b.work - a.work);
for (const end of ends) process.stdout.write(`${show(end)}\n`);
for (const failure of failures.slice(0, 5))
  process.stdout.write(`NOT ANSWERED ${show(failure)}\n${JSON.stringify(failure.shape)}\n`);
const most = Math.max(...ends.map(({ pages }) => pages));
process.stdout.write(
  `${count} snapshots tried, ${ends.length} grown to the cap: the slowest takes ${ends[0]?.work.toFixed(0)} ms of CPU in WebAssembly (goal 2000), the largest ${most} pages; ${failures.length} not answered\n`,
);
if (options.save) {
  const [slowest] = ends;
  const [largest] = [...ends].sort((a, b) => b.pages - a.pages);
  const found = [
    { name: 'the slowest that was found', shape: slowest?.shape },
    { name: 'the largest in memory that was found', shape: largest?.shape },
  ];
  writeFileSync(options.save === 'kept' ? kept : options.save, `${JSON.stringify(found, null, 1)}\n`);
}
process.exit(failures.length === 0 ? 0 : 1);
