/** The platforms that are read, the known hosts first. */
import { bluesky } from './bluesky/index';
import { facebook } from './facebook/index';
import { generic } from './generic/index';
import { instagram } from './instagram/index';
import { kick } from './kick/index';
import { linkedin } from './linkedin/index';
import { mastodon } from './mastodon/index';
import { pinterest } from './pinterest/index';
import type { Place, Platform } from './platform';
import { reddit } from './reddit/index';
import { substack } from './substack/index';
import { threads } from './threads/index';
import { tiktok } from './tiktok/index';
import { twitch } from './twitch/index';
import { x } from './x/index';
import { youtube } from './youtube/index';

/** Platforms with hosts of their own. */
const named: readonly Platform[] = [
  instagram,
  tiktok,
  youtube,
  x,
  bluesky,
  threads,
  twitch,
  facebook,
  linkedin,
  reddit,
  pinterest,
  kick,
  substack,
];
/** Platforms of any host: Mastodon by its addresses, then any page with schema.org. */
const anywhere: readonly Platform[] = [mastodon, generic];

/** Other parts of the named platforms' sites (music., help. …) are no pages of anybody's. */
const OTHER_PARTS =
  /(?:^|\.)(?:instagram|tiktok|youtube|x|twitter|bsky|threads|twitch|facebook|linkedin|reddit|pinterest|kick|substack)\.(?:com|net|app|tv)$/;

export const platforms: readonly Platform[] = [...named, ...anywhere];

/** Readers don't throw on any page; should one do so all the same, the page says nothing. */
function guarded(platform: Platform): Platform {
  const quiet =
    <A extends unknown[], R>(read: (...args: A) => R, nothing: R) =>
    (...args: A): R => {
      try {
        return read(...args);
      } catch {
        return nothing;
      }
    };
  return {
    ...platform,
    inlineTexts: quiet(platform.inlineTexts, []),
    readText: quiet(platform.readText, []),
    readDocument: quiet(platform.readDocument, []),
    anchor: quiet(platform.anchor, null),
  };
}

const guardedByName = new Map(platforms.map((platform) => [platform.name, guarded(platform)]));

/** What an address points at, and who reads it; null for pages that show no account. */
export function placeAt(address: string): { platform: Platform; place: Place } | null {
  const url = parse(address);
  if (!url) return null;
  const own = named.find((platform) => platform.hosts.test(url.hostname));
  if (!own && OTHER_PARTS.test(url.hostname)) return null;
  for (const platform of own ? [own] : anywhere) {
    const place = platform.locate(url);
    if (place) return { platform: guardedByName.get(platform.name) ?? platform, place };
  }
  return null;
}

/**
 * The platform of an address, whatever it shows. A page that shows no account (a home feed) may already ask for the next
 * profile: its texts are read with a place of that platform without handle and id.
 */
export function platformAt(address: string): Platform | null {
  const host = parse(address)?.hostname;
  const found = host === undefined ? undefined : named.find((platform) => platform.hosts.test(host));
  return found ? (guardedByName.get(found.name) ?? found) : null;
}

function parse(address: string): URL | null {
  try {
    const url = new URL(address);
    return url.protocol === 'https:' || url.protocol === 'http:' ? url : null;
  } catch {
    return null;
  }
}
