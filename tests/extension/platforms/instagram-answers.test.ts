/** Instagram's answers: whose page each is for, comments under a post, lists of people, accounts that are gone. */
import { describe, expect, test } from 'vitest';
import { authorOf, commentsReading } from '../../../extension/platforms/instagram/comments';
import { readPageText } from '../../../extension/platforms/instagram/texts';
import type { PageText, Place, ReadContext } from '../../../extension/reading/place';
import type { Json, JsonObject } from '../../../extension/reading/shape';

const now = '2026-01-26T12:00:00Z';
const CODE = 'Bread-1';
/** 2026-01-01 */
const AT = 1_767_225_600;
const at = '2026-01-01T00:00:00Z';
const GRAPHQL = 'https://www.instagram.com/graphql/query';
const profile: Place = { platform: 'instagram', kind: 'profile', handle: 'ida' };
const post: Place = { platform: 'instagram', kind: 'post', handle: 'ida', postId: CODE };
const contextOf = (place: Place): ReadContext => ({ place, now, locale: 'en' });
const answer = (document: Json, url = GRAPHQL): PageText => ({ via: 'response', url, text: JSON.stringify(document) });
const read = (document: Json, place = profile, url = GRAPHQL) => readPageText(answer(document, url), contextOf(place));
const said = { platform: 'instagram', via: 'response', at: now } as const;

describe('comments', () => {
  const bo = { username: 'bo', pk: '8', full_name: 'Bo', is_verified: false, is_private: true };
  const node: JsonObject = { pk: '31', text: 'Nice', created_at: AT, user: bo };
  const told = { id: '31', postId: CODE, at, author: 'bo', text: 'Nice', byCreator: false, authorVerified: false };
  const under = (document: Json, place = post, url = GRAPHQL, owner: string | undefined = 'ida') =>
    commentsReading(document, answer(document, url), contextOf(place), owner);
  const first = (more: JsonObject) => under([{ ...node, ...more }])[0]?.comments?.[0];

  test('with who wrote them', () => {
    expect(under([node])).toEqual([
      {
        ...said,
        subject: { handle: 'ida', postId: CODE },
        comments: [told],
        people: [
          { handle: 'bo', displayName: 'Bo', relation: 'commenter', postId: CODE, verified: false, private: true },
        ],
      },
    ]);
  });

  test.each<[JsonObject, object]>([
    [{ comment_like_count: 4, edge_liked_by: { count: 5 } }, { likes: 4 }],
    [{ edge_liked_by: { count: 5 } }, { likes: 5 }],
    [{ user: null, owner: bo }, {}],
    [{ id: '32' }, {}],
    [{ pk: null, id: '32' }, { id: '32' }],
    [{ created_at: 'today', created_at_utc: AT }, {}],
    [{ created_at: 'today' }, { at: undefined }],
    [{ parent_comment_id: '30', replied_to_comment_id: '29' }, { replyTo: '30' }],
    [{ replied_to_comment_id: '29' }, { replyTo: '29' }],
    [{ parent_comment_id: '0' }, {}],
    [{ parent_comment_id: 0 }, {}],
    [{ user: { username: 'bo' } }, { authorVerified: undefined }],
    [{ user: { username: 'bo', is_verified: true } }, { authorVerified: true }],
    [{ user: { username: 'Ida' } }, { author: 'Ida', byCreator: true, authorVerified: undefined }],
    [{ type: 2 }, {}],
    [{ content_type: 'comment' }, {}],
  ])('%j', (more, fields) => expect(first(more)).toEqual({ ...told, ...fields }));

  test.each<JsonObject>([
    { text: 5 },
    { user: null },
    { user: { pk: '8' } },
    { user: { username: 8 } },
    { type: 1 },
    { content_type: 'caption' },
  ])('%j makes it none', (more) => expect(under([{ ...node, ...more }])).toEqual([]));

  test('have a time and an id, and a caption is none', () => {
    const { created_at: _, ...timeless } = node;
    const { pk: __, ...unnamed } = node;
    expect(under([timeless])).toEqual([]);
    expect(under([unnamed])).toEqual([]);
    expect(under({ caption: node })).toEqual([]);
    expect(under({ captions: node })).toHaveLength(1);
  });

  test('in their order, answers under what they answer, who wrote several once, the creator never', () => {
    const [reading] = under([
      { ...node, child_comments: [{ ...node, pk: '33', user: { username: 'Ida' } }] },
      { ...node, pk: '34', user: { username: 'Bo' } },
    ]);
    expect(reading?.comments?.map(({ id, replyTo }) => [id, replyTo])).toEqual([
      ['31', undefined],
      ['33', '31'],
      ['34', undefined],
    ]);
    expect(reading?.people?.map(({ handle }) => handle)).toEqual(['Bo']);
  });

  test('150 levels deep at most', () => {
    const deep = (levels: number) => {
      let document: Json = node;
      for (let level = 0; level < levels; level++) document = [document];
      return document;
    };
    expect(under(deep(150))).toHaveLength(1);
    expect(under(deep(151))).toEqual([]);
  });

  const bound = (document: Json, place?: Place, url?: string, owner?: string) =>
    under(document, place, url, owner).map(({ subject, comments }) => [subject, comments?.[0]?.byCreator]);

  test.each([
    'like_count',
    'comment_count',
    'edge_media_preview_like',
    'edge_media_to_parent_comment',
    'edge_media_to_comment',
    'taken_at',
    'taken_at_timestamp',
  ])('stand under the post around them, which has %s', (key) => {
    const around = { code: 'Bread-2', user: { username: 'ida' }, [key]: null, comments: [node] };
    expect(bound([around])).toEqual([[{ handle: 'ida', postId: 'Bread-2' }, false]]);
    expect(bound([{ ...around, user: { username: 'cy' } }])).toEqual([]);
  });

  test('whose author is told, or is the page’s', () => {
    const around = { shortcode: CODE, like_count: 1, comments: [node] };
    expect(bound([around])).toEqual([[{ handle: 'ida', postId: CODE }, false]]);
    expect(bound([{ ...around, shortcode: 'Bread-2' }])).toEqual([[{ postId: 'Bread-2' }, undefined]]);
    expect(bound([{ ...around, code: 'Bread-3' }])).toEqual([[{ postId: 'Bread-3' }, undefined]]);
    expect(bound([{ shortcode: 'Bread-2', comments: [node] }])).toEqual([[{ handle: 'ida', postId: CODE }, false]]);
    const { handle: _, ...unnamed } = post;
    expect(bound([{ ...around, user: { username: 'cy' } }], unnamed)).toEqual([
      [{ handle: 'cy', postId: CODE }, false],
    ]);
  });

  test('or under the one that the request names, or the address', () => {
    const asked = 'https://www.instagram.com/api/v1/media/3917257803106639585/comments/?x=1';
    expect(bound([node], profile, asked)).toEqual([[{ handle: 'ida', postId: 'DZc5TenzF7h' }, false]]);
    expect(bound([node], post, asked)).toEqual([[{ handle: 'ida', postId: 'DZc5TenzF7h' }, false]]);
    expect(bound([node], post, 'https://www.instagram.com/api/v1/media/12/comments/')).toEqual([
      [{ handle: 'ida', postId: CODE }, false],
    ]);
    expect(bound([node], post, 'https://www.instagram.com/api/v1/media/x3917257803106639585/comments/')).toEqual([
      [{ handle: 'ida', postId: CODE }, false],
    ]);
    expect(bound([node], profile)).toEqual([]);
    expect(bound([node], { ...post, kind: 'people' })).toEqual([]);
  });
});

