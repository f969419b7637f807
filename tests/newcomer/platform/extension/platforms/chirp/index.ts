import type { PagePlatform } from '../platform';
import { locate } from './address';
import { anchor, readDocument } from './document';
import { site } from './site';

export const chirp: PagePlatform = {
  site,
  locate,
  inlineTexts: () => [],
  readDocument,
  anchor,
};
