/** Times as the platforms write them → RFC 3339 in UTC; an age 'n units ago' also gives its uncertainty. */
import { printedAge } from './age-forms';
import { plainDigits } from './counts';

export interface Age {
  at: string;
  /** Width of the uncertainty in seconds. */
  atStep: number;
}

const FIRST = Date.UTC(1995, 0, 1);
const LAST = Date.UTC(2100, 0, 1);

/** RFC 3339 of milliseconds since 1970; undefined outside 1995–2100, where no platform has posts. */
export function timeOf(milliseconds: number): string | undefined {
  if (!Number.isFinite(milliseconds) || milliseconds < FIRST || milliseconds > LAST) return undefined;
  return new Date(Math.round(milliseconds)).toISOString().replace('.000Z', 'Z');
}

/** Unix time in seconds, as a number or digits; zero and negative numbers mean "not set". */
export function fromSeconds(value: unknown): string | undefined {
  const seconds = typeof value === 'string' && /^\d{1,12}$/.test(value) ? Number(value) : value;
  return typeof seconds === 'number' && seconds > 0 ? timeOf(seconds * 1000) : undefined;
}

export function fromMilliseconds(value: unknown): string | undefined {
  const milliseconds = typeof value === 'string' && /^\d{1,15}$/.test(value) ? Number(value) : value;
  return typeof milliseconds === 'number' && milliseconds > 0 ? timeOf(milliseconds) : undefined;
}

const RFC3339 = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:?\d{2})$/;
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** A length in seconds of a number with `perSecond` units a second; undefined where it is none of a recording. */
export function secondsIn(value: unknown, perSecond = 1): number | undefined {
  const number = typeof value === 'string' && /^\d{1,9}$/.test(value) ? Number(value) : value;
  return typeof number === 'number' && number > 0 && number / perSecond < 1e7 ? number / perSecond : undefined;
}

/** An RFC 3339 time, X's 'Fri Feb 06 21:09:45 +0000 2026', or mail's 'Fri, 06 Feb 2026 21:09:45 +0000'. A time without a zone is unknown. */
export function fromText(value: unknown): string | undefined {
  if (typeof value !== 'string' || value.length > 60) return undefined;
  if (RFC3339.test(value)) return timeOf(Date.parse(value));
  const mail = /^\w{3}, (\d{2}) (\w{3}) (\d{4}) (\d{2}:\d{2}:\d{2}) ([+-]\d{4})$/.exec(value);
  if (mail) return fromText(`Xxx ${mail[2]} ${mail[1]} ${mail[4]} ${mail[5]} ${mail[3]}`);
  const parts = /^\w{3} (\w{3}) (\d{2}) (\d{2}):(\d{2}):(\d{2}) ([+-])(\d{2})(\d{2}) (\d{4})$/.exec(value);
  if (!parts) return undefined;
  const month = MONTHS.indexOf((parts[1] as string).toLowerCase());
  if (month < 0) return undefined;
  const utc = Date.UTC(Number(parts[9]), month, Number(parts[2]), Number(parts[3]), Number(parts[4]), Number(parts[5]));
  const zone = (Number(parts[7]) * 60 + Number(parts[8])) * 60_000 * (parts[6] === '-' ? -1 : 1);
  return timeOf(utc - zone);
}

const DAY = 86_400;
/** The middle of "between n and n+1 units ago". */
function ageOf(count: number, seconds: number, now: string): Age | undefined {
  const at = timeOf(Date.parse(now) - (count + 0.5) * seconds * 1000);
  return at === undefined || count > 1000 ? undefined : { at: at.replace(/\.\d+Z$/, 'Z'), atStep: Math.round(seconds) };
}

/**
 * Reads a printed age: '13 days ago', 'vor 3 Tagen', 'Streamed 6 months ago', '14 hours ago (edited)', 'a month ago',
 * 'gestern'.
 * @returns undefined where the words are not an age of that language or of English.
 */
export function readAge(text: unknown, now: string, locale?: string): Age | undefined {
  if (typeof text !== 'string' || text.length > 200) return undefined;
  const printed = printedAge(text, locale);
  if (!printed) return undefined;
  const { count, seconds, calendar } = printed;
  if (!calendar || count === 0) return ageOf(count, seconds, now);
  // Yesterday is a day of the calendar: from a moment to two days ago.
  const at = timeOf(Date.parse(now) - count * seconds * 1000);
  return at === undefined ? undefined : { at: at.replace(/\.\d+Z$/, 'Z'), atStep: Math.round(2 * seconds) };
}

