/** Where Kick's page prints the number of followers; what it counts is read from the answers. */
import { readCount } from '../../reading/counts';
import { all, textOf } from '../../reading/dom';
import type { Reading } from '../../reading/reading';

const FOLLOWERS = '#channel-about [class*="font-bold"], [data-testid="followers-count"]';

export function readDocument(): Reading[] {
  return [];
}

export function anchor(document: Document): Element | null {
  return (
    all(document, FOLLOWERS, 10).find(
      (element) => readCount(textOf(element), { rounding: 'unknown', locale: 'en' }) !== null,
    ) ?? null
  );
}
