/** YouTube's rendered page: the header of a channel, the cards of its tabs, and the page of a video. */
import { describe, expect, test } from 'vitest';
import { anchor, readDocument } from '../../../extension/platforms/youtube/document';
import type { Place, ReadContext } from '../../../extension/reading/place';
import { documentOf } from '../pages/capture';

const now = '2026-01-26T12:00:00Z';
const UCA = `UC${'a'.repeat(22)}`;
const ID = 'film0000001';
const home: Place = { platform: 'youtube', kind: 'profile', handle: 'ida' };
const videos: Place = { ...home, tab: 'videos' };
const post: Place = { platform: 'youtube', kind: 'post', postId: ID };
const said = { platform: 'youtube', via: 'dom', at: now } as const;
const page = (body: string) =>
  documentOf(`<!DOCTYPE html><html><body>${body}</body></html>`, 'https://www.youtube.com/@ida');
const read = (body: string, place = home) => {
  const context: ReadContext = { place, now, locale: 'en' };
  return readDocument(page(body), context);
};
const many = { low: 1230, high: 1239 };

const row = (...texts: string[]) =>
  `<yt-content-metadata-view-model>${texts.map((text) => `<span>${text}</span>`).join('')}</yt-content-metadata-view-model>`;
const header = (inner: string, tag = 'yt-page-header-renderer') => `<${tag}>${inner}</${tag}>`;
const ROWS = row('@ida', '1.23K subscribers', '345 videos');

describe('a header', () => {
  const told = { displayName: 'Ida', followers: many, posts: 345 };

  test.each(['yt-page-header-renderer', 'yt-page-header-view-model', 'ytd-c4-tabbed-header-renderer'])('%s', (tag) =>
    expect(read(header(`<h1>Ida</h1>${ROWS}`, tag))).toEqual([{ ...said, subject: { handle: 'ida' }, profile: told }]),
  );

  test('in older names, and in any order', () => {
    const older =
      '<i id="channel-handle">@ida</i><i id="videos-count">345 videos</i><i id="subscriber-count">1.23K subscribers</i>';
    for (const id of ['page-header', 'channel-header'])
      expect(read(`<div id="${id}"><h1>Ida</h1>${older}</div>`)[0]?.profile, id).toEqual(told);
    expect(read(`<div id="other"><h1>Ida</h1>${older}</div>`)).toEqual([]);
    expect(read(header(row('345 videos', '1.23K subscribers', '\u200e@Ida\u2069')))[0]?.subject).toEqual({
      handle: 'Ida',
    });
  });

  test('is the viewed channel’s', () => {
    const canonical = `<link rel="canonical" href="https://www.youtube.com/channel/${UCA}">`;
    const byId: Place = { platform: 'youtube', kind: 'profile', id: UCA };
    expect(read(header(ROWS.replace('@ida', '@bo')))).toEqual([]);
    expect(read(header(ROWS.replace('@ida', 'x@ida')))).toEqual([]);
    expect(read(header(ROWS.replace('@ida', '@')))).toEqual([]);
    expect(read(`${canonical}${header(ROWS)}`, byId)[0]?.subject).toEqual({ handle: 'ida', id: UCA });
    expect(read(`${canonical}${header(row('345 videos'))}`, byId)[0]?.subject).toEqual({ id: UCA });
    expect(read(header(ROWS), byId)).toEqual([]);
    expect(read(`${canonical}${header(ROWS)}`, { ...byId, id: `${UCA}b` })).toEqual([]);
    expect(read(`${canonical}${header(ROWS)}`, { platform: 'youtube', kind: 'profile', alias: '/c/ida' })).toEqual([]);
    expect(read(ROWS)).toEqual([]);
  });

  test('is not one that is hidden, nor are its parts', () => {
    const other = header(ROWS.replace('345', '99'));
    expect(read(`<div hidden>${other}</div>${header(ROWS)}`)[0]?.profile?.posts).toBe(345);
    expect(read(`<template>${other}</template>${header(ROWS)}`)[0]?.profile?.posts).toBe(345);
    expect(read(header(`<p hidden>${row('99 videos')}</p>${ROWS}`))[0]?.profile?.posts).toBe(345);
    expect(read(header(row('<span>@ida</span>', '<span>7 videos</span>')))[0]?.profile?.posts).toBe(7);
  });

  test('the badge stands beside the subscribers', () => {
    const at = (body: string, place = home) => anchor(page(body), place)?.textContent;
    expect(at(header(ROWS))).toBe('1.23K subscribers');
    expect(at(header(ROWS.replace('@ida', '@bo')))).toBeUndefined();
    expect(at(header(ROWS.replace('@ida', '@bo')), { platform: 'youtube', kind: 'profile', id: UCA })).toBe(
      '1.23K subscribers',
    );
    expect(at(header(row('1.23K subscribers')))).toBe('1.23K subscribers');
    expect(at('<i id="subscriber-count">5</i>')).toBe('5');
    expect(at(header(row('@ida', 'x')))).toBeUndefined();
    expect(at('<p hidden><i id="subscriber-count">4</i></p><i id="subscriber-count">5</i>')).toBe('5');
  });
});

