/**
 * The promise of CONTRIBUTING.md, tried: "a new platform" is its folder, its row, its fixtures and its messages. An invented
 * one is added to a copy of the tree by these steps; everything else is made, builds, and its tests are green. Prints the
 * files that were written by hand and those that were made. Exit 1 where a step fails or another file is needed.
 */
import assert from 'node:assert/strict';
import { cpSync, globSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { bothHalves, copyOfTree, judgeChecklist, prepareExtension } from './copy.ts';

const NAME = 'chirp';
const ROW = `${NAME}\tyes\tyes\tno\tno\tno\tno\tyes\ttau.other\tsigma.likes.other\thalflife.other`;
/** The test that renews the tables of what is read. */
const TABLES = 'pages/table';
/** Tests that go through each platform by its name: only the new one's are run. */
const EACH = ['pages/fixtures', 'platforms/corruption', 'platforms/hosts', 'platforms/hostile'];
/** Tests of all platforms together. */
const ALL = [TABLES, 'platforms/bundles', 'settings/sites', 'views/words'];

const copy = copyOfTree();
const { at, edit } = copy;

/** What the checklist asks to be written, in its order. */
function writeByHand(): void {
  edit('wasm/data/platforms.tsv', (table) => table.replace(/^generic\t/m, `${ROW}\n$&`));
  cpSync(path.join(import.meta.dirname, 'platform'), copy.folder, { recursive: true });
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
  await prepareExtension(copy);
  await copy.run('extension: tables of what is read', 'vitest', ['run', TABLES], 'extension', {
    PLUMB_WRITE_TABLE: '1',
  });
  const own = await copy.run('extension: its tests', 'vitest', ['run', ...EACH, '-t', NAME], 'extension');
  for (const file of EACH) assert.match(own, new RegExp(`✓.*${file}\\.test\\.ts`), `${file} ran`);
  await copy.run('extension: tests of all platforms', 'vitest', ['run', ...ALL], 'extension');
  await copy.run('lint', 'node', ['tests/extension/lint/run.ts']);
}

try {
  writeByHand();
  const written = copy.touched();
  await bothHalves(buildCore(), buildExtension());
  const made = copy.touched().filter((file) => !written.includes(file));
  judgeChecklist('A new platform', (place) => place.replaceAll('<name>', NAME), { written, made });
  assert.deepEqual(made, ['README.md', 'tests/pages/README.md'], 'of the files of the tree only the tables are made');
} finally {
  copy.remove();
}
