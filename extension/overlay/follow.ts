/**
 * Tells when the anchor may have moved, without asking each frame: scrolling, resizing, layout shifts and changes of
 * the document. One call a frame at most, when the page's layout is done; changes of the document at most twice a second.
 */
import { afterLayout } from './after-layout';
import { watchShift } from './shift';

export interface Following {
  /** Tells in the coming frame, for a reason of the caller's. */
  request(cause: Cause): void;
  /** Watches another anchor from now on; null watches the document for one to appear. */
  watch(anchor: Element | null): void;
  stop(): void;
}

export type Cause = 'scroll' | 'layout' | 'document';

const DOCUMENT_PAUSE_MS = 500;

const order: readonly Cause[] = ['scroll', 'layout', 'document'];

/** @param moved called with the strongest cause since the last call: document > layout > scroll */
export function follow(document: Document, view: Window, moved: (cause: Cause) => void): Following {
  let pending: Cause | undefined;
  let anchor: Element | null = null;
  const laidOut = afterLayout(document, () => {
    const now = pending!;
    pending = undefined;
    moved(now);
    if (now !== 'scroll') shift.watch(anchor);
  });
  const request = (cause: Cause) => {
    if (pending === undefined || order.indexOf(cause) > order.indexOf(pending)) pending = cause;
    laidOut.request();
  };
  const shift = watchShift(document, view, () => request('layout'));
  let frame = 0;
  // Asked for within the callback, the browser would report an endless loop to the page: see after-layout.
  const sizes = new ResizeObserver(() => {
    view.cancelAnimationFrame(frame);
    frame = view.requestAnimationFrame(() => request('layout'));
  });
  const deafen = hearPage(document, view, request);
  return {
    request,
    watch(next) {
      if (next === anchor) return;
      anchor = next;
      sizes.disconnect();
      if (document.body) sizes.observe(document.body);
      if (anchor) sizes.observe(anchor);
    },
    stop() {
      view.cancelAnimationFrame(frame);
      laidOut.stop();
      shift.stop();
      sizes.disconnect();
      deafen();
    },
  };
}

/** Hears what the page does: it scrolls, its window changes, its document changes. @returns a function that ends it */
function hearPage(document: Document, view: Window, request: (cause: Cause) => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const onScroll = () => request('scroll');
  const onResize = () => request('layout');
  const onDocument = () => {
    timer ??= setTimeout(() => {
      timer = undefined;
      request('document');
    }, DOCUMENT_PAUSE_MS);
  };
  const changes = new MutationObserver(onDocument);
  changes.observe(document.documentElement, { childList: true, characterData: true, subtree: true });
  // Pages switch their scheme and direction by an attribute up there.
  const roots = new MutationObserver(onDocument);
  for (const root of [document.documentElement, document.body]) if (root) roots.observe(root, { attributes: true });
  view.addEventListener('scroll', onScroll, { capture: true, passive: true });
  view.addEventListener('resize', onResize, { passive: true });
  return () => {
    clearTimeout(timer);
    changes.disconnect();
    roots.disconnect();
    view.removeEventListener('scroll', onScroll, { capture: true });
    view.removeEventListener('resize', onResize);
  };
}
