/** Puts reduced captures back into their platform's own shape: a scraper's keys are not the platform's. */

interface ScrapedProfile {
  username: string;
  id: string;
  name: string;
  bio: string;
  bio_links: string[];
  followers: number;
  follows: number;
  is_private: boolean;
  is_verified: boolean;
}

interface ScrapedMedia {
  id: string;
  shortcode: string;
  taken_at: number;
  like_count: number;
  comment_count: number;
  caption: { text: string } | null;
  usertags: unknown;
  video_versions: unknown[] | null;
}

/** Instagram's logged-out document (2026-07): the header in a data-sjs script, no post. */
export function instagramDocument(header: ScrapedProfile): string {
  const user = {
    pk: header.id,
    username: header.username,
    full_name: header.name,
    biography: header.bio,
    bio_links: header.bio_links.map((url) => ({ url })),
    follower_count: header.followers,
    following_count: header.follows,
    is_private: header.is_private,
    is_verified: header.is_verified,
    pronouns: [],
  };
  const script = JSON.stringify({
    require: [
      ['ScheduledServerJS', 'handle', null, [{ __bbox: { result: { data: { xig_user_by_username: user } } } }]],
    ],
  });
  return `<!DOCTYPE html><html lang="en"><head><title>Instagram</title></head><body><script type="application/json" data-sjs>${script.replace(/</g, '\\u003c')}</script><main></main></body></html>`;
}

/** The answer of PolarisProfilePostsQuery. */
export function instagramTimeline(owner: { username: string; id: string }, media: ScrapedMedia[]): string {
  const edges = media.map((item) => ({
    cursor: item.id,
    node: {
      __typename: 'XDTMediaDict',
      code: item.shortcode,
      pk: item.id.split('_', 1)[0],
      id: item.id,
      taken_at: item.taken_at,
      like_count: item.like_count,
      comment_count: item.comment_count,
      caption: item.caption,
      usertags: item.usertags,
      media_type: item.video_versions ? 2 : 1,
      product_type: item.video_versions ? 'clips' : 'feed',
      coauthor_producers: [],
      like_and_view_counts_disabled: false,
      view_count: null,
      user: { pk: owner.id, id: owner.id, username: owner.username },
    },
  }));
  return JSON.stringify({
    data: {
      xdt_api__v1__feed__user_timeline_graphql_connection: {
        edges,
        page_info: { end_cursor: media.at(-1)?.id ?? null, has_next_page: true },
      },
    },
    extensions: { is_final: true },
  });
}

/** Threads' document: the user and its threads in data-sjs scripts. */
export function threadsDocument(scraped: {
  user: {
    username: string;
    full_name: string;
    bio: string;
    bio_links: string[];
    followers: number;
    is_verified: boolean;
    is_private: boolean;
  };
  threads: {
    code: string;
    pk: string;
    text: string | null;
    published_on: number;
    like_count: number;
    reply_count: number;
    username: string;
    user_verified: boolean;
    user_pk: string;
  }[];
}): string {
  const { user } = scraped;
  const edges = scraped.threads.map((thread) => ({
    node: {
      thread_items: [
        {
          post: {
            code: thread.code,
            pk: thread.pk,
            taken_at: thread.published_on,
            like_count: thread.like_count,
            caption: { text: thread.text },
            user: { username: thread.username, pk: thread.user_pk, is_verified: thread.user_verified },
            text_post_app_info: { direct_reply_count: thread.reply_count, is_reply: false },
            like_and_view_counts_disabled: false,
          },
        },
      ],
    },
  }));
  const data = [
    {
      data: {
        user: {
          pk: '63269174602',
          username: user.username,
          full_name: user.full_name,
          biography: user.bio,
          bio_links: user.bio_links.map((url) => ({ url })),
          follower_count: user.followers,
          is_verified: user.is_verified,
          text_post_app_is_private: user.is_private,
        },
      },
    },
    { data: { mediaData: { edges } } },
  ];
  return `<!DOCTYPE html><html lang="en"><body>${data.map((part) => `<script type="application/json" data-sjs>${JSON.stringify({ require: [part] }).replace(/</g, '\\u003c')}</script>`).join('')}</body></html>`;
}

/** A guest page of LinkedIn: one JSON-LD graph of the person and the posts. */
export function linkedinDocument(scraped: { profile: object; posts: object[] }[]): string {
  const [{ profile, posts }] = scraped as [{ profile: object; posts: object[] }];
  return `<!DOCTYPE html><html lang="en"><head><script type="application/ld+json">${JSON.stringify({ '@context': 'http://schema.org', '@graph': [...posts, profile] }).replace(/</g, '\\u003c')}</script></head><body></body></html>`;
}

