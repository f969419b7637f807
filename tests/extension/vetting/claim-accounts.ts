/** Four made-up accounts with numbers that are easy to reckon with by hand, for the claims made of them. */
import type { Report } from '../../../extension/.generated/report';
import type { Post, Snapshot } from '../../../extension/.generated/snapshot';

const NOW = '2026-11-20T12:00:00Z';
const daysAgo = (days: number) => new Date(Date.parse(NOW) - days * 86_400_000).toISOString().replace('.000', '');

export interface Account {
  report: Pick<Report, 'followers' | 'audience' | 'capturedAt'>;
  snapshot: Pick<Snapshot, 'posts'>;
}

const unmoved: Report['audience'] = {
  share: { low: 0.6, mid: 0.9, high: 0.99, level: 0.9 },
  start: 0.9,
  remainder: 0,
  moved: false,
};

function account(followers: number | { low: number; high: number }, posts: Post[], audience = unmoved): Account {
  const range = typeof followers === 'number' ? { low: followers, high: followers } : followers;
  return { report: { followers: range, capturedAt: NOW, audience }, snapshot: { posts } };
}

/** Every fourth day; each second one a reel until the twelfth; the oldest is pinned and went round the world. */
const bakeryLikes = [300, 300, 300, 300, 300, 300, 400, 400, 400, 400, 400, 400, 500, 500, 3000];
const bakery = account(
  10_000,
  bakeryLikes.map((likes, at) => {
    const reel = at < 12 && at % 2 === 0;
    return {
      id: `b${at}`,
      at: daysAgo(2 + 4 * at),
      likes,
      comments: [10, 20, 280][at < 12 ? 0 : at < 14 ? 1 : 2]!,
      kind: reel ? 'short' : 'photo',
      ...(reel && { views: at < 6 ? 5000 : 8000 }),
      ...(at === 14 && { pinned: true }),
    } satisfies Post;
  }),
);

/** Every tenth day. */
const viewsOfFilms = [20, 20, 20, 20, 20, 40, 40, 40, 40, 240];
const films = account(
  { low: 200_000, high: 200_999 },
  viewsOfFilms.map((thousands, at) => ({
    id: `f${at}`,
    at: daysAgo(5 + 10 * at),
    views: thousands * 1000,
    likes: thousands * 50,
    comments: at === 9 ? 1000 : 100,
    kind: 'video',
  })),
);

/** Daily, all alike. */
const dance = account(
  1_000_000,
  Array.from({ length: 8 }, (_, at) => ({
    id: `d${at}`,
    at: daysAgo(1 + at),
    views: 100_000,
    likes: 8000,
    comments: 200,
    shares: 800,
    saves: 1000,
    kind: 'short' as const,
  })),
);

const people = { low: 150_000, mid: 165_000, high: 180_000, level: 0.9 };
const share = { low: 0.6, mid: 0.66, high: 0.72, level: 0.9 };
const moved = account(250_000, [], { share, people, start: 0.9, remainder: 0, moved: true });
const silent = account(250_000, []);

export const accounts = { bakery, films, dance, moved, silent };
