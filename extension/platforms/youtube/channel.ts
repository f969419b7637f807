/** A channel's header: pageHeader (2024–), c4Tabbed (until 2024), carousel (topics), and the About panel. */
import type { Profile } from '../../.generated/snapshot';
import { countNamed, countPlaced } from '../../reading/counted';
import { makeProfile, type ProfileFields } from '../../reading/factories';
import type { Place, ReadContext } from '../../reading/place';
import { find, get, has, isObject, type Json, type JsonObject, walk } from '../../reading/shape';
import { cleanText, readLink, readName } from '../../reading/text';
import { readDay } from '../../reading/times';
import {
  type Channel,
  channelAt,
  handleIn,
  isPlace,
  isVerified,
  namedSubscribers,
  styleOf,
  subscribersOf,
  textOf,
  viewsIn,
} from './nodes';

export interface Header {
  channel: Channel;
  /** Addresses by which the page calls the channel. */
  addresses: string[];
  profile: ProfileFields;
}

/** @returns what a browse document says of the channel it shows; null where it shows none. */
export function headerOf(document: Json, context: ReadContext): Header | null {
  const metadata = find(document, isMetadata);
  // Lists of channels hold nodes of the same shape, each with its own id.
  const isTabbed = (node: JsonObject) =>
    typeof node['channelId'] === 'string' &&
    (metadata === undefined || node['channelId'] === metadata['externalId']) &&
    has(node, 'title') &&
    (has(node, 'subscriberCountText') || has(node, 'channelHandleText') || has(node, 'videosCountText'));
  const tabbed = find(document, (node) => isTabbed(node) && leadsTo(context.place, node)) ?? find(document, isTabbed);
  const page =
    find(document, (node) => isObject(node['pageHeaderViewModel']))?.['pageHeaderViewModel'] ??
    find(
      document,
      (node) =>
        has(node, 'title', 'metadata', 'actions') &&
        find(node['metadata'], (inner) => Array.isArray(inner['metadataRows'])) !== undefined,
    );
  const topic = find(
    document,
    (node) =>
      has(node, 'title', 'subtitle', 'subscribeButton') &&
      !has(node, 'contents') &&
      (context.place.id === undefined ||
        find(node['subscribeButton'], (inner) => inner['channelId'] === context.place.id) !== undefined),
  );
  const id =
    readName(metadata?.['externalId']) ??
    readName(tabbed?.['channelId']) ??
    readName(
      get(
        find(topic?.['subscribeButton'], (node) => typeof node['channelId'] === 'string'),
        'channelId',
      ),
    );
  if (id === undefined || !/^UC[\w-]{22}$/.test(id)) return null;
  const base = tabbed && find(tabbed, (node) => channelAt(node)?.id === id);
  const addresses = [
    metadata?.['vanityChannelUrl'],
    metadata?.['channelUrl'],
    base?.['canonicalBaseUrl'],
    ...(Array.isArray(metadata?.['ownerUrls']) ? metadata['ownerUrls'] : []),
  ].filter((address): address is string => typeof address === 'string');
  const printed = isObject(page) ? rowsOf(page, context) : null;
  const handle =
    printed?.handle ??
    readName(textOf(tabbed?.['channelHandleText'])) ??
    addresses.map(handleIn).find((name) => name !== undefined);
  const profile: ProfileFields = makeProfile({
    id,
    displayName:
      cleanText(metadata?.['title']) ?? cleanText(textOf(tabbed?.['title'])) ?? cleanText(textOf(topic?.['title'])),
    bio: cleanText(metadata?.['description']),
    followers:
      printed?.followers ??
      subscribersOf(tabbed?.['subscriberCountText'], context) ??
      subscribersOf(topic?.['subtitle'], context),
    posts: printed?.posts ?? countPlaced(textOf(tabbed?.['videosCountText']), ['posts'], styleOf(context, true)),
    verified: isObject(page) ? isVerified(page['title']) : tabbed ? isVerified(tabbed['badges']) : undefined,
    links: linksIn(isObject(page) ? page['attribution'] : tabbed?.['headerLinks']),
  });
  return { channel: { id, handle }, addresses, profile };
}

/** Whether a header links to the viewed channel's own address. */
function leadsTo(place: Place, header: JsonObject): boolean {
  return (
    find(header, (node) => {
      const base = node['canonicalBaseUrl'];
      const channel = channelAt(node);
      return channel !== null && isPlace(place, channel, typeof base === 'string' ? [base] : []);
    }) !== undefined
  );
}

function isMetadata(node: JsonObject): boolean {
  return (
    typeof node['externalId'] === 'string' &&
    (has(node, 'vanityChannelUrl') || has(node, 'channelUrl') || has(node, 'ownerUrls'))
  );
}

