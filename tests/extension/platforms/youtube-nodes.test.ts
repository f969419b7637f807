/** The small shapes of YouTube's JSON, each at its edges: texts, channels, badges, lengths and counts. */
import { describe, expect, test } from 'vitest';
import {
  channelAt,
  channelsIn,
  countOf,
  handleIn,
  hasBadge,
  isPlace,
  isVerified,
  namedSubscribers,
  plainViewsOf,
  secondsOf,
  subscribersOf,
  textOf,
  viewsIn,
} from '../../../extension/platforms/youtube/nodes';
import type { Place, ReadContext } from '../../../extension/reading/place';
import type { Json, JsonObject } from '../../../extension/reading/shape';

const context = (locale: string) => ({ locale, now: '2026-01-26T12:00:00Z' }) as ReadContext;
const [en, de] = [context('en'), context('de')];
const id = (sign: string) => `UC${sign.repeat(22)}`;

test.each<[Json | undefined, string | undefined]>([
  ['text', 'text'],
  [{ simpleText: 'one' }, 'one'],
  [{ content: 'two' }, 'two'],
  [{ simpleText: 'one', content: 'two', runs: [{ text: 'three' }] }, 'one'],
  [{ runs: [{ text: 'a' }, { other: 1 }, { text: 'b' }] }, 'ab'],
  [{ runs: [{ text: 5 }] }, undefined],
  [{ runs: [] }, undefined],
  [{ runs: 'text' }, undefined],
  [{ runs: Array.from({ length: 250 }, () => ({ text: 'a' })) }, 'a'.repeat(200)],
  [{ simpleText: 5 }, undefined],
  [['text'], undefined],
  [null, undefined],
  [undefined, undefined],
])('%j says %j', (node, text) => expect(textOf(node)).toBe(text));

describe('counts', () => {
  test('YouTube cuts digits off, and prints short forms where it says so', () => {
    expect(countOf({ simpleText: '1.2K' }, en)).toEqual({ low: 1200, high: 1299 });
    expect(countOf({ simpleText: '12.300' }, de)).toEqual({ low: 12_300, high: 12_399 });
    expect(countOf({ simpleText: '12.300' }, de, false)).toBe(12_300);
    expect(countOf({ simpleText: 'none' }, en)).toBeUndefined();
  });

  test('views, and nothing else', () => {
    expect(viewsIn({ simpleText: '1,234 views' }, en)).toBe(1234);
    expect(viewsIn({ simpleText: 'No views' }, en)).toBe(0);
    expect(viewsIn({ simpleText: '12 waiting' }, en)).toBeUndefined();
    expect(viewsIn({ simpleText: '12 likes' }, en)).toBeUndefined();
    expect(viewsIn({ simpleText: '12.300 Aufrufe' }, de)).toEqual({ low: 12_300, high: 12_399 });
    expect(plainViewsOf({ simpleText: '12.300 Aufrufe' }, de)).toBe(12_300);
    expect(plainViewsOf({ runs: [{ text: '12' }, { text: ' views' }] }, en)).toBeUndefined();
    expect(plainViewsOf('12 views', en)).toBeUndefined();
  });

  test('three digits of subscribers are kept from 1,000 on', () => {
    const of = (text: string, where = en) => subscribersOf({ simpleText: text }, where);
    expect(of('999 subscribers')).toBe(999);
    expect(of('1,000 subscribers')).toEqual({ low: 1000, high: 1009 });
    expect(of('1,001 subscribers')).toBe(1001);
    expect(of('12.300 Abonnenten', de)).toEqual({ low: 12_300, high: 12_399 });
    expect(of('1.23M subscribers')).toEqual({ low: 1_230_000, high: 1_239_999 });
    expect(namedSubscribers('1,230 subscribers', en)).toEqual({ low: 1230, high: 1239 });
    expect(namedSubscribers('1,230 followers', en)).toEqual({ low: 1230, high: 1239 });
    expect(namedSubscribers('1,230 videos', en)).toBeUndefined();
  });
});

