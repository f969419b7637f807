/**
 * `./dev scale`: the same snapshots scored in every way in which more than one machine can: bytes compared, rates with one and
 * two workers, and what a hundred million would cost. A worker is a process with a part of the snapshots, as a machine would be.
 */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createReadStream, createWriteStream, existsSync, mkdirSync, openSync, rmSync } from 'node:fs';
import { availableParallelism, loadavg } from 'node:os';
import { join, resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import { packCore } from '../../extension/tools/core-package.ts';
import { snapshotOf } from '../bench/snapshots.ts';
import { toParquet } from './score.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const OUT = join(ROOT, 'out/scale');
const WORKERS = [1, 2];
const PROFILES = 100_000_000;

/** A process for a part of the snapshots: its command, and whether it writes the reports to its standard output. */
interface Way {
  name: string;
  command(part: string, reports: string): string[];
  prints?: boolean;
  parquet?: boolean;
}

const node = (way: string, core: string) => (part: string, reports: string) => [
  process.execPath,
  join(import.meta.dirname, 'score.ts'),
  way,
  part,
  reports,
  core,
];
const program = (file: string) => (part: string) => [file, 'score', part];

const engines = existsSync(join(import.meta.dirname, 'engines/node_modules/chdb'));

function waysWith(core: string): Way[] {
  const fixed = join(ROOT, 'build/static/plumb');
  const own: Way[] = [
    { name: 'plumb', command: program(join(ROOT, 'build/native/plumb')), prints: true },
    ...(existsSync(fixed) ? [{ name: 'plumb, static', command: program(fixed), prints: true }] : []),
    { name: 'npm package (WebAssembly)', command: node('npm', core) },
  ];
  return engines
    ? [
        ...own,
        { name: 'DuckDB over NDJSON', command: node('duckdb', core) },
        { name: 'DuckDB over Parquet', command: node('duckdb', core), parquet: true },
        { name: 'ClickHouse, executable', command: node('clickhouse', fixed) },
      ]
    : own;
}

const partFile = (index: number) => join(OUT, `snapshots-${index}.ndjson`);

/** Two files of snapshots, half of them each. */
async function makeParts(count: number): Promise<void> {
  for (const index of [0, 1]) {
    const [from, to] = [Math.floor((count * index) / 2), Math.floor((count * (index + 1)) / 2)];
    await pipeline(
      function* () {
        for (let seed = from + 1; seed <= to; seed += 1) yield `${snapshotOf(24, 60, 30, seed)}\n`;
      },
      createWriteStream(partFile(index)),
    );
    if (engines) await toParquet(partFile(index), partFile(index).replace('.ndjson', '.parquet'));
  }
}

function start({ command, prints, parquet }: Way, index: number): ChildProcess {
  const part = parquet ? partFile(index).replace('.ndjson', '.parquet') : partFile(index);
  const reports = join(OUT, `reports-${index}`);
  const [program, ...words] = command(part, reports) as [string, ...string[]];
  return spawn(program, words, { stdio: ['ignore', prints ? openSync(reports, 'w') : 'inherit', 'inherit'] });
}

async function ended(child: ChildProcess, name: string): Promise<void> {
  const [code] = await once(child, 'exit');
  if (code !== 0) throw new Error(`${name} ended with ${code}`);
}

/** @returns seconds, and what all reports hash to */
async function run(way: Way, workers: number): Promise<{ seconds: number; hash: string }> {
  for (const index of [0, 1])
    for (const end of ['', '.clickhouse'])
      rmSync(join(OUT, `reports-${index}${end}`), { recursive: true, force: true });
  const begin = performance.now();
  if (workers === 2) await Promise.all([0, 1].map((index) => ended(start(way, index), way.name)));
  else for (const index of [0, 1]) await ended(start(way, index), way.name);
  const seconds = (performance.now() - begin) / 1000;
  const hash = createHash('sha256');
  for (const index of [0, 1])
    for await (const bytes of createReadStream(join(OUT, `reports-${index}`))) hash.update(bytes as Buffer);
  return { seconds, hash: hash.digest('hex') };
}

function row(name: string, workers: number, count: number, seconds: number, once: number): string {
  const rate = count / seconds;
  const hours = PROFILES / rate / 3600;
  const more = workers > 1 ? `${(once / seconds).toFixed(2)} x` : '';
  const figures = [rate.toFixed(0), more, (hours * workers).toFixed(0)].map((text) => text.padStart(14)).join('');
  return `${name.padEnd(28)}${String(workers).padStart(8)}${figures}`;
}

export async function scale(count: number): Promise<void> {
  rmSync(OUT, { recursive: true, force: true });
  mkdirSync(OUT, { recursive: true });
  const tarball = packCore(OUT);
  execFileSync('tar', ['-xzf', tarball, '-C', OUT]);
  if (!engines)
    process.stdout.write(
      'Without the static plumb and the database engines: only ./dev scale makes and installs them.\n',
    );
  await makeParts(count);
  const load = loadavg()[0]?.toFixed(1);
  process.stdout.write(
    `${count} snapshots of 24 posts + 60 comments + 30 people, ${availableParallelism()} processors, load ${load} before\n${'way'.padEnd(28)}${'workers'.padStart(8)}${['a second', 'against one', 'hours a 10^8'].map((text) => text.padStart(14)).join('')}\n`,
  );
  let bytes: string | undefined;
  for (const way of waysWith(join(OUT, 'package'))) {
    let once = 0;
    for (const workers of WORKERS) {
      const { seconds, hash } = await run(way, workers);
      bytes ??= hash;
      if (hash !== bytes) throw new Error(`${way.name}, ${workers} workers: other bytes than the first way`);
      if (workers === 1) once = seconds;
      process.stdout.write(`${row(way.name, workers, count, seconds, once)}\n`);
    }
  }
  process.stdout.write(
    `The same bytes in every way: sha256 ${bytes}\nHours are of one processor, all workers together.\n`,
  );
  rmSync(OUT, { recursive: true, force: true });
}

if (import.meta.main) {
  const { values } = parseArgs({ options: { snapshots: { type: 'string', default: '100000' } } });
  const count = Number(values.snapshots);
  if (!Number.isInteger(count) || count < 2) throw new Error('--snapshots wants a whole number from 2.');
  await scale(count);
}
