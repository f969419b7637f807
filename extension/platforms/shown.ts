/** The platforms as the script on their pages needs them, the known hosts first. Their texts are read by registry.ts. */
import { bluesky } from './bluesky/index';
import { facebook } from './facebook/index';
import { generic } from './generic/index';
import { installed } from './installed';
import { kick } from './kick/index';
import { linkedin } from './linkedin/index';
import { lookupIn } from './lookup';
import { mastodon } from './mastodon/index';
import { pinterest } from './pinterest/index';
import type { PagePlatform } from './platform';
import { reddit } from './reddit/index';
import { substack } from './substack/index';
import { threads } from './threads/index';
import { twitch } from './twitch/index';

/** Platforms with hosts of their own. */
export const named: readonly PagePlatform[] = [
  ...installed,
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
export const anywhere: readonly PagePlatform[] = [mastodon, generic];

export const { placeAt } = lookupIn(named, anywhere);
