/** Bluesky's answers: actors, posts of a feed, what is written under a post, followers, and whose page an answer is for. */
import { describe, expect, test } from 'vitest';
import { readPageText } from '../../../extension/platforms/bluesky/texts';
import type { PageText, Place, ReadContext } from '../../../extension/reading/place';
import type { Json, JsonObject } from '../../../extension/reading/shape';

const now = '2026-01-26T12:00:00Z';
const profile: Place = { platform: 'bluesky', kind: 'profile', handle: 'ida.example' };
const post: Place = { ...profile, kind: 'post', postId: 'bread' };
const FEED = 'https://public.api.bsky.app/xrpc/app.bsky.feed.getAuthorFeed?x';
const said = { platform: 'bluesky', via: 'response', at: now } as const;
const read = (document: Json, place = profile, url = FEED, via: PageText['via'] = 'response') => {
  const context: ReadContext = { place, now, locale: 'en' };
  return readPageText({ via, url, text: JSON.stringify(document) }, context);
};

const ida: JsonObject = { did: 'did:plc:ida', handle: 'ida.example' };
const bo: JsonObject = { did: 'did:plc:bo', handle: 'bo.example' };
const subject = { handle: 'ida.example', id: 'did:plc:ida' };
const entry = (key: string, more: JsonObject = {}, record: JsonObject = {}, author = ida): JsonObject => ({
  uri: `at://${author['did']}/app.bsky.feed.post/${key}`,
  author,
  record: { text: 'Bread', ...record },
  likeCount: 3,
  ...more,
});
const told = (key: string) => ({
  id: key,
  url: `https://bsky.app/profile/ida.example/post/${key}`,
  kind: 'text',
  likes: 3,
  caption: 'Bread',
});
const repliesTo = (author: JsonObject, key: string) => ({
  reply: { parent: { uri: `at://${author['did']}/app.bsky.feed.post/${key}` } },
});

describe('an account', () => {
  const full = {
    ...ida,
    displayName: 'Ida',
    description: 'Bread.',
    followersCount: 5,
    followsCount: 6,
    postsCount: 7,
    createdAt: '2023-05-01T10:00:00.000Z',
  };
  const fields = {
    id: 'did:plc:ida',
    displayName: 'Ida',
    bio: 'Bread.',
    followers: 5,
    following: 6,
    posts: 7,
    createdAt: '2023-05-01T10:00:00Z',
  };

  test('all that it says of itself', () => {
    expect(read(full)).toEqual([{ ...said, subject, profile: fields }]);
    expect(read([{ ...ida, displayName: 'x' }, full])[0]?.profile).toEqual(fields);
    expect(read({ ...ida, displayName: 'Ida' })).toEqual([{ ...said, subject, profile: { id: 'did:plc:ida' } }]);
    expect(read([bo, full], { platform: 'bluesky', kind: 'profile', id: 'did:plc:ida' })[0]?.profile).toEqual(fields);
  });

  test.each<[Json, boolean | undefined]>([
    [{ verifiedStatus: 'valid' }, true],
    [{ verifiedStatus: 'none' }, false],
    [{ verifiedStatus: 5 }, undefined],
    [null, undefined],
  ])('verification %j: %s', (verification, verified) =>
    expect(read({ ...full, verification })[0]?.profile?.verified).toBe(verified),
  );

  test.each<JsonObject>([
    { did: 'did:plc:ida' },
    { handle: 'ida.example' },
    { handle: 'ida.example', did: 5 },
    { handle: 'ida.example', did: 'xdid:plc:ida' },
  ])('%j is none', (node) => expect(read(node, profile, 'https://bsky.app/x')).toEqual([]));
});

