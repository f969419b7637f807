import { describe, expect, test } from 'vitest';
import { responses } from '../../../extension/.generated/platforms/responses';
import { placeAt } from '../../../extension/platforms/registry';
import { isListed } from '../../../extension/platforms/responses';

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

  test.each([
    ['https://bsky.app/profile/forbes.com', { platform: 'bluesky', kind: 'profile', handle: 'forbes.com' }],
    [
      'https://bsky.app/profile/did:plc:abc/post/3mdd7aj7pgs2x',
      { platform: 'bluesky', kind: 'post', id: 'did:plc:abc', postId: '3mdd7aj7pgs2x' },
    ],
    [
      'https://www.threads.net/@mara.voss/post/DQUEuM_je6s',
      { platform: 'threads', kind: 'post', handle: 'mara.voss', postId: 'DQUEuM_je6s' },
    ],
    ['https://mastodon.social/@Gargron', { platform: 'mastodon', kind: 'profile', handle: 'Gargron@mastodon.social' }],
    [
      'https://mastodon.social/@halcy@icosahedron.website/followers',
      { platform: 'mastodon', kind: 'people', handle: 'halcy@icosahedron.website', tab: 'followers' },
    ],
    [
      'https://www.twitch.tv/somebody/videos',
      { platform: 'twitch', kind: 'profile', handle: 'somebody', tab: 'videos' },
    ],
    ['https://www.facebook.com/bbcnews/', { platform: 'facebook', kind: 'profile', handle: 'bbcnews' }],
    ['https://www.facebook.com/profile.php?id=100064', { platform: 'facebook', kind: 'profile', id: '100064' }],
    [
      'https://www.facebook.com/people/Brot-Haus/61550000000000/',
      { platform: 'facebook', kind: 'profile', id: '61550000000000' },
    ],
    [
      'https://www.facebook.com/p/Brot-Haus-100064000000000/',
      { platform: 'facebook', kind: 'profile', id: '100064000000000' },
    ],
    ['https://de.linkedin.com/in/williamhgates/', { platform: 'linkedin', kind: 'profile', handle: 'williamhgates' }],
    [
      'https://www.reddit.com/user/Scrapfly/submitted/',
      { platform: 'reddit', kind: 'profile', handle: 'Scrapfly', tab: 'submitted' },
    ],
    [
      'https://www.reddit.com/r/a_b/comments/1h7ajw1/x/?sort=new',
      { platform: 'reddit', kind: 'post', postId: '1h7ajw1' },
    ],
    [
      'https://robertreich.substack.com/p/why-not/comments',
      { platform: 'substack', kind: 'post', handle: 'robertreich', postId: 'why-not' },
    ],
    [
      'https://www.linkedin.com/posts/jan-b%C3%A4cker_brot-activity-7123456789012345678-a_bC/?trk=x',
      { platform: 'linkedin', kind: 'post', handle: 'jan-bäcker', postId: '7123456789012345678' },
    ],
    ['https://www.reddit.com/r/wallstreetbets/', { platform: 'reddit', kind: 'profile', handle: 'r/wallstreetbets' }],
    ['https://www.pinterest.de/name_here/', { platform: 'pinterest', kind: 'profile', handle: 'name_here' }],
    ['https://kick.com/ac7ionman', { platform: 'kick', kind: 'profile', handle: 'ac7ionman' }],
    [
      'https://robertreich.substack.com/archive',
      { platform: 'substack', kind: 'profile', handle: 'robertreich', tab: 'archive' },
    ],
    ['https://substack.com/@robertreich', { platform: 'substack', kind: 'profile', handle: 'robertreich' }],
    // Another site that looks like a platform is any other page.
    [
      'https://instagram.com.evil.example/mara.voss/',
      { platform: 'generic', kind: 'profile', alias: 'instagram.com.evil.example/mara.voss' },
    ],
    ['https://evil.example/@mara/', { platform: 'mastodon', kind: 'profile', handle: 'mara@evil.example' }],
  ])('%s', (address, wanted) => expect(place(address)).toEqual(wanted));

  test.each([
    'https://bsky.app/',
    'https://bsky.app/search',
    'https://www.threads.com/search',
    'https://www.twitch.tv/directory',
    'https://www.facebook.com/watch',
    'https://www.facebook.com/marketplace/x',
    'https://www.linkedin.com/feed/',
    'https://www.reddit.com/',
    'https://www.pinterest.com/pin/914862421805086/',
    'https://kick.com/browse',
    'https://substack.com/inbox',
    'https://robertreich.substack.com/p/',
    'https://www.linkedin.com/posts/nobody',
  ])('no account: %s', (address) => expect(place(address)).toBeNull());

  test("the answers on the list are the platforms' own, and no preloads", () => {
    for (const path of responses.flatMap(({ paths }) => [...paths])) expect(path).toMatch(/^\//);
    expect(isListed('https://www.tiktok.com/api/post/item_list/?x=1')).toBe(true);
    expect(isListed('https://www.tiktok.com/api/preload/item_list/?x=1')).toBe(false);
    expect(isListed('https://x.com/i/api/graphql/q/HomeTimeline')).toBe(false);
    expect(isListed('https://mastodon.example/api/v1/accounts/109/statuses')).toBe(true);
    expect(isListed('https://mastodon.example/api/v1/accounts/verify_credentials')).toBe(false);
    expect(isListed('https://www.instagram.com/api/v1/accounts/109/')).toBe(false);
    expect(isListed('https://evilx.com/i/api/graphql/q/UserTweets')).toBe(false);
  });
});
