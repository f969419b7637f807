/** A Mastodon server's pages: the script with the first state, and the header's counts. */
import { type NumberStyle, readCount } from '../../reading/counts';
import { all, linkOf, textOf } from '../../reading/dom';
import { makeProfile } from '../../reading/factories';
import type { PageText, Place, ReadContext } from '../../reading/place';
import type { Reading } from '../../reading/reading';
import { readingOf } from '../../reading/subject';

import { UNKNOWN_HERE } from './remote';

/** The header's link to a list; its title holds the exact number. */
function listLink(document: Document, place: Place, list: string): Element | undefined {
  const name = place.handle?.split('@')[0]?.toLowerCase();
  return all(document, '.account__header a[href], .public-account-header a[href]', 100).find((link) => {
    const path = linkOf(link, 'https://host.invalid/')?.pathname.toLowerCase() ?? '';
    return (
      (path === `/@${name}${list}` || path === `/@${place.handle?.toLowerCase()}${list}`) &&
      /\p{N}/u.test(link.getAttribute('title') ?? link.textContent ?? '')
    );
  });
}

export function inlineTexts(document: Document): PageText[] {
  return all(document, 'script#initial-state', 1).map((script) => ({
    via: 'inline' as const,
    url: document.location?.href ?? '',
    name: script.id,
    text: script.textContent ?? '',
  }));
}

export function readDocument(document: Document, context: ReadContext): Reading[] {
  if (
    !document.querySelector('#mastodon, script#initial-state, .public-account-header') ||
    context.place.handle === undefined
  )
    return [];
  const isRemote = context.place.handle.split('@')[1] !== document.location?.hostname.toLowerCase();
  const style: NumberStyle = { rounding: 'unknown', locale: context.locale };
  const count = (list: string) => {
    const link = listLink(document, context.place, list);
    const printed = link && (readCount(link.getAttribute('title'), style) ?? readCount(textOf(link), style));
    // Of an account on a server that does not show its network this server knows nothing, and prints 0.
    return printed === null || (printed === 0 && isRemote) ? undefined : printed;
  };
  const profile = makeProfile({ followers: count('/followers'), following: count('/following'), posts: count('') });
  return readingOf({ handle: context.place.handle }, 'dom', context, {
    profile,
    missing: isRemote ? [...UNKNOWN_HERE] : undefined,
  });
}

export function anchor(document: Document, place: Place): Element | null {
  return listLink(document, place, '/followers') ?? null;
}
