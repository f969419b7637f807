import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Snapshot } from '../../../extension/.generated/snapshot';
import { overlapOf } from '../../../extension/vetting/overlap';
import { MOST_HASHES, packed, type Sketch, sketchOf, unpacked } from '../../../extension/vetting/sketch';

const salt = btoa('0123456789abcdef');
const keyed = (name: string, key = '0123456789abcdef') =>
  createHmac('sha256', key).update(name).digest().readUIntBE(0, 6);

type Read = Pick<Snapshot, 'platform' | 'profile' | 'posts' | 'comments'>;
const read = (
  authors: readonly (string | undefined)[],
  posts: Read['posts'] = [{ id: 'p', comments: 1000 }],
): Read => ({
  platform: 'x',
  profile: { handle: 'Creator' },
  posts,
  comments: authors.map((author) => ({ ...(author !== undefined && { author }), postId: 'p', text: 'hi' })),
});
const people = (from: number, to: number) => Array.from({ length: to - from }, (_, at) => `person${from + at}`);

/** What is kept of people whose comments were all read. */
function whole(names: readonly string[]): Sketch {
  const hashes = names.map((name) => keyed(`x:${name}`)).sort((a, b) => a - b);
  return { people: names.length, read: names.length, shown: names.length, hashes: hashes.slice(0, MOST_HASHES) };
}

describe('a sketch of commenters', () => {
  it('holds keyed hashes of names in lower case, each once, and never the creator', async () => {
    const sketch = await sketchOf(read(['Ann', 'ann', 'bo', 'CREATOR', undefined]), salt);
    expect(sketch).toEqual({
      people: 2,
      read: 3,
      shown: 1000,
      hashes: [keyed('x:ann'), keyed('x:bo')].sort((a, b) => a - b),
    });
    expect(await sketchOf(read(['creator', undefined]), salt)).toBeUndefined();
  });

  it('under another salt is another one', async () => {
    const [one, two] = await Promise.all([salt, btoa('another salt 16b')].map((key) => sketchOf(read(['ann']), key)));
    expect(two?.hashes).toEqual([keyed('x:ann', 'another salt 16b')]);
    expect(one?.hashes).not.toEqual(two?.hashes);
  });

  it('does not say how many comments there are where a post it read under does not', async () => {
    expect((await sketchOf(read(['ann'], [{ id: 'p' }]), salt))?.shown).toBe(0);
    expect((await sketchOf(read(['ann'], []), salt))?.shown).toBe(0);
    // Of posts whose comments were not opened nothing was read.
    const both = [
      { id: 'p', comments: { low: 100, high: 199 } },
      { id: 'q', comments: 7 },
    ];
    expect((await sketchOf(read(['ann'], both), salt))?.shown).toBe(150);
  });

  it('takes 4,096 bytes at most, and comes back as it was', async () => {
    const sketch = (await sketchOf(read(people(0, 3000)), salt)) as Sketch;
    expect(sketch.hashes).toHaveLength(MOST_HASHES);
    expect(atob(packed(sketch)).length).toBeLessThanOrEqual(4096);
    expect(packed(sketch)).not.toContain('person');
    expect(unpacked(packed(sketch))).toEqual(sketch);
  });

  it('of any other text is none', () => {
    const text = packed(whole(people(0, 100)));
    for (const wrong of ['', 'AAAA', '=', text.slice(4), `${text}AAAA`, text.replace(/^./, 'B'), 'A'.repeat(7000)])
      expect(unpacked(wrong), wrong.slice(0, 20)).toBeUndefined();
    const any = fc.string({ maxLength: 60 });
    fc.assert(fc.property(any, (given) => void expect(unpacked(given)).toBeUndefined()));
  });
});

describe('the overlap of two sketches', () => {
  it('is exact where everything was read and kept', () => {
    const told = overlapOf(whole(people(0, 200)), whole(people(150, 550)));
    expect(told).toEqual({
      first: { low: 0.25, mid: 0.25, high: 0.25 },
      second: { low: 0.125, mid: 0.125, high: 0.125 },
      both: { low: expect.closeTo(50 / 550), mid: expect.closeTo(50 / 550), high: expect.closeTo(50 / 550) },
    });
  });

  it('holds the true one in 90 of 100 where more people were read than are kept', () => {
    let held = 0;
    const tries = 80;
    for (let at = 0; at < tries; at++) {
      const from = at * 10_000;
      const told = overlapOf(whole(people(from, from + 2000)), whole(people(from + 1600, from + 3100)));
      if (typeof told === 'string') throw new Error(told);
      if (told.first.low <= 0.2 && 0.2 <= told.first.high) held++;
      expect(told.first.high - told.first.low).toBeLessThan(0.12);
    }
    console.log(`sketches of 2,000 and 1,500 people: the true overlap held in ${held} of ${tries}`);
    expect(held / tries).toBeGreaterThanOrEqual(0.86);
  });

  it('is wider the less was read, and none of too little', () => {
    const part = (shown: number) => overlapOf({ ...whole(people(0, 200)), shown }, whole(people(150, 550)));
    const width = (told: ReturnType<typeof part>) =>
      typeof told === 'string' ? Number.NaN : told.second.high - told.second.low;
    expect(width(part(400))).toBeGreaterThan(0.05);
    expect(width(part(1600))).toBeGreaterThan(width(part(400)));
    expect(part(2001)).toBe('part');
    expect(part(0)).toBe('part');
    expect(overlapOf(whole(people(0, 59)), whole(people(0, 200)))).toBe('few');
  });

  it('of nobody seen in both is none to so many, never surely none where a part was read', () => {
    const told = overlapOf({ ...whole(people(0, 100)), shown: 400 }, whole(people(100, 300)));
    expect(told).toMatchObject({ first: { low: 0, mid: 0 }, both: { low: 0 } });
    expect(typeof told === 'string' ? 0 : told.second.high).toBeGreaterThan(0.005);
  });

  it('is the same from both sides', () => {
    const size = fc.integer({ min: 60, max: 900 });
    fc.assert(
      fc.property(size, size, size, (one, two, from) => {
        const [a, b] = [whole(people(0, one)), { ...whole(people(from, from + two)), shown: two * 2 }];
        const [here, there] = [overlapOf(a, b), overlapOf(b, a)];
        if (typeof here === 'string' || typeof there === 'string') return expect(here).toBe(there);
        expect(there.second.high).toBeCloseTo(here.first.high, 9);
        for (const { low, mid, high } of [here.first, here.second, here.both])
          expect(0 <= low && low <= mid && mid <= high && high <= 1).toBe(true);
      }),
      { numRuns: 40 },
    );
  });
});
