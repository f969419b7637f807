/**
 * A change of a platform that nobody has told us of: its pages still have their header, and a reader finds nothing any more.
 * It is told where it happened, of each platform; and never where the page holds nothing that should be there.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { shows } from '../../../extension/.generated/platforms/shows';
import type { Snapshot } from '../../../extension/.generated/snapshot';
import { platforms } from '../../../extension/platforms/registry';
import type { Shows } from '../../../extension/platforms/site';
import { type CapturedPage, capturesAreThere, snapshotOf } from './capture';
import { type Expectation, pageOf } from './expectation';

const pages = new URL('../../pages/', import.meta.url);
const load = (path: string): Expectation => JSON.parse(readFileSync(new URL(path, pages), 'utf8'));

/** A page with header and posts of each platform, what of its posts is renamed, and the names of their counts. */
interface Changed {
  page: string;
  /** A tab that lists posts, where the page's own address does not. */
  address?: string;
  /** A header that the hand-written page goes without. */
  header?: Pick<Expectation, 'document' | 'responses'>;
  /** A field that each of the posts' nodes (or elements) must have. */
  node: string[];
  counts: Record<string, string[]>;
}

const user = load('x/user-2026.json');
const changes: Record<string, Changed> = {
  instagram: {
    page: 'instagram/web-profile-info.json',
    node: ['shortcode'],
    counts: {
      likes: ['edge_liked_by', 'edge_media_preview_like', 'like_count'],
      comments: ['edge_media_to_comment', 'edge_media_preview_comment', 'comment_count'],
    },
  },
  tiktok: {
    page: 'tiktok/profile-responses.json',
    node: ['createTime'],
    counts: {
      likes: ['diggCount'],
      comments: ['commentCount'],
      views: ['playCount'],
      shares: ['shareCount'],
    },
  },
  youtube: {
    page: 'youtube/videos-traps.json',
    node: ['videoId', 'contentId'],
    counts: { views: ['viewCountText', 'shortViewCountText', 'metadataRows'] },
  },
  x: {
    page: 'x/timeline-traps.json',
    header: { responses: user.responses },
    node: ['full_text'],
    counts: {
      likes: ['favorite_count'],
      comments: ['reply_count'],
      shares: ['retweet_count', 'quote_count'],
    },
  },
  bluesky: {
    page: 'bluesky/profile-and-feed.json',
    node: ['uri'],
    counts: { likes: ['likeCount'], comments: ['replyCount'], shares: ['repostCount', 'quoteCount'] },
  },
  threads: {
    page: 'threads/profile.json',
    node: ['code'],
    counts: { likes: ['like_count'], comments: ['direct_reply_count'] },
  },
  mastodon: {
    page: 'mastodon/profile-and-statuses.json',
    node: ['favourites_count'],
    counts: {},
  },
  twitch: {
    page: 'twitch/channel-and-videos.json',
    address: 'https://www.twitch.tv/nordplays/videos',
    node: ['viewCount'],
    counts: {},
  },
  facebook: {
    page: 'facebook/profile-header.json',
    node: ['post_id'],
    counts: { likes: ['reaction_count'], comments: ['total_count'] },
  },
  linkedin: {
    page: 'linkedin/guest-company.json',
    address: 'https://www.linkedin.com/company/nordwerk/posts',
    header: { document: ['<main><h3 class="top-card-layout__first-subline">Berlin · 5,750 followers</h3></main>'] },
    node: ['data-activity-urn'],
    counts: {},
  },
  reddit: {
    page: 'reddit/community-json.json',
    node: ['num_comments'],
    counts: {},
  },
  pinterest: {
    page: 'pinterest/user-and-pins.json',
    address: 'https://www.pinterest.com/ida_bakes/_created',
    node: ['pinner', 'native_creator'],
    counts: {},
  },
  kick: {
    page: 'kick/channel.json',
    address: 'https://kick.com/nord-plays/videos',
    node: ['session_title'],
    counts: { views: ['views'] },
  },
  substack: {
    page: 'substack/subscribers.json',
    node: ['post_date'],
    counts: { likes: ['reaction_count'], comments: ['comment_count'] },
  },
};

function pageWith({ page, address, header }: Changed): CapturedPage {
  const wanted = load(page);
  return pageOf({
    ...wanted,
    ...(address === undefined ? {} : { address }),
    ...(header?.responses ? { responses: [...(wanted.responses ?? []), ...header.responses] } : {}),
    ...(header?.document ? { document: [...(wanted.document ?? []), ...header.document] } : {}),
  });
}

/** The page with these names of keys and attributes changed. */
function renamed(page: CapturedPage, names: readonly string[]): CapturedPage {
  const rename = (text: string) =>
    names.reduce((sum, name) => sum.replaceAll(new RegExp(`(["\\s])${name}(["=])`, 'g'), `$1zz${name}$2`), text);
  return {
    ...page,
    ...(page.html === undefined ? {} : { html: rename(page.html) }),
    ...(page.responses ? { responses: page.responses.map((one) => ({ ...one, body: rename(one.body) })) } : {}),
  };
}

function read(page: CapturedPage): Snapshot {
  const result = snapshotOf(page);
  if ('refusal' in result) throw new Error(result.refusal.error.message);
  return result.snapshot;
}

