import { describe, expect, it } from 'vitest';
import { makeComment, makePerson, makePost, makeProfile } from '../../../extension/reading/factories';

describe('what readers make', () => {
  it('holds no member that was not found, and keeps 0, false and empty texts', () => {
    const post = makePost({ id: 'a', likes: 0, comments: undefined, views: null, pinned: false, caption: '' });
    expect(Object.entries(post)).toEqual([
      ['id', 'a'],
      ['likes', 0],
      ['pinned', false],
      ['caption', ''],
    ]);
    expect(Object.keys(makeProfile({ followers: { low: 1, high: 2 }, bio: undefined }))).toEqual(['followers']);
  });

  // The type checker is the test here: a line below that compiles fails it ("unused @ts-expect-error").
  it('has only fields of the contract, with their types', () => {
    const unsure = Math.random() < 2;
    // @ts-expect-error a misspelt field
    makePost({ id: 'a', lieks: 3 });
    // @ts-expect-error a misspelt field that comes from a spread
    makePost({ id: 'a', ...{ lieks: 3 } });
    // @ts-expect-error a misspelt field that comes from only one way of a spread
    makePost({ id: 'a', ...(unsure ? {} : { lieks: 3 }) });
    // @ts-expect-error a number where a text must be
    makePost({ caption: 3 });
    // @ts-expect-error a kind that the contract does not know
    makePost({ kind: 'clip' });
    // @ts-expect-error another entry's field
    makeComment({ id: 'a', views: 3 });
    // @ts-expect-error a misspelt field
    makePerson({ handel: 'a' });
    // @ts-expect-error the handle stands in the reading's subject
    makeProfile({ handle: 'a', followers: 3 });
    const fields = { id: 'a', follower: 3 };
    // @ts-expect-error a misspelt field of an object made before
    makeProfile(fields);
    const kinds = [makePost({ kind: unsure ? 'live' : 'video' }).kind, makePost({ kind: 'short' }).kind];
    expect(kinds).toEqual(['live', 'short']);
  });
});
