/**
 * Instagram's JSON, four generations: GraphQL nodes with `edge_…` counts (2016–), API media (`like_count`, `code`),
 * Polaris partial media (`play_count` without likes, 2026), `xig_…` nodes (2026). All are told by their keys.
 */
import type { Person, Post, Profile } from '../../.generated/snapshot';
import { mostCommon, orAhead } from '../../reading/ahead';
import { exactCount, sumOf } from '../../reading/counts';
import type { Reading } from '../../reading/reading';
import {
  find,
  get,
  has,
  isObject,
  type Json,
  type JsonObject,
  known,
  parseDocuments,
  valueAfter,
  walk,
} from '../../reading/shape';
import { readingOf, subjectOf } from '../../reading/subject';
import { readLink, readName, sameName, readText as textIn } from '../../reading/text';
import { ageOfInstagramCode, fromSeconds } from '../../reading/times';
import type { PageText, Place, ReadContext } from '../platform';
import { authorOf, commentsReading } from './comments';

interface Account {
  handle: string | undefined;
  id: string | undefined;
  profile: Omit<Profile, 'handle'>;
}

function read(text: PageText, context: ReadContext): Reading[] {
  const whole = parseDocuments(text.text);
  const documents = whole.length
    ? whole
    : [valueAfter(text.text, 'window._sharedData'), valueAfter(text.text, 'window.__additionalDataLoaded')].filter(
        (found) => found !== undefined,
      );
  return documents.flatMap((document) => readDocumentOf(document, text, context));
}

/** Whose page an answer is for: the account with counts, or the author of most of its posts. */
function about(document: Json, text: PageText): Place | null {
  if (!/\/graphql|\/users\/|\/feed\/user\/|\/clips\/user/.test(text.url)) return null;
  const node = find(document, (inner) => accountOf(inner)?.handle !== undefined);
  const handle =
    (node && accountOf(node)?.handle) ??
    mostCommon(
      mediaIn(document)
        .filter((media) => !isAd(media))
        .map((media) => readName(get(authorOf(media), 'username'))),
    );
  return handle === undefined ? null : { platform: 'instagram', kind: 'profile', handle };
}

/** @returns readings of the viewed account, or of the one that an answer is for: header, posts, comments, people. */
export const readText = orAhead(read, about);

function readDocumentOf(document: Json, text: PageText, context: ReadContext): Reading[] {
  const { place } = context;
  const accounts: Account[] = [];
  walk(document, (node) => {
    const account = accountOf(node);
    if (account) accounts.push(account);
    return undefined;
  });
  const opened = place.kind === 'post' ? find(document, (node) => mediaCode(node) === place.postId) : undefined;
  const owner = { handle: place.handle ?? readName(get(authorOf(opened), 'username')), id: place.id };
  const viewed = accounts.filter((account) => matches(owner, account));
  const id =
    viewed.find((account) => account.id !== undefined)?.id ?? (opened ? idOf(authorOf(opened)) : undefined) ?? place.id;
  const best = viewed.reduce<Account | undefined>(
    (a, b) => (a && Object.keys(a.profile).length >= Object.keys(b.profile).length ? a : b),
    undefined,
  );
  const subject = subjectOf({
    handle: best?.handle ?? owner.handle,
    id,
    postId: place.kind === 'post' ? place.postId : undefined,
  });
  const posts = postsIn(document, { handle: owner.handle, id }, place.kind === 'post' ? place.postId : undefined);
  return [
    ...readingOf(subject, text.via, context, {
      profile: best?.profile,
      posts,
      postsOrder: posts.length > 2 && place.kind !== 'post' ? 'latest' : undefined,
    }),
    ...commentsReading(document, text, context, owner.handle),
    ...peopleIn(document, text, context),
  ];
}

function matches(
  owner: { handle?: string | undefined; id?: string | undefined },
  account: { handle?: string | undefined; id?: string | undefined },
): boolean {
  if (owner.handle !== undefined && account.handle !== undefined) return sameName(owner.handle, account.handle);
  return owner.id !== undefined && owner.id === account.id;
}

