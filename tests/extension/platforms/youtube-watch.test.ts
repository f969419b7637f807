/** A video's own page on YouTube: which video it plays, what it prints of it, its owner, and the player's answer. */
import { describe, expect, test } from 'vitest';
import {
  isDetails,
  playedVideo,
  playerReading,
  shortReading,
  watchReading,
  whoseVideo,
} from '../../../extension/platforms/youtube/watch';
import type { PageText, Place, ReadContext } from '../../../extension/reading/place';
import type { Json, JsonObject } from '../../../extension/reading/shape';

const now = '2026-01-26T12:00:00Z';
const [ID, OTHER] = ['film0000001', 'film0000002'];
const [UCA, UCB] = [`UC${'a'.repeat(22)}`, `UC${'b'.repeat(22)}`];
const ida = { browseId: UCA, canonicalBaseUrl: '/@ida' };
const bo = { browseId: UCB, canonicalBaseUrl: '/@bo' };
const post: Place = { platform: 'youtube', kind: 'post', postId: ID };
const page: PageText = { via: 'response', url: 'https://www.youtube.com/youtubei/v1/next', text: '' };
const contextOf = (place: Place): ReadContext => ({ place, now, locale: 'en' });
const said = { platform: 'youtube', via: 'response', at: now } as const;
const text = (simpleText: string) => ({ simpleText });
const video = (videoId: Json) => ({ videoId });

const counts = (more: JsonObject) => ({ viewCount: { numbers: more } });
const primary: JsonObject = {
  title: text('Bread'),
  dateText: text('Jan 2, 2026'),
  ...counts({ viewCount: text('1,234 views'), shortViewCount: text('1.2K views') }),
  videoActions: {},
};
const box: JsonObject = {
  navigationEndpoint: ida,
  subscriberCountText: text('1.23K subscribers'),
  title: text('Ida'),
  badges: [{ style: 'BADGE_STYLE_TYPE_VERIFIED' }],
};
const secondary: JsonObject = { owner: { box }, subscribeButton: {} };
const endpoint = { currentVideoEndpoint: video(ID) };

describe('which video a document is about', () => {
  const part = (...ids: Json[]) => ({ ...primary, videoActions: ids.map(video) });
  test.each<[Json, string | undefined]>([
    [endpoint, ID],
    [{ currentVideoEndpoint: { inner: [video(ID), video(OTHER)] }, part: part(OTHER) }, ID],
    [{ currentVideoEndpoint: {}, part: part(OTHER) }, OTHER],
    [[part(ID)], ID],
    [[part(ID, ID, 5)], ID],
    [[part(ID, OTHER)], undefined],
    [{ a: video(ID), part: part(ID, OTHER) }, undefined],
    [{ a: video(ID), part: primary }, ID],
    [{ a: [video(ID), video(ID)], b: { text: 'x' }, part: primary }, ID],
    [{ a: video(ID), b: video(ID), part: primary }, ID],
    [{ a: video(ID), b: video(OTHER), part: primary }, undefined],
    [{ a: [video(ID), video(OTHER)], part: primary }, undefined],
    [{ a: { ...video(ID), title: 'x' }, part: primary }, undefined],
    [{ a: { ...video(ID), inner: { text: 'x' } }, part: primary }, undefined],
    [{ a: { ...video(ID), inner: text('x') }, part: primary }, undefined],
    [{ a: video(ID) }, undefined],
    [[video(ID), primary], undefined],
    [{ a: video(ID), part: primary, more: primary }, undefined],
    [[part(ID), part(ID)], undefined],
    [{}, undefined],
  ])('%j: %s', (document, id) => expect(playedVideo(document)).toBe(id));

  const [one, two] = [video(ID), video(OTHER)];
  test.each<[JsonObject, 'own' | 'other' | undefined]>([
    [{ viewCount: one, videoActions: {} }, 'own'],
    [{ viewCount: [two, one], videoActions: {} }, 'own'],
    [{ viewCount: two, videoActions: {} }, 'other'],
    [{ viewCount: {}, videoActions: {} }, undefined],
    [{ title: one, dateText: '', videoActions: {} }, 'own'],
    [{ title: two, dateText: '', viewCount: {} }, 'other'],
    [{ title: one, dateText: '' }, undefined],
    [{ title: one, viewCount: {} }, undefined],
    [{ title: one, videoActions: {} }, undefined],
    [{ dateText: one, viewCount: {} }, undefined],
    [{ videoId: ID, channelId: UCA, author: 'Ida', viewCount: '1' }, 'own'],
    [{ videoId: OTHER, channelId: UCA, author: 'Ida', lengthSeconds: '1' }, 'other'],
    [{ videoId: ID, channelId: UCA, author: 'Ida' }, undefined],
    [{ videoId: ID, author: 'Ida', viewCount: '1' }, undefined],
    [{ videoId: ID, channelId: UCA, viewCount: '1' }, undefined],
    [{ channelId: UCA, author: 'Ida', viewCount: '1' }, undefined],
  ])('%j is %s', (node, whose) => {
    expect(whoseVideo(node, ID)).toBe(whose);
    expect(isDetails(node)).toBe('author' in node && whose !== undefined);
  });
});

