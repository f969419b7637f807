/**
 * Which ordinary way to count gives a figure of a media kit, from what was read: by followers or by views, likes alone or
 * with comments, mean or median, all posts, the latest, one format, the best. One number may come from several: the most
 * usual stands first. That a way gives it does not say that it was used; that none does, only that none of these does.
 */
import type { Report } from '../.generated/report';
import type { Count, Post, Snapshot } from '../.generated/snapshot';
import { highOf, lowOf } from '../reading/counts';
import { type Chosen, chosenPosts, type Selection } from './claim-posts';
import { type Claim, type Claimed, readClaims, type Stretch, type Unclear } from './claim-text';

export type Part = 'likes' | 'comments' | 'shares' | 'saves' | 'views';
export type Average = 'mean' | 'median' | 'total';
/** One way to count. */
export interface Way {
  /** What is added up of each post; `followers` and `audience` are of the account. */
  parts: readonly Part[] | 'followers' | 'audience' | 'audience_share';
  by?: 'followers' | 'views';
  average?: Average;
  chosen?: Chosen;
  /** Posts that show what it needs. */
  used?: number;
  /** What it gives: a share, or a count; both ends alike where the page shows exact numbers. */
  value: { low: number; high: number };
}

export interface CheckedClaim {
  claim: Claim | Unclear;
  /** `not_shown`: the page does not show what would be needed. `not_read`: what was read does not say it. */
  outcome: 'given' | 'none' | 'not_shown' | 'not_read' | 'unclear';
  /** The ways that give it, the most usual first. */
  ways: readonly Way[];
  /** The most usual way of all that were tried, and the one that comes nearest. */
  usual?: Way;
  nearest?: Way;
  tried: number;
}

type Read = Pick<Report, 'followers' | 'audience' | 'capturedAt'>;

/** @param text what the media kit says, typed or pasted; @param locale of the person's language */
export function checkClaims(
  text: string,
  report: Read,
  snapshot: Pick<Snapshot, 'posts'>,
  locale: string,
): CheckedClaim[] {
  return readClaims(text, locale).map((claim) => {
    if (claim.of === undefined) return { claim, outcome: 'unclear', ways: [], tried: 0 };
    if (claim.of === 'stories') return { claim, outcome: 'not_shown', ways: [], tried: 0 };
    const tried = waysFor(claim, report, snapshot.posts ?? []);
    const ways = tried.filter((way) => gives(way, claim.value));
    const [usual] = tried;
    const nearest = ways[0] ?? nearestOf(tried, claim.value);
    return { claim, outcome: outcomeOf(claim.of, ways, tried), ways, usual, nearest, tried: tried.length };
  });
}

function outcomeOf(of: Claimed, ways: readonly Way[], tried: readonly Way[]): CheckedClaim['outcome'] {
  if (ways.length > 0) return 'given';
  if (of === 'reach') return 'not_shown';
  if (tried.length > 0) return 'none';
  return of === 'real_followers' || of === 'real_share' ? 'not_read' : 'not_shown';
}

function gives({ value }: Way, { low, high }: Stretch): boolean {
  // A hair's breadth for what binary fractions do to the ends.
  const hair = 1e-9 * Math.max(1, low);
  return value.high >= low - hair && value.low < high - hair;
}

function nearestOf(ways: readonly Way[], { low, high }: Stretch): Way | undefined {
  const aim = Number.isFinite(high) ? (low + high) / 2 : low;
  const away = ({ value }: Way) => Math.abs(Math.log(Math.max((value.low + value.high) / 2, 1e-12) / aim));
  return ways.reduce<Way | undefined>((best, way) => (best && away(best) <= away(way) ? best : way), undefined);
}

/** What each claim can be made of, the usual first. */
const PARTS: Readonly<Partial<Record<Claimed, readonly (readonly Part[])[]>>> = {
  engagement_rate: [
    ['likes', 'comments'],
    ['likes', 'comments', 'shares'],
    ['likes', 'comments', 'shares', 'saves'],
    ['likes', 'comments', 'saves'],
    ['likes'],
  ],
  engagements: [
    ['likes', 'comments'],
    ['likes', 'comments', 'shares'],
    ['likes', 'comments', 'shares', 'saves'],
    ['likes', 'comments', 'saves'],
  ],
  likes: [['likes']],
  comments: [['comments']],
  shares: [['shares']],
  saves: [['saves']],
  views: [['views']],
  reach: [['views']],
};

