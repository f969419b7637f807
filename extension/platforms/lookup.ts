/** From an address to the platform that reads it, in a given list of platforms. */

import type { Place } from '../reading/place';
import type { PagePlatform } from './platform';
import { domainsOf, isHostOf } from './site';

/** What of a platform tells whose page an address is. */
export type Addressed = Pick<PagePlatform, 'site' | 'locate'>;

export interface Lookup<P extends Addressed = PagePlatform> {
  /** What an address points at, and who reads it; null for pages that show no account. */
  placeAt(address: string): { platform: P; place: Place } | null;
  /**
   * The platform of an address, whatever it shows. A page that shows no account (a home feed) may already ask for the next
   * profile: its texts are read with a place of that platform without handle and id.
   */
  platformAt(address: string): P | null;
}

/** Readers don't throw on any page; should one do so all the same, the page says nothing. */
export const quiet =
  <A extends unknown[], R>(read: (...args: A) => R, nothing: R) =>
  (...args: A): R => {
    try {
      return read(...args);
    } catch {
      return nothing;
    }
  };

const guarded = <P extends PagePlatform>(platform: P): P => ({
  ...platform,
  inlineTexts: quiet(platform.inlineTexts, []),
  readDocument: quiet(platform.readDocument, []),
  anchor: quiet(platform.anchor, null),
});

/** `lookupAmong`, whose platforms' readers throw on no page. */
export const lookupIn = <P extends PagePlatform>(platforms: readonly P[]): Lookup<P> =>
  lookupAmong(platforms.map(guarded));

/** @param all those with hosts of their own are asked first, then those of any host, in this order */
export function lookupAmong<P extends Addressed>(all: readonly P[]): Lookup<P> {
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
  const url = URL.canParse(address) ? new URL(address) : null;
  return url && /^https?:$/.test(url.protocol) ? url : null;
}
