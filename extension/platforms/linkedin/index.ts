import type { PagePlatform } from '../platform';
import { hosts, locate } from './address';
import { anchor, readDocument } from './document';

export const linkedin: PagePlatform = {
  name: 'linkedin',
  hosts,
  locate,
  inlineTexts: () => [],
  readDocument,
  anchor,
};
