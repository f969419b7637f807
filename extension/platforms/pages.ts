/** Which pages each platform has: the manifest, the switches and the content scripts are made from these lists. */
import type { PlatformName } from '../reading/reading';

export interface Site {
  platform: PlatformName;
  /** Match patterns, as in the manifest. */
  matches: readonly string[];
  /** A profile's address, as an example of what is read there. */
  example: string;
}

/** These come with the install. */
export const installedSites: readonly Site[] = [
  {
    platform: 'instagram',
    matches: ['https://www.instagram.com/*', 'https://m.instagram.com/*'],
    example: 'https://www.instagram.com/name/',
  },
  {
    platform: 'tiktok',
    matches: ['https://www.tiktok.com/*', 'https://m.tiktok.com/*'],
    example: 'https://www.tiktok.com/@name',
  },
  {
    platform: 'youtube',
    matches: ['https://www.youtube.com/*', 'https://m.youtube.com/*'],
    example: 'https://www.youtube.com/@name',
  },
  {
    platform: 'x',
    matches: ['https://x.com/*', 'https://mobile.x.com/*', 'https://twitter.com/*', 'https://mobile.twitter.com/*'],
    example: 'https://x.com/name',
  },
];

/** These are asked for by a click, each alone; one that no reader knows yet is not offered. */
export const optionalSites: readonly Site[] = [
  { platform: 'bluesky', matches: ['https://bsky.app/*'], example: 'https://bsky.app/profile/name.bsky.social' },
  {
    platform: 'threads',
    matches: ['https://www.threads.com/*', 'https://www.threads.net/*'],
    example: 'https://www.threads.com/@name',
  },
  { platform: 'twitch', matches: ['https://www.twitch.tv/*'], example: 'https://www.twitch.tv/name' },
  { platform: 'facebook', matches: ['https://www.facebook.com/*'], example: 'https://www.facebook.com/name' },
  { platform: 'linkedin', matches: ['https://www.linkedin.com/*'], example: 'https://www.linkedin.com/in/name/' },
  { platform: 'reddit', matches: ['https://www.reddit.com/*'], example: 'https://www.reddit.com/user/name/' },
  { platform: 'pinterest', matches: ['https://www.pinterest.com/*'], example: 'https://www.pinterest.com/name/' },
  { platform: 'kick', matches: ['https://kick.com/*'], example: 'https://kick.com/name' },
  { platform: 'substack', matches: ['https://*.substack.com/*'], example: 'https://substack.com/@name' },
];

/** The pages that come with the install. All other platforms are asked for by a click. */
export const platformPages = installedSites.flatMap(({ matches }) => [...matches]);

/** The site that an address belongs to, readable or not; null for every other address. */
export function siteAt(address: string, sites: readonly Site[] = [...installedSites, ...optionalSites]): Site | null {
  const host = /^https:\/\/([^/?#]+)/.exec(address)?.[1]?.toLowerCase();
  if (host === undefined) return null;
  return sites.find(({ matches }) => matches.some((pattern) => isHostOf(pattern, host))) ?? null;
}

/** A pattern is 'https://host/*' or 'https://*.host/*'. */
function isHostOf(pattern: string, host: string): boolean {
  const wanted = pattern.slice('https://'.length, -'/*'.length);
  return wanted.startsWith('*.') ? host === wanted.slice(2) || host.endsWith(wanted.slice(1)) : host === wanted;
}
