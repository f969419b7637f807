/** The videos of a channel's tabs, in each form that a grid has, and the panel about it. */
import { describe, expect, test } from 'vitest';
import { aboutOf } from '../../../extension/platforms/youtube/channel';
import { gridPosts, orderOf } from '../../../extension/platforms/youtube/grid';
import type { Place, ReadContext } from '../../../extension/reading/place';
import type { Json, JsonObject } from '../../../extension/reading/shape';

const owner = { id: `UC${'a'.repeat(22)}`, handle: 'ida' };
const other = { browseId: `UC${'b'.repeat(22)}`, canonicalBaseUrl: '/@bo' };
const own = { browseId: owner.id, canonicalBaseUrl: '/@ida' };
/** @param tab '' is the address without one */
const context = (tab: string) =>
  ({
    place: { platform: 'youtube', kind: 'profile', handle: 'ida', tab: tab || undefined } as Place,
    now: '2026-01-26T12:00:00Z',
    locale: 'en',
  }) as ReadContext;
const text = (simpleText: string) => ({ simpleText });
const grid = (document: Json, tab = 'videos') => gridPosts(document, owner, context(tab));
const first = (node: JsonObject, tab?: string) => grid([node], tab)[0];

const ID = 'film0000001';
const video: JsonObject = { videoId: ID, title: text('Bread'), viewCountText: text('1,234 views') };
const base = { id: ID, url: `https://www.youtube.com/watch?v=${ID}`, kind: 'video', views: 1234, caption: 'Bread' };

describe('a video', () => {
  test.each<[JsonObject, object]>([
    [{}, {}],
    [{ lengthText: text('1:02') }, { durationS: 62 }],
    [{ publishedTimeText: text('13 days ago') }, { at: '2026-01-13T00:00:00Z', atStep: 86_400 }],
    [{ shortViewCountText: text('1.2K views') }, {}],
    [{ viewCountText: { runs: [{ text: '12 watching' }] } }, { views: undefined }],
    [{ thumbnailOverlays: [{ style: 'LIVE' }] }, { kind: 'live', views: undefined }],
    [{ badges: [{ style: 'BADGE_STYLE_TYPE_LIVE_NOW' }] }, { kind: 'live', views: undefined }],
    [{ badges: [{ style: 'BADGE_STYLE_TYPE_SIMPLE' }] }, {}],
    [{ longBylineText: own }, {}],
    [{ ownerText: [own, other] }, { collaborators: ['bo'] }],
    [{ shortBylineText: [own, { browseId: other.browseId }] }, { collaborators: [other.browseId] }],
  ])('%j', (more, fields) => expect(first({ ...video, ...more })).toEqual({ ...base, ...fields }));

  test.each<JsonObject>([
    { videoId: 'film000000' },
    { videoId: 'film00000012' },
    { videoId: 5 },
    { upcomingEventData: {} },
    { longBylineText: other },
    { shortBylineText: other },
    { ownerText: other },
    { authorText: other },
    { sponsorsOnlyBadge: {} },
    { badges: [{ style: 'BADGE_STYLE_TYPE_MEMBERS_ONLY' }] },
    { thumbnailOverlays: [{ style: 'UPCOMING' }] },
    { adSlotMetadata: {} },
    { adSlotRenderer: {} },
    { inFeedAdLayoutRenderer: {} },
    { promotedVideoRenderer: {} },
    { promotedSparklesWebRenderer: {} },
  ])('%j makes it none of the channel’s', (more) => expect(first({ ...video, ...more })).toBeUndefined());

  test('has a title, and views, an age or a length', () => {
    const { title: _, ...untitled } = video;
    expect(first(untitled)).toBeUndefined();
    expect(first({ videoId: ID, title: text('Bread') })).toBeUndefined();
    expect(first({ videoId: ID, title: text('Bread'), lengthText: text('1:02') })?.durationS).toBe(62);
    expect(first({ videoId: ID, title: text('Bread'), publishedTimeText: text('3 days ago') })?.atStep).toBe(86_400);
    const rounded = {
      videoId: ID,
      title: text('Bread'),
      lengthText: text('1:02'),
      shortViewCountText: text('1.2K views'),
    };
    expect(first(rounded)?.views).toEqual({ low: 1200, high: 1299 });
    expect(first({ ...video }, 'streams')?.kind).toBe('live');
  });
});

