/** Bluesky addresses: /profile/handle-or-did, its lists and posts. */
import type { Place } from '../../reading/place';
import { isHostOf } from '../site';
import { site } from './site';

/** @returns the account or post that a Bluesky address shows, or null. */
export function locate(url: URL): Place | null {
  if (!isHostOf(site, url.hostname)) return null;
  const [root, name = '', section, rkey] = url.pathname.split('/').filter(Boolean);
  if (root !== 'profile') return null;
  const account = /^did:[a-z]+:[\w.:%-]{3,100}$/.test(name)
    ? { id: name }
    : /^[a-zA-Z0-9-]+(?:\.[a-zA-Z0-9-]+)+$/.test(name)
      ? { handle: name }
      : null;
  if (!account) return null;
  if (section === undefined) return { platform: 'bluesky', kind: 'profile', ...account };
  if (section === 'post')
    return rkey !== undefined && /^[\w-]{5,20}$/.test(rkey)
      ? { platform: 'bluesky', kind: 'post', ...account, postId: rkey }
      : null;
  return section === 'followers' || section === 'follows'
    ? { platform: 'bluesky', kind: 'people', ...account, tab: section }
    : null;
}
