/**
 * The bundled sample: an invented account, as a page would have shown it. Every name, text and number is made up.
 * It is scored like any other page, by the real core.
 */
import type { Comment, Post, Snapshot } from '../.generated/snapshot';

const CAPTURED = '2026-11-20T09:00:00Z';
const DAY = 86_400_000;

/** Days before the reading, kind, likes, comments. */
const posts: readonly (readonly [
  days: number,
  kind: Post['kind'],
  likes: number,
  comments: number,
  sponsored?: true,
])[] = [
  [2.5, 'video', 1284, 41],
  [5, 'carousel', 1391, 38],
  [8, 'photo', 1102, 29],
  [11.5, 'video', 1760, 52],
  [15, 'photo', 978, 24],
  [18, 'carousel', 1231, 33],
  [22, 'photo', 1047, 27],
  [25, 'video', 1538, 46],
  [29, 'photo', 742, 18, true],
  [33, 'carousel', 1180, 31],
  [37, 'photo', 1075, 25],
  [41, 'video', 1622, 49],
  [46, 'photo', 993, 21],
  [50, 'photo', 1018, 26],
  [55, 'carousel', 1266, 35],
  [60, 'video', 1431, 40],
  [66, 'photo', 954, 20],
  [71, 'photo', 1093, 28],
  [77, 'carousel', 1210, 30],
  [83, 'video', 1507, 44],
  [90, 'photo', 1001, 23],
  [97, 'photo', 1062, 27],
  [104, 'carousel', 1174, 29],
  [112, 'video', 1489, 43],
];

/** Post, author, text, likes. */
const comments: readonly (readonly [post: number, author: string, text: string, likes: number])[] = [
  [0, 'marta.bakes.late', 'The overnight version opened the crumb so much. Thank you for the note on the water!', 12],
  [0, 'old.mill.lane', 'What hydration is this? Mine spreads at 78.', 5],
  [0, 'jonas.kernel', 'The sound at 0:40 is worth the whole video', 9],
  [0, 'tilly.pantry', 'Does it work with dark rye flour as well?', 3],
  [0, 'holly.and.flour', '😍😍', 1],
  [0, 'kitchen.north', 'Love this!', 0],
  [0, 'rosa.rye', 'Finally someone says that the fridge matters more than the flour', 6],
  [1, 'marta.bakes.late', 'The soup on slide four is what my week needed', 8],
  [1, 'jonas.kernel', 'I dry mine for crumbs, never thought of dumplings', 3],
  [1, 'bao.at.home', 'We do something close with stale buns, my mother fries them in egg', 11],
  [1, 'holly.and.flour', 'Yum', 0],
  [1, 'ines.c.kitchen', 'A minha avó fazia açorda com isto, que saudades', 5],
  [1, 'old.mill.lane', 'Which one keeps best for lunch boxes?', 2],
  [2, 'tilly.pantry', 'I can smell it from here', 2],
  [2, 'rosa.rye', 'The colour after three hours is unreal', 5],
  [2, 'bao.at.home', 'Poached with star anise is my favourite', 4],
  [2, 'marta.bakes.late', 'Jelly or paste this year?', 1],
  [2, 'holly.and.flour', '😍', 0],
];

const postId = (index: number) => `sample-post-${index + 1}`;
const before = (days: number) => `${new Date(Date.parse(CAPTURED) - days * DAY).toISOString().slice(0, 19)}Z`;

export const sampleProfile: Snapshot = {
  schema: 'plumb.snapshot/1',
  platform: 'instagram',
  url: 'https://www.instagram.com/hollow.oven/',
  capturedAt: CAPTURED,
  locale: 'en',
  postsOrder: 'latest',
  profile: { handle: 'hollow.oven', displayName: 'The Hollow Oven', followers: 41_832, following: 512, posts: 638 },
  posts: posts.map(([days, kind, likes, count, sponsored], index): Post => {
    const post: Post = { id: postId(index), at: before(days), kind, likes, comments: count };
    return sponsored ? { ...post, sponsored } : post;
  }),
  comments: comments.map(
    ([post, author, text, likes], index): Comment => ({
      id: `sample-comment-${index + 1}`,
      postId: postId(post),
      author,
      text,
      likes,
    }),
  ),
};