test('who wrote a post or a comment', () => {
  const [a, b, bare] = [{ username: 'a' }, { username: 'b' }, { pk: '1' }];
  expect(authorOf(undefined)).toBeUndefined();
  expect(authorOf({})).toBeUndefined();
  expect(authorOf({ owner: b, user: a })).toBe(a);
  expect(authorOf({ user: bare, owner: b })).toBe(b);
  expect(authorOf({ user: 'a', owner: b })).toBe(b);
  expect(authorOf({ user: bare, writer: b })).toBe(b);
  expect(authorOf({ user: bare })).toBe(bare);
  expect(authorOf({ user: {}, other: bare })).toEqual({});
  expect(authorOf({ list: [bare], writer: bare })).toBe(bare);
  expect(authorOf({ writer: { id: '1' } })).toBeUndefined();
  for (const key of ['text', 'name', 'code', 'image_versions2', 'media_type'])
    expect(authorOf({ part: { pk: '1', [key]: null } }), key).toBeUndefined();
});

describe('an account', () => {
  const user: JsonObject = { username: 'ida', pk: '7', follower_count: 5 };
  const media = (code: string, author: JsonObject): JsonObject => ({ code, taken_at: AT, user: author });
  const list = (author: JsonObject, length = 3) =>
    Array.from({ length }, (_, index) => media(`Bread-${index + 1}`, author));
  const told = (index: number) => ({
    id: `Bread-${index}`,
    url: `https://www.instagram.com/p/Bread-${index}/`,
    at,
  });

  test('the fullest telling of it', () => {
    expect(read([user, { ...user, biography: 'Bread.' }, { username: 'bo', pk: '8', follower_count: 6 }])).toEqual([
      { ...said, subject: { handle: 'ida', id: '7' }, profile: { id: '7', followers: 5, bio: 'Bread.' } },
    ]);
  });

  test('in a script of 2019', () => {
    const text = `window._sharedData = ${JSON.stringify({ user })};`;
    const inline: PageText = { via: 'inline', url: 'https://www.instagram.com/ida/', text };
    expect(readPageText(inline, contextOf(profile)).map(({ profile: fields }) => fields?.followers)).toEqual([5]);
    expect(readPageText({ ...inline, text: 'window.other = 1;' }, contextOf(profile))).toEqual([]);
  });

  test('posts that name its id, where another part ties name and id', () => {
    const readings = read([{ username: 'Ida', pk: '7' }, ...list({ pk: '7' })]);
    expect(readings).toEqual([
      { ...said, subject: { handle: 'ida', id: '7' }, posts: [told(1), told(2), told(3)], postsOrder: 'latest' },
    ]);
    expect(read([{ username: 'Ida' }, { pk: '7' }, ...list({ pk: '7' }, 1)])[0]?.subject).toEqual({ id: '7' });
  });

  test('posts by an id alone are that id’s', () => {
    expect(read(list({ pk: '8' }))).toEqual([
      { ...said, subject: { id: '8' }, posts: [told(1), told(2), told(3)], postsOrder: 'latest' },
    ]);
    expect(read(list({ pk: '8' }, 2))[0]?.postsOrder).toBeUndefined();
    const opened = read(list({ pk: '8' }), { platform: 'instagram', kind: 'post', postId: 'Bread-2' });
    expect(opened).toEqual([{ ...said, subject: { id: '8', postId: 'Bread-2' }, posts: [told(2)] }]);
  });

  test('the order of posts', () => {
    const order = (document: Json, place?: Place) => read(document, place)[0]?.postsOrder;
    const by = { username: 'ida' };
    expect(order(list(by, 2))).toBeUndefined();
    expect(order(list(by, 3))).toBe('latest');
    expect(order(list(by, 3), post)).toBeUndefined();
    const old = (grid: Json, videos: Json) => ({
      ...user,
      edge_owner_to_timeline_media: grid,
      edge_felix_video_timeline: videos,
    });
    expect(order(old(null, list(by)))).toBe('unknown');
    expect(order(old(list(by), null))).toBe('latest');
  });

  test('a list without posts', () => {
    const none = [{ field: 'posts', why: 'not_on_page' }];
    expect(read({ xdt_timeline_media: { edges: [] } })).toEqual([
      { ...said, subject: { handle: 'ida' }, missing: none },
    ]);
    expect(read({ xdt_timeline_media: { edges: [{}] } })).toEqual([]);
    expect(read({ xdt_timeline_media: { items: [] } })).toEqual([]);
    expect(read({ xdt_media: { edges: [] } })).toEqual([]);
    expect(read({ user, timeline: { edges: [] } })[0]?.missing).toBeUndefined();
    expect(read({ timeline: { edges: [] }, more: list({ username: 'ida' }, 1) })[0]?.missing).toBeUndefined();
  });

  test('of a post that is open: its author, as far as the post tells', () => {
    const author = { username: 'ida', pk: '7', full_name: 'Ida', is_verified: true };
    const signs = { id: '7', displayName: 'Ida', verified: true };
    const unnamed: Place = { platform: 'instagram', kind: 'post', postId: CODE };
    const reading = { ...said, subject: { handle: 'ida', id: '7', postId: CODE }, profile: signs, posts: [told(1)] };
    expect(read(list(author, 2), unnamed)).toEqual([reading]);
    expect(read(list(author, 2), post)).toEqual([reading]);
    expect(read(list(author, 2), { ...unnamed, handle: 'cy' })).toEqual([]);
    expect(read([user, ...list(author, 1)], post)[0]?.profile).toEqual({ id: '7', followers: 5 });
    expect(read(list(author, 2))[0]?.profile).toBeUndefined();
  });

  test('an id of the address binds, too', () => {
    const { handle: _, ...byId } = { ...profile, id: '7' };
    expect(read(list({ pk: '7' }, 1), byId)[0]?.subject).toEqual({ id: '7' });
    expect(read(user, byId)[0]?.subject).toEqual({ handle: 'ida', id: '7' });
  });
});