/** TikTok's and X's short ages without "ago": '3d', '5h', '2w', and the bare English '3 days'. */
export function readShortAge(text: unknown, now: string): Age | undefined {
  const parts =
    typeof text === 'string' ? /^\s*(\d{1,3})\s?(s|m|h|d|w|mo|y)\b(?:\s+ago)?\s*$/.exec(plainDigits(text)) : null;
  if (!parts) return undefined;
  const seconds = { s: 1, m: 60, h: 3600, d: DAY, w: 7 * DAY, mo: 30.4375 * DAY, y: 365.25 * DAY }[parts[2] as 's'];
  return ageOf(Number(parts[1]), seconds, now);
}

const monthNames = new Map<string, readonly (readonly [string, number])[]>();

function monthsOf(locale: string): readonly (readonly [string, number])[] {
  const known = monthNames.get(locale);
  if (known) return known;
  const names = new Map<string, number>();
  try {
    for (const month of ['long', 'short'] as const) {
      for (const day of ['numeric', undefined] as const) {
        const format = new Intl.DateTimeFormat(locale, {
          month,
          day,
          year: 'numeric',
          timeZone: 'UTC',
          calendar: 'gregory',
        });
        for (let index = 0; index < 12; index++) {
          const name =
            format.formatToParts(Date.UTC(2021, index, 15)).find((part) => part.type === 'month')?.value ?? '';
          const plain = plainDigits(name).toLowerCase().replace(/\.$/, '');
          if (/\p{L}/u.test(plain) && !/\d/.test(plain)) names.set(plain, index);
        }
      }
    }
  } catch {
    return [];
  }
  const list = [...names].sort((a, b) => b[0].length - a[0].length);
  if (monthNames.size > 40) monthNames.clear();
  monthNames.set(locale, list);
  return list;
}

/** Names of months in a language and in English. */
export function monthWords(locale: string | undefined): string[] {
  return [(locale || 'en').slice(0, 40), 'en'].flatMap((language) => monthsOf(language).map(([name]) => name));
}

/** A printed day with a named month or in East Asian or ISO order: '24 Aug 2019', 'Aug 4, 2022', '2019/08/24', '2019年8月24日'.
 *  A bare 04/08/2022 can be two days: unknown; 24/08/2022 can't. @returns noon of that day, uncertain by a day. */
export function readDay(text: unknown, locale?: string): Age | undefined {
  if (typeof text !== 'string' || text.length > 120) return undefined;
  const plain = plainDigits(text).toLowerCase();
  const dayAt = (year: number, month: number, day: number): Age | undefined => {
    const noon = Date.UTC(year, month, day, 12);
    const at = timeOf(noon);
    return at === undefined || new Date(noon).getUTCDate() !== day ? undefined : { at, atStep: DAY };
  };
  const ordered = /(?<!\d)((?:19|20)\d\d)(?:[-/.]|年|년) ?(\d{1,2})(?:[-/.]|月|월) ?(\d{1,2})(?!\d)/.exec(plain);
  if (ordered) return dayAt(Number(ordered[1]), Number(ordered[2]) - 1, Number(ordered[3]));
  const year = /(?<!\d)(?:19|20)\d\d(?!\d)/.exec(plain)?.[0];
  const day = /(?<!\d)([12]?\d|3[01])(?!\d)/.exec(plain)?.[1];
  for (const language of new Set([(locale || 'en').slice(0, 40), 'en'])) {
    const month = monthsOf(language).find(([name]) =>
      new RegExp(`(?<!\\p{L})${name.replace(/[^\p{L}\p{M}]/gu, '.')}(?!\\p{L})`, 'u').test(plain),
    );
    if (month && year && day) return dayAt(Number(year), month[1], Number(day));
  }
  const dotted =
    /(?<!\d)(\d{1,2})\. ?(\d{1,2})\. ?((?:19|20)\d\d)(?!\d)/.exec(plain) ??
    /(?<!\d)(\d{1,2}) (?:thg|tháng) (\d{1,2}),? ((?:19|20)\d\d)(?!\d)/.exec(plain);
  if (dotted) return dayAt(Number(dotted[3]), Number(dotted[2]) - 1, Number(dotted[1]));
  // 24/08/2019 and 08/24/2019 are one day each: no year has a 24th month.
  const slashed = /(?<!\d)(\d{1,2})\/(\d{1,2})\/((?:19|20)\d\d)(?!\d)/.exec(plain);
  const [first, second] = [Number(slashed?.[1]), Number(slashed?.[2])];
  if (!slashed || first > 12 === second > 12) return undefined;
  return first > 12 ? dayAt(Number(slashed[3]), second - 1, first) : dayAt(Number(slashed[3]), first - 1, second);
}
