/** A Mastodon server's answers and pages: accounts here and elsewhere, statuses, threads, followers, and the header's links. */
import { describe, expect, test } from 'vitest';
import { anchor, inlineTexts, readDocument } from '../../../extension/platforms/mastodon/document';
import { readPageText } from '../../../extension/platforms/mastodon/texts';
import type { Place, ReadContext } from '../../../extension/reading/place';
import type { Json, JsonObject } from '../../../extension/reading/shape';
import { documentOf } from '../pages/capture';

const now = '2026-01-26T12:00:00Z';
const HERE = 'https://social.example';
const profile: Place = { platform: 'mastodon', kind: 'profile', handle: 'ida@social.example' };
const post: Place = { ...profile, kind: 'post', postId: '21000' };
const STATUSES = `${HERE}/api/v1/accounts/7/statuses`;
const said = { platform: 'mastodon', via: 'response', at: now } as const;
const contextOf = (place: Place): ReadContext => ({ place, now, locale: 'en' });
const read = (document: Json, place = profile, url = STATUSES) =>
  readPageText({ via: 'response', url, text: JSON.stringify(document) }, contextOf(place));

const counts = { followers_count: 5, following_count: 6, statuses_count: 7 };
const ida: JsonObject = { id: '7', acct: 'ida', url: `${HERE}/@ida`, ...counts };
const bo: JsonObject = { id: '8', acct: 'bo', url: `${HERE}/@bo`, ...counts };
const far: Place = { ...profile, handle: 'ida@far.example' };
const remote: JsonObject = { ...ida, acct: 'ida@far.example', url: 'https://far.example/@ida' };
const fields = { id: '7', followers: 5, following: 6, posts: 7 };
const subject = { handle: 'ida@social.example', id: '7' };
const UNKNOWN = [
  'profile.followers',
  'profile.following',
  'posts',
  'posts[].likes',
  'posts[].comments',
  'posts[].shares',
].map((field) => ({ field, why: 'not_on_page' }));

describe('an account', () => {
  const profileOf = (more: JsonObject) => read({ ...ida, ...more })[0]?.profile;

  test('of this server', () => {
    expect(read(ida)).toEqual([{ ...said, subject, profile: fields }]);
    expect(read([bo, ida])[0]?.subject).toEqual(subject);
    expect(read({ ...ida, url: null })[0]?.subject).toEqual(subject);
    expect(read({ ...ida, url: 'nowhere' })[0]?.subject).toEqual(subject);
    expect(read({ ...ida, url: 'https://far.example/@ida' })).toEqual([]);
    for (const key of ['acct', 'followers_count', 'statuses_count']) {
      const { [key]: _, ...part } = ida;
      expect(read(part), key).toEqual([]);
    }
  });

  test.each<[JsonObject, object]>([
    [{ display_name: 'Ida' }, { displayName: 'Ida' }],
    [{ created_at: '2023-05-01T10:00:00.000Z' }, { createdAt: '2023-05-01T10:00:00Z' }],
    [{ note: '<p>Bread &amp; rye</p> <p>a<br>b<br/>c<br />d</p>' }, { bio: 'Bread & rye\na\nb\nc\nd' }],
    [{ note: '&lt;b&gt; &quot;x&quot; &#39;y&#39; &copy;' }, { bio: '<b> "x" \'y\' &copy;' }],
    [{ note: 5 }, {}],
    [
      { fields: [{ value: '<a href="https://ida.example/">x</a>' }, { value: 'x' }, 5] },
      { links: ['https://ida.example/'] },
    ],
    [{ fields: [{ value: 'x', verified_at: '2023-05-01' }] }, { verified: true }],
    [{ fields: [{ value: 'x', verified_at: null }] }, {}],
    [{ fields: { verified_at: 'x' } }, {}],
    [
      { followers_count: 0, following_count: 0, statuses_count: 0 },
      { followers: 0, following: 0, posts: 0 },
    ],
    [
      { followers_count: 0, statuses_count: 0, hide_collections: true },
      { followers: undefined, posts: 0 },
    ],
    [{ followers_count: 9, hide_collections: true }, { followers: 9 }],
    [{ followers_count: 0, hide_collections: false }, { followers: 0 }],
    [{ statuses_count: 0, suspended: true }, { posts: undefined }],
    [{ statuses_count: 0, suspended: 'no' }, { posts: 0 }],
  ])('%j', (more, told) => expect(profileOf(more)).toEqual({ ...fields, ...told }));

  test('20 links at most', () => {
    const many = Array.from({ length: 25 }, (_, index) => ({ value: `<a href="https://ida.example/${index}">` }));
    expect(profileOf({ fields: many })?.links).toHaveLength(20);
  });

  test('of another server: of this one’s zeros nothing is known', () => {
    expect(read(remote, far)).toEqual([
      { ...said, subject: { handle: 'ida@far.example', id: '7' }, profile: fields, missing: UNKNOWN },
    ]);
    expect(read({ ...remote, followers_count: 0, statuses_count: 0 }, far)[0]?.profile).toEqual({
      id: '7',
      following: 6,
    });
    expect(read(remote)).toEqual([]);
  });
});

