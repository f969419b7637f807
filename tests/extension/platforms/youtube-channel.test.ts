/** What YouTube's answers say of a channel: its header in each form, the panel about it, and whose a part of a document is. */
import { describe, expect, test } from 'vitest';
import { aboutOf, headerOf, isAboutOne, whoseChannel } from '../../../extension/platforms/youtube/channel';
import type { Place, ReadContext } from '../../../extension/reading/place';
import type { Json, JsonObject } from '../../../extension/reading/shape';

const [UCA, UCB] = [`UC${'a'.repeat(22)}`, `UC${'b'.repeat(22)}`];
const ida: Place = { platform: 'youtube', kind: 'profile', handle: 'ida' };
const byId: Place = { platform: 'youtube', kind: 'profile', id: UCA };
const contextOf = (place: Place): ReadContext => ({ place, now: '2026-01-26T12:00:00Z', locale: 'en' });
const header = (document: Json, place = ida) => headerOf(document, contextOf(place));
const text = (simpleText: string) => ({ simpleText });
const link = (browseId: string, canonicalBaseUrl: string) => ({ browseId, canonicalBaseUrl });
const ADDRESS = 'http://www.youtube.com/@ida';
const many = { low: 1230, high: 1239 };

const metadata: JsonObject = { externalId: UCA, vanityChannelUrl: ADDRESS, title: 'Ida', description: 'Bread.' };
const rows = (...texts: Json[]) => ({ metadataRows: texts.map((content) => ({ parts: [{ text: content }] })) });
const page: JsonObject = {
  title: {},
  metadata: rows('@ida', '1.23K subscribers', '345 videos'),
  actions: {},
};

describe('a header of today', () => {
  const told = {
    channel: { id: UCA, handle: 'ida' },
    addresses: [ADDRESS],
    profile: { id: UCA, displayName: 'Ida', bio: 'Bread.', followers: many, posts: 345 },
  };

  test('with its rows, whatever its name', () => {
    expect(header([metadata, { pageHeaderViewModel: page }])).toEqual(told);
    expect(header([metadata, { other: page }])).toEqual(told);
    expect(header([metadata, { pageHeaderViewModel: { metadata: page['metadata'] ?? null } }])).toEqual(told);
    const profile = { id: UCA, displayName: 'Ida', bio: 'Bread.' };
    for (const key of ['title', 'metadata', 'actions']) {
      const { [key]: _, ...part } = page;
      expect(header([metadata, part])?.profile, key).toEqual(profile);
    }
    expect(header([metadata, { ...page, metadata: { metadataRows: 'x' } }])?.profile).toEqual(profile);
    expect(header([metadata, { ...page, metadata: {} }, page])?.profile.followers).toEqual(many);
  });

  test.each<[JsonObject, JsonObject]>([
    [{ pageHeaderViewModel: 'x' }, {}],
    [{}, {}],
  ])('%j has none', (other) => expect(header([metadata, other])?.profile.followers).toBeUndefined());

  const of = (metadataPart: Json, more: JsonObject = {}) =>
    header([metadata, { pageHeaderViewModel: { ...page, metadata: metadataPart, ...more } }]);
  test('its rows in any order; a name with digits is no count', () => {
    expect(of(rows('345 videos', '1.23K subscribers', '@ida'))?.profile).toEqual(told.profile);
    expect(of(rows('@12 subscribers', '345 videos'))?.profile.followers).toBeUndefined();
    expect(of(rows('\u2068@7 videos\u2069', '345 videos'))?.profile.posts).toBe(345);
    expect(of(rows({ content: '\u200e@other\u2069' }))?.channel.handle).toBe('other');
    expect(of(rows(' @ida x'))?.channel.handle).toBe('ida');
    expect(of(rows('x @other'))?.channel.handle).toBe('ida');
    expect(of(rows('1.23K subscribers'))?.channel.handle).toBe('ida');
  });

  test('a row that is spoken in a form of its own is the subscribers’, in words that are not known', () => {
    const spoken = (first: JsonObject, second: JsonObject) => of({ metadataRows: [first, second] })?.profile.followers;
    const label = { accessibilityLabel: '1.23 thousand' };
    expect(spoken({ text: '999' }, { text: '1.23K', ...label })).toEqual(many);
    expect(spoken({ text: '1.23K', ...label }, { text: '999', ...label })).toEqual(many);
    expect(spoken({ text: '999' }, { text: '1.23K' })).toBeUndefined();
    expect(spoken({ text: '1.23K', ...label }, { text: '999 subscribers' })).toBe(999);
    expect(spoken({ ...label }, { text: '1.23K' })).toBeUndefined();
  });

  test('its mark and its links', () => {
    const mark = { clientResource: { imageName: 'CHECK_CIRCLE_FILLED' } };
    expect(of({}, { title: mark })?.profile.verified).toBe(true);
    expect(of({}, { more: mark })?.profile.verified).toBeUndefined();
    const links = (...urls: Json[]) => of({}, { attribution: urls.map((url) => ({ url })) })?.profile.links;
    const redirect = 'https://www.youtube.com/redirect';
    expect(links(`${redirect}?a=1&q=https%3A%2F%2Fida.example%2Fa&b=1`, 'https://b.example/', 5)).toEqual([
      'https://ida.example/a',
      'https://b.example/',
    ]);
    expect(links(`${redirect}?q=https%3A%2F%2Fida.example%2F`, 'https://ida.example/')).toEqual([
      'https://ida.example/',
    ]);
    expect(links(`${redirect}?a=1`, 'http://youtube.com/redirect', `${redirect}?q=%`, '/about')).toBeUndefined();
    expect(links('https://ida.example/youtube.com/redirect')).toHaveLength(1);
    expect(links(...Array.from({ length: 25 }, (_, index) => `https://ida.example/${index}`))).toHaveLength(20);
  });
});

