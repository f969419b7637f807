import type { PagePlatform } from '../platform';
import { hosts, locate } from './address';
import { anchor, readDocument } from './document';

export const reddit: PagePlatform = {
  name: 'reddit',
  hosts,
  locate,
  inlineTexts: () => [],
  readDocument,
  anchor,
};