/** A user's page of Reddit. */
export function redditDocument(
  posts: {
    author: string;
    postId: string;
    postLink: string;
    postTitle: string;
    postSubreddit: string;
    publishingDate: string;
    commentCount: number;
    postScore: number;
  }[],
): string {
  const quote = (value: unknown) => String(value).replace(/&/g, '&amp;').replace(/"/g, '&quot;');
  return `<!DOCTYPE html><html lang="en"><body>${posts.map((post) => `<shreddit-post id="${quote(post.postId)}" author="${quote(post.author)}" permalink="${quote(new URL(post.postLink).pathname)}" post-title="${quote(post.postTitle)}" subreddit-prefixed-name="${quote(post.postSubreddit)}" created-timestamp="${quote(post.publishingDate)}+0000" comment-count="${post.commentCount}" score="${post.postScore}"></shreddit-post>`).join('')}</body></html>`;
}

/** Facebook's meta sentence. */
export function facebookDocument(
  pages: { name: string; username: string; intro: string; likes: number; talking_about: number; were_here: number }[],
): string {
  const [page] = pages as [(typeof pages)[number]];
  const number = new Intl.NumberFormat('en');
  return `<!DOCTYPE html><html lang="en"><head><meta property="og:url" content="https://www.facebook.com/${page.username}/"><meta property="og:title" content="${page.name}"><meta property="og:description" content="${page.name}. ${number.format(page.likes)} likes · ${number.format(page.talking_about)} talking about this · ${number.format(page.were_here)} were here. ${page.intro}"></head><body></body></html>`;
}

/** YouTube's first document: the browse answer as an inline script. */
export function youtubeDocument(browse: string, lang: string): string {
  return `<!DOCTYPE html><html lang="${lang}"><head><title>YouTube</title></head><body><script nonce="x">var ytInitialData = ${browse.trim().replace(/</g, '\\u003c')};</script><ytd-app></ytd-app></body></html>`;
}

/** A reduced capture put back into answers of its platform's own shape. */
export interface Restored {
  answers?: { url: string; body: string }[];
  document?: string;
}

interface ScrapedPost {
  id: string;
  shortcode: string;
  taken_at: number;
  likes: number;
  comments_count: number;
  comments_disabled?: boolean;
  captions: string[];
  views?: number;
  video_duration?: number;
  duration?: number;
  comments?: ScrapedComment[];
}

interface ScrapedComment {
  id: string;
  text: string;
  created_at: number;
  owner: string;
  owner_id?: string;
  owner_verified: boolean;
  likes: number;
}

const GOOGLE = { id: '1067259270', username: 'google', is_verified: true };

function oldNode(post: ScrapedPost): object {
  return {
    __typename: 'GraphVideo',
    id: post.id,
    shortcode: post.shortcode,
    taken_at_timestamp: post.taken_at,
    is_video: true,
    comments_disabled: post.comments_disabled ?? false,
    video_view_count: post.views,
    video_duration: post.duration,
    edge_liked_by: { count: post.likes },
    edge_media_to_comment: { count: post.comments_count },
    edge_media_to_caption: { edges: post.captions.map((text) => ({ node: { text } })) },
    owner: { id: GOOGLE.id, username: GOOGLE.username },
  };
}

/** `web_profile_info`: the grid and, beside it, the video tab. */
function webProfile(
  scraped: ScrapedProfile & { category: string; image_count: number; images: ScrapedPost[]; videos: ScrapedPost[] },
): Restored {
  const list = (count: number, posts: ScrapedPost[]) => ({
    count,
    edges: posts.map((post) => ({ node: oldNode(post) })),
  });
  const user = {
    id: scraped.id,
    username: scraped.username,
    full_name: scraped.name,
    biography: scraped.bio,
    category_name: scraped.category,
    bio_links: scraped.bio_links.map((url) => ({ url })),
    is_private: scraped.is_private,
    is_verified: scraped.is_verified,
    edge_followed_by: { count: scraped.followers },
    edge_follow: { count: scraped.follows },
    edge_felix_video_timeline: list(scraped.videos.length, scraped.videos),
    edge_owner_to_timeline_media: list(scraped.image_count, scraped.images),
  };
  const url = `https://www.instagram.com/api/v1/users/web_profile_info/?username=${scraped.username}`;
  return { answers: [{ url, body: JSON.stringify({ data: { user }, status: 'ok' }) }] };
}

function newComments(comments: ScrapedComment[]): object {
  return {
    edges: comments.map((comment) => ({
      node: {
        pk: comment.id,
        text: comment.text,
        created_at: comment.created_at,
        comment_like_count: comment.likes,
        user: { username: comment.owner, pk: comment.owner_id, is_verified: comment.owner_verified },
      },
    })),
  };
}

const GRAPHQL = 'https://www.instagram.com/graphql/query';

/** `xig_polaris_media` with its first comments, gated for visitors. */
function polarisPost(post: ScrapedPost): Restored {
  const media = {
    pk: post.id,
    code: post.shortcode,
    like_count: post.likes,
    comment_count: post.comments_count,
    taken_at: post.taken_at,
    caption: { text: post.captions[0] },
    carousel_media: [{ pk: '1' }, { pk: '2' }],
    user: { pk: GOOGLE.id, username: GOOGLE.username, is_verified: true },
    comments_connection: newComments(post.comments ?? []),
  };
  const body = JSON.stringify({ data: { xig_polaris_media: { id: post.id, if_not_gated_logged_out: media } } });
  return { answers: [{ url: GRAPHQL, body }] };
}

/** Comments alone: their post is the page's. */
function polarisComments(comments: ScrapedComment[]): Restored {
  const body = JSON.stringify({ data: { xig_polaris_media: { comments_connection: newComments(comments) } } });
  return { answers: [{ url: GRAPHQL, body }] };
}

/** `xdt_shortcode_media` of a reel. */
function shortcodePost(post: ScrapedPost): Restored {
  const media = {
    __typename: 'XDTGraphVideo',
    id: post.id,
    shortcode: post.shortcode,
    product_type: 'clips',
    is_video: true,
    video_view_count: post.views,
    video_duration: post.video_duration,
    taken_at_timestamp: post.taken_at,
    edge_media_preview_like: { count: post.likes },
    edge_media_to_caption: { edges: post.captions.map((text) => ({ node: { text } })) },
    owner: GOOGLE,
    edge_media_to_parent_comment: {
      count: post.comments_count,
      edges: (post.comments ?? []).map((comment) => ({
        node: {
          id: comment.id,
          text: comment.text,
          created_at: comment.created_at,
          owner: { username: comment.owner, is_verified: comment.owner_verified },
          edge_liked_by: { count: comment.likes },
        },
      })),
    },
  };
  return { answers: [{ url: GRAPHQL, body: JSON.stringify({ data: { xdt_shortcode_media: media } }) }] };
}

/** A TypeScript literal of `window._sharedData`; its authors blanked all names. */
function sharedData(text: string): Restored {
  const literal = text.slice(text.indexOf('= {') + 2, text.indexOf('\n};') + 2);
  const json = literal
    .replace(/^(\s*)(\w+):/gm, '$1"$2":')
    .replace(/'((?:[^'\\\n]|\\.)*)'/g, (_, words: string) => JSON.stringify(words))
    .replace(/,(\s*[}\]])/g, '$1');
  return {
    document: `<!DOCTYPE html><html lang="en"><body><script type="text/javascript">window._sharedData = ${JSON.stringify(JSON.parse(json)).replace(/</g, '\\u003c')};</script></body></html>`,
  };
}