describe('the channel’s metadata', () => {
  test.each<[JsonObject, string[] | undefined, string | undefined]>([
    [{ vanityChannelUrl: ADDRESS }, [ADDRESS], 'ida'],
    [{ channelUrl: ADDRESS }, [ADDRESS], 'ida'],
    [{ ownerUrls: [ADDRESS, 5] }, [ADDRESS], 'ida'],
    [{ ownerUrls: ADDRESS }, [], undefined],
    [
      { vanityChannelUrl: 'http://www.youtube.com/c/ida', channelUrl: ADDRESS },
      ['http://www.youtube.com/c/ida', ADDRESS],
      'ida',
    ],
    [{}, undefined, undefined],
  ])('%j', (more, addresses, handle) => {
    const found = header({ externalId: UCA, ...more });
    expect(found?.addresses).toEqual(addresses);
    expect(found?.channel).toEqual(addresses && { id: UCA, handle });
  });

  test.each(['UC', UCA.slice(1), `${UCA}a`, `x${UCA}`, 5])('%s is no id', (externalId) =>
    expect(header({ ...metadata, externalId })).toBeNull(),
  );

  test('one channel or several', () => {
    expect(isAboutOne([metadata, { ...metadata, title: 'x' }])).toBe(true);
    expect(isAboutOne([metadata, { ...metadata, externalId: UCB }])).toBe(false);
    expect(isAboutOne([metadata, { externalId: UCB }])).toBe(true);
    expect(isAboutOne([])).toBe(true);
  });
});

describe('a header until 2024', () => {
  const tabbed: JsonObject = {
    channelId: UCA,
    title: text('Ida'),
    subscriberCountText: text('1.23K subscribers'),
    channelHandleText: text('@ida'),
    videosCountText: { runs: [{ text: '345' }, { text: ' videos' }] },
    badges: [{ style: 'BADGE_STYLE_TYPE_VERIFIED' }],
    headerLinks: { url: 'https://ida.example/' },
    navigationEndpoint: link(UCA, '/c/ida'),
  };
  const profile = {
    id: UCA,
    displayName: 'Ida',
    followers: many,
    posts: 345,
    verified: true,
    links: ['https://ida.example/'],
  };

  test('with all of it', () => {
    expect(header(tabbed)).toEqual({ channel: { id: UCA, handle: 'ida' }, addresses: ['/c/ida'], profile });
    expect(header([tabbed, { ...metadata, title: 'Ida B' }])?.profile).toEqual({
      ...profile,
      displayName: 'Ida B',
      bio: 'Bread.',
    });
    expect(header({ ...tabbed, channelHandleText: null, navigationEndpoint: link(UCA, '/@ida') })?.channel.handle).toBe(
      'ida',
    );
    expect(header({ ...tabbed, navigationEndpoint: link(UCB, '/c/bo') })?.addresses).toEqual([]);
  });

  test('has a name, and one of three rows', () => {
    const named = { channelId: UCA, title: text('Ida') };
    for (const key of ['subscriberCountText', 'channelHandleText', 'videosCountText'])
      expect(header({ ...named, [key]: {} })?.channel.id, key).toBe(UCA);
    expect(header(named)).toBeNull();
    expect(header({ channelId: UCA, subscriberCountText: {} })).toBeNull();
    expect(header({ ...named, channelId: 5, subscriberCountText: {} })).toBeNull();
  });

  test('of several channels: the one that the metadata names, or that leads to the address', () => {
    const bo = { ...tabbed, channelId: UCB, title: text('Bo'), navigationEndpoint: link(UCB, '/@bo') };
    const own = { ...tabbed, navigationEndpoint: link(UCA, '/@ida') };
    expect(header([bo, own])?.profile.displayName).toBe('Ida');
    expect(header([bo, own], { ...ida, handle: 'cy' })?.profile.displayName).toBe('Bo');
    expect(header([bo, { externalId: UCA, channelUrl: ADDRESS }])?.profile).toEqual({ id: UCA });
    const alias: Place = { platform: 'youtube', kind: 'profile', alias: '/c/ida' };
    expect(header([bo, tabbed], alias)?.profile.displayName).toBe('Ida');
    expect(
      header([bo, { ...tabbed, navigationEndpoint: { browseId: UCA, canonicalBaseUrl: 5 } }], alias)?.channel.id,
    ).toBe(UCB);
  });
});

