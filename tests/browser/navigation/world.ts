/**
 * Five invented accounts on each of the four platforms. The numbers of each are seven times those of the one before: a number
 * that is drawn tells whose it is.
 */
import { instagramLook, xLook, youtubeLook } from '../har/looks.ts';
import type { Ask } from '../har/make.ts';
import {
  instagramHeaderScript,
  instagramTimeline,
  type Json,
  printed,
  xGraphql,
  youtubeBrowse,
} from '../har/shapes.ts';
import type { Look } from '../har/shells.ts';

export const AT = '2026-11-20T09:00:00Z';
const ACCOUNTS = 5;
const POSTS = 12;
const FOLLOWERS = 200_000;

export interface Account {
  handle: string;
  /** Addresses of its pages: path and query. */
  paths: readonly string[];
  /** What its pages ask for: first the header, then the posts. */
  asks: readonly Ask[];
  look: Look;
  /** Likes and comments of its posts: the least and the greatest. */
  band: { low: number; high: number };
  /** How often a post is seen for each like; 0 where no views are shown. */
  viewsALike: number;
  inline?: { json: unknown; attributes: string };
}

export interface World {
  platform: Look['platform'];
  origin: string;
  accounts: readonly Account[];
  /** Pages of nobody's. */
  others: readonly string[];
}

const seconds = (daysAgo: number) => Math.round(Date.parse(AT) / 1000 - daysAgo * 86_400);
const base = (account: number) => 40 * 7 ** account;
/** Values a little above the account's base, never the same twice in a row. */
const value = (account: number, post: number) => Math.round(base(account) * (1 + ((post * 7) % 12) / 48));
const posts = Array.from({ length: POSTS }, (_, index) => index);
const two = (number: number) => String(number).padStart(2, '0');
const letters = ['alder', 'birch', 'cedar', 'dogwood', 'elm'];
const band = (account: number) => ({ low: base(account), high: value(account, 11) * 1.25 });

function instagram(index: number): Account {
  const handle = `${letters[index]}.pottery`;
  const user = {
    pk: `5011880000${index}`,
    username: handle,
    full_name: `${letters[index]} pottery`,
    biography: 'Pots.',
    follower_count: FOLLOWERS + index,
    following_count: 100 + index,
    media_count: 300 + index,
    is_verified: false,
    is_private: false,
  };
  const nodes: Json[] = posts.map((post) => ({
    pk: `37000000000000${index}0${two(post)}`,
    code: `DSnav${index}Aa${two(post)}x`,
    taken_at: seconds(3 + post * 4),
    media_type: 1,
    product_type: 'feed',
    like_count: value(index, post),
    comment_count: Math.round(value(index, post) / 40),
    caption: { text: `Pot ${post}` },
    like_and_view_counts_disabled: false,
    user: { pk: user.pk, username: handle },
  }));
  const header: Ask = {
    via: 'xhr',
    method: 'GET',
    url: `https://www.instagram.com/api/v1/users/${user.pk}/info/`,
    body: JSON.stringify({ user, status: 'ok' }),
  };
  return {
    handle,
    paths: [`/${handle}/`, `/${handle}/reels/`, `/${handle}/?hl=en`],
    asks: [header, ...instagramTimeline(nodes, user, 'fetch')],
    look: instagramLook(user, nodes),
    band: band(index),
    viewsALike: 0,
    inline: { json: instagramHeaderScript(user), attributes: 'data-sjs' },
  };
}

