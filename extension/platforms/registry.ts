/** The platforms with all their readers, for the background. A page's script carries none that reads texts: shown.ts. */
import { readText as bluesky } from './bluesky/texts';
import { readText as instagram } from './instagram/texts';
import { lookupIn } from './lookup';
import { readText as mastodon } from './mastodon/texts';
import type { PagePlatform, Platform } from './platform';
import { anywhere, named } from './shown';
import { readText as threads } from './threads/texts';
import { readText as tiktok } from './tiktok/texts';
import { readText as x } from './x/texts';
import { readText as youtube } from './youtube/texts';

/** The others read theirs in their own folder's index: they have little to read. */
const readers: Readonly<Partial<Record<PagePlatform['name'], Platform['readText']>>> = {
  bluesky,
  instagram,
  mastodon,
  threads,
  tiktok,
  x,
  youtube,
};

function withReader(platform: PagePlatform): Platform {
  return { readText: readers[platform.name] ?? (() => []), ...platform };
}

const ofHosts = named.map(withReader);
const ofAnyHost = anywhere.map(withReader);

export const platforms: readonly Platform[] = [...ofHosts, ...ofAnyHost];

export const { placeAt, platformAt } = lookupIn(ofHosts, ofAnyHost);
