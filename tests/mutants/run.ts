/**
 * Mutation testing of the core: makes one thing of its source wrong, at places chosen by chance over all of the core but its headers, and sees
 * whether a test fails. node tests/mutants/run.ts [--sample N] [--seed N] [--file TEXT]
 *
 * All mutants of the sample are compiled once, together, and one is chosen at run time (mutant.hpp): what is tried takes the
 * time of the tests alone. Prints each that lives, and the share of those that were killed: by the golden bytes, by the tests'
 * own words, or by the properties. Those that no test reaches live, and are named so. Ends with 1 below --least.
 */

import { exec, spawnSync } from 'node:child_process';
import { existsSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { randomFrom } from '../slowest/shape.ts';
import { made, sitesOf } from './sites.ts';

const { values: options } = parseArgs({
  options: {
    sample: { type: 'string', default: '320' },
    seed: { type: 'string', default: '1' },
    file: { type: 'string', default: '' },
    least: { type: 'string', default: '0.85' },
  },
});
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

/** Compiles these files with their mutants; returns the places that the compiler names where it fails. */
async function compile(files: ReadonlyMap<string, string>): Promise<{ file: string; line: number }[]> {
  const commands = JSON.parse(readFileSync(join(native, 'compile_commands.json'), 'utf8')) as Command[];
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
      const usual = commands.find((each) => each.file === join(core, file))?.command ?? stop(`nobody compiles ${file}`);
      const command = usual
        .replace(/ -O3| -DNDEBUG| -Werror/g, '')
        .replace(/ -o \S+ -c \S+$/, '')
        .concat(` -O1 -w -iquote ${dirname(join(core, file))} -include ${header} -o ${objectOf(file)} -c ${source}`);
      const said = await new Promise<string>((resolve) => {
        exec(command, { cwd: native, maxBuffer: 1 << 28 }, (error, _, text) =>
          resolve(error ? text || String(error) : ''),
        );
      });
      if (said === '') continue;
      // Places of the copy, or of a template of mutant.hpp that the copy asks for.
      const lines = said.matchAll(new RegExp(`${file}:(\\d+):\\d+:`, 'g'));
      const places = [...lines].map(([, line]) => ({ file, line: Number(line) }));
      if (places.length === 0) stop(said.slice(0, 4000));
      wrong.push(...places);
    }
  };
  await Promise.all([worker(), worker()]);
  return wrong;
}

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
    const { status, stderr } = spawnSync('bash', ['-c', command], { encoding: 'utf8', maxBuffer: 1 << 28 });
    if (status !== 0) stop(stderr.slice(0, 4000));
  };
  run(`ar rcs ${library} ${objects.join(' ')}`);
  for (const [name, its, libraries] of programs)
    run(`c++ -o ${folder}/${name} $(find ${native}/${its} -name '*.o') ${library}${libraries}`);
}

/** Whether a program fails, or does not end, with this mutant. */
function fails(command: string, endless: number, mutant: number, more: Record<string, string> = {}): boolean {
  const run = spawnSync('bash', ['-c', `ulimit -t ${endless}; ulimit -c 0; ${command}`], {
    cwd: root,
    stdio: 'ignore',
    env: { ...process.env, ...more, PLUMB_MUTANT: String(mutant) },
  });
  return run.status !== 0;
}

const tests = `${folder}/core_tests`;
/** Long: one about these files alone, one that scores every golden snapshot again for each of its fields. */
const SCHEMA = '"The schema and the reader agree*"';
const FIELDS = '"Leaving out any field of a golden*"';
/** What is run one after the other, until one fails, with the CPU seconds after which it is endless. */
const STAGES = [
  [
    'the golden bytes',
    `${folder}/plumb score --details tests/golden/snapshots.jsonl | cmp -s - tests/golden/reports.jsonl`,
    5,
  ],
  ['a test', `${tests} -a '~[property]~[.deliberate]~${SCHEMA}~${FIELDS}'`, 20],
  ['a property', `RC_PARAMS="seed=20261122 max_success=5" ${tests} -a '[property],${FIELDS}'`, 60],
  ['the schema', `${tests} -a '${SCHEMA}'`, 120],
] as const;
const stagesFor = (file: string) => STAGES.filter(([name]) => name !== 'the schema' || file.startsWith('snapshot/'));

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
const reached = new Set<number>();
for (const [name, command, endless] of STAGES) {
  if (fails(command, endless, 0, { PLUMB_MUTANTS_REACHED: list })) stop(`nothing is wrong, and ${name} fails`);
  for (const number of readFileSync(list, 'utf8').split('\n').filter(Boolean)) reached.add(Number(number));
}

const killed = new Map<string, number>();
let living = 0;
let tried = 0;
let told = Date.now();
for (const [number, site] of mutants) {
  const by = reached.has(number)
    ? stagesFor(site.file).find(([, command, endless]) => fails(command, endless, number))?.[0]
    : undefined;
  tried += 1;
  if (by) killed.set(by, (killed.get(by) ?? 0) + 1);
  else {
    living += 1;
    const never = reached.has(number) ? '' : ' (never run)';
    process.stdout.write(`lives  wasm/core/${site.file}:${site.line}: ${site.what}${never}\n`);
  }
  if (Date.now() - told < 30_000) continue;
  told = Date.now();
  process.stderr.write(`  ${tried} of ${mutants.size}, ${living} live\n`);
}
for (const [by, count] of killed) process.stdout.write(`${count} killed by ${by}\n`);
const score = 1 - living / tried;
process.stdout.write(`${tried} mutants, ${living} live: ${(100 * score).toFixed(1)} % killed\n`);
process.exit(score >= Number(options.least) ? 0 : 1);
