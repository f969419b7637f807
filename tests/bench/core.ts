/** The core natively and as WebAssembly, processor time, taking turns on the same snapshots; its memory over many accounts. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';
import { snapshotOf } from './snapshots.ts';
import { median, type Row } from './table.ts';

/** Of one run, natively: the system counts the processor time of a thread in ticks of 4 ms. */
const RUN_MS = 40;
const MOST_CALLS = 60;
const ROOT = resolve(import.meta.dirname, '../..');
/** What a person opens. */
const USUAL = { posts: 24, comments: 60, people: 30, history: 0 };
type Size = typeof USUAL;
/** One kind of input grows to its cap, the others stay as usual. */
const GROWING: Record<keyof Size, readonly number[]> = {
  posts: [125, 250, 500, 1000],
  comments: [2500, 5000, 10_000, 20_000],
  people: [2500, 5000, 10_000, 20_000],
  history: [125, 250, 500, 1000],
};
const kinds = Object.keys(GROWING) as (keyof Size)[];

interface Plumb {
  score(text: string, details: boolean): string;
}

/** The module as the extension loads it, and its memory. */
export async function webAssembly(): Promise<{ plumb: Plumb; pages(): number }> {
  const folder = join(ROOT, 'build/wasm');
  const { default: create } = await import(pathToFileURL(join(folder, 'plumb.mjs')).href);
  const bytes = readFileSync(join(folder, 'plumb.wasm'));
  let memory: WebAssembly.Memory | undefined;
  const plumb: Plumb = await create({
    locateFile: (path: string) => path,
    instantiateWasm: (imports: WebAssembly.Imports, done: (instance: WebAssembly.Instance) => void) => {
      WebAssembly.instantiate(bytes, imports).then(({ instance }) => {
        memory = Object.values(instance.exports).find((each) => each instanceof WebAssembly.Memory);
        done(instance);
      });
      return {};
    },
  });
  return { plumb, pages: () => (memory?.buffer.byteLength ?? Number.NaN) / 65_536 };
}

/** A process of plumb_bench: ms of processor time for one score of a snapshot, and the length of its report in bytes. */
class Native {
  readonly #folder = mkdtempSync(join(tmpdir(), 'plumb-bench-'));
  readonly #process;
  readonly #lines;

