import { describe, expect, it } from 'vitest';
import type { Comment, Post } from '../../../extension/.generated/snapshot';
import { absorb, addReading, CAPS, type Dossier, emptyDossier } from '../../../extension/dossier/dossier';
import { SNAPSHOT_BYTES, withinSize } from '../../../extension/dossier/size';
import { toSnapshot } from '../../../extension/dossier/snapshot';
import type { Reading } from '../../../extension/reading/reading';

const NOW = '2026-11-22T10:00:00Z';
const place = { platform: 'youtube', kind: 'post', handle: 'h', postId: 'p' } as const;
const reading = (parts: Partial<Reading>): Reading => ({
  platform: 'youtube',
  subject: { handle: 'h' },
  via: 'response',
  at: NOW,
  ...parts,
});
const time = (second: number) => new Date(Date.UTC(2026, 0, 1) + second * 1000).toISOString().replace('.000', '');
const comments = (from: number, to: number, text = 'a nice long comment'): Comment[] =>
  Array.from({ length: to - from }, (_, index) => ({
    id: `c${from + index}`,
    postId: 'p',
    at: time(from + index),
    author: `person-${from + index}`,
    text,
  }));

/** Each answer of a page brings twenty comments more. */
function scrolled(total: number): Dossier {
  let dossier = emptyDossier(place);
  for (let from = 0; from < total; from += 20)
    dossier = addReading(dossier, reading({ comments: comments(from, from + 20) }));
  return dossier;
}

/** How often the names of comments that stand there already are made anew while more are added. */
function namesMade(total: number): number {
  let made = 0;
  let dossier = emptyDossier(place);
  for (let from = 0; from < total; from += 20) {
    const fresh = comments(from, from + 20).map((comment) =>
      Object.defineProperty(comment, 'id', {
        enumerable: true,
        get: () => {
          made += 1;
          return `c${comment.author}`;
        },
      }),
    );
    dossier = addReading(dossier, reading({ comments: fresh }));
  }
  expect(dossier.comments).toHaveLength(total);
  return made;
}

describe('a long page', () => {
  it('costs what is new, not what is there: work grows as the comments do', () => {
    const [some, tenfold] = [namesMade(400), namesMade(4000)];
    expect(tenfold / some).toBeLessThan(11);
  });

  it('keeps each entry once, in both orders of coming, as the slow way would', () => {
    const dossier = scrolled(2000);
    expect(new Set(dossier.comments.map(({ id }) => id)).size).toBe(2000);
    const again = addReading(dossier, reading({ comments: comments(500, 540) }));
    expect(again).toBe(dossier);
    const changed = addReading(dossier, reading({ comments: [{ ...comments(500, 501)[0]!, likes: 7 }] }));
    expect(changed.comments).toHaveLength(2000);
    expect(changed.comments[500]?.likes).toBe(7);
    // The dossier that was given is as it was, and can be gone on from, too.
    expect(dossier.comments[500]?.likes).toBeUndefined();
    const other = addReading(dossier, reading({ comments: comments(1990, 2010) }));
    expect([other.comments.length, changed.comments.length, dossier.comments.length]).toEqual([2010, 2000, 2000]);
    expect(addReading(structuredClone(other), reading({ comments: comments(1990, 2010) })).comments).toHaveLength(2010);
  });

  it('keeps the newest beyond twice the cap', () => {
    const dossier = addReading(emptyDossier(place), reading({ comments: comments(0, 2 * CAPS.comments + 1) }));
    expect(dossier.comments).toHaveLength(CAPS.comments);
    const more = addReading(dossier, reading({ comments: comments(2 * CAPS.comments, 2 * CAPS.comments + 30) }));
    expect(more.comments).toHaveLength(CAPS.comments + 29);
  });

  it('takes the posts of the page before as a few readings, not one each', () => {
    const posts: Post[] = Array.from({ length: 1000 }, (_, index) => ({
      id: `p${index}`,
      at: time(index),
      likes: index,
    }));
    const one = addReading(emptyDossier({ ...place, kind: 'profile' }), reading({ posts, profile: { followers: 5 } }));
    const two = addReading(
      emptyDossier(place),
      reading({ posts: posts.map((post) => ({ ...post, views: 9 })), profile: { followers: 5 } }),
    );
    const both = absorb(one, two);
    expect(both.posts).toHaveLength(1000);
    expect(both.posts[7]?.post).toEqual({ ...posts[7], views: 9 });
  });
});

describe('a snapshot', () => {
  const bytes = (value: unknown) => Buffer.byteLength(JSON.stringify(value));
  const texts: [string, number, string][] = [
    ['2,200 comments of 4 KiB', 2200, 'x'.repeat(4096)],
    ['20,000 comments of 300 letters', 20_000, 'a nice long comment, '.repeat(15).slice(0, 300)],
    ['20,000 comments of 150 Japanese letters', 20_000, '素晴らしい動画でした'.repeat(15)],
    ['20,000 comments of quotes', 20_000, '"\\'.repeat(150)],
  ];
  it.each(texts)('of %s is cut to the cap, the newest stay, and says so', (_, total, text) => {
    const dossier = addReading(
      emptyDossier(place),
      reading({ profile: { followers: 9 }, comments: comments(0, total, text) }),
    );
    const result = toSnapshot(dossier, NOW, 'https://www.youtube.com/watch?v=p');
    if (!('snapshot' in result)) throw new Error('refused');
    const { snapshot } = result;
    expect(bytes(snapshot)).toBeLessThanOrEqual(SNAPSHOT_BYTES);
    const kept = snapshot.comments ?? [];
    expect(kept.at(-1)?.id).toBe(`c${total - 1}`);
    expect(kept[0]?.id).toBe(`c${total - kept.length}`);
    // What fits is used.
    if (kept.length < total) {
      expect(bytes(snapshot)).toBeGreaterThan(0.9 * SNAPSHOT_BYTES);
      expect(snapshot.missing).toContainEqual({ field: 'comments', why: 'cut' });
    }
    expect(snapshot.missing?.filter(({ field }) => field === 'comments')).toHaveLength(kept.length < total ? 1 : 0);
  });

  it('of which all lists are too long keeps something of each', () => {
    const long = 'x'.repeat(3000);
    const many = <T>(make: (index: number) => T) => Array.from({ length: 1000 }, (_, index) => make(index));
    const cut = withinSize(
      {
        schema: 'plumb.snapshot/1',
        platform: 'x',
        profile: { handle: 'h' },
        posts: many((index) => ({ id: `${index}`, at: time(index), caption: long })),
        people: many((index) => ({ handle: `p${index}`, bio: long })),
        comments: many((index) => ({ id: `${index}`, at: time(index), text: long })),
      },
      3_000_000,
    );
    expect(bytes(cut)).toBeLessThanOrEqual(3_000_000);
    for (const list of [cut.posts, cut.people, cut.comments]) expect(list?.length).toBeGreaterThan(100);
    expect(cut.posts?.at(-1)?.id).toBe('999');
    expect(cut.missing).toHaveLength(3);
  });
});
