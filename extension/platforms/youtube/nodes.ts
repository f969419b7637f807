/** The small shapes that all of YouTube's JSON is made of: texts, links to channels, badges. */
import type { Count } from '../../.generated/snapshot';
import { countNamed, countPlaced } from '../../reading/counted';
import { type NumberStyle, readCount } from '../../reading/counts';
import type { Counted } from '../../reading/number-words';
import type { Place, ReadContext } from '../../reading/place';
import { find, get, isObject, type Json, type JsonObject, stringOf, walk } from '../../reading/shape';
import { readName, sameName } from '../../reading/text';

export interface Channel {
  id: string | undefined;
  handle: string | undefined;
}

/** `{simpleText}`, `{runs: [{text}]}` or `{content}` → text. */
export function textOf(node: Json | undefined): string | undefined {
  if (typeof node === 'string') return node;
  if (!isObject(node)) return undefined;
  for (const key of ['simpleText', 'content']) if (typeof node[key] === 'string') return node[key];
  if (!Array.isArray(node['runs'])) return undefined;
  const text = node['runs']
    .slice(0, 200)
    .map((run) => get(run, 'text'))
    .filter((part) => typeof part === 'string')
    .join('');
  return text === '' ? undefined : text;
}

/** YouTube cuts digits off. `compact` places print short forms. */
export function styleOf(context: ReadContext, compact: boolean): NumberStyle {
  return { rounding: 'truncated', locale: context.locale, compact };
}

export function countOf(node: Json | undefined, context: ReadContext, compact = true): Count | undefined {
  return readCount(textOf(node), styleOf(context, compact)) ?? undefined;
}

/** Views, of a place that holds nothing else: 'No views' is 0, and who watches or waits is no view. */
export function viewsIn(node: Json | undefined, context: ReadContext, compact = true): Count | undefined {
  return countPlaced(textOf(node), ['views'], styleOf(context, compact));
}

/** Subscribers, of a text in a list of others: the noun tells. */
export function namedSubscribers(text: string, context: ReadContext): Count | undefined {
  return cutTo3(countNamed(text, SUBSCRIBERS, styleOf(context, true)));
}

/** Subscribers, of a place that holds nothing else. */
export function subscribersOf(node: Json | undefined, context: ReadContext): Count | undefined {
  return cutTo3(countPlaced(textOf(node), SUBSCRIBERS, styleOf(context, true)));
}

const SUBSCRIBERS: readonly Counted[] = ['subscribers', 'followers'];

/**
 * Subscribers are never exact from 1,000 on: three digits are kept, also where a language has no short form
 * (German '12.300 Abonnenten').
 */
function cutTo3(count: Count | undefined): Count | undefined {
  if (typeof count !== 'number' || count < 1000) return count;
  const unit = 10 ** (String(count).length - 3);
  return count % unit === 0 && unit > 1 ? { low: count, high: count + unit - 1 } : count;
}

/** `{browseId, canonicalBaseUrl}` → channel; null for other endpoints. */
export function channelAt(node: JsonObject): Channel | null {
  const id = node['browseId'];
  if (typeof id !== 'string' || !/^UC[\w-]{22}$/.test(id)) return null;
  const base = node['canonicalBaseUrl'];
  return { id, handle: handleIn(base) };
}

/** '/@name' or 'http://www.youtube.com/@name' → name. */
export function handleIn(value: Json | undefined): string | undefined {
  const name = typeof value === 'string' ? /(?:^|youtube\.com)\/@([^/?#\s]{2,60})/.exec(value)?.[1] : undefined;
  if (name === undefined) return undefined;
  try {
    return readName(decodeURIComponent(name));
  } catch {
    return readName(name);
  }
}

/** Channels that a node links to, in order. */
export function channelsIn(root: Json | undefined): Channel[] {
  const found = new Map<string, Channel>();
  walk(root, (node) => {
    const channel = channelAt(node);
    if (channel?.id !== undefined)
      found.set(channel.id, { id: channel.id, handle: found.get(channel.id)?.handle ?? channel.handle });
    return undefined;
  });
  return [...found.values()];
}

/** Whether a channel is the viewed one. */
export function isPlace(place: Place, channel: Channel, addresses: readonly string[] = []): boolean {
  if (place.handle !== undefined && channel.handle !== undefined) return sameName(place.handle, channel.handle);
  if (place.id !== undefined && channel.id !== undefined) return place.id === channel.id;
  const alias = place.alias?.toLowerCase();
  return (
    alias !== undefined &&
    addresses.some((address) => {
      const path = address.toLowerCase().replace(/^https?:\/\/(?:www\.|m\.)?youtube\.com/, '');
      return path === alias || path.startsWith(`${alias}/`);
    })
  );
}

/** The views of a `{simpleText}`: running and planned streams print theirs (watchers, waiting) as `{runs}`. */
export function plainViewsOf(node: Json | undefined, context: ReadContext): Count | undefined {
  return isObject(node) && typeof node['simpleText'] === 'string' ? viewsIn(node, context, false) : undefined;
}

/** A style of a badge that stands somewhere in a part: 'LIVE', 'UPCOMING', 'MEMBERS_ONLY'. */
export function hasBadge(root: Json | undefined, name: string): boolean {
  return (
    find(
      root,
      (node) =>
        stringOf(node['badgeStyle']).includes(name) ||
        stringOf(node['style']).split('_TYPE_').at(-1)?.includes(name) === true,
    ) !== undefined
  );
}

/** True for a check mark of channels or artists; without one it is not known, since the mark may only have moved. */
export function isVerified(root: Json | undefined): true | undefined {
  let verified = false;
  walk(root, (node) => {
    const style = node['style'];
    const image = get(node, 'clientResource', 'imageName');
    verified ||=
      style === 'BADGE_STYLE_TYPE_VERIFIED' ||
      style === 'BADGE_STYLE_TYPE_VERIFIED_ARTIST' ||
      image === 'CHECK_CIRCLE_FILLED' ||
      image === 'AUDIO_BADGE';
    return verified ? 'stop' : undefined;
  });
  return verified ? true : undefined;
}

/** '1:02:03' → seconds. */
export function secondsOf(text: string | undefined): number | undefined {
  const parts = text === undefined ? null : /^(?:(\d{1,3}):)?(\d{1,2}):(\d{2})$/.exec(text.trim());
  return parts ? Number(parts[1] ?? 0) * 3600 + Number(parts[2]) * 60 + Number(parts[3]) : undefined;
}
