/** Instagram's posts, in each generation: of the owner, or with the owner as co-author. */

import type { Post } from '../../.generated/snapshot';
import { exactCount, sumOf } from '../../reading/counts';
import { makePost } from '../../reading/factories';
import { find, get, has, isObject, type Json, type JsonObject, stringOf, walk } from '../../reading/shape';
import { isViewed } from '../../reading/subject';
import { cleanText, readName, sameName } from '../../reading/text';
import { fromSeconds, secondsIn } from '../../reading/times';
import { ageOfShortCode } from '../short-codes';
import { accountOf, idOf } from './accounts';
import { authorOf } from './comments';

/** The short code of a node that is a post. */
export function mediaCode(node: JsonObject): string | undefined {
  const code = readName(node['code']) ?? readName(node['shortcode']);
  const counted =
    has(node, 'like_count') ||
    has(node, 'comment_count') ||
    has(node, 'play_count') ||
    has(node, 'edge_liked_by') ||
    has(node, 'edge_media_preview_like') ||
    has(node, 'edge_media_to_comment') ||
    has(node, 'edge_media_to_parent_comment') ||
    has(node, 'taken_at') ||
    has(node, 'taken_at_timestamp');
  return code !== undefined && /^[\w-]{5,40}$/.test(code) && counted ? code : undefined;
}

/** Posts of the owner and posts that name it as a co-author; ads, suggestions and reposts of others are left out. */
export function postsIn(
  document: Json,
  owner: { handle: string | undefined; id: string | undefined },
  only: string | undefined,
): Post[] {
  const posts = new Map<string, Post>();
  const hiding = find(document, (node) => node['hide_like_and_view_counts'] === true && isViewed(owner, nameOf(node)));
  walk(document, (node) => {
    if (isAd(node)) return 'skip';
    // The video tab of old profiles repeats the grid and goes further back: it counts where the grid is not there.
    if (has(node, 'edge_felix_video_timeline')) {
      const account = accountOf(node);
      const mine = account !== null && isViewed(owner, account);
      const newest = mediaIn(node['edge_owner_to_timeline_media']);
      for (const media of newest.length > 0 ? newest : mediaIn(node['edge_felix_video_timeline'])) add(media, mine);
      return 'skip';
    }
    if (mediaCode(node) !== undefined) {
      add(node, false);
      return 'skip';
    }
    return undefined;
  });
  return [...posts.values()];

  function add(node: JsonObject, ownList: boolean): void {
    const code = mediaCode(node) as string;
    if ((only !== undefined && code !== only) || isAd(node)) return;
    const author = authorOf(node);
    const writer = nameOf(author);
    const partners = [...objectsIn(node['coauthor_producers']), ...objectsIn(node['invited_coauthor_producers'])];
    const isOwn = author ? isViewed(owner, writer) : ownList;
    const isPartner = objectsIn(node['coauthor_producers']).some((partner) => isViewed(owner, nameOf(partner)));
    if (!isOwn && !isPartner) return;
    const others = [writer.handle, ...partners.map((partner) => readName(partner['username']))].filter(
      (name): name is string => name !== undefined && !sameName(name, owner.handle),
    );
    const hides = hiding !== undefined && node['like_and_view_counts_disabled'] !== false;
    const post = postOf(hides ? { ...node, like_and_view_counts_disabled: true } : node, code, [...new Set(others)]);
    if (isPinned(node, owner.id)) post.pinned = true;
    const before = posts.get(code);
    posts.set(code, before ? { ...post, ...before } : post);
  }
}

/** The posts in a part of a document. */
export function mediaIn(root: Json | undefined): JsonObject[] {
  const found: JsonObject[] = [];
  walk(root, (node) => {
    if (mediaCode(node) === undefined) return undefined;
    found.push(node);
    return 'skip';
  });
  return found;
}

function nameOf(account: JsonObject | undefined): { handle: string | undefined; id: string | undefined } {
  return { handle: readName(account?.['username']), id: idOf(account) };
}

function objectsIn(value: Json | undefined): JsonObject[] {
  return Array.isArray(value) ? value.slice(0, 20).filter(isObject) : [];
}

/** Paid for by somebody: never the account's own post. */
export function isAd(node: JsonObject): boolean {
  const link = node['link'];
  return (
    node['product_type'] === 'ad' ||
    node['is_ad'] === true ||
    isObject(node['injected']) ||
    isSet(node['ad_action']) ||
    isSet(node['ad_id']) ||
    (typeof link === 'string' && link.includes('facebook.com/ads'))
  );
}