/** A user with a follower count. */
function accountOf(node: JsonObject): Account | null {
  const followers = exactCount(node['follower_count']) ?? exactCount(get(node, 'edge_followed_by', 'count'));
  if (followers === undefined) return null;
  const handle = readName(node['username']);
  const id = idOf(node);
  if (handle === undefined && id === undefined) return null;
  const business = [node['is_business'], node['is_business_account'], node['is_professional_account']].filter(
    (flag) => typeof flag === 'boolean',
  );
  return {
    handle,
    id,
    profile: known({
      id,
      displayName: textIn(node['full_name']),
      bio: textIn(node['biography']),
      category: textIn(node['category_name'] ?? node['category'] ?? node['business_category_name']),
      links: linksOf(node),
      followers,
      following: exactCount(node['following_count']) ?? exactCount(get(node, 'edge_follow', 'count')),
      posts: exactCount(node['media_count']) ?? exactCount(get(node, 'edge_owner_to_timeline_media', 'count')),
      verified: flagOf(node['is_verified']),
      private: flagOf(node['is_private']),
      business: business.length ? business.includes(true) : undefined,
    }),
  };
}

function linksOf(node: JsonObject): string[] | undefined {
  const links = new Set<string>();
  const listed = Array.isArray(node['bio_links']) ? node['bio_links'] : [];
  for (const link of [...listed.map((entry) => get(entry, 'url')), node['external_url']]) {
    const url = readLink(link);
    if (url && links.size < 20) links.add(url);
  }
  return links.size ? [...links] : undefined;
}

