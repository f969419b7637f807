/** Pinterest's scripts, and the number of followers in the header. */
import { countPlaced } from '../../reading/counted';
import { all, textOf } from '../../reading/dom';
import type { PageText, ReadContext } from '../../reading/place';
import type { Reading } from '../../reading/reading';
import { TEXT_MAX } from '../../reading/shape';
import { isViewed, readingOf } from '../../reading/subject';
import { readName } from '../../reading/text';

export function inlineTexts(document: Document): PageText[] {
  return all(document, 'script#__PWS_INITIAL_PROPS__, script#__PWS_DATA__, script[data-relay-response]', 20)
    .filter((script) => (script.textContent?.length ?? 0) < TEXT_MAX)
    .map((script) => ({
      via: 'inline' as const,
      url: document.location?.href ?? '',
      name: script.id || 'relay',
      text: script.textContent ?? '',
    }));
}

export function readDocument(document: Document, context: ReadContext): Reading[] {
  const name = readName(textOf(document.querySelector('[data-test-id="profile-username"]')));
  const printed = textOf(document.querySelector('[data-test-id="profile-followers-count"]'));
  const followers = countPlaced(printed, ['followers', 'subscribers'], {
    rounding: 'unknown',
    locale: context.locale,
    compact: true,
  });
  return followers === undefined || name === undefined || !isViewed(context.place, { handle: name })
    ? []
    : readingOf({ handle: name }, 'dom', context, { profile: { followers } });
}

export function anchor(document: Document): Element | null {
  return document.querySelector('[data-test-id="profile-followers-count"]');
}
