import type { PagePlatform } from '../platform';
import { hosts, locate } from './address';
import { anchor, inlineTexts, readDocument } from './document';

export const pinterest: PagePlatform = {
  name: 'pinterest',
  hosts,
  locate,
  inlineTexts,
  readDocument,
  anchor,
};
