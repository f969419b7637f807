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

/** YouTube's first document: the browse answer as an inline script. */
export function youtubeDocument(browse: string, lang: string): string {
  return `<!DOCTYPE html><html lang="${lang}"><head><title>YouTube</title></head><body><script nonce="x">var ytInitialData = ${browse.trim().replace(/</g, '\\u003c')};</script><ytd-app></ytd-app></body></html>`;
}
