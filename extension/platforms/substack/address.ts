/** Substack addresses: substack.com/@name, name.substack.com with its tabs, name.substack.com/p/slug. */
import type { Place } from '../../reading/place';
import { isHostOf } from '../site';
import { site } from './site';

/** @returns the writer (substack.com/@name) or publication (name.substack.com) that an address shows, or null. */
export function locate(url: URL): Place | null {
  if (!isHostOf(site, url.hostname)) return null;
  const [name = '', tab] = url.pathname.split('/').filter(Boolean);
  const host = url.hostname.replace(/\.?substack\.com$/, '');
  if (host.includes('.')) return null;
  if (host === '' || host === 'www') {
    const handle = /^@([\w-]{2,60})$/.exec(name)?.[1];
    return handle === undefined
      ? null
      : { platform: 'substack', kind: 'profile', handle, ...(tab === undefined ? {} : { tab }) };
  }
  if (name === 'p' && tab !== undefined && /^[\w-]{2,120}$/.test(tab))
    return { platform: 'substack', kind: 'post', handle: host, postId: tab };
  return name === '' || name === 'archive' || name === 'about' || name === 'notes'
    ? { platform: 'substack', kind: 'profile', handle: host, ...(name === '' ? {} : { tab: name }) }
    : null;
}
