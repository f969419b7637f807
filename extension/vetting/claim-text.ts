/** Reads what a media kit says, as a person types or pastes it: which figure it claims, and what its digits can stand for. */
import { highOf, lowOf, plainDigits, readCount } from '../reading/counts';
import { averageWords, besideNumbers, boundWords, dayWords, type Named, namedBy, postWords } from './claim-words';

export type Claimed =
  | 'engagement_rate'
  | 'likes'
  | 'comments'
  | 'shares'
  | 'saves'
  | 'engagements'
  | 'views'
  | 'reach'
  | 'stories'
  | 'followers'
  | 'real_followers'
  | 'real_share';

/** low <= x < high: what the printed digits can stand for, rounded or cut; `high` is infinite for "40K+". */
export interface Stretch {
  low: number;
  high: number;
}

export interface Claim {
  /** As typed. */
  text: string;
  of: Claimed;
  value: Stretch;
  /** The claim names how it averages, or over which posts. */
  average?: 'mean' | 'median' | 'total' | 'best';
  days?: number;
  latest?: number;
}

/** A part of the text that has a number and is no claim that can be read. */
export interface Unclear {
  text: string;
  of?: undefined;
}

const LONGEST = 4000;
const MOST_CLAIMS = 40;
const LOCALES = ['en', 'de', 'es', 'pt', 'fr', 'ja', 'ar'];

/** @param locale BCP 47 tag of the person's language, whose way to write numbers is tried first */
export function readClaims(text: string, locale: string): (Claim | Unclear)[] {
  return parts(text.slice(0, LONGEST))
    .slice(0, MOST_CLAIMS)
    .map((part) => readClaim(part, locale));
}

/** One part for each number: "8 % engagement, 40K views" are two; a heading belongs to the number under it. */
function parts(text: string): string[] {
  const found: string[] = [];
  let heading = '';
  for (const line of text.split(/[\n;•|、；]/)) {
    for (const piece of line.split(/,\s|،\s|\s(?:and|und|y|et|&|\+|·|–|e)\s/)) {
      const part = piece.replace(/\s+/g, ' ').trim();
      if (part === '') continue;
      const last = found.at(-1);
      if (/\p{Nd}/u.test(part)) {
        found.push(`${heading} ${part}`.trim());
        heading = '';
      } else if (heading === '' && last !== undefined && (piece !== line || subjects(last).size === 0)) {
        // "1.2K likes and comments", or a number with its name under it.
        found[found.length - 1] = `${last} + ${part}`;
      } else {
        heading = `${heading} ${part}`.trim();
      }
    }
  }
  return found;
}

function readClaim(text: string, locale: string): Claim | Unclear {
  const { rest, days, latest } = withoutPeriod(plain(text));
  const named = subjects(rest);
  const percent = percentIn(rest);
  const of = percent ? shareOf(named) : countOf(named);
  const value = percent ?? countIn(rest, locale);
  if (!of || !value) return { text };
  const average = averageIn(rest);
  const open = /\d ?\p{L}{0,8}\.? ?\+/u.test(rest.replace(/ \+ /g, ' ')) || hasWord(rest, boundWords.least);
  const period = days ?? (hasWord(rest, averageWords.month) ? 30 : undefined);
  return {
    text,
    of,
    value: open ? { low: value.low, high: Number.POSITIVE_INFINITY } : value,
    ...(average && { average }),
    ...(period && { days: period }),
    ...(latest && { latest }),
  };
}

function averageIn(text: string): Claim['average'] {
  if (hasWord(text, boundWords.most)) return 'best';
  if (hasWord(text, averageWords.median)) return 'median';
  if (hasWord(text, averageWords.mean)) return 'mean';
  return hasWord(text, averageWords.month) ? 'total' : undefined;
}

/** Lower case, plain digits, no accents; ß and Arabic letters stay. */
function plain(text: string): string {
  return plainDigits(text)
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFC');
}

const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

function startsWord(text: string, word: string): boolean {
  if (UNSPACED.test(word)) return text.includes(word);
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    // "40k" is followed by its name at times: "40kviews".
    if (at === 0 || !/\p{L}/u.test(text[at - 1] as string))
      return word.length > 2 || !/\p{L}/u.test(text[at + word.length] ?? '');
  }
  return false;
}

function hasWord(text: string, words: readonly string[]): boolean {
  return words.some((word) => startsWord(text, word));
}

function subjects(text: string): Set<Named> {
  const given = plain(text);
  return new Set((Object.keys(namedBy) as Named[]).filter((name) => hasWord(given, namedBy[name])));
}

function shareOf(named: Set<Named>): Claimed | undefined {
  if (named.has('stories') || named.has('reach')) return 'stories';
  if (named.has('engagement')) return 'engagement_rate';
  return named.has('real') && named.has('followers') ? 'real_share' : undefined;
}

