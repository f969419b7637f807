/**
 * Printed numbers → Count (wasm/schema/snapshot.schema.json): an exact integer, or an interval where the page printed a rounded one.
 * A form that can mean two things gives an interval over both or null, never a guess.
 */

import { type NumberForms, numberForms } from '../.generated/number-forms';
import type { Count } from '../.generated/snapshot';

export const COUNT_MAX = 1e12;

/** Instagram, X and YouTube cut digits off; elsewhere it is not known. */
export type Rounding = 'truncated' | 'unknown';

export interface NumberStyle {
  rounding: Rounding;
  /** `<html lang>`; English where the page names none, as the platforms themselves fall back. */
  locale?: string | undefined;
  /**
   * The place prints compact numbers. Where a locale has no short form for thousands (German 12.300), a number that
   * ends in zeros may be a rounded one, so it becomes an interval.
   */
  compact?: boolean;
}

/** An exact JSON count: a non-negative integer, or digits in a string. Anything else is unknown. */
export function exactCount(value: unknown): number | undefined {
  const number = typeof value === 'string' && /^\d{1,13}$/.test(value) ? Number(value) : value;
  return typeof number === 'number' && Number.isSafeInteger(number) && number >= 0 && number <= COUNT_MAX
    ? number
    : undefined;
}

/** The values that a number printed in steps of `unit` can stand for. */
export function interval(printed: number, unit: number, rounding: Rounding): Count | null {
  const low = rounding === 'truncated' ? printed : Math.max(0, Math.ceil(printed - unit / 2));
  const high = printed + unit - 1;
  if (!Number.isSafeInteger(low) || !Number.isSafeInteger(high) || high > COUNT_MAX) return null;
  return low === high ? low : { low, high };
}

export function lowOf(count: Count): number {
  return typeof count === 'number' ? count : count.low;
}

export function highOf(count: Count): number {
  return typeof count === 'number' ? count : count.high;
}

/** The sum of counts, as an interval where one is. */
export function sumOf(counts: readonly Count[]): Count | undefined {
  if (counts.length === 0) return undefined;
  const low = counts.reduce<number>((sum, count) => sum + lowOf(count), 0);
  const high = counts.reduce<number>((sum, count) => sum + highOf(count), 0);
  return high > COUNT_MAX ? undefined : low === high ? low : { low, high };
}

/** Reads the first number of a text. @returns null where there is none, or where it can't be told what it says. */
export function readCount(text: unknown, style: NumberStyle): Count | null {
  return readAll(text, style, 1)[0] ?? null;
}

/** Reads every number of a sentence ('2,362 Followers, 136 Following'), in order; null for those that can't be told. */
export function readCounts(text: unknown, style: NumberStyle): (Count | null)[] {
  return readAll(text, style, 32);
}