/** A community's page: its header and its posts. */
function community(scraped: {
  info: { id: string; members: number };
  posts: {
    authorProfile: string;
    title: string;
    link: string;
    publishingDate: string;
    postId: string;
    postUpvotes: number;
    commentCount: number;
    attachmentType: string;
  }[];
}): Restored {
  const quote = (value: unknown) => String(value).replace(/&/g, '&amp;').replace(/"/g, '&quot;');
  const posts = scraped.posts.map(
    (post) =>
      `<shreddit-post id="${quote(post.postId)}" author="${quote(post.authorProfile.split('/').pop())}" permalink="${quote(new URL(post.link).pathname)}" post-title="${quote(post.title)}" post-type="${quote(post.attachmentType)}" subreddit-prefixed-name="r/${quote(scraped.info.id)}" created-timestamp="${quote(post.publishingDate)}" comment-count="${post.commentCount}" score="${post.postUpvotes}"></shreddit-post>`,
  );
  return {
    document: `<!DOCTYPE html><html lang="en"><body><shreddit-subreddit-header name="${quote(scraped.info.id)}" subscribers="${scraped.info.members}"><faceplate-number number="${scraped.info.members}">4M</faceplate-number></shreddit-subreddit-header>${posts.join('')}</body></html>`,
  };
}

/** Pins that a search found, in the answer's shape. */
function pinSearch(scraped: { pins: { pin_id: string; title: string; owner: string; board: string }[] }): Restored {
  const results = scraped.pins.map((pin) => ({
    id: pin.pin_id,
    type: 'pin',
    grid_title: pin.title,
    board: { name: pin.board },
    pinner: { username: pin.owner },
  }));
  const url = 'https://www.pinterest.com/resource/BaseSearchResource/get/?source_url=%2Fsearch%2Fpins%2F';
  return { answers: [{ url, body: JSON.stringify({ resource_response: { data: { results } } }) }] };
}

/** Shapes that are made from a capture's text alone. */
export const RESTORE = {
  'instagram-web-profile': (text: string) => webProfile(JSON.parse(text)),
  'instagram-polaris-post': (text: string) => polarisPost(JSON.parse(text)),
  'instagram-polaris-comments': (text: string) => polarisComments(JSON.parse(text)),
  'instagram-shortcode-post': (text: string) => shortcodePost(JSON.parse(text)),
  'instagram-shared-data': sharedData,
  'reddit-community': (text: string) => community(JSON.parse(text)),
  'pinterest-search': (text: string) => pinSearch(JSON.parse(text)),
} as const;
