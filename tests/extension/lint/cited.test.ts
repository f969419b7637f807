/** A comment that sends its reader to another file names one that is there. */
import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const skipped = /(?:^|\/)(?:node_modules|build|\.output|\.wxt|\.generated|\.git)$/;
const files = globSync('**/*', { cwd: root, exclude: (name) => skipped.test(name) });
/** Every file by the ends of its path: 'platforms/x/texts.ts' is also 'x/texts.ts' and 'texts.ts'. */
const ends = new Set(files.flatMap((file) => file.split('/').map((_, index, parts) => parts.slice(index).join('/'))));

const COMMENT = /\/\*[\s\S]*?\*\/|(?<!:)\/\/[^\n]*/g;
const FILE = /(?<![\w/.*<>…-])(?:[\w-]+\/)*[\w-]+(?:\.[\w-]+)*\.(?:md|tsx?|[ch]pp)\b(?![\w/*])/g;

/** What `plumb_calibrate` writes. */
const written = new Set(['goals.md']);

function citedIn(text: string): string[] {
  return (text.match(COMMENT) ?? []).flatMap((comment) => comment.match(FILE) ?? []);
}

describe('files that comments name', () => {
  const sources = files.filter((file) => /\.(?:ts|tsx|cpp|hpp)$/.test(file));

  it('are there', () => {
    expect(sources.length).toBeGreaterThan(300);
    const lost = sources.flatMap((file) =>
      citedIn(readFileSync(root + file, 'utf8'))
        .filter((name) => !ends.has(name) && !written.has(name) && !/\bNAME\./.test(name))
        .map((name) => `${file}: ${name}`),
    );
    expect(lost).toEqual([]);
  });

  it('are found in comments of both kinds, and nowhere else', () => {
    expect(
      citedIn('/** As README.md says. */\nconst a = "b.md"; // see x/texts.ts\n// https://a.example/c.md'),
    ).toEqual(['README.md', 'x/texts.ts']);
  });
});