function tiktok(index: number): Account {
  const handle = `${letters[index]}.kiln`;
  const user = {
    id: `710000000000000000${index}`,
    uniqueId: handle,
    nickname: `${letters[index]} kiln`,
    signature: 'Kilns.',
    createTime: 1609459200,
    verified: false,
    secUid: `MS4wLjABAAAAinvented${index}`,
    privateAccount: false,
  };
  const count = {
    followerCount: FOLLOWERS + index,
    followingCount: 90 + index,
    heartCount: base(index) * 30,
    videoCount: 60,
  };
  const texts = (numbers: Record<string, number>) =>
    Object.fromEntries(Object.entries(numbers).map(([key, number]) => [key, String(number)]));
  const items = posts.map((post) => {
    const stats = {
      diggCount: value(index, post),
      commentCount: Math.round(value(index, post) / 40),
      shareCount: 3,
      playCount: value(index, post) * 20,
      collectCount: 2,
    };
    return {
      id: `75${index}00000000000000${two(post)}`,
      createTime: seconds(3 + post * 4),
      desc: `Firing ${post}`,
      author: { id: user.id, uniqueId: handle, secUid: user.secUid },
      stats,
      statsV2: texts(stats),
      video: { duration: 24 },
    };
  });
  const info = { userInfo: { user, stats: count, statsV2: texts(count), itemList: [] }, statusCode: 0 };
  return {
    handle,
    paths: [`/@${handle}`, `/@${handle}?lang=en`, `/@${handle}/video/${items[0]?.id}`],
    asks: [
      {
        via: 'fetch',
        method: 'GET',
        url: `https://www.tiktok.com/api/user/detail/?uniqueId=${handle}`,
        body: JSON.stringify(info),
      },
      {
        via: 'fetch',
        method: 'GET',
        url: `https://www.tiktok.com/api/post/item_list/?secUid=${user.secUid}&count=16&cursor=0`,
        body: JSON.stringify({ itemList: items, hasMore: false, statusCode: 0 }),
      },
    ],
    look: {
      platform: 'tiktok',
      handle,
      name: user.nickname,
      bio: user.signature,
      followers: { text: printed(count.followerCount) },
      following: String(count.followingCount),
      likes: printed(count.heartCount),
      tiles: items.map(({ id, desc }) => ({ href: `/@${handle}/video/${id}`, caption: desc })),
    },
    band: band(index),
    viewsALike: 20,
    inline: {
      json: { __DEFAULT_SCOPE__: { 'webapp.user-detail': info } },
      attributes: 'id="__UNIVERSAL_DATA_FOR_REHYDRATION__"',
    },
  };
}

const video = (index: number, post: number, views: number) => ({
  richItemRenderer: {
    content: {
      videoRenderer: {
        videoId: `navVid${index}${String(post).padStart(3, '0')}x`,
        title: { runs: [{ text: `Shed ${post}` }] },
        publishedTimeText: { simpleText: `${post + 1} weeks ago` },
        lengthText: { simpleText: '12:01' },
        viewCountText: { simpleText: `${views.toLocaleString('en-US')} views` },
      },
    },
  },
});

function youtube(index: number): Account {
  const handle = `${letters[index]}shed`;
  const channel = `UCinventedNavigation00${index}A`;
  const views = (post: number) => value(index, post) * 100;
  const text = (content: string) => ({ text: { content } });
  const browse = {
    header: {
      pageHeaderRenderer: {
        content: {
          pageHeaderViewModel: {
            title: { dynamicTextViewModel: { text: { content: handle } } },
            metadata: {
              contentMetadataViewModel: {
                metadataRows: [
                  { metadataParts: [text(`@${handle}`)] },
                  { metadataParts: [text('200K subscribers'), text(`${60 + index} videos`)] },
                ],
              },
            },
          },
        },
      },
    },
    metadata: {
      channelMetadataRenderer: {
        title: handle,
        externalId: channel,
        vanityChannelUrl: `http://www.youtube.com/@${handle}`,
        ownerUrls: [`http://www.youtube.com/c/${handle}films`],
        description: 'Sheds.',
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
                browseEndpoint: { browseId: channel, canonicalBaseUrl: `/@${handle}` },
                commandMetadata: { webCommandMetadata: { url: `/@${handle}/videos` } },
              },
              content: {
                richGridRenderer: { contents: posts.slice(0, 8).map((post) => video(index, post, views(post))) },
              },
            },
          },
        ],
      },
    },
  };
  // More of the tab: it names no channel, only the page that asked for it tells whose it is.
  const more = {
    onResponseReceivedActions: [
      {
        appendContinuationItemsAction: {
          continuationItems: posts.slice(8).map((post) => video(index, post, views(post))),
        },
      },
    ],
  };
  return {
    handle,
    paths: [`/@${handle}/videos`, `/@${handle}`, `/channel/${channel}/videos`, `/c/${handle}films/videos`],
    asks: [
      youtubeBrowse(channel, 'EgZ2aWRlb3PyBgQKAjoA', JSON.stringify(browse)),
      youtubeBrowse(`${channel}more`, 'more', JSON.stringify(more)),
    ],
    look: youtubeLook(browse),
    band: band(index),
    viewsALike: 100,
  };
}