const status = (id: string, more: JsonObject = {}, account = ida): JsonObject => ({
  id,
  account,
  favourites_count: 3,
  replies_count: 4,
  reblogs_count: 5,
  ...more,
});
const told = (id: string) => ({ id, kind: 'text', likes: 3, comments: 4, shares: 5 });

describe('a status', () => {
  const first = (more: JsonObject) => read([status('21000', more)])[0]?.posts?.[0];

  test('with its author, newest first', () => {
    const reading = { ...said, subject, profile: fields, posts: [told('21000')], postsOrder: 'latest' };
    expect(read([status('21000')])).toEqual([reading]);
    expect(read([status('21000')], profile, `${HERE}/api/v1/statuses/21000`)[0]?.postsOrder).toBeUndefined();
    expect(read([status('21000')], profile, `${STATUSES}?x&pinned=true`)[0]).toEqual({
      ...said,
      subject,
      profile: fields,
      posts: [{ ...told('21000'), pinned: true }],
    });
    expect(read([ida], profile)[0]?.postsOrder).toBeUndefined();
    expect(read({ ...status('21000'), card: status('22000') })[0]?.posts).toHaveLength(1);
  });

  test.each<[JsonObject, object]>([
    [{ url: `${HERE}/@ida/21000` }, { url: `${HERE}/@ida/21000` }],
    [{ created_at: '2026-01-01T10:00:00.000Z' }, { at: '2026-01-01T10:00:00Z' }],
    [{ content: '<p>Bread</p>' }, { caption: 'Bread' }],
    [{ language: 'en-GB' }, { lang: 'en' }],
    [{ language: 'x-en' }, {}],
    [{ language: 5 }, {}],
    [{ pinned: true }, { pinned: true }],
    [{ pinned: false }, {}],
    [{ media_attachments: [{ type: 'image' }] }, { kind: 'photo' }],
    [{ media_attachments: [{ type: 'image' }, { type: 'image' }] }, { kind: 'carousel' }],
    [{ media_attachments: [{ type: 'image' }, { type: 'video' }] }, { kind: 'video' }],
    [{ media_attachments: [{ type: 'gifv' }] }, { kind: 'video' }],
    [{ media_attachments: [], card: {} }, { kind: 'link' }],
    [{ media_attachments: [{ type: 'image' }], card: {} }, { kind: 'photo' }],
    [{ card: null }, {}],
    [
      { favourites_count: 0, replies_count: 0, reblogs_count: 0 },
      { likes: 0, comments: 0, shares: 0 },
    ],
  ])('%j', (more, more1) => expect(first(more)).toEqual({ ...told('21000'), ...more1 }));

  test('of another server: this one’s zeros say nothing', () => {
    const posts = read([status('21000', { favourites_count: 0, replies_count: 0, reblogs_count: 1 }, remote)], far)[0]
      ?.posts;
    expect(posts).toEqual([{ id: '21000', kind: 'text', shares: 1 }]);
  });

  test('has an id, an account and three counts', () => {
    for (const key of ['id', 'account', 'favourites_count', 'replies_count', 'reblogs_count']) {
      const { [key]: _, ...part } = status('21000');
      expect(read([part])[0]?.posts, key).toBeUndefined();
    }
    expect(first({ account: 'ida' })).toBeUndefined();
    expect(first({ reblog: {} })).toBeUndefined();
    expect(first({ reblog: null })).toBeDefined();
  });

  const ids = (...nodes: Json[]) => read(nodes)[0]?.posts?.map(({ id }) => id);
  test('of others, and in answer to others: none of the account’s', () => {
    expect(ids(status('21000', {}, bo))).toBeUndefined();
    expect(ids(status('21000', { in_reply_to_id: '1', in_reply_to_account_id: '8' }))).toBeUndefined();
    expect(ids(status('21000', { in_reply_to_id: '1' }))).toBeUndefined();
    expect(ids(status('21000', { in_reply_to_id: '1', in_reply_to_account_id: '7' }))).toEqual(['21000']);
  });
});

