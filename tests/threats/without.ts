/**
 * Takes each defence of defences.ts out of a copy of the tree, one after the other, and sees whether the test that is named
 * after its row of SECURITY.md fails: a test that passes without the defence shows nothing. Before that each of these tests
 * must pass in the copy as it is. Prints a line for each; exit 1 where a test passes without its defence, or the tree can't
 * be built without it, or no longer holds what is to be taken out.
 * Usage: node tests/threats/without.ts [ROW…]   (./dev defences builds what it needs)
 */
import assert from 'node:assert/strict';
import { globSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { copyOfTree, root } from '../newcomer/copy.ts';
import { type Change, type Defence, defences, type Tested } from './defences.ts';
import { threats } from './rows.ts';

const rows = process.argv.slice(2);
const unknown = rows.filter((row) => !defences.some((each) => each.row === row));
if (unknown.length > 0) {
  process.stderr.write(
    `without: no such row: ${unknown.join(', ')}. There are ${defences.map(({ row }) => row).join(' ')}\n`,
  );
  process.exit(2);
}
const chosen = defences.filter(({ row }) => rows.length === 0 || rows.includes(row));
const copy = copyOfTree();
const BUILD = 'build/defences';
/** The files in which tests of the core are named after a row. */
const CORE_TESTS = '/(properties_(input_)?native|score_test|json_suite_test|read_snapshot_test)[.]cpp$';
const inCore = (tested: Tested) => 'core' in tested;

/** The text without the defence. @throws where it does not hold it exactly once */
function without(text: string, { file, from, to }: Change): string {
  const changed = text.replace(from, to);
  assert.notEqual(changed, text, `${file} no longer holds ${from}`);
  if (typeof from === 'string') assert.equal(text.split(from).length, 2, `${file} holds ${from} more than once`);
  return changed;
}

async function build(tested: Tested): Promise<void> {
  if (inCore(tested))
    return void (await copy.run('build', 'cmake', ['--build', BUILD, '-j2', '--target', 'core_tests']));
  if ('unit' in tested) return;
  for (const browser of ['chrome', 'firefox'])
    await copy.run(`build for ${browser}`, 'wxt', ['build', '-b', browser], 'extension');
}

/** Runs the tests of a row. @returns what they printed; undefined where they pass */
async function failureOf({ row, tested }: Pick<Defence, 'row' | 'tested'>): Promise<string | undefined> {
  const run = (command: string, args: readonly string[], cwd = '.', env = {}) =>
    copy.run(`${row}: its tests`, command, args, cwd, { NO_COLOR: '1', ...env }).then(
      () => undefined,
      (error: Error & { printed?: string }) => error.printed ?? error.message,
    );
  if ('core' in tested)
    return run(`${BUILD}/tests/core_tests`, [tested.core], '.', {
      RC_PARAMS: 'seed=20261122 max_success=100',
    });
  if ('unit' in tested) return run('vitest', ['run', tested.unit, '-t', `\\b${row}: `], 'extension');
  return run('node', ['--test', `--test-name-pattern=\\b${row}: `, `tests/browser/${tested.browser}.test.ts`]);
}

/** A test failed, and not what is around it. */
function isOfTest(failure: string, { row, tested }: Defence): boolean {
  if ('core' in tested) return /\d+ failed/.test(failure);
  return new RegExp('unit' in tested ? `FAIL .*\\b${row}: ` : `✖ .*\\b${row}: `).test(failure);
}

/** What all builds and tests in the copy need, which no defence is a part of. */
async function prepare(): Promise<void> {
  if (chosen.some(({ tested }) => inCore(tested))) {
    const options = ['-G', 'Ninja', '-DCMAKE_BUILD_TYPE=Debug', `-DPLUMB_TESTS=${CORE_TESTS}`];
    await copy.run('core: configure', 'cmake', ['-S', '.', '-B', BUILD, ...options]);
  }
  if (chosen.every(({ tested }) => inCore(tested))) return;
  mkdirSync(copy.at('build'), { recursive: true });
  symlinkSync(path.join(root, 'build/wasm'), copy.at('build/wasm'));
  for (const tool of globSync('tools/generate-*.ts', {
    cwd: copy.at('extension'),
  }).sort())
    await copy.run(path.basename(tool, '.ts'), 'node', [tool], 'extension');
  await copy.run('prepare', 'wxt', ['prepare'], 'extension');
}

const nameOf = ({ row, tested }: Defence) => JSON.stringify([row, tested]);
const wrong: string[] = [];
const lines: string[] = [];
const MISSED = 'failed, as it has to';
let missed = 0;

/** One defence after the other: the copy is changed back before the next. */
async function tryWithout(defence: Defence): Promise<string> {
  const { row, changes, tested } = defence;
  const before = new Map(changes.map(({ file }) => [file, readFileSync(copy.at(file), 'utf8')]));
  for (const change of changes)
    writeFileSync(copy.at(change.file), without(readFileSync(copy.at(change.file), 'utf8'), change));
  try {
    await build(tested);
    const failure = await failureOf({ row, tested });
    if (failure === undefined) return 'PASSED WITHOUT IT';
    if (!isOfTest(failure, defence)) return `ENDED OTHERWISE: ${failure.slice(-2000)}`;
    return MISSED;
  } catch (error) {
    return `COULD NOT BE TRIED: ${error instanceof Error ? error.message.slice(-2000) : error}`;
  } finally {
    for (const [file, text] of before) writeFileSync(copy.at(file), text);
  }
}

try {
  await prepare();
  const kinds = new Map(chosen.map(({ tested }) => [Object.keys(tested)[0], tested]));
  for (const tested of kinds.values()) await build(tested);
  for (const defence of new Map(chosen.map((each) => [nameOf(each), each])).values()) {
    const failure = await failureOf(defence);
    if (failure !== undefined) wrong.push(`${defence.row} fails with its defence: ${failure.slice(-2000)}`);
  }
  for (const defence of chosen) {
    const outcome = await tryWithout(defence);
    lines.push(`${defence.row.padEnd(4)} ${defence.what.padEnd(70)} ${outcome.split('\n')[0]}`);
    if (outcome === MISSED) missed += 1;
    else wrong.push(`${defence.row}, ${defence.what}: ${outcome}`);
  }
} finally {
  copy.remove();
}
const missing = threats().filter(({ row }) => !defences.some((each) => each.row === row));
process.stdout.write(`${lines.join('\n')}\n`);
for (const each of wrong) process.stdout.write(`✖ ${each}\n`);
process.stdout.write(
  `${chosen.length} defences taken out, ${missed} missed by their tests; rows without one: ${missing.map(({ row }) => row).join(' ') || 'none'}\n`,
);
if (wrong.length > 0) process.exitCode = 1;