function isAbout(node: JsonObject): boolean {
  return has(node, 'joinedDateText') && (typeof node['channelId'] === 'string' || has(node, 'canonicalChannelUrl'));
}

/** Whether a document is about one channel only. */
export function isAboutOne(document: Json): boolean {
  const ids = new Set<Json | undefined>();
  walk(document, (node) => {
    if (isMetadata(node)) ids.add(node['externalId']);
    return undefined;
  });
  return ids.size < 2;
}

/** Whether a node tells that its part of a document is the viewed channel's page, or another's. */
export function whoseChannel(node: JsonObject, place: Place): 'own' | 'other' | undefined {
  const id = readName(
    isMetadata(node)
      ? node['externalId']
      : isAbout(node)
        ? node['channelId']
        : node['key'] === 'browse_id'
          ? node['value']
          : undefined,
  );
  if (id === undefined && !isAbout(node)) return undefined;
  const addresses = [
    node['vanityChannelUrl'],
    node['channelUrl'],
    node['canonicalChannelUrl'],
    ...listOf(node['ownerUrls']),
  ];
  const channel = { id, handle: addresses.map(handleIn).find((name) => name !== undefined) };
  if (
    isPlace(
      place,
      channel,
      addresses.filter((address) => typeof address === 'string'),
    )
  )
    return 'own';
  // An id alone says nothing where the address holds none.
  return channel.handle === undefined && place.id === undefined ? undefined : 'other';
}

function listOf(value: Json | undefined): Json[] {
  return Array.isArray(value) ? value : [];
}

/** The texts below the name: the handle, subscribers, videos; their nouns tell which is which. */
function rowsOf(
  page: JsonObject,
  context: ReadContext,
): { handle: string | undefined; followers: Profile['followers']; posts: Profile['posts'] } {
  const texts: string[] = [];
  let spoken: string | undefined;
  walk(page['metadata'], (node) => {
    const text = textOf(node['text']);
    if (text === undefined) return undefined;
    texts.push(text);
    // Only subscribers have a spoken form of their own ('25.1 million subscribers').
    if (typeof node['accessibilityLabel'] === 'string') spoken ??= text;
    return 'skip';
  });
  const isHandle = (text: string) => /^[\u200e\u2066-\u2069]*@/.test(text.trim());
  const others = texts.filter((text) => !isHandle(text));
  const first = <T>(read: (text: string) => T | undefined) => others.map(read).find((value) => value !== undefined);
  return {
    handle: readName(
      texts
        .map((text) => /^[\u200e\u2066-\u2069]*@([^\s\u2069]+)/.exec(text.trim())?.[1])
        .find((name) => name !== undefined),
    ),
    followers:
      first((text) => namedSubscribers(text, context)) ??
      (spoken === undefined ? undefined : subscribersOf(spoken, context)),
    posts: first((text) => countNamed(text, ['posts'], styleOf(context, true))),
  };
}

/** Links go through a redirect that names their target. */
function linksIn(root: Json | undefined): string[] | undefined {
  const links = new Set<string>();
  walk(root, (node) => {
    const target = node['url'];
    if (typeof target !== 'string' || links.size >= 20) return undefined;
    const through = /[?&]q=([^&]+)/.exec(target)?.[1];
    try {
      const link = readLink(through === undefined ? target : decodeURIComponent(through));
      if (link && !/^https?:\/\/(?:www\.)?youtube\.com\/redirect/.test(link)) links.add(link);
    } catch {
      // A broken escape is no link.
    }
    return undefined;
  });
  return links.size ? [...links] : undefined;
}

/** The About panel: when the channel joined, all its views, its country. Loaded only when the viewer opens it. */
export function aboutOf(document: Json, context: ReadContext): Header | null {
  const about = find(document, isAbout);
  if (!about) return null;
  const address = typeof about['canonicalChannelUrl'] === 'string' ? about['canonicalChannelUrl'] : undefined;
  const channel = { id: readName(about['channelId']), handle: handleIn(address) };
  const joined = readDay(textOf(about['joinedDateText']), context.locale);
  const links = new Set<string>();
  walk(about['links'] ?? about['primaryLinks'], (node) => {
    const link = readLink(textOf(node['link'])) ?? undefined;
    if (link && links.size < 20) links.add(link);
    return undefined;
  });
  return {
    channel,
    addresses: address === undefined ? [] : [address],
    profile: makeProfile({
      id: channel.id,
      bio: cleanText(textOf(about['description'])),
      country: cleanText(textOf(about['country'])),
      followers: subscribersOf(about['subscriberCountText'], context),
      posts: countPlaced(textOf(about['videoCountText']), ['posts'], styleOf(context, true)),
      viewsTotal: viewsIn(about['viewCountText'], context, false),
      createdAt: joined?.at,
      links: links.size ? [...links] : undefined,
    }),
  };
}
