/**
 * Runs the browser tests for `./dev test`: several files at once, for browsers wait most of the time, and the longest
 * first, so that none of these is left to run alone at the end. (`node --test` takes files by their names.)
 * With --threats only the tests that are named after a row of SECURITY.md; with --failed FILE what failed is written there,
 * to be told once more where it is looked for: at the end.
 *
 * Four files with their browsers on a machine of two processors are a load that no person's browser has. So a file that
 * fails is run once more, alone: what is wrong fails again and is red. What then passes is told as unsteady, with its
 * reason, and wants to be mended: it may be a race in the product.
 */
import { appendFileSync, globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { run } from 'node:test';
import { spec } from 'node:test/reporters';

const AT_ONCE = 4;
const LONGEST = [
  'captures',
  'hidden',
  'faults',
  'choices',
  'surfaces',
  'on-pages',
  'navigation',
  'hostile',
  'overlay',
  'visual',
];

const all = globSync('*.test.ts', { cwd: import.meta.dirname }).sort();
const first = LONGEST.map((name) => `${name}.test.ts`);
for (const name of first) if (!all.includes(name)) throw new Error(`There is no ${name}.`);
const files = [...first, ...all.filter((name) => !first.includes(name))].map((name) => join(import.meta.dirname, name));

const threats = process.argv.includes('--threats');
const TITLE = /\bT\d+: /;
const chosen = threats ? files.filter((file) => TITLE.test(readFileSync(file, 'utf8'))) : files;

const told = process.argv.includes('--failed') ? process.argv[process.argv.indexOf('--failed') + 1] : undefined;
/** Enough to see what failed where, and no page of it. */
const LONGEST_REASON = 3000;
const reasonOf = ({ cause, message }: Error): string =>
  String(cause instanceof Error ? (cause.stack ?? cause.message) : (cause ?? message)).slice(0, LONGEST_REASON);

interface Failure {
  name: string;
  file: string;
  reason: string;
}

/** Runs files and prints what they say. @returns what failed in them */
async function failuresOf(names: readonly string[], concurrency: number): Promise<Failure[]> {
  const failures: Failure[] = [];
  const tests = run({ files: names, concurrency, ...(threats && { testNamePatterns: [TITLE] }) });
  tests.on('test:fail', ({ name, file = '', details: { error } }) => {
    // A suite fails with its tests, and says no more than they do.
    if (!('failureType' in error && error.failureType === 'subtestsFailed'))
      failures.push({ name, file, reason: reasonOf(error) });
  });
  await pipeline(tests.compose(spec), process.stdout, { end: false });
  return failures;
}

const tell = (sign: string, failures: readonly Failure[]) => {
  if (told)
    for (const { name, file, reason } of failures) appendFileSync(told, `${sign} ${name}\n  ${file}\n${reason}\n`);
};

/** More than these is no accident of a busy machine. */
const MOST_REPEATED = 3;

const failed = await failuresOf(chosen, AT_ONCE);
const broken = [...new Set(failed.map(({ file }) => file))];
const isRepeated = broken.length > 0 && broken.length <= MOST_REPEATED && broken.every((file) => chosen.includes(file));
if (isRepeated) process.stdout.write(`\nonce more, each alone: ${broken.map((file) => basename(file)).join(', ')}\n`);
const again = isRepeated ? await failuresOf(broken, 1) : failed;
if (again.length > 0) process.exitCode = 1;
const red = new Set(again.map(({ file }) => file));
tell(
  '⚠ unsteady: failed beside others and passed alone:',
  failed.filter(({ file }) => !red.has(file)),
);
tell('✖', again);
