/** Whose name space an account's id and handle belong to. */
import type { Snapshot } from '../.generated/snapshot';
import { siteAt } from './pages';

/**
 * A platform with addresses of its own has one name space for all its pages, '' as `host`. Everywhere else names are the
 * host's own: what a page says there is kept under its host, and only of an account with an id, which such readers give
 * where the page's own address is the account's.
 * @returns null where the account is bound to no address
 */
export function namespaceOf({
  platform,
  url,
  profile,
}: Snapshot): { platform: Snapshot['platform']; host: string } | null {
  if (url === undefined) return null;
  if (siteAt(url)?.platform === platform) return { platform, host: '' };
  // As the browser reads it: of https://good.example@evil.example/ the host is the second.
  const host = URL.canParse(url) ? new URL(url).host : '';
  return host === '' || profile.id === undefined ? null : { platform, host };
}
