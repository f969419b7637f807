import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Comment, Post } from '../../../extension/.generated/snapshot';
import {
  asSuppliedText,
  contradictions,
  nothingSupplied,
  readSupplied,
  type SuppliedText,
} from '../../../extension/vetting/supplied';

const given = (part: Partial<SuppliedText>): SuppliedText => ({ ...nothingSupplied('en'), ...part });
const read = (part: Partial<SuppliedText>) => readSupplied(given(part));

const report = { followers: { low: 50_000, high: 50_999 } };
/** Eight posts with 10,000 views and 700 likes, the newest of which went round with 90,000: 20,000 on average. */
const posts: Post[] = Array.from({ length: 8 }, (_, at) => ({ views: at === 0 ? 90_000 : 10_000, likes: 700 }));
const written = (text: string, number: number): Comment[] => Array.from({ length: number }, () => ({ text }));
const english = written('this is so good and I love it', 40);
const told = (part: Partial<SuppliedText>, comments: Comment[] = [], of: Post[] = posts) =>
  contradictions(read(part), report, { posts: of, comments }).map((one) =>
    'place' in one ? `${one.id} ${one.place}` : one.id,
  );

describe('figures that the creator sent', () => {
  it('are read as typed, in the language they were typed in', () => {
    expect(
      read({ reach: '12.3K', stories: '1,200', places: 'Germany 40 %, AT: 12.5%; Narnia 3 %', ages: '18–24: 35 %' }),
    ).toEqual({
      reach: { low: 12_250, high: 12_399 },
      stories: { low: 1200, high: 1200 },
      places: [
        { name: 'Germany', share: 0.4, region: 'DE' },
        { name: 'AT', share: 0.125, region: 'AT' },
        { name: 'Narnia', share: 0.03, region: undefined },
      ],
      ages: [{ name: '18–24', share: 0.35 }],
      wrong: [],
    });
    expect(read({ locale: 'de', reach: '12 Tsd.', places: 'Österreich 12,5 %' })).toMatchObject({
      reach: { low: 11_500, high: 12_999 },
      places: [{ share: 0.125, region: 'AT' }],
    });
    expect(read({ locale: 'ar', places: 'مصر ٤٠٪' }).places).toEqual([{ name: 'مصر', share: 0.4, region: 'EG' }]);
  });

  it('that can not be read are said so', () => {
    expect(read({ reach: 'a lot', places: 'Germany', ages: '18–24: 350 %' }).wrong).toEqual([
      'reach',
      'places',
      'ages',
    ]);
  });

  it('with more reach than views, or less than likes, are told', () => {
    expect(told({ reach: '25K' })).toEqual(['reach_above_views']);
    // The mean of the posts is 20,000: "a post" may mean that.
    expect(told({ reach: '19K' })).toEqual([]);
    expect(told({ reach: '9K' })).toEqual([]);
    expect(told({ reach: '600' })).toEqual(['reach_below_likes']);
    // Two reels of many posts say nothing of a post.
    expect(
      told({ reach: '25K' }, [], [...posts.slice(0, 4), ...Array.from({ length: 9 }, () => ({ likes: 700 }))]),
    ).toEqual([]);
    expect(told({ stories: '60K' })).toEqual(['stories_above_followers']);
    expect(told({ stories: '6K' })).toEqual([]);
  });

  it('of places in whose language no comment is written are told, where comments would show it', () => {
    expect(told({ places: 'Germany 40 %, Brazil 30 %, UK 20 %' }, english)).toEqual([
      'place_language Germany',
      'place_language Brazil',
    ]);
    // One in it is enough; a language that is not told by its words, a small part, few comments say nothing.
    expect(
      told({ places: 'Germany 40 %' }, [...english, { text: 'das ist ja mal richtig gut und ich mag es' }]),
    ).toEqual([]);
    expect(told({ places: 'Germany 40 %' }, [...english, { text: 'schön', lang: 'de' }])).toEqual([]);
    expect(told({ places: 'Finland 40 %, India 30 %, Germany 19 %' }, english)).toEqual([]);
    expect(told({ places: 'Germany 40 %' }, english.slice(0, 29))).toEqual([]);
    expect(told({ places: 'Germany 40 %' }, [...english.slice(0, 20), ...written('🔥🔥', 50)])).toEqual([]);
    // Spanish and Portuguese are read for each other.
    expect(told({ places: 'Brazil 40 %' }, [...english, ...written('que lindo por favor para mi', 3)])).toEqual([]);
    expect(told({ places: 'Japan 40 %, Egypt 30 %' }, [...english, { text: 'すごい' }])).toEqual([
      'place_language Egypt',
    ]);
  });

  it('whose shares are more than all are told, rounding granted', () => {
    expect(told({ ages: '18–24: 60 %, 25–34: 45 %' })).toEqual(['sum_ages']);
    expect(told({ places: 'FI 50.5 %, HU 50 %' })).toEqual([]);
  });

  it('are kept as typed, and nothing else is taken for them', () => {
    const one = given({ reach: '12K', day: '2026-11-20', source: 'screenshot by mail' });
    expect(asSuppliedText(JSON.parse(JSON.stringify(one)))).toEqual(one);
    for (const wrong of [
      null,
      {},
      { ...one, day: 'today' },
      { ...one, reach: 'x'.repeat(301) },
      { ...one, locale: '' },
    ])
      expect(asSuppliedText(wrong)).toBeUndefined();
  });

  it('no text makes it throw', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 100 });
    fc.assert(
      fc.property(text, text, (reach, places) => {
        expect(() => told({ reach, places, ages: places }, english)).not.toThrow();
      }),
    );
  });
});
