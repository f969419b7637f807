/**
 * Printed numbers → Count (wasm/schema/snapshot.schema.json): an exact integer, or an interval where the page printed a rounded one.
 * A form that can mean two things gives an interval over both or null, never a guess.
 */

import type { Count } from '../.generated/snapshot';
import { type Beside, besides, type Counted, languageOf, type NumberForms } from './number-words';

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

/**
 * Reads the first number of a text.
 * @returns null where there is none, or where it can't be told what it says: a word beside it is in no table.
 */
export function readCount(text: unknown, style: NumberStyle): Count | null {
  return readAll(text, style, 1)[0]?.count ?? null;
}

/** Reads every number of a sentence ('2,362 Followers, 136 Following'), in order; null for those that can't be told. */
export function readCounts(text: unknown, style: NumberStyle): (Count | null)[] {
  return readAll(text, style, 32).map(({ count }) => count);
}

/**
 * Reads the number of a sentence that counts one of these, as the noun beside it says in the page's language or English:
 * '500+ connections | 1,234 followers on LinkedIn' has 1,234 followers.
 * @returns null where no number stands beside such a noun, or two do, or it can't be told.
 */
export function readCountOf(text: unknown, counted: readonly Counted[], style: NumberStyle): Count | null {
  const mine = readAll(text, style, 32)
    .map(({ count, beside }) => ({ count, kinds: beside ? countedBeside(beside) : [] }))
    .filter(({ kinds }) => counted.some((kind) => kinds.includes(kind)));
  // Czech 'sleduje' is said of who follows and of who is followed: a noun of one meaning tells before one of two.
  const plain = mine.filter(({ kinds }) => kinds.every((kind) => counted.includes(kind)));
  const [only, ...others] = plain.length === 1 ? plain : mine;
  return only && others.length === 0 ? only.count : null;
}

/** People are counted by what stands on the other side: フォロワー2,362人. Two nouns that differ say nothing. */
function countedBeside({ before, after }: Beside): Counted[] {
  const telling = [before, after].map((kinds) => [...kinds].filter((kind) => kind !== 'people'));
  const [left = [], right = []] = telling;
  if (left.length > 0 && right.length > 0) return left.filter((kind) => right.includes(kind));
  if (left.length + right.length > 0) return [...left, ...right];
  return [...before, ...after];
}

/** Marks of direction, joiners and soft hyphens: they change how a text looks, not what it says. */
const UNSEEN = /[\u00ad\u200b-\u200f\u061c\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g;
const digits = new Map<string, string>();

/** Unicode's decimal digits stand in runs of ten that begin with their zero. */
function plainDigit(char: string): string {
  const known = digits.get(char);
  if (known !== undefined) return known;
  const code = char.codePointAt(0) as number;
  let value = 0;
  while (value < 9 && /^\p{Nd}$/u.test(String.fromCodePoint(code - value - 1))) value++;
  digits.set(char, String(value));
  return String(value);
}

/**
 * One way to write blanks and digits: full width, Arabic, Indic … digits become 0–9; unseen marks vanish. Raised digits,
 * fractions and numerals of other kinds become a sign that stands beside no count: 1,234² is not 12,342.
 */
export function plainDigits(text: string): string {
  return text
    .replace(/\p{No}/gu, '¤')
    .normalize('NFKC')
    .replace(UNSEEN, '')
    .replace(/\s+/g, ' ')
    .replace(/[^\P{Nd}0-9]/gu, plainDigit);
}

const TOKEN = /\d{1,3}(?:[ '’]\d{3})+(?:[.,٫]\d+)?(?!\d)|\d+(?:[.,٫٬]\d+)*/g;
/** Letters right before digits make a name ('A12'), signs right before or after them a date, a tag or a share. */
const NAME_BEFORE = /(?:[\p{Script=Latin}\p{Script=Cyrillic}#@_/-]|\d:)$/u;
const NAME_AFTER = /^(?:[:/_-]\d|\p{Script=Latin}\d)/u;

interface Printed {
  count: Count | null;
  beside: Beside | null;
}

function readAll(text: unknown, style: NumberStyle, most: number): Printed[] {
  if (typeof text !== 'string') return [];
  const plain = plainDigits(text.slice(0, 2000));
  const language = languageOf(style.locale);
  const found: Printed[] = [];
  for (const match of plain.matchAll(TOKEN)) {
    const head = plain.slice(0, match.index);
    const tail = plain.slice(match.index + match[0].length);
    const beside = besides(head, tail, language);
    if (NAME_BEFORE.test(head) && !(beside && beside.power > 0 && !head.endsWith('-'))) continue;
    if (NAME_AFTER.test(tail)) continue;
    found.push({ count: beside && readToken(match[0], beside, language.forms, style), beside });
    if (found.length >= most) break;
  }
  return found;
}

function readToken(token: string, beside: Beside, forms: NumberForms, style: NumberStyle): Count | null {
  const parts = split(token, forms, beside.power > 0, beside.foreign);
  if (!parts || parts.digits.length > 15) return null;
  const printed = Number(parts.digits);
  if (beside.power > 0) {
    const unit = 10 ** (beside.power - parts.decimals);
    return unit < 1 ? null : interval(printed * unit, unit, style.rounding);
  }
  if (parts.decimals > 0) return null;
  const zeros = /0+$/.exec(parts.digits)?.[0].length ?? 0;
  const unit = style.compact && !forms.thousands && printed >= 1000 ? 10 ** zeros : 1;
  return interval(printed, unit, style.rounding);
}

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
