/**
 * The promise of CONTRIBUTING.md, tried: "a new platform" is its folder, its row, its fixtures and its messages. An invented
 * one is added to a copy of the tree by these steps; everything else is made, builds, and its tests are green. Prints the
 * files that were written by hand and those that were made. Exit 1 where a step fails or another file is needed.
 */
import assert from 'node:assert/strict';
import { cpSync, globSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { copyOfTree, pathsInChecklist } from './copy.ts';

const NAME = 'chirp';
const ROW = `${NAME}\tyes\tno\tno\tno\tyes\ttau.other\tsigma.likes.other\thalflife.other`;
/** Tests of the extension that each platform goes through; the first renews the tables of what is read. */
const TABLES = 'pages/table';
const UNIT_TESTS = [
  TABLES,
  'pages/fixtures',
  'platforms/addresses',
  'platforms/bundles',
  'platforms/corruption',
  'platforms/hosts',
  'platforms/hostile',
  'settings/sites',
  'views/words',
];

const copy = copyOfTree();
const at = (file: string) => path.join(copy.folder, file);
const edit = (file: string, change: (text: string) => string) =>
  writeFileSync(at(file), change(readFileSync(at(file), 'utf8')));

/** What the checklist asks to be written, in its order. */
function writeByHand(): void {
  edit('wasm/data/platforms.tsv', (table) => table.replace(/^generic\t/m, `${ROW}\n$&`));
  cpSync(path.join(import.meta.dirname, 'platform'), copy.folder, { recursive: true });
  // What a newcomer writes stands nowhere else: the lint would call it a copy.
  rmSync(at('tests/newcomer/platform'), { recursive: true });
  for (const file of globSync('extension/public/_locales/*/messages.json', { cwd: copy.folder }))
    edit(file, (text) =>
      text.replace(/^ {2}"platform_generic"/m, `  "platform_${NAME}": {\n    "message": "Chirp"\n  },\n$&`),
    );
}

async function buildCore(): Promise<void> {
  // Without optimising: what is shown is that it compiles and that its tests pass.
  const options = [
    '-G',
    'Ninja',
    '-DCMAKE_BUILD_TYPE=Debug',
    '-DPLUMB_TESTS=/core/base/.*_test\\.cpp$|/core/snapshot/read_',
  ];
  await copy.run('core: configure', 'cmake', ['-S', '.', '-B', 'build/newcomer', ...options]);
  const jobs = String(availableParallelism());
  await copy.run('core: build', 'cmake', ['--build', 'build/newcomer', '-j', jobs, '--target', 'plumb', 'core_tests']);
  await copy.run('core: tests', 'build/newcomer/tests/core_tests', []);
  const snapshot = JSON.stringify({
    schema: 'plumb.snapshot/1',
    platform: NAME,
    profile: { handle: 'wren', followers: 48210 },
  });
  writeFileSync(at('build/chirp.json'), snapshot);
  const report = JSON.parse(await copy.run('core: a report', 'build/newcomer/plumb', ['score', 'build/chirp.json']));
  assert.equal(report.platform, NAME);
}

async function buildExtension(): Promise<void> {
  for (const tool of globSync('tools/generate-*.ts', { cwd: at('extension') }).sort())
    await copy.run(`extension: ${path.basename(tool, '.ts')}`, 'node', [tool], 'extension');
  await copy.run('extension: prepare', 'wxt', ['prepare'], 'extension');
  await copy.run('extension: types', 'tsc', [], 'extension');
  await copy.run('extension: tables of what is read', 'vitest', ['run', TABLES], 'extension', {
    PLUMB_WRITE_TABLE: '1',
  });
  await copy.run('extension: unit tests', 'vitest', ['run', ...UNIT_TESTS], 'extension');
  await copy.run('lint', 'node', ['tests/extension/lint/run.ts']);
}

/** The paths of the checklist as they are for this platform. */
const asked = pathsInChecklist('A new platform').map((place) => place.replaceAll('<name>', NAME));
const isOf = (place: string, file: string) =>
  new RegExp(`^${place.replace(/[.]/g, '\\.').replaceAll('*', '[^/]+')}${place.endsWith('/') ? '' : '$'}`).test(file);

try {
  writeByHand();
  const written = copy.touched();
  await Promise.all([buildCore(), buildExtension()]);
  const made = copy.touched().filter((file) => !written.includes(file));
  process.stdout.write(`written by hand:\n${written.map((file) => `  ${file}\n`).join('')}`);
  process.stdout.write(`made of it:\n${made.map((file) => `  ${file}\n`).join('')}`);
  const unasked = [...written, ...made].filter((file) => !asked.some((place) => isOf(place, file)));
  assert.deepEqual(unasked, [], 'CONTRIBUTING.md names every file');
  const idle = asked.filter((place) => ![...written, ...made].some((file) => isOf(place, file)));
  assert.deepEqual(idle, [], 'CONTRIBUTING.md names no file that is not needed');
  assert.deepEqual(made, ['README.md', 'tests/pages/README.md'], 'of the files of the tree only the tables are made');
} finally {
  copy.remove();
}
