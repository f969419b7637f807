import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { sampleProfile } from '../../../extension/surfaces/sample-profile';
import { emptyPost, type TypedForm, typedSnapshot } from '../../../extension/surfaces/typed-snapshot';
import { readSchema } from '../../../extension/tools/schema';

const now = '2026-11-22T10:00:00Z';
const form = (part: Partial<TypedForm>): TypedForm => ({
  platform: 'instagram',
  handle: 'a',
  followers: '10',
  posts: [],
  ...part,
});
const schema = readSchema('snapshot');
const valid = new Ajv2020({ strict: false, validateFormats: false }).compile(schema);
const snapshotOf = (typed: TypedForm, locale = 'en') => {
  const result = typedSnapshot(typed, now, locale);
  if ('wrong' in result) throw new Error(result.wrong.join());
  return result.snapshot;
};

describe('typed counts', () => {
  it('become a snapshot of the contract, each field with its source', () => {
    const snapshot = snapshotOf(
      form({
        handle: ' @mara.moves ',
        followers: '128K',
        posts: [{ date: '2026-11-01', likes: '1,530', comments: '24', views: '' }, emptyPost],
      }),
    );
    expect(valid(snapshot), JSON.stringify(valid.errors)).toBe(true);
    expect(snapshot.profile).toEqual({ handle: 'mara.moves', followers: { low: 128_000, high: 128_999 } });
    expect(snapshot.posts).toEqual([
      { id: 'typed-1', at: '2026-11-01T12:00:00Z', atStep: 86_400, likes: 1530, comments: 24 },
    ]);
    expect(snapshot.sources?.map(({ field, via }) => [field, via])).toEqual([
      ['profile.followers', 'typed'],
      ['posts[].likes', 'typed'],
      ['posts[].comments', 'typed'],
    ]);
  });

  it('are read as the language writes them, and widened where the site may round', () => {
    expect(snapshotOf(form({ followers: '1.530' }), 'de').profile.followers).toBe(1530);
    const widened = snapshotOf(form({ platform: 'tiktok', followers: '12.3K' })).profile.followers;
    expect(widened).toEqual({ low: 12_250, high: 12_399 });
  });

  it('leave unknown what is left empty: never zero', () => {
    const { posts } = snapshotOf(form({ posts: [{ ...emptyPost, likes: '5' }] }));
    expect(posts).toEqual([{ id: 'typed-1', likes: 5 }]);
    expect(snapshotOf(form({ posts: [{ ...emptyPost, likes: '0' }] })).posts?.[0]?.likes).toBe(0);
  });

  it('name each field that can not be read', () => {
    const result = typedSnapshot(
      form({ handle: ' ', followers: '', posts: [{ date: '2026-11-23', likes: 'many', comments: '1', views: '' }] }),
      now,
      'en',
    );
    expect(result).toEqual({ wrong: ['handle', 'followers', 'posts.0.likes', 'posts.0.date'] });
  });

  it('are never later than now', () => {
    const { posts } = snapshotOf(form({ posts: [{ ...emptyPost, likes: '5', date: '2026-11-22' }] }));
    expect(posts?.[0]?.at).toBe(now);
  });
});

describe('the bundled sample', () => {
  it('is a snapshot of the contract', () => {
    expect(valid(JSON.parse(JSON.stringify(sampleProfile))), JSON.stringify(valid.errors)).toBe(true);
  });
});
