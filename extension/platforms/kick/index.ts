import type { PagePlatform } from '../platform';
import { hosts, locate } from './address';
import { anchor, readDocument } from './document';

export const kick: PagePlatform = {
  name: 'kick',
  hosts,
  locate,
  inlineTexts: () => [],
  readDocument,
  anchor,
};
