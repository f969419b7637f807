/** Invented snapshots of any size, for what measures times. */

/** Numbers from 0 up to `below`, the same for the same seed. */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return (state >>> 8) % below;
  };
}

/** A snapshot of an invented account. @param history daily readings before this one */
export function snapshotOf(posts: number, comments: number, people: number, seed = 1, history = 0): string {
  const words = ['nice', 'love', 'the', 'light', 'where', 'did', 'you', 'buy', 'it', 'bread', 'today', 'great'];
  const next = numbers(seed);
  const two = (n: number): string => String(n).padStart(2, '0');
  const list = <T>(length: number, make: (i: number) => T): T[] => Array.from({ length }, (_, i) => make(i));
  return JSON.stringify({
    schema: 'plumb.snapshot/1',
    platform: 'instagram',
    capturedAt: '2026-11-22T10:00:00Z',
    profile: { handle: seed === 1 ? 'h' : `h${seed}`, followers: 16476, following: 800 },
    posts: list(posts, (i) => {
      const day = 1 + next(28);
      const month = 1 + next(10);
      return {
        id: `p${i}`,
        at: `2026-${two(month)}-${two(day)}T10:00:00Z`,
        likes: 100 + next(200),
        comments: next(20),
        views: 2000 + next(900),
        caption: 'the light of the day',
      };
    }),
    comments: list(comments, (i) => ({
      id: `c${i}`,
      postId: `p${next(24)}`,
      author: `u${next(5000)}`,
      text: list(2 + next(10), () => words[next(12)]).join(' '),
    })),
    people: list(people, () => ({
      handle: `user${next(1000000)}`,
      relation: 'follower',
      followers: next(2000),
      following: next(7000),
      posts: next(99),
    })),
    ...(history > 0 ? { history: list(history, readings(history, next)) } : {}),
  });
}

const DAY_MS = 86_400_000;

const readings = (count: number, next: (below: number) => number) => (i: number) => ({
  at: new Date(Date.parse('2026-11-22T09:00:00Z') - (count - i) * DAY_MS).toISOString().replace('.000Z', 'Z'),
  followers: 15_000 + i + next(20),
  following: 800,
  posts: 400,
});

const OPENINGS = [
  'Ihre Videos',
  'This channel',
  'Konten ini',
  'Ce créateur',
  'Bu kanal',
  'آموزش شما',
  'この動画',
  'Канал',
];
const MIDDLES = ['sind immer so informativ', 'helps me every single day', 'selalu bikin saya senang', 'est formidable'];
const ENDINGS = [
  'Vielen Dank dafür!',
  'Please keep going.',
  'Mantap sekali 𝗦𝗢𝗥𝟳𝟲',
  'mcb𝟏𝟔𝟖 gacor',
  'Merci @bonnes_affaires',
];
const TAILS = ['🌺💚', '🌖🪀', '😂', '❤️', '!!!', ''];
const PEOPLE = [
  'who was that at 2:10?',
  'first',
  'I cried',
  'my dog sat down and listened',
  '내일 또 봐요',
  'P U L A U 7 7 7',
];

/** A snapshot of a page of which a part of the comments is put together from few phrases, and the rest said by people. */
export function campaignOf(comments: number, seed: number): string {
  const next = numbers(seed);
  const one = <T>(of: readonly T[]): T => of[next(of.length)] as T;
  const part = next(4);
  return JSON.stringify({
    schema: 'plumb.snapshot/1',
    platform: 'youtube',
    capturedAt: '2026-11-22T10:00:00Z',
    profile: { handle: 'h', followers: 16476 },
    posts: [{ id: 'p0', caption: 'my dog and the light of the day' }],
    comments: Array.from({ length: comments }, (_, i) => ({
      id: `c${i}`,
      postId: 'p0',
      author: `u${next(2 * comments)}`,
      text:
        next(4) < part
          ? [one(OPENINGS), one(MIDDLES), one(ENDINGS), one(TAILS)].join(' ').trim()
          : [one(PEOPLE), next(90), one(MIDDLES).split(' ')[next(4)], one(TAILS)].join(' ').trim(),
    })),
  });
}
