import type { PagePlatform } from '../platform';
import { locate } from './address';
import { anchor, inlineTexts, readDocument } from './document';
import { site } from './site';

export const pinterest: PagePlatform = {
  site,
  locate,
  inlineTexts,
  readDocument,
  anchor,
};