function isSet(value: Json | undefined): boolean {
  return value !== undefined && value !== null && value !== '' && value !== false;
}

function postOf(node: JsonObject, code: string, collaborators: string[]): Post {
  const stub =
    node['like_count'] === -1 ||
    get(node, 'edge_media_preview_like', 'count') === -1 ||
    get(node, 'edge_liked_by', 'count') === -1;
  const hidden = node['like_and_view_counts_disabled'] === true || stub;
  const likes =
    exactCount(node['like_count']) ??
    exactCount(get(node, 'edge_liked_by', 'count')) ??
    exactCount(get(node, 'edge_media_preview_like', 'count'));
  const views = [
    node['play_count'],
    node['ig_play_count'],
    node['view_count'],
    node['video_play_count'],
    node['video_view_count'],
  ]
    .map(exactCount)
    .find((count) => count !== undefined);
  const comments = [
    node['comment_count'],
    get(node, 'edge_media_to_parent_comment', 'count'),
    get(node, 'edge_media_to_comment', 'count'),
    get(node, 'edge_media_preview_comment', 'count'),
    get(node, 'comments_connection', 'count'),
  ]
    .map(exactCount)
    .find((count) => count !== undefined);
  const at = fromSeconds(node['taken_at']) ?? fromSeconds(node['taken_at_timestamp']);
  const sponsors = sponsorsOf(node);
  const shares = [node['reshare_count'], node['media_repost_count'] ?? node['repost_count']]
    .map(exactCount)
    .filter((count) => count !== undefined);
  const kind = kindOf(node);
  return makePost({
    id: code,
    url: `https://www.instagram.com/${kind === 'short' ? 'reel' : 'p'}/${code}/`,
    ...(at === undefined ? ageOfShortCode(code) : { at }),
    kind,
    likes: hidden ? undefined : likes,
    comments,
    views: hidden ? undefined : views,
    shares: sumOf(shares),
    likesHidden: hidden ? true : undefined,
    commentsOff: node['comments_disabled'] === true ? true : undefined,
    caption: cleanText(
      get(node, 'caption', 'text') ?? node['caption'] ?? get(node, 'edge_media_to_caption', 'edges', 0, 'node', 'text'),
    ),
    sponsored:
      node['is_paid_partnership'] === true || sponsors.length
        ? true
        : node['is_paid_partnership'] === false
          ? false
          : undefined,
    sponsors: sponsors.length ? sponsors : undefined,
    collaborators: collaborators.length ? collaborators : undefined,
    durationS: secondsIn(node['video_duration']),
  });
}

function kindOf(node: JsonObject): Post['kind'] {
  const type = stringOf(node['__typename']);
  if (node['product_type'] === 'clips') return 'short';
  if (node['media_type'] === 8 || /Sidecar|Carousel/.test(type) || Array.isArray(node['carousel_media']))
    return 'carousel';
  if (node['media_type'] === 2 || node['is_video'] === true || /Video/.test(type)) return 'video';
  return node['media_type'] === 1 || node['is_video'] === false || /Image/.test(type) ? 'photo' : undefined;
}

/** A shared post can be pinned on its partner's page only. */
function isPinned(node: JsonObject, owner: string | undefined): boolean {
  return ['timeline_pinned_user_ids', 'clips_tab_pinned_user_ids', 'pinned_for_users'].some((key) => {
    const list = node[key];
    if (!Array.isArray(list) || list.length === 0) return false;
    const ids = list.slice(0, 20).map((entry) => (isObject(entry) ? idOf(entry) : readName(entry)));
    return owner === undefined || ids.includes(owner) || ids.every((id) => id === undefined);
  });
}

/** Ids of the authors whom their posts don't name: new partial nodes hold `user: {pk}` alone. */
export function namelessAuthors(document: Json): string[] {
  const ids = mediaIn(document)
    .filter((media) => !isAd(media))
    .map((media) => nameOf(authorOf(media)))
    .filter(({ handle }) => handle === undefined)
    .map(({ id }) => id)
    .filter((id) => id !== undefined);
  return [...new Set(ids)].slice(0, 5);
}

function sponsorsOf(node: JsonObject): string[] {
  const names = new Set<string>();
  for (const list of [node['sponsor_tags'], get(node, 'edge_media_to_sponsor_user', 'edges')]) {
    walk(list, (entry) => {
      const name = readName(entry['username']);
      if (name !== undefined && names.size < 20) names.add(name);
    });
  }
  return [...names];
}