const told = ({ missing = [] }: Snapshot) => missing.flatMap(({ field, why }) => (why === 'not_read' ? [field] : []));

describe('a change of a platform', () => {
  test('each platform with hosts or answers of its own is tried', () => {
    const known = platforms.map(({ site }) => site.platform).filter((platform) => platform !== 'generic');
    expect(Object.keys(changes).sort()).toEqual([...known].sort());
  });

  test.each(Object.entries(changes))('%s: posts of other nodes', (_, change) => {
    const before = read(pageWith(change));
    expect(before.posts?.length).toBeGreaterThan(0);
    expect(told(before)).toEqual([]);
    const after = read(renamed(pageWith(change), change.node));
    expect(after.posts ?? []).toEqual([]);
    expect(after.profile.followers).toEqual(before.profile.followers);
    expect(told(after)).toContain('posts');
  });

  const counts = Object.entries(changes).flatMap(([platform, change]) =>
    Object.entries(change.counts).map(([count, names]) => [platform, count, change, names] as const),
  );
  test.each(counts)('%s: %s under other names', (_, count, change, names) => {
    const after = read(renamed(pageWith(change), names));
    // Where a node is told by its counts, the posts are gone with them.
    expect(told(after)).toEqual([after.posts ? `posts[].${count}` : 'posts']);
  });

  test.each(['kick', 'pinterest', 'substack', 'twitch'])(
    '%s: a list of posts of another form, whatever tab it comes on',
    (platform) => {
      const { address: _, ...change } = changes[platform] as Changed;
      expect(told(read(renamed(pageWith(change), change.node)))).toContain('posts');
    },
  );

  test('the home of a channel, whose header counts videos', () => {
    const change = { ...changes['youtube'], address: 'https://www.youtube.com/@studionord' } as Changed;
    expect(told(read(pageWith(change)))).toEqual([]);
    expect(told(read(renamed(pageWith(change), change.node)))).toContain('posts');
  });

  test('a list that holds the posts of others alone has posts', () => {
    const wanted = load('pinterest/user-and-pins.json');
    const [header, list] = wanted.responses ?? [];
    const others = JSON.parse(JSON.stringify(list).replaceAll('"ida_bakes"', '"other"').replaceAll('"7"', '"99"'));
    const { posts, ...snapshot } = read(pageOf({ ...wanted, responses: [header as never, others] }));
    expect(posts).toBeUndefined();
    expect(told(snapshot)).toEqual([]);
  });

  test('nothing is told of what a platform never shows', () => {
    for (const [platform, { always, never = [] }] of Object.entries(shows as Record<string, Shows>))
      expect(
        always.filter((field) => never.includes(field)),
        platform,
      ).toEqual([]);
  });
});

describe('a page that has not changed', () => {
  const captures = readdirSync(new URL('expectations/', pages)).map((file) => `expectations/${file}`);
  test.skipIf(!capturesAreThere).each(captures)('%s', (path) => {
    const result = snapshotOf(pageOf(load(path)));
    if ('snapshot' in result) expect(told(result.snapshot)).toEqual([]);
  });

  test('an account without posts: the header prints none, or the list says that it is empty', () => {
    const at = (wanted: Expectation) => told(read(pageOf(wanted)));
    expect(at(load('mastodon/local-none.json'))).toEqual([]);
    const tiktok = load('tiktok/profile-responses.json');
    const [header] = tiktok.responses ?? [];
    const none = JSON.parse(JSON.stringify(header).replace(/"videoCount":\s*"?\d+"?/g, '"videoCount":0'));
    const list = { url: 'https://www.tiktok.com/api/post/item_list/?secUid=MS4w', body: { itemList: [] } };
    expect(at({ ...tiktok, responses: [header as never] })).toEqual(['posts']);
    expect(at({ ...tiktok, responses: [none, list] })).toEqual([]);
    // A header without a number of posts: their list says it.
    const instagram = load('instagram/header-2026.json');
    const timeline = (edges: unknown[]) => ({
      url: 'https://www.instagram.com/graphql/query',
      body: { data: { xdt_api__v1__feed__user_timeline_graphql_connection: { edges } } },
    });
    expect(at({ ...instagram, responses: [timeline([{ node: { item: 'of a new shape' } }])] })).toEqual(['posts']);
    expect(at({ ...instagram, responses: [timeline([])] })).toEqual([]);
    const [channel] = load('kick/channel.json').responses ?? [];
    const kick = { ...load('kick/channel.json'), address: 'https://kick.com/nord-plays/videos' };
    const videos = (body: unknown) => ({ url: 'https://kick.com/api/v2/channels/nord-plays/videos', body });
    expect(at({ ...kick, responses: [channel as never, videos([{ a: 1 }])] })).toEqual(['posts']);
    expect(at({ ...kick, responses: [channel as never, videos([])] })).toEqual([]);
    // A user who has written comments alone.
    expect(at(load('reddit/overview-comments.json'))).toEqual([]);
  });

  test('an account of another server, of which this one knows nothing', () => {
    for (const path of ['mastodon/remote-hidden.json', 'mastodon/dom-remote-hidden.json', 'mastodon/remote-post.json'])
      expect(told(read(pageOf(load(path)))), path).not.toContain('posts');
  });

  test('a video that is on air has viewers, no views', () => {
    expect(told(read(pageOf(load('youtube/watch-live.json'))))).toEqual([]);
  });
});
