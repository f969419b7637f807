import { type PageParts, STRICT_POLICY } from '../make.ts';
import { kilnVideos } from '../sample-rows.ts';
import { printed } from '../shapes.ts';
import { type Look, shell } from '../shells.ts';
import { AT, seconds } from './clock.ts';

export function tiktok(): PageParts {
  const user = {
    id: '7100000000000000123',
    uniqueId: 'kiln.and.clay',
    nickname: 'Kiln & Clay',
    signature: 'Mugs, mostly crooked.',
    createTime: 1609459200,
    verified: false,
    secUid: 'MS4wLjABAAAAinvented',
    privateAccount: false,
    ttSeller: false,
  };
  const stats = {
    followerCount: 183400,
    followingCount: 214,
    heart: 2900000,
    heartCount: 2900000,
    videoCount: 318,
    diggCount: 9120,
    friendCount: 87,
  };
  const statsV2 = {
    followerCount: '183427',
    followingCount: '214',
    heart: '2904518',
    heartCount: '2904518',
    videoCount: '318',
    diggCount: '9120',
    friendCount: '87',
  };
  const items = kilnVideos.map(([id, daysAgo, likes, comments, shares, views, saves, desc, mark]) => ({
    id,
    createTime: seconds(daysAgo),
    desc,
    isAd: false,
    adAuthorization: mark === 'paid',
    isPinnedItem: mark === 'pinned' ? true : undefined,
    author: { id: user.id, uniqueId: user.uniqueId, secUid: user.secUid, verified: false, nickname: user.nickname },
    stats: { diggCount: likes, commentCount: comments, shareCount: shares, playCount: views, collectCount: saves },
    statsV2: {
      diggCount: String(likes),
      commentCount: String(comments),
      shareCount: String(shares),
      playCount: String(views),
      collectCount: String(saves),
      repostCount: '0',
    },
    video: { duration: 24 },
    textExtra: [],
    itemCommentStatus: 0,
    textLanguage: 'en',
  }));
  const asks = [
    {
      via: 'fetch' as const,
      method: 'GET' as const,
      url: `https://www.tiktok.com/api/post/item_list/?aid=1988&count=16&cursor=0&secUid=${user.secUid}`,
      body: JSON.stringify({
        cursor: '1700000000000',
        extra: { now: seconds(0) * 1000 },
        hasMore: true,
        itemList: items,
        statusCode: 0,
        status_code: 0,
      }),
    },
  ];
  const scope = {
    __DEFAULT_SCOPE__: {
      'webapp.user-detail': {
        userInfo: { user, stats, statsV2, itemList: [] },
        shareMeta: { title: 'Kiln & Clay', desc: '' },
        statusCode: 0,
        statusMsg: '',
      },
    },
  };
  const look: Look = {
    platform: 'tiktok',
    handle: user.uniqueId,
    name: user.nickname,
    bio: user.signature,
    followers: { text: '183.4K' },
    following: '214',
    likes: '2.9M',
    tiles: kilnVideos.map(([id, , , , , views, , desc, mark]) => ({
      href: `/@${user.uniqueId}/video/${id}`,
      caption: desc,
      shown: printed(views),
      pinned: mark === 'pinned',
    })),
  };
  const inline = [{ json: scope, attributes: 'id="__UNIVERSAL_DATA_FOR_REHYDRATION__"' }];
  return {
    url: 'https://www.tiktok.com/@kiln.and.clay',
    at: AT,
    asks,
    policy: STRICT_POLICY,
    document: shell({ look, title: 'Kiln & Clay (@kiln.and.clay) | TikTok', lang: 'en', asks, inline }),
  };
}
