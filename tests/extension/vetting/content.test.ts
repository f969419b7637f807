import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Snapshot } from '../../../extension/.generated/snapshot';
import { contentOf } from '../../../extension/vetting/content';

const at = (day: number) => `2026-11-${String(day).padStart(2, '0')}T10:00:00Z`;
const snapshot: Pick<Snapshot, 'platform' | 'posts' | 'comments'> = {
  platform: 'instagram',
  posts: [
    { id: 'a', at: at(1), url: 'https://www.instagram.com/p/a/', caption: 'Ad | Oats with @NorthMill, again.' },
    { id: 'b', at: at(9), url: 'https://evil.example/p/b/', caption: 'Use code MIA20 for 20% off at @glowlab' },
    { id: 'c', at: at(5), url: 'javascript:alert(1)', caption: 'A walk. No GlowLabel, no glowlab. #gin' },
    { id: 'd', at: at(7), sponsored: true, sponsors: ['northmill'] },
    { id: 'e', at: at(3) },
    { id: 'f', at: at(2), url: 'https://www.instagram.com/p/f/', caption: 'ginger tea' },
  ],
  comments: [
    { postId: 'a', text: 'I only drink gin!', byCreator: true },
    { postId: 'a', text: 'gin gin gin' },
  ],
};

describe('what to know of the posts', () => {
  const known = contentOf(snapshot, ['GlowLab', 'NorthMill', 'Acme'], ['gin', '  ']);

  it('counts what is marked, and lists what is to be checked, newest first', () => {
    expect(known).toMatchObject({ posts: 5, marked: 2 });
    expect(known.toCheck).toEqual([
      {
        at: at(9),
        disclosure: { state: 'commercial', cue: 'code', mark: 'MIA20' },
        text: 'Use code MIA20 for 20% off at @glowlab',
      },
    ]);
  });

  it('names who is named in paid posts, once a post, however it is written', () => {
    expect(known.sponsors.map(({ name, posts }) => [name.toLowerCase(), posts.length])).toEqual([
      ['northmill', 2],
      ['glowlab', 1],
    ]);
  });

  it('finds names and words whole, in captions, sponsors and what the creator answered', () => {
    expect(known.rivals.map(({ word, quotes }) => [word, quotes.length])).toEqual([
      ['GlowLab', 2],
      ['NorthMill', 2],
      ['Acme', 0],
    ]);
    expect(known.words).toEqual([
      {
        word: 'gin',
        quotes: [
          { at: at(5), of: 'post', text: 'A walk. No GlowLabel, no glowlab. #gin' },
          { of: 'comment', text: 'I only drink gin!', url: 'https://www.instagram.com/p/a/' },
        ],
      },
    ]);
  });

  it('points at the addresses of the site alone', () => {
    const all = JSON.stringify(known);
    expect(all).toContain('https://www.instagram.com/p/a/');
    expect(all).not.toMatch(/evil|javascript/);
  });

  it('cuts a quote around the word', () => {
    const caption = `${'one two three '.repeat(20)}gin ${'four five six '.repeat(20)}`;
    const [found] = contentOf({ platform: 'x', posts: [{ id: 'a', caption }] }, [], ['gin']).words;
    expect(found?.quotes[0]?.text).toMatch(/^…(?:one|two|three)\b.{40,70}gin.{40,70}…$/);
  });

  it('no text of a page, and no word, makes it throw', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 200 });
    fc.assert(
      fc.property(text, text, (caption, word) => {
        const { words } = contentOf({ platform: 'x', posts: [{ id: 'a', caption }] }, [], [word]);
        expect(words.length).toBeLessThanOrEqual(1);
      }),
    );
  });
});
