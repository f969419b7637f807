/** From an address to the platform that reads it, in a given list of platforms. */

import type { Place } from '../reading/place';
import type { PagePlatform, Platform } from './platform';
import { domainsOf, isHostOf } from './site';

export interface Lookup<P extends PagePlatform = PagePlatform> {
  /** What an address points at, and who reads it; null for pages that show no account. */
  placeAt(address: string): { platform: P; place: Place } | null;
  /**
   * The platform of an address, whatever it shows. A page that shows no account (a home feed) may already ask for the next
   * profile: its texts are read with a place of that platform without handle and id.
   */
  platformAt(address: string): P | null;
}

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

/** @param platforms those with hosts of their own are asked first, then those of any host, in this order */
export function lookupIn<P extends PagePlatform>(platforms: readonly P[]): Lookup<P> {
  const all = platforms.map(guarded);
  const named = all.filter(({ site }) => site.access !== 'click');
  const anywhere = all.filter(({ site }) => site.access === 'click');
  /** Other parts of the named platforms' sites (music., help. …) are no pages of anybody's. */
  const otherParts = named.flatMap(({ site }) => domainsOf(site));
  const ownerOf = (host: string) => named.find(({ site }) => isHostOf(site, host));
  return {
    placeAt(address) {
      const url = parse(address);
      if (!url) return null;
      const { hostname } = url;
      const own = ownerOf(hostname);
      if (!own && otherParts.some((domain) => hostname === domain || hostname.endsWith(`.${domain}`))) return null;
      for (const platform of own ? [own] : anywhere) {
        const place = platform.locate(url);
        if (place) return { platform, place };
      }
      return null;
    },
    platformAt(address) {
      const host = parse(address)?.hostname;
      return host === undefined ? null : (ownerOf(host) ?? null);
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
