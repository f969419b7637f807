/** Reddit addresses: /user/name and /r/name with their tabs, /r/name/comments/id. */
import type { Place } from '../../reading/place';
import { isHostOf } from '../site';
import { site } from './site';

/** @returns the user ('name') or community ('r/name') that a Reddit address shows, or null. */
export function locate(url: URL): Place | null {
  const [section, name, tab] = url.pathname.split('/').filter(Boolean);
  if (!isHostOf(site, url.hostname) || name === undefined || !/^[\w-]{2,24}$/.test(name)) return null;
  const postId = tab === 'comments' ? url.pathname.split('/').filter(Boolean)[3] : undefined;
  if (postId !== undefined && /^[a-z0-9]{4,12}$/.test(postId))
    return { platform: 'reddit', kind: 'post', postId, ...(section === 'r' ? {} : { handle: name }) };
  if (section === 'user' || section === 'u')
    return { platform: 'reddit', kind: 'profile', handle: name, ...(tab === undefined ? {} : { tab }) };
  if (section !== 'r' || tab === 'comments') return null;
  return { platform: 'reddit', kind: 'profile', handle: `r/${name}`, ...(tab === undefined ? {} : { tab }) };
}
