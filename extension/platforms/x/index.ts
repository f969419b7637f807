import type { Platform } from '../platform';
import { hosts, locate } from './address';
import { anchor, readDocument } from './document';
import { readText } from './texts';

export const x: Platform = {
  name: 'x',
  hosts,
  locate,
  inlineTexts: () => [],
  readText,
  readDocument,
  anchor,
};
