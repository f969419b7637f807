/**
 * The videos of a channel's tabs: `videoRenderer` (exact views), `lockupViewModel` (2026, rounded views), shorts, and the
 * older grid. Shelves of a Home tab hold other channels' videos too: what names another owner is left out.
 */
import type { Post } from '../../.generated/snapshot';
import { countNamed } from '../../reading/counted';
import { makePost } from '../../reading/factories';
import type { ReadContext } from '../../reading/place';
import { find, get, has, isObject, type Json, type JsonObject, stringOf, walk } from '../../reading/shape';
import { cleanText, sameName } from '../../reading/text';
import { readAge } from '../../reading/times';
import {
  type Channel,
  channelsIn,
  countOf,
  hasBadge,
  plainViewsOf,
  secondsOf,
  styleOf,
  textOf,
  viewsIn,
} from './nodes';

const VIDEO = /^[\w-]{11}$/;

/** @returns the channel's posts in page order; `owner` is the channel whose tab this is. */
export function gridPosts(document: Json, owner: Channel, context: ReadContext): Post[] {
  const posts = new Map<string, Post>();
  const home = tabOf(document, context) === 'home';
  const gather = (root: Json | undefined, shelf: boolean) =>
    walk(root, (node) => {
      if (isAd(node)) return 'skip';
      if (home && !shelf && isShelf(node)) {
        // A shelf that leads to the channel itself names no owner beside each video; other shelves must.
        gather(Object.values(node), isOwner(channelsIn([node['endpoint'] ?? null, node['title'] ?? null]), owner));
        return 'skip';
      }
      const post =
        shortLockup(node, context) ??
        lockup(node, context) ??
        video(node, context) ??
        mobileVideo(node, context) ??
        oldShort(node, context) ??
        communityPost(node, owner, context);
      if (!post) return undefined;
      const makers = makersOf(node);
      const own = makers.length === 0 ? !home || shelf : isOwner(makers, owner);
      if (post.id === undefined || !own || isForFew(node)) return 'skip';
      const partners = makers.filter((maker) => !isOwner([maker], owner)).map(({ handle, id }) => handle ?? id);
      posts.set(post.id, {
        ...post,
        ...makePost({ collaborators: partners.length ? partners.filter((name) => name !== undefined) : undefined }),
        ...posts.get(post.id),
      });
      return 'skip';
    });
  gather(document, false);
  return [...posts.values()];
}

function isShelf(node: JsonObject): boolean {
  return (
    has(node, 'title') &&
    (has(node, 'content') || has(node, 'contents') || has(node, 'endpoint')) &&
    !has(node, 'videoId') &&
    !has(node, 'selected')
  );
}

function isAd(node: JsonObject): boolean {
  return (
    has(node, 'adSlotMetadata') ||
    has(node, 'adSlotRenderer') ||
    has(node, 'inFeedAdLayoutRenderer') ||
    has(node, 'promotedVideoRenderer') ||
    has(node, 'promotedSparklesWebRenderer')
  );
}

/** The channels that a video names as its makers, in a byline or by an avatar; a tab's own videos name none. */
function makersOf(node: JsonObject): Channel[] {
  const parts = [
    node['longBylineText'],
    node['shortBylineText'],
    node['ownerText'],
    node['authorEndpoint'],
    node['authorText'],
    bylineOf(node),
  ];
  return channelsIn(parts.filter((part) => part !== undefined));
}

/** Posts for paying members are seen by few, and announced ones by nobody yet: neither tells how many of all come. */
function isForFew(node: JsonObject): boolean {
  const { metadata, contentImage, badges, thumbnailOverlays } = node;
  const marks = [metadata ?? null, contentImage ?? null, badges ?? null, thumbnailOverlays ?? null];
  return has(node, 'sponsorsOnlyBadge') || hasBadge(marks, 'MEMBERS_ONLY') || hasBadge(marks, 'UPCOMING');
}

function isOwner(channels: Channel[], owner: Channel): boolean {
  return channels.some(
    (channel) => (owner.id !== undefined && channel.id === owner.id) || sameName(channel.handle, owner.handle),
  );
}

/** The rows of a lockup, wherever its metadata lies. */
function bylineOf(node: JsonObject): Json | undefined {
  return has(node, 'contentId') ? node['metadata'] : undefined;
}

