/** Kick addresses: /name and its tabs. */
import type { Place } from '../../reading/place';
import { isHostOf } from '../site';
import { site } from './site';

const RESERVED = new Set([
  'browse',
  'categories',
  'category',
  'following',
  'settings',
  'dashboard',
  'search',
  'login',
  'signup',
  'video',
  'videos',
  'api',
  'community-guidelines',
  'terms-of-service',
  'privacy-policy',
  'about',
  'clips',
  'subscriptions',
]);
const TABS = new Set(['videos', 'clips', 'about', 'home']);

/** @returns the channel that a Kick address shows, or null. */
export function locate(url: URL): Place | null {
  const [name = '', tab] = url.pathname.split('/').filter(Boolean);
  if (!isHostOf(site, url.hostname) || !/^[A-Za-z0-9_-]{2,30}$/.test(name) || RESERVED.has(name.toLowerCase()))
    return null;
  if (tab === undefined) return { platform: 'kick', kind: 'profile', handle: name };
  return TABS.has(tab) ? { platform: 'kick', kind: 'profile', handle: name, tab } : null;
}
