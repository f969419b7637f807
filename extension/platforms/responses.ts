/** Addresses whose responses may be read at all: the content script tells the observer in the page's world. */
import { responses } from '../.generated/platforms/responses';
import type { Responses } from './site';

/** True where the address is on a platform's list. An address that can't be parsed is not. */
export function isListed(address: string, lists: readonly Responses[] = responses): boolean {
  let url: URL;
  try {
    url = new URL(address);
  } catch {
    return false;
  }
  const { hostname, pathname } = url;
  const isAt = ({ hosts }: Responses) =>
    hosts !== 'any' && hosts.some((host) => hostname === host || hostname.endsWith(`.${host}`));
  const own = lists.some(isAt);
  return lists.some(
    (list) => (list.hosts === 'any' ? !own : isAt(list)) && list.paths.some((path) => pathname.includes(path)),
  );
}