describe('a thread', () => {
  const answer = (id: string, more: JsonObject = {}, account = bo) =>
    status(id, { in_reply_to_id: '21000', in_reply_to_account_id: '7', content: 'Nice', ...more }, account);

  test('what is under the post, and who wrote it', () => {
    const full = { ...bo, avatar: `${HERE}/a.png`, display_name: 'Bo' };
    const more = { created_at: '2026-01-01T10:00:00.000Z', language: 'en' };
    const [reading] = read(
      [status('21000'), answer('31000', more, full), answer('32000', { in_reply_to_id: '31000' }, ida)],
      post,
    );
    expect(reading).toEqual({
      ...said,
      subject,
      profile: fields,
      posts: [told('21000')],
      comments: [
        {
          id: '31000',
          postId: '21000',
          at: '2026-01-01T10:00:00Z',
          author: 'bo@social.example',
          text: 'Nice',
          lang: 'en',
          likes: 3,
          byCreator: false,
        },
        {
          id: '32000',
          postId: '21000',
          author: 'ida@social.example',
          text: 'Nice',
          likes: 3,
          byCreator: true,
          replyTo: '31000',
        },
      ],
      people: [
        {
          handle: 'bo@social.example',
          displayName: 'Bo',
          relation: 'commenter',
          postId: '21000',
          hasAvatar: true,
          followers: 5,
          following: 6,
          posts: 7,
        },
      ],
      postsOrder: 'latest',
    });
  });

  test('is the viewed post’s, which stands there or was asked for', () => {
    const comments = (document: Json, place: Place, url?: string) => read(document, place, url)[0]?.comments?.length;
    expect(comments([answer('31000')], post)).toBeUndefined();
    expect(comments([answer('31000')], post, `${HERE}/api/v1/statuses/21000/context`)).toBe(1);
    expect(comments([answer('31000')], post, `${HERE}/api/v1/statuses/22000/context`)).toBeUndefined();
    expect(comments([status('21000'), answer('31000')], profile)).toBeUndefined();
    expect(comments([status('21000'), status('31000', {}, bo)], post)).toBeUndefined();
    expect(comments([status('21000', { in_reply_to_id: '1' }), answer('31000')], post)).toBe(1);
  });
});

