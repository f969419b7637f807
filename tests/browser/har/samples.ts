/**
 * Invented accounts, one for each platform that comes with the install, in the shapes in which the platforms answer.
 * Names, texts and numbers are made up. The first is the demo.
 */
import type { Har } from '../replay/har.ts';
import { instagram } from './accounts/instagram.ts';
import { tiktok } from './accounts/tiktok.ts';
import { x } from './accounts/x.ts';
import { youtube } from './accounts/youtube.ts';
import { makeHar, type PageParts } from './make.ts';
import type { Look } from './shells.ts';

/** Values to be read, typed by hand beside the rows. */
export interface Expected {
  handle: string;
  followers: number | { low: number; high: number };
  following?: number;
  postsTotal?: number | { low: number; high: number };
  /** How many posts of the account the snapshot holds. */
  posts: number;
  /** Values of single posts by id. */
  some: Record<
    string,
    { likes?: number; comments?: number; views?: number; at?: string; sponsored?: boolean; pinned?: boolean }
  >;
  comments?: number;
  people?: number;
}

export interface Sample {
  name: string;
  platform: Look['platform'];
  parts(): PageParts;
  expected: Expected;
}

export const samples: readonly Sample[] = [
  {
    name: 'sample-instagram',
    platform: 'instagram',
    parts: instagram,
    expected: {
      handle: 'fernhollow.kitchen',
      followers: 48213,
      following: 612,
      postsTotal: 431,
      posts: 26,
      comments: 30,
      people: 24,
      some: {
        DSfernAa01x: { likes: 1284, comments: 41, at: '2026-11-17T21:00:00Z' },
        DSfernAa26x: { likes: 1019, comments: 22 },
        DSfernAa09x: { likes: 742, sponsored: true },
      },
    },
  },
  {
    name: 'sample-tiktok',
    platform: 'tiktok',
    parts: tiktok,
    expected: {
      handle: 'kiln.and.clay',
      followers: 183427,
      following: 214,
      postsTotal: 318,
      posts: 12,
      some: {
        '7570000000000000101': { likes: 9950, comments: 812, pinned: true },
        '7570000000000000112': { likes: 5230, comments: 77 },
        '7570000000000000105': { likes: 4402, sponsored: true },
      },
    },
  },
  {
    name: 'sample-youtube',
    platform: 'youtube',
    parts: youtube,
    expected: {
      handle: 'thegardenshed',
      followers: { low: 92_400, high: 92_499 },
      postsTotal: 268,
      posts: 12,
      some: { gardenShd01: { views: 14_210 }, gardenShd12: { views: 22_087 } },
    },
  },
  {
    name: 'sample-x',
    platform: 'x',
    parts: x,
    expected: {
      handle: 'tide_tables_x',
      followers: 21874,
      following: 389,
      postsTotal: 3120,
      posts: 12,
      some: {
        '1900000000000000100': { likes: 2210, comments: 96, views: 301_450, pinned: true },
        '1990000000000000011': { likes: 118, comments: 4, views: 9_120, at: '2026-11-07T09:00:00Z' },
      },
    },
  },
];

export function sampleHar(sample: Sample): Har {
  return makeHar([sample.parts()]);
}