describe('channels', () => {
  test('an endpoint of a channel has its id, and its handle where the address has one', () => {
    expect(channelAt({ browseId: id('a'), canonicalBaseUrl: '/@ida' })).toEqual({ id: id('a'), handle: 'ida' });
    expect(channelAt({ browseId: id('a') })).toEqual({ id: id('a'), handle: undefined });
    for (const browseId of ['FEwhat_to_watch', `x${id('a')}`, `${id('a')}x`, 5, null])
      expect(channelAt({ browseId, canonicalBaseUrl: '/@ida' })).toBeNull();
  });

  test.each<[Json | undefined, string | undefined]>([
    ['/@ida', 'ida'],
    ['http://www.youtube.com/@ida/videos', 'ida'],
    ['/@ida?x', 'ida'],
    ['/@ida#x', 'ida'],
    ['/@%E3%81%8D%E3%82%85', 'きゅ'],
    ['/@%ZZ', '%ZZ'],
    ['/@i', undefined],
    [`/@${'a'.repeat(61)}`, 'a'.repeat(60)],
    ['/c/ida', undefined],
    ['https://evil.example/@ida', undefined],
    [5, undefined],
    [undefined, undefined],
  ])('the handle in %j is %j', (value, handle) => expect(handleIn(value)).toBe(handle));

  test('those that a node links to: each once, in order, with the handle that any link gives', () => {
    const link = (sign: string, base?: string): JsonObject => ({
      browseId: id(sign),
      ...(base ? { canonicalBaseUrl: base } : {}),
    });
    expect(channelsIn([link('a'), { inner: link('b', '/@bo') }, link('a', '/@ida'), link('b', '/@other')])).toEqual([
      { id: id('a'), handle: 'ida' },
      { id: id('b'), handle: 'bo' },
    ]);
    expect(channelsIn(undefined)).toEqual([]);
  });

  const place = (of: Partial<Place>) => ({ platform: 'youtube', kind: 'profile', ...of }) as Place;
  test.each<[Partial<Place>, { id?: string; handle?: string }, string[], boolean]>([
    [{ handle: 'ida', id: '1' }, { handle: 'IDA', id: '2' }, [], true],
    [{ handle: 'ida', id: '1' }, { handle: 'bo', id: '1' }, [], false],
    [{ id: '1' }, { handle: 'bo', id: '1' }, [], true],
    [{ id: '1' }, { id: '2' }, [], false],
    [{ id: '1', alias: '/c/ida' }, { id: '2' }, ['/c/ida'], false],
    [{ alias: '/c/Ida' }, { id: '2' }, ['https://www.youtube.com/c/ida'], true],
    [{ alias: '/c/ida' }, { id: '2' }, ['http://m.youtube.com/c/ida/videos'], true],
    [{ alias: '/c/ida' }, { id: '2' }, ['https://youtube.com/c/ida'], true],
    [{ alias: '/c/ida' }, { id: '2' }, ['/c/idalia', '/c/ida'], true],
    [{ alias: '/c/ida' }, { id: '2' }, ['/c/idalia'], false],
    [{ alias: '/c/ida' }, { id: '2' }, ['https://evil.example/c/ida'], false],
    [{ alias: '/c/ida' }, { id: '2' }, [], false],
    [{ handle: 'ida' }, { id: '2' }, ['/c/ida'], false],
  ])('%j is %j with %j: %s', (viewed, channel, addresses, is) =>
    expect(isPlace(place(viewed), { id: undefined, handle: undefined, ...channel }, addresses)).toBe(is),
  );
});

test('badges, by either way to write their style', () => {
  expect(hasBadge({ a: [{ badgeStyle: 'THUMBNAIL_OVERLAY_BADGE_STYLE_LIVE' }] }, 'LIVE')).toBe(true);
  expect(hasBadge({ style: 'BADGE_STYLE_TYPE_MEMBERS_ONLY' }, 'MEMBERS_ONLY')).toBe(true);
  expect(hasBadge({ style: 'UPCOMING' }, 'UPCOMING')).toBe(true);
  expect(hasBadge({ style: 'LIVE_TYPE_NONE' }, 'LIVE')).toBe(false);
  expect(hasBadge({ text: 'LIVE' }, 'LIVE')).toBe(false);
  expect(hasBadge(undefined, 'LIVE')).toBe(false);
});

test.each<[Json | undefined, true | undefined]>([
  [{ style: 'BADGE_STYLE_TYPE_VERIFIED' }, true],
  [[{ style: 'BADGE_STYLE_TYPE_VERIFIED_ARTIST' }, { style: 'OTHER' }], true],
  [{ source: { clientResource: { imageName: 'CHECK_CIRCLE_FILLED' } } }, true],
  [{ source: { clientResource: { imageName: 'AUDIO_BADGE' } } }, true],
  [{ source: { clientResource: { imageName: 'MUSIC' } } }, undefined],
  [{ style: 'BADGE_STYLE_TYPE_SIMPLE' }, undefined],
  [undefined, undefined],
])('the mark in %j: %s', (node, verified) => expect(isVerified(node)).toBe(verified));

test.each([
  ['1:02:03', 3723],
  ['100:00:00', 360_000],
  ['12:34', 754],
  [' 0:07 ', 7],
  ['1000:00:00', undefined],
  ['123:45', undefined],
  ['1:2', undefined],
  ['1:234', undefined],
  ['at 1:02', undefined],
  ['1:02 long', undefined],
  [undefined, undefined],
])('%j lasts %j s', (text, seconds) => expect(secondsOf(text)).toBe(seconds));
