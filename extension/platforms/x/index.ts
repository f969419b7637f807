import type { Platform } from '../platform';
import { locate } from './address';
import { anchor, readDocument } from './document';
import { readText } from './texts';


export const x: Platform = {
  name: 'x',
  locate,
  inlineTexts: () => [],
  readText,
  readDocument,
  anchor,
};