describe('followers', () => {
  const url = `${HERE}/api/v1/accounts/7/followers?limit=40`;
  const fan = { handle: 'bo@social.example', relation: 'follower', followers: 5, following: 6, posts: 7 };

  test('of the id that was asked for', () => {
    expect(read([bo], profile, url)).toEqual([{ ...said, subject: { id: '7' }, people: [fan], peopleOrder: 'newest' }]);
    expect(read([bo, ida], profile, url).at(-1)?.people).toHaveLength(1);
    expect(read([bo], profile, url.replace('followers', 'following'))).toEqual([]);
    expect(read([bo], profile, url.replace('/7/', '/x/'))).toEqual([]);
  });

  test.each<[JsonObject, object]>([
    [{ avatar: `${HERE}/avatars/original/missing.png` }, { hasAvatar: false }],
    [{ avatar: `${HERE}/a.png` }, { hasAvatar: true }],
    [{ avatar: 5 }, {}],
    [
      { note: 'Hi', created_at: '2023-05-01T10:00:00.000Z' },
      { bio: 'Hi', createdAt: '2023-05-01T10:00:00Z' },
    ],
  ])('%j', (more, more1) =>
    expect(read([{ ...bo, ...more }], profile, url)[0]?.people).toEqual([{ ...fan, ...more1 }]),
  );
});

describe('a page', () => {
  const page = (body: string) => documentOf(`<!DOCTYPE html><body>${body}</body>`, `${HERE}/@ida`);
  const show = (body: string, place = profile) => readDocument(page(body), contextOf(place));
  const header = (links: string) => `<div id="mastodon"><div class="account__header">${links}</div></div>`;
  const link = (path: string, text: string, title?: string) =>
    `<a href="${path}"${title === undefined ? '' : ` title="${title}"`}>${text}</a>`;
  const all = `${link('/@ida', '7 posts')}${link('/@ida/followers', '1.2K', '1,234')}${link('/@ida/following', '6')}`;
  const numbers = { followers: 1234, following: 6, posts: 7 };

  test('the header’s links hold the counts', () => {
    const reading = { ...said, via: 'dom', subject: { handle: profile.handle }, profile: numbers };
    expect(show(header(all))).toEqual([reading]);
    expect(show(header(all.replaceAll('/@ida', '/@Ida@social.example')))).toEqual([reading]);
    expect(show(`<div class="public-account-header">${all}</div>`)).toEqual([reading]);
    expect(show(`<script id="initial-state">{}</script>${header(all).replace('id="mastodon"', '')}`)).toEqual([
      reading,
    ]);
    expect(show(header(all).replace('id="mastodon"', ''))).toEqual([]);
    expect(show(header(all), { platform: 'mastodon', kind: 'profile', id: '7' })).toEqual([]);
    expect(show(header(all.replaceAll('/@ida', '/@bo')))).toEqual([]);
    expect(show(`<div id="mastodon">${all}</div>`)).toEqual([]);
  });

  test.each([
    [link('/@ida/followers', '5', 'followers'), undefined],
    [link('/@ida/followers', 'none') + link('/@ida/followers', '5'), 5],
    [link('/@ida/followers', '0'), 0],
    [link('/@ida/followers/x', '5'), undefined],
    [link('http://[', '5'), undefined],
  ])('%s: %j', (links, followers) => expect(show(header(links))[0]?.profile?.followers).toBe(followers));

  test('of another server: its zeros say nothing', () => {
    const links = `${link('/@ida@far.example/followers', '0')}${link('/@ida@far.example/following', '6')}`;
    expect(show(header(links), far)).toEqual([
      { ...said, via: 'dom', subject: { handle: 'ida@far.example' }, profile: { following: 6 }, missing: UNKNOWN },
    ]);
  });

  test('the badge, and the script with the first state', () => {
    expect(anchor(page(header(all)), profile)?.textContent).toBe('1.2K');
    expect(anchor(page(header('')), profile)).toBeNull();
    const texts = inlineTexts(page('<script id="initial-state">{"a":1}</script><script id="other">{}</script>'));
    expect(texts).toEqual([{ via: 'inline', url: `${HERE}/@ida`, name: 'initial-state', text: '{"a":1}' }]);
  });
});
