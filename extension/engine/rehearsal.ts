/**
 * Questions that are asked before anybody's: the browser compiles each function of the core when it is first called, so that
 * a first answer takes ten times as long as those after it. Of each kind of thing that is read a few, invented; in parts, since
 * nothing is heard while one is answered.
 */
import type { Snapshot } from '../.generated/snapshot';

const DAY = 86_400_000;
const CAPTURED = '2026-11-22T10:00:00Z';
const TEXTS = ['So nice! 😍', 'Where did you buy it, Ada?', 'Get 5k followers at gain.example', 'So nice 😍😍'];

const daysAgo = (days: number) => new Date(Date.parse(CAPTURED) - days * DAY).toISOString().replace('.000Z', 'Z');
const several = <T>(count: number, make: (i: number) => T): T[] => Array.from({ length: count }, (_, i) => make(i));

const account: Snapshot = {
  schema: 'plumb.snapshot/1',
  platform: 'instagram',
  capturedAt: CAPTURED,
  profile: { handle: 'ada', followers: 9000, following: 300, posts: 50 },
};
const posts: Snapshot = {
  ...account,
  posts: several(8, (i) => ({
    id: `p${i}`,
    at: daysAgo(4 * i + 4),
    likes: 100 + 7 * i,
    comments: 5 + i,
    views: 2000 + 30 * i,
    caption: 'Bread',
  })),
};
const all: Snapshot = {
  ...posts,
  comments: several(8, (i) => ({
    id: `c${i}`,
    postId: `p${i % 4}`,
    author: `u${i % 6}`,
    text: TEXTS[i % 4] as string,
  })),
  people: several(5, (i) => ({ handle: `ada${i}`, relation: 'follower', followers: 10 * i, following: 50, posts: i })),
  history: several(5, (i) => ({ at: daysAgo(9 - i), followers: 8000 + 9 * i })),
};

export const rehearsals: readonly Snapshot[] = [account, posts, all];
