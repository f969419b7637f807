/**
 * The same logic stands once. A copy-paste detector (jscpd) looks at the extension, the core and the tests; pairs that stay
 * are listed below, each with its reason. Lists of imports and includes are no logic.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** Shorter pieces are alike by chance. */
const LEAST = { tokens: 50, lines: 5 };
const ROOMS = ['extension', 'wasm', 'tests'];
const FORMATS = 'typescript,tsx,javascript,cpp,cpp-header,c,bash,css';
const GENERATED = ['node_modules', '.output', '.wxt', '.generated', 'build', 'golden'].map((name) => `**/${name}/**`);
const NO_LOGIC = ['import [^;]*;', '#include [^\\n]*'];

export interface Copy {
  /** Both places, in the order of their names; twice the same where a file repeats itself. */
  files: readonly [string, string];
  /** First lines of the two. */
  lines: readonly [number, number];
  tokens: number;
}

/** Pairs of files that may hold the same piece, and why. */
export const allowed: readonly { files: readonly [string, string]; reason: string }[] = [
  ...[
    ['extension/platforms/instagram/address.ts', 'extension/platforms/youtube/address.ts'] as const,
    ['extension/platforms/kick/address.ts', 'extension/platforms/twitch/address.ts'] as const,
  ].map((files) => ({ files, reason: 'takes an address apart into its words; what they mean is each platform’s own' })),
  ...[
    ['tests/browser/page-report.test.ts', 'tests/browser/samples.test.ts'] as const,
    ['tests/browser/choices.test.ts', 'tests/browser/clicks.test.ts'] as const,
    ['tests/browser/clicks.test.ts', 'tests/browser/page-report.test.ts'] as const,
    ['tests/browser/clicks.test.ts', 'tests/browser/reported.test.ts'] as const,
    ['tests/browser/page-report.test.ts', 'tests/browser/reported.test.ts'] as const,
    ['tests/browser/clicks.test.ts', 'tests/browser/samples.test.ts'] as const,
    ['tests/browser/observer-clicked.test.ts', 'tests/browser/replay.test.ts'] as const,
  ].map((files) => ({
    files,
    reason: 'opens a session for each browser and closes it: the runner’s own form of that',
  })),
  {
    files: ['tests/calibration/random.hpp', 'tests/core/random_snapshot.hpp'],
    reason:
      'the generator’s step alone is alike; the calibration and the core’s tests share no code and draw differently',
  },
  {
    files: ['wasm/core/text/character_ranges.cpp', 'wasm/core/text/lookalike_ranges.cpp'],
    reason: 'reads the lines of a table at compile time; the columns and what is made of them are each table’s own',
  },
  {
    files: ['tests/extension/dossier/dossier.test.ts', 'tests/extension/dossier/dossier.test.ts'],
    reason: 'a second reading that is written out, equal to the first and not the same',
  },
  {
    files: ['tests/extension/page/drawing.test.ts', 'tests/extension/page/page-script.test.ts'],
    reason: 'the runner takes what a module is replaced by only from the test’s own file',
  },
  {
    files: ['wasm/core/signals/giveaway_posts.cpp', 'wasm/core/signals/viral_posts.cpp'],
    reason: 'counts the posts that its own condition names; the condition is the signal',
  },
];

interface Place {
  name: string;
  start: number;
}

/** All copies in these files or folders. Throws where the detector says nothing that can be understood. @param root what the names are told from */
export function copiesIn(root: string, places: readonly string[] = ROOMS): Copy[] {
  const own = createRequire(new URL('../../../extension/package.json', import.meta.url));
  const out = mkdtempSync(path.join(tmpdir(), 'plumb-copies-'));
  try {
    const options = {
      'min-tokens': LEAST.tokens,
      'min-lines': LEAST.lines,
      format: FORMATS,
      ignore: GENERATED.join(','),
      'ignore-pattern': NO_LOGIC.join(','),
      reporters: 'json',
      output: out,
    };
    const words = Object.entries(options).flatMap(([name, value]) => [`--${name}`, String(value)]);
    const all = [own.resolve('jscpd/run-jscpd.js'), ...words, '--absolute', '--fail-on-empty', ...places];
    const ran = spawnSync(process.execPath, all, { cwd: root, encoding: 'utf8' });
    if (ran.status !== 0) throw new Error(`jscpd failed: ${ran.stderr || ran.stdout}`);
    const { duplicates } = JSON.parse(readFileSync(path.join(out, 'jscpd-report.json'), 'utf8')) as {
      duplicates: { firstFile: Place; secondFile: Place; tokens: number }[];
    };
    return duplicates.map(({ firstFile, secondFile, tokens }) => {
      const [a, b] = [firstFile, secondFile].map(({ name, start }) => ({ name: path.relative(root, name), start }));
      const [first, second] = a!.name <= b!.name ? [a!, b!] : [b!, a!];
      return { files: [first.name, second.name], lines: [first.start, second.start], tokens };
    });
  } finally {
    rmSync(out, { recursive: true });
  }
}

export interface CheckedCopies {
  /** Copies without a reason. */
  wrong: Copy[];
  /** Reasons for pairs that are no copies any more. */
  unused: string[];
}

export function checkCopies(found: readonly Copy[], list = allowed): CheckedCopies {
  const keyOf = ({ files }: { files: readonly string[] }) => files.join(' ');
  const stay = new Set(list.map(keyOf));
  const there = new Set(found.map(keyOf));
  return {
    wrong: found.filter((copy) => !stay.has(keyOf(copy))),
    unused: [...stay].filter((key) => !there.has(key)),
  };
}
