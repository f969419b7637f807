/**
 * Invented accounts, one for each platform that comes with the install, in the shapes in which the platforms answer.
 * Names, texts and numbers are made up. The first is the demo.
 */
import type { Har } from '../replay/har.ts';
import { instagramLook, xLook, youtubeLook } from './looks.ts';
import { makeHar, type PageParts, STRICT_POLICY } from './make.ts';
import { bakerComments, bakerFollowers, bakerPosts, gardenVideos, kilnVideos, tideTweets } from './sample-rows.ts';
import {
  instagramComments,
  instagramFollowers,
  instagramHeaderScript,
  instagramTimeline,
  type Json,
  printed,
  xGraphql,
  youtubeBrowse,
} from './shapes.ts';
import { type Look, shell } from './shells.ts';

/** Values to be read, typed by hand beside the rows. */
export interface Expected {
  handle: string;
  followers: number | { low: number; high: number };
  following?: number;
  postsTotal?: number | { low: number; high: number };
  /** How many posts of the account the snapshot holds. */
  posts: number;
  /** Values of single posts by id. */
  some: Record<
    string,
    { likes?: number; comments?: number; views?: number; at?: string; sponsored?: boolean; pinned?: boolean }
  >;
  comments?: number;
  people?: number;
}

export interface Sample {
  name: string;
  platform: Look['platform'];
  parts(): PageParts;
  expected: Expected;
}

const AT = '2026-11-20T09:00:00Z';
const DAY = 86_400;
const seconds = (daysAgo: number) => Math.round(Date.parse(AT) / 1000 - daysAgo * DAY);
const iso = (daysAgo: number) => new Date(seconds(daysAgo) * 1000).toISOString();

function instagram(): PageParts {
  const user = {
    pk: '50118800217',
    username: 'fernhollow.kitchen',
    full_name: 'Fern Hollow Kitchen',
    biography: 'Bread, broth and a very old stove. Recipes on Sundays.',
    follower_count: 48213,
    following_count: 612,
    media_count: 431,
    is_verified: false,
    is_private: false,
    bio_links: [],
    pronouns: [],
    account_badges: [],
  };
  const nodes: Json[] = bakerPosts.map(([code, daysAgo, kind, likes, comments, caption, mark], index) => ({
    pk: String(3_700_000_000_000_000_000n - BigInt(index) * 1_000_003n),
    id: `${3_700_000_000_000_000_000n - BigInt(index) * 1_000_003n}_${user.pk}`,
    code,
    taken_at: seconds(daysAgo),
    media_type: { photo: 1, video: 2, carousel: 8 }[kind],
    product_type: kind === 'video' ? 'clips' : 'feed',
    like_count: likes,
    comment_count: comments,
    caption: { text: caption, created_at: seconds(daysAgo) },
    usertags: null,
    coauthor_producers: [],
    like_and_view_counts_disabled: false,
    is_paid_partnership: mark === 'paid',
    user: { pk: user.pk, username: user.username, is_verified: false },
  }));
  const commented = [0, 1, 2].map((index) =>
    instagramComments(
      nodes[index],
      user,
      bakerComments
        .filter(([post]) => post === index)
        .map(([, author, text, likes, hours], at) => ({
          pk: String(18_000_000_000_000_000n + BigInt(index * 1000 + at)),
          text,
          created_at: seconds((bakerPosts[index]?.[1] ?? 0) - hours / 24),
          comment_like_count: likes,
          user: { pk: String(9_000_000_000 + at), username: author, is_verified: false },
        })),
    ),
  );
  const followers = instagramFollowers(
    user,
    bakerFollowers.map(([username, full_name, flags], index) => ({
      pk: String(7_000_000_000 + index),
      pk_id: String(7_000_000_000 + index),
      username,
      full_name,
      is_private: flags.includes('private'),
      is_verified: false,
      has_anonymous_profile_picture: flags.includes('nopicture'),
      profile_pic_url: 'data:,',
    })),
  );
  const asks = [...instagramTimeline(nodes, user, 'fetch'), ...commented, followers];
  const inline = [{ json: instagramHeaderScript(user), attributes: 'data-content-len="2048" data-sjs' }];
  const look = instagramLook(user, nodes);
  return {
    url: 'https://www.instagram.com/fernhollow.kitchen/',
    at: AT,
    asks,
    policy: STRICT_POLICY,
    document: shell({
      look,
      title: 'Fern Hollow Kitchen (@fernhollow.kitchen) • Instagram photos and videos',
      lang: 'en',
      asks,
      inline,
    }),
  };
}

