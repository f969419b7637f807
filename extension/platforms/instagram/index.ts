import { metaScripts } from '../meta-scripts';
import type { PagePlatform } from '../platform';
import { locate } from './address';
import { anchor, readDocument } from './document';
import { site } from './site';

const TELLING =
  /follower_count|edge_followed_by|"(?:taken_at|taken_at_timestamp|like_count|comments_connection|xig_polaris_media)"|shortcode_media/;

export const instagram: PagePlatform = {
  site,
  locate,
  inlineTexts: (document) =>
    metaScripts(
      document,
      TELLING,
      'script[type="application/json"], script:not([type]), script[type="text/javascript"]',
    ),
  readDocument,
  anchor,
};
