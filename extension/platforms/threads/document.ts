/** Threads: scripts with accounts and posts, and the meta sentence. */
import { countNamed } from '../../reading/counted';
import type { NumberStyle } from '../../reading/counts';
import { all, metaOf } from '../../reading/dom';
import { makeProfile } from '../../reading/factories';
import type { PageText, ReadContext } from '../../reading/place';
import type { Reading } from '../../reading/reading';
import { readingOf } from '../../reading/subject';
import { firstSentence, sameName } from '../../reading/text';
import { metaScripts } from '../meta-scripts';

const TELLING = /follower_count|thread_items|text_post_app_info/;

export function inlineTexts(document: Document): PageText[] {
  return metaScripts(document, TELLING);
}

/** '16.8M Followers • 5,012 Threads • biography …' or '2K Followers. Biography …': the biography may hold any number. */
export function readDocument(document: Document, context: ReadContext): Reading[] {
  const address = metaOf(document, 'og:url');
  const named = address === undefined ? undefined : /threads\.(?:com|net)\/@([A-Za-z0-9._]{1,30})/.exec(address)?.[1];
  const style: NumberStyle = { rounding: 'unknown', locale: context.locale, compact: true };
  const [first = '', second = ''] = metaOf(document, 'og:description')?.split('•', 2) ?? [];
  const followers = countNamed(firstSentence(first), ['followers'], style);
  const posts = second.trim().split(/\s+/).length <= 4 ? countNamed(second, ['posts'], style) : undefined;
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
