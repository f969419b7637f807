/** A watch page: the video's counts, its owner, and the player's answer for it. */
import type { Count } from '../../.generated/snapshot';
import { exactCount, highOf, lowOf } from '../../reading/counts';
import { makePost, makeProfile, type ProfileFields } from '../../reading/factories';
import type { PageText, ReadContext } from '../../reading/place';
import type { Reading } from '../../reading/reading';
import { find, get, has, isObject, type Json, type JsonObject, walk } from '../../reading/shape';
import { readingOf, subjectOf } from '../../reading/subject';
import { cleanText, readName } from '../../reading/text';
import { fromText, readAge, readDay, secondsIn } from '../../reading/times';
import {
  type Channel,
  channelsIn,
  countOf,
  handleIn,
  hasBadge,
  isVerified,
  namedSubscribers,
  plainViewsOf,
  subscribersOf,
  textOf,
  viewsIn,
} from './nodes';

/** The video that a `next` document is about: its endpoint says so, or what can be done with it (like, share …). */
export function playedVideo(document: Json): string | undefined {
  const endpoint = find(document, (node) => has(node, 'currentVideoEndpoint'))?.['currentVideoEndpoint'];
  const named = videosIn(endpoint)[0];
  if (named !== undefined) return named;
  const primary = primaryOf(document);
  const acted = videosIn(primary);
  if (acted.length === 1) return acted[0];
  return isObject(document) && primary && acted.length === 0 ? endpointOf(document) : undefined;
}

/** A document's own endpoint, whatever its name: a small part at the top that leads to one video and prints nothing. */
function endpointOf(document: JsonObject): string | undefined {
  const led = new Set(
    Object.values(document).flatMap((part) => {
      const ids = videosIn(part);
      const prints = find(part, (node) => has(node, 'title') || has(node, 'text') || has(node, 'simpleText'));
      return ids.length === 1 && !prints ? ids : [];
    }),
  );
  return led.size === 1 ? [...led][0] : undefined;
}

function videosIn(root: Json | undefined): string[] {
  const ids = new Set<string>();
  walk(root, (node) => {
    if (typeof node['videoId'] === 'string') ids.add(node['videoId']);
    return undefined;
  });
  return [...ids];
}

/** The one watch page of a document; of two, nothing tells whose each of the other parts is. */
function primaryOf(document: Json): JsonObject | undefined {
  const found: JsonObject[] = [];
  walk(document, (node) => {
    if (isPrimary(node)) found.push(node);
    return undefined;
  });
  return found.length === 1 ? found[0] : undefined;
}

/** The node with a watch page's title, date and views. */
function isPrimary(node: JsonObject): boolean {
  return (
    has(node, 'viewCount', 'videoActions') ||
    (has(node, 'title', 'dateText') && (has(node, 'videoActions') || has(node, 'viewCount')))
  );
}

/** Whether a node tells that its part of a document is about the viewed video, or about another one. */
export function whoseVideo(node: JsonObject, postId: string): 'own' | 'other' | undefined {
  const ids = isPrimary(node) ? videosIn(node) : isDetails(node) ? [node['videoId']] : [];
  return ids.length === 0 ? undefined : ids.includes(postId) ? 'own' : 'other';
}

/** The header of a video's description, where the page has one. */
function describedIn(document: Json): JsonObject | undefined {
  return find(
    document,
    (node) => has(node, 'factoid') && (has(node, 'channelNavigationEndpoint') || has(node, 'channel', 'title')),
  );
}

/** The channel that it leads to; a title may lead to others. */
function channelOf(described: JsonObject | undefined): Channel | undefined {
  if (!described) return undefined;
  const { title: _, factoid: __, ...rest } = described;
  return channelsIn(described['channelNavigationEndpoint'])[0] ?? channelsIn(rest)[0];
}

