/**
 * Tells when the address of the page changes without a new document.
 * No part of it runs in the page's world: pages can't be told apart by it.
 */

/** How often the address is compared where the browser has no event for it, ms. */
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
  const { navigation } = view as unknown as { navigation?: EventTarget };
  navigation?.addEventListener('currententrychange', look, { signal });
  navigation?.addEventListener('navigatesuccess', look, { signal });
  // Without these events (Firefox before 147) a frame could be painted between a change and the next look.
  let frame = 0;
  const lookEachFrame = () => {
    look();
    frame = view.requestAnimationFrame(lookEachFrame);
  };
  if (!navigation) lookEachFrame();
  view.addEventListener('popstate', look, { signal });
  view.document.addEventListener('yt-navigate-finish', look, { signal });
  const timer = setInterval(look, LOOK);
  return () => {
    stop.abort();
    clearInterval(timer);
    view.cancelAnimationFrame(frame);
  };
}