const DIRECTION_MARKS = /[\u200b\u200e\u200f\u061c\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g;
/** Code points of the digit zero in the scripts whose digits the platforms print. */
const ZEROS = [
  0x660, 0x6f0, 0x7c0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66, 0xe50, 0xed0, 0xf20, 0x1040,
  0x17e0, 0x1810,
];

/** One way to write spaces and digits: full width, Arabic, Indic … digits become 0–9; direction marks vanish. */
export function plainDigits(text: string): string {
  return text
    .normalize('NFKC')
    .replace(DIRECTION_MARKS, '')
    .replace(/\s+/g, ' ')
    .replace(/\P{ASCII}/gu, (char) => {
      const code = char.charCodeAt(0);
      const zero = ZEROS.find((start) => code >= start && code <= start + 9);
      return zero === undefined ? char : String(code - zero);
    });
}

/** The number forms of a page language; the nearest parent's, English at last. */
export function formsOf(locale: string | undefined): NumberForms {
  const english = numberForms.get('en') as NumberForms;
  if (!locale) return english;
  let tag = locale.toLowerCase().replace(/_/g, '-').slice(0, 40);
  if (/^zh-(tw|hk|mo)\b/.test(tag)) tag = 'zh-hant';
  if (tag === 'iw') tag = 'he';
  for (; tag; tag = tag.slice(0, Math.max(0, tag.lastIndexOf('-')))) {
    const forms = numberForms.get(tag);
    if (forms) return forms;
  }
  return english;
}

const TOKEN = /\d{1,3}(?:[ '’]\d{3})+(?:[.,٫]\d+)?(?!\d)|\d+(?:[.,٫٬]\d+)*/g;
/** Letters right before digits make a name ('A12'), signs right before or after them a date, a tag or a share. */
const NAME_BEFORE = /[\p{Script=Latin}\p{Script=Cyrillic}#@_:/-]$/u;
const NAME_AFTER = /^(?:[:/%_-]\d|%|\p{Script=Latin}\d)/u;

function readAll(text: unknown, style: NumberStyle, most: number): (Count | null)[] {
  if (typeof text !== 'string') return [];
  const plain = plainDigits(text.slice(0, 2000));
  const forms = formsOf(style.locale);
  const counts: (Count | null)[] = [];
  for (const match of plain.matchAll(TOKEN)) {
    const head = plain.slice(0, match.index);
    const tail = plain.slice(match.index + match[0].length);
    if (NAME_BEFORE.test(head) && !wordBefore(head, forms)) continue;
    if (NAME_AFTER.test(tail)) continue;
    counts.push(readToken(match[0], head, tail, forms, style));
    if (counts.length >= most) break;
  }
  return counts;
}

function readToken(token: string, head: string, tail: string, forms: NumberForms, style: NumberStyle): Count | null {
  const form = formAfter(tail, forms) ?? wordBefore(head, forms);
  if (form === 'unclear') return null;
  const parts = split(token, forms, form !== null, form?.foreign ?? false);
  if (!parts) return null;
  const { digits, decimals } = parts;
  if (digits.length > 15) return null;
  const printed = Number(digits);
  if (!form) {
    if (decimals > 0) return null;
    const zeros = /0+$/.exec(digits)?.[0].length ?? 0;
    const unit = style.compact && !forms.thousands && printed >= 1000 ? 10 ** zeros : 1;
    return interval(printed, unit, style.rounding);
  }
  const readings = form.powers.map((power) => {
    const unit = 10 ** (power - decimals);
    return unit < 1 ? null : interval(printed * unit, unit, style.rounding);
  });
  if (readings.some((reading) => reading === null) || readings.length === 0) return null;
  const all = readings as Count[];
  const low = Math.min(...all.map(lowOf));
  const high = Math.max(...all.map(highOf));
  return low === high ? low : { low, high };
}

interface Form {
  powers: number[];
  /** The form is not of the page's language: its digits may be written the English way. */
  foreign?: boolean;
}

/** What platforms print in any language when they don't follow its own forms. */
const EVERYWHERE: readonly (readonly [string, number])[] = [
  ['bn', 9],
  ['k', 3],
  ['m', 6],
  ['b', 9],
];
const ANY_LANGUAGE: readonly (readonly [string, number])[] = [...numberForms.values()].flatMap((forms) => forms.after);

/** The same few words follow the numbers of a page. */
const told = new WeakMap<NumberForms, Map<string, Form | null | 'unclear'>>();

function formAfter(tail: string, forms: NumberForms): Form | null | 'unclear' {
  const words = tail.slice(0, 40);
  const known = told.get(forms) ?? new Map<string, Form | null | 'unclear'>();
  told.set(forms, known);
  const before = known.get(words);
  if (before !== undefined) return before;
  if (known.size > 1000) known.clear();
  const form = tell(words, forms);
  known.set(words, form);
  return form;
}

function tell(tail: string, forms: NumberForms): Form | null | 'unclear' {
  const rest = tail.replace(/^ /, '');
  const own = matching(rest, forms.after);
  if (own) return own;
  const common = matching(rest, EVERYWHERE);
  if (common) return { ...common, foreign: true };
  // '5 mil' on an English page: a form of some other language, so the number is not what its digits say.
  return /^\p{L}/u.test(rest) && matching(rest, ANY_LANGUAGE) ? 'unclear' : null;
}

function wordBefore(head: string, forms: NumberForms): Form | null {
  const rest = head.trimEnd().toLowerCase();
  const found = forms.before.filter(([word]) => rest.endsWith(word.toLowerCase()));
  const longest = found[0]?.[0].length;
  return found.length ? { powers: found.filter(([word]) => word.length === longest).map(([, power]) => power) } : null;
}

interface After {
  word: string;
  lower: string;
  power: number;
}
/** The forms of a list by their first letter in lower case: all languages together have thousands. */
const byLetter = new WeakMap<readonly (readonly [string, number])[], Map<string, After[]>>();

function likely(letter: string, after: readonly (readonly [string, number])[]): readonly After[] {
  let known = byLetter.get(after);
  if (!known) {
    known = new Map();
    for (const [word, power] of after) {
      const lower = word.toLowerCase();
      const same = known.get(lower.charAt(0));
      if (same) same.push({ word, lower, power });
      else known.set(lower.charAt(0), [{ word, lower, power }]);
    }
    byLetter.set(after, known);
  }
  return known.get(letter) ?? [];
}

function matching(rest: string, after: readonly (readonly [string, number])[]): Form | null {
  const small = rest.toLowerCase();
  const candidates = likely(small.charAt(0), after);
  for (const same of [({ word }: After) => rest.startsWith(word), ({ lower }: After) => small.startsWith(lower)]) {
    const found = candidates.filter((one) => same(one) && endsThere(rest, one.word));
    const longest = Math.max(0, ...found.map(({ word }) => word.length));
    if (found.length)
      return { powers: [...new Set(found.filter(({ word }) => word.length === longest).map(({ power }) => power))] };
  }
  return null;
}

/** Scripts with spaces end a form at a word's end; 万人, 천회 and ล้านคน go on without one. */
function endsThere(rest: string, word: string): boolean {
  return !ENDS_SPACED.test(word) || !GOES_ON.test(rest.slice(word.length));
}

const SPACED = [
  'Latin',
  'Cyrillic',
  'Greek',
  'Arabic',
  'Hebrew',
  'Armenian',
  'Georgian',
  'Devanagari',
  'Bengali',
  'Gujarati',
  'Gurmukhi',
  'Kannada',
  'Malayalam',
  'Tamil',
  'Telugu',
  'Sinhala',
]
  .map((script) => `\\p{Script=${script}}`)
  .join('');
const ENDS_SPACED = new RegExp(`[${SPACED}]$`, 'u');
const GOES_ON = new RegExp(`^[${SPACED}\\p{M}\\d]`, 'u');

/** Digits without separators, and how many of them are decimals; null where that can't be told. */
function split(
  token: string,
  forms: NumberForms,
  formed: boolean,
  foreign: boolean,
): { digits: string; decimals: number } | null {
  const joined = token.replace(/[ '’٬]/g, '');
  const separators = joined.match(/[.,٫]/g) ?? [];
  if (separators.length === 0) return { digits: joined, decimals: 0 };
  const last = separators[separators.length - 1] as string;
  const at = joined.lastIndexOf(last);
  const decimals = joined.length - at - 1;
  const asDecimal = () => {
    const whole = joined.slice(0, at).replace(/[.,٫]/g, (mark) => (mark === last ? '!' : mark));
    if (whole.includes('!') || (/[.,]/.test(whole) && !grouped(whole))) return null;
    return { digits: joined.replace(/[.,٫]/g, ''), decimals };
  };
  const asGroup = () => (grouped(joined) ? { digits: joined.replace(/[.,]/g, ''), decimals: 0 } : null);
  if (last === '٫') return asDecimal();
  if (separators.length > 1) return separators.every((mark) => mark === last) ? asGroup() : asDecimal();
  if (decimals !== 3) return asDecimal();
  if (!formed) return asGroup();
  // '1.234 K': only the language tells a thousand from a decimal.
  if (foreign) return null;
  if (forms.decimal.includes(last) && !forms.group.includes(last)) return asDecimal();
  if (forms.group.includes(last) && !forms.decimal.includes(last)) return asGroup();
  return null;
}

/** 1,234,567 or the Indian 12,34,567, with one kind of mark. */
function grouped(text: string): boolean {
  return /^[1-9]\d{0,2}(?:([.,])\d{3})?(?:\1\d{3})*$/.test(text) || /^[1-9]\d?(?:,\d{2})*,\d{3}$/.test(text);
}
