/** Reddit's and Kick's answers: about.json of users and communities, listings; a channel of Kick with its recordings. */
import { describe, expect, test } from 'vitest';
import { readPageText as readKick } from '../../../extension/platforms/kick/texts';
import { readPageText } from '../../../extension/platforms/reddit/texts';
import type { Place, ReadContext } from '../../../extension/reading/place';
import type { Json, JsonObject } from '../../../extension/reading/shape';

const now = '2026-01-26T12:00:00Z';
const user: Place = { platform: 'reddit', kind: 'profile', handle: 'ida' };
const community: Place = { ...user, handle: 'r/Bread' };
/** 2026-01-01 */
const AT = 1_767_225_600;
const at = '2026-01-01T00:00:00Z';
const NEW = 'https://www.reddit.com/user/ida/submitted.json';
const read = (document: Json, place = user, url = NEW) => {
  const context: ReadContext = { place, now, locale: 'en' };
  return readPageText({ via: 'response', url, text: JSON.stringify(document) }, context);
};

describe('about.json', () => {
  const about: JsonObject = {
    id: 'u7',
    name: 'Ida',
    subreddit: { subscribers: 5, title: 'Ida', public_description: 'Hi' },
  };
  const told = { id: 'u7', displayName: 'Ida', bio: 'Hi', followers: 5 };
  const profileOf = (more: JsonObject) => read({ ...about, ...more })[0]?.profile;

  test.each<[JsonObject, object]>([
    [{}, {}],
    [{ created_utc: AT }, { createdAt: at }],
    [{ verified: true }, { verified: true }],
    [{ verified: false }, {}],
    [{ accept_followers: false }, {}],
    [{ subreddit: { subscribers: 0 } }, { followers: 0, displayName: undefined, bio: undefined }],
    [
      { subreddit: { subscribers: 0 }, accept_followers: false },
      { followers: undefined, displayName: undefined, bio: undefined },
    ],
    [
      { subreddit: { subscribers: 0, accept_followers: false } },
      { followers: undefined, displayName: undefined, bio: undefined },
    ],
    [
      { subreddit: { subscribers: 0, accept_followers: false }, accept_followers: true },
      { followers: 0, displayName: undefined, bio: undefined },
    ],
  ])('of a user: %j', (more, fields) => expect(profileOf(more)).toEqual({ ...told, ...fields }));

  test('of a community', () => {
    const page = {
      id: 'c7',
      subscribers: 0,
      display_name: 'bread',
      title: 'Bread',
      public_description: 'Hi',
      accept_followers: false,
    };
    const fields = { id: 'c7', displayName: 'Bread', bio: 'Hi', followers: 0 };
    expect(read(page, community)[0]).toEqual({
      platform: 'reddit',
      via: 'response',
      at: now,
      subject: { handle: 'r/Bread' },
      profile: fields,
    });
    expect(read({ ...page, display_name: 'rye' }, community)).toEqual([]);
    expect(read({ display_name: 'bread' }, community)).toEqual([]);
    expect(read({ subscribers: 5 }, community)).toEqual([]);
    expect(read(about, { ...user, handle: 'r/Ida' })).toEqual([]);
    expect(read({ ...page, name: 'x' })).toEqual([]);
  });

  test('is the viewed one’s', () => {
    expect(profileOf({ name: 'bo' })).toBeUndefined();
    expect(profileOf({ subreddit: 'x' })).toBeUndefined();
    expect(read([about, { ...about, name: 'bo', id: 'u8' }])[0]?.profile).toEqual(told);
    expect(read(about, { platform: 'reddit', kind: 'profile' })).toEqual([]);
  });
});

describe('a post', () => {
  const post: JsonObject = { id: 'p1', score: 3, num_comments: 4, created_utc: AT, author: 'Ida', subreddit: 'bread' };
  const told = { id: 'p1', at, kind: 'link', likes: 3, comments: 4 };
  const first = (more: JsonObject, place = user) => read([{ ...post, ...more }], place)[0]?.posts?.[0];

  test.each<[JsonObject, object]>([
    [{}, {}],
    [{ permalink: '/r/bread/comments/p1/' }, { url: 'https://www.reddit.com/r/bread/comments/p1/' }],
    [{ permalink: 5 }, {}],
    [{ permalink: `/${'a'.repeat(500)}` }, { url: `https://www.reddit.com/${'a'.repeat(399)}` }],
    [{ is_video: true, is_self: true }, { kind: 'video' }],
    [{ is_self: true }, { kind: 'text' }],
    [{ score: -5 }, { likes: 0 }],
    [{ score: 0 }, { likes: 0 }],
    [{ hide_score: true }, { likes: undefined, likesHidden: true }],
    [{ score_hidden: true }, { likes: undefined, likesHidden: true }],
    [{ hide_score: false }, {}],
    [{ title: 'Bread' }, { caption: 'Bread' }],
    [{ pinned: true }, { pinned: true }],
    [{ stickied: true }, { pinned: true }],
    [{ pinned: false, stickied: false, promoted: false }, {}],
  ])('%j', (more, fields) => expect(first(more)).toEqual({ ...told, ...fields }));

  test.each<[JsonObject, Place, boolean]>([
    [{ author: 'bo' }, user, false],
    [{ author: null }, user, false],
    [{ author: 'bo' }, community, true],
    [{ subreddit: 'r/bread' }, community, true],
    [{ subreddit: 'rye' }, community, false],
    [{ subreddit: null }, community, false],
    [{ promoted: true }, user, false],
    [{ link_id: 'x' }, user, false],
    [{ id: null }, user, false],
  ])('%j on the page %j: %s', (more, place, own) => expect(first(more, place) !== undefined).toBe(own));

  test('has a score, comments and a time', () => {
    for (const key of ['score', 'num_comments', 'created_utc']) {
      const { [key]: _, ...part } = post;
      expect(read([part])[0]?.posts, key).toBeUndefined();
    }
    expect(read({ ...post, crosspost: { ...post, id: 'p2' } })[0]?.posts).toHaveLength(1);
  });

  test('a user may have written comments alone', () => {
    const missing = (...nodes: Json[]) => read(nodes)[0]?.missing?.map(({ why }) => why);
    expect(missing({ link_id: 'x', num_comments: 3 })).toEqual(['not_on_page']);
    expect(missing({ link_id: 'x' })).toBeUndefined();
    expect(missing({ link_id: 'x', num_comments: 3 }, post)).toBeUndefined();
  });

  const of = (path: string, tab?: string) =>
    read([post], { ...user, ...(tab === undefined ? {} : { tab }) }, `https://www.reddit.com/${path}`)[0]?.postsOrder;
  test.each([
    ['top', 'top'],
    ['hot', 'top'],
    ['controversial', 'top'],
    ['best', 'top'],
    ['rising', 'top'],
    ['new', 'latest'],
    ['submitted', 'latest'],
    ['newest', 'unknown'],
    ['topic', 'unknown'],
    ['x', 'unknown'],
  ])('%s are %s', (name, order) => expect(of(`user/ida/${name}`)).toBe(order));

  test('their order in the query, or by the tab', () => {
    expect([of('x?sort=top'), of('x?a=1&sort=hot'), of('x?sort=new'), of('x?resort=new')]).toEqual([
      'top',
      'top',
      'latest',
      'unknown',
    ]);
    expect([of('x', 'top'), of('x', 'hot'), of('x', 'new'), of('x', 'about')]).toEqual([
      'top',
      'top',
      'latest',
      'unknown',
    ]);
  });
});

