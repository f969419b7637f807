/** Puts reduced captures back into their platform's own shape (PAGES.md §1): a scraper's keys are not the platform's. */

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
