/** 40 locales × 25 printed forms, made from CLDR's patterns and the platforms' own habits. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { highOf, lowOf, readCount } from '../../../extension/reading/counts';
import { figure } from '../../threats/figure';

const LOCALES = [
  'ar',
  'bg',
  'bn',
  'ca',
  'cs',
  'da',
  'de',
  'el',
  'en',
  'en-GB',
  'en-IN',
  'es',
  'es-419',
  'et',
  'fa',
  'fi',
  'fil',
  'fr',
  'he',
  'hi',
  'hr',
  'hu',
  'id',
  'it',
  'ja',
  'ko',
  'lt',
  'ms',
  'nb',
  'nl',
  'pl',
  'pt',
  'pt-PT',
  'ro',
  'ru',
  'sv',
  'th',
  'tr',
  'uk',
  'vi',
];
const SHORT = [
  1234, 5678, 12_345, 56_789, 123_456, 987_654, 1_234_567, 9_876_543, 12_345_678, 123_456_789, 1_234_567_890,
];
const LONG = [4321, 54_321, 654_321, 7_654_321, 87_654_321];
const PLAIN = [7, 999, 1234, 54_321, 7_654_321];
const HABITS: [string, number][] = [
  ['1.2K', 1234],
  ['5.5M', 5_543_210],
  ['2.5k', 2560],
  ['25M', 25_400_000],
];

type Patterns = Record<string, string>;
interface Numbers {
  defaultNumberingSystem: string;
  [key: string]: unknown;
}

function numbersOf(locale: string): Numbers {
  const file = new URL(
    `../../../extension/node_modules/cldr-numbers-full/main/${locale}/numbers.json`,
    import.meta.url,
  );
  return JSON.parse(readFileSync(file, 'utf8')).main[locale].numbers;
}

const ZERO: Record<string, number> = { latn: 0x30, arab: 0x660, arabext: 0x6f0, beng: 0x9e6, deva: 0x966 };

/** Writes a number as CLDR's pattern says, its digits cut off to one decimal below ten units. */
function print(numbers: Numbers, value: number, patterns: Patterns | null): { text: string; unit: number } {
  const system = numbers.defaultNumberingSystem;
  const symbols = numbers[`symbols-numberSystem-${system}`] as { decimal: string; group: string };
  const digits = (text: string) =>
    text.replace(/\d/g, (digit) => String.fromCharCode((ZERO[system] as number) + Number(digit)));
  const grouped = (text: string) => text.replace(/\B(?=(\d{3})+$)/g, symbols.group);
  const size = 10 ** (String(value).length - 1);
  const pattern = (patterns?.[`${size}-count-other`] ?? '0').split(';', 1)[0]?.replace(/'/g, '') as string;
  const zeros = /0+/.exec(pattern)?.[0] ?? '0';
  if (!patterns || pattern === zeros) return { text: digits(grouped(String(value))), unit: 1 };
  const scale = size / 10 ** (zeros.length - 1);
  const decimals = zeros.length === 1 ? 1 : 0;
  const unit = scale / 10 ** decimals;
  const shown = Math.floor(value / unit) / 10 ** decimals;
  const [whole = '', fraction] = shown.toFixed(decimals).split('.');
  const mantissa = fraction && fraction !== '0' ? `${whole}${symbols.decimal}${fraction}` : grouped(whole);
  return { text: pattern.replace(zeros, digits(mantissa)), unit: fraction && fraction !== '0' ? unit : scale };
}

describe('40 locales × 25 forms', () => {
  const unclear: string[] = [];
  test.each(LOCALES)('%s', (locale) => {
    const numbers = numbersOf(locale);
    const formats = numbers[`decimalFormats-numberSystem-${numbers.defaultNumberingSystem}`] as {
      short: { decimalFormat: Patterns };
      long: { decimalFormat: Patterns };
    };
    const forms = [
      ...SHORT.map((value) => ({ value, ...print(numbers, value, formats.short.decimalFormat) })),
      ...LONG.map((value) => ({ value, ...print(numbers, value, formats.long.decimalFormat) })),
      ...PLAIN.map((value) => ({ value, ...print(numbers, value, null) })),
      ...HABITS.map(([text, value]) => ({
        value,
        text,
        unit: text.includes('.') ? (/m/i.test(text) ? 1e5 : 100) : 1e6,
      })),
    ];
    expect(forms.length).toBe(25);
    for (const { text, value, unit } of forms) {
      const count = readCount(`${text} · x`, { rounding: 'truncated', locale });
      if (count === null) {
        unclear.push(`${locale}: ${text}`);
        continue;
      }
      // A habit that means something else in this language ("1.2M" is milliards in Indonesian) must follow the language.
      if (HABITS.some(([habit]) => habit === text) && !(lowOf(count) <= value && value <= highOf(count))) {
        expect(['id', 'tr', 'da', 'es-419'].includes(locale), `${locale}: ${text} → ${JSON.stringify(count)}`).toBe(
          true,
        );
        continue;
      }
      expect(
        lowOf(count) <= value && value <= highOf(count) && highOf(count) - lowOf(count) < unit,
        `${locale}: ${text} for ${value} → ${JSON.stringify(count)}`,
      ).toBe(true);
    }
  });
  test('T25: what can be told is told', () => {
    expect(unclear).toEqual([]);
    figure('T25', 'counts of 40 locales × 25 forms that are misread', '0 of 1000', 0);
  });
});

describe('one letter with two meanings', () => {
  test.each([
    ['en', { low: 25_000_000, high: 25_999_999 }],
    ['en-GB', { low: 25_000_000, high: 25_999_999 }],
    ['ca', { low: 25_000, high: 25_999 }],
    ['fr', null],
    ['de', null],
    ['ja', null],
  ])('25m in %s', (locale, count) => expect(readCount('25m', { rounding: 'truncated', locale })).toEqual(count));
});
