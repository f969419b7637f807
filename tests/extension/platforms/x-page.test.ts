/** X's rendered page: the header, the posts and their buttons, the conversation, and its JSON-LD. */
import { describe, expect, test } from 'vitest';
import { anchor, readDocument } from '../../../extension/platforms/x/document';
import type { Place, ReadContext } from '../../../extension/reading/place';
import type { JsonObject } from '../../../extension/reading/shape';
import { documentOf } from '../pages/capture';

const now = '2026-01-26T12:00:00Z';
const profile: Place = { platform: 'x', kind: 'profile', handle: 'ida' };
const post: Place = { platform: 'x', kind: 'post', handle: 'ida', postId: '21' };
const said = { platform: 'x', at: now } as const;
const page = (body: string) => documentOf(`<!DOCTYPE html><html><body>${body}</body></html>`, 'https://x.com/ida');
const contextOf = (place: Place): ReadContext => ({ place, now, locale: 'en' });
const read = (body: string, place = profile) => readDocument(page(body), contextOf(place));
const column = (inner: string) => `<div data-testid="primaryColumn">${inner}</div>`;
const first = (body: string, place = profile) => read(body, place)[0];

const NAME = '<div data-testid="UserName"><span>Ida</span><span>@ida</span></div>';
const FOLLOWERS = '<a href="/ida/verified_followers">1,234 Followers</a>';

describe('the header', () => {
  const TITLE = '<h2 role="heading">Ida</h2><div>345 posts</div>';
  const header = (inner: string, place = profile) => first(column(inner), place)?.profile;

  test('with all that it prints', () => {
    const bio = '<p data-testid="UserDescription">Bread.</p>';
    expect(read(column(`${TITLE}${NAME}${bio}${FOLLOWERS}<a href="/ida/following">12 Following</a>`))).toEqual([
      {
        ...said,
        via: 'dom',
        subject: { handle: 'ida' },
        profile: { displayName: 'Ida', bio: 'Bread.', followers: 1234, following: 12, posts: 345 },
      },
    ]);
  });

  test('marks, and the number of posts on the tabs that list posts', () => {
    const marked = (mark: string) => header(`<div data-testid="UserName"><span>Ida</span>${mark}</div>`);
    expect(marked('<svg data-testid="icon-verified"></svg>')).toEqual({ displayName: 'Ida', verified: true });
    expect(marked('<svg data-testid="icon-lock"></svg>')).toEqual({ displayName: 'Ida', private: true });
    expect(header(`${NAME}<svg data-testid="icon-verified"></svg><svg data-testid="icon-lock"></svg>`)).toEqual({
      displayName: 'Ida',
    });
    expect(header(`${TITLE}${NAME}`, { ...profile, tab: 'with_replies' })?.posts).toBe(345);
    expect(header(`${TITLE}${NAME}`, { ...profile, tab: 'media' })?.posts).toBeUndefined();
    expect(header(`<h2>Ida</h2><div>345 posts</div>${NAME}`)?.posts).toBeUndefined();
    expect(header(`<h2 role="heading">Ida</h2><div>345 likes</div>${NAME}`)?.posts).toBeUndefined();
  });

  test('is the viewed account’s', () => {
    expect(header(NAME.replace('@ida', '@IDA'))?.displayName).toBe('Ida');
    expect(read(column(NAME.replace('@ida', '@bo')))).toEqual([]);
    expect(header(NAME.replace('@ida', 'x@bo'))?.displayName).toBe('Ida');
    expect(header(NAME.replace('@ida', '@bo!'))?.displayName).toBe('Ida');
    expect(header(NAME.replace('@ida', `@${'b'.repeat(21)}`))?.displayName).toBe('Ida');
    expect(read(column(FOLLOWERS))).toEqual([]);
    expect(read(column(NAME), { platform: 'x', kind: 'profile', id: '7' })).toEqual([]);
    expect(read(NAME)[0]?.profile).toEqual({ displayName: 'Ida' });
    expect(read(`${NAME}${column('')}`)).toEqual([]);
  });

  test.each([
    ['<a href="/ida/followers">1,234</a>', 1234],
    ['<a href="/Ida/verified_followers">1,234</a>', 1234],
    ['<a href="https://x.com/ida/followers">1.2K</a>', { low: 1200, high: 1299 }],
    ['<a href="/ida/followers">none</a><a href="/ida/followers">5</a>', 5],
    ['<a href="/bo/followers">1,234</a>', undefined],
    ['<a href="/ida/x/followers">1,234</a>', undefined],
    ['<a href="/ida/followers_you_follow">1,234</a>', undefined],
    ['<a href="/followers">1,234</a>', undefined],
    ['<a href="http://[/ida/followers">1,234</a>', undefined],
    ['<nav role="tablist"><a href="/ida/followers">1,234</a></nav>', undefined],
  ])('followers of %s: %j', (links, followers) => expect(header(`${NAME}${links}`)?.followers).toEqual(followers));

  test.each([
    ['<a href="/ida/following">12</a>', 12],
    ['<a href="/bo/following">12</a>', undefined],
    ['<a href="/ida/following/x">12</a>', undefined],
    ['<nav role="tablist"><a href="/ida/following">12</a></nav>', undefined],
  ])('following of %s: %j', (links, following) => expect(header(`${NAME}${links}`)?.following).toBe(following));

  test('the badge stands beside the followers', () => {
    expect(anchor(page(column(FOLLOWERS)), profile)?.textContent).toBe('1,234 Followers');
    expect(anchor(page(FOLLOWERS), profile)?.textContent).toBe('1,234 Followers');
    expect(anchor(page(`${FOLLOWERS}${column('')}`), profile)).toBeNull();
  });
});