describe('cards', () => {
  const line = (...texts: string[]) =>
    `<div id="metadata-line">${texts.map((text) => `<span>${text}</span>`).join('')}</div>`;
  const link = `<a href="/watch?v=${ID}"></a>`;
  const card = (inner: string, tag = 'ytd-rich-item-renderer') => `<ytd-browse><${tag}>${inner}</${tag}></ytd-browse>`;
  const posts = (body: string, place = videos) => read(`${header(ROWS)}${body}`, place)[0]?.posts;
  const first = (inner: string) => posts(card(`${link}${inner}`))?.[0];
  const told = { id: ID, url: `https://www.youtube.com/watch?v=${ID}`, kind: 'video' };
  const age = { at: '2026-01-23T00:00:00Z', atStep: 86_400 };

  test.each<[string, object]>([
    ['', {}],
    ['<h3>Bread</h3>', { caption: 'Bread' }],
    ['<b id="video-title">Bread</b>', { caption: 'Bread' }],
    [line('1.2K views', '3 days ago'), { views: { low: 1200, high: 1299 }, ...age }],
    [line('1.2K', '3 days ago'), { views: { low: 1200, high: 1299 }, ...age }],
    [line('1.2K views'), { views: { low: 1200, high: 1299 } }],
    [line('12 watching'), {}],
    [line('3 days ago', '5 views'), { views: 5, ...age }],
    [line('3 days ago'), age],
    [line('<span>1.2K views</span>'), {}],
    [row('Bo', '5 views', '3 days ago'), { views: 5, ...age }],
    ['<p class="shortsLockupViewModelHostMetadataSubhead"><span>5 views</span></p>', { views: 5 }],
  ])('%s', (inner, fields) => expect(first(inner)).toEqual({ ...told, ...fields }));

  test.each([
    '<ytd-channel-name><a href="/x">Bo</a></ytd-channel-name>',
    '<a href="/@bo">Bo</a>',
    `<a href="/channel/${UCA}">Bo</a>`,
    '<ytd-ad-slot-renderer></ytd-ad-slot-renderer>',
  ])('%s makes it another’s', (inner) => expect(first(inner)).toBeUndefined());

  test('a name that is hidden is none', () =>
    expect(first('<ytd-channel-name hidden><a href="/x">Bo</a></ytd-channel-name>')).toEqual(told));

  test('have a link to their video', () => {
    const short = { id: ID, url: `https://www.youtube.com/shorts/${ID}`, kind: 'short' };
    expect(posts(card(`<a href="/shorts/${ID}"></a>`))).toEqual([short]);
    expect(posts(card(`<a href="/watch?a=1"></a>`))).toBeUndefined();
    expect(posts(card('<a href="/watch?v=film"></a>'))).toBeUndefined();
    expect(posts(card(`<a href="/watch?v=${ID}x"></a>`))).toBeUndefined();
    expect(posts(card('<a href="/shorts/"></a>'))).toBeUndefined();
    expect(posts(card('<a href="/playlist?list=x"></a>'))).toBeUndefined();
    expect(posts(card(link, 'ytd-grid-video-renderer'))).toEqual([told]);
    expect(posts(card(link, 'ytd-video-renderer'))).toBeUndefined();
    expect(posts(`<div hidden>${card(link)}</div>`)).toBeUndefined();
    expect(posts(`<ytd-rich-item-renderer>${link}</ytd-rich-item-renderer>`)).toBeUndefined();
  });

  test('of a home tell nothing', () => {
    const order = (place: Place, body = card(link)) => {
      const [reading] = read(`${header(ROWS)}${body}`, place);
      return [reading?.posts?.length, reading?.postsOrder];
    };
    expect(order(videos)).toEqual([1, 'latest']);
    expect(order(videos, '')).toEqual([undefined, undefined]);
    expect(order(home)).toEqual([undefined, undefined]);
    expect(order({ ...home, tab: 'featured' })).toEqual([undefined, undefined]);
  });
});

