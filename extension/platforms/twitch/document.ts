/** The number of followers in the header or the About panel of a Twitch channel. */
import type { Count } from '../../.generated/snapshot';
import { countNamed } from '../../reading/counted';
import type { NumberStyle } from '../../reading/counts';
import { all, linkOf, textOf } from '../../reading/dom';
import type { Place, ReadContext } from '../../reading/place';
import type { Reading } from '../../reading/reading';
import { readingOf } from '../../reading/subject';
import { sameName } from '../../reading/text';

const BASE = 'https://www.twitch.tv/';
/** Where numbers of other channels stand: lists beside the page, cards of videos and of suggestions, the chat. */
const ELSEWHERE = 'nav, aside, article, [role="complementary"], [role="log"], [role="navigation"]';
/** '48.2K followers' is short; a longer text is somebody's. */
const LABEL = 60;

interface Told {
  element: Element;
  count: Count;
}

/** The noun stands beside the digits, or around them: so many boxes up, and in boxes of so many parts. */
const BOXES = 3;
const PARTS = 4;

/** A number of followers with its noun, from the element that holds its digits. */
function toldAt(digits: Element, style: NumberStyle): Told | null {
  let box: Element | null = digits;
  for (let up = 0; box && up <= BOXES && box.childElementCount <= PARTS; up++, box = box.parentElement) {
    const text = textOf(box);
    if (text === undefined || text.length > LABEL) return null;
    const count = countNamed(text, ['followers'], style);
    if (count !== undefined) return { element: digits, count };
  }
  return null;
}

/** Class names change. A page that prints two different numbers of followers shows another channel's, too. */
function followersOn(document: Document, style: NumberStyle): Told | null {
  const told = all(document, 'p, div, span, a, strong, b, li', 8000)
    .filter((element) => element.childElementCount === 0 && /\p{N}/u.test(element.textContent ?? ''))
    .map((element) => toldAt(element, style))
    .filter((found) => found !== null && found.element.closest(ELSEWHERE) === null) as Told[];
  const [first, ...others] = told;
  const differs = others.some(({ count }) => JSON.stringify(count) !== JSON.stringify(first?.count));
  return first && !differs ? first : null;
}

/** Whether the page's own heading is the viewed channel's: its name, or a link to it. */
function isHeaded(document: Document, handle: string): boolean {
  const headings = all(document, 'h1', 10);
  const named = headings.some((heading) => sameName(textOf(heading)?.replace(/\s/g, ''), handle));
  const leads = (link: Element | null) => sameName(linkOf(link, BASE)?.pathname.replace(/\/$/, '').slice(1), handle);
  return named || headings.some((heading) => leads(heading.closest('a')) || leads(heading.querySelector('a')));
}

export function readDocument(document: Document, context: ReadContext): Reading[] {
  const { handle } = context.place;
  if (handle === undefined || !isHeaded(document, handle)) return [];
  const told = followersOn(document, { rounding: 'unknown', locale: context.locale, compact: true });
  return told ? readingOf({ handle }, 'dom', context, { profile: { followers: told.count } }) : [];
}

export function anchor(document: Document, place: Place): Element | null {
  const locale = document.documentElement.getAttribute('lang') ?? undefined;
  return place.handle !== undefined && isHeaded(document, place.handle)
    ? (followersOn(document, { rounding: 'unknown', locale })?.element ?? null)
    : null;
}
