/** Meta's sites (Instagram, Threads, Facebook) carry their data in about a hundred inline scripts; few say what matters. */
import { all } from '../reading/dom';
import type { PageText } from '../reading/place';
import { TEXT_MAX } from '../reading/shape';

/** @param telling words that only scripts with accounts or posts hold; the others stay where they are */
export function metaScripts(
  document: Document,
  telling: RegExp,
  selector = 'script[type="application/json"]',
): PageText[] {
  return all(document, selector, 400)
    .map((script) => ({ script, text: script.textContent ?? '' }))
    .filter(({ script, text }) => !script.hasAttribute('src') && text.length < TEXT_MAX && telling.test(text))
    .map(({ script, text }) => ({
      via: 'inline',
      url: document.location?.href ?? '',
      name: script.id || 'data-sjs',
      text,
    }));
}