describe('a post', () => {
  const first = (more: JsonObject, record: JsonObject = {}) => read([entry('bread', more, record)])[0]?.posts?.[0];

  test('with its author, newest first', () => {
    const reading = { ...said, subject, profile: { id: 'did:plc:ida' }, posts: [told('bread')] };
    expect(read([entry('bread')])).toEqual([{ ...reading, postsOrder: 'latest' }]);
    expect(read([entry('bread')], profile, FEED.replace('AuthorFeed', 'Posts'))).toEqual([reading]);
    expect(read([entry('bread')], post)[0]?.postsOrder).toBeUndefined();
    expect(read({ ...entry('bread'), embed: { record: entry('inner') } })[0]?.posts).toHaveLength(1);
  });

  test.each<[JsonObject, JsonObject, object]>([
    [{ replyCount: 4, bookmarkCount: 5 }, {}, { comments: 4, saves: 5 }],
    [{ repostCount: 4 }, {}, { shares: 4 }],
    [{ quoteCount: 5 }, {}, { shares: 5 }],
    [{ repostCount: 4, quoteCount: 5 }, {}, { shares: 9 }],
    [{ indexedAt: '2026-01-02T10:00:00.000Z' }, {}, { at: '2026-01-02T10:00:00Z' }],
    [
      { indexedAt: '2026-01-02T10:00:00.000Z' },
      { createdAt: '2026-01-01T10:00:00.000Z' },
      { at: '2026-01-01T10:00:00Z' },
    ],
    [{ embed: { $type: 'app.bsky.embed.images#view' } }, {}, { kind: 'photo' }],
    [{ embed: { $type: 'app.bsky.embed.video#view' } }, {}, { kind: 'video' }],
    [{ embed: { $type: 'app.bsky.embed.external#view' } }, {}, { kind: 'link' }],
    [{ embed: { $type: 5 } }, {}, {}],
    [{}, { langs: ['en-GB', 'de'] }, { lang: 'en' }],
    [{}, { langs: ['x-en'] }, {}],
    [{}, { langs: [5] }, {}],
    [{ viewer: { pinned: true } }, {}, { pinned: true }],
    [{ viewer: { pinned: false } }, {}, {}],
  ])('%j %j', (more, record, fields) => expect(first(more, record)).toEqual({ ...told('bread'), ...fields }));

  test.each<JsonObject>([
    { uri: 'at://did:plc:ida/app.bsky.feed.like/bread' },
    { uri: 'xat://did:plc:ida/app.bsky.feed.post/bread' },
    { uri: 'at://did:plc:ida/app.bsky.feed.post/bread/x' },
    { uri: 'at://plc:ida/app.bsky.feed.post/bread' },
    { uri: 'at://did:plc:ida/x/app.bsky.feed.post/bread' },
    { uri: 'at://did:plc:bo/app.bsky.feed.post/bread' },
    { uri: 'at://did:plc:ida/appxbsky.feed.post/bread' },
    { uri: 5 },
    { author: 'ida' },
    { author: { handle: 'ida.example' } },
    { record: 'Bread' },
  ])('%j makes it none', (more) => expect(first(more)).toBeUndefined());

  test('has a number of likes', () => {
    const { likeCount: _, ...uncounted } = entry('bread');
    expect(read(uncounted)[0]?.posts).toBeUndefined();
  });

  const ids = (...nodes: Json[]) =>
    read(nodes)[0]?.posts?.map(({ id, pinned }) => (pinned ? `${id}, pinned` : id)) ?? [];
  test('of others, reposted, in answer to others: none of the account’s', () => {
    expect(ids(entry('a', {}, {}, bo))).toEqual([]);
    expect(ids({ post: entry('a'), reason: { $type: 'app.bsky.feed.defs#reasonRepost' } })).toEqual([]);
    expect(ids({ post: entry('a'), reason: { $type: 'app.bsky.feed.defs#reasonRepostOf' } })).toEqual(['a']);
    expect(ids(entry('a', {}, repliesTo(bo, 'x')))).toEqual([]);
    expect(ids(entry('a', {}, repliesTo(ida, 'x')))).toEqual(['a']);
    expect(ids(entry('a', {}, { reply: { parent: { uri: 'at://did:plc:bo/x' } } }))).toEqual(['a']);
    expect(ids(entry('a', {}, { reply: { parent: { uri: `xat://did:plc:bo/a/x` } } }))).toEqual(['a']);
    expect(ids(entry('a', {}, { reply: { parent: { uri: `at://did:plc:bo/a/b/x` } } }))).toEqual(['a']);
  });

  test('pinned, as its entry says', () => {
    const pin = { $type: 'app.bsky.feed.defs#reasonPin' };
    expect(ids({ post: entry('a'), reason: pin }, { post: entry('b') })).toEqual(['a, pinned', 'b']);
    expect(ids({ post: entry('a'), reason: { $type: `${pin.$type}s` } })).toEqual(['a']);
    expect(ids({ post: {}, reason: pin, inner: { ...ida } })).toEqual([]);
  });
});

