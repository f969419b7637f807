import { all } from '../../reading/dom';
import type { PageText } from '../../reading/place';
import { TEXT_MAX } from '../../reading/shape';
import type { PagePlatform } from '../platform';
import { locate } from './address';
import { anchor, readDocument } from './document';
import { site } from './site';

/** The mobile site writes its data as a text with escapes: `ytInitialData = '\x7b…'`. */
const INLINE = /ytInitial(?:Data|PlayerResponse)["'\]]*\s*=\s*[{'"]/;

/** The address that this document was loaded from, whatever the address bar says by now. */
function loadedFrom(document: Document): string | undefined {
  const [entry] = document.defaultView?.performance?.getEntriesByType?.('navigation') ?? [];
  return entry?.name;
}

export const youtube: PagePlatform = {
  site,
  locate,
  inlineTexts: (document): PageText[] => {
    const page = loadedFrom(document);
    return all(document, 'script:not([src])', 400).flatMap((script) => {
      const text = script.textContent ?? '';
      const name = text.length < TEXT_MAX ? INLINE.exec(text.slice(0, 4000))?.[0] : undefined;
      return name === undefined
        ? []
        : [
            {
              via: 'inline' as const,
              url: document.location?.href ?? '',
              name: name.includes('Player') ? 'ytInitialPlayerResponse' : 'ytInitialData',
              ...(page === undefined ? {} : { page }),
              text,
            },
          ];
    });
  },
  readDocument,
  anchor,
};
