import type { PagePlatform } from '../platform';
import { locate } from './address';
import { anchor, inlineTexts, readDocument } from './document';
import { site } from './site';

export const threads: PagePlatform = {
  site,
  locate,
  inlineTexts,
  readDocument,
  anchor,
};