const STATUS = (name: string, id: string) =>
  `<a href="/${name}/status/${id}"><time datetime="2026-01-05T10:00:00.000Z"></time></a>`;
const article = (inner: string, id = '21', name = 'ida') =>
  `<article data-testid="tweet">${STATUS(name, id)}${inner}</article>`;
const told = { id: '21', url: 'https://x.com/ida/status/21', at: '2026-01-05T10:00:00Z' };

describe('a post', () => {
  const posts = (body: string, place = profile) => first(column(body), place)?.posts;
  const one = (inner: string) => posts(article(inner))?.[0];

  test.each<[string, JsonObject]>([
    ['', {}],
    ['<p data-testid="tweetText" lang="en">Bread</p>', { caption: 'Bread', lang: 'en' }],
    ['<p data-testid="tweetText" lang="en-GB">Bread</p>', { caption: 'Bread' }],
    ['<p data-testid="tweetText" lang="zxx">Bread</p>', { caption: 'Bread' }],
    ['<p data-testid="tweetText">Bread</p>', { caption: 'Bread' }],
    ['<p data-testid="User-Name"><a href="/Ida">Ida</a></p>', {}],
    ['<p data-testid="socialContext">Pinned</p>', { pinned: true }],
    ['<a href="/bo"><p data-testid="socialContext">Bo reposted</p></a>', {}],
    ['<p data-testid="socialContext"><a href="/bo">Bo</a> reposted</p>', {}],
    ['<button data-testid="like">12</button>', { likes: 12 }],
    ['<button data-testid="unlike" aria-label="12 Likes. Liked"></button>', { likes: 12 }],
    ['<button data-testid="reply" aria-label="3 Replies. Reply"></button>', { comments: 3 }],
    ['<button data-testid="retweet">4</button>', { shares: 4 }],
    ['<button data-testid="unretweet">4</button>', { shares: 4 }],
    ['<button data-testid="like">1.2K</button>', { likes: { low: 1200, high: 1299 } }],
    ['<button data-testid="like"></button>', {}],
    ['<a href="/ida/status/21/analytics" aria-label="900 views"></a>', { views: 900 }],
    ['<a href="/ida/status/21/analytics">900</a>', { views: 900 }],
  ])('%s', (inner, fields) => expect(one(inner)).toEqual({ ...told, ...fields }));

  const group = (label: string, inner: string) => `<div role="group" aria-label="${label}">${inner}</div>`;
  const buttons = (reply: string, retweet: string, like: string) =>
    `<b data-testid="reply">${reply}</b><b data-testid="retweet">${retweet}</b><b data-testid="like">${like}</b>`;
  const views = '<a href="/ida/status/21/analytics">900</a>';
  test.each<[string, JsonObject]>([
    [
      group('4 replies, 5 reposts, 6 likes, 7 bookmarks, 900 views', ''),
      { comments: 4, shares: 5, likes: 6, saves: 7, views: 900 },
    ],
    [
      group('4 replies, 5 reposts, 6 likes, 7 bookmarks', buttons('4', '5', '6')),
      { comments: 4, shares: 5, likes: 6, saves: 7 },
    ],
    [
      group('4 replies, 6 likes, 7 bookmarks, 900 views', `${buttons('4', '', '6')}${views}`),
      { comments: 4, shares: 0, likes: 6, saves: 7, views: 900 },
    ],
    [
      group('4 replies, 6 likes, 900 views', `${buttons('4', '', '6')}${views}`),
      { comments: 4, shares: 0, likes: 6, saves: 0, views: 900 },
    ],
    [group('6 likes', buttons('', '', '6')), { comments: 0, shares: 0, likes: 6, saves: 0 }],
    [group('6 likes, 7 bookmarks, 8 more', buttons('', '', '6')), { comments: 0, shares: 0, likes: 6 }],
    [group('6 likes', '<b data-testid="like">6</b>'), { likes: 6 }],
    [group('6 likes', buttons('', '٤ zz', '6')), { comments: 0, likes: 6 }],
    [group('none', buttons('', '', '')), { comments: 0, shares: 0, likes: 0 }],
    [group('about 6.1K likes', buttons('', '', '6')), { comments: 0, shares: 0, likes: 6 }],
    [
      `${group('1 replies, 2 reposts, 3 likes, 4 bookmarks, 5 views', '')}${group('6 likes', buttons('', '', '6'))}`,
      { comments: 0, shares: 0, likes: 6, saves: 0 },
    ],
    [`<div role="group">${buttons('', '', '6')}</div>`, { likes: 6 }],
  ])('%s', (inner, fields) => expect(one(inner)).toEqual({ ...told, ...fields }));

  test.each([
    '<article data-testid="tweet"><a href="/ida/status/21"></a></article>',
    article('', 'x21'),
    article('', '21x'),
    article('', '1'.repeat(26)),
    article('', '21', 'bo'),
    article('<p data-testid="User-Name"><a href="/bo">Bo</a></p>'),
    article('<i data-testid="placementTracking"><b data-testid="impression-pixel"></b></i>'),
    `<article>${STATUS('ida', '21')}</article>`,
  ])('%s is none of the account’s', (body) => expect(posts(body)).toBeUndefined());

  test('an advertisement has its mark in one place', () => {
    expect(
      posts(article('<i data-testid="placementTracking"></i><b data-testid="impression-pixel"></b>')),
    ).toHaveLength(1);
    expect(posts(`<a href="/ida/status/20">x</a>${article('<a href="/bo/status/30">x</a>')}`)?.[0]?.id).toBe('21');
  });

  test('who looks at them, and in what order they stand', () => {
    const seen = (more: string) => {
      const reading = first(`${more}${column(article(''))}`);
      return [reading?.postsOrder, reading?.viewer];
    };
    const [inside, outside] = [{ loggedIn: true }, { loggedIn: false }];
    expect(seen('')).toEqual(['latest', undefined]);
    expect(seen('<a data-testid="SideNav_AccountSwitcher_Button"></a>')).toEqual(['latest', inside]);
    expect(seen('<a data-testid="AppTabBar_Profile_Link"></a>')).toEqual(['latest', inside]);
    expect(seen('<a data-testid="login"></a>')).toEqual(['top', outside]);
    expect(seen('<a data-testid="loginButton"></a>')).toEqual(['top', outside]);
    expect(seen('<a href="/login"></a>')).toEqual(['top', outside]);
    expect(seen('<a href="/login"></a><a data-testid="AppTabBar_Profile_Link"></a>')).toEqual(['latest', inside]);
    expect(first(`<a href="/login"></a>${column('')}`)?.postsOrder).toBeUndefined();
    expect(first(`<a href="/login"></a>${column(article(''))}`, post)?.postsOrder).toBeUndefined();
  });
});