function video(node: JsonObject, context: ReadContext): Post | null {
  const id = node['videoId'];
  if (
    typeof id !== 'string' ||
    !VIDEO.test(id) ||
    !has(node, 'title') ||
    !(has(node, 'viewCountText') || has(node, 'publishedTimeText') || has(node, 'lengthText'))
  )
    return null;
  if (has(node, 'upcomingEventData')) return null;
  const onAir =
    find(
      [node['thumbnailOverlays'] ?? null, node['badges'] ?? null],
      (inner) => inner['style'] === 'LIVE' || inner['style'] === 'BADGE_STYLE_TYPE_LIVE_NOW',
    ) !== undefined;
  const exact = onAir ? undefined : plainViewsOf(node['viewCountText'], context);
  const views =
    exact ?? (onAir || has(node, 'viewCountText') ? undefined : viewsIn(node['shortViewCountText'], context));
  return watchable(id, node, context, { onAir, views, title: node['title'] });
}

/** A video with its own page, from what every form of it says alike. */
function watchable(
  id: string,
  node: JsonObject,
  { now, locale, place }: ReadContext,
  told: { onAir: boolean; views: Post['views']; title: Json | undefined },
): Post {
  return makePost({
    id,
    url: `https://www.youtube.com/watch?v=${id}`,
    ...readAge(textOf(node['publishedTimeText']), now, locale),
    kind: told.onAir || place.tab === 'streams' ? 'live' : 'video',
    views: told.views,
    caption: cleanText(textOf(told.title)),
    durationS: secondsOf(textOf(node['lengthText'])),
  });
}

function lockup(node: JsonObject, context: ReadContext): Post | null {
  const id = node['contentId'];
  if (typeof id !== 'string' || !VIDEO.test(id) || node['contentType'] !== 'LOCKUP_CONTENT_TYPE_VIDEO') return null;
  const badges: JsonObject[] = [];
  walk(node['contentImage'], (inner) => {
    if (has(inner, 'badgeStyle')) badges.push(inner);
    return undefined;
  });
  const onAir = badges.some((badge) => stringOf(badge['badgeStyle']).includes('LIVE'));
  const rows = rowsOf(node);
  const aged = rows
    .flatMap((row) => row.map((text, index) => ({ row, index, age: readAge(text, context.now, context.locale) })))
    .findLast(({ age }) => age !== undefined);
  // The views stand in the row of the age, before it; names of channels, which may hold digits ('Ann and 2 more'), in a row
  // above. Without an age the number may say who watches a stream now: it has to name views.
  const before = aged?.row[aged.index - 1];
  const style = styleOf(context, true);
  const views =
    (before === undefined ? undefined : viewsIn(before, context)) ??
    rows
      .flat()
      .map((text) => countNamed(text, ['views'], style))
      .findLast((count) => count !== undefined);
  const durationS = badges.map((badge) => secondsOf(textOf(badge['text']))).find((seconds) => seconds !== undefined);
  // What has no age, no length and is not on air is announced only.
  if (!onAir && !aged && durationS === undefined) return null;
  return makePost({
    id,
    url: `https://www.youtube.com/watch?v=${id}`,
    ...aged?.age,
    kind: onAir || context.place.tab === 'streams' ? 'live' : 'video',
    views: onAir ? undefined : views,
    caption: cleanText(textOf(find(node['metadata'], (inner) => has(inner, 'title'))?.['title'])),
    durationS,
  });
}

/** The texts below a lockup's title, row by row. */
function rowsOf(node: JsonObject): string[][] {
  const rows = find(node['metadata'], (inner) => Array.isArray(inner['metadataRows']))?.['metadataRows'];
  return (Array.isArray(rows) ? rows : []).map((row) => {
    const texts: string[] = [];
    walk(row, (part) => {
      const text = textOf(part['text']);
      if (text !== undefined) texts.push(text);
      return undefined;
    });
    return texts;
  });
}

