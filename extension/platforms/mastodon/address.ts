/**
 * Mastodon addresses, on any host: /@name, /@name@host, /@name/id. Whether the host speaks Mastodon, its page tells.
 */
import type { Place } from '../../reading/place';

/** Any host with a dot; the registry asks Mastodon last. */
const hosts = /^[a-z0-9-]+(?:\.[a-z0-9-]+)+$/;
const TABS = new Set(['with_replies', 'media', 'tagged', 'featured']);

/** @returns the account or post that such an address shows; its handle is name@host. */
export function locate(url: URL): Place | null {
  const [name = '', section, ...rest] = url.pathname
    .replace(/^\/(?:web|deck)\//, '/')
    .split('/')
    .filter(Boolean);
  const parts = /^@([A-Za-z0-9_]+(?:[.-][A-Za-z0-9_]+)*)(?:@([a-z0-9-]+(?:\.[a-z0-9-]+)+))?$/i.exec(name);
  if (!parts || !hosts.test(url.hostname) || rest.length > 1) return null;
  const handle = `${parts[1]}@${(parts[2] ?? url.hostname).toLowerCase()}`;
  if (section === undefined) return { platform: 'mastodon', kind: 'profile', handle };
  if (/^\d{5,25}$/.test(section)) return { platform: 'mastodon', kind: 'post', handle, postId: section };
  if (section === 'followers' || section === 'following')
    return { platform: 'mastodon', kind: 'people', handle, tab: section };
  return TABS.has(section) ? { platform: 'mastodon', kind: 'profile', handle, tab: section } : null;
}
