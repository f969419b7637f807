import { all } from '../../reading/dom';
import { TEXT_MAX } from '../../reading/shape';
import type { PagePlatform, PageText } from '../platform';
import { hosts, locate } from './address';
import { anchor, readDocument } from './document';

/** Words that only scripts with accounts or posts hold; the others of the hundred inline scripts stay where they are. */
const TELLING =
  /follower_count|edge_followed_by|"(?:taken_at|taken_at_timestamp|like_count|comments_connection|xig_polaris_media)"|shortcode_media/;

export const instagram: PagePlatform = {
  name: 'instagram',
  hosts,
  locate,
  inlineTexts: (document): PageText[] =>
    all(document, 'script[type="application/json"], script:not([type]), script[type="text/javascript"]', 400)
      .filter(
        (script) =>
          !script.hasAttribute('src') &&
          (script.textContent?.length ?? 0) < TEXT_MAX &&
          TELLING.test(script.textContent ?? ''),
      )
      .map((script) => ({
        via: 'inline' as const,
        url: document.location?.href ?? '',
        name: script.id || 'data-sjs',
        text: script.textContent ?? '',
      })),
  readDocument,
  anchor,
};