describe('a watch page', () => {
  const watch = (parts: Json, place = post) => watchReading({ ...endpoint, parts }, page, contextOf(place));
  const first = (more: JsonObject) => watch([{ ...primary, ...more }, secondary])[0]?.posts?.[0];
  const told = {
    id: ID,
    url: `https://www.youtube.com/watch?v=${ID}`,
    at: '2026-01-02T12:00:00Z',
    atStep: 86_400,
    kind: 'video',
    views: 1234,
    caption: 'Bread',
  };
  const profile = { id: UCA, displayName: 'Ida', followers: { low: 1230, high: 1239 }, verified: true };

  test('the video and its owner', () => {
    expect(watch([primary, secondary])).toEqual([
      { ...said, subject: { handle: 'ida', id: UCA, postId: ID }, posts: [told], profile },
    ]);
  });

  test('is about the viewed video', () => {
    expect(watch([primary, secondary], { ...post, postId: OTHER })).toEqual([]);
    expect(watch([primary, secondary], { ...post, kind: 'profile' })).toEqual([]);
    expect(watch([secondary])).toEqual([]);
    expect(watchReading({ parts: [primary] }, page, contextOf({ platform: 'youtube', kind: 'post' }))).toEqual([]);
  });

  const like = (more: JsonObject) => ({ videoActions: { more } });
  const button = (title: string, accessibilityText: string) =>
    like({ accessibilityId: 'id.video.like.button', title, accessibilityText });
  test.each<[JsonObject, object]>([
    [{ title: { runs: [{ text: 'Rye' }] } }, { caption: 'Rye' }],
    [
      { dateText: text('x'), relativeDateText: text('3 days ago') },
      { at: '2026-01-23T00:00:00Z', atStep: 86_400 },
    ],
    [{ relativeDateText: text('3 days ago') }, {}],
    [{ dateText: text('x') }, { at: undefined, atStep: undefined }],
    [counts({ viewCount: text('1,234 views'), isLive: true }), { kind: 'live', views: undefined }],
    [counts({ viewCount: text('1,234 views'), isLive: false }), {}],
    [counts({ viewCount: { runs: [{ text: '12' }] }, shortViewCount: text('1.2K views') }), { views: undefined }],
    [counts({ shortViewCount: text('1.2K views') }), { views: { low: 1200, high: 1299 } }],
    [counts({}), { views: undefined }],
    [button('2.5K', '2,512 likes'), { likes: 2512 }],
    [button('2.5K', '9,000 likes'), { likes: { low: 2500, high: 2599 } }],
    [button('2.5K', 'like'), { likes: { low: 2500, high: 2599 } }],
    [button('2.5K', '2.5K likes'), { likes: { low: 2500, high: 2599 } }],
    [button('2.5K', '2,600 likes'), { likes: 2600 }],
    [button('2.5K', '2,601 likes'), { likes: { low: 2500, high: 2599 } }],
    [button('2.5K', '2,499 likes'), { likes: 2499 }],
    [button('2.5K', '2,498 likes'), { likes: { low: 2500, high: 2599 } }],
    [button('Like', '2,512 likes'), {}],
    [like({ iconName: 'LIKE', title: '12' }), { likes: 12 }],
    [like({ iconName: 'DISLIKE', title: '12' }), {}],
    [
      {
        videoActions: [
          { iconName: 'LIKE', title: '12' },
          { iconName: 'LIKE', title: '13' },
        ],
      },
      { likes: 12 },
    ],
    [like({ defaultIcon: { iconType: 'LIKE' }, defaultText: text('12') }), { likes: 12 }],
    [like({ defaultIcon: { iconType: 'DISLIKE' }, defaultText: text('12') }), {}],
    [
      like({
        defaultIcon: { iconType: 'LIKE' },
        defaultText: { ...text('2.5K'), accessibility: { accessibilityData: { label: '2,512 likes' } } },
        accessibility: { label: '2,513 likes' },
      }),
      { likes: 2512 },
    ],
    [
      like({
        defaultIcon: { iconType: 'LIKE' },
        defaultText: text('2.5K'),
        accessibility: { label: '2,513 likes' },
      }),
      { likes: 2513 },
    ],
  ])('%j', (more, fields) => expect(first(more)).toEqual({ ...told, ...fields }));

  test('for paying members: no post', () => {
    const badges = (style: string) => watch([{ ...primary, badges: [{ style }] }, secondary])[0]?.posts;
    expect(badges('BADGE_STYLE_TYPE_MEMBERS_ONLY')).toBeUndefined();
    expect(badges('BADGE_STYLE_TYPE_LIVE')).toHaveLength(1);
  });

  const info = (number: string) => ({ header: { contextualInfo: { runs: [{ text: number }] } } });
  test.each<[Json, number | undefined]>([
    [{ panelIdentifier: 'engagement-panel-comments-section', ...info('501') }, 501],
    [{ targetId: 'engagement-panel-comments-section', ...info('501') }, 501],
    [{ panelIdentifier: 5, targetId: 'comments-section', ...info('501') }, 501],
    [{ panelIdentifier: 'engagement-panel-ads', ...info('501') }, undefined],
    [[{ targetId: 'comments-section' }, { targetId: 'comments-section', ...info('501') }], 501],
    [[info('9'), { targetId: 'comments-section', ...info('501') }], 501],
    [{ commentCount: text('77'), headerText: {} }, 77],
    [{ commentCount: text('77') }, undefined],
    [{ headerText: text('77') }, undefined],
    [
      [
        { commentCount: text('77'), headerText: {} },
        { targetId: 'comments-section', ...info('501') },
      ],
      501,
    ],
    [
      [
        { commentCount: text('77'), headerText: {} },
        { targetId: 'comments-section', ...info('all') },
      ],
      77,
    ],
  ])('comments of %j: %s', (more, comments) =>
    expect(watch([primary, secondary, more])[0]?.posts?.[0]?.comments).toBe(comments),
  );

  const owned = (more: Json) => watch([primary, more]).map(({ subject, profile: fields }) => [subject, fields])[0];
  test('whose it is', () => {
    const whole = [{ handle: 'ida', id: UCA, postId: ID }, profile];
    for (const name of ['subscribeButton', 'attributedDescription', 'description'])
      expect(owned({ owner: { box }, [name]: {} }), name).toEqual(whole);
    expect(owned({ owner: { box } })).toEqual([{ postId: ID }, undefined]);
    expect(owned({ box, subscribeButton: {} })).toEqual([{ postId: ID }, undefined]);
    const boxed = (more: JsonObject) => owned({ owner: { link: bo, more }, description: {} });
    expect(boxed({ navigationEndpoint: ida })).toEqual([{ handle: 'ida', id: UCA, postId: ID }, { id: UCA }]);
    expect(boxed({ attributedTitle: ida })).toEqual([{ handle: 'ida', id: UCA, postId: ID }, { id: UCA }]);
    expect(boxed({ subscriberCountText: text('12'), link: ida })?.[1]).toEqual({ id: UCA, followers: 12 });
    expect(boxed({ link: ida })).toEqual([{ postId: ID }, undefined]);
    expect(boxed({ navigationEndpoint: {}, subscriberCountText: text('12') })).toEqual([{ postId: ID }, undefined]);
  });

  const both = { attributedTitle: [bo, ida] };
  const described = (more: JsonObject) => ({ factoid: [], ...more });
  test('the description’s header tells which of several channels is the owner', () => {
    const partners = (...more: Json[]) => {
      const [reading] = watch([primary, { owner: both, description: {} }, ...more]);
      return [reading?.subject.handle, reading?.subject.id, reading?.posts?.[0]?.collaborators];
    };
    expect(partners()).toEqual(['bo', UCB, ['ida']]);
    expect(partners(described({ channelNavigationEndpoint: ida }))).toEqual(['ida', UCA, ['bo']]);
    expect(partners(described({ channelNavigationEndpoint: { browseId: UCA } }))).toEqual(['ida', UCA, ['bo']]);
    expect(partners(described({ channel: 'Ida', title: bo, link: ida }))).toEqual(['ida', UCA, ['bo']]);
    expect(partners(described({ channel: 'Ida', link: ida }))).toEqual(['bo', UCB, ['ida']]);
    expect(partners(described({ title: 'Ida', link: ida }))).toEqual(['bo', UCB, ['ida']]);
    expect(partners({ channelNavigationEndpoint: ida })).toEqual(['bo', UCB, ['ida']]);
    expect(partners(described({ channelNavigationEndpoint: ida, link: bo }))).toEqual(['ida', UCA, ['bo']]);
    expect(partners({ factoid: bo, channel: 'Ida', title: '', link: ida })).toEqual(['ida', UCA, ['bo']]);
    const unnamed = { attributedTitle: [ida, { browseId: UCB }] };
    expect(watch([primary, { owner: unnamed, description: {} }])[0]?.posts?.[0]?.collaborators).toEqual([UCB]);
  });

  test('several channels stand in a list with their subscribers', () => {
    const followers = (...items: JsonObject[]) =>
      owned({ owner: { attributedTitle: ida, items }, description: {} })?.[1];
    const item = (channel: JsonObject, subtitle: string) => ({ title: channel, subtitle: text(subtitle) });
    const many = { low: 2860, high: 2869 };
    expect(followers(item(bo, '@bo • 1.1K subscribers'), item(ida, '@ida • 2.86K subscribers'))).toEqual({
      id: UCA,
      followers: many,
    });
    expect(followers(item(ida, '@5 subscribers • 2.86K subscribers'))).toEqual({ id: UCA, followers: many });
    expect(followers(item(ida, 'New • 2.86K subscribers'))).toEqual({ id: UCA, followers: many });
    expect(followers({ title: ida }, item(bo, '@bo • 1.1K subscribers'))).toEqual({ id: UCA });
    expect(followers({ title: ida, subtitle: {} })).toEqual({ id: UCA });
  });
});

