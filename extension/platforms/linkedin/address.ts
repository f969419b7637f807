/** LinkedIn addresses: /in/name, /company/name, /school/name, /showcase/name and their tabs, /posts/name_…-number. */
import type { Place } from '../../reading/place';
import { isHostOf } from '../site';
import { site } from './site';

/** @returns the person or company that a LinkedIn address shows, or null. */
export function locate(url: URL): Place | null {
  const [section, name, tab] = url.pathname.split('/').filter(Boolean);
  const posted =
    section === 'posts' && name ? /^([^_]{2,120})_.*(?:activity|ugcPost|share)-(\d{10,25})/.exec(name) : null;
  if (isHostOf(site, url.hostname) && posted)
    return { platform: 'linkedin', kind: 'post', handle: decoded(posted[1] as string), postId: posted[2] as string };
  if (
    !isHostOf(site, url.hostname) ||
    name === undefined ||
    (section !== 'in' && section !== 'company' && section !== 'school' && section !== 'showcase')
  )
    return null;
  const handle = nameIn(url.href);
  return handle === undefined
    ? null
    : { platform: 'linkedin', kind: 'profile', handle, ...(tab === undefined ? {} : { tab }) };
}

/** The name in an address of a person ('williamhgates') or a company. */
export function nameIn(address: string | undefined): string | undefined {
  const name =
    address === undefined
      ? undefined
      : /linkedin\.com\/(?:in|company|school|showcase)\/([^/?#]{2,120})/.exec(address)?.[1];
  return name === undefined ? undefined : decoded(name);
}

function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
