/**
 * Mutation testing of the core: makes one thing of its source wrong, at places chosen by chance over all of the core but its headers, and sees
 * whether a test fails. node tests/mutants/run.ts [--sample N] [--seed N] [--file TEXT] [--quick]
 *
 * All mutants of the sample are compiled once, together, and one is chosen at run time (mutant.hpp): what is tried takes the
 * time of the tests alone, and only of those that reach it. As many are tried at a time as there are processors. Prints each that lives, and the share of those that were killed:
 * by the golden bytes, by the tests' own words, or by the properties. Those that no test reaches live, and are named so. One
 * that lives and of which the compiler makes the very code of the source is the same program: it is named, and does not
 * count. Ends with 1 below --least. --quick leaves out the properties, which kill few and take most of the time.
 */

import { exec, spawn, spawnSync } from 'node:child_process';
import { existsSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { randomFrom } from '../slowest/shape.ts';
import { OPTIONS } from './options.ts';
import { made, type Site, sitesOf } from './sites.ts';

const { values: options } = parseArgs({ options: { ...OPTIONS, quick: { type: 'boolean', default: false } } });
const root = join(import.meta.dirname, '../..');
const core = join(root, 'wasm/core');
/** Where the core and its tests are built as they are; `./dev mutants` sees to it. */
const native = join(root, 'build/native');
const folder = join(root, 'build/mutants');
const header = join(import.meta.dirname, 'mutant.hpp');
const objectOf = (file: string) => join(folder, `${file}.o`);
function stop(why: string): never {
  process.stderr.write(`mutants: ${why}\n`);
  process.exit(2);
}

interface Command {
  file: string;
  command: string;
}

const commands = (): Command[] => JSON.parse(readFileSync(join(native, 'compile_commands.json'), 'utf8'));

/** Compiles one file as it usually is, but for these options; returns what the compiler says where it fails. */
function compileOne(file: string, from: string, to: string, more: string): Promise<string> {
  const usual = commands().find((each) => each.file === join(core, file))?.command ?? stop(`nobody compiles ${file}`);
  const command = usual
    .replace(/ -O3| -DNDEBUG| -Werror/g, '')
    .replace(/ -o \S+ -c \S+$/, '')
    .concat(` ${more} -w -iquote ${dirname(join(core, file))} -include ${header} -o ${to} -c ${from}`);
  return new Promise((resolve) => {
    exec(command, { cwd: native, maxBuffer: 1 << 28 }, (error, _, text) => resolve(error ? text || String(error) : ''));
  });
}

/** Compiles these files with their mutants; returns the places that the compiler names where it fails. */
async function compile(files: ReadonlyMap<string, string>): Promise<{ file: string; line: number }[]> {
  const wrong: { file: string; line: number }[] = [];
  const waiting = [...files];
  const worker = async () => {
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      const [file, text] = next;
      const source = join(folder, file);
      if (existsSync(source) && existsSync(objectOf(file)) && readFileSync(source, 'utf8') === text) continue;
      mkdirSync(dirname(source), { recursive: true });
      writeFileSync(source, text);
      rmSync(objectOf(file), { force: true });
      const said = await compileOne(file, source, objectOf(file), '-O1');
      if (said === '') continue;
      // Places of the copy, or of a template of mutant.hpp that the copy asks for.
      const lines = said.matchAll(new RegExp(`${file}:(\\d+):\\d+:`, 'g'));
      const places = [...lines].map(([, line]) => ({
        file,
        line: Number(line),
      }));
      if (places.length === 0) stop(said.slice(0, 4000));
      wrong.push(...places);
    }
  };
  await Promise.all([worker(), worker()]);
  return wrong;
}

/** Whether the compiler makes the same code of the source and of this mutant of it. */
async function isSame(file: string, mutant: number): Promise<boolean> {
  const codeOf = async (number: number) => {
    const object = join(folder, 'fixed.o');
    const said = await compileOne(file, join(folder, file), object, `-O2 -DPLUMB_MUTANT_FIXED=${number}`);
    return said === '' ? readFileSync(object) : stop(said.slice(0, 4000));
  };
  const usual = unchanged.get(file) ?? (await codeOf(0));
  unchanged.set(file, usual);
  return usual.equals(await codeOf(mutant));
}
/** The code of each file without a mutant, as isSame compiles it. */
const unchanged = new Map<string, Buffer>();

/** Links the programs as they are, but for the core's files that have mutants. */
function link(files: Iterable<string>): void {
  const own = new Map([...files].map((file) => [file, objectOf(file)]));
  const usual = (file: string) => join(native, 'CMakeFiles/plumb_core.dir/wasm/core', `${file}.o`);
  const objects = globSync('**/*.cpp', { cwd: core }).map((file) => own.get(file) ?? usual(file));
  const library = join(folder, 'libmutants.a');
  rmSync(library, { force: true });
  const programs = [
    ['core_tests', 'tests/CMakeFiles/core_tests.dir', ' -lrapidcheck'],
    ['plumb', 'CMakeFiles/plumb.dir', ' -pthread'],
  ] as const;
  const run = (command: string) => {
    const { status, stderr } = spawnSync('bash', ['-c', command], {
      encoding: 'utf8',
      maxBuffer: 1 << 28,
    });
    if (status !== 0) stop(stderr.slice(0, 4000));
  };
  run(`ar rcs ${library} ${objects.join(' ')}`);
  for (const [name, its, libraries] of programs)
    run(`c++ -o ${folder}/${name} $(find ${native}/${its} -name '*.o') ${library}${libraries}`);
}