/** @returns the viewed video of a `next` document with its owner; [] where the document is about another video. */
export function watchReading(document: Json, text: PageText, context: ReadContext): Reading[] {
  const { place } = context;
  const id = playedVideo(document);
  const primary = primaryOf(document);
  if (place.kind !== 'post' || id === undefined || id !== place.postId || !primary) return [];
  const secondary = find(
    document,
    (node) =>
      has(node, 'owner') &&
      (has(node, 'subscribeButton') || has(node, 'attributedDescription') || has(node, 'description')),
  );
  const box = find(
    secondary?.['owner'],
    (node) => has(node, 'navigationEndpoint') || has(node, 'subscriberCountText') || has(node, 'attributedTitle'),
  );
  const owners = channelsIn(box);
  const owner: Channel | undefined = channelOf(describedIn(document)) ?? owners[0];
  const subject = subjectOf({
    handle: owner?.handle ?? owners.find((channel) => channel.id === owner?.id)?.handle,
    id: owner?.id,
    postId: id,
  });
  const day =
    readDay(textOf(primary['dateText']), context.locale) ??
    readAge(textOf(primary['relativeDateText']), context.now, context.locale);
  const partners = owners
    .filter((channel) => channel.id !== owner?.id)
    .map((channel) => channel.handle ?? channel.id)
    .filter((name) => name !== undefined);
  const post = makePost({
    id,
    url: `https://www.youtube.com/watch?v=${id}`,
    ...day,
    kind: isOnAir(primary) ? 'live' : 'video',
    views: viewsOf(primary, context),
    likes: likesOf(primary, context),
    comments: commentCountOf(document, context),
    caption: cleanText(textOf(primary['title'])),
    collaborators: partners.length ? partners : undefined,
  });
  // What only paying members may watch says nothing of the others.
  const posts = hasBadge(primary['badges'], 'MEMBERS_ONLY') ? [] : [post];
  return readingOf(subject, text.via, context, { posts, profile: ownerProfile(box, owner, context) });
}

/** A short's own document: it names the video where it can be liked, and its counts in the description's header. */
export function shortReading(document: Json, text: PageText, context: ReadContext): Reading[] {
  const { place } = context;
  if (place.kind !== 'post' || playedVideo(document) !== undefined) return [];
  const overlay = find(
    document,
    (node) => has(node, 'overlay') && (has(node, 'replacementEndpoint') || has(node, 'status')),
  );
  const { overlay: controls, ...ends } = overlay ?? {};
  const played =
    videosIn(ends)[0] ??
    get(
      find(controls, (node) => typeof get(node, 'target', 'videoId') === 'string'),
      'target',
      'videoId',
    );
  if (!overlay || played === undefined || played !== place.postId) return [];
  const described = describedIn(document);
  const owner = channelOf(described) ?? channelsIn(controls)[0];
  const button = find(overlay['overlay'], (node) => has(node, 'likeCount', 'target'));
  const remarks = find(overlay['overlay'], (node) => has(node, 'viewCommentsButton'))?.['viewCommentsButton'];
  const id = place.postId as string;
  const post = makePost({
    id,
    url: `https://www.youtube.com/shorts/${id}`,
    ...readDay(textOf(described?.['publishDate']), context.locale),
    kind: 'short',
    views: viewsIn(described?.['views'], context, false),
    likes: exactCount(button?.['likeCount']) ?? likesOf(overlay, context),
    comments:
      commentCountOf(document, context) ??
      countOf(find(remarks, (node) => textOf(node['text']) !== undefined)?.['text'], context),
    caption: cleanText(textOf(described?.['title'])),
  });
  const profile: ProfileFields = makeProfile({
    id: owner?.id,
    displayName: cleanText(textOf(described?.['channel'])),
  });
  return readingOf(subjectOf({ ...owner, postId: id }), text.via, context, { posts: [post], profile });
}

function ownerProfile(box: JsonObject | undefined, owner: Channel | undefined, context: ReadContext): ProfileFields {
  if (!box || !owner) return {};
  const single = has(box, 'subscriberCountText');
  return makeProfile({
    id: owner.id,
    displayName: single ? cleanText(textOf(box['title'])) : undefined,
    followers: single ? subscribersOf(box['subscriberCountText'], context) : listedSubscribers(box, owner, context),
    verified: single ? isVerified(box['badges']) : undefined,
  });
}

/** A collaboration lists its channels in a dialog: '@name • 2.86m subscribers' beside a link to each. */
function listedSubscribers(box: JsonObject, owner: Channel, context: ReadContext): Count | undefined {
  const item = find(
    box,
    (node) => has(node, 'title', 'subtitle') && channelsIn(node['title']).some((channel) => channel.id === owner.id),
  );
  const parts = (textOf(item?.['subtitle']) ?? '').split('•').filter((part) => !part.includes('@'));
  return parts.map((part) => namedSubscribers(part, context)).find((count) => count !== undefined);
}

