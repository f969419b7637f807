/** The rendered page: the header prints a rounded number of followers. */
import { readCount } from '../../reading/counts';
import { textOf } from '../../reading/dom';
import type { ReadContext } from '../../reading/place';
import type { Reading } from '../../reading/reading';
import { readingOf } from '../../reading/subject';
import { sameName } from '../../reading/text';

export function anchor(document: Document): Element | null {
  return document.querySelector('.chirp-header .chirp-followers');
}

export function readDocument(document: Document, context: ReadContext): Reading[] {
  const { handle } = context.place;
  const name = textOf(document.querySelector('.chirp-header .chirp-name'))?.replace(/^@/, '');
  const followers = readCount(textOf(anchor(document)), { rounding: 'unknown', locale: context.locale });
  if (followers === null || handle === undefined || !sameName(name, handle)) return [];
  return readingOf({ handle }, 'dom', context, { profile: { followers } });
}
