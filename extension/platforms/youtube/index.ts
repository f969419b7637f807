import { all } from '../../reading/dom';
import { TEXT_MAX } from '../../reading/shape';
import type { PageText, Platform } from '../platform';
import { hosts, locate } from './address';
import { anchor, readDocument } from './document';
import { readText } from './texts';

const INLINE = /ytInitial(?:Data|PlayerResponse)["'\]]*\s*=\s*\{/;

export const youtube: Platform = {
  name: 'youtube',
  hosts,
  locate,
  inlineTexts: (document): PageText[] =>
    all(document, 'script:not([src])', 400).flatMap((script) => {
      const text = script.textContent ?? '';
      const name = text.length < TEXT_MAX ? INLINE.exec(text.slice(0, 4000))?.[0] : undefined;
      return name === undefined
        ? []
        : [
            {
              via: 'inline' as const,
              url: document.location?.href ?? '',
              name: name.includes('Player') ? 'ytInitialPlayerResponse' : 'ytInitialData',
              text,
            },
          ];
    }),
  readText,
  readDocument,
  anchor,
};