describe('an answer for another page', () => {
  const bo: Place = { platform: 'instagram', kind: 'profile', handle: 'bo' };
  const user = { username: 'ida', pk: '7', follower_count: 5 };

  test.each([
    ['/graphql/query', true],
    ['/api/v1/users/7/info/', true],
    ['/api/v1/feed/user/7/', true],
    ['/api/v1/clips/user/', true],
    ['/api/v1/media/7/', false],
  ])('asked for at %s', (path, ahead) => {
    const readings = read(user, bo, `https://www.instagram.com${path}`);
    expect(readings.map((reading) => [reading.subject.handle, reading.ahead])).toEqual(ahead ? [['ida', true]] : []);
  });

  test('is whose posts it holds, without ads', () => {
    const media = (code: string, username: string, more: JsonObject = {}) => ({
      code,
      taken_at: AT,
      user: { username },
      ...more,
    });
    const three = [media('Bread-1', 'ida'), media('Bread-2', 'ida'), media('Bread-3', 'ida')];
    const ads = [1, 2, 3, 4].map((index) => media(`Ads-0${index}`, 'cy', { is_ad: true }));
    expect(read([...three, ...ads], bo).map(({ subject }) => subject.handle)).toEqual(['ida']);
    expect(read(three.slice(1), bo)).toEqual([]);
    expect(read([{ pk: '7', follower_count: 5 }], bo)).toEqual([]);
  });
});

