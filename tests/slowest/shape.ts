/**
 * Shapes of legal snapshots, of any size: how many things a page lists, and what their texts and numbers are like. A shape is
 * plain data, so that a search can change it, and one that was found slow can be kept.
 */

/** What texts are made of: each once slow somewhere, or read by a part of its own. */
const UNITS = [
  'a',
  'nice ',
  '9',
  'e\u0301',
  '\u0336',
  '👨‍👩‍👧 ',
  '😈🧿',
  '字',
  'ـ',
  'ﷺ',
  '𝗯𝗼 ',
  'сo',
  'Ａ',
  'w1n77 ',
  'P ',
  '@name_ ',
  '#ad ',
  '<a href="',
  '<b>',
  '&amp;',
  '&',
  'http://x.com/ ',
  'www.',
  '&t=1',
  'a.com ',
  '?v=',
  'Ok. ',
  '$5 ',
  '!',
  ' ',
  '"',
  '\\',
  '\u0001',
] as const;

export interface TextShape {
  /** Of UNITS. */
  unit: number;
  /** Share of the bytes that this text takes; 0: it is not there. */
  weight: number;
  /** How many different ones there are; they differ at the end, or at the beginning. */
  different: number;
  first: boolean;
  /** Different words within a text: each unit is followed by a number below this; 0: none. */
  words: number;
}

/** The texts of a snapshot's lists. */
export const TEXTS = [
  'post.id',
  'post.caption',
  'post.lang',
  'comment.id',
  'comment.postId',
  'comment.author',
  'comment.text',
  'comment.lang',
  'comment.replyTo',
  'person.handle',
  'person.displayName',
  'person.bio',
  'person.postId',
  'history.handle',
  'history.gone',
] as const;
type TextName = (typeof TEXTS)[number];

/** Most entries of each list, as in wasm/core/base/limits.hpp. */
export const MOST = { post: 1000, comment: 20_000, person: 20_000, history: 1000 } as const;
type ListName = keyof typeof MOST;
const LISTS = Object.keys(MOST) as ListName[];

export interface Shape {
  platform: number;
  counts: Record<ListName, number>;
  texts: Record<TextName, TextShape>;
  /** Of NUMBERS, for likes, comments, views and followers. */
  numbers: number[];
  /** Seconds between one and the next; 0: all at once; below 0: no times. */
  apart: number;
  /** Bits: which true and false there are. */
  flags: number;
}

const PLATFORMS = ['instagram', 'tiktok', 'youtube', 'x', 'generic', 'mastodon', 'reddit'];
const NUMBERS = [
  (i: number) => 100 + i,
  () => 0,
  () => 1e12,
  (i: number) => (i % 2) * 1e9,
  (i: number) => (i * 7919) % 100_003,
  (i: number) => ({ low: i, high: 1e6 + i }),
  () => undefined,
];

/** One number after the other, the same for the same beginning (Lehmer). */
export type Random = () => number;
export function randomFrom(seed: number): Random {
  let state = (seed % 2_147_483_646) + 1;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}
const below = (random: Random, most: number) => Math.floor(random() * most);
const pick = <T>(random: Random, list: readonly T[]) => list[below(random, list.length)] as T;

function randomText(random: Random): TextShape {
  return {
    unit: below(random, UNITS.length),
    weight: random() < 0.4 ? 0 : random() ** 2,
    different: pick(random, [1, 2, 10, 1000, 20_000]),
    first: random() < 0.2,
    words: pick(random, [0, 0, 0, 2, 50, 5000]),
  };
}
const randomCount = (random: Random, most: number) => (random() < 0.3 ? 0 : Math.ceil(most * random() ** 0.3));

export function randomShape(random: Random): Shape {
  const texts = Object.fromEntries(TEXTS.map((name) => [name, randomText(random)])) as Shape['texts'];
  const counts = Object.fromEntries(LISTS.map((name) => [name, randomCount(random, MOST[name])])) as Shape['counts'];
  return {
    platform: below(random, PLATFORMS.length),
    counts,
    texts,
    numbers: Array.from({ length: 4 }, () => below(random, NUMBERS.length)),
    apart: pick(random, [-1, 0, 1, 600, 90_000]),
    flags: below(random, 256),
  };
}

/** The same with one to three changes. */
export function changed(shape: Shape, random: Random): Shape {
  const next = structuredClone(shape);
  for (let times = 1 + below(random, 3); times > 0; times -= 1) {
    const name = pick(random, TEXTS);
    const list = pick(random, LISTS);
    const part = pick(random, ['unit', 'weight', 'different', 'words', 'first'] as const);
    const what = random();
    if (what < 0.1) next.texts[name] = randomText(random);
    else if (what < 0.55) Object.assign(next.texts[name], { [part]: randomText(random)[part] });
    else if (what < 0.65) next.texts[name] = structuredClone(next.texts[pick(random, TEXTS)]);
    else if (what < 0.8) next.counts[list] = randomCount(random, MOST[list]);
    else if (what < 0.9) next.numbers[below(random, 4)] = below(random, NUMBERS.length);
    else if (what < 0.95) next.apart = pick(random, [-1, 0, 1, 600, 90_000]);
    else next.flags = below(random, 256);
  }
  return next;
}

/** Most code points of a text, a few less than the core's cap; and different bodies where words differ. */
const LONGEST = 4000;
const BODIES = 32;

