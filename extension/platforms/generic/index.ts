import type { PagePlatform } from '../platform';
import { hosts, locate } from './address';
import { anchor, readDocument } from './document';

export const generic: PagePlatform = {
  name: 'generic',
  hosts,
  locate,
  inlineTexts: () => [],
  readDocument,
  anchor,
};
