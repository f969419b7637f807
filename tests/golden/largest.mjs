// The largest legal snapshots, each of a kind that was once slow or too large for the module: every one is answered, and
// none takes many times the work of a plain one of the same size. Work is CPU time in one run, so a busy machine agrees.
// node largest.mjs WASM_BUILD_DIR
import { readFileSync } from 'node:fs';
import { fitted, grown } from '../slowest/shape.ts';
import { loadModule } from './module.mjs';

const [build] = process.argv.slice(2);

const CAP = 8 * 1024 * 1024;
/** Times the work of a plain snapshot that is too much. */
const MOST = 6;
/** Turns of loops that are too many: half of what the extension allows (MOST_TURNS of engine.ts). */
const MOST_TURNS = 250_000_000;

const many = (count, make) => Array.from({ length: count }, (_, index) => make(index));
const at = '2026-10-01T00:00:00Z';
const spread = (index, of) => String((index * 7919) % of).padStart(5, '0');
/** Half of the posts have far more comments than the other half, and all tell of a giveaway. */
const post = (id, index) => ({ id, caption: 'giveaway', likes: 100 + index, comments: index < 510 ? 9 : 1e9, at });
const person = (handle) => ({ handle, relation: 'follower', followers: 0, following: 7500, posts: 0, hasAvatar: false });

const kinds = {
  plain: (pre) => ({ posts: many(1000, (i) => post(String(i), i)), comments: many(20_000, (i) => ({ postId: String(i % 1000), text: pre + spread(i, 20_000) })) }),
  'posts of one id, and comments alike up to their ends': (pre) => ({ posts: many(1000, (i) => post('p', i)), comments: many(20_000, (i) => ({ postId: 'p', text: pre + spread(i, 20_000) })) }),
  'ids alike up to their ends': (pre) => ({ posts: many(1000, (i) => post(pre + spread(i, 1000), i)), comments: many(20_000, (i) => ({ postId: pre + spread(i, 1000), text: 'x' })) }),
  'languages alike up to their ends': (pre) => ({ comments: many(20_000, (i) => ({ text: 'x', lang: pre + spread(i, 1000) })) }),
  'copies of one comment': (pre) => ({ comments: many(20_000, () => ({ text: pre })) }),
  'emoji alone': (pre) => ({ comments: many(20_000, () => ({ text: '👨‍👩‍👧‍👦'.repeat(pre.length / 25 + 1) })) }),
  'accents without end': (pre) => ({ comments: many(20_000, () => ({ text: `e${'\u0301'.repeat(pre.length / 2)}` })) }),
  'people who are all flagged': (pre) => ({ people: many(20_000, (i) => person(pre + i)) }),
  'few people of the longest names': (pre) => ({ people: many(2000, (i) => person(pre.repeat(12).slice(0, 4000) + i)) }),
  'readings of history': (pre) => ({ history: many(1000, (i) => ({ at, handle: 'h', followers: 100 + i, gone: many(Math.min(1000, 2 * pre.length), (j) => `g${j}`) })) }),
};

/** The text of a snapshot of a kind, as near to the cap as its size parameter goes. */
function largest(make) {
  const text = (size) =>
    JSON.stringify({ schema: 'plumb.snapshot/1', platform: 'instagram', capturedAt: '2026-11-22T10:00:00Z', profile: { handle: 'h', followers: 100_000 }, ...make('9'.repeat(size)) });
  let [low, high] = [1, 4000];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (Buffer.byteLength(text(middle)) <= CAP) low = middle;
    else high = middle - 1;
  }
  return text(low);
}

/** What the search for the slowest found (`./dev slowest --save kept`). */
const kept = JSON.parse(readFileSync(new URL('../slowest/kept.json', import.meta.url), 'utf8'));
const snapshots = [
  ...Object.entries(kinds).map(([name, make]) => [name, () => largest(make)]),
  ...kept.map(({ name, shape }) => [name, () => grown(fitted(shape, CAP), CAP)]),
];

let plain = 0;
let failed = 0;
for (const [name, make] of snapshots) {
  const snapshot = make();
  const core = await loadModule(build);
  core.score('{}', true);
  const turnsBefore = core.asm.turns.value;
  const before = process.cpuUsage();
  let answer;
  try {
    answer = core.score(snapshot, true);
  } catch (error) {
    answer = `trap: ${error}`;
  }
  const { user, system } = process.cpuUsage(before);
  const work = user + system;
  plain ||= work;
  const turns = Number(turnsBefore - core.asm.turns.value);
  const ok = answer.startsWith('{"schema":"plumb.report') && work <= MOST * plain && turns <= MOST_TURNS;
  failed += ok ? 0 : 1;
  const pages = core.HEAPU8.byteLength / 65_536;
  console.log(`${ok ? 'ok  ' : 'FAIL'} ${(work / plain).toFixed(2).padStart(6)} × plain, ${Math.round(turns / 1e6)} million turns, ${pages} pages, ${Buffer.byteLength(snapshot)} bytes: ${name}${ok ? '' : `: ${answer.slice(0, 80)}`}`);
}
console.log(`${snapshots.length} largest snapshots, ${failed} not answered or slow`);
process.exit(failed === 0 ? 0 : 1);
