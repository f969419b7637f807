/**
 * Figures that the creator has sent, typed from a screenshot: reach, stories, where the audience lives, how old it is. No
 * page shows them; some can't be right beside what it does show.
 */
import type { Report } from '../.generated/report';
import type { Comment, Post, Snapshot } from '../.generated/snapshot';
import { highOf, lowOf, readCount } from '../reading/counts';
import { languageOf } from './disclosure';
import { type Form, matching, record, text } from './forms';

/** As typed, with the language in which numbers and places were. Kept with a creator who stands on a list. */
export interface SuppliedText {
  /** Of the screenshot: 2026-11-20, or nothing. */
  day: string;
  /** Where it comes from. */
  source: string;
  /** People reached by a post; views of a story. */
  reach: string;
  stories: string;
  /** "Germany 40 %, Austria 12 %"; "18–24: 35 %, 25–34: 40 %" */
  places: string;
  ages: string;
  locale: string;
}
export const suppliedFields = ['reach', 'stories', 'places', 'ages', 'source'] as const;
export const LONGEST_SUPPLIED = 300;

const typed = text(LONGEST_SUPPLIED);
export const asSuppliedText: Form<SuppliedText> = record({
  day: matching(/^(?:\d{4}-\d{2}-\d{2})?$/),
  source: typed,
  reach: typed,
  stories: typed,
  places: typed,
  ages: typed,
  locale: matching(/^[A-Za-z0-9-]{1,35}$/),
});

export const nothingSupplied = (locale: string): SuppliedText => {
  return { day: '', source: '', reach: '', stories: '', places: '', ages: '', locale };
};

export interface Range {
  low: number;
  high: number;
}

export interface Share {
  /** As typed: a place, a span of ages. */
  name: string;
  /** 0..1, as printed. */
  share: number;
  /** ISO 3166, where the name is a place's that is known. */
  region?: string;
}

export interface Supplied {
  reach?: Range;
  stories?: Range;
  places: readonly Share[];
  ages: readonly Share[];
  /** Fields that can't be read. */
  wrong: readonly ('reach' | 'stories' | 'places' | 'ages')[];
}

export function readSupplied(given: SuppliedText): Supplied {
  const wrong: Supplied['wrong'][number][] = [];
  const printed = (field: 'reach' | 'stories'): Range | undefined => {
    if (given[field].trim() === '') return undefined;
    const value = readCount(given[field], { rounding: 'unknown', locale: given.locale });
    if (value === null) wrong.push(field);
    return value === null ? undefined : { low: lowOf(value), high: highOf(value) };
  };
  const shares = (field: 'places' | 'ages'): Share[] => {
    const parts = given[field].split(/[;\n、،]|,(?!\d)/).map((part) => part.trim());
    const read = parts.filter((part) => part !== '').map(shareIn);
    if (read.includes(undefined)) wrong.push(field);
    return read.filter((one) => one !== undefined);
  };
  const [reach, stories] = [printed('reach'), printed('stories')];
  const places = shares('places').map((one) => ({ ...one, region: regionOf(one.name, given.locale) }));
  return { ...(reach && { reach }), ...(stories && { stories }), places, ages: shares('ages'), wrong };
}

const SHARE = /(\d{1,3}(?:[.,٫]\d{1,2})?) ?[%٪％]/;

function shareIn(part: string): Share | undefined {
  const plain = part.replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660));
  const match = SHARE.exec(plain);
  const name = match ? withoutMarks(plain.replace(match[0], '')) : '';
  const share = match ? Number(match[1]?.replace(/[,٫]/, '.')) / 100 : Number.NaN;
  return name !== '' && share <= 1 ? { name, share } : undefined;
}

const MARKS = ' \t:=–—-';

/** Without what stands between a name and its share. */
function withoutMarks(name: string): string {
  let [from, to] = [0, name.length];
  while (from < to && MARKS.includes(name.charAt(from))) from++;
  while (to > from && MARKS.includes(name.charAt(to - 1))) to--;
  return name.slice(from, to);
}

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const named = new Map<string, Map<string, string>>();

/** A place by its code, or its name in the person's language or English. */
function regionOf(name: string, locale: string): string | undefined {
  const wanted = name.toLowerCase();
  return [locale, 'en'].map((one) => regionsIn(one).get(wanted)).find((code) => code !== undefined);
}

function regionsIn(locale: string): Map<string, string> {
  const known = named.get(locale);
  if (known) return known;
  const names = new Intl.DisplayNames([locale, 'en'], { type: 'region', fallback: 'none' });
  const all = new Map<string, string>([
    ['uk', 'GB'],
    ['usa', 'US'],
  ]);
  for (const first of LETTERS)
    for (const second of LETTERS) {
      const code = first + second;
      const shown = names.of(code);
      if (!shown) continue;
      all.set(code.toLowerCase(), all.get(code.toLowerCase()) ?? code);
      all.set(shown.toLowerCase(), code);
    }
  named.set(locale, all);
  return all;
}

export type Contradiction =
  | { id: 'reach_above_views' | 'reach_below_likes' | 'stories_above_followers'; given: Range; shown: Range }
  | { id: 'place_language'; place: string; share: number; comments: number }
  | { id: 'sum_places' | 'sum_ages'; share: number };

type Shown = Pick<Report, 'followers'>;

