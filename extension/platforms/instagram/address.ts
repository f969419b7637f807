/** Instagram addresses: /name, its tabs and lists, /p/code, /reel/code, with or without a name before. */
import type { Place } from '../../reading/place';
import { isHostOf } from '../site';
import { site } from './site';

const RESERVED = new Set([
  'explore',
  'reels',
  'direct',
  'accounts',
  'stories',
  'p',
  'reel',
  'tv',
  'popular',
  'legal',
  'directory',
  'lite',
  'about',
  'developer',
  'api',
  'graphql',
  'challenge',
  'emails',
  'session',
  'oauth',
  'web',
  'your_activity',
  'archive',
  'nametag',
  'ads',
  'privacy',
  'terms',
  'topics',
  'locations',
  'tags',
  'static',
  'data',
  'press',
  'help',
  'security',
  'call',
  'notes',
  'share',
  'shopping',
  'creators',
  'live',
  'notifications',
  'fxcal',
  'qr',
  's',
  'c',
  'l',
  'u',
  '_u',
  'audio',
  'guide',
  'download',
  'logging',
  'ajax',
  'settings',
  'search',
  'signup',
  'login',
]);
const TABS = new Set(['reels', 'tagged', 'reposts', 'saved', 'feed', 'channel', 'guides', 'collections', 'live']);
const LISTS = new Set(['followers', 'following', 'mutualOnly', 'mutualFirst']);
const POSTS = new Set(['p', 'reel', 'reels', 'tv']);
const CODE = /^[\w-]{5,40}$/;

/** @returns the account or post that an Instagram address shows, or null. */
export function locate(url: URL): Place | null {
  if (!isHostOf(site, url.hostname)) return null;
  const [first = '', second, third] = url.pathname.split('/').filter(Boolean);
  if (POSTS.has(first))
    return second !== undefined && CODE.test(second) && first !== 'reels'
      ? { platform: 'instagram', kind: 'post', postId: second }
      : reelsPost(first, second);
  if (!/^[A-Za-z0-9._]{1,30}$/.test(first) || RESERVED.has(first.toLowerCase())) return null;
  if (second === undefined) return { platform: 'instagram', kind: 'profile', handle: first };
  if (POSTS.has(second) && third !== undefined && CODE.test(third))
    return { platform: 'instagram', kind: 'post', handle: first, postId: third };
  if (LISTS.has(second)) return { platform: 'instagram', kind: 'people', handle: first, tab: second };
  return TABS.has(second) ? { platform: 'instagram', kind: 'profile', handle: first, tab: second } : null;
}

/** /reels/ is the feed of everybody's; /reels/code opens one of them. */
function reelsPost(first: string, second: string | undefined): Place | null {
  return first === 'reels' && second !== undefined && CODE.test(second) && second !== 'audio'
    ? { platform: 'instagram', kind: 'post', postId: second }
    : null;
}
