/** Threads addresses: /@name, its tabs, /@name/post/code. */
import type { Place } from '../../reading/place';
import { isHostOf } from '../site';
import { site } from './site';

const TABS = new Set(['replies', 'media', 'reposts']);

/** @returns the account or post that a Threads address shows, or null. */
export function locate(url: URL): Place | null {
  if (!isHostOf(site, url.hostname)) return null;
  const [name = '', section, code] = url.pathname.split('/').filter(Boolean);
  const handle = /^@([A-Za-z0-9._]{1,30})$/.exec(name)?.[1];
  if (handle === undefined) return null;
  if (section === undefined) return { platform: 'threads', kind: 'profile', handle };
  if (section === 'post')
    return code !== undefined && /^[\w-]{5,40}$/.test(code)
      ? { platform: 'threads', kind: 'post', handle, postId: code }
      : null;
  return TABS.has(section) ? { platform: 'threads', kind: 'profile', handle, tab: section } : null;
}