const bytesOf = (text: string) => Buffer.byteLength(JSON.stringify(text)) - 2;

/** Gives the i-th text of a shape, each of about so many bytes. */
function textsOf(shape: TextShape, bytes: number): (i: number) => string {
  const unit = UNITS[shape.unit] ?? 'a';
  const room = Math.max(bytes - 4, 1);
  const body = (i: number): string => {
    if (shape.words === 0) return unit.repeat(Math.max(1, Math.floor(room / bytesOf(unit))));
    let text = '';
    for (let j = 0; j * (bytesOf(unit) + 4) < room; j += 1) text += `${unit}${(i * 31 + j * 17) % shape.words} `;
    return text;
  };
  const bodies = Array.from({ length: shape.words > 0 ? BODIES : 1 }, (_, i) =>
    [...body(i + 1)].slice(0, LONGEST).join(''),
  );
  return (i) => {
    const text = bodies[i % bodies.length] as string;
    if (shape.different <= 1) return text;
    const mark = ((i * 7919) % shape.different).toString(36);
    return shape.first ? mark + text : text + mark;
  };
}

/** A snapshot of a shape whose texts have so many bytes for each unit of weight. */
function snapshotOf(shape: Shape, scale: number): string {
  const flag = (bit: number) => ((shape.flags >> bit) & 1 ? true : undefined);
  const days = Array.from({ length: 500 }, (_, i) =>
    new Date(1_790_000_000_000 - ((i * shape.apart) % 30_000_000) * 1000).toISOString(),
  );
  const at = (i: number) => (shape.apart < 0 ? undefined : days[i % days.length]);
  const makers = new Map<TextName, (i: number) => string>();
  for (const name of TEXTS) {
    const of = shape.texts[name];
    if (of.weight > 0) makers.set(name, textsOf(of, Math.ceil(of.weight * scale)));
  }
  const text = (name: TextName, i: number) => makers.get(name)?.(i);
  const number = (which: number, i: number) => NUMBERS[shape.numbers[which] ?? 0]?.(i);
  const many = <T>(list: ListName, make: (i: number) => T) =>
    Array.from({ length: shape.counts[list] }, (_, i) => make(i));
  return JSON.stringify({
    schema: 'plumb.snapshot/1',
    platform: PLATFORMS[shape.platform],
    capturedAt: '2026-11-22T10:00:00Z',
    profile: { handle: 'h', followers: number(3, 5) },
    posts: many('post', (i) => ({
      id: text('post.id', i),
      at: at(i),
      likes: number(0, i),
      comments: number(1, i),
      views: number(2, i),
      caption: text('post.caption', i),
      lang: text('post.lang', i),
      sponsored: flag(0),
      pinned: flag(1),
    })),
    comments: many('comment', (i) => ({
      id: text('comment.id', i),
      postId: text('comment.postId', i),
      at: at(i),
      author: text('comment.author', i),
      text: text('comment.text', i),
      lang: text('comment.lang', i),
      replyTo: text('comment.replyTo', i),
      byCreator: i % 3 === 0 ? flag(2) : undefined,
      likedByCreator: flag(3),
    })),
    people: many('person', (i) => ({
      handle: text('person.handle', i),
      relation: flag(4) ? 'follower' : 'commenter',
      displayName: text('person.displayName', i),
      bio: text('person.bio', i),
      postId: text('person.postId', i),
      followers: number(3, i),
      hasAvatar: flag(5) ? false : undefined,
    })),
    history: many('history', (i) => ({
      at: at(i),
      handle: text('history.handle', i),
      followers: number(3, i),
      gone: flag(6) ? Array.from({ length: 20 }, (_, j) => text('history.gone', j) ?? `g${j}`) : undefined,
    })),
  });
}

/** The shape with other lengths of its lists: so many times as long, as far as there may be so many. */
export function stretched(shape: Shape, times: number): Shape {
  const counts = { ...shape.counts };
  for (const list of LISTS) counts[list] = Math.min(Math.ceil(counts[list] * times), MOST[list]);
  return { ...shape, counts };
}

/** The shape with lists so short that texts have room in so many bytes. */
export function fitted(shape: Shape, bytes: number): Shape {
  let fit = shape;
  for (let step = 0; step < 8; step += 1) {
    const size = Buffer.byteLength(snapshotOf(fit, 0));
    if (size <= 0.8 * bytes) return fit;
    fit = stretched(fit, (0.6 * bytes) / size);
  }
  return fit;
}

/** The snapshot of a shape that is about as large as its texts can make it, and never above so many bytes. */
export function grown(shape: Shape, bytes: number): string | undefined {
  let best = snapshotOf(shape, 0);
  let size = Buffer.byteLength(best);
  if (size > bytes) return undefined;
  // Bytes for each unit of the scale, where no text is as long as it may be.
  let slope = 0;
  for (const name of TEXTS) slope += shape.counts[name.split('.')[0] as ListName] * shape.texts[name].weight;
  if (slope === 0) return best;
  let scale = (bytes - size) / slope;
  for (let step = 0; step < 4; step += 1) {
    const text = snapshotOf(shape, scale);
    const length = Buffer.byteLength(text);
    if (length <= bytes) {
      if (length > size) [best, size] = [text, length];
      break;
    }
    scale *= (0.97 * bytes) / length;
  }
  return best;
}
