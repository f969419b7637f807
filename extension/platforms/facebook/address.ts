/** Facebook addresses: /name, numbered pages, /name/posts/id, /name/videos/id. */
import type { Place } from '../../reading/place';
import { isHostOf } from '../site';
import { site } from './site';

const RESERVED = new Set([
  'home',
  'login',
  'watch',
  'marketplace',
  'groups',
  'events',
  'gaming',
  'pages',
  'people',
  'p',
  'help',
  'policies',
  'settings',
  'messages',
  'notifications',
  'search',
  'stories',
  'reel',
  'photo',
  'photos',
  'share',
  'sharer',
  'profile.php',
  'hashtag',
  'ads',
  'business',
  'privacy',
  'legal',
  'dialog',
  'plugins',
  'story.php',
  'permalink.php',
  'friends',
  'bookmarks',
  'memories',
  'saved',
  'videos',
]);

/** @returns the page that a Facebook address shows, or null. */
export function locate(url: URL): Place | null {
  if (!isHostOf(site, url.hostname)) return null;
  const [name = '', section, id] = url.pathname.split('/').filter(Boolean);
  if (name === 'profile.php') {
    const number = url.searchParams.get('id');
    return number !== null && /^\d{5,20}$/.test(number) ? { platform: 'facebook', kind: 'profile', id: number } : null;
  }
  // Pages without a name of their own: /people/Name/number and /p/Name-number.
  const numbered =
    name === 'people'
      ? /^\d{5,20}$/.exec(id ?? '')?.[0]
      : name === 'p'
        ? /-(\d{5,20})$/.exec(section ?? '')?.[1]
        : undefined;
  if (numbered !== undefined) return { platform: 'facebook', kind: 'profile', id: numbered };
  if (!/^[A-Za-z0-9.]{2,80}$/.test(name) || RESERVED.has(name.toLowerCase())) return null;
  if ((section === 'posts' || section === 'videos') && id !== undefined)
    return { platform: 'facebook', kind: 'post', handle: name, postId: id };
  return { platform: 'facebook', kind: 'profile', handle: name, ...(section === undefined ? {} : { tab: section }) };
}
