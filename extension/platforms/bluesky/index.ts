import type { PagePlatform } from '../platform';
import { hosts, locate } from './address';
import { anchor, readDocument } from './document';

export const bluesky: PagePlatform = {
  name: 'bluesky',
  hosts,
  locate,
  inlineTexts: () => [],
  readDocument,
  anchor,
};
