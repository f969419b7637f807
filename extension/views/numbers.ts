/** How figures are written: through Intl, in the language of the words. Nothing here estimates anything. */
import type { Range } from '../.generated/report';

export interface Numbers {
  /** A count that the page shows: grouped below 10,000, compact above (128K). */
  count(value: number): string;
  /** A rounded count as the page printed it ({1,200,000..1,299,999} is 1.2M), an exact one as `count`. */
  shown(range: Range): string;
  /** An estimated count: two significant digits, so that no digit claims more than the range allows. */
  estimate(value: number): string;
  /** A share 0..1 as per cent: whole from 10 %, one decimal from 0.1 %, one significant digit below. */
  percent(share: number): string;
  /** A share difference -1..1 as signed points without unit. */
  points(difference: number): string;
  /** A difference of logarithms as signed per cent: exp(x) - 1. */
  change(logDifference: number): string;
  /**
   * "2.2–4.1%", "840–1,400": both ends, the per cent sign once; ends that print alike are one number. No line ends at its
   * dash, behind which stands a word joiner, or blanks that hold.
   */
  range(low: string, high: string): string;
  /** A plain number with at most two significant decimals: ratios, correlations, posts a week. */
  plain(value: number): string;
  /** Money: with cents below 100, without above. An unknown currency code is written beside the number. */
  money(value: number, currency: string): string;
  /** A date in UTC, day and short month; with the year where `year` is asked for. */
  date(time: string, year?: boolean): string;
  /** Date and time of day in UTC. */
  moment(time: string): string;
  /** "22 sec", "5 min": whole seconds up to 90, whole minutes above. */
  duration(seconds: number): string;
  /** "6 days ago", "5 months ago": whole days, months or years since. @param days >= 0 */
  ago(days: number): string;
}

/** Formatters are slow to make (about 50 µs each) and the same everywhere: one set a language. */
const made = new Map<string, Numbers>();

/** @param locale BCP 47 tag; an unknown or malformed one falls back to English */
export function numbersFor(locale: string): Numbers {
  const known = made.get(locale);
  if (known) return known;
  const numbers = makeNumbers(supported(locale));
  made.set(locale, numbers);
  return numbers;
}

function supported(locale: string): string {
  try {
    return Intl.NumberFormat.supportedLocalesOf(locale)[0] ?? 'en';
  } catch {
    return 'en';
  }
}

/** Intl takes a page's thread milliseconds for each of its forms, so that none is made before it is needed. */
function madeOnce<T>(make: () => T): () => T {
  let one: T | undefined;
  return () => {
    one ??= make();
    return one;
  };
}

