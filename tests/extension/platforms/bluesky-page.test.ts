/** Bluesky's rendered page: the header, a feed, a post with its answers, and its JSON-LD. */
import { describe, expect, test } from 'vitest';
import { anchor, readDocument } from '../../../extension/platforms/bluesky/document';
import type { Place, ReadContext } from '../../../extension/reading/place';
import { documentOf } from '../pages/capture';

const now = '2026-01-26T12:00:00Z';
const profile: Place = { platform: 'bluesky', kind: 'profile', handle: 'ida.example' };
const post: Place = { ...profile, kind: 'post', postId: 'bread' };
const said = { platform: 'bluesky', at: now } as const;
const page = (body: string) => documentOf(`<!DOCTYPE html><html><body>${body}</body></html>`, 'https://bsky.app/');
const read = (body: string, place = profile) => {
  const context: ReadContext = { place, now, locale: 'en' };
  return readDocument(page(body), context);
};
const mark = (name: string, inner: string, more = '') => `<b data-testid="${name}" ${more}>${inner}</b>`;

describe('the header', () => {
  const FOLLOWERS = (href: string, more = '') =>
    `<a data-testid="profileHeaderFollowersButton" href="${href}" ${more}>1.2K followers</a>`;
  const own = FOLLOWERS('/profile/Ida.example/followers', 'aria-label="1234 followers"');

  test('with all that it prints', () => {
    const body = `${mark('profileHeaderDisplayName', 'Ida')}${mark('profileHeaderDescription', 'Bread.')}${own}`;
    expect(read(`${body}${mark('profileHeaderFollowsButton', '12 following')}`)).toEqual([
      {
        ...said,
        via: 'dom',
        subject: { handle: 'Ida.example' },
        profile: { displayName: 'Ida', bio: 'Bread.', followers: 1234, following: 12 },
      },
    ]);
    expect(read(FOLLOWERS('/profile/ida.example/followers'))[0]?.profile?.followers).toEqual({ low: 1150, high: 1299 });
  });

  test('is the viewed account’s', () => {
    expect(read(FOLLOWERS('/profile/bo.example/followers'))).toEqual([]);
    expect(read(FOLLOWERS('/ida.example'))).toEqual([]);
    expect(read(own, { platform: 'bluesky', kind: 'profile', id: 'did:plc:ida' })).toEqual([]);
    expect(read(mark('profileHeaderDisplayName', 'Ida'))).toEqual([]);
    expect(anchor(page(own), profile)?.textContent).toBe('1.2K followers');
    expect(anchor(page(''), profile)).toBeNull();
  });
});

const link = (name: string, key: string, age = '3d') => `<a href="/profile/${name}/post/${key}">${age}</a>`;
const item = (inner: string, name = 'ida.example', kind = 'feedItem') =>
  `<div data-testid="${kind}-by-${name}">${inner}</div>`;
const told = {
  id: 'bread',
  url: 'https://bsky.app/profile/ida.example/post/bread',
  at: '2026-01-23T00:00:00Z',
  atStep: 86_400,
};

describe('a feed', () => {
  const posts = (body: string) => read(body)[0]?.posts;
  const first = (inner: string) => posts(item(`${link('ida.example', 'bread')}${inner}`))?.[0];

  test('the account’s own posts, newest first', () => {
    const reading = { ...said, via: 'dom', subject: { handle: 'ida.example' }, posts: [told], postsOrder: 'latest' };
    expect(read(`${item(link('ida.example', 'bread'))}${item(link('bo.example', 'rye'), 'bo.example')}`)).toEqual([
      reading,
    ]);
    expect(read(item(link('ida.example', 'bread')), { platform: 'bluesky', kind: 'profile', id: 'did:x' })).toEqual([]);
    expect(read(item(link('bo.example', 'rye'), 'bo.example'))).toEqual([]);
    expect(posts(item(link('ida.example', 'bread'), 'ida.example', 'postThreadItem'))).toBeUndefined();
    expect(posts(item(link('bo.example', 'rye')))).toBeUndefined();
    expect(posts(item('<a href="/profile/ida.example/post/bread/liked-by">3d</a>'))).toBeUndefined();
    expect(posts(item(link('ida.example', 'bread'), ''))).toBeUndefined();
    expect(posts(item(link('ida.example', 'bread'), 'ida.example', 'xfeedItem'))).toBeUndefined();
  });

  test.each<[string, object]>([
    ['', {}],
    [mark('likeBtn', '', 'aria-label="Like (12 likes)"'), { likes: 12 }],
    [mark('likeBtn', '5', 'aria-label="Like"') + mark('likeCount', '7'), { likes: 7 }],
    [mark('likeBtn', '', 'aria-label="12 likes"') + mark('likeCount', '7'), { likes: 12 }],
    [mark('replyBtn', '', 'aria-label="Reply (4 replies)"'), { comments: 4 }],
    [mark('repostCount', '5'), { shares: 5 }],
    [mark('repostCount-expanded', '5 reposts') + mark('repostCount', '9'), { shares: 5 }],
    [mark('quoteCount-expanded', '6 quotes'), { shares: 6 }],
    [mark('repostCount-expanded', '5 reposts') + mark('quoteCount-expanded', '6 quotes'), { shares: 11 }],
    [mark('likeCount-expanded', '7') + mark('repostCount', '9'), {}],
    [mark('bookmarkCount-expanded', '8 saves'), { saves: 8 }],
    ['<p data-word-wrap="1">Bread</p>', { caption: 'Bread' }],
  ])('%s', (inner, fields) => expect(first(inner)).toEqual({ ...told, ...fields }));

  test.each([
    ['3d', '2026-01-23T00:00:00Z'],
    ['Ida · 3d ', '2026-01-23T00:00:00Z'],
    ['2h', '2026-01-26T09:30:00Z'],
    ['3d x', undefined],
    ['', undefined],
  ])('the age %j', (age, at) => expect(posts(item(link('ida.example', 'bread', age)))?.[0]?.at).toBe(at));

  test.each([
    ['5s', 1],
    ['5m', 60],
    ['5h', 3600],
    ['2w', 604_800],
    ['3mo', 2_629_800],
    ['1y', 31_557_600],
    ['1 y', 31_557_600],
    ['5q', undefined],
  ])('the age %j in steps of %j seconds', (age, step) =>
    expect(posts(item(link('ida.example', 'bread', age)))?.[0]?.atStep).toBe(step),
  );
});