/** What of the figures can't be right beside what the page shows, or asks for a word about it. */
export function contradictions(
  { reach, stories, places, ages }: Supplied,
  report: Shown,
  { posts = [], comments = [] }: Pick<Snapshot, 'posts' | 'comments'>,
): Contradiction[] {
  const found: Contradiction[] = [];
  const views = usualOf('views', posts);
  // A person is reached once and may view twice, so reach is never above views.
  if (reach && views && reach.low > views.high) found.push({ id: 'reach_above_views', given: reach, shown: views });
  const likes = usualOf('likes', posts);
  if (reach && likes && reach.high < likes.low) found.push({ id: 'reach_below_likes', given: reach, shown: likes });
  const { followers } = report;
  if (stories && followers && stories.low > followers.high)
    found.push({ id: 'stories_above_followers', given: stories, shown: followers });
  for (const [id, shares] of [
    ['sum_places', places],
    ['sum_ages', ages],
  ] as const) {
    const sum = shares.reduce((all, { share }) => all + share, 0);
    // Each was rounded by half a point at most.
    if (sum > 1 + 0.005 * shares.length + 1e-9) found.push({ id, share: sum });
  }
  const tongues = tonguesOf(comments);
  return [...found, ...places.flatMap((place) => unheard(place, tongues))];
}

const LEAST_POSTS = 5;

/** Between mean and median of the posts that show it, where most do: what "a post" may stand for. */
export function usualOf(what: 'views' | 'likes', posts: readonly Post[]): Range | undefined {
  const known = posts.map((post) => post[what]).filter((count) => count !== undefined);
  if (known.length < LEAST_POSTS || 2 * known.length < posts.length) return undefined;
  const ends = (values: number[]) => {
    const sorted = values.sort((a, b) => a - b);
    return [sorted.reduce((sum, value) => sum + value, 0) / sorted.length, sorted[sorted.length >> 1] as number];
  };
  return { low: Math.min(...ends(known.map(lowOf))), high: Math.max(...ends(known.map(highOf))) };
}

/** Languages that comments tell by themselves: by common words, or by a script that is theirs. */
const SCRIPTS = [
  ['ru', /\p{Script=Cyrillic}{3}/u],
  ['ko', /\p{Script=Hangul}{2}/u],
  ['hi', /\p{Script=Devanagari}{3}/u],
  ['th', /\p{Script=Thai}{3}/u],
  ['he', /\p{Script=Hebrew}{3}/u],
  ['el', /\p{Script=Greek}{3}/u],
  ['zh', /\p{Script=Han}{3}/u],
] as const;
const TOLD = new Set(['en', 'de', 'es', 'pt', 'fr', 'ja', 'ar', ...SCRIPTS.map(([language]) => language)]);
/** Read for each other in short texts, or written in the same script. */
const NEAR: Readonly<Record<string, readonly string[]>> = { es: ['pt'], pt: ['es'] };
/** Where comments are written in more than one language. Elsewhere the likely one counts (CLDR, likely subtags). */
const SPOKEN: Readonly<Record<string, readonly string[]>> = {
  ...{ CH: ['de', 'fr'], BE: ['fr', 'nl'], CA: ['en', 'fr'], IN: ['en', 'hi'], US: ['en', 'es'], LU: ['de', 'fr'] },
  ...{ PH: ['en'], NG: ['en'], KE: ['en'], ZA: ['en'], GH: ['en'], PK: ['en'], SG: ['en', 'zh'], MY: ['en', 'zh'] },
  ...{ HK: ['en', 'zh'], IE: ['en'], MA: ['ar', 'fr'], DZ: ['ar', 'fr'], TN: ['ar', 'fr'], LB: ['ar', 'fr', 'en'] },
  ...{ AE: ['ar', 'en'], QA: ['ar', 'en'], IL: ['he', 'ar', 'en', 'ru'], UA: ['ru'], KZ: ['ru'], BY: ['ru'] },
};

/** How many comments, the creator's own left out, are in each language that can be told. */
export function tonguesOf(comments: readonly Comment[]): Map<string, number> {
  const tongues = new Map<string, number>();
  for (const { text: said = '', lang, byCreator } of comments) {
    const told = lang?.split('-')[0]?.toLowerCase() ?? tongueOf(said.slice(0, 1000));
    if (told !== undefined && !byCreator) tongues.set(told, (tongues.get(told) ?? 0) + 1);
  }
  return tongues;
}

function tongueOf(said: string): string | undefined {
  return languageOf(said) ?? SCRIPTS.find(([, script]) => script.test(said))?.[0];
}

/** With a fifth of the audience, 30 comments would be without one of theirs once in 800 times. */
const LEAST_SHARE = 0.2;
const LEAST_COMMENTS = 30;

/** A place of which a good part of the audience is said to be, and whose languages no comment is in. */
function unheard({ name, share, region }: Share, tongues: ReadonlyMap<string, number>): Contradiction[] {
  const comments = [...tongues.values()].reduce((sum, number) => sum + number, 0);
  if (!region || share < LEAST_SHARE || comments < LEAST_COMMENTS) return [];
  const spoken = SPOKEN[region] ?? [new Intl.Locale(`und-${region}`).maximize().language];
  if (!spoken.every((language) => TOLD.has(language))) return [];
  const heard = spoken.flatMap((language) => [language, ...(NEAR[language] ?? [])]).some((one) => tongues.has(one));
  return heard ? [] : [{ id: 'place_language', place: name, share, comments }];
}
