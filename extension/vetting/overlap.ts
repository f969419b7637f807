/**
 * How many of the people who comment under one creator's posts comment under another's, too, from two sketches. The
 * interval holds both that a sketch keeps 680 hashes at most, and that only a part of the comments was read.
 */
import type { Sketch } from './sketch';

export interface Interval {
  low: number;
  mid: number;
  high: number;
}

/** All of those who comment under the posts whose comments were read, 90 % intervals. */
export interface Overlap {
  /** The share of the first one's commenters who comment under the second one's posts, and the other way round, 0..1. */
  first: Interval;
  second: Interval;
  /** People in both, of the people in either (Jaccard), 0..1. */
  both: Interval;
}

/** `few`: fewer than 60 people were read; `part`: less than a tenth of the comments, or it can't be told of how many. */
export type TooLittle = 'few' | 'part';

export const LEAST_PEOPLE = 60;
export const LEAST_PART = 0.1;
/** Each end is missed in so many cases. */
const TAIL = 0.05;

/**
 * Where a part r of the comments was read, somebody who comments in both places was read with probability r^.5, and any
 * commenter with r^.67, since who comments in both comments more; both exponents vary from page to page. Middles and half
 * widths (5–95 %) fitted on seven of the thirteen pages of overlap/commenters.csv (guardeec/datasets b556b68), of which
 * the newest or any comments were read: a tenth, a quarter, half or all.
 */
const READ = { shared: { mid: 0.5, half: 0.37 }, any: { mid: 0.67, half: 0.27 } } as const;

export function overlapOf(first: Sketch, second: Sketch): Overlap | TooLittle {
  if (Math.min(first.people, second.people) < LEAST_PEOPLE) return 'few';
  const [one, two] = [partOf(first), partOf(second)];
  if (Math.min(one, two) < LEAST_PART) return 'part';
  const { shared, kept } = compared(first, second);
  // Each person in both was seen in both, and kept, with this probability.
  const seen = kept * (one * two) ** READ.shared.mid;
  const people: Interval = { low: fewest(shared, seen), mid: shared / seen, high: most(shared, seen) };
  const firstShare = shareOf(people, first, one, two);
  const secondShare = shareOf(people, second, two, one);
  return { first: firstShare, second: secondShare, both: jaccard(firstShare, secondShare) };
}

/** The share of one creator's commenters whom these people are; `own` and `other` are the parts that were read. */
function shareOf(people: Interval, { people: read }: Sketch, own: number, other: number): Interval {
  const scale = own ** READ.any.mid / read;
  const spread = Math.hypot(READ.any.half * Math.log(own), READ.shared.half * Math.log(other));
  const share = (value: number) => Math.min(1, value * scale);
  if (people.mid === 0) return { low: 0, mid: 0, high: share(people.high) };
  // What chance does and what reading a part does go their own ways: their squares add up.
  const away = (end: number) => Math.exp(Math.hypot(Math.log(end / people.mid), spread));
  return {
    low: share(people.mid / away(people.low)),
    mid: share(people.mid),
    high: share(people.mid * away(people.high)),
  };
}

function jaccard(first: Interval, second: Interval): Interval {
  const at = (end: keyof Interval) =>
    first[end] > 0 && second[end] > 0 ? 1 / (1 / first[end] + 1 / second[end] - 1) : 0;
  return { low: at('low'), mid: at('mid'), high: at('high') };
}

function partOf({ read, shown }: Sketch): number {
  return shown > 0 ? Math.min(1, read / shown) : 0;
}

interface Compared {
  /** Hashes in both, among those that both sketches would have kept. */
  shared: number;
  /** The part of all people of either whose hashes these are. */
  kept: number;
}

function compared(first: Sketch, second: Sketch): Compared {
  const limit = Math.min(limitOf(first), limitOf(second));
  const [a, b] = [first, second].map(({ hashes }) => hashes.filter((hash) => hash <= limit)) as [number[], number[]];
  const other = new Set(b);
  const shared = a.filter((hash) => other.has(hash)).length;
  const either = a.length + b.length - shared;
  if (limit === Number.POSITIVE_INFINITY) return { shared, kept: 1 };
  // Of the people of either, (first + second) / (1 + Jaccard).
  const people = (first.people + second.people) / (1 + shared / either);
  return { shared, kept: Math.min(1, either / people) };
}

/** Above its last hash a full sketch says nothing. */
function limitOf({ people, hashes }: Sketch): number {
  return people > hashes.length ? (hashes.at(-1) as number) : Number.POSITIVE_INFINITY;
}

/** The fewest people of whom so many are seen, or more, in 5 of 100 cases; each with this probability (Clopper–Pearson). */
function fewest(seen: number, probability: number): number {
  return bisected(seen, (people) => seen === 0 || 1 - atMost(seen - 1, people, probability) >= TAIL);
}

/** The most people of whom so few are seen, or fewer, in 5 of 100 cases. */
function most(seen: number, probability: number): number {
  return bisected(seen, (people) => atMost(seen, people, probability) < TAIL) - 1;
}

const FAR = 1e7;

/** The first number from `from` on for which this is true, as it stays from there on. */
function bisected(from: number, true_: (people: number) => boolean): number {
  let [low, high] = [from, FAR];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (true_(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** P(X <= seen) for X binomial. */
function atMost(seen: number, people: number, probability: number): number {
  if (seen >= people) return 1;
  if (probability >= 1) return 0;
  const odds = Math.log(probability) - Math.log1p(-probability);
  let term = people * Math.log1p(-probability);
  let sum = 0;
  for (let count = 0; count <= seen; count++) {
    sum += Math.exp(term);
    term += Math.log((people - count) / (count + 1)) + odds;
  }
  return Math.min(1, sum);
}