describe('a post and its answers', () => {
  const thread = (inner: string, name = 'ida.example') => item(inner, name, 'postThreadItem');
  const main = thread(`${mark('likeCount-expanded', '7 likes')}<p data-word-wrap="1">Bread</p>`);
  const answer = thread(
    `${link('bo.example', 'a')}<p data-word-wrap="1">Nice</p>${mark('likeCount', '5')}`,
    'bo.example',
  );

  test('the opened one, and what follows it', () => {
    const own = thread(link('ida.example', 'b'));
    expect(read(`${thread(link('cy.example', 'x'), 'cy.example')}${main}${answer}${own}${answer}`, post)).toEqual([
      {
        ...said,
        via: 'dom',
        subject: { handle: 'ida.example', postId: 'bread' },
        posts: [{ id: 'bread', url: told.url, caption: 'Bread' }],
        comments: [
          { id: 'a', author: 'bo.example', text: 'Nice', likes: 5, byCreator: false },
          { id: 'b', author: 'ida.example', byCreator: true },
          { id: 'a', author: 'bo.example', text: 'Nice', likes: 5, byCreator: false },
        ].map((fields) => ({ ...fields, postId: 'bread', at: told.at, atStep: told.atStep })),
        people: [{ handle: 'bo.example', relation: 'commenter', postId: 'bread' }],
      },
    ]);
  });

  test('is the viewed one', () => {
    const expanded = (more: string, name?: string) => thread(`${mark('likeCount-expanded', '7')}${more}`, name);
    expect(read(expanded(link('ida.example', 'bread')), post)).toHaveLength(1);
    expect(read(expanded(link('ida.example', 'rye')), post)).toEqual([]);
    expect(read(expanded('', 'bo.example'), post)).toEqual([]);
    expect(read(thread(link('ida.example', 'bread')), post)).toEqual([]);
    expect(read(main, { ...profile, kind: 'post' })).toEqual([]);
    expect(read(main)).toEqual([]);
  });
});

describe('JSON-LD', () => {
  const ld = (node: object) => `<script type="application/ld+json">${JSON.stringify(node)}</script>`;
  const counter = { interactionType: 'https://schema.org/FollowAction', userInteractionCount: 5 };
  const account = {
    '@type': 'ProfilePage',
    mainEntity: { '@type': 'Person', alternateName: '@ida.example', interactionStatistic: [counter] },
  };
  const posting = {
    '@type': 'SocialMediaPosting',
    url: 'https://bsky.app/profile/ida.example/post/bread',
    author: { '@type': 'Person', alternateName: '@ida.example', url: 'https://bsky.app/profile/ida.example' },
    text: 'Bread',
  };

  test('the account', () => {
    expect(read(ld(account))).toEqual([
      { ...said, via: 'jsonld', subject: { handle: 'ida.example' }, profile: { followers: 5 } },
    ]);
    expect(read(ld(account), { ...profile, handle: 'bo.example' })).toEqual([]);
  });

  const { url: _, ...unplaced } = posting;
  const byLink = { '@type': 'Person', url: 'https://bsky.app/profile/ida.example' };
  test.each<[string, object, Place, boolean]>([
    ['with its address', posting, post, true],
    ['without one', unplaced, post, true],
    ['whose author has a page alone', { ...posting, author: byLink }, post, true],
    ['whose author has none', { ...posting, author: { '@type': 'Person' } }, post, false],
    ['at another address', { ...posting, url: 'https://bsky.app/profile/ida.example/post/rye' }, post, false],
    ['at no post’s address', { ...posting, url: 'https://bsky.app/' }, post, false],
    ['on another account’s page', posting, { ...post, handle: 'bo.example' }, false],
    ['without one, on the account’s page', unplaced, profile, false],
  ])('a post %s', (_, node, place, own) => {
    const [reading] = read(ld(node), place);
    expect(reading?.subject).toEqual(own ? { handle: 'ida.example', postId: 'bread' } : undefined);
    expect(reading?.posts?.map(({ id, url }) => [id, url])).toEqual(own ? [['bread', told.url]] : undefined);
  });
});