function waysFor(claim: Claim, report: Read, posts: readonly Post[]): Way[] {
  const { followers, audience } = report;
  if (claim.of === 'followers') return followers ? [{ parts: 'followers', value: followers }] : [];
  if (claim.of === 'real_share') return audience.moved ? [{ parts: 'audience_share', value: audience.share }] : [];
  if (claim.of === 'real_followers') {
    if (audience.moved && audience.people) return [{ parts: 'audience', value: audience.people }];
    // More real ones than there are cannot be.
    return followers && claim.value.low > followers.high ? [{ parts: 'followers', value: followers }] : [];
  }
  const rate = claim.of === 'engagement_rate';
  const bases = rate ? (['followers', 'views'] as const) : [undefined];
  const averages = claimedAverages(claim);
  const ways = bases.flatMap((by, base) =>
    (PARTS[claim.of] ?? []).flatMap((parts, part) =>
      postsFor(posts, parts, by, claim, report.capturedAt).flatMap(({ chosen, of, rank }) =>
        averages.flatMap((average) => {
          // Shares of the followers are not added up; a month's views are.
          if (average === 'total' && (by === 'followers' || (!by && chosen.posts === 'best'))) return [];
          const way = wayOf(of, parts, by, average, followers);
          return way
            ? [{ way: { ...way, chosen }, rank: rank + base * 20 + part * 4 + (average === 'mean' ? 0 : 2) }]
            : [];
        }),
      ),
    ),
  );
  return ways.sort((a, b) => a.rank - b.rank).map(({ way }) => way);
}

function claimedAverages({ average, of }: Claim): readonly Average[] {
  if (average === 'best') return ['mean'];
  if (average) return average === 'mean' && of === 'engagement_rate' ? ['mean', 'total'] : [average];
  return ['mean', 'median', 'total'];
}

/** Of the posts that show what the way needs, each choice that a figure may be of. */
function postsFor(
  posts: readonly Post[],
  parts: readonly Part[],
  by: Way['by'],
  claim: Claim,
  now: string | undefined,
): Selection[] {
  const needed = by === 'views' ? [...parts, by] : parts;
  const shown = posts.filter((post) => needed.every((part) => post[part] !== undefined));
  return chosenPosts(posts, shown, (post) => lowOf(sum(post, parts)), claim, now);
}

function sum(post: Post, parts: readonly Part[]): { low: number; high: number } {
  const counts = parts.map((part) => post[part] as Count);
  return { low: total(counts.map(lowOf)), high: total(counts.map(highOf)) };
}

function total(values: readonly number[]): number {
  return values.reduce((all, value) => all + value, 0);
}

/** What the way gives; nothing where too little shows it. */
function wayOf(
  posts: readonly Post[],
  parts: readonly Part[],
  by: Way['by'],
  average: Average,
  followers: Report['followers'],
): Way | undefined {
  const used = by === 'views' ? posts.filter(({ views }) => lowOf(views as Count) > 0) : posts;
  if (used.length === 0) return undefined;
  const sums = used.map((post) => sum(post, parts));
  const rest = { parts, by, average, used: used.length };
  const lows = sums.map(({ low }) => low);
  const highs = sums.map(({ high }) => high);
  if (by === undefined) return { ...rest, value: { low: averaged(lows, average), high: averaged(highs, average) } };
  if (by === 'followers') {
    if (!followers || followers.low <= 0) return undefined;
    const value = { low: averaged(lows, average) / followers.high, high: averaged(highs, average) / followers.low };
    return { ...rest, value };
  }
  const views = used.map((post) => post.views as Count);
  if (average === 'total') {
    const value = { low: total(lows) / total(views.map(highOf)), high: total(highs) / total(views.map(lowOf)) };
    return { ...rest, value };
  }
  const low = averaged(
    lows.map((value, at) => value / highOf(views[at] as Count)),
    average,
  );
  const high = averaged(
    highs.map((value, at) => value / lowOf(views[at] as Count)),
    average,
  );
  return { ...rest, value: { low, high } };
}

function averaged(values: readonly number[], average: Average): number {
  if (average === 'total') return total(values);
  if (average === 'mean') return total(values) / values.length;
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}