describe('a conversation', () => {
  const under = (body: string) => first(column(body), post);
  const answer = article('<p data-testid="tweetText" lang="en">Nice</p><b data-testid="like">5</b>', '31', 'bo');

  test('the post, and what stands under it until a heading', () => {
    const before = article('', '11', 'cy');
    const reading = under(
      `${before}${article('')}${answer}${article('', '32')}<h2>More</h2>${article('', '41', 'di')}`,
    );
    expect(reading?.posts).toEqual([told]);
    expect(reading?.comments).toEqual([
      {
        id: '31',
        postId: '21',
        at: '2026-01-05T10:00:00Z',
        author: 'bo',
        text: 'Nice',
        lang: 'en',
        likes: 5,
        byCreator: false,
      },
      { id: '32', postId: '21', at: '2026-01-05T10:00:00Z', author: 'ida', byCreator: true },
    ]);
  });

  const ids = (body: string) => under(body)?.comments?.map(({ id }) => id);
  test('what is inside another is no answer, and no heading', () => {
    expect(
      ids(`${article('')}${article(`<h2>x</h2>${article('', '33', 'cy')}`, '31', 'bo')}${article('', '34', 'bo')}`),
    ).toEqual(['31', '34']);
    expect(ids(`<h2>Post</h2>${article('')}${answer}`)).toEqual(['31']);
    expect(ids(`${article('')}<h2>More</h2>${answer}`)).toBeUndefined();
    expect(ids(`${article('').replace(/<time[^>]*><\/time>/, '')}${answer}`)).toBeUndefined();
    expect(ids(`${article('', '22')}${answer}`)).toBeUndefined();
  });
});

