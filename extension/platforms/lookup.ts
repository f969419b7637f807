/** From an address to the platform that reads it, in a given list of platforms. */

import type { Place } from '../reading/place';
import type { PagePlatform, Platform } from './platform';

export interface Lookup<P extends PagePlatform = PagePlatform> {
  /** What an address points at, and who reads it; null for pages that show no account. */
  placeAt(address: string): { platform: P; place: Place } | null;
  /**
   * The platform of an address, whatever it shows. A page that shows no account (a home feed) may already ask for the next
   * profile: its texts are read with a place of that platform without handle and id.
   */
  platformAt(address: string): P | null;
}

/** Other parts of the named platforms' sites (music., help. …) are no pages of anybody's. */
const OTHER_PARTS =
  /(?:^|\.)(?:instagram|tiktok|youtube|x|twitter|bsky|threads|twitch|facebook|linkedin|reddit|pinterest|kick|substack)\.(?:com|net|app|tv)$/;

function hasReader(platform: PagePlatform): platform is Platform {
  return 'readPageText' in platform;
}

/** Readers don't throw on any page; should one do so all the same, the page says nothing. */
function guarded<P extends PagePlatform>(platform: P): P {
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
    readDocument: quiet(platform.readDocument, []),
    anchor: quiet(platform.anchor, null),
    ...(hasReader(platform) && { readPageText: quiet(platform.readPageText, []) }),
  };
}

/**
 * @param named platforms with hosts of their own, asked first
 * @param anywhere platforms of any host, asked in order
 */
export function lookupIn<P extends PagePlatform>(named: readonly P[], anywhere: readonly P[]): Lookup<P> {
  const guardedByName = new Map([...named, ...anywhere].map((platform) => [platform.name, guarded(platform)]));
  return {
    placeAt(address) {
      const url = parse(address);
      if (!url) return null;
      const own = named.find((platform) => platform.hosts.test(url.hostname));
      if (!own && OTHER_PARTS.test(url.hostname)) return null;
      for (const platform of own ? [own] : anywhere) {
        const place = platform.locate(url);
        if (place) return { platform: guardedByName.get(platform.name) ?? platform, place };
      }
      return null;
    },
    platformAt(address) {
      const host = parse(address)?.hostname;
      const found = host === undefined ? undefined : named.find((platform) => platform.hosts.test(host));
      return found ? (guardedByName.get(found.name) ?? found) : null;
    },
  };
}

function parse(address: string): URL | null {
  try {
    const url = new URL(address);
    return url.protocol === 'https:' || url.protocol === 'http:' ? url : null;
  } catch {
    return null;
  }
}
