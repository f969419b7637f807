/** The platforms that are read, the known hosts first. */
import { bluesky } from './bluesky/index';
import { facebook } from './facebook/index';
import { generic } from './generic/index';
import { installed } from './installed';
import { kick } from './kick/index';
import { linkedin } from './linkedin/index';
import { lookupIn } from './lookup';
import { mastodon } from './mastodon/index';
import { pinterest } from './pinterest/index';
import type { Platform } from './platform';
import { reddit } from './reddit/index';
import { substack } from './substack/index';
import { threads } from './threads/index';
import { twitch } from './twitch/index';

/** Platforms with hosts of their own. */
const named: readonly Platform[] = [
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
const anywhere: readonly Platform[] = [mastodon, generic];

export const platforms: readonly Platform[] = [...named, ...anywhere];

export const { placeAt, platformAt } = lookupIn(named, anywhere);
