/**
 * What is kept of the answers about a creator: the newest in the report's own shape, without what names anybody else or
 * is long; of earlier ones a line of numbers each.
 */
import type { Report } from '../.generated/report';
import type { HistoryReading, Snapshot } from '../.generated/snapshot';
import { count, either, type Form, flag, list, matching, named, number, oneOf, record, text, time } from './forms';

type CheckState = Report['checks'][number]['state'];

/** Whole members are the report's, so that what shows a report can show a summary. */
export interface Summary
  extends Pick<
    Report,
    | 'schema'
    | 'model'
    | 'snapshotHash'
    | 'followers'
    | 'position'
    | 'fresh'
    | 'views'
    | 'verdict'
    | 'checks'
    | 'engagement'
    | 'audience'
    | 'growth'
    | 'cautions'
  > {
  /** RFC 3339, UTC. */
  capturedAt: string;
  /** Which visit it is of, 8 characters: a later answer of the same visit takes its place. */
  visit: string;
  read: Omit<Report['read'], 'narrow'>;
  following?: HistoryReading['following'];
  /** Ids of the signals that lower the answer, strongest first. */
  signals: string[];
  /** Ids, likeliest first. */
  explanations: string[];
  questions: { id: string; params: Record<string, string | number> }[];
  /** Languages of the comments, most frequent first. */
  languages: { lang: string; comments: number }[];
}

/** One earlier answer: at most 350 bytes as JSON, so that 500 creators with 50 of them stay below 10 MB. */
export interface EarlierReading {
  at: string;
  visit: string;
  /** First 16 digits of the snapshot's hash. */
  hash: string;
  verdict: Report['verdict'];
  /** A letter for each of the six checks, in the report's order; `statesOf` reads them. */
  checks: string;
  /** As the page printed them: the range that a rounded count allows. */
  followers?: Report['followers'];
  /** Engagements of a typical post per follower, as shown. */
  rate?: number;
  engagements?: number;
  views?: number;
}

/** Most signals, explanations, questions, languages and so on that a summary keeps of each. */
const MOST = 5;
const letters = {
  unusual: 'u',
  question: 'q',
  fine: 'f',
  weak: 'w',
  not_read: 'n',
  not_shown: '-',
} as const satisfies Record<CheckState, string>;

/** @param visit the visit's name, whole */
export function summaryOf(report: Report, { profile, capturedAt }: Snapshot, visit: string): Summary | undefined {
  const { narrow: _, ...read } = report.read;
  const lowering = report.signals.filter(({ direction, strength }) => direction === 'lowers' && strength > 0);
  const languages = Object.entries(report.comments?.languages ?? {})
    .map(([lang, comments = 0]) => ({ lang, comments }))
    .sort((a, b) => b.comments - a.comments);
  // Checked as what is read from disk is: what could not be read back is not written either.
  return asSummary({
    ...report,
    capturedAt,
    visit: visit.slice(0, 8),
    read,
    following: profile.following,
    signals: lowering
      .sort((a, b) => b.strength - a.strength)
      .slice(0, MOST)
      .map(({ id }) => id),
    explanations: report.explanations.slice(0, MOST).map(({ id }) => id),
    questions: report.questions.slice(0, MOST).map(({ id, params }) => ({ id, params: plainParams(params) })),
    languages: languages.slice(0, MOST),
    growth: report.growth && { ...report.growth, steps: report.growth.steps?.slice(-MOST) },
  });
}

/** The numbers and short texts among them. */
function plainParams(params: object): Record<string, string | number> {
  return Object.fromEntries(Object.entries(params).filter(([, value]) => param(value) !== undefined));
}

export function earlierOf(summary: Summary): EarlierReading {
  const { capturedAt, visit, snapshotHash, verdict, checks, followers, engagement, views } = summary;
  return {
    at: capturedAt,
    visit,
    hash: snapshotHash.slice(0, 16),
    verdict,
    checks: checks.map(({ state }) => letters[state]).join(''),
    ...(followers && { followers }),
    ...(engagement?.perFollower?.shown !== undefined && { rate: engagement.perFollower.shown }),
    ...(engagement?.perPost && { engagements: engagement.perPost.shown.mid }),
    ...(views && { views: views.perPost.mid }),
  };
}

/** The states of the six checks, in the report's order. */
export function statesOf({ checks }: EarlierReading): CheckState[] {
  const states = Object.keys(letters) as CheckState[];
  return [...checks].map((letter) => states.find((state) => letters[state] === letter) ?? 'not_read');
}

const id = matching(/^[a-z][\w+-]*$/, 64);
const ids = list(id, 40);
const visit = text(8);
const hash = matching(/^[0-9a-f]{64}$/);
const param = either(number, text(100));
const range = record({ low: number, high: number });
const interval = record({ low: number, mid: number, high: number, level: number });
const shown = record({ low: number, mid: number, high: number });
const typical = record({ low: number, high: number, level: number, rows: list(text(64), 20) });
const against = record({}, { shown: number, real: interval, typical, percentile: number });
const verdict = oneOf<Report['verdict']>('clear', 'nothing_seen', 'question', 'unusual', 'not_enough');
const action = oneOf('open_followers', 'open_posts', 'scroll_posts', 'revisit');

