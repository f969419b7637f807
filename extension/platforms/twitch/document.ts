/** The number of followers in the header of a Twitch channel. */
import { countPlaced } from '../../reading/counted';
import type { NumberStyle } from '../../reading/counts';
import { all, textOf } from '../../reading/dom';
import type { ReadContext } from '../../reading/place';
import type { Reading } from '../../reading/reading';
import { readingOf } from '../../reading/subject';
import { sameName } from '../../reading/text';

const FOLLOWERS =
  '.about-section__panel .tw-strong, [data-a-target="about-panel"] .tw-strong, .about-section span strong';

export function readDocument(document: Document, context: ReadContext): Reading[] {
  const name = textOf(document.querySelector('h1.tw-title, [data-a-target="user-channel-header-item"] h1'));
  const style: NumberStyle = { rounding: 'unknown', locale: context.locale };
  // The number stands in an element of its own ('48.2K'), its noun beside it; a team or a rank may be printed like it.
  const followers = all(document, FOLLOWERS, 10)
    .filter((element) => /\p{N}/u.test(element.textContent ?? ''))
    .map((element) => countPlaced(textOf(element.parentElement) ?? textOf(element), ['followers'], style))
    .find((count) => count !== undefined);
  if (
    followers === undefined ||
    context.place.handle === undefined ||
    (name !== undefined && !sameName(name.replace(/\s/g, ''), context.place.handle))
  )
    return [];
  return readingOf({ handle: context.place.handle }, 'dom', context, { profile: { followers } });
}

export function anchor(document: Document): Element | null {
  return all(document, FOLLOWERS, 10).find((element) => /\p{N}/u.test(element.textContent ?? '')) ?? null;
}
