import type { Platform } from '../platform';
import { hosts, locate } from './address';
import { anchor, readDocument } from './document';
import { readText } from './texts';

export const bluesky: Platform = {
  name: 'bluesky',
  hosts,
  locate,
  inlineTexts: () => [],
  readText,
  readDocument,
  anchor,
};
