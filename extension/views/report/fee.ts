/**
 * What a fee buys: conversions of the report's figures, none of them an estimate of its own. No media value is named:
 * there is no standard formula for one.
 */
import type { Report } from '../../.generated/report';

/** Money for one unit: the middle of an estimate, and the range; `high` is missing where it has no bound. */
export interface Cost {
  mid?: number;
  low: number;
  high?: number;
}

export interface FeeFacts {
  /** For 1,000 followers as shown, in the fee's currency. */
  perThousandShown?: Cost;
  /** For 1,000 followers that are likely real and reachable. */
  perThousandReal?: Cost;
  perEngagementShown?: Cost;
  perGenuineEngagement?: Cost;
  /** The fee that would meet the target, where one is given. */
  fair?: Cost;
}

/** @param fee for one post; @param target for 1,000 likely real followers; both > 0, else nothing follows from them */
export function feeFacts(report: Report, fee: number | undefined, target: number | undefined): FeeFacts {
  const { followers, audience, engagement } = report;
  // No cost is told of an estimate that what was read has not moved.
  const people = audience.moved ? audience.people : undefined;
  const facts: FeeFacts = {};
  if (fee !== undefined && fee > 0) {
    if (followers && followers.low > 0) {
      facts.perThousandShown = { low: (1000 * fee) / followers.high, high: (1000 * fee) / followers.low };
    }
    if (people) facts.perThousandReal = per(1000 * fee, people);
    const perPost = engagement?.perPost;
    if (perPost && perPost.shown.low > 0) {
      facts.perEngagementShown = { low: fee / perPost.shown.high, high: fee / perPost.shown.low };
    }
    if (perPost?.moved) facts.perGenuineEngagement = per(fee, perPost.real);
  }
  if (target !== undefined && target > 0 && people) {
    const fair = (count: number) => (target * count) / 1000;
    facts.fair = { low: fair(people.low), mid: fair(people.mid), high: fair(people.high) };
  }
  return facts;
}

/** A cost as it is told: from ten on without the small coin, which no count of a page is good for. */
export const toldCost = (value: number): number => (value < 10 ? value : Math.round(value));

/** More for the money is less for each: the ends change places. */
function per(money: number, count: { low: number; mid: number; high: number }): Cost | undefined {
  if (count.high <= 0) return undefined;
  return {
    low: money / count.high,
    ...(count.low > 0 ? { high: money / count.low } : {}),
    ...(count.mid > 0 ? { mid: money / count.mid } : {}),
  };
}

const MOST = 1e9;

/**
 * An amount as people type it, in any locale: "1,200.50", "1.200,50", "1 200". The last mark is the decimal one if at
 * most two digits follow it and it is the only one of its kind.
 * @returns nothing for what is no amount, or none between 0 and 10^9
 */
export function parseAmount(text: string): number | undefined {
  const plain = text.slice(0, 32).replace(/[\s\u00a0\u202f'’]/g, '');
  if (!/^\d[\d.,]*$/.test(plain)) return undefined;
  const decimal = /^(.*\d)([.,])(\d{1,2})$/.exec(plain);
  const isDecimal = decimal !== null && plain.split(decimal[2]!).length === 2;
  const whole = (isDecimal ? decimal[1]! : plain).replace(/[.,]/g, '');
  const value = Number(isDecimal ? `${whole}.${decimal[3]}` : whole);
  return value > 0 && value <= MOST ? value : undefined;
}