describe('JSON-LD', () => {
  const ld = (...nodes: object[]) =>
    nodes.map((node) => `<script type="application/ld+json">${JSON.stringify(node)}</script>`).join('');
  const counter = (type: string, count: number) => ({
    '@type': 'InteractionCounter',
    interactionType: `https://schema.org/${type}`,
    userInteractionCount: count,
  });
  const person = {
    '@type': 'Person',
    additionalName: 'ida',
    identifier: '7',
    name: 'Ida',
    description: 'Bread.',
    interactionStatistic: [counter('FollowAction', 5), counter('SubscribeAction', 6), counter('WriteAction', 7)],
  };
  const profilePage = {
    '@type': 'ProfilePage',
    dateCreated: '2015-02-06T21:09:45.000Z',
    relatedLink: ['https://ida.example/', 'no'],
    mainEntity: person,
  };
  const fields = {
    id: '7',
    displayName: 'Ida',
    bio: 'Bread.',
    links: ['https://ida.example/'],
    followers: 5,
    following: 6,
    posts: 7,
    createdAt: '2015-02-06T21:09:45Z',
  };

  test('the account', () => {
    const reading = { ...said, via: 'jsonld', subject: { handle: 'ida', id: '7' }, profile: fields };
    expect(read(ld(profilePage))).toEqual([reading]);
    expect(read(ld({ '@graph': [profilePage] }))).toEqual([reading]);
    expect(read(ld(profilePage), { platform: 'x', kind: 'profile', id: '7' })).toEqual([reading]);
    expect(read(ld({ ...profilePage, '@type': 'WebPage' }))).toEqual([]);
    expect(read(ld({ ...profilePage, mainEntity: 'ida' }))).toEqual([]);
    expect(read(ld({ ...profilePage, mainEntity: { ...person, additionalName: 'bo' } }))).toEqual([]);
    expect(read(ld(profilePage), post)).toEqual([]);
    const links = Array.from({ length: 25 }, (_, index) => `https://ida.example/${index}`);
    expect(read(ld({ ...profilePage, relatedLink: links }))[0]?.profile?.links).toHaveLength(20);
    expect(read(ld({ ...profilePage, relatedLink: links[0] }))[0]?.profile?.links).toBeUndefined();
  });

  const posting = {
    '@type': 'SocialMediaPosting',
    url: 'https://x.com/ida/status/21',
    author: { '@type': 'Person', additionalName: 'ida', url: 'https://x.com/ida' },
    articleBody: 'Bread',
  };
  test('a post', () => {
    const of = (node: object, place = post) =>
      read(ld(node), place).map((found) => [found.subject, found.posts?.[0]?.url]);
    const own = [[{ handle: 'ida', postId: '21' }, 'https://x.com/ida/status/21']];
    expect(of(posting)).toEqual(own);
    expect(of({ ...posting, author: { '@type': 'Person', name: 'Ida B', url: 'https://x.com/ida' } })).toEqual(own);
    expect(of({ ...posting, author: { '@type': 'Person', name: 'Ida B' } })).toEqual(own);
    expect(of({ ...posting, url: 'https://x.com/bo/status/21', author: { '@type': 'Person', name: 'Ida B' } })).toEqual(
      [],
    );
    expect(of({ ...posting, url: 'https://x.com/ida/status/22' })).toEqual([]);
    expect(of({ ...posting, url: 'https://x.com/ida' }, { platform: 'x', kind: 'post', handle: 'ida' })).toEqual([]);
    expect(of(posting, profile)).toEqual([]);
    expect(read(ld(posting), post)[0]?.posts?.[0]?.id).toBe('21');
  });
});
