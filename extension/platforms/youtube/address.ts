/** YouTube addresses: /@handle, /channel/UC…, /c/…, /user/… with their tabs, /watch?v=, /shorts/id, /live/id. */
import type { Place } from '../../reading/place';
import { isHostOf } from '../site';
import { site } from './site';

const TABS = new Set([
  'featured',
  'videos',
  'shorts',
  'streams',
  'live',
  'podcasts',
  'releases',
  'courses',
  'playlists',
  'posts',
  'community',
  'store',
  'channels',
  'about',
  'search',
]);
const VIDEO = /^[\w-]{11}$/;

/** @returns the channel or video that a YouTube address shows, or null. A watch page's address does not tell the channel. */
export function locate(url: URL): Place | null {
  if (!isHostOf(site, url.hostname)) return null;
  const [first = '', second, third] = url.pathname.split('/').filter(Boolean).map(decode);
  if (first === 'watch') return post(url.searchParams.get('v'));
  if (first === 'shorts' || (first === 'live' && second !== undefined)) return post(second);
  const handle = /^@([\p{L}\p{N}\p{M}._·-]{2,60})$/u.exec(first)?.[1];
  if (handle !== undefined) return tabbed({ platform: 'youtube', kind: 'profile', handle }, second);
  if (first === 'channel' && second !== undefined && /^UC[\w-]{22}$/.test(second))
    return tabbed({ platform: 'youtube', kind: 'profile', id: second }, third);
  if ((first === 'c' || first === 'user') && second !== undefined && second.length <= 100)
    return tabbed({ platform: 'youtube', kind: 'profile', alias: `/${first}/${second}` }, third);
  return null;
}

function post(id: string | null | undefined): Place | null {
  return id && VIDEO.test(id) ? { platform: 'youtube', kind: 'post', postId: id } : null;
}

function tabbed(place: Place, tab: string | undefined): Place | null {
  if (tab === undefined) return place;
  return TABS.has(tab) ? { ...place, tab } : null;
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