function x(index: number): Account {
  const handle = `${letters[index]}_tides`;
  const user = {
    __typename: 'User',
    rest_id: `150000000000000010${index}`,
    core: { created_at: 'Fri Mar 04 10:00:00 +0000 2022', name: `${letters[index]} tides`, screen_name: handle },
    relationship_counts: { followers: FOLLOWERS + index, following: 300 + index },
    tweet_counts: { tweets: 3000 + index, media_tweets: 640 },
    is_blue_verified: false,
    privacy: { protected: false },
    pinned_items: { tweet_ids_str: [] },
  };
  const created = (daysAgo: number) =>
    new Date(seconds(daysAgo) * 1000)
      .toUTCString()
      .replace(/^(\w+), (\d+) (\w+) (\d+) ([\d:]+) GMT$/, '$1 $3 $2 $5 +0000 $4');
  const tweets = posts.map((post) => {
    const id = `19${index}00000000000000${two(99 - post)}`;
    return {
      entryId: `tweet-${id}`,
      content: {
        itemContent: {
          tweet_results: {
            result: {
              rest_id: id,
              core: { user_results: { result: user } },
              views: { count: String(value(index, post) * 30), state: 'EnabledWithCount' },
              legacy: {
                created_at: created(3 + post * 4),
                full_text: `Tide ${post}`,
                favorite_count: value(index, post),
                reply_count: Math.round(value(index, post) / 40),
                retweet_count: 2,
                quote_count: 0,
                bookmark_count: 1,
                lang: 'en',
                id_str: id,
                user_id_str: user.rest_id,
                conversation_id_str: id,
              },
            },
          },
        },
      },
    };
  });
  const answer = { data: { user: { result: user } } };
  const timeline = {
    data: {
      user: {
        result: {
          timeline: { timeline: { instructions: [{ type: 'TimelineAddEntries', entries: tweets }] } },
        },
      },
    },
  };
  return {
    handle,
    paths: [`/${handle}`, `/${handle}/with_replies`, `/${handle}/media`, `/${handle}/followers`],
    asks: [
      xGraphql('UserByScreenName', 'hashOfUsers', { screen_name: handle }, JSON.stringify(answer)),
      xGraphql('UserTweets', 'hashOfTweets', { userId: user.rest_id, count: 20 }, JSON.stringify(timeline)),
    ],
    look: xLook(answer, timeline),
    band: band(index),
    viewsALike: 30,
  };
}

const accounts = (of: (index: number) => Account) => Array.from({ length: ACCOUNTS }, (_, index) => of(index));

export const worlds: readonly World[] = [
  {
    platform: 'instagram',
    origin: 'https://www.instagram.com',
    accounts: accounts(instagram),
    others: ['/explore/', '/direct/inbox/'],
  },
  { platform: 'tiktok', origin: 'https://www.tiktok.com', accounts: accounts(tiktok), others: ['/foryou', '/explore'] },
  {
    platform: 'youtube',
    origin: 'https://www.youtube.com',
    accounts: accounts(youtube),
    others: ['/feed/subscriptions', '/results?search_query=sheds'],
  },
  { platform: 'x', origin: 'https://x.com', accounts: accounts(x), others: ['/home', '/search?q=tides'] },
];

/** Whose page an address is; undefined for a page of nobody's. */
export function ownerOf(world: World, address: string): Account | undefined {
  const { origin, pathname, search } = new URL(address);
  return origin === world.origin ? world.accounts.find(({ paths }) => paths.includes(pathname + search)) : undefined;
}
