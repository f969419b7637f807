import type { Profile } from '../../.generated/snapshot';
import { readCounts } from '../../reading/counts';
import { all, metaOf } from '../../reading/dom';
import { readingOf } from '../../reading/subject';
import { sameName } from '../../reading/text';
import { metaScripts } from '../meta-scripts';
import type { PagePlatform } from '../platform';
import { hosts, locate } from './address';

const TELLING = /follower_count|thread_items|text_post_app_info/;

export const threads: PagePlatform = {
  name: 'threads',
  hosts,
  locate,
  inlineTexts: (document) => metaScripts(document, TELLING),
  /** 'meta description: 16.8M Followers • 5,012 Threads • …': the first number counts followers. */
  readDocument: (document, context) => {
    const address = metaOf(document, 'og:url');
    const named = address === undefined ? undefined : /threads\.(?:com|net)\/@([A-Za-z0-9._]{1,30})/.exec(address)?.[1];
    const [followers, posts] = readCounts(metaOf(document, 'og:description')?.split('•', 2).join('•'), {
      rounding: 'unknown',
      locale: context.locale,
    });
    if (context.place.kind !== 'profile' || !sameName(named, context.place.handle) || !followers) return [];
    return readingOf({ handle: named as string }, 'meta', context, {
      profile: { followers, ...(posts ? { posts } : {}) } as Omit<Profile, 'handle'>,
    });
  },
  anchor: (document) =>
    all(document, '[title]', 200).find(
      (element) =>
        /^[\d.,\s\u00a0\u202f'’]+$/.test(element.getAttribute('title') ?? '') &&
        element.closest('a, [role="link"], span') !== null,
    ) ?? null,
};
