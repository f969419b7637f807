/** The platforms that are read. */
import { instagram } from './instagram/index';
import type { Place, Platform } from './platform';
import { tiktok } from './tiktok/index';
import { x } from './x/index';
import { youtube } from './youtube/index';

export const platforms: readonly Platform[] = [instagram, tiktok, youtube, x];

/** What an address points at, and who reads it; null for pages that show no account. */
export function placeAt(address: string): { platform: Platform; place: Place } | null {
  let url: URL;
  try {
    url = new URL(address);
  } catch {
    return null;
  }
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return null;
  for (const platform of platforms) {
    const place = platform.locate(url);
    if (place) return { platform, place };
  }
  return null;
}

/**
 * The platform of an address, whatever it shows. A page that shows no account (a home feed) may already ask for the next
 * profile: its texts are read with a place of that platform without handle and id.
 */
export function platformAt(address: string): Platform | null {
  let host: string;
  try {
    host = new URL(address).hostname;
  } catch {
    return null;
  }
  return platforms.find((platform) => platform.hosts.test(host)) ?? null;
}