describe('a conversation', () => {
  const answer = (key: string, more: JsonObject = {}, author = bo, to = 'bread') =>
    entry(key, {}, { ...repliesTo(ida, to), ...more }, author);

  test('what is under the post, and who wrote it', () => {
    const full = { ...bo, avatar: 'https://cdn.example/', displayName: 'Bo', followersCount: 5, followsCount: 6 };
    const more = { createdAt: '2026-01-01T10:00:00.000Z', langs: ['en'] };
    expect(read([entry('bread'), answer('a', more, full), answer('b', {}, ida, 'a')], post)).toEqual([
      {
        ...said,
        subject,
        profile: { id: 'did:plc:ida' },
        posts: [told('bread')],
        comments: [
          {
            id: 'a',
            postId: 'bread',
            at: '2026-01-01T10:00:00Z',
            author: 'bo.example',
            text: 'Bread',
            lang: 'en',
            likes: 3,
            byCreator: false,
          },
          {
            id: 'b',
            postId: 'bread',
            author: 'ida.example',
            text: 'Bread',
            likes: 3,
            byCreator: true,
            replyTo: 'a',
          },
        ],
        people: [
          {
            handle: 'bo.example',
            displayName: 'Bo',
            relation: 'commenter',
            postId: 'bread',
            hasAvatar: true,
            followers: 5,
            following: 6,
          },
        ],
      },
    ]);
  });

  test('nothing without the post, and nothing that answers nobody', () => {
    expect(read([answer('a')], post)).toEqual([]);
    expect(read([entry('other'), answer('a')], post)[0]?.comments).toBeUndefined();
    expect(read([entry('bread'), entry('x', {}, {}, bo)], post)[0]?.comments).toBeUndefined();
    expect(read([entry('bread'), answer('a')])[0]?.comments).toBeUndefined();
    expect(read([entry('bread', {}, repliesTo(bo, 'x'))], post)[0]?.comments).toBeUndefined();
  });
});

describe('followers', () => {
  const url = 'https://public.api.bsky.app/xrpc/app.bsky.graph.getFollowers?actor=x';
  const fan = { handle: 'bo.example', relation: 'follower', hasAvatar: false };
  const list = (document: Json, address = url) => read(document, profile, address).filter(({ people }) => people);

  test('of the subject that the answer names', () => {
    const reading = { ...said, subject, people: [fan], peopleOrder: 'newest' };
    expect(list({ subject: ida, followers: [bo] })).toEqual([reading]);
    expect(list({ inner: { subject: ida, followers: [{ ...bo, inner: { ...bo, handle: 'cy' } }] } })).toEqual([
      reading,
    ]);
    expect(list({ subject: ida, followers: [bo] }, url.replace('getFollowers', 'getFollows'))).toEqual([]);
    expect(list({ subject: 'ida', followers: [bo] })).toEqual([]);
    expect(list({ subject: { handle: 'ida.example' }, followers: [bo] })).toEqual([]);
    expect(list({ followers: [bo] })).toEqual([]);
  });
});

describe('an answer for another page', () => {
  const cy: Place = { platform: 'bluesky', kind: 'profile', handle: 'cy.example' };
  const ahead = (document: Json, path: string) =>
    read(document, cy, `https://public.api.bsky.app/xrpc/app.bsky.${path}`).map((found) => [
      found.subject,
      found.ahead,
    ]);
  const own = [[subject, true]];

  test('names its account, or its request does', () => {
    const full = { ...ida, followersCount: 5 };
    expect(ahead([bo, full], 'actor.getProfile')).toEqual(own);
    expect(ahead([bo, full], 'actor.getProfile?actor=bo.example')).toEqual(own);
    expect(ahead([bo, full], 'feed.getAuthorFeed')).toEqual([]);
    expect(ahead(ida, 'feed.getAuthorFeed?limit=3&actor=did%3Aplc%3Aida&x=1')).toEqual(own);
    expect(ahead(ida, 'feed.getAuthorFeed?actor=ida.example')).toEqual(own);
    expect(ahead(ida, 'actor.getProfiles?actors=ida.example')).toEqual(own);
    expect(ahead(ida, 'feed.getAuthorFeed?actor=%')).toEqual([]);
    expect(ahead(ida, 'feed.getAuthorFeed?factor=ida.example')).toEqual([]);
    expect(ahead(ida, 'actor.getProfile')).toEqual([]);
  });

  test('the address itself may hold an id', () => {
    const byId: Place = { platform: 'bluesky', kind: 'profile', id: 'did:plc:ida' };
    expect(read(ida, byId).map((found) => found.subject)).toEqual([subject]);
    expect(read(bo, byId)).toEqual([]);
  });
});