describe('a short', () => {
  const description = {
    factoid: [],
    channel: text('Ida'),
    title: text('Bread'),
    publishDate: text('Jan 2, 2026'),
    views: text('1,234 views'),
    link: ida,
  };
  const remarks = { viewCommentsButton: { button: [{ text: {} }, { text: text('77') }] } };
  const document = {
    overlay: { like: { likeCount: 2512, target: video(ID) }, remarks },
    replacementEndpoint: video(ID),
    panels: [description],
  };
  const short = (more: JsonObject, place = post) => shortReading({ ...document, ...more }, page, contextOf(place));
  const told = {
    id: ID,
    url: `https://www.youtube.com/shorts/${ID}`,
    at: '2026-01-02T12:00:00Z',
    atStep: 86_400,
    kind: 'short',
    views: 1234,
    likes: 2512,
    comments: 77,
    caption: 'Bread',
  };

  test('with what its description and its buttons say', () => {
    expect(short({})).toEqual([
      {
        ...said,
        subject: { handle: 'ida', id: UCA, postId: ID },
        posts: [told],
        profile: { id: UCA, displayName: 'Ida' },
      },
    ]);
  });

  const panel = { targetId: 'comments-section', header: { contextualInfo: { runs: [{ text: '501' }] } } };
  const { overlay } = document;
  const old = { defaultIcon: { iconType: 'LIKE' }, defaultText: text('12') };
  test.each<[JsonObject, object]>([
    [{ overlay: { ...overlay, like: { likeCount: 2512 } } }, { likes: undefined }],
    [{ overlay: { ...overlay, like: { likeCount: 'x', target: {} }, old } }, { likes: 12 }],
    [{ overlay: { ...overlay, old } }, {}],
    [{ overlay: { ...overlay, remarks: {} } }, { comments: undefined }],
    [{ overlay: { ...overlay, remarks: { text: text('77') } } }, { comments: undefined }],
    [{ more: panel }, { comments: 501 }],
    [{ panels: [] }, { at: undefined, atStep: undefined, views: undefined, caption: undefined }],
  ])('%j', (more, fields) => expect(short(more)[0]?.posts?.[0]).toEqual({ ...told, ...fields }));

  test('is the viewed one, by where it leads or what its buttons act on', () => {
    const { replacementEndpoint: _, ...rest } = document;
    const byButton = { ...rest, status: 'ok' };
    const of = (whole: JsonObject, place = post) => shortReading(whole, page, contextOf(place)).length;
    expect(of(byButton)).toBe(1);
    expect(of(rest)).toBe(0);
    expect(of({ ...document, replacementEndpoint: video(OTHER) })).toBe(0);
    expect(of({ ...byButton, overlay: { ...overlay, like: { likeCount: 1, target: video(OTHER) } } })).toBe(0);
    expect(of({ ...byButton, overlay: { ...overlay, like: video(ID) } })).toBe(0);
    expect(of(document, { ...post, kind: 'profile' })).toBe(0);
    expect(of({ ...document, ...endpoint })).toBe(0);
    expect(of(document, { platform: 'youtube', kind: 'post' })).toBe(0);
    expect(of({ ...byButton, overlay: {} }, { platform: 'youtube', kind: 'post' })).toBe(0);
  });

  test('names its channel in its controls, where no description stands', () => {
    const [reading] = short({ panels: [], overlay: { ...overlay, link: bo } });
    expect([reading?.subject, reading?.profile]).toEqual([{ handle: 'bo', id: UCB, postId: ID }, { id: UCB }]);
    expect(short({ panels: [] })[0]?.subject).toEqual({ postId: ID });
  });
});

