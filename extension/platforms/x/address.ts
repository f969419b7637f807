/** X addresses: /name, its tabs and lists, /name/status/id. */
import type { Place } from '../../reading/place';
import { isHostOf } from '../site';
import { site } from './site';

const RESERVED = new Set([
  'home',
  'explore',
  'i',
  'notifications',
  'messages',
  'settings',
  'search',
  'compose',
  'jobs',
  'tos',
  'privacy',
  'login',
  'logout',
  'signup',
  'intent',
  'share',
  'hashtag',
  'about',
  'download',
  'account',
  'who_to_follow',
  'lists',
  'bookmarks',
  'communities',
  'premium',
  'verified',
  'follower_requests',
  'connect_people',
  'oauth',
  'rules',
  'en',
  'help',
  'safety',
  'personalization',
  'topics',
  'moments',
  'logo',
  'sw',
  'manifest',
]);
const TABS = new Set([
  'affiliates',
  'with_replies',
  'superfollows',
  'highlights',
  'articles',
  'media',
  'likes',
  'photo',
  'header_photo',
  'about',
  'subs',
]);
const LISTS = new Set(['followers', 'verified_followers', 'following', 'followers_you_follow']);

/** @returns the account or post that an X address shows, or null. */
export function locate(url: URL): Place | null {
  if (!isHostOf(site, url.hostname)) return null;
  const [handle = '', section, id] = url.pathname.split('/').filter(Boolean);
  if (!/^[A-Za-z0-9_]{1,20}$/.test(handle) || RESERVED.has(handle.toLowerCase())) return null;
  if (section === undefined) return { platform: 'x', kind: 'profile', handle };
  if (section === 'status' || section === 'statuses' || section === 'article') {
    return id !== undefined && /^\d{1,25}$/.test(id) ? { platform: 'x', kind: 'post', handle, postId: id } : null;
  }
  if (LISTS.has(section)) return { platform: 'x', kind: 'people', handle, tab: section };
  return TABS.has(section) ? { platform: 'x', kind: 'profile', handle, tab: section } : null;
}
