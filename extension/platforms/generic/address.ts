/** Any address of the web: what stands there, its document tells. */
import type { Place } from '../../reading/place';

export const hosts = /^[a-z0-9-]+(?:\.[a-z0-9-]+)+$/;

/** @returns every web page: its document tells whether it is an account's. `alias` is its path. */
export function locate(url: URL): Place | null {
  return hosts.test(url.hostname)
    ? { platform: 'generic', kind: 'profile', alias: url.hostname + url.pathname.replace(/\/+$/, '') }
    : null;
}
