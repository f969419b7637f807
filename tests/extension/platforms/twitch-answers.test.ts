/** Twitch's answers: a channel by its login or its id, its recordings, and answers without any. */
import { describe, expect, test } from 'vitest';
import { readPageText } from '../../../extension/platforms/twitch/texts';
import type { Place, ReadContext } from '../../../extension/reading/place';
import type { Json, JsonObject } from '../../../extension/reading/shape';

const now = '2026-01-26T12:00:00Z';
const place: Place = { platform: 'twitch', kind: 'profile', handle: 'ida' };
const said = { platform: 'twitch', via: 'response', at: now } as const;
const read = (document: Json) => {
  const context: ReadContext = { place, now, locale: 'en' };
  return readPageText({ via: 'response', url: 'https://gql.twitch.tv/gql', text: JSON.stringify(document) }, context);
};
const ida: JsonObject = { id: '7', login: 'ida' };
const subject = { handle: 'ida', id: '7' };

describe('a channel', () => {
  test.each<[JsonObject, object]>([
    [{}, {}],
    [
      { displayName: 'Ida', description: 'Bread.' },
      { displayName: 'Ida', bio: 'Bread.' },
    ],
    [{ followers: { totalCount: 5 } }, { followers: 5 }],
    [{ profileViewCount: 9 }, { viewsTotal: 9 }],
    [{ profileViewCount: 0 }, {}],
    [{ roles: { isPartner: true } }, { verified: true }],
    [{ isPartner: true }, { verified: true }],
    [{ roles: { isPartner: false }, isPartner: false }, {}],
    [{ createdAt: '2015-02-06T21:09:45Z' }, { createdAt: '2015-02-06T21:09:45Z' }],
    [{ __typename: 'User' }, {}],
  ])('%j', (more, told) =>
    expect(read({ ...ida, ...more })).toEqual([{ ...said, subject, profile: { id: '7', ...told } }]),
  );

  test('one part ties its login and its id, others name one of them', () => {
    const told = (...parts: JsonObject[]) => read(parts).map((found) => [found.subject, found.profile]);
    expect(told({ login: 'ida' }, ida, { id: '7', followers: { totalCount: 5 } })).toEqual([
      [subject, { id: '7', followers: 5 }],
    ]);
    expect(told(ida, { id: '9', login: 'Ida' })[0]?.[0]).toEqual({ handle: 'Ida', id: '7' });
    for (const key of ['displayName', 'profileImageURL'])
      expect(
        told({ login: 'ida', id: '7' }, { id: '7', [key]: 'x', description: 'Bread.' })[0]?.[1],
        key,
      ).toMatchObject({
        bio: 'Bread.',
      });
    expect(told(ida, { id: '7', description: 'Bread.' })[0]?.[1]).toEqual({ id: '7' });
    expect(told(ida, { ...ida, __typename: 'Video', description: 'Bread.' })[0]?.[1]).toEqual({ id: '7' });
  });

  test('by ids alone, where nobody is named', () => {
    const counted = (id: string) => ({ id, followers: { totalCount: 5 } });
    const subjects = (...parts: JsonObject[]) => read(parts).map((found) => found.subject);
    expect(subjects(counted('7'), counted('8'), counted('7'))).toEqual([{ id: '7' }, { id: '8' }]);
    expect(subjects(counted('7'), { login: 'bo', id: '8' })).toEqual([]);
    expect(subjects({ id: '7', displayName: 'Ida' })).toEqual([]);
    expect(subjects(...['1', '2', '3', '4', '5'].map(counted))).toHaveLength(4);
    expect(subjects({ ...counted('7'), __typename: 'Video' })).toEqual([]);
  });
});

describe('a recording', () => {
  const video: JsonObject = { id: '31', viewCount: 9, publishedAt: '2026-01-01T10:00:00Z', owner: { login: 'ida' } };
  const told = {
    id: '31',
    url: 'https://www.twitch.tv/videos/31',
    at: '2026-01-01T10:00:00Z',
    kind: 'live',
    views: 9,
  };
  const first = (more: JsonObject) => read([ida, { ...video, ...more }])[0]?.posts?.[0];

  test.each<[JsonObject, object]>([
    [{}, {}],
    [
      { title: 'Bread', lengthSeconds: 62 },
      { caption: 'Bread', durationS: 62 },
    ],
    [{ createdAt: '2026-01-02T10:00:00Z' }, {}],
    [{ publishedAt: null, createdAt: '2026-01-02T10:00:00Z' }, { at: '2026-01-02T10:00:00Z' }],
    [{ owner: null, broadcaster: { id: '7' } }, {}],
    [{ slug: 'x', lengthSeconds: 62 }, { durationS: 62 }],
    [{ __typename: 'Video' }, {}],
    [{ resourceRestriction: null }, {}],
  ])('%j', (more, more1) => expect(first(more)).toEqual({ ...told, ...more1 }));

  test.each<JsonObject>([
    { id: null },
    { owner: { login: 'bo' } },
    { owner: 'ida' },
    { __typename: 'Clip' },
    { curator: null },
    { durationSeconds: 9 },
    { slug: 'x' },
    { resourceRestriction: {} },
  ])('%j is none of the channel’s', (more) => expect(first(more)).toBeUndefined());

  test('has views and a time; told twice it is one, in no known order', () => {
    const { viewCount: _, ...unseen } = video;
    const { publishedAt: __, ...timeless } = video;
    expect(read([ida, unseen])[0]?.posts).toBeUndefined();
    expect(read([ida, timeless])[0]?.posts).toBeUndefined();
    expect(read([ida, { ...timeless, createdAt: '2026-01-02T10:00:00Z' }])[0]?.posts).toHaveLength(1);
    expect(read([ida, video, video])[0]).toEqual({
      ...said,
      subject,
      profile: { id: '7' },
      posts: [told],
      postsOrder: 'unknown',
    });
  });

  test('a list without any', () => {
    const missing = (...lists: Json[]) =>
      read([ida, ...lists.map((edges) => ({ videos: { edges } }))])[0]?.missing?.map(({ why }) => why);
    const node = (fields: number) => ({
      node: Object.fromEntries(Array.from({ length: fields }, (_, at) => [`a${at}`, 1])),
    });
    expect(missing([])).toEqual(['not_on_page']);
    expect(missing([node(5)])).toEqual(['not_read']);
    expect(missing([node(4)])).toBeUndefined();
    expect(missing([{}])).toBeUndefined();
    expect(missing([], [node(5)])).toEqual(['not_read']);
    expect(missing([{ node: { ...node(5).node, viewCount: 1 } }])).toBeUndefined();
    expect(missing('x')).toBeUndefined();
    expect(missing()).toBeUndefined();
  });
});
