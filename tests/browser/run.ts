/**
 * Runs the browser tests for `./dev test`: several files at once, for browsers wait most of the time, and the longest
 * first, so that none of these is left to run alone at the end. (`node --test` takes files by their names.)
 * With --threats only the tests that are named after a row of SECURITY.md; with --failed FILE what failed is written there,
 * to be told once more where it is looked for: at the end.
 */
import { appendFileSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
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

run({ files: chosen, concurrency: AT_ONCE, ...(threats && { testNamePatterns: [TITLE] }) })
  .on('test:fail', ({ name, file, details: { error } }) => {
    process.exitCode = 1;
    // A suite fails with its tests, and says no more than they do.
    if (told && !('failureType' in error && error.failureType === 'subtestsFailed'))
      appendFileSync(told, `✖ ${name}\n  ${file}\n${reasonOf(error)}\n`);
  })
  .compose(spec)
  .pipe(process.stdout);
