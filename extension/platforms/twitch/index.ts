import type { PagePlatform } from '../platform';
import { hosts, locate } from './address';
import { anchor, readDocument } from './document';

export const twitch: PagePlatform = {
  name: 'twitch',
  hosts,
  locate,
  inlineTexts: () => [],
  readDocument,
  anchor,
};
