import type { PagePlatform } from '../platform';
import { hosts, locate } from './address';
import { anchor, inlineTexts, readDocument } from './document';

export const substack: PagePlatform = {
  name: 'substack',
  hosts,
  locate,
  inlineTexts,
  readDocument,
  anchor,
};
