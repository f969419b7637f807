/**
 * The promise of CONTRIBUTING.md, tried: "a new signal" is one file, one line of the list, its numbers, its messages and its
 * test. An invented one is added to a copy of the tree by these steps; names, schema and types are made of them, the core
 * and its tests are green. Prints the files that were written by hand and those that were made. Exit 1 where a step fails,
 * another file is needed, or a signal without its test goes unnoticed.
 */
import assert from 'node:assert/strict';
import { cpSync, globSync, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { bothHalves, copyOfTree, judgeChecklist, prepareExtension } from './copy.ts';

const ID = 'caption_questions';
const LINE = `${ID}\tcontent\tengagement\t1\ttrue\tnone\tCaptions that ask something: people who want an answer`;
const ROWS = [
  `${ID}.full\t0.5\tjudgement: share of asking captions from which more adds nothing\t\t2026`,
  `${ID}.strength\t0.2\tjudgement: ln odds between gamma = 1 and 0\t\t2026`,
];
/** What it is called, and what is said of what was seen, in each language. */
const WORDS: Readonly<Record<string, readonly [name: string, seen: string]>> = {
  ar: ['أسئلة في النصوص', '{seen} فيها سؤال'],
  de: ['Fragen in den Texten', '{seen} mit einer Frage'],
  en: ['Questions in captions', '{seen} ask something'],
  es: ['Preguntas en los textos', '{seen} con una pregunta'],
  fr: ['Questions dans les textes', '{seen} avec une question'],
  ja: ['本文の質問', '質問のある投稿：{seen}'],
  pt: ['Perguntas nos textos', '{seen} com uma pergunta'],
};
/** Tests of the core that each signal goes through. */
const CORE_TESTS = '/core/signals/|/core/base/tables_test|/core/golden_test';
const HAS_TEST = 'Every signal has its own file and its own test*';

const copy = copyOfTree();
const { at, edit } = copy;

/** What the checklist asks to be written, in its order; the test comes last. */
function writeByHand(): void {
  edit('wasm/data/signals.tsv', (list) => list.replace(/^cadence\t/m, `${LINE}\n$&`));
  cpSync(path.join(import.meta.dirname, 'signal/wasm'), at('wasm'), {
    recursive: true,
  });
  edit('wasm/data/priors.tsv', (table) => `${table}${ROWS.join('\n')}\n`);
  for (const file of globSync('extension/public/_locales/*/messages.json', {
    cwd: copy.folder,
  })) {
    const words = WORDS[path.basename(path.dirname(file))];
    assert.ok(words, `no words for ${file}`);
    edit(file, (text) => {
      const parts = { name: words[0], seen: words[1] };
      const entries = Object.entries(parts).map(
        ([part, message]) => `  "signal_${ID}_${part}": {\n    "message": ${JSON.stringify(message)}\n  },\n`,
      );
      return text.replace(/^ {2}"signal_cadence_name"/m, `${entries.join('')}$&`);
    });
  }
}

async function buildCore(): Promise<void> {
  // Without optimising: what is shown is that it compiles and that its tests pass.
  const options = ['-G', 'Ninja', '-DCMAKE_BUILD_TYPE=Debug', `-DPLUMB_TESTS=${CORE_TESTS}`];
  await copy.run('core: configure', 'cmake', ['-S', '.', '-B', 'build/newcomer', ...options]);
  const build = (...targets: string[]) => [
    ...['--build', 'build/newcomer', '-j', String(availableParallelism()), '--target', 'core_tests', ...targets],
  ];
  await copy.run('core: build without the test', 'cmake', build('plumb'));
  await assert.rejects(copy.run('core: a missing test is seen', 'build/newcomer/tests/core_tests', [HAS_TEST]), {
    message: new RegExp(`needs a\\s+TEST_CASE tagged \\[${ID}\\]`),
  });
  cpSync(path.join(import.meta.dirname, 'signal/tests'), at('tests'), {
    recursive: true,
  });
  await copy.run('core: build', 'cmake', build());
  const args = ['score', '--details', 'tests/golden/snapshots.jsonl'];
  // Three golden snapshots are refused, so that the command line ends with 1.
  const script = `build/newcomer/plumb ${args.join(' ')} > tests/golden/reports.jsonl; [ $? = 1 ]`;
  await copy.run('core: golden reports', 'bash', ['-c', script]);
  await copy.run('core: tests', 'build/newcomer/tests/core_tests', []);
}

async function buildExtension(): Promise<void> {
  await prepareExtension(copy);
  await copy.run('extension: unit tests', 'vitest', ['run', 'views/words'], 'extension');
}

try {
  writeByHand();
  await bothHalves(buildCore(), buildExtension());
  const made = ['tests/golden/reports.jsonl'];
  const written = copy.touched().filter((file) => !made.includes(file));
  judgeChecklist('A new signal', (place) => place.replaceAll('<id>', ID), { written, made });
  const report = readFileSync(at('tests/golden/reports.jsonl'), 'utf8');
  assert.match(report, new RegExp(`"id":"${ID}","family":"content"`), 'a golden report shows the signal');
} finally {
  copy.remove();
}