describe('lists of people', () => {
  const bo = { username: 'bo', pk: '8', full_name: 'Bo' };
  const FOLLOWERS = 'https://www.instagram.com/api/v1/friendships/7/followers/?count=12';
  const LIKERS = 'https://www.instagram.com/api/v1/media/12/likers/';
  const told = { handle: 'bo', displayName: 'Bo', relation: 'follower' };

  test('an account’s followers', () => {
    expect(read({ users: [bo, { ...bo, username: 'Ida' }, { username: 'cy' }, {}] }, profile, FOLLOWERS)).toEqual([
      { ...said, subject: { id: '7' }, people: [told], peopleOrder: 'newest' },
    ]);
    expect(read({ users: [bo] }, profile, 'https://www.instagram.com/api/v1/friendships/x/followers/')).toEqual([]);
    expect(read({ other: bo, users: [{ ...bo, username: 'cy' }] }, profile, FOLLOWERS)[0]?.people).toHaveLength(1);
    expect(read({ other: [bo] }, profile, FOLLOWERS)[0]?.people).toEqual([told]);
    expect(read({ users: [bo, { ...bo, username: 'BO', pk: '9' }] }, profile, FOLLOWERS)[0]?.people).toHaveLength(1);
  });

  test.each<[JsonObject, object]>([
    [{ has_anonymous_profile_picture: true }, { hasAvatar: false }],
    [{ has_anonymous_profile_picture: false }, { hasAvatar: true }],
    [{ has_anonymous_profile_picture: 'no' }, {}],
    [
      { is_verified: false, is_private: true },
      { verified: false, private: true },
    ],
    [{ friend: { ...bo, username: 'cy' } }, {}],
  ])('%j', (more, fields) =>
    expect(read({ users: [{ ...bo, ...more }] }, profile, FOLLOWERS)[0]?.people).toEqual([{ ...told, ...fields }]),
  );

  test('a post’s likers', () => {
    expect(read({ users: [bo] }, post, LIKERS)).toEqual([
      {
        ...said,
        subject: { handle: 'ida', postId: CODE },
        people: [{ ...told, relation: 'liker' }],
        peopleOrder: 'unknown',
      },
    ]);
    expect(read({ users: [bo] }, post, LIKERS.replace('12', 'x'))).toEqual([]);
  });

  test('the older list, on its own page alone', () => {
    const old = { user: { edge_followed_by: { edges: [{ node: bo }] } }, viewer: { ...bo, username: 'cy' } };
    const people: Place = { ...profile, kind: 'people', tab: 'followers' };
    expect(read(old, people)).toEqual([{ ...said, subject: { handle: 'ida' }, people: [told], peopleOrder: 'newest' }]);
    expect(read(old)).toEqual([]);
    expect(read({ users: [bo] }, people)).toEqual([]);
    expect(read(old, people, FOLLOWERS)[0]?.subject).toEqual({ id: '7' });
  });
});

test('an account that is gone', () => {
  const url = (name: string) => `https://www.instagram.com/api/v1/users/web_profile_info/?username=${name}`;
  const none = { data: { user: null } };
  expect(read(none, profile, url('Ida'))).toEqual([{ ...said, subject: { handle: 'ida' }, gone: true }]);
  expect(read(none, profile, url('ida').replace('?', '?a=1&'))).toHaveLength(1);
  expect(read(none, profile, url('bo'))).toEqual([]);
  expect(read(none, profile, GRAPHQL)).toEqual([]);
  expect(read(none, profile, `${GRAPHQL}/web_profile_info/?user=ida`)).toEqual([]);
  expect(read({ data: {} }, profile, url('ida'))).toEqual([]);
  expect(read({ data: { user: {} } }, profile, url('ida'))).toEqual([]);
  expect(read(none, { platform: 'instagram', kind: 'profile', id: '7' }, url('ida'))).toEqual([]);
});