describe('a video’s page', () => {
  const owner = (href = '/@ida') => `<ytd-video-owner-renderer><a href="${href}">Ida</a></ytd-video-owner-renderer>`;
  const watch = (inner: string, id: string | null = ID) =>
    `<ytd-watch-flexy${id === null ? '' : ` video-id="${id}"`}>${inner}</ytd-watch-flexy>`;
  const told = { id: ID, url: `https://www.youtube.com/watch?v=${ID}` };
  const first = (inner: string) => read(watch(`${owner()}${inner}`), post)[0]?.posts?.[0];

  test.each<[string, object]>([
    ['', {}],
    ['<ytd-watch-metadata><h1>Bread</h1></ytd-watch-metadata>', { caption: 'Bread' }],
    ['<like-button-view-model><button>2.5K</button></like-button-view-model>', { likes: { low: 2500, high: 2599 } }],
    ['<p id="segmented-like-button"><button>12</button></p>', { likes: 12 }],
    ['<p id="segmented-like-button"><button>Like</button></p>', {}],
    ['<ytd-comments-header-renderer><b id="count">77 Comments</b></ytd-comments-header-renderer>', { comments: 77 }],
    ['<ytd-comments-header-renderer><b id="count">Comments</b></ytd-comments-header-renderer>', {}],
    ['<b id="count">77 Comments</b>', {}],
  ])('%s', (inner, fields) => expect(first(inner)).toEqual({ ...told, ...fields }));

  test('whose it is', () => {
    const subjects = (body: string) => read(watch(body), post).map(({ subject }) => subject);
    const own = { handle: 'ida', postId: ID };
    expect(read(watch(`${owner()}<b id="owner-sub-count">1.23K subscribers</b>`), post)).toEqual([
      { ...said, subject: own, posts: [told], profile: { followers: many } },
    ]);
    expect(subjects('<p id="owner"><a href="/@ida">Ida</a></p>')).toEqual([own]);
    expect(subjects(owner(`/channel/${UCA}`))).toEqual([{ id: UCA, postId: ID }]);
    expect(subjects(owner('/c/ida'))).toEqual([]);
    expect(subjects('<a href="/@ida">Ida</a>')).toEqual([]);
    expect(subjects(`<p hidden>${owner('/@bo')}</p>${owner()}`)).toEqual([own]);
  });

  test('is the viewed one', () => {
    expect(read(watch(owner(), 'film0000002'), post)).toEqual([]);
    expect(read(watch(owner(), null), post)).toHaveLength(1);
    expect(read(`<ytd-watch-metadata>${owner()}</ytd-watch-metadata>`, post)).toHaveLength(1);
    expect(read(owner(), post)).toEqual([]);
    expect(read(`<div hidden>${watch(owner())}</div>`, post)).toEqual([]);
    expect(read(watch(owner(), null), { platform: 'youtube', kind: 'post' })).toEqual([]);
  });

  test('the badge stands beside the owner’s subscribers, unless the page still shows another video', () => {
    const at = (body: string) => anchor(page(body), post)?.textContent;
    const count = '<b id="owner-sub-count">5</b>';
    expect(at(watch(count))).toBe('5');
    expect(at(watch(count, 'film0000002'))).toBeUndefined();
    expect(at(count)).toBe('5');
    expect(at('<ytd-video-owner-renderer><b id="subscriber-count">6</b></ytd-video-owner-renderer>')).toBe('6');
    expect(at('<ytm-slim-owner-renderer><b class="subhead">7</b></ytm-slim-owner-renderer>')).toBe('7');
    expect(at('<b class="subhead">7</b>')).toBeUndefined();
  });
});