test('a topic’s header', () => {
  const topic: JsonObject = {
    title: text('Bread'),
    subtitle: text('1.23K subscribers'),
    subscribeButton: { channelId: UCA },
  };
  const told = {
    channel: { id: UCA, handle: undefined },
    addresses: [],
    profile: { id: UCA, displayName: 'Bread', followers: many },
  };
  expect(header(topic)).toEqual(told);
  expect(header(topic, byId)).toEqual(told);
  expect(header(topic, { ...byId, id: UCB })).toBeNull();
  expect(header({ ...topic, contents: [] })).toBeNull();
  expect(header({ ...topic, subscribeButton: [{ channelId: 5 }, { channelId: UCA }] })).toEqual(told);
  for (const key of ['title', 'subtitle', 'subscribeButton']) {
    const { [key]: _, ...part } = topic;
    expect(header(part), key).toBeNull();
  }
});

test.each<[JsonObject, Place, 'own' | 'other' | undefined]>([
  [metadata, ida, 'own'],
  [{ externalId: UCA, channelUrl: ADDRESS }, ida, 'own'],
  [{ externalId: UCA, ownerUrls: ['x', ADDRESS] }, ida, 'own'],
  [{ ...metadata, vanityChannelUrl: 'http://www.youtube.com/@bo' }, ida, 'other'],
  [{ externalId: UCA, ownerUrls: ADDRESS }, ida, undefined],
  [{ externalId: UCA, channelUrl: 'x' }, ida, undefined],
  [{ externalId: UCA, channelUrl: 'x' }, byId, 'own'],
  [{ externalId: UCB, channelUrl: 'x' }, byId, 'other'],
  [{ externalId: UCA }, byId, undefined],
  [{ externalId: '', channelUrl: ADDRESS }, ida, undefined],
  [{ externalId: UCA, channelUrl: 'http://www.youtube.com/c/ida' }, { ...ida, handle: '', alias: '/c/ida' }, 'own'],
  [{ joinedDateText: {}, channelId: UCA }, byId, 'own'],
  [{ joinedDateText: {}, channelId: UCB }, byId, 'other'],
  [{ joinedDateText: {}, channelId: UCB }, ida, undefined],
  [{ joinedDateText: {}, canonicalChannelUrl: ADDRESS }, ida, 'own'],
  [{ joinedDateText: {}, canonicalChannelUrl: 'http://www.youtube.com/@bo' }, ida, 'other'],
  [{ joinedDateText: {} }, byId, undefined],
  [{ canonicalChannelUrl: ADDRESS }, ida, undefined],
  [{ channelId: UCA }, byId, undefined],
  [{ key: 'browse_id', value: UCA }, byId, 'own'],
  [{ key: 'browse_id', value: UCB }, byId, 'other'],
  [{ key: 'browse_id', value: UCA }, ida, undefined],
  [{ key: 'other', value: UCB }, byId, undefined],
])('%j on the page of %j: %s', (node, place, whose) => expect(whoseChannel(node, place)).toBe(whose));

describe('the panel about a channel', () => {
  const about: JsonObject = {
    joinedDateText: { content: 'Joined Jan 2, 2020' },
    canonicalChannelUrl: ADDRESS,
    channelId: UCA,
    description: 'Bread.',
    country: 'Norway',
    subscriberCountText: '1.23K subscribers',
    videoCountText: '345 videos',
    viewCountText: '12,345 views',
    links: [{ link: { content: 'ida.example/a' } }, { link: { content: 'x' } }],
  };
  const read = (more: JsonObject = {}) => aboutOf([{ inner: { ...about, ...more } }], contextOf(ida));
  const profile = {
    id: UCA,
    bio: 'Bread.',
    country: 'Norway',
    followers: many,
    posts: 345,
    viewsTotal: 12_345,
    createdAt: '2020-01-02T12:00:00Z',
    links: ['https://ida.example/a'],
  };

  test('all that it says', () => {
    expect(read()).toEqual({ channel: { id: UCA, handle: 'ida' }, addresses: [ADDRESS], profile });
    expect(read({ canonicalChannelUrl: 5 })).toEqual({
      channel: { id: UCA, handle: undefined },
      addresses: [],
      profile,
    });
    expect(read({ channelId: null })?.channel).toEqual({ id: undefined, handle: 'ida' });
    expect(aboutOf(metadata, contextOf(ida))).toBeNull();
  });

  test('its links, 20 at most', () => {
    const many1 = Array.from({ length: 25 }, (_, index) => ({ link: { content: `ida.example/${index}` } }));
    expect(read({ links: many1 })?.profile.links).toHaveLength(20);
    const { links, ...rest } = about;
    expect(aboutOf({ ...rest, primaryLinks: links ?? null }, contextOf(ida))?.profile).toEqual(profile);
    expect(read({ links: [] })?.profile.links).toBeUndefined();
  });
});
