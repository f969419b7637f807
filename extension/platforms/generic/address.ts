/** Any address of the web: what stands there, its document tells. */
import type { Place } from '../../reading/place';

const hosts = /^[a-z0-9-]+(?:\.[a-z0-9-]+)+$/;

/** The address of a page as its account's name: host and path, without the slashes at its end. */
export function nameOfPage({ hostname, pathname }: URL): string {
  let end = pathname.length;
  while (pathname[end - 1] === '/') end -= 1;
  return hostname + pathname.slice(0, end);
}

/** @returns every web page: its document tells whether it is an account's. `alias` is its path. */
export function locate(url: URL): Place | null {
  return hosts.test(url.hostname) ? { platform: 'generic', kind: 'profile', alias: nameOfPage(url) } : null;
}
