/** Chirp addresses: /@name, /@name/chirp/number. */
import type { Place } from '../../reading/place';
import { isHostOf } from '../site';
import { site } from './site';

/** @returns the account or post that a Chirp address shows, or null. */
export function locate(url: URL): Place | null {
  const [name = '', section, id] = url.pathname.split('/').filter(Boolean);
  const handle = /^@(\w{2,20})$/.exec(name)?.[1];
  if (!isHostOf(site, url.hostname) || handle === undefined) return null;
  if (section === undefined) return { platform: 'chirp', kind: 'profile', handle };
  return section === 'chirp' && id !== undefined && /^\d{4,20}$/.test(id)
    ? { platform: 'chirp', kind: 'post', handle, postId: id }
    : null;
}