/** The numbers of a video's views, whatever holds them. */
function viewBox(primary: JsonObject): JsonObject | undefined {
  return find(primary['viewCount'], (node) => has(node, 'viewCount') || has(node, 'shortViewCount'));
}

function isOnAir(primary: JsonObject): boolean {
  return viewBox(primary)?.['isLive'] === true;
}

/** On a page that streams, the number is who watches now, not views. */
function viewsOf(primary: JsonObject, context: ReadContext): Count | undefined {
  const box = viewBox(primary);
  if (!box || isOnAir(primary)) return undefined;
  return (
    plainViewsOf(box['viewCount'], context) ??
    (isObject(box['viewCount']) ? undefined : viewsIn(box['shortViewCount'], context))
  );
}

/** The like button: '2.5k' shown, the exact number in what it says aloud; taken only where both agree. */
function likesOf(primary: JsonObject, context: ReadContext): Count | undefined {
  let button: JsonObject | undefined;
  walk(primary, (node) => {
    if (node['accessibilityId'] === 'id.video.like.button' || node['iconName'] === 'LIKE') button ??= node;
    return button ? 'stop' : undefined;
  });
  const old = find(primary, (node) => get(node, 'defaultIcon', 'iconType') === 'LIKE');
  const shown = countOf(button?.['title'] ?? old?.['defaultText'], context);
  const spoken = countOf(
    button?.['accessibilityText'] ??
      get(old, 'defaultText', 'accessibility', 'accessibilityData', 'label') ??
      get(old, 'accessibility', 'label'),
    context,
    false,
  );
  if (shown !== undefined && typeof spoken === 'number')
    return highOf(shown) + 1 >= spoken && lowOf(shown) <= spoken + 1 ? spoken : shown;
  return shown;
}

/** The comment panel's header holds the number ('501k'; exact below 1,000). */
function commentCountOf(document: Json, context: ReadContext): Count | undefined {
  const isPanel = (node: JsonObject) =>
    [node['panelIdentifier'], node['targetId']].some(
      (name) => typeof name === 'string' && name.includes('comments-section'),
    );
  const info = find(
    find(document, (node) => isPanel(node) && find(node, (inner) => has(inner, 'contextualInfo')) !== undefined),
    (node) => has(node, 'contextualInfo'),
  );
  const entry = find(document, (node) => has(node, 'commentCount') && has(node, 'headerText'));
  return countOf(info?.['contextualInfo'], context) ?? countOf(entry?.['commentCount'], context);
}

/** The words over a video that holds paid promotion. */
function isPaidMark(node: JsonObject): boolean {
  return (
    isObject(node['paidContentOverlayRenderer']) ||
    (has(node, 'durationMs', 'text') && get(node, 'icon', 'iconType') === 'MONEY_HAND')
  );
}

/** The node of a player's answer that names the video and its channel. */
export function isDetails(node: JsonObject): boolean {
  return has(node, 'videoId', 'channelId', 'author') && (has(node, 'viewCount') || has(node, 'lengthSeconds'));
}

/** The player's answer: exact views, the time to the second, and whether the video says that it holds paid promotion. */
export function playerReading(document: Json, text: PageText, context: ReadContext): Reading[] {
  const { place } = context;
  const details = find(document, isDetails);
  const id = details?.['videoId'];
  if (!details || typeof id !== 'string' || place.kind !== 'post' || id !== place.postId) return [];
  const format = find(document, (node) => has(node, 'ownerProfileUrl') || has(node, 'externalChannelId'));
  const live = details['isLive'] === true;
  const at = fromText(format?.['publishDate']) ?? fromText(format?.['uploadDate']);
  const short = format?.['isShortsEligible'] === true;
  const post = makePost({
    id,
    url: `https://www.youtube.com/${short ? 'shorts/' : 'watch?v='}${id}`,
    at,
    kind: live || details['isLiveContent'] === true ? 'live' : short ? 'short' : 'video',
    views: live ? undefined : exactCount(details['viewCount']),
    likes: exactCount(format?.['likeCount']),
    caption: cleanText(details['title']),
    durationS: secondsIn(details['lengthSeconds']),
    sponsored: find(document, isPaidMark) ? true : undefined,
  });
  const subject = subjectOf({
    handle: handleIn(format?.['ownerProfileUrl']),
    id: readName(details['channelId']),
    postId: id,
  });
  return readingOf(subject, text.via, context, {
    posts: [post],
    profile: makeProfile({ id: readName(details['channelId']), displayName: cleanText(details['author']) }),
  });
}
