/**
 * What a fee buys, and sums of it: conversions of figures that stand in the report, none of them an estimate of its own.
 * Engagements of two platforms are never added, since an engagement is not the same on both; nor are their views.
 */
import type { Report } from '../../.generated/report';
import type { PlatformName } from '../../reading/reading';
import type { Fee } from '../../vetting/shortlist';
import { type Row, reportOf } from './row';

/** A figure with its 90 % range; without one where the page's figure says nothing of how it varies. */
export interface Figure {
  mid: number;
  range?: { low: number; high: number };
}

type Position = NonNullable<Report['position']>;

/** The share of a figure's middle at which its range ends: from the place among peers, which has the range of the usual post. */
function spread(
  position: Position | undefined,
  of: readonly Position['of'][],
): { low: number; high: number } | undefined {
  if (!position || !of.includes(position.of) || position.shown.mid <= 0) return undefined;
  const { low, mid, high } = position.shown;
  return { low: low / mid, high: high / mid };
}

function figure(mid: number, around: { low: number; high: number } | undefined): Figure {
  return around ? { mid, range: { low: mid * around.low, high: mid * around.high } } : { mid };
}

/** Engagements of a usual post as shown. */
export function usualEngagements({ engagement, position }: Report): Figure | undefined {
  const mid = engagement?.perPost?.shown.mid;
  return mid === undefined ? undefined : figure(mid, spread(position, ['perFollower', 'perView']));
}

/** What of them is real, only where what was read has moved it. */
export function realEngagements({ engagement }: Report): Figure | undefined {
  const perPost = engagement?.perPost;
  return perPost?.moved
    ? { mid: perPost.real.mid, range: { low: perPost.real.low, high: perPost.real.high } }
    : undefined;
}

/** Views of a usual post as shown. */
export function usualViews({ views, position }: Report): Figure | undefined {
  return views && figure(views.perPost.mid, spread(position, ['viewsPerFollower']));
}

/** More for the money is less for each: the ends change places. */
function per(money: number, count: Figure | undefined): Figure | undefined {
  if (!count || count.mid <= 0) return undefined;
  const { range } = count;
  if (!range || range.low <= 0) return { mid: money / count.mid };
  return { mid: money / count.mid, range: { low: money / range.high, high: money / range.low } };
}

export interface Costs {
  currency: string;
  /** For an engagement as shown. */
  engagement?: Figure;
  /** For an engagement that is likely real. */
  real?: Figure;
  /** For 1,000 views as shown. */
  views?: Figure;
}

/** The money for one piece; a story's engagements and views are on no page. */
export function pieceFee({ amount, unit, count }: Fee): number | undefined {
  return unit === 'story' ? undefined : amount / count;
}

/** Whether too little was read for the creator to be compared with others. */
export const isThin = (report: Report): boolean => report.verdict === 'not_enough';

/** What the fee buys; nothing without a fee for something whose figures a page shows, or of too little. */
export function costsOf(row: Row): Costs | undefined {
  const report = reportOf(row);
  const { fee } = row.entry;
  const money = fee && pieceFee(fee);
  if (!fee || money === undefined || !report || isThin(report)) return undefined;
  return {
    currency: fee.currency,
    engagement: per(money, usualEngagements(report)),
    real: per(money, realEngagements(report)),
    views: per(1000 * money, usualViews(report)),
  };
}

export type CostUnit = 'engagement' | 'views';

/** The one cost that stands in the table: for views where they stand first. */
export function mainCost(row: Row): (Figure & { unit: CostUnit; currency: string }) | undefined {
  const costs = costsOf(row);
  const { engagement, views, currency } = costs ?? {};
  const unit: CostUnit = views && (row.creator.summary?.views?.first || !engagement) ? 'views' : 'engagement';
  const cost = unit === 'views' ? views : engagement;
  return cost && currency !== undefined ? { ...cost, unit, currency } : undefined;
}

/** Figures that vary each for itself: their ranges add as their squares do. Without a range where one of them has none. */
export function sum(figures: readonly Figure[]): Figure {
  const mid = figures.reduce((total, one) => total + one.mid, 0);
  if (figures.some(({ range }) => !range)) return { mid };
  const off = (end: 'low' | 'high') =>
    Math.hypot(...figures.map((one) => one.mid - (one.range as { low: number; high: number })[end]));
  return { mid, range: { low: mid - off('low'), high: mid + off('high') } };
}

export interface PlatformTotal {
  platform: PlatformName;
  creators: number;
  engagements?: Figure;
  views?: Figure;
}

export interface Totals {
  /** The fees, currency by currency. */
  fees: { currency: string; amount: number }[];
  /** Chosen creators without a fee. */
  withoutFee: number;
  /** Engagements and views for these fees, platform by platform; a creator of whom too little was read is not in them. */
  platforms: PlatformTotal[];
}

const times = ({ mid, range }: Figure, pieces: number): Figure => ({
  mid: mid * pieces,
  ...(range && { range: { low: range.low * pieces, high: range.high * pieces } }),
});

export function totalsOf(chosen: readonly Row[]): Totals {
  const fees = new Map<string, number>();
  const platforms = new Map<PlatformName, { creators: number; engagements: Figure[]; views: Figure[] }>();
  for (const row of chosen) {
    const { fee } = row.entry;
    const { platform } = row.creator;
    if (fee) fees.set(fee.currency, (fees.get(fee.currency) ?? 0) + fee.amount);
    const report = reportOf(row);
    if (!report || isThin(report) || fee?.unit === 'story') continue;
    const pieces = fee?.count ?? 1;
    const total = platforms.get(platform) ?? { creators: 0, engagements: [], views: [] };
    const [engagements, views] = [usualEngagements(report), usualViews(report)];
    if (engagements) total.engagements.push(times(engagements, pieces));
    if (views) total.views.push(times(views, pieces));
    platforms.set(platform, { ...total, creators: total.creators + 1 });
  }
  return {
    fees: [...fees].map(([currency, amount]) => ({ currency, amount })),
    withoutFee: chosen.filter(({ entry }) => !entry.fee).length,
    platforms: [...platforms].map(([platform, { creators, engagements, views }]) => ({
      platform,
      creators,
      ...(engagements.length > 0 && { engagements: sum(engagements) }),
      ...(views.length > 0 && { views: sum(views) }),
    })),
  };
}

export type Difference =
  /** The ranges of all of them overlap. */
  | { kind: 'alike'; rows: Row[] }
  /** The dearest costs so many times what the cheapest does. */
  | { kind: 'dearer'; row: Row; than: Row; low: number; high: number };

/** Whether costs of one unit and one currency can be told apart; nothing where fewer than two have a range. */
export function difference(chosen: readonly Row[], unit: CostUnit): Difference | undefined {
  const known = chosen.flatMap((row) => {
    const costs = costsOf(row);
    const cost = costs?.[unit];
    return costs && cost?.range ? [{ row, currency: costs.currency, mid: cost.mid, range: cost.range }] : [];
  });
  const [first] = known;
  if (known.length < 2 || !first || known.some(({ currency }) => currency !== first.currency)) return undefined;
  const byCost = known.toSorted((a, b) => a.mid - b.mid);
  const [cheap, dear] = [byCost[0] as (typeof known)[number], byCost.at(-1) as (typeof known)[number]];
  if (dear.range.low <= cheap.range.high) return { kind: 'alike', rows: byCost.map(({ row }) => row) };
  return {
    kind: 'dearer',
    row: dear.row,
    than: cheap.row,
    low: dear.range.low / cheap.range.high,
    high: dear.range.high / cheap.range.low,
  };
}
