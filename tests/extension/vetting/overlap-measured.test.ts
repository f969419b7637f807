/**
 * The interval of the overlap, against pages whose commenters are all known (../shared/data/overlap, where that is there):
 * pages are cut to 60–2,000 commenters, a part of their comments is read, and the true overlap is that of the whole cuts.
 * The seven pages on which READ of overlap.ts was fitted are left out.
 */
import { createHmac } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type Interval, overlapOf } from '../../../extension/vetting/overlap';
import { MOST_HASHES, type Sketch } from '../../../extension/vetting/sketch';
import { seeded } from '../../browser/navigation/random';

const FILE = new URL('../../../../shared/data/overlap/commenters.csv', import.meta.url);
const there = existsSync(FILE);
if (!there)
  process.stderr.write(
    'OVERLAP NOT MEASURED: ../shared/data/overlap is not there, so no real commenters were compared.\n',
  );

/** 'page0', 'page2' … in order: every second one was fitted on. */
const isFitted = (index: number) => index % 2 === 0;
const SIZES = [60, 120, 250, 500, 1000, 2000];
const PARTS = [0.1, 0.25, 0.5, 1];
const PAIRS = 1200;

/** Who wrote each comment of each page, oldest first. */
function pages(): number[][] {
  const rows = readFileSync(FILE, 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((row) => row.split(','));
  const byPage = new Map<string, { user: number; at: string }[]>();
  for (const [page = '', user, at = ''] of rows)
    byPage.set(page, [...(byPage.get(page) ?? []), { user: Number(user), at }]);
  return [...byPage]
    .sort(([a], [b]) => Number(a.slice(4)) - Number(b.slice(4)))
    .map(([, comments]) => comments.sort((a, b) => (a.at < b.at ? -1 : 1)).map(({ user }) => user));
}

const known = new Map<number, number>();
function hashOf(user: number): number {
  const found = known.get(user) ?? createHmac('sha256', 'salt').update(`u${user}`).digest().readUIntBE(0, 6);
  known.set(user, found);
  return found;
}

function sketched(read: readonly number[], shown: number): Sketch {
  const people = new Set(read);
  const hashes = [...people].map(hashOf).sort((a, b) => a - b);
  return { people: people.size, read: read.length, shown, hashes: hashes.slice(0, MOST_HASHES) };
}

class Cases {
  constructor(
    private readonly all: number[][],
    private readonly random: () => number,
  ) {}
  private one<T>(list: readonly T[]): T {
    return list[Math.floor(this.random() * list.length)] as T;
  }
  /** A stretch of a page with so many commenters at most. */
  private cut(page: readonly number[]): number[] {
    const most = this.one(SIZES);
    const people = new Set<number>();
    const from = Math.floor((this.random() * page.length) / 2);
    let to = from;
    for (; to < page.length; to++) {
      if (people.size >= most && !people.has(page[to] as number)) break;
      people.add(page[to] as number);
    }
    return page.slice(from, to);
  }
  /** Two outlets; or two halves in time of one; or one whose people are dealt to two, some to both. */
  pair(): { kind: 'outlets' | 'halves' | 'dealt'; first: number[]; second: number[] } {
    const kind = this.one(['outlets', 'outlets', 'halves', 'dealt'] as const);
    const page = this.one(this.all);
    const first = this.cut(page);
    if (kind === 'outlets')
      return { kind, first, second: this.cut(this.one(this.all.filter((other) => other !== page))) };
    if (kind === 'halves') {
      const half = Math.floor(first.length / 2);
      return { kind, first: first.slice(0, half), second: first.slice(half) };
    }
    const share = this.one([0.05, 0.2, 0.5]);
    const sides = new Map(
      [...new Set(first)].map((user) => [user, this.random() < share ? 2 : Math.floor(this.random() * 2)]),
    );
    const dealt: [number[], number[]] = [[], []];
    for (const user of first) {
      const side = sides.get(user) as number;
      dealt[side === 2 ? Math.floor(this.random() * 2) : side]?.push(user);
    }
    return { kind, first: dealt[0], second: dealt[1] };
  }
  /** A part of the comments, the newest or any. */
  read(comments: readonly number[], how: 'newest' | 'any', part: number): number[] {
    const number = Math.max(1, Math.round(part * comments.length));
    if (how === 'newest') return comments.slice(-number);
    const mixed = comments.map((user) => ({ user, by: this.random() })).sort((a, b) => a.by - b.by);
    return mixed.slice(0, number).map(({ user }) => user);
  }
  how = () => this.one(['newest', 'any'] as const);
  part = () => this.one(PARTS);
}

interface Tally {
  cases: number;
  held: number;
  widths: number[];
}

describe.skipIf(!there)('the overlap of real commenters', () => {
  test('the true one lies in the stated 90 % interval in at least 88 of 100 cases', () => {
    const cases = new Cases(
      pages().filter((_, index) => !isFitted(index)),
      seeded(20261126),
    );
    const tallies = new Map<string, Tally>();
    const count = (name: string, truth: number, { low, high }: Interval) => {
      const tally = tallies.get(name) ?? { cases: 0, held: 0, widths: [] };
      tally.cases++;
      // Counts are whole: a hair's breadth for fractions.
      if (truth >= low - 1e-9 && truth <= high + 1e-9) tally.held++;
      tally.widths.push(high - low);
      tallies.set(name, tally);
    };
    for (let made = 0; made < PAIRS; made++) {
      const { kind, first, second } = cases.pair();
      const [people, others] = [new Set(first), new Set(second)];
      if (Math.min(people.size, others.size) < 60) continue;
      const how = cases.how();
      const parts = [cases.part(), cases.part()] as const;
      const one = sketched(cases.read(first, how, parts[0]), first.length);
      const two = sketched(cases.read(second, how, parts[1]), second.length);
      const told = overlapOf(one, two);
      if (typeof told === 'string') continue;
      const shared = [...people].filter((user) => others.has(user)).length;
      const name = `least part read ${Math.min(...parts)}`;
      for (const group of ['all', kind, how, name]) {
        count(group, shared / people.size, told.first);
        count(group, shared / others.size, told.second);
        count(group, shared / (people.size + others.size - shared), told.both);
      }
    }
    const middle = (list: number[]) => list.sort((a, b) => a - b)[list.length >> 1] as number;
    for (const [name, { cases: number, held, widths }] of tallies)
      console.log(
        `overlap, ${name}: held in ${held} of ${number} (${((100 * held) / number).toFixed(1)} %), half of the intervals narrower than ${(100 * middle(widths)).toFixed(1)} points`,
      );
    for (const [name, { cases: number, held }] of tallies) {
      expect(number, name).toBeGreaterThan(60);
      if (name === 'all' || name === 'newest' || name === 'any')
        expect(held / number, name).toBeGreaterThanOrEqual(0.88);
    }
    // An interval from nothing to everything would always hold.
    expect(middle(tallies.get('all')?.widths ?? [])).toBeLessThan(0.25);
  });
});
