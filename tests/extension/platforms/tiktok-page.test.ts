/** TikTok's rendered page, part by part: cards of a grid, a video that is open with its comments, and the page's JSON-LD. */
import { describe, expect, test } from 'vitest';
import { anchor, readDocument } from '../../../extension/platforms/tiktok/document';
import type { Place, ReadContext } from '../../../extension/reading/place';
import { documentOf } from '../pages/capture';

const now = '2026-01-26T12:00:00Z';
/** Made on 2025-11-12. */
const ID = '7571863205253778710';
const at = '2025-11-12T15:36:23Z';
const aged = { at, atStep: 86_400 };
const profile: Place = { platform: 'tiktok', kind: 'profile', handle: 'ida' };
const post: Place = { ...profile, kind: 'post', postId: ID };
const said = { platform: 'tiktok', at: now } as const;
const page = (body: string) =>
  documentOf(`<!DOCTYPE html><html><body>${body}</body></html>`, 'https://www.tiktok.com/@ida');
const read = (body: string, place = profile) => {
  const context: ReadContext = { place, now, locale: 'en' };
  return readDocument(page(body), context);
};
const part = (name: string, inner: string, tag = 'b', more = '') =>
  `<${tag} data-e2e="${name}" ${more}>${inner}</${tag}>`;
const TITLE = part('user-title', 'ida');

describe('the header', () => {
  test('is the viewed account’s', () => {
    const body = (name: string) => `${part('user-title', name)}${part('followers-count', '1.2K')}`;
    expect(read(body('@Ida')).map(({ subject, profile: told }) => [subject, told])).toEqual([
      [{ handle: 'Ida' }, { followers: { low: 1150, high: 1299 } }],
    ]);
    expect(read(body('bo'))).toEqual([]);
    expect(read(part('followers-count', '1.2K'))).toEqual([]);
    const text = (html: string, place = profile) => anchor(page(html), place)?.textContent;
    expect([text(body('Ida')), text(body('bo')), text(part('followers-count', '5')), text('')]).toEqual([
      '1.2K',
      undefined,
      '5',
      undefined,
    ]);
    expect(text(body('bo'), { platform: 'tiktok', kind: 'profile', id: '7' })).toBe('1.2K');
  });

  test.each([
    ['user-link', 'ida.example/a', { links: ['https://ida.example/a'] }],
    ['user-link', 'no link', { links: [] }],
    ['user-subtitle', 'Ida', { displayName: 'Ida' }],
    ['user-bio', 'Bread.', { bio: 'Bread.' }],
    ['following-count', '12', { following: 12 }],
    ['likes-count', '12', { likesTotal: 12 }],
  ])('%s: %s', (name, inner, fields) => expect(read(`${TITLE}${part(name, inner)}`)[0]?.profile).toEqual(fields));

  test('who is looking', () => {
    const viewer = (name: string) => read(`${TITLE}${part('user-bio', 'x')}${part(name, '')}`)[0]?.viewer;
    expect(['top-login-button', 'profile-icon', 'inbox-icon', 'other'].map(viewer)).toEqual([
      { loggedIn: false },
      { loggedIn: true },
      { loggedIn: true },
      undefined,
    ]);
  });
});

describe('cards', () => {
  const card = (inner: string, path = `/@ida/video/${ID}`) =>
    part('user-post-item', `<a href="${path}">x</a>${inner}`, 'div');
  const posts = (body: string) => read(`${TITLE}${body}`)[0]?.posts;
  const told = { id: ID, url: `https://www.tiktok.com/@ida/video/${ID}`, ...aged, kind: 'video' };
  const signed = (sign: string, number = '900') => `<p><svg class="${sign}"></svg>${part('video-views', number)}</p>`;

  test.each<[string, object]>([
    ['', {}],
    [signed('PlayIcon'), { views: 900 }],
    [signed('HeartIcon'), { likes: 900 }],
    [signed('like-Heart Play'), {}],
    [signed('Eye'), {}],
    [signed('play', 'many'), {}],
    [`<svg class="play"></svg><p>${part('video-views', '900')}</p>`, {}],
    [`<p><svg></svg>${part('video-views', '900')}</p>`, {}],
    [part('video-card-badge', 'Pinned'), { pinned: true }],
  ])('%s', (inner, fields) => expect(posts(card(inner))).toEqual([{ ...told, ...fields }]));

  test.each([
    [`/@ida/photo/${ID}`, { ...told, url: `https://www.tiktok.com/@ida/photo/${ID}`, kind: 'photo' }],
    [`https://www.tiktok.com/@Ida/video/${ID}?x`, told],
    [`/@bo/video/${ID}`, undefined],
    ['/@ida/video/1234', undefined],
    [`/@ida/video/x${ID}`, undefined],
    [`/@ida/video/${ID}x`, undefined],
    [`/@ida/video/${'1'.repeat(26)}`, undefined],
    ['/@ida/video/', undefined],
    [`/@ida/live/${ID}`, undefined],
    [`http://[/video/${ID}`, undefined],
  ])('%s', (path, fields) => expect(posts(card('', path))).toEqual(fields && [fields]));

  test('stand in their list, newest first', () => {
    expect(read(`${TITLE}${card('')}`)).toEqual([
      { ...said, via: 'dom', subject: { handle: 'ida' }, posts: [told], postsOrder: 'latest' },
    ]);
    expect(posts(`${part('user-post-item-list', '', 'div')}${card('')}`)).toBeUndefined();
    expect(posts(part('user-post-item-list', card(''), 'div'))).toHaveLength(1);
  });
});

