import type { PagePlatform } from '../platform';
import { hosts, locate } from './address';
import { anchor, inlineTexts, readDocument } from './document';

export const facebook: PagePlatform = {
  name: 'facebook',
  hosts,
  locate,
  inlineTexts,
  readDocument,
  anchor,
};
