/**
 * Tells when the address of the page changes without a new document.
 * No part of it runs in the page's world: pages can't be told apart by it.
 */

export interface AddressWatch {
  /** Compares the address: a page on which our script came late can keep the browser's events from us. */
  look(): void;
  stop(): void;
}

/** @param changed called after each change of address within this document */
export function watchAddress(view: Window, changed: (address: string) => void): AddressWatch {
  let last = view.location.href;
  const look = () => {
    const { href } = view.location;
    if (href === last) return;
    last = href;
    changed(href);
  };
  const stop = new AbortController();
  const { signal } = stop;
  const { navigation } = view as unknown as { navigation?: EventTarget };
  navigation?.addEventListener('currententrychange', look, { signal });
  navigation?.addEventListener('navigatesuccess', look, { signal });
  view.addEventListener('popstate', look, { signal });
  view.document.addEventListener('yt-navigate-finish', look, { signal });
  return { look, stop: () => stop.abort() };
}
