import { all } from '../../reading/dom';
import type { PageText } from '../../reading/place';
import { TEXT_MAX } from '../../reading/shape';
import type { PagePlatform } from '../platform';
import { locate } from './address';
import { anchor, readDocument } from './document';
import { site } from './site';

const INLINE = '#__UNIVERSAL_DATA_FOR_REHYDRATION__, #SIGI_STATE, #__NEXT_DATA__';

export const tiktok: PagePlatform = {
  site,
  locate,
  inlineTexts: (document): PageText[] =>
    all(document, INLINE, 4)
      .filter((script) => script.localName === 'script' && (script.textContent?.length ?? 0) < TEXT_MAX)
      .map((script) => ({
        via: 'inline',
        url: document.location?.href ?? '',
        name: script.id,
        text: script.textContent ?? '',
      })),
  readDocument,
  anchor,
};