describe('Kick', () => {
  const place: Place = { platform: 'kick', kind: 'profile', handle: 'ida' };
  const VIDEOS = 'https://kick.com/api/v2/channels/Ida/videos';
  const kick = (document: Json, url = 'https://kick.com/api/v2/channels/ida') =>
    readKick({ via: 'response', url, text: JSON.stringify(document) }, { place, now, locale: 'en' });
  const channel: JsonObject = { id: 7, slug: 'ida', followers_count: 5 };

  test.each<[JsonObject, object, string?]>([
    [{}, {}],
    [
      { user: { username: 'Ida', bio: 'Hi', country: 'Norway' } },
      { displayName: 'Ida', bio: 'Hi', country: 'Norway' },
      'Ida',
    ],
    [{ user: { username: 'Ida B' } }, { displayName: 'Ida B' }],
    [{ verified: true }, { verified: true }],
    [{ verified: false }, { verified: false }],
    [{ verified: {} }, { verified: true }],
    [{ verified: null }, {}],
    [{ chatroom: { created_at: '2015-02-06T21:09:45Z' } }, { createdAt: '2015-02-06T21:09:45Z' }],
  ])('a channel %j', (more, fields, handle = 'ida') =>
    expect(kick({ ...channel, ...more })).toEqual([
      {
        platform: 'kick',
        via: 'response',
        at: now,
        subject: { handle, id: '7' },
        profile: { id: '7', followers: 5, ...fields },
      },
    ]),
  );

  test('a channel is the viewed one, with followers', () => {
    expect(kick({ ...channel, slug: 'bo' })).toEqual([]);
    expect(kick({ id: 7, slug: 'ida' })).toEqual([]);
    expect(kick({ id: 7, followers_count: 5 })).toEqual([]);
  });

  const video: JsonObject = {
    session_title: 'Bread',
    start_time: '2026-01-01 10:00:00',
    views: 9,
    video: { uuid: 'v1' },
  };
  const told = {
    id: 'v1',
    url: 'https://kick.com/video/v1',
    at: '2026-01-01T10:00:00Z',
    kind: 'live',
    views: 9,
    caption: 'Bread',
  };
  test.each<[JsonObject, object | undefined]>([
    [{}, {}],
    [{ uuid: 'v2' }, {}],
    [{ video: null, uuid: 'v1' }, {}],
    [{ video: null }, undefined],
    [{ is_live: true }, undefined],
    [{ is_live: false }, {}],
    [{ duration: 62_000 }, { durationS: 62 }],
    [{ views: null, video: { uuid: 'v1', views: 8 } }, { views: 8 }],
    [{ start_time: '2026-01-01T10:00:00Z' }, {}],
    [{ start_time: 5, created_at: '2026-01-02T10:00:00Z' }, { at: '2026-01-02T10:00:00Z' }],
    [{ start_time: 'x', created_at: '2026-01-02T10:00:00Z' }, { at: '2026-01-02T10:00:00Z' }],
  ])('a recording %j', (more, fields) =>
    expect(kick([{ ...video, ...more }], VIDEOS)[0]?.posts).toEqual(fields && [{ ...told, ...fields }]),
  );

  test('recordings are of whom the request names, newest first', () => {
    expect(kick([video, { ...video, video: { uuid: 'v2' } }], VIDEOS)[0]).toMatchObject({
      subject: { handle: 'ida' },
      postsOrder: 'latest',
    });
    expect(kick([video], VIDEOS.replace('Ida', 'bo'))).toEqual([]);
    expect(kick([video])).toEqual([]);
    const missing = (document: Json, url = VIDEOS) => kick(document, url)[0]?.missing?.map(({ why }) => why);
    expect([missing([]), missing([{ a: 1 }]), missing([video]), missing([], 'https://kick.com/x')]).toEqual([
      ['not_on_page'],
      ['not_read'],
      undefined,
      undefined,
    ]);
  });
});
