/** The script that a Substack page comes with; the page itself prints no number that is read. */
import { all } from '../../reading/dom';
import type { PageText } from '../../reading/place';
import type { Reading } from '../../reading/reading';
import { TEXT_MAX } from '../../reading/shape';

export function inlineTexts(document: Document): PageText[] {
  return all(document, 'script:not([src])', 100)
    .filter((script) => /_preloads\s*=/.test(script.textContent?.slice(0, 400) ?? ''))
    .filter((script) => (script.textContent?.length ?? 0) < TEXT_MAX)
    .map((script) => ({
      via: 'inline' as const,
      url: document.location?.href ?? '',
      name: 'preloads',
      text: script.textContent ?? '',
    }));
}

export function readDocument(): Reading[] {
  return [];
}

export function anchor(): Element | null {
  return null;
}