type Check = Report['checks'][number];
const check = record(
  {
    id: oneOf<Check['id']>('views', 'likes', 'comments', 'returning', 'followers', 'growth'),
    state: oneOf(...(Object.keys(letters) as CheckState[])),
    power: number,
    signals: ids,
    misses: ids as Form<Check['misses']>,
  },
  {
    seen: record({ value: number, unit: id as Form<NonNullable<Check['seen']>['unit']> }, { of: number }),
    typical: range,
    open: record({ action, count: number, seconds: number }),
  },
);
const sixChecks: Form<Report['checks']> = (value) => {
  const checks = list(check, 6)(value);
  return checks?.length === 6 ? (checks as Report['checks']) : undefined;
};

const engagement = record(
  {},
  {
    basis: oneOf('likes+comments', 'likes', 'comments', 'views'),
    perPost: record({ shown, real: interval, moved: flag }, { typical }),
    perFollower: against,
    perView: against,
    viewsPerFollower: against,
    returning: record({ people: count, of: count, posts: count }, { real: interval }),
    cadence: record({}, { perWeek: number, months: number }),
    nextPost: interval,
    inorganic: record({ level: oneOf('none', 'some', 'strong', 'unknown'), probability: number }),
  },
);

const CURRENT = 'plumb.report/2';

const asCurrent: Form<Summary> = record(
  {
    schema: oneOf(CURRENT),
    model: record({ version: text(64), benchmarks: text(64) }),
    snapshotHash: hash,
    capturedAt: time,
    visit,
    read: record({
      posts: count,
      postsUsed: count,
      comments: count,
      people: count,
      history: count,
      evidence: oneOf('none', 'low', 'moderate', 'strong'),
    }),
    verdict,
    checks: sixChecks,
    audience: record(
      { share: interval, start: number, remainder: number, moved: flag },
      { people: interval, told: oneOf('between', 'at_most', 'at_least') },
    ),
    cautions: ids as Form<Report['cautions']>,
    signals: ids,
    explanations: ids,
    questions: list(record({ id, params: named(param, 20) }), MOST),
    languages: list(record({ lang: text(16), comments: count }), MOST),
  },
  {
    followers: range,
    following: either(count, range),
    position: record({
      of: oneOf('perFollower', 'perView', 'viewsPerFollower'),
      shown: interval,
      percentile: interval,
      place: oneOf('far_below', 'below', 'typical', 'above', 'far_above'),
      typical,
      whose: oneOf('published', 'visited'),
    }),
    fresh: record({ newest: text(32), days: number, stale: flag }, { perWeek: number }),
    views: record({ perPost: shown, posts: count, first: flag }),
    engagement,
    growth: record(
      {},
      {
        days: number,
        change: number,
        steps: list(
          record({ from: text(32), to: text(32), change: number, kind: oneOf('jump', 'purge', 'fresh') }),
          MOST,
        ),
      },
    ),
  },
);

/** The first version had its verdict one level deeper; all else is the same. */
function stepped(value: unknown): unknown {
  const { schema, answer, ...rest } = Object(value) as Record<string, unknown>;
  return schema === 'plumb.report/1'
    ? { ...rest, schema: CURRENT, verdict: (Object(answer) as { verdict?: unknown }).verdict }
    : value;
}

/** Of this version, or of one that this version knows how to turn into its own. */
export const asSummary: Form<Summary> = (value) => asCurrent(stepped(value));

/** Longest text of a summary of another version, UTF-16 code units: one of ours has a fifth of it. */
const LONGEST_FOREIGN = 16_000;
export const asForeign = text(LONGEST_FOREIGN);

/**
 * A record whose summary another version of Plumb made, which this one does not understand: it stays beside as text, as it
 * was, until a version understands it or a new answer takes its place.
 * @param name of the member that is a summary
 */
export function withForeign(stored: unknown, name: 'summary' | 'baseline'): unknown {
  if (typeof stored !== 'object' || stored === null) return stored;
  const { [name]: summary, foreign, ...rest } = stored as Record<string, unknown>;
  if (summary === undefined) {
    const known = foreign === undefined ? undefined : asSummary(parsed(foreign));
    return known ? { ...rest, [name]: known } : stored;
  }
  const { schema } = Object(summary) as { schema?: unknown };
  if (schema === CURRENT || !/^plumb\.report\/\d{1,4}$/.test(String(schema)) || asSummary(summary)) return stored;
  return { ...rest, foreign: JSON.stringify(summary) };
}

function parsed(value: unknown): unknown {
  try {
    return JSON.parse(String(value));
  } catch {
    return undefined;
  }
}

export const asEarlierReading: Form<EarlierReading> = record(
  { at: time, visit, hash: matching(/^[0-9a-f]{16}$/), verdict, checks: matching(/^[uqfwn-]{6}$/) },
  { followers: range, rate: number, engagements: number, views: number },
);
