import type { PagePlatform } from '../platform';
import { hosts, locate } from './address';
import { anchor, readDocument } from './document';

export const x: PagePlatform = {
  name: 'x',
  hosts,
  locate,
  inlineTexts: () => [],
  readDocument,
  anchor,
};