  constructor(snapshots: readonly string[]) {
    const file = join(this.#folder, 'snapshots.ndjson');
    writeFileSync(file, snapshots.map((text) => `${text}\n`).join(''));
    this.#process = spawn(join(ROOT, 'build/native/plumb_bench'), [file], { stdio: ['pipe', 'pipe', 'inherit'] });
    this.#lines = createInterface({ input: this.#process.stdout })[Symbol.asyncIterator]();
  }

  async score(index: number, calls: number): Promise<{ took: number; bytes: number }> {
    this.#process.stdin.write(`${index} ${calls}\n`);
    const { value, done } = await this.#lines.next();
    if (done) throw new Error('plumb_bench ended');
    const [nanoseconds, bytes] = String(value).split(' ').map(Number);
    return { took: (nanoseconds ?? Number.NaN) / 1e6, bytes: bytes ?? Number.NaN };
  }

  async close(): Promise<void> {
    this.#process.stdin.end();
    await once(this.#process, 'exit');
    rmSync(this.#folder, { recursive: true });
  }
}

interface Input {
  name: string;
  text: string;
  runs: number;
  /** How often it is scored in one run. */
  calls: number;
  native: number[];
  wasm: number[];
}

/** Slope of ln time over ln size, of what the growing kind adds to the usual snapshot. */
function exponent(sizes: readonly number[], times: readonly number[]): number {
  const points = sizes.map((size, k) => [Math.log(size), Math.log(Math.max(times[k] ?? 0, 1e-6))] as const);
  const mean = (at: 0 | 1) => points.reduce((sum, point) => sum + point[at], 0) / points.length;
  const [x, y] = [mean(0), mean(1)];
  const over = points.reduce((sum, point) => sum + (point[0] - x) * (point[1] - y), 0);
  return over / points.reduce((sum, point) => sum + (point[0] - x) ** 2, 0);
}

/** Of this thread, ms: it does not grow where the machine is busy with other things, or others of its threads compile. */
export function processorTime(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}

/** @throws where the two builds answer with different lengths */
async function takeTurns(inputs: readonly Input[], plumb: Plumb): Promise<void> {
  const native = new Native(inputs.map(({ text }) => text));
  try {
    const most = Math.max(...inputs.map(({ runs }) => runs));
    for (let run = -1; run < most; run += 1) {
      for (const [index, input] of inputs.entries()) {
        const { name, text, runs, calls, native: nativeTimes, wasm } = input;
        if (run >= runs) continue;
        const { took, bytes } = await native.score(index, calls);
        const begin = processorTime();
        let report = '';
        for (let call = 0; call < calls; call += 1) report = plumb.score(text, false);
        const wasmTook = (processorTime() - begin) / calls;
        if (Buffer.byteLength(report) !== bytes) throw new Error(`${name}: the two builds answer differently`);
        if (run < 0) {
          input.calls = Math.max(1, Math.min(MOST_CALLS, Math.round(RUN_MS / took)));
          continue; // the first is for warming up
        }
        nativeTimes.push(took);
        wasm.push(wasmTook);
      }
    }
  } finally {
    await native.close();
  }
}

export async function coreRows(quick: boolean): Promise<Row[]> {
  const { plumb, pages } = await webAssembly();
  const input = (name: string, size: Size, runs: number): Input => ({
    name,
    text: snapshotOf(size.posts, size.comments, size.people, 1, size.history),
    runs,
    calls: 5,
    native: [],
    wasm: [],
  });
  const usual = input('usual', USUAL, quick ? 8 : 40);
  const growing = kinds.map((kind) =>
    GROWING[kind].map((n) => input(`${n} ${kind}`, { ...USUAL, [kind]: n }, quick ? 3 : 9)),
  );
  await takeTurns([usual, ...growing.flat()], plumb);

  const rows: Row[] = [];
  const add = (name: string, unit: string, values: readonly number[]) => rows.push({ name, unit, values });
  add('core, native: 24 posts + 60 comments + 30 people', 'ms', usual.native);
  add(
    'core, native: such snapshots a second and processor',
    '/s',
    usual.native.map((took) => 1000 / took),
  );
  add('core, WebAssembly: 24 posts + 60 comments + 30 people', 'ms', usual.wasm);
  const ratios = [usual, ...growing.flat()].map(({ native, wasm }) => median(wasm) / median(native));
  for (const [k, kind] of kinds.entries()) {
    const inputs = growing[k] ?? [];
    const last = inputs.at(-1);
    if (!last) continue;
    add(`core, native: ${last.name}`, 'ms', last.native);
    add(`core, WebAssembly: ${last.name}`, 'ms', last.wasm);
    for (const [build, of] of [
      ['native', 'native'],
      ['WebAssembly', 'wasm'],
    ] as const) {
      const base = median(usual[of]);
      add(`core, ${build}: exponent of ${kind}`, '', [
        exponent(
          GROWING[kind],
          inputs.map((each) => median(each[of]) - base),
        ),
      ]);
    }
  }
  add('core: WebAssembly against native, over the inputs', 'x', ratios);
  add('core, WebAssembly: memory that 900 more accounts take', 'pages', [await memoryOfMany()]);
  add('core, WebAssembly: memory after the largest of these inputs', 'pages', [pages()]);
  return rows;
}

/** Pages of 64 KiB after a thousand accounts beyond those after a hundred, in a fresh instance. */
async function memoryOfMany(): Promise<number> {
  const { plumb, pages } = await webAssembly();
  let first = Number.NaN;
  for (let seed = 1; seed <= 1000; seed += 1) {
    plumb.score(snapshotOf(USUAL.posts, USUAL.comments, USUAL.people, seed), false);
    if (seed === 100) first = pages();
  }
  return pages() - first;
}
