/** The platforms with all their readers, for the background. A page's script carries none that reads texts: shown.ts. */
import { readText as bluesky } from './bluesky/texts';
import { readText as facebook } from './facebook/texts';
import { readText as instagram } from './instagram/texts';
import { readText as kick } from './kick/texts';
import { lookupIn } from './lookup';
import { readText as mastodon } from './mastodon/texts';
import { readText as pinterest } from './pinterest/texts';
import type { PagePlatform, Platform } from './platform';
import { readText as reddit } from './reddit/texts';
import { anywhere, named } from './shown';
import { readText as substack } from './substack/texts';
import { readText as threads } from './threads/texts';
import { readText as tiktok } from './tiktok/texts';
import { readText as twitch } from './twitch/texts';
import { readText as x } from './x/texts';
import { readText as youtube } from './youtube/texts';

/** LinkedIn and pages of any other host say nothing in texts that could be read. */
const readers: Readonly<Partial<Record<PagePlatform['name'], Platform['readText']>>> = {
  bluesky,
  facebook,
  instagram,
  kick,
  mastodon,
  pinterest,
  reddit,
  substack,
  threads,
  tiktok,
  twitch,
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