describe('an opened video', () => {
  const link = part('browse-video-link', `https://www.tiktok.com/@ida/video/${ID}`, 'p');
  const likes = part('browse-like-count', '12');
  const frame = (inner: string) => `<main><div>${link}${likes}${inner}</div></main>`;
  const told = { id: ID, url: `https://www.tiktok.com/@ida/video/${ID}`, ...aged, likes: 12 };
  const first = (inner: string) => read(frame(inner), post)[0]?.posts?.[0];

  test.each<[string, object]>([
    ['', {}],
    [part('browse-comment-count', '3'), { comments: 3 }],
    [part('comment-count', '3'), { comments: 3 }],
    [part('browse-comment-count', '3') + part('comment-count', '4'), { comments: 3 }],
    [part('share-count', '3'), { shares: 3 }],
    [part('browse-favorite-count', '3'), { saves: 3 }],
    [part('favorite-count', '3') + part('undefined-count', '4'), { saves: 4 }],
    [part('browse-video-desc', 'Bread') + part('video-desc', 'Rye'), { caption: 'Bread' }],
    [part('video-desc', 'Rye'), { caption: 'Rye' }],
    [part('browse-user-avatar', '', 'a', 'href="/@Ida"'), {}],
    [part('video-author-avatar', '', 'a', 'href="/@ida"'), {}],
  ])('%s', (inner, fields) => expect(first(inner)).toEqual({ ...told, ...fields }));

  test('is the viewed one, of the viewed account', () => {
    expect(read(frame(''), post)).toEqual([
      { ...said, via: 'dom', subject: { handle: 'ida', postId: ID }, posts: [told] },
    ]);
    expect(read(frame(part('browse-user-avatar', '', 'a', 'href="/@bo"')), post)).toEqual([]);
    expect(read(frame(part('video-author-avatar', '', 'a', 'href="/@bo"')), post)).toEqual([]);
    expect(read(frame(''), { ...post, postId: '12345' })).toEqual([]);
    expect(read(frame(''), { ...post, kind: 'profile' })).toEqual([]);
    expect(read(frame(''), { platform: 'tiktok', kind: 'post', postId: ID })).toEqual([]);
    expect(read(frame(''), { platform: 'tiktok', kind: 'post', handle: 'ida' })).toEqual([]);
    expect(read(frame('').replace('12', 'x'), post)).toEqual([]);
  });

  test.each(['browse-video', 'feed-video', 'detail-video'])('is told by its player in %s', (name) => {
    const player = (id: string, box = name) =>
      `<main>${part(box, `<i id="${id}"></i>`, 'div')}${part('like-count', '12')}</main>`;
    expect(read(player(`player-${ID}`), post)[0]?.posts).toEqual([told]);
    expect(read(player(`player-${ID}x`), post)).toEqual([]);
    expect(read(player(`player-${ID}`, 'other-video'), post)).toEqual([]);
  });

  test('nothing of the others beside it', () => {
    const wide = (beside: string) => `<main><section>${frame(part('comment-count', '3'))}</section>${beside}</main>`;
    const comments = (body: string) => read(body, post)[0]?.posts?.[0]?.comments;
    expect(comments(wide(''))).toBe(3);
    expect(comments(wide(part('like-count', '99') + part('browse-comment-count', '88')))).toBe(3);
    expect(read(`<main><div>${link}</div>${likes}${part('like-count', '99')}</main>`, post)).toEqual([]);
    expect(read(`<main><div>${link}${part('user-post-item', '')}</div>${likes}</main>`, post)).toEqual([]);
    expect(read(`${link}${likes}`, post)).toEqual([]);
  });

  const comment = (level: number, id: string, name: string, more = '') =>
    `<div id="${id}"><a href="/@${name}">x</a><div>${part(`comment-level-${level}`, 'Nice', 'p')}</div>${more}</div>`;
  test('its comments, with what answers them and who wrote them', () => {
    const likes5 = part('comment-like-count', '5');
    const body = `${comment(1, '10001', 'bo', `${part('comment-time-1', '3d')}${likes5}`)}${comment(2, '10002', 'Ida')}${comment(2, '10003', 'BO')}${comment(1, '10004', 'cy')}`;
    const [reading] = read(frame(body), post);
    expect(reading?.comments).toEqual([
      {
        id: '10001',
        author: 'bo',
        text: 'Nice',
        likes: 5,
        at: '2026-01-23T00:00:00Z',
        atStep: 86_400,
        byCreator: false,
        postId: ID,
      },
      ...[
        { id: '10002', author: 'Ida', byCreator: true, replyTo: '10001' },
        { id: '10003', author: 'BO', byCreator: false, replyTo: '10001' },
        { id: '10004', author: 'cy', byCreator: false },
      ].map((fields) => ({ ...fields, text: 'Nice', postId: ID })),
    ]);
    expect(reading?.people).toEqual(['BO', 'cy'].map((handle) => ({ handle, relation: 'commenter', postId: ID })));
  });

  test('a number beside a comment is that comment’s, and no other’s', () => {
    const likes5 = part('comment-like-count', '5');
    const of = (body: string) => read(frame(body), post)[0]?.comments?.map((one) => one.likes);
    const boxed = (inner: string) => `<div>${inner}</div>`;
    expect(of(`${boxed(comment(1, '10001', 'bo') + likes5)}${boxed(comment(1, '10002', 'cy'))}`)).toEqual([
      5,
      undefined,
    ]);
    expect(of(boxed(`${comment(1, '10001', 'bo')}${likes5}${comment(2, '10002', 'cy')}`))).toEqual([5, undefined]);
    expect(of(`${comment(1, '10001', 'bo', likes5)}${comment(1, '10002', 'cy')}`)).toEqual([5, undefined]);
  });

  test.each([
    ['3d', '2026-01-23T00:00:00Z'],
    ['1-25', '2026-01-25T12:00:00Z'],
    ['2024-12-31', '2024-12-31T12:00:00Z'],
    ['12-31', undefined],
    ['1-28', undefined],
    ['x', undefined],
  ])('the time %s', (time, when) =>
    expect(read(frame(comment(1, '10001', 'bo', part('comment-time-1', time))), post)[0]?.comments?.[0]?.at).toBe(when),
  );

  test('a comment has an author, and perhaps a number', () => {
    const of = (body: string) => read(frame(body), post)[0]?.comments?.map(({ id, author }) => [id, author]);
    expect(of(comment(1, 'x', 'bo'))).toEqual([[undefined, 'bo']]);
    expect(of(comment(1, '1234', 'bo'))).toEqual([[undefined, 'bo']]);
    expect(of(comment(1, '10001', 'bo').replace('/@bo', '/bo'))).toBeUndefined();
    expect(of(comment(1, '10001', 'bo').replace(/ id="10001"/, ''))).toEqual([[undefined, 'bo']]);
  });
});

