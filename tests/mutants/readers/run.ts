/**
 * Mutation testing of the readers (extension/reading, extension/platforms): StrykerJS makes one thing of their source wrong,
 * at places chosen by chance, and sees whether a unit test fails.
 * node tests/mutants/readers/run.ts [--sample N] [--seed N] [--file TEXT] [--least SHARE]
 *
 * It works on a copy of the tree, where there are no captures: a run that is ended leaves no wrong source, and says the same
 * on every machine. Prints each that lives, how many ended in which way, and the share of those that a test finds. Ends
 * with 1 below --least.
 */
import { spawnSync } from 'node:child_process';
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { createInstrumenter } from '@stryker-mutator/instrumenter';
import { createInjector } from 'typed-inject';
import { copyOfTree } from '../../newcomer/copy.ts';
import { OPTIONS } from '../options.ts';
import { chosen, keyOf, type Mutant, outcomeOf } from './sample.ts';

const { values: options } = parseArgs({ options: OPTIONS });
const silent = { isDebugEnabled: () => false, debug() {}, info() {}, warn() {} };

/** All mutants that StrykerJS knows to make of these files, in their order. @param files from the tree's root */
async function mutantsOf(root: string, files: readonly string[]): Promise<Mutant[]> {
  const instrumenter = createInjector().provideValue('logger', silent).injectFunction(createInstrumenter);
  const sources = files.map((name) => ({ name, content: readFileSync(path.join(root, name), 'utf8'), mutate: true }));
  const { mutants } = await instrumenter.instrument(sources, {
    plugins: null,
    excludedMutations: [],
    ignorers: [],
    noHeader: true,
  });
  return mutants;
}

/** The lines of each mutant, as StrykerJS's option `mutate` wants them; it runs in extension/. */
const linesOf = ({ fileName, location: { start, end } }: Mutant) =>
  `${path.relative('extension', fileName)}:${start.line + 1}-${end.line + 1}`;

const copy = copyOfTree();
let score = 0;
try {
  for (const tool of globSync('tools/generate-*.ts', { cwd: copy.at('extension') }).sort())
    await copy.run(`extension: ${tool}`, process.execPath, [tool], 'extension');
  const files = globSync('extension/{reading,platforms}/**/*.ts', { cwd: copy.folder })
    .filter((file) => file.includes(options.file))
    .sort();
  const all = await mutantsOf(copy.folder, files);
  const sample = chosen(all, Number(options.sample), Number(options.seed));
  if (sample.length === 0) throw new Error(`no mutant of a reader whose path holds "${options.file}"`);
  process.stdout.write(`${all.length} mutants of ${files.length} files, ${sample.length} of them by chance\n`);
  const keys = copy.at('sample.json');
  writeFileSync(keys, JSON.stringify(sample.map(keyOf)));
  const settings = {
    inPlace: true,
    mutate: [...new Set(sample.map(linesOf))],
    plugins: ['@stryker-mutator/vitest-runner', path.join(import.meta.dirname, 'checker.ts')],
    checkers: ['sample'],
    testRunner: 'vitest',
    vitest: { configFile: copy.at('tests/mutants/readers/vitest.config.ts'), related: false },
    coverageAnalysis: 'perTest',
    concurrency: Math.min(2, availableParallelism()),
    // Ends what hangs: what runs in circles is found by counting its steps. No test is too slow for a busy machine.
    timeoutMS: 120_000,
    timeoutFactor: 10,
    dryRunTimeoutMinutes: 60,
    disableTypeChecks: false,
    allowEmpty: true,
    // It warns of each test that stands outside extension/, as all do.
    logLevel: 'error',
    reporters: ['json', 'progress-append-only'],
    jsonReporter: { fileName: copy.at('mutants.json') },
  };
  writeFileSync(copy.at('extension/stryker.config.json'), JSON.stringify(settings));
  const program = path.join(import.meta.dirname, 'node_modules/@stryker-mutator/core/bin/stryker.js');
  const { status } = spawnSync(process.execPath, [program, 'run', 'stryker.config.json'], {
    cwd: copy.at('extension'),
    env: { ...process.env, PLUMB_SAMPLE: keys },
    stdio: ['ignore', 2, 2],
  });
  if (status !== 0) throw new Error(`StrykerJS ended with ${status}`);
  const outcome = outcomeOf(JSON.parse(readFileSync(copy.at('mutants.json'), 'utf8')));
  for (const one of outcome.living) process.stdout.write(`lives  extension/${one}\n`);
  const ended = Object.values(outcome.counts).reduce((sum, count) => sum + count, 0);
  if (ended !== sample.length) throw new Error(`${sample.length} mutants chosen, and ${ended} tried`);
  for (const [name, count] of Object.entries(outcome.counts)) process.stdout.write(`${count} ${name}\n`);
  process.stdout.write(`${outcome.static} of them stand where a file is loaded: all tests were run for each\n`);
  score = outcome.score;
  process.stdout.write(
    `${outcome.counted} mutants, ${outcome.living.length} live: ${(100 * score).toFixed(1)} % found by a test\n`,
  );
} finally {
  copy.remove();
}
process.exit(score >= Number(options.least) ? 0 : 1);
