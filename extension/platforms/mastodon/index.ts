import type { PagePlatform } from '../platform';
import { hosts, locate } from './address';
import { anchor, inlineTexts, readDocument } from './document';

export const mastodon: PagePlatform = {
  name: 'mastodon',
  hosts,
  locate,
  inlineTexts,
  readDocument,
  anchor,
};