describe('JSON-LD', () => {
  const counter = (type: string, count: number) => ({
    interactionType: { '@type': type },
    userInteractionCount: count,
  });
  const person = {
    '@type': 'Person',
    alternateName: 'ida',
    name: 'Ida',
    description: 'Bread.',
    interactionStatistic: [counter('FollowAction', 1234), counter('LikeAction', 4321)],
  };
  const told = { displayName: 'Ida', bio: 'Bread.', followers: 1234, likesTotal: 4321 };
  const of = (mainEntity: unknown, type = 'ProfilePage') =>
    read(`<script type="application/ld+json">${JSON.stringify({ '@type': type, mainEntity })}</script>`);

  test('the account', () => {
    const reading = { ...said, via: 'jsonld', subject: { handle: 'ida' }, profile: told };
    expect(of(person)).toEqual([reading]);
    expect(of({ ...person, disambiguatingDescription: 'verified' })[0]?.profile?.verified).toBe(true);
    expect(of({ ...person, disambiguatingDescription: 'baker' })[0]?.profile?.verified).toBeUndefined();
    expect(of({ ...person, alternateName: undefined, identifier: 'Ida' })[0]?.subject).toEqual({ handle: 'Ida' });
    expect(of({ ...person, alternateName: 'bo', identifier: 'ida' })).toEqual([]);
    expect(of({ ...person, alternateName: undefined })).toEqual([]);
    expect(of('ida')).toEqual([]);
    expect(of(person, 'WebPage')).toEqual([]);
  });
});
