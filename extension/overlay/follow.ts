/**
 * Tells when the anchor may have moved, without asking each frame: scrolling, resizing, layout shifts and changes of
 * the document. One call a frame at most, when the page's layout is done; changes of the document at most twice a second.
 */
import { afterLayout } from './after-layout';

export interface Following {
  /** Tells in the coming frame, for a reason of the caller's. */
  request(cause: Cause): void;
  /** Watches another anchor from now on; null watches the document for one to appear. */
  watch(anchor: Element | null): void;
  stop(): void;
}

export type Cause = 'scroll' | 'layout' | 'document';

const DOCUMENT_PAUSE_MS = 500;

/** @param moved called with the strongest cause since the last call: document > layout > scroll */
export function follow(document: Document, view: Window, moved: (cause: Cause) => void): Following {
  let pending: Cause | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let anchor: Element | null = null;
  let shift: IntersectionObserver | undefined;

  const order: readonly Cause[] = ['scroll', 'layout', 'document'];
  const laidOut = afterLayout(document, () => {
    const now = pending!;
    pending = undefined;
    moved(now);
    if (now !== 'scroll') watchShift();
  });
  const request = (cause: Cause) => {
    if (pending === undefined || order.indexOf(cause) > order.indexOf(pending)) pending = cause;
    laidOut.request();
  };
  const onScroll = () => request('scroll');
  const onResize = () => request('layout');
  const onDocument = () => {
    timer ??= setTimeout(() => {
      timer = undefined;
      request('document');
    }, DOCUMENT_PAUSE_MS);
  };

  const sizes = new ResizeObserver(() => request('layout'));
  const changes = new MutationObserver(onDocument);
  changes.observe(document.documentElement, { childList: true, characterData: true, subtree: true });
  // Pages switch their scheme and direction by an attribute up there.
  const roots = new MutationObserver(onDocument);
  for (const root of [document.documentElement, document.body]) if (root) roots.observe(root, { attributes: true });
  view.addEventListener('scroll', onScroll, { capture: true, passive: true });
  view.addEventListener('resize', onResize, { passive: true });

  /** A frame drawn tightly around the anchor is left when the anchor moves for a reason that nothing else reports. */
  function watchShift() {
    shift?.disconnect();
    if (!anchor?.isConnected) return;
    const box = anchor.getBoundingClientRect();
    const outside =
      box.width < 1 ||
      box.height < 1 ||
      box.bottom < 0 ||
      box.top > view.innerHeight ||
      box.right < 0 ||
      box.left > view.innerWidth;
    if (outside) return;
    const margins = [box.top, view.innerWidth - box.right, view.innerHeight - box.bottom, box.left]
      .map((px) => `${-Math.floor(px)}px`)
      .join(' ');
    let first = true;
    shift = new IntersectionObserver(
      ([entry]) => {
        if (!first && entry && entry.intersectionRatio < 1) request('layout');
        first = false;
      },
      { root: document, rootMargin: margins, threshold: [0, 0.25, 0.5, 0.75, 0.99, 1] },
    );
    shift.observe(anchor);
  }

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
      laidOut.stop();
      clearTimeout(timer);
      shift?.disconnect();
      sizes.disconnect();
      changes.disconnect();
      roots.disconnect();
      view.removeEventListener('scroll', onScroll, { capture: true });
      view.removeEventListener('resize', onResize);
    },
  };
}