function countOf(named: Set<Named>): Claimed | undefined {
  if (named.has('stories')) return 'stories';
  if (named.has('followers')) return named.has('real') ? 'real_followers' : 'followers';
  if (named.has('reach')) return 'reach';
  if (named.has('engagement') || (named.has('likes') && named.has('comments'))) return 'engagements';
  const counted = (['views', 'likes', 'comments', 'shares', 'saves'] as const).filter((name) => named.has(name));
  return counted.length === 1 ? counted[0] : undefined;
}

/** "last 30 days", "latest 12 posts": taken out, so that its number is not the claim's. */
function withoutPeriod(text: string): { rest: string; days?: number; latest?: number } {
  for (const match of text.matchAll(/(?<![\d.,])(\d{1,3}) ?(\p{L}+)/gu)) {
    const [whole, digits = '', word = ''] = match;
    const number = Number(digits);
    const rest = `${text.slice(0, match.index)}${text.slice(match.index + whole.length)}`;
    if (!/\d/.test(rest) || number === 0) continue;
    if (dayWords.some((day) => word.startsWith(day))) return { rest, days: number };
    if (postWords.some((post) => word.startsWith(post))) return { rest, latest: number };
  }
  return { rest: text };
}

const PERCENT =
  /(\d{1,4})(?:[.,٫](\d{1,3}))? ?(?:%|٪|percent|prozent|por ciento|por cento|pour cent|パーセント|بالمئة|في المئة)/;
const SPAN = /(\d{1,4})(?:[.,٫](\d{1,3}))? ?%? ?[-–] ?$/;

/** A share, 0..1 and above. "3–5 %" is all between. */
function percentIn(text: string): Stretch | undefined {
  const match = PERCENT.exec(text);
  if (!match) return undefined;
  const before = SPAN.exec(text.slice(0, match.index));
  const value = shareStretch(match[1] as string, match[2]);
  const low = before ? shareStretch(before[1] as string, before[2]).low : value.low;
  return low < value.high ? { low, high: value.high } : undefined;
}

function shareStretch(whole: string, decimals = ''): Stretch {
  const unit = 10 ** -decimals.length;
  const value = Number(`${whole}.${decimals || '0'}`);
  return { low: Math.max(0, value - unit / 2) / 100, high: (value + unit) / 100 };
}

const NUMBER = /\d+(?:[.,٫٬ '’]\d+)*/;

function countIn(text: string, locale: string): Stretch | undefined {
  const match = NUMBER.exec(text);
  if (!match) return undefined;
  const rest = text.slice(match.index + match[0].length);
  const [, gap = '', word = ''] = /^( ?)([\p{L}\p{M}'’]*\.?)/u.exec(rest) ?? [];
  const values = new Map<string, Stretch>();
  for (const one of [locale, ...LOCALES]) {
    const value = word && withUnit(match[0], `${gap}${word}`, one);
    if (value) values.set(`${value.low} ${value.high}`, value);
  }
  if (values.size === 0 && !followed(word, rest.trimStart())) return undefined;
  const alone = values.size === 0 ? plainCount(match[0]) : undefined;
  // Digits that languages read as different numbers stay unclear.
  return alone ?? (values.size === 1 ? [...values.values()][0] : undefined);
}

/** Read with the word after the digits; nothing where it is no unit there. */
function withUnit(digits: string, word: string, locale: string): Stretch | undefined {
  // Scripts without blanks: "4万人".
  const words = UNSPACED.test(word) ? [word.slice(0, 1)] : [word, word.replace(/\.$/, '')];
  for (const unit of words) {
    for (const form of [unit, unit.toUpperCase()]) {
      const count = readCount(`${digits}${form}`, { rounding: 'unknown', locale });
      if (count !== null && lowOf(count) !== highOf(count)) return { low: lowOf(count), high: highOf(count) + 1 };
    }
  }
  return undefined;
}

/** Whether what stands after the digits is known to be no unit. */
function followed(word: string, rest: string): boolean {
  if (word === '' || besideNumbers.includes(word.replace(/\.$/, ''))) return true;
  return Object.values(namedBy).some((words) => words.some((name) => rest.startsWith(name)));
}

/** Digits alone: what ends in zeros is rounded, but two digits of it are meant. */
function plainCount(digits: string): Stretch | undefined {
  const count = readCount(digits, { rounding: 'unknown', locale: 'en' });
  if (count === null || lowOf(count) !== highOf(count)) return undefined;
  const value = lowOf(count);
  let unit = 1;
  while (value % (unit * 10) === 0 && value >= unit * 100) unit *= 10;
  return { low: Math.max(0, value - unit / 2), high: value + unit };
}
