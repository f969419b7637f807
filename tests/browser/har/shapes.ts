/**
 * The platforms' own shapes around values: reduced captures are put back into them, invented accounts
 * are written in them.
 */
import type { Ask } from './make.ts';

// biome-ignore lint/suspicious/noExplicitAny: captured JSON of other people's programs
export type Json = any;

/** As Instagram, X and TikTok print a count: from 10,000 on truncated to one decimal, 15.6M. */
export function printed(value: number): string {
  const units: readonly [from: number, unit: number, sign: string][] = [
    [1e9, 1e9, 'B'],
    [1e6, 1e6, 'M'],
    [1e4, 1e3, 'K'],
  ];
  for (const [from, unit, sign] of units) {
    if (value >= from) return `${Math.floor((value / unit) * 10) / 10}${sign}`;
  }
  return value.toLocaleString('en-US');
}

/** Instagram's document of a profile: the header alone, in the element that the page's framework reads. */
export function instagramHeaderScript(user: Json): Json {
  return {
    require: [
      [
        'ScheduledServerJS',
        'handle',
        null,
        [
          {
            __bbox: {
              require: [
                [
                  'RelayPrefetchedStreamCache',
                  'next',
                  [],
                  [
                    'adp_PolarisProfilePageContentQueryRelayPreloader_x',
                    {
                      __bbox: {
                        complete: true,
                        result: { data: { xig_user_by_username: user }, extensions: { is_final: true } },
                      },
                    },
                  ],
                ],
              ],
            },
          },
        ],
      ],
    ],
  };
}

/** A scraper's subset of `xig_user_by_username` under the platform's keys again. */
export function instagramUser(subset: Json): Json {
  return {
    pk: subset.id,
    username: subset.username,
    full_name: subset.name,
    biography: subset.bio,
    bio_links: (subset.bio_links ?? []).map((url: string) => ({ url })),
    follower_count: subset.followers,
    following_count: subset.follows,
    is_verified: subset.is_verified,
    is_private: subset.is_private,
    is_memorialized: subset.is_memorialized,
    pronouns: subset.pronouns,
    account_badges: subset.account_badges,
    profile_pic_url: subset.profile_image,
  };
}

/** A timeline node under the platform's keys again: `code`, `pk`, `user`. */
export function instagramNode(subset: Json, user: Json): Json {
  const { shortcode, ...rest } = subset;
  return {
    ...rest,
    pk: String(subset.id).split('_')[0],
    code: shortcode,
    user: { pk: user.pk, username: user.username, is_verified: user.is_verified },
  };
}

/** POST /graphql/query: one answer for each dozen of posts, told apart by the cursor in the body. */
export function instagramTimeline(nodes: readonly Json[], user: Json, via: Ask['via'] = 'xhr'): Ask[] {
  const asks: Ask[] = [];
  for (let from = 0; from < nodes.length; from += 12) {
    const some = nodes.slice(from, from + 12);
    const cursor = (index: number) => `QVFE${String(index).padStart(4, '0')}`;
    const variables = {
      after: from === 0 ? null : cursor(from),
      data: { count: 12, include_reel_media_seen_timestamp: true },
      username: user.username,
    };
    const connection = {
      edges: some.map((node, index) => ({
        node: { ...node, __typename: 'XDTMediaDict' },
        cursor: cursor(from + index + 1),
      })),
      page_info: {
        end_cursor: cursor(from + some.length),
        has_next_page: from + 12 < nodes.length,
        has_previous_page: false,
        start_cursor: null,
      },
    };
    asks.push({
      via,
      method: 'POST',
      url: 'https://www.instagram.com/graphql/query',
      post: {
        type: 'application/x-www-form-urlencoded',
        text: new URLSearchParams({
          fb_api_req_friendly_name: 'PolarisProfilePostsQuery',
          variables: JSON.stringify(variables),
          doc_id: '7898261790222653',
        }).toString(),
      },
      body: JSON.stringify({
        data: { xdt_api__v1__feed__user_timeline_graphql_connection: connection, xdt_viewer: { user: null } },
        extensions: { is_final: true },
        status: 'ok',
      }),
    });
  }
  return asks;
}

/** Comments under one post, as the opened post asks for them. */
export function instagramComments(post: Json, user: Json, comments: readonly Json[]): Ask {
  const variables = { media_id: post.pk, sort_order: 'popular' };
  const media = {
    pk: post.pk,
    code: post.code,
    taken_at: post.taken_at,
    like_count: post.like_count,
    comment_count: post.comment_count,
    user: { pk: user.pk, username: user.username },
    comments_connection: {
      edges: comments.map((node) => ({ node, cursor: null })),
      page_info: { end_cursor: null, has_next_page: true },
    },
  };
  return {
    via: 'xhr',
    method: 'POST',
    url: 'https://www.instagram.com/graphql/query',
    post: {
      type: 'application/x-www-form-urlencoded',
      text: new URLSearchParams({
        fb_api_req_friendly_name: 'PolarisPostCommentsPaginationQuery',
        variables: JSON.stringify(variables),
        doc_id: '8845758582119845',
      }).toString(),
    },
    body: JSON.stringify({ data: { xig_polaris_media: media }, extensions: { is_final: true }, status: 'ok' }),
  };
}

/** The list of followers, as the opened list asks for it. */
export function instagramFollowers(user: Json, users: readonly Json[]): Ask {
  return {
    via: 'fetch',
    method: 'GET',
    url: `https://www.instagram.com/api/v1/friendships/${user.pk}/followers/?count=24&search_surface=follow_list_page`,
    body: JSON.stringify({ users, big_list: true, page_size: 200, next_max_id: '24', has_more: true, status: 'ok' }),
  };
}

/** GET /i/api/graphql/HASH/NAME with its variables in the address, as X asks. */
export function xGraphql(name: string, hash: string, variables: Json, body: string): Ask {
  const query = new URLSearchParams({
    variables: JSON.stringify(variables),
    features: '{"rweb_tipjar_consumption_enabled":true}',
  });
  return { via: 'xhr', method: 'GET', url: `https://x.com/i/api/graphql/${hash}/${name}?${query}`, body };
}

/** POST /youtubei/v1/browse: a tab of a channel. */
export function youtubeBrowse(channel: string, parameters: string, body: string): Ask {
  return {
    via: 'fetch',
    method: 'POST',
    url: 'https://www.youtube.com/youtubei/v1/browse?prettyPrint=false',
    post: {
      type: 'application/json',
      text: JSON.stringify({
        context: { client: { hl: 'en-GB', gl: 'GB', clientName: 'WEB', clientVersion: '2.20260120.00.00' } },
        browseId: channel,
        params: parameters,
      }),
    },
    body,
  };
}
