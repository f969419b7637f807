/** Twitch addresses: /name and its tabs. */
import type { Place } from '../../reading/place';
import { isHostOf } from '../site';
import { site } from './site';

const RESERVED = new Set([
  'directory',
  'videos',
  'settings',
  'subscriptions',
  'wallet',
  'friends',
  'downloads',
  'jobs',
  'p',
  'search',
  'turbo',
  'store',
  'login',
  'signup',
  'inventory',
  'drops',
  'broadcast',
  'team',
  'popout',
  'moderator',
  'u',
  'prime',
]);
const TABS = new Set(['about', 'schedule', 'videos', 'clips', 'home']);

/** @returns the channel that a Twitch address shows, or null. */
export function locate(url: URL): Place | null {
  const [name = '', tab] = url.pathname.split('/').filter(Boolean);
  if (!isHostOf(site, url.hostname) || !/^[A-Za-z0-9_]{2,25}$/.test(name) || RESERVED.has(name.toLowerCase()))
    return null;
  if (tab === undefined) return { platform: 'twitch', kind: 'profile', handle: name };
  return TABS.has(tab) ? { platform: 'twitch', kind: 'profile', handle: name, tab } : null;
}
