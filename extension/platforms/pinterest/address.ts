/** Pinterest addresses: /name and its tabs, which begin with an underscore. */
import type { Place } from '../../reading/place';
import { isHostOf } from '../site';
import { site } from './site';

const RESERVED = new Set([
  'pin',
  'search',
  'ideas',
  'today',
  'login',
  'signup',
  'settings',
  'business',
  'topics',
  'explore',
  'categories',
  'about',
  '_',
  'password',
  'resource',
  'homefeed',
  'news_hub',
  'convert-business',
  'shop',
  'oauth',
]);

/** @returns the account that a Pinterest address shows, or null. */
export function locate(url: URL): Place | null {
  const [name = '', tab, rest] = url.pathname.split('/').filter(Boolean);
  if (
    !isHostOf(site, url.hostname) ||
    !/^[A-Za-z0-9_]{3,30}$/.test(name) ||
    RESERVED.has(name.toLowerCase()) ||
    rest !== undefined
  )
    return null;
  if (tab === undefined) return { platform: 'pinterest', kind: 'profile', handle: name };
  return tab.startsWith('_') ? { platform: 'pinterest', kind: 'profile', handle: name, tab } : null;
}
