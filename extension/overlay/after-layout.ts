/**
 * The moment of the coming frame when the page's own styles and layout are done. Measuring costs nothing then; earlier it
 * would make the browser do the page's work within ours.
 */
export interface AfterLayout {
  /** Calls back once, in the coming frame; not while the document is hidden. */
  request(): void;
  /** For good: a request that comes later is not heard. */
  stop(): void;
}

/** A resize observer tells the size of what it is given anew, between the layout and the painting of a frame. */
export function afterLayout(document: Document, call: () => void): AfterLayout {
  const root = document.documentElement;
  const view = document.defaultView!;
  let pending = false;
  let inside = false;
  let stopped = false;
  let frame = 0;
  const sizes = new ResizeObserver(() => {
    sizes.unobserve(root);
    if (!pending) return;
    pending = false;
    inside = true;
    try {
      call();
    } finally {
      inside = false;
    }
  });
  return {
    request() {
      if (pending || stopped) return;
      pending = true;
      // Within the callback it would be told in this frame again, which browsers report to the page as an endless loop.
      if (inside) frame = view.requestAnimationFrame(() => sizes.observe(root));
      else sizes.observe(root);
    },
    stop() {
      stopped = true;
      view.cancelAnimationFrame(frame);
      sizes.disconnect();
    },
  };
}
