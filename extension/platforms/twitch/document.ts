/** The number of followers in the header of a Twitch channel. */
import { readCount } from '../../reading/counts';
import { all, textOf } from '../../reading/dom';
import type { ReadContext } from '../../reading/place';
import type { Reading } from '../../reading/reading';
import { readingOf } from '../../reading/subject';
import { sameName } from '../../reading/text';

const FOLLOWERS =
  '.about-section__panel .tw-strong, [data-a-target="about-panel"] .tw-strong, .about-section span strong';

export function readDocument(document: Document, context: ReadContext): Reading[] {
  const name = textOf(document.querySelector('h1.tw-title, [data-a-target="user-channel-header-item"] h1'));
  const followers = readCount(
    textOf(all(document, FOLLOWERS, 10).find((element) => /\p{N}/u.test(element.textContent ?? ''))),
    { rounding: 'unknown', locale: context.locale },
  );
  if (
    followers === null ||
    context.place.handle === undefined ||
    (name !== undefined && !sameName(name.replace(/\s/g, ''), context.place.handle))
  )
    return [];
  return readingOf({ handle: context.place.handle }, 'dom', context, { profile: { followers } });
}

export function anchor(document: Document): Element | null {
  return all(document, FOLLOWERS, 10).find((element) => /\p{N}/u.test(element.textContent ?? '')) ?? null;
}
