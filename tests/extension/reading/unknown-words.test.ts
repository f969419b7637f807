/**
 * A number beside a word that is in no table is never told: all languages' forms × invented words, nouns, marks and
 * orders. `PLUMB_WORDS=10000` (in `extension/`: `vitest run unknown-words`) tries more than the 1,500 of each run.
 */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fieldWords, numberForms } from '../../../extension/.generated/number-forms';
import { highOf, lowOf, readCount, readCounts } from '../../../extension/reading/counts';
import { languageOf } from '../../../extension/reading/number-words';
import { figure } from '../../threats/figure';

const RUNS = Number(process.env['PLUMB_WORDS'] ?? 1500);
const LOCALES = [...numberForms.keys()];
const SCRIPTS: readonly (readonly [first: number, last: number])[] = [
  [0x61, 0x7a], // Latin
  [0x430, 0x44f], // Cyrillic
  [0x3b1, 0x3c9], // Greek
  [0x5d0, 0x5ea], // Hebrew
  [0x627, 0x64a], // Arabic
  [0x915, 0x939], // Devanagari
  [0x995, 0x9a8], // Bengali
  [0xb95, 0xb95], // Tamil
  [0xc15, 0xc28], // Telugu
  [0xd15, 0xd28], // Malayalam
  [0xe01, 0xe2e], // Thai
  [0x1000, 0x1020], // Burmese
  [0x1780, 0x17a2], // Khmer
  [0x10d0, 0x10f0], // Georgian
  [0x1200, 0x1206], // Ethiopic
  [0x4e00, 0x9fa5], // Han
  [0x30a1, 0x30fa], // Katakana
  [0xac00, 0xd7a3], // Hangul
];
const ZEROS = [0x30, 0x660, 0x6f0, 0x966, 0x9e6, 0xe50, 0x1040, 0x17e0, 0xff10, 0x1e950];

const locale = fc.constantFrom(...LOCALES);
const word = fc
  .constantFrom(...SCRIPTS)
  .chain(([first, last]) => fc.array(fc.integer({ min: first, max: last }), { minLength: 1, maxLength: 8 }))
  .map((codes) => String.fromCodePoint(...codes));
/** A word of the language: what is counted, with the blank that the language writes. */
const nounOf = (name: string) => {
  const { words, stems } = languageOf(name);
  const nouns = [...words, ...stems]
    .filter(([, kinds]) => !kinds.has('around') && !kinds.has('time') && !kinds.has('counter'))
    .map(([noun]) => noun);
  return fc.constantFrom(...nouns);
};
const digits = fc
  .tuple(
    fc.oneof(
      fc.integer({ min: 1, max: 9999 }).map(String),
      fc.integer({ min: 1, max: 999 }).map((value) => `${value}.${value % 10}`),
      fc.integer({ min: 1000, max: 9_999_999 }).map((value) => String(value).replace(/\B(?=(\d{3})+$)/g, ',')),
      fc.integer({ min: 1000, max: 9_999_999 }).map((value) => String(value).replace(/\B(?=(\d{3})+$)/g, '\u00a0')),
    ),
    fc.constantFrom(...ZEROS),
  )
  .map(([text, zero]) => text.replace(/\d/g, (digit) => String.fromCodePoint(zero + Number(digit))));

/** Nothing of the word is in the language's table, also not where it meets the digits. */
function isUnknown(invented: string, name: string): boolean {
  const { words, stems, forms } = languageOf(name);
  const lower = invented.toLowerCase();
  const known = [
    ...words.keys(),
    ...stems.keys(),
    ...[...forms.after, ...forms.before].map(([form]) => form.toLowerCase()),
    'k',
    'm',
  ];
  return !known.some((one) => lower === one || lower.startsWith(one) || lower.endsWith(one));
}

type Order = (number: string, invented: string, noun: string, unit: string) => string;
const ORDERS: readonly Order[] = [
  (number, invented) => `${number} ${invented}`,
  (number, invented) => `${number}${invented}`,
  (number, invented) => `${invented} ${number}`,
  (number, invented, noun) => `${number} ${invented} ${noun}`,
  (number, invented, noun) => `${number} ${invented}. ${noun}`,
  (number, invented, noun) => `${number}\u202f${invented}\n${noun}`,
  (number, invented, noun) => `${noun} ${number} ${invented}`,
  (number, invented, noun) => `${noun}: ${invented} ${number}`,
  (number, invented, noun) => `${invented} ${number} ${noun}`,
  (number, invented, noun) => `${noun}\n${number} ${invented} · 3`,
  (number, invented, noun, unit) => `${number} ${unit} ${invented} ${noun}`,
  (number, invented, noun, unit) => `${number} ${invented} ${unit} ${noun}`,
  (number, invented, noun, unit) => `${invented} ${number} ${unit} ${noun}`,
  (number, invented, noun) => `${number} „${invented}“ ${noun}`,
  (number, invented, noun) => `${number}\u200e ${invented} (${noun})`,
];

describe('a number beside a word that is in no table', () => {
  test('T25: is never told', () => {
    fc.assert(
      fc.property(
        locale.chain((name) =>
          fc.tuple(
            fc.constant(name),
            digits,
            word.filter((invented) => isUnknown(invented, name)),
            nounOf(name),
            fc.constantFrom(...languageOf(name).forms.after.map(([form]) => form), 'K', 'M'),
            fc.constantFrom(...ORDERS),
          ),
        ),
        fc.boolean(),
        ([name, number, invented, noun, unit, order], compact) => {
          const text = order(number, invented, noun, unit);
          const style = { rounding: 'truncated' as const, locale: name, compact };
          expect([text, readCount(text, style)]).toEqual([text, null]);
          const others = readCounts(text, style).filter((count) => count !== null && count !== 3);
          expect([text, others]).toEqual([text, []]);
        },
      ),
      { numRuns: RUNS },
    );
    figure('T25', 'numbers beside words of no table that are told', `0 of ${RUNS}`, 0);
  });

  test('is told with each unit and noun of its language, in every order', () => {
    fc.assert(
      fc.property(
        locale
          .filter((name) => fieldWords.has(name) && languageOf(name).forms.after.length > 0)
          .chain((name) =>
            fc.tuple(
              fc.constant(name),
              fc.constantFrom(...languageOf(name).forms.after.filter(([, power]) => power < 10)),
              nounOf(name),
            ),
          ),
        fc.integer({ min: 1, max: 99 }),
        fc.constantFrom(' ', '\u00a0', '. '),
        fc.boolean(),
        ([name, [unit, power], noun], value, blank, first) => {
          const text = first ? `${noun} ${value} ${unit}` : `${value} ${unit}${blank}${noun}`;
          const count = readCount(text, { rounding: 'truncated', locale: name });
          expect([text, count]).not.toEqual([text, null]);
          if (count === null) return;
          expect([text, lowOf(count)]).toEqual([text, value * 10 ** power]);
          expect([text, highOf(count)]).toEqual([text, (value + 1) * 10 ** power - 1]);
        },
      ),
      { numRuns: RUNS },
    );
  });
});