function shortLockup(node: JsonObject, context: ReadContext): Post | null {
  const overlay = node['overlayMetadata'];
  if (!isObject(overlay) || !(has(node, 'entityId') || has(node, 'onTap'))) return null;
  const id =
    get(
      find(node['onTap'], (inner) => typeof inner['videoId'] === 'string' && VIDEO.test(inner['videoId'])),
      'videoId',
    ) ?? /([\w-]{11})$/.exec(stringOf(node['entityId']))?.[1];
  if (typeof id !== 'string') return null;
  return makePost({
    id,
    url: `https://www.youtube.com/shorts/${id}`,
    kind: 'short',
    views: viewsIn(overlay['secondaryText'], context),
    caption: cleanText(textOf(overlay['primaryText'])),
  });
}

/** The mobile site's videos: a headline, and views that are rounded. */
function mobileVideo(node: JsonObject, context: ReadContext): Post | null {
  const id = node['videoId'];
  if (typeof id !== 'string' || !VIDEO.test(id) || !has(node, 'headline', 'shortViewCountText')) return null;
  if (has(node, 'upcomingEventData')) return null;
  const onAir =
    find(node['thumbnailOverlays'] ?? null, (inner) => inner['style'] === 'LIVE') !== undefined ||
    !has(node, 'lengthText');
  const views = onAir ? undefined : viewsIn(node['shortViewCountText'], context);
  return watchable(id, node, context, { onAir, views, title: node['headline'] });
}

function oldShort(node: JsonObject, context: ReadContext): Post | null {
  const id = node['videoId'];
  if (typeof id !== 'string' || !VIDEO.test(id) || !has(node, 'headline') || !has(node, 'viewCountText')) return null;
  return makePost({
    id,
    url: `https://www.youtube.com/shorts/${id}`,
    kind: 'short',
    views: viewsIn(node['viewCountText'], context),
    caption: cleanText(textOf(node['headline'])),
  });
}

/** A text post of the channel. One that shares another channel's post is its own words, too. */
function communityPost(node: JsonObject, owner: Channel, context: ReadContext): Post | null {
  const id = node['postId'];
  if (typeof id !== 'string' || !/^[\w-]{10,60}$/.test(id) || !has(node, 'contentText')) return null;
  if (!writersOf(node).some((channel) => channel.id === owner.id)) return null;
  const replies = find(node['actionButtons'], (inner) => has(inner, 'replyButton'))?.['replyButton'];
  return makePost({
    id,
    url: `https://www.youtube.com/post/${id}`,
    ...readAge(textOf(node['publishedTimeText']), context.now, context.locale),
    kind: 'text',
    likes: countOf(node['voteCount'], context),
    comments: countOf(
      find(replies, (inner) => has(inner, 'text') && textOf(inner['text']) !== undefined)?.['text'],
      context,
    ),
    caption: cleanText(textOf(node['contentText'])),
  });
}

/** The channel behind a text post's name and picture; its words, its parts and its buttons may lead to others. */
function writersOf(node: JsonObject): Channel[] {
  const { contentText: _, backstageAttachment: __, actionButtons: ___, actionMenu: ____, ...rest } = node;
  return channelsIn(node['authorEndpoint'] ?? node['authorText'] ?? rest).slice(0, 1);
}

const TAB = /\/(videos|shorts|streams|live|community|posts|featured)\/?$/;

/** The selected tab, by its address; a channel's bare address shows its home. */
function tabOf(document: Json, { place }: ReadContext): string {
  const tab = find(document, (node) => node['selected'] === true && has(node, 'endpoint') && has(node, 'title'));
  const address = get(
    find(tab?.['endpoint'], (node) => typeof node['url'] === 'string'),
    'url',
  );
  const path =
    (typeof address === 'string' ? TAB.exec(address)?.[1] : undefined) ??
    (tab && typeof address === 'string' ? 'featured' : place.tab);
  return path === undefined || path === 'featured' ? 'home' : path;
}

/** In what order a browse document lists its posts: home, or newest first unless the ages say otherwise. */
export function orderOf(document: Json, posts: Post[], context: ReadContext): 'latest' | 'top' | 'home' | undefined {
  if (posts.length === 0) return undefined;
  if (tabOf(document, context) === 'home') return 'home';
  const aged = posts.filter((post) => post.at !== undefined);
  const sorted = aged.every(
    (post, index) =>
      index === 0 ||
      Date.parse(post.at as string) <= Date.parse(aged[index - 1]?.at as string) + 1000 * (post.atStep ?? 0),
  );
  return sorted ? 'latest' : 'top';
}
