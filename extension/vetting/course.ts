/**
 * What the visits to one creator show one after the other: the followers and the rate of each reading, and between them steps,
 * posts that are gone, other names, and what was expected when they were hired beside what came. Nothing is estimated here.
 */
import type { Report } from '../.generated/report';
import type { EarlierReading, Summary } from './summary';
import { readingsOf, type VisitedAccount } from './visited-account';

type Range = NonNullable<Report['followers']>;

export interface CoursePoint {
  /** RFC 3339, UTC. */
  at: string;
  followers?: Range;
  /** Engagements of a typical post per follower, as shown. */
  rate?: number;
}

export interface Course {
  /** A point a visit, oldest first. */
  points: CoursePoint[];
  /** Jumps and purges of the newest answer; `change` is a share of the followers. */
  steps: NonNullable<NonNullable<Report['growth']>['steps']>;
  /** So many posts fewer at least than at the visit before. */
  fewer: { from: string; to: string; posts: number }[];
  /** `at` the first reading under the new name. */
  renamed: { from: string; to: string; at: string }[];
  /** A post's engagements as they were expected when the creator was hired, and a usual post's since. */
  expected?: { low: number; high: number; came: number };
}

const rangeOf = (count: number | Range) => (typeof count === 'number' ? { low: count, high: count } : count);

export interface Visits {
  newest: Summary | undefined;
  /** Earlier answers; every visit whose answer was kept is one. */
  earlier: readonly EarlierReading[];
  /** What is kept of every visit, also of those before the creator stood on a list. */
  account: VisitedAccount | undefined;
  /** The answer that was newest when the creator was hired. */
  baseline: Summary | undefined;
}

export function courseOf({ newest, earlier, account, baseline }: Visits): Course {
  const visits = account ? readingsOf(account, '') : [];
  const [expected, came] = [baseline?.engagement?.nextPost, newest?.engagement?.perPost?.shown.mid];
  const isLater = baseline && newest && newest.capturedAt > baseline.capturedAt;
  return {
    points: pointsOf(newest, earlier, account),
    steps: newest?.growth?.steps ?? [],
    fewer: between(visits, 'posts', (before, after) => {
      const [was, is] = [rangeOf(before.posts ?? 0), rangeOf(after.posts ?? 0)];
      return is.high < was.low
        ? [{ from: before.at ?? '', to: after.at ?? '', posts: Math.ceil(was.low - is.high) }]
        : [];
    }),
    renamed: between(visits, 'handle', (before, after) => {
      const [from, to] = [before.handle ?? '', after.handle ?? ''];
      return from.toLowerCase() === to.toLowerCase() ? [] : [{ from, to, at: after.at ?? '' }];
    }),
    ...(isLater && expected && came !== undefined && { expected: { low: expected.low, high: expected.high, came } }),
  };
}

/** Of each two readings that follow each other among those that have a member. */
function between<T extends object, R>(readings: readonly T[], member: keyof T, of: (before: T, after: T) => R[]): R[] {
  const known = readings.filter((one) => one[member] !== undefined);
  return known.slice(1).flatMap((after, index) => of(known[index] as T, after));
}

/** Answers say more of a visit than its counts, and stand for it where there are both. */
function pointsOf(newest: Visits['newest'], earlier: Visits['earlier'], account: Visits['account']): CoursePoint[] {
  const points = new Map<string, CoursePoint>();
  for (const { visit, reading } of account?.readings ?? []) {
    const { at, followers } = reading;
    if (at !== undefined && followers !== undefined)
      points.set(visit.slice(0, 8), { at, followers: rangeOf(followers) });
  }
  for (const { visit, at, followers, rate } of earlier)
    points.set(visit, { at, ...(followers && { followers }), ...(rate !== undefined && { rate }) });
  if (newest) {
    const { visit, capturedAt, followers, engagement } = newest;
    const rate = engagement?.perFollower?.shown;
    points.set(visit, { at: capturedAt, ...(followers && { followers }), ...(rate !== undefined && { rate }) });
  }
  return [...points.values()].sort((a, b) => a.at.localeCompare(b.at));
}
