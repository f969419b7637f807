import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { named, testFiles, threats } from '../../threats/rows';

describe('the threats of SECURITY.md', () => {
  const tests = testFiles().map((file) => ({ file, ...named(readFileSync(file, 'utf8')) }));
  const rows = threats().map(({ row }) => row);

  it('have a test each that is named after them and tells its figure', () => {
    expect(rows.length).toBeGreaterThan(25);
    const without = rows.filter((row) => !tests.some(({ titles, figures }) => titles.has(row) && figures.has(row)));
    expect(without).toEqual([]);
  });

  it('are all that a test is named after', () => {
    const unknown = tests.flatMap(({ file, titles }) =>
      [...titles].filter((row) => !rows.includes(row)).map((row) => `${file}: ${row}`),
    );
    expect(unknown).toEqual([]);
  });

  it('would be told where one has none', () => {
    const [title, told] = ['T900', 'T901'];
    const text = `test('${title}: a', () => { figure('${told}', 'b', 0, 0); });`;
    expect(named(text)).toEqual({ titles: new Set(['T900']), figures: new Set(['T901']) });
    expect(threats('| T900 | a | b | c |\n| other | x | y | z |')).toEqual([
      { row: 'T900', threat: 'a', defence: 'b' },
    ]);
  });
});
