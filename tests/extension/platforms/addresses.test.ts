import { describe, expect, test } from 'vitest';
import { placeAt } from '../../../extension/platforms/registry';
import { isListed, responseRules } from '../../../extension/platforms/responses';

const place = (address: string) => placeAt(address)?.place ?? null;

describe('addresses', () => {
  test.each([
    ['https://www.instagram.com/mara.voss/', { platform: 'instagram', kind: 'profile', handle: 'mara.voss' }],
    [
      'https://www.instagram.com/mara.voss/reels/?hl=de',
      { platform: 'instagram', kind: 'profile', handle: 'mara.voss', tab: 'reels' },
    ],
    [
      'https://www.instagram.com/mara.voss/followers/',
      { platform: 'instagram', kind: 'people', handle: 'mara.voss', tab: 'followers' },
    ],
    ['https://www.instagram.com/p/CPeC-Eenc8l/', { platform: 'instagram', kind: 'post', postId: 'CPeC-Eenc8l' }],
    [
      'https://www.instagram.com/mara.voss/reel/CPeC-Eenc8l/',
      { platform: 'instagram', kind: 'post', handle: 'mara.voss', postId: 'CPeC-Eenc8l' },
    ],
    ['https://www.instagram.com/reels/CPeC-Eenc8l/', { platform: 'instagram', kind: 'post', postId: 'CPeC-Eenc8l' }],
    ['https://www.tiktok.com/@juno.beats', { platform: 'tiktok', kind: 'profile', handle: 'juno.beats' }],
    [
      'https://www.tiktok.com/@juno.beats/video/7500000000000000003?x=1',
      { platform: 'tiktok', kind: 'post', handle: 'juno.beats', postId: '7500000000000000003' },
    ],
    [
      'https://www.tiktok.com/@juno.beats/photo/7500000000000000003',
      { platform: 'tiktok', kind: 'post', handle: 'juno.beats', postId: '7500000000000000003' },
    ],
    ['https://www.youtube.com/@studionord', { platform: 'youtube', kind: 'profile', handle: 'studionord' }],
    [
      'https://www.youtube.com/@studionord/shorts',
      { platform: 'youtube', kind: 'profile', handle: 'studionord', tab: 'shorts' },
    ],
    ['https://www.youtube.com/@%E3%81%8D%E3%82%85', { platform: 'youtube', kind: 'profile', handle: 'きゅ' }],
    [
      'https://m.youtube.com/channel/UCaaaaaaaaaaaaaaaaaaaaaa/videos',
      { platform: 'youtube', kind: 'profile', id: 'UCaaaaaaaaaaaaaaaaaaaaaa', tab: 'videos' },
    ],
    ['https://www.youtube.com/c/Name', { platform: 'youtube', kind: 'profile', alias: '/c/Name' }],
    ['https://www.youtube.com/watch?v=7PIMiDcwNvc&t=3', { platform: 'youtube', kind: 'post', postId: '7PIMiDcwNvc' }],
    ['https://www.youtube.com/shorts/7PIMiDcwNvc', { platform: 'youtube', kind: 'post', postId: '7PIMiDcwNvc' }],
    ['https://x.com/Ida_writes', { platform: 'x', kind: 'profile', handle: 'Ida_writes' }],
    [
      'https://twitter.com/ida_writes/with_replies',
      { platform: 'x', kind: 'profile', handle: 'ida_writes', tab: 'with_replies' },
    ],
    [
      'https://x.com/ida_writes/verified_followers',
      { platform: 'x', kind: 'people', handle: 'ida_writes', tab: 'verified_followers' },
    ],
    [
      'https://x.com/ida_writes/status/1649191520250245121/photo/1',
      { platform: 'x', kind: 'post', handle: 'ida_writes', postId: '1649191520250245121' },
    ],
  ])('%s', (address, wanted) => expect(place(address)).toEqual(wanted));

  test.each([
    'https://www.instagram.com/',
    'https://www.instagram.com/explore/',
    'https://www.instagram.com/reels/',
    'https://www.instagram.com/direct/inbox/',
    'https://www.instagram.com/accounts/login/',
    'https://www.instagram.com/stories/mara.voss/1/',
    'https://www.instagram.com/p/',
    'https://www.instagram.com/popular/bread/',
    'https://www.instagram.com/legal/terms/',
    'https://www.instagram.com/a b/',
    'https://instagram.com.evil.example/mara.voss/',
    'https://evil.example/instagram.com/mara.voss/',
    'https://help.instagram.com/mara.voss',
    'https://www.tiktok.com/',
    'https://www.tiktok.com/foryou',
    'https://www.tiktok.com/@juno.beats/live',
    'https://www.tiktok.com/tag/x',
    'https://www.tiktok.com/@j',
    'https://www.youtube.com/',
    'https://www.youtube.com/feed/subscriptions',
    'https://www.youtube.com/results?search_query=x',
    'https://www.youtube.com/watch',
    'https://www.youtube.com/watch?v=x',
    'https://music.youtube.com/@studionord',
    'https://www.youtube.com/channel/nope',
    'https://x.com/',
    'https://x.com/home',
    'https://x.com/i/bookmarks',
    'https://x.com/search?q=a',
    'https://x.com/Explore',
    'https://x.com/compose/post',
    'https://x.com/settings/account',
    'https://x.com/ida-writes',
    'https://x.com/a_name_that_is_much_too_long',
    'https://x.com/ida_writes/status/abc',
    'javascript:alert(1)',
    'not an address',
    'file:///etc/passwd',
  ])('no account: %s', (address) => expect(place(address)).toBeNull());

  test("the answers on the list are the platforms' own, and no preloads", () => {
    expect(responseRules.every((rule) => rule.path.startsWith('/'))).toBe(true);
    expect(isListed('https://www.tiktok.com/api/post/item_list/?x=1')).toBe(true);
    expect(isListed('https://www.tiktok.com/api/preload/item_list/?x=1')).toBe(false);
    expect(isListed('https://x.com/i/api/graphql/q/HomeTimeline')).toBe(false);
    expect(isListed('https://evilx.com/i/api/graphql/q/UserTweets')).toBe(false);
  });
});