function tiktok(): PageParts {
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

function youtube(): PageParts {
  const channel = 'UCinventedGardenShed000A';
  const text = (content: string) => ({ text: { content } });
  const browse = {
    header: {
      pageHeaderRenderer: {
        pageTitle: 'The Garden Shed',
        content: {
          pageHeaderViewModel: {
            title: { dynamicTextViewModel: { text: { content: 'The Garden Shed' } } },
            metadata: {
              contentMetadataViewModel: {
                metadataRows: [
                  { metadataParts: [text('@thegardenshed')] },
                  { metadataParts: [text('92.4K subscribers'), text('268 videos')] },
                ],
                delimiter: '•',
              },
            },
          },
        },
      },
    },
    metadata: {
      channelMetadataRenderer: {
        title: 'The Garden Shed',
        externalId: channel,
        vanityChannelUrl: 'http://www.youtube.com/@thegardenshed',
        description: 'Slow gardening, week by week.',
        isFamilySafe: true,
      },
    },
    contents: {
      twoColumnBrowseResultsRenderer: {
        tabs: [
          {
            tabRenderer: {
              title: 'Videos',
              selected: true,
              endpoint: {
                browseEndpoint: { browseId: channel, canonicalBaseUrl: '/@thegardenshed' },
                commandMetadata: { webCommandMetadata: { url: '/@thegardenshed/videos' } },
              },
              content: {
                richGridRenderer: {
                  contents: gardenVideos.map(([videoId, age, views, length, title]) => ({
                    richItemRenderer: {
                      content: {
                        videoRenderer: {
                          videoId,
                          title: { runs: [{ text: title }] },
                          publishedTimeText: { simpleText: age },
                          lengthText: { simpleText: length },
                          viewCountText: { simpleText: `${views.toLocaleString('en-US')} views` },
                        },
                      },
                    },
                  })),
                },
              },
            },
          },
        ],
      },
    },
  };
  const asks = [youtubeBrowse(channel, 'EgZ2aWRlb3PyBgQKAjoA', JSON.stringify(browse))];
  return {
    url: 'https://www.youtube.com/@thegardenshed/videos',
    at: AT,
    asks,
    policy: STRICT_POLICY,
    document: shell({ look: youtubeLook(browse), title: 'The Garden Shed - YouTube', lang: 'en', asks }),
  };
}

function x(): PageParts {
  const created = (daysAgo: number) =>
    new Date(iso(daysAgo)).toUTCString().replace(/^(\w+), (\d+) (\w+) (\d+) ([\d:]+) GMT$/, '$1 $3 $2 $5 +0000 $4');
  const user = {
    __typename: 'User',
    id: 'VXNlcjoxNTAwMDAwMDAwMDAwMDAwMTIz',
    rest_id: '1500000000000000123',
    core: { created_at: 'Fri Mar 04 10:00:00 +0000 2022', name: 'Tide Tables', screen_name: 'tide_tables_x' },
    relationship_counts: { followers: 21874, following: 389 },
    tweet_counts: { tweets: 3120, media_tweets: 640 },
    action_counts: { favorites_count: 8412 },
    profile_bio: { description: 'Coastal weather, twice a day.' },
    location: { location: '' },
    is_blue_verified: false,
    privacy: { protected: false },
    verification: { verified: false },
    pinned_items: { tweet_ids_str: ['1900000000000000100'] },
  };
  const tweet = ([
    id,
    daysAgo,
    likes,
    replies,
    reposts,
    quotes,
    bookmarks,
    views,
    text,
  ]: (typeof tideTweets)[number]) => ({
    entryId: `tweet-${id}`,
    sortIndex: id,
    content: {
      entryType: 'TimelineTimelineItem',
      __typename: 'TimelineTimelineItem',
      itemContent: {
        itemType: 'TimelineTweet',
        __typename: 'TimelineTweet',
        tweetDisplayType: 'Tweet',
        tweet_results: {
          result: {
            __typename: 'Tweet',
            rest_id: id,
            core: { user_results: { result: user } },
            views: { count: String(views), state: 'EnabledWithCount' },
            source: 'web',
            legacy: {
              created_at: created(daysAgo),
              full_text: text,
              favorite_count: likes,
              reply_count: replies,
              retweet_count: reposts,
              quote_count: quotes,
              bookmark_count: bookmarks,
              lang: 'en',
              id_str: id,
              user_id_str: user.rest_id,
              conversation_id_str: id,
            },
          },
        },
      },
    },
  });
  const [pinned, ...others] = tideTweets.map(tweet);
  const answer = { data: { user: { result: user } } };
  const timeline = {
    data: {
      user: {
        result: {
          __typename: 'User',
          timeline: {
            timeline: {
              instructions: [
                { type: 'TimelineClearCache' },
                { type: 'TimelinePinEntry', entry: pinned },
                { type: 'TimelineAddEntries', entries: others },
              ],
              metadata: {},
            },
          },
        },
      },
    },
  };
  const asks = [
    xGraphql(
      'UserByScreenName',
      'xWw45l6nX7DP2FKRyePXSw',
      { screen_name: user.core.screen_name },
      JSON.stringify(answer),
    ),
    xGraphql('UserTweets', 'E8Wq-_jFSaU7hxVcuOPR9g', { userId: user.rest_id, count: 20 }, JSON.stringify(timeline)),
  ];
  return {
    url: 'https://x.com/tide_tables_x',
    at: AT,
    asks,
    policy: STRICT_POLICY,
    document: shell({ look: xLook(answer, timeline), title: 'Tide Tables (@tide_tables_x) / X', lang: 'en', asks }),
  };
}

export const samples: readonly Sample[] = [
  {
    name: 'sample-instagram',
    platform: 'instagram',
    parts: instagram,
    expected: {
      handle: 'fernhollow.kitchen',
      followers: 48213,
      following: 612,
      postsTotal: 431,
      posts: 26,
      comments: 30,
      people: 24,
      some: {
        DSfernAa01x: { likes: 1284, comments: 41, at: '2026-11-17T21:00:00Z' },
        DSfernAa26x: { likes: 1019, comments: 22 },
        DSfernAa09x: { likes: 742, sponsored: true },
      },
    },
  },
  {
    name: 'sample-tiktok',
    platform: 'tiktok',
    parts: tiktok,
    expected: {
      handle: 'kiln.and.clay',
      followers: 183427,
      following: 214,
      postsTotal: 318,
      posts: 12,
      some: {
        '7570000000000000101': { likes: 9950, comments: 812, pinned: true },
        '7570000000000000112': { likes: 5230, comments: 77 },
        '7570000000000000105': { likes: 4402, sponsored: true },
      },
    },
  },
  {
    name: 'sample-youtube',
    platform: 'youtube',
    parts: youtube,
    expected: {
      handle: 'thegardenshed',
      followers: { low: 92_400, high: 92_499 },
      postsTotal: 268,
      posts: 12,
      some: { gardenShd01: { views: 14_210 }, gardenShd12: { views: 22_087 } },
    },
  },
  {
    name: 'sample-x',
    platform: 'x',
    parts: x,
    expected: {
      handle: 'tide_tables_x',
      followers: 21874,
      following: 389,
      postsTotal: 3120,
      posts: 12,
      some: {
        '1900000000000000100': { likes: 2210, comments: 96, views: 301_450, pinned: true },
        '1990000000000000011': { likes: 118, comments: 4, views: 9_120, at: '2026-11-07T09:00:00Z' },
      },
    },
  },
];

export function sampleHar(sample: Sample): Har {
  return makeHar([sample.parts()]);
}
