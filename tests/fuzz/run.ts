/**
 * Runs the fuzz targets of the core, one after the other, and prints how many inputs each has tried.
 * node tests/fuzz/run.ts [--build DIR] (--short | --minutes N) [--only TARGET] [--keep]
 *
 * Each begins with the kept corpus (corpus/TARGET.b64, one input a line in base64), those that read snapshots with the golden
 * ones too. An input that ends a target stays in out/fuzz, is named, and the exit code is 1. `--keep` puts the least set of
 * small inputs that reaches all that was reached into the kept corpus.
 */
import { spawn, spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

const root = join(import.meta.dirname, '../..');
const kept = (target: string) => join(import.meta.dirname, 'corpus', `${target}.b64`);

interface Target {
  /** Bytes of an input. */
  longest: number;
  /** Inputs of the short form: together some ten seconds of one core. */
  short: number;
  /** Reads snapshots: begins with the golden ones. */
  golden?: boolean;
  /** Share of the time. */
  share: number;
}

const targets: Record<string, Target> = {
  snapshot: { longest: 4096, short: 2000, golden: true, share: 2 },
  score: { longest: 4096, short: 300, golden: true, share: 4 },
  text: { longest: 1024, short: 20_000, share: 2 },
  values: { longest: 256, short: 100_000, share: 1 },
  comments: { longest: 2048, short: 1500, share: 2 },
  report: { longest: 2048, short: 4000, share: 1 },
};

/** What is kept of one input and of a target's corpus, bytes. */
const SMALL = 1500;
const ENOUGH = 60_000;

const { values: options } = parseArgs({
  options: {
    build: { type: 'string', default: join(root, 'build/fuzz') },
    short: { type: 'boolean', default: false },
    minutes: { type: 'string' },
    only: { type: 'string' },
    keep: { type: 'boolean', default: false },
  },
});

function stop(why: string): never {
  process.stderr.write(`fuzz: ${why}\n`);
  process.exit(2);
}

function seed(name: string, target: Target, folder: string): void {
  const lines = existsSync(kept(name)) ? readFileSync(kept(name), 'utf8').split('\n').filter(Boolean) : [];
  for (const [index, line] of lines.entries())
    writeFileSync(join(folder, `kept-${index}`), Buffer.from(line, 'base64'));
  if (!target.golden) return;
  const golden = readFileSync(join(root, 'tests/golden/snapshots.jsonl'), 'utf8').split('\n');
  for (const [index, line] of golden.entries())
    if (line.length > 0 && line.length <= target.longest) writeFileSync(join(folder, `golden-${index}`), line);
}

interface Outcome {
  tried: number;
  reached: number;
  /** Files that end the target. */
  found: string[];
  code: number | null;
}

const program = (name: string) => join(options.build, 'tests/fuzz', `fuzz_${name}`);
const found = (name: string) => join(root, 'out/fuzz', name);

/** Runs a target, and prints its own words of progress every so often. */
function run(name: string, target: Target, folder: string, limits: readonly string[]): Promise<Outcome> {
  mkdirSync(found(name), { recursive: true });
  const before = new Set(readdirSync(found(name)));
  const flags = [`-max_len=${target.longest}`, '-timeout=30', '-rss_limit_mb=4096', '-print_final_stats=1'];
  const words = join(import.meta.dirname, `${target.golden ? 'snapshot' : name}.dict`);
  const dictionary = existsSync(words) ? [`-dict=${words}`] : [];
  const child = spawn(program(name), [...flags, ...dictionary, ...limits, `-artifact_prefix=${found(name)}/`, folder], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  let tried = 0;
  let reached = 0;
  let told = Date.now();
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said = (said + text).slice(-20_000);
    for (const [, count, cover] of text.matchAll(/#(\d+)\s.*?cov: (\d+)/g)) {
      tried = Number(count);
      reached = Number(cover);
    }
    if (Date.now() - told < 30_000) return;
    told = Date.now();
    process.stderr.write(`  ${name}: ${tried} inputs, ${reached} places reached\n`);
  });
  return new Promise((resolve) => {
    child.on('close', (code) => {
      tried = Number(/number_of_executed_units:\s*(\d+)/.exec(said)?.[1] ?? tried);
      const files = readdirSync(found(name)).filter((file) => !before.has(file));
      if (code !== 0) process.stderr.write(said.slice(-4000));
      resolve({ tried, reached, code, found: files.map((file) => join(found(name), file)) });
    });
  });
}

/** The least set of small inputs that reaches what the folder's reach, the smallest first until there are enough. */
function keep(name: string, target: Target, folder: string): void {
  const small = mkdtempSync(join(tmpdir(), 'plumb-fuzz-'));
  const least = mkdtempSync(join(tmpdir(), 'plumb-fuzz-'));
  for (const file of readdirSync(folder))
    if (!file.startsWith('golden-') && statSync(join(folder, file)).size <= SMALL)
      writeFileSync(join(small, file), readFileSync(join(folder, file)));
  spawnSync(program(name), ['-merge=1', `-max_len=${target.longest}`, least, small], { stdio: 'ignore' });
  const inputs = readdirSync(least).map((file) => readFileSync(join(least, file)).toString('base64'));
  inputs.sort((a, b) => a.length - b.length || (a < b ? -1 : 1));
  const lines: string[] = [];
  for (let size = 0; lines.length < inputs.length; size += lines.at(-1)?.length ?? 0) {
    if (size > ENOUGH) break;
    lines.push(inputs[lines.length] as string);
  }
  writeFileSync(kept(name), `${lines.join('\n')}\n`);
  process.stderr.write(`  ${name}: ${lines.length} of ${inputs.length} inputs are kept\n`);
  for (const each of [small, least]) rmSync(each, { recursive: true });
}

const minutes = Number(options.minutes);
if (!options.short && !(minutes > 0)) stop('--minutes N, or --short');
const chosen = Object.entries(targets).filter(([name]) => !options.only || name === options.only);
if (chosen.length === 0) stop(`no target ${options.only}; there are ${Object.keys(targets).join(', ')}`);
const shares = chosen.reduce((sum, [, { share }]) => sum + share, 0);

let all = 0;
const broken: string[] = [];
for (const [name, target] of chosen) {
  const folder = mkdtempSync(join(tmpdir(), 'plumb-fuzz-'));
  seed(name, target, folder);
  const seeds = readdirSync(folder).length;
  // The short form tries the same inputs in every run, and ends by their number.
  const limits = options.short
    ? [`-runs=${target.short + seeds}`, '-seed=20261122']
    : [`-max_total_time=${Math.ceil((minutes * 60 * target.share) / shares)}`];
  const outcome = await run(name, target, folder, limits);
  all += outcome.tried;
  const ok = outcome.code === 0 && outcome.tried >= (options.short ? target.short : 1);
  process.stdout.write(
    `${ok ? 'ok  ' : 'FAIL'} ${name.padEnd(9)} ${String(outcome.tried).padStart(9)} inputs, ${seeds} at the start, ${outcome.reached} places reached\n`,
  );
  for (const file of outcome.found) process.stdout.write(`     ended by ${file}\n`);
  if (!ok) broken.push(name);
  if (ok && options.keep) keep(name, target, folder);
  rmSync(folder, { recursive: true });
}
process.stdout.write(`${all} inputs, ${broken.length} of ${chosen.length} targets ended by one\n`);
process.exit(broken.length === 0 ? 0 : 1);