function makeNumbers(locale: string): Numbers {
  const numberForm = (options: Intl.NumberFormatOptions) => {
    const format = madeOnce(() => new Intl.NumberFormat(locale, options));
    return (value: number) => format().format(value);
  };
  const timeForm = (options: Intl.DateTimeFormatOptions) =>
    madeOnce(() => new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', ...options }));
  const grouped = numberForm({ maximumFractionDigits: 0 });
  const compact = numberForm({ notation: 'compact', maximumSignificantDigits: 3 });
  const printed = numberForm({ notation: 'compact', maximumSignificantDigits: 6 });
  const rough = numberForm({ maximumSignificantDigits: 2 });
  const roughCompact = numberForm({ notation: 'compact', maximumSignificantDigits: 2 });
  const tenth = numberForm({ style: 'percent', maximumFractionDigits: 1 });
  const tiny = numberForm({ style: 'percent', maximumSignificantDigits: 1 });
  const whole = numberForm({ style: 'percent', maximumFractionDigits: 0 });
  const signed = numberForm({ maximumFractionDigits: 0, signDisplay: 'exceptZero' });
  const signedShare = numberForm({ style: 'percent', maximumFractionDigits: 0, signDisplay: 'exceptZero' });
  const plain = numberForm({ maximumSignificantDigits: 2 });
  const seconds = numberForm({ style: 'unit', unit: 'second', maximumFractionDigits: 0 });
  const minutes = numberForm({ style: 'unit', unit: 'minute', maximumFractionDigits: 0 });
  const day = timeForm({ timeZone: 'UTC' });
  const dayOfYear = timeForm({ year: 'numeric', timeZone: 'UTC' });
  const moment = timeForm({ year: 'numeric', timeZone: 'UTC', hour: 'numeric', minute: '2-digit' });
  const since = madeOnce(() => new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }));

  const count = (value: number) => (value < 10_000 ? grouped : compact)(value);
  return {
    count,
    shown: (range) => {
      const value = printedValue(range);
      return value < 10_000 ? grouped(value) : (range.low === range.high ? compact : printed)(value);
    },
    estimate: (value) => (value < 10_000 ? rough(Math.round(value)) : roughCompact(value)),
    percent: (value) =>
      trueMinus((value === 0 || Math.abs(value) >= 0.1 ? whole : Math.abs(value) >= 0.001 ? tenth : tiny)(value)),
    points: (value) => trueMinus(signed(value * 100)),
    change: (value) => trueMinus(signedShare(Math.exp(value) - 1)),
    range: (low, high) => {
      if (low === high) return high;
      const sign = percentSign.exec(high)?.[0] ?? '';
      const start = sign && low.endsWith(sign) ? low.slice(0, -sign.length).replace('\u2066', '') : low;
      return /[\u2212-]/.test(low) ? `${low}\u00a0–\u00a0${high}` : `${start}–\u2060${high}`;
    },
    money: (value, currency) => trueMinus(moneyText(locale, value, currency)),
    plain: (value) => trueMinus(plain(value)),
    date: (time, year) => formatTime(year ? dayOfYear : day, time),
    moment: (time) => formatTime(moment, time),
    duration: (length) => (length <= 90 ? seconds(length) : minutes(length / 60)),
    ago: (days) => {
      const [unit, length] =
        days < 60 ? (['day', 1] as const) : days < 730 ? (['month', 30.4] as const) : (['year', 365.25] as const);
      return since().format(-Math.floor(days / length), unit);
    },
  };
}

/** With the space that some languages put before it. */
const percentSign = /[\s]*[%٪]\u2069?$/u;

/** By language, currency and digits: a list of creators prints hundreds of sums. */
const moneys = new Map<string, Intl.NumberFormat>();

function moneyText(locale: string, value: number, currency: string): string {
  const digits = value < 100 && value % 1 ? 2 : 0;
  const fractions = { minimumFractionDigits: digits, maximumFractionDigits: digits };
  const key = `${locale} ${currency}${digits}`;
  try {
    const format = moneys.get(key) ?? new Intl.NumberFormat(locale, { style: 'currency', currency, ...fractions });
    moneys.set(key, format);
    return format.format(value);
  } catch {
    return `${new Intl.NumberFormat(locale, fractions).format(value)} ${currency}`;
  }
}

function formatTime(format: () => Intl.DateTimeFormat, time: string): string {
  const at = new Date(time);
  return Number.isNaN(at.getTime()) ? '' : format().format(at);
}

const MARKS = /[\u200e\u200f\u061c]/g;

/**
 * U+2212 is as wide as the plus sign and is read as "minus"; a hyphen is neither. Right-to-left locales put marks around
 * signs, and a mark at the start would turn the whole line's direction: an isolate keeps the sign in place without.
 */
function trueMinus(text: string): string {
  const signed = text.replace('-', '\u2212');
  const plain = signed.replace(MARKS, '');
  return plain === signed ? signed : `\u2066${plain}\u2069`;
}

/**
 * The number that the page printed, from the interval of what it can mean:
 * [n, n+u-1] where the page truncates, [n-u/2, n+u-1] where it may round; u is a power of ten.
 */
export function printedValue(range: Range): number {
  const width = range.high - range.low + 1;
  if (width <= 1) return range.low;
  if (isPowerOfTen(width)) return range.low;
  if (isPowerOfTen(width / 1.5)) return range.low + width / 3;
  return (range.low + range.high) / 2;
}

function isPowerOfTen(value: number): boolean {
  const exponent = Math.log10(value);
  return Math.abs(exponent - Math.round(exponent)) < 1e-9;
}