describe('the player’s answer', () => {
  const details = {
    videoId: ID,
    channelId: UCA,
    author: 'Ida',
    title: 'Bread',
    viewCount: '1234',
    lengthSeconds: '62',
  };
  const format = {
    ownerProfileUrl: 'http://www.youtube.com/@ida',
    publishDate: '2026-01-02T10:00:00-08:00',
    uploadDate: '2026-01-01T10:00:00-08:00',
    likeCount: '2512',
  };
  const play = (told: Json, place = post) => playerReading(told, page, contextOf(place));
  const told = {
    id: ID,
    url: `https://www.youtube.com/watch?v=${ID}`,
    at: '2026-01-02T18:00:00Z',
    kind: 'video',
    views: 1234,
    likes: 2512,
    caption: 'Bread',
    durationS: 62,
  };

  test('the exact numbers, and whose video it is', () => {
    expect(play([details, format])).toEqual([
      {
        ...said,
        subject: { handle: 'ida', id: UCA, postId: ID },
        posts: [told],
        profile: { id: UCA, displayName: 'Ida' },
      },
    ]);
    const { ownerProfileUrl: _, ...unnamed } = format;
    expect(play([details, { ...unnamed, externalChannelId: UCA }])[0]?.posts).toEqual([told]);
    expect(play([details, unnamed])[0]?.posts?.[0]?.likes).toBeUndefined();
    expect(play(details)[0]?.subject).toEqual({ id: UCA, postId: ID });
  });

  const paid = { durationMs: '1', text: {}, icon: { iconType: 'MONEY_HAND' } };
  test.each<[JsonObject, JsonObject, Json, object]>([
    [{ isLive: true }, {}, null, { kind: 'live', views: undefined }],
    [{ isLiveContent: true }, {}, null, { kind: 'live' }],
    [{ isLive: false, isLiveContent: false }, {}, null, {}],
    [{}, { isShortsEligible: true }, null, { kind: 'short', url: `https://www.youtube.com/shorts/${ID}` }],
    [
      { isLiveContent: true },
      { isShortsEligible: true },
      null,
      { kind: 'live', url: `https://www.youtube.com/shorts/${ID}` },
    ],
    [{}, { isShortsEligible: false }, null, {}],
    [{}, { publishDate: 'x' }, null, { at: '2026-01-01T18:00:00Z' }],
    [{}, {}, { paidContentOverlayRenderer: {} }, { sponsored: true }],
    [{}, {}, { paidContentOverlayRenderer: null }, {}],
    [{}, {}, paid, { sponsored: true }],
    [{}, {}, { ...paid, icon: { iconType: 'INFO' } }, {}],
    [{}, {}, { durationMs: '1', icon: paid.icon }, {}],
    [{}, {}, { text: {}, icon: paid.icon }, {}],
  ])('%j %j %j', (more, of, mark, fields) =>
    expect(play([{ ...details, ...more }, { ...format, ...of }, mark])[0]?.posts).toEqual([{ ...told, ...fields }]),
  );

  test('is for the viewed video', () => {
    expect(play([details, format], { ...post, kind: 'profile' })).toEqual([]);
    expect(play([{ ...details, videoId: OTHER }, format])).toEqual([]);
    expect(play([{ ...details, videoId: 5 }, format])).toEqual([]);
    expect(play(format)).toEqual([]);
    expect(play(format, { platform: 'youtube', kind: 'post' })).toEqual([]);
  });
});