test('the mobile site’s video, and a short of the older grid', () => {
  const mobile = {
    videoId: ID,
    headline: text('Bread'),
    shortViewCountText: text('1.2K views'),
    lengthText: text('1:02'),
  };
  const { caption } = base;
  const told = { id: ID, url: base.url, kind: 'video', views: { low: 1200, high: 1299 }, caption, durationS: 62 };
  expect(first(mobile)).toEqual(told);
  const { lengthText: _, ...live } = mobile;
  expect(first(live)).toEqual({ id: ID, url: base.url, kind: 'live', caption });
  expect(first({ ...mobile, thumbnailOverlays: [{ style: 'LIVE' }] })).toEqual({
    id: ID,
    url: base.url,
    kind: 'live',
    caption,
    durationS: 62,
  });
  expect(first({ ...mobile, upcomingEventData: {} })).toBeUndefined();
  expect(first({ videoId: ID, headline: text('Bread'), viewCountText: text('1.2K views') })).toEqual({
    id: ID,
    url: `https://www.youtube.com/shorts/${ID}`,
    kind: 'short',
    views: { low: 1200, high: 1299 },
    caption,
  });
  expect(first({ videoId: ID, headline: text('Bread') })).toBeUndefined();
});

test('a short, by what it opens or by its own id', () => {
  const overlayMetadata = { primaryText: { content: 'Bread' }, secondaryText: { content: '1.2K views' } };
  const told = {
    id: ID,
    url: `https://www.youtube.com/shorts/${ID}`,
    kind: 'short',
    views: { low: 1200, high: 1299 },
    caption: 'Bread',
  };
  expect(first({ overlayMetadata, entityId: `shorts-shelf-item-${ID}` }, 'shorts')).toEqual(told);
  expect(first({ overlayMetadata, onTap: { command: { videoId: ID } } }, 'shorts')).toEqual(told);
  expect(first({ overlayMetadata, onTap: { command: { videoId: 'short' } } }, 'shorts')).toBeUndefined();
  expect(first({ overlayMetadata }, 'shorts')).toBeUndefined();
  expect(first({ overlayMetadata: 'x', entityId: ID }, 'shorts')).toBeUndefined();
});

describe('a home', () => {
  const shelf = (more: JsonObject, ...videos: JsonObject[]) => ({ title: text('New'), content: videos, ...more });

  test('shows the channel’s videos where they name it, or stand on a shelf that leads to it', () => {
    expect(grid([shelf({}, video)], 'featured')).toEqual([]);
    expect(grid([shelf({}, { ...video, ownerText: own })], 'featured')).toHaveLength(1);
    expect(grid([shelf({ endpoint: own }, video)], 'featured')).toHaveLength(1);
    expect(grid([shelf({ endpoint: other }, video)], 'featured')).toEqual([]);
    expect(grid([shelf({ endpoint: own }, { ...video, ownerText: other })], 'featured')).toEqual([]);
    expect(grid([video], '')).toEqual([]);
  });

  test('the selected tab tells, before the address', () => {
    const tab = (url: string) => ({ selected: true, title: 'x', endpoint: { url }, content: [video] });
    expect(grid([tab('/@ida/videos')], 'featured')).toHaveLength(1);
    expect(grid([tab('/@ida/videos/')], '')).toHaveLength(1);
    expect(grid([tab('/@ida/featured')], 'videos')).toEqual([]);
    expect(grid([tab('/@ida')], 'videos')).toEqual([]);
  });

  test('orders', () => {
    const posts = (...ages: (string | undefined)[]) =>
      ages.map((at) => ({ id: ID, ...(at ? { at: `2026-01-${at}T00:00:00Z`, atStep: 86_400 } : {}) }));
    const order = (tab: string, ...ages: (string | undefined)[]) => orderOf([], posts(...ages), context(tab));
    expect(order('videos')).toBeUndefined();
    expect(order('', '20')).toBe('home');
    expect(order('videos', '20', '19', undefined, '18')).toBe('latest');
    expect(order('videos', '20', '21')).toBe('latest');
    expect(order('videos', '20', '22')).toBe('top');
  });
});

test('the panel about a channel', () => {
  const links = ['ida.example', 'no link'].map((content) => ({ link: { content } }));
  const about = aboutOf(
    {
      aboutChannelViewModel: {
        description: 'Bread.',
        canonicalChannelUrl: 'http://www.youtube.com/@ida',
        channelId: owner.id,
        subscriberCountText: '1.23K subscribers',
        viewCountText: '5,678 views',
        videoCountText: '90 videos',
        joinedDateText: { content: 'Joined 9 Jul 2013' },
        country: 'Norway',
        links,
      },
    },
    context('about'),
  );
  expect(about).toEqual({
    channel: owner,
    addresses: ['http://www.youtube.com/@ida'],
    profile: {
      id: owner.id,
      bio: 'Bread.',
      country: 'Norway',
      followers: { low: 1230, high: 1239 },
      posts: 90,
      viewsTotal: 5678,
      createdAt: '2013-07-09T12:00:00Z',
      links: ['https://ida.example/'],
    },
  });
  expect(aboutOf({ other: {} }, context('about'))).toBeNull();
});
