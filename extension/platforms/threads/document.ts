/** Threads: scripts with accounts and posts, and the meta sentence. */
import { readCounts } from '../../reading/counts';
import { all, metaOf } from '../../reading/dom';
import { makeProfile } from '../../reading/factories';
import type { PageText, ReadContext } from '../../reading/place';
import type { Reading } from '../../reading/reading';
import { readingOf } from '../../reading/subject';
import { sameName } from '../../reading/text';
import { metaScripts } from '../meta-scripts';

const TELLING = /follower_count|thread_items|text_post_app_info/;

export function inlineTexts(document: Document): PageText[] {
  return metaScripts(document, TELLING);
}

/** 'meta description: 16.8M Followers • 5,012 Threads • …': the first number counts followers. */
export function readDocument(document: Document, context: ReadContext): Reading[] {
  const address = metaOf(document, 'og:url');
  const named = address === undefined ? undefined : /threads\.(?:com|net)\/@([A-Za-z0-9._]{1,30})/.exec(address)?.[1];
  const [followers, posts] = readCounts(metaOf(document, 'og:description')?.split('•', 2).join('•'), {
    rounding: 'unknown',
    locale: context.locale,
  });
  if (context.place.kind !== 'profile' || !sameName(named, context.place.handle) || !followers) return [];
  return readingOf({ handle: named as string }, 'meta', context, {
    profile: makeProfile({ followers, posts }),
  });
}

export function anchor(document: Document): Element | null {
  return (
    all(document, '[title]', 200).find(
      (element) =>
        /^[\d.,\s\u00a0\u202f'’]+$/.test(element.getAttribute('title') ?? '') &&
        element.closest('a, [role="link"], span') !== null,
    ) ?? null
  );
}
