import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { guarded, readTable, tableText, unguarded } from '../../../extension/vetting/spreadsheet';
import { formulaPayloads } from './formula-payloads';

const rowsOf = (text: string) => {
  const table = readTable(text);
  if ('error' in table) throw new Error(table.error);
  return table.rows;
};
/** Signs with which a spreadsheet begins a formula, after anything that it would skip. */
const FORMULA = /^[\s\p{Cc}\p{Cf}]*[=+\-@＝＋－＠]/u;
/** Texts made of what is special in such files, and of anything else. */
const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc
    .array(fc.constantFrom("'", '=', '+', '@', ';', ',', '"', '\t', '\r', '\n', ' ', 'a', '＝', '\u200b'), {
      maxLength: 12,
    })
    .map((parts) => parts.join('')),
);

describe('a text in a spreadsheet', () => {
  it('is no formula, with any of 60 payloads, however the cells are taken apart', () => {
    expect(formulaPayloads.length).toBeGreaterThanOrEqual(60);
    for (const payload of formulaPayloads) {
      const written = guarded(payload);
      for (const part of written.split(/[;\t\r\n]/)) expect(part, JSON.stringify(payload)).not.toMatch(FORMULA);
      expect(unguarded(written)).toBe(payload);
    }
  });

  it('stays as it was where nothing in it could be a formula', () => {
    for (const plain of ['', 'Ines', "it's fine", 'a=b', 'offer €1,600; ask first', '10 % more, -5 % later'])
      expect(guarded(plain)).toBe(plain);
  });

  it('comes back letter by letter, whatever it is', () => {
    fc.assert(fc.property(text, (one) => unguarded(guarded(one)) === one));
  });
});

describe('a table as text', () => {
  it('has a byte order mark, CRLF, points and quotes where they are needed', () => {
    expect(
      tableText(
        [
          ['a', 'b'],
          [1234.5, 'say "so", then'],
          [undefined, ' x'],
        ],
        ',',
      ),
    ).toBe('\ufeffa,b\r\n1234.5,"say ""so"", then"\r\n," x"\r\n');
  });

  it('is read back as it was written', () => {
    const cell = text.map((one) => one.toWellFormed().replaceAll('\0', ''));
    const row = fc.array(cell, { minLength: 3, maxLength: 3 }).filter((cells) => cells.some((one) => one !== ''));
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 4 }), (rows) => {
        const head = ['a', 'b', 'c'];
        expect(rowsOf(tableText([head, ...rows], ','))).toEqual([head, ...rows]);
      }),
    );
  });

  it('as TSV has one line a row', () => {
    expect(tableText([['a\tb', 'c\r\nd']], '\t')).toBe('\ufeffa b\tc d\r\n');
  });

  it.each([
    [
      'a;b\r\n1;2\r\n',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'a\tb\n1\t\n',
      [
        ['a', 'b'],
        ['1', ''],
      ],
    ],
    [
      'a,b\n\n,\n"x\ny",2',
      [
        ['a', 'b'],
        ['x\ny', '2'],
      ],
    ],
    [
      '"a,b";c\n1;2',
      [
        ['a,b', 'c'],
        ['1', '2'],
      ],
    ],
    [
      'a,b\n"x"y,2',
      [
        ['a', 'b'],
        ['xy', '2'],
      ],
    ],
    ['handles\nfernhollow', [['handles'], ['fernhollow']]],
  ])('is read as other programs write it: %j', (written, rows) => {
    expect(rowsOf(written)).toEqual(rows);
  });

  it('is refused where it can’t be read, and where it is no end of it', () => {
    expect(readTable('')).toEqual({ error: 'nothing' });
    expect(readTable('\ufeff\r\n,\r\n')).toEqual({ error: 'nothing' });
    expect(readTable('a,"b\n1,2')).toEqual({ error: 'unclosed_quote' });
    expect(readTable('x'.repeat(4_000_001))).toEqual({ error: 'too_large' });
    expect(readTable('a\n'.repeat(6000))).toEqual({ error: 'too_large' });
    expect(readTable(','.repeat(500))).toEqual({ error: 'too_large' });
  });
});
