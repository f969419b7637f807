/**
 * Tells when the address of the page changes without a new document.
 * No part of it runs in the page's world: pages can't be told apart by it.
 */
import { keepLooking } from '../overlay/keep-looking';

/** How often the address is compared while anything happens, where a page keeps the browser's events from us, ms. */
const LOOK = 250;

/**
 * Calls `changed` after each change of address within this document.
 * @returns a function that stops it
 */
export function watchAddress(view: Window, changed: (address: string) => void): () => void {
  let last = view.location.href;
  const look = () => {
    const { href } = view.location;
    if (href === last) return;
    last = href;
    changed(href);
  };
  const stop = new AbortController();
  const { signal } = stop;
  const { navigation } = view as unknown as { navigation: EventTarget };
  navigation.addEventListener('currententrychange', look, { signal });
  navigation.addEventListener('navigatesuccess', look, { signal });
  view.addEventListener('popstate', look, { signal });
  view.document.addEventListener('yt-navigate-finish', look, { signal });
  const looking = keepLooking(view.document, { pace: LOOK, look, stirred: look });
  looking.start();
  return () => {
    stop.abort();
    looking.stop();
  };
}