/** The short code of a node that is a post. */
function mediaCode(node: JsonObject): string | undefined {
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

function idOf(node: JsonObject | undefined): string | undefined {
  return node && (readName(node['pk']) ?? readName(node['id']) ?? readName(node['pk_id']));
}

/** Posts of the owner and posts that name it as a co-author; ads, suggestions and reposts of others are left out. */
function postsIn(
  document: Json,
  owner: { handle: string | undefined; id: string | undefined },
  only: string | undefined,
): Post[] {
  const posts = new Map<string, Post>();
  walk(document, (node) => {
    if (isAd(node)) return 'skip';
    // The video tab of old profiles repeats the grid and goes further back.
    if (has(node, 'edge_felix_video_timeline')) {
      const account = accountOf(node);
      const mine = account !== null && matches(owner, account);
      for (const media of mediaIn(node['edge_owner_to_timeline_media'])) add(media, mine);
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
    const writer = { handle: readName(author?.['username']), id: idOf(author) };
    const partners = [...objectsIn(node['coauthor_producers']), ...objectsIn(node['invited_coauthor_producers'])];
    const isOwn = author ? matches(owner, writer) : ownList;
    const isPartner = objectsIn(node['coauthor_producers']).some((partner) =>
      matches(owner, { handle: readName(partner['username']), id: idOf(partner) }),
    );
    if (!isOwn && !isPartner) return;
    const others = [writer.handle, ...partners.map((partner) => readName(partner['username']))].filter(
      (name): name is string => name !== undefined && !sameName(name, owner.handle),
    );
    const post = postOf(node, code, isOwn || isPartner ? [...new Set(others)] : []);
    const before = posts.get(code);
    posts.set(code, before ? { ...post, ...before } : post);
  }
}

function mediaIn(root: Json | undefined): JsonObject[] {
  const found: JsonObject[] = [];
  walk(root, (node) => {
    if (mediaCode(node) === undefined) return undefined;
    found.push(node);
    return 'skip';
  });
  return found;
}

function objectsIn(value: Json | undefined): JsonObject[] {
  return Array.isArray(value) ? value.slice(0, 20).filter(isObject) : [];
}

function isAd(node: JsonObject): boolean {
  const link = node['link'];
  return (
    node['product_type'] === 'ad' ||
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
  return known({
    id: code,
    url: `https://www.instagram.com/${kind === 'short' ? 'reel' : 'p'}/${code}/`,
    ...(at === undefined ? ageOfInstagramCode(code) : { at }),
    kind,
    likes: hidden ? undefined : likes,
    comments,
    views: hidden ? undefined : views,
    shares: sumOf(shares),
    likesHidden: hidden ? true : undefined,
    commentsOff: node['comments_disabled'] === true ? true : undefined,
    caption: textIn(
      get(node, 'caption', 'text') ?? node['caption'] ?? get(node, 'edge_media_to_caption', 'edges', 0, 'node', 'text'),
    ),
    pinned: isPinned(node) ? true : undefined,
    sponsored:
      node['is_paid_partnership'] === true || sponsors.length
        ? true
        : node['is_paid_partnership'] === false
          ? false
          : undefined,
    sponsors: sponsors.length ? sponsors : undefined,
    collaborators: collaborators.length ? collaborators : undefined,
    durationS:
      typeof node['video_duration'] === 'number' && node['video_duration'] > 0 ? node['video_duration'] : undefined,
  }) as Post;
}

function kindOf(node: JsonObject): Post['kind'] {
  const type = String(node['__typename'] ?? '');
  if (node['product_type'] === 'clips') return 'short';
  if (node['media_type'] === 8 || /Sidecar|Carousel/.test(type) || Array.isArray(node['carousel_media']))
    return 'carousel';
  if (node['media_type'] === 2 || node['is_video'] === true || /Video/.test(type)) return 'video';
  return node['media_type'] === 1 || node['is_video'] === false || /Image/.test(type) ? 'photo' : undefined;
}

function isPinned(node: JsonObject): boolean {
  return ['timeline_pinned_user_ids', 'clips_tab_pinned_user_ids', 'pinned_for_users'].some(
    (key) => Array.isArray(node[key]) && (node[key] as Json[]).length > 0,
  );
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

/** Lists that the viewer opens: an account's followers, a post's likers. */
function peopleIn(document: Json, text: PageText, context: ReadContext): Reading[] {
  const { place } = context;
  const listed = /\/friendships\/(\d+)\/followers/.exec(text.url)?.[1];
  const liked = /\/media\/(\d+)\/likers/.exec(text.url)?.[1];
  const old = get(
    find(document, (node) => Array.isArray(get(node, 'edge_followed_by', 'edges'))),
    'edge_followed_by',
    'edges',
  );
  if (listed === undefined && liked === undefined && !(Array.isArray(old) && place.kind === 'people')) return [];
  const relation = liked === undefined ? ('follower' as const) : ('liker' as const);
  const people = new Map<string, Person>();
  walk(
    Array.isArray(old) ? old : (find(document, (node) => Array.isArray(node['users']))?.['users'] ?? document),
    (node) => {
      const handle = readName(node['username']);
      if (handle === undefined || idOf(node) === undefined || sameName(handle, place.handle)) return undefined;
      const anonymous = node['has_anonymous_profile_picture'];
      people.set(
        handle.toLowerCase(),
        known({
          handle,
          displayName: textIn(node['full_name']),
          relation,
          hasAvatar: typeof anonymous === 'boolean' ? !anonymous : undefined,
          verified: flagOf(node['is_verified']),
          private: flagOf(node['is_private']),
        }) as Person,
      );
      return 'skip';
    },
  );
  const subject =
    liked !== undefined
      ? { postId: place.postId, handle: place.handle }
      : listed !== undefined
        ? { id: listed }
        : { handle: place.handle };
  return readingOf(subjectOf(subject), text.via, context, {
    people: [...people.values()],
    peopleOrder: relation === 'follower' ? 'newest' : 'unknown',
  });
}

function flagOf(value: Json | undefined): boolean | undefined {
  return typeof value === 'boolean' ? value : undefined;
}
