import { all } from '../../reading/dom';
import { TEXT_MAX } from '../../reading/shape';
import type { PageText, Platform } from '../platform';
import { locate } from './address';
import { anchor, readDocument } from './document';
import { readText } from './texts';

const INLINE = '#__UNIVERSAL_DATA_FOR_REHYDRATION__, #SIGI_STATE, #__NEXT_DATA__';
const RESPONSES = ['/api/user/detail/', '/api/post/item_list/', '/api/creator/item_list/', '/api/item/detail/', '/api/comment/list/'];

export const tiktok: Platform = {
  name: 'tiktok',
  matches: ['https://www.tiktok.com/*', 'https://m.tiktok.com/*'],
  responses: RESPONSES.map((path) => ({ host: 'tiktok.com', path })),
  locate,
  inlineTexts: (document): PageText[] => all(document, INLINE, 4)
    .filter((script) => script.localName === 'script' && (script.textContent?.length ?? 0) < TEXT_MAX)
    .map((script) => ({ via: 'inline', url: document.location?.href ?? '', name: script.id, text: script.textContent ?? '' })),
  readText,
  readDocument,
  anchor,
};