/** Whether a program fails, or does not end, with this mutant. */
function fails(command: string, endless: number, mutant: number, more: Record<string, string> = {}): Promise<boolean> {
  return new Promise((resolve, reject) => {
    spawn('bash', ['-c', `ulimit -t ${endless}; ulimit -c 0; ${command}`], {
      cwd: root,
      stdio: 'ignore',
      env: { ...process.env, ...more, PLUMB_MUTANT: String(mutant) },
    })
      .on('error', reject)
      .on('exit', (status) => resolve(status !== 0));
  });
}

const tests = `${folder}/core_tests`;
/** What is run one after the other, until one fails, with the CPU seconds after which it is endless. */
const ALL_STAGES = [
  [
    'the golden bytes',
    `${folder}/plumb score --details tests/golden/snapshots.jsonl | cmp -s - tests/golden/reports.jsonl`,
    5,
  ],
  ['a test', `${tests} -a '~[property]~[.deliberate]'`, 20],
  ['a property', `RC_PARAMS="seed=20261122 max_success=5" ${tests} -a '[property]'`, 60],
] as const;
const STAGES = options.quick ? ALL_STAGES.slice(0, 2) : ALL_STAGES;

const all = globSync('**/*.cpp', { cwd: core })
  .sort()
  .filter((file) => file.includes(options.file))
  .flatMap((file) => sitesOf(file, readFileSync(join(core, file), 'utf8')));
const random = randomFrom(Number(options.seed));
// Some do not compile: a few more than asked for are made.
const shuffled = all.map((site) => ({ site, by: random() })).sort((a, b) => a.by - b.by);
const chosen = shuffled.slice(0, Math.ceil(Number(options.sample) * 1.1));
const mutants = new Map(chosen.map(({ site }, index) => [index + 1, site]));
process.stdout.write(`${all.length} places, ${mutants.size} of them by chance\n`);

let stillborn = 0;
for (;;) {
  const files = new Map<string, string>();
  for (const { file } of mutants.values()) {
    const own = [...mutants].filter(([, site]) => site.file === file);
    files.set(file, made(readFileSync(join(core, file), 'utf8'), own));
  }
  const wrong = await compile(files);
  if (wrong.length === 0) {
    link(files.keys());
    break;
  }
  const before = mutants.size;
  for (const [number, site] of mutants)
    if (wrong.some(({ file, line }) => file === site.file && Math.abs(line - site.line) <= 2)) mutants.delete(number);
  if (mutants.size === before) stop(`does not compile: ${wrong.map(({ file, line }) => `${file}:${line}`).join(' ')}`);
  stillborn += before - mutants.size;
}
process.stdout.write(`${stillborn} do not compile\n`);

const list = join(folder, 'reached');
/** The mutants that each stage reaches. */
const reached = new Map<string, Set<number>>();
for (const [name, command, endless] of STAGES) {
  rmSync(list, { force: true });
  if (await fails(command, endless, 0, { PLUMB_MUTANTS_REACHED: list })) stop(`nothing is wrong, and ${name} fails`);
  reached.set(name, new Set(readFileSync(list, 'utf8').split('\n').filter(Boolean).map(Number)));
}

const killed = new Map<string, number>();
const living: (readonly [number: number, site: Site])[] = [];
let tried = 0;
let told = Date.now();
async function tryOne(number: number, site: Site): Promise<void> {
  const reaching = STAGES.filter(([name]) => reached.get(name)?.has(number));
  let by: string | undefined;
  for (const [name, command, endless] of reaching) {
    if (!(await fails(command, endless, number))) continue;
    by = name;
    break;
  }
  tried += 1;
  if (by) killed.set(by, (killed.get(by) ?? 0) + 1);
  else {
    living.push([number, site]);
    const never = reaching.length > 0 ? '' : ' (never run)';
    process.stdout.write(`lives  wasm/core/${site.file}:${site.line}: ${site.what}${never}\n`);
  }
  if (Date.now() - told < 30_000) return;
  told = Date.now();
  process.stderr.write(`  ${tried} of ${mutants.size}, ${living.length} live\n`);
}
const waiting = [...mutants];
const worker = async () => {
  for (let next = waiting.shift(); next; next = waiting.shift()) await tryOne(...next);
};
await Promise.all(Array.from({ length: availableParallelism() }, worker));
for (const [name, command, endless] of STAGES)
  if (await fails(command, endless, 0)) stop(`nothing is wrong, and ${name} fails: what is read changed meanwhile`);
for (const [by, count] of killed) process.stdout.write(`${count} killed by ${by}\n`);
let same = 0;
for (const [number, site] of living) {
  if (!(await isSame(site.file, number))) continue;
  same += 1;
  process.stdout.write(`same   wasm/core/${site.file}:${site.line}: ${site.what}\n`);
}
process.stdout.write(`${same} of which the compiler makes the same code do not count\n`);
const counted = tried - same;
const score = 1 - (living.length - same) / counted;
process.stdout.write(`${counted} mutants, ${living.length - same} live: ${(100 * score).toFixed(1)} % killed\n`);
process.exit(score >= Number(options.least) ? 0 : 1);
