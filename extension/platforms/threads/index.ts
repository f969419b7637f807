import type { PagePlatform } from '../platform';
import { hosts, locate } from './address';
import { anchor, inlineTexts, readDocument } from './document';

export const threads: PagePlatform = {
  name: 'threads',
  hosts,
  locate,
  inlineTexts,
  readDocument,
  anchor,
};
