/** What posts in Reddit's JSON and in its elements have in common. */
import { exactCount } from '../../reading/counts';
import type { Place } from '../../reading/place';
import { sameName } from '../../reading/text';

/** Whether a post is the viewed user's, or stands in the viewed community. */
export function isOwn(place: Place, author: string | undefined, community: string | undefined): boolean {
  return place.handle?.startsWith('r/')
    ? sameName(place.handle, `r/${community?.replace(/^r\//, '')}`)
    : sameName(place.handle, author);
}

/**
 * A score below 0 is 0. One that the community still hides is printed as 1 for everybody but its writer: it is unknown.
 * @param hidden whether the page says so
 */
export function scoreOf(value: unknown, hidden: boolean): number | undefined {
  if (hidden) return undefined;
  return typeof value === 'number' && value < 0 ? 0 : exactCount(value);
}

export const orderOf = (url: string, place: Place) =>
  /\/(?:top|hot|controversial|best|rising)\b|[?&]sort=(?:top|hot)/.test(url) ||
  place.tab === 'top' ||
  place.tab === 'hot'
    ? ('top' as const)
    : /\/(?:new|submitted)\b|[?&]sort=new/.test(url) || place.tab === 'new'
      ? ('latest' as const)
      : ('unknown' as const);
