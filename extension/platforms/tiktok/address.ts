/** TikTok addresses: /@name, /@name/video/id, /@name/photo/id. */
import type { Place } from '../../reading/place';
import { isHostOf } from '../site';
import { site } from './site';

/** @returns the account or post that a TikTok address shows, or null. */
export function locate(url: URL): Place | null {
  if (!isHostOf(site, url.hostname)) return null;
  const [name = '', section, id] = url.pathname.split('/').filter(Boolean);
  const handle = /^@([\w.-]{2,24})$/.exec(name)?.[1];
  if (handle === undefined) return null;
  if (section === undefined) return { platform: 'tiktok', kind: 'profile', handle };
  if ((section === 'video' || section === 'photo') && id !== undefined && /^\d{5,25}$/.test(id))
    return { platform: 'tiktok', kind: 'post', handle, postId: id };
  return null;
}
