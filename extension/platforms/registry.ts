/** The platforms with all their readers, for the background. A page's script carries none that reads texts: shown.ts. */
import { readPageText as bluesky } from './bluesky/texts';
import { readPageText as facebook } from './facebook/texts';
import { readPageText as instagram } from './instagram/texts';
import { readPageText as kick } from './kick/texts';
import { lookupIn } from './lookup';
import { readPageText as mastodon } from './mastodon/texts';
import { readPageText as pinterest } from './pinterest/texts';
import type { PagePlatform, Platform } from './platform';
import { readPageText as reddit } from './reddit/texts';
import { anywhere, named } from './shown';
import { readPageText as substack } from './substack/texts';
import { readPageText as threads } from './threads/texts';
import { readPageText as tiktok } from './tiktok/texts';
import { readPageText as twitch } from './twitch/texts';
import { readPageText as x } from './x/texts';
import { readPageText as youtube } from './youtube/texts';

/** LinkedIn and pages of any other host say nothing in texts that could be read. */
const readers: Readonly<Partial<Record<PagePlatform['name'], Platform['readPageText']>>> = {
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
  return { readPageText: readers[platform.name] ?? (() => []), ...platform };
}

const ofHosts = named.map(withReader);
const ofAnyHost = anywhere.map(withReader);

export const platforms: readonly Platform[] = [...ofHosts, ...ofAnyHost];

export const { placeAt, platformAt } = lookupIn(ofHosts, ofAnyHost);
