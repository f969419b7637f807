/** Tells when an element moves for a reason that nothing else reports: it leaves a frame that was drawn tightly around it. */
export interface ShiftWatch {
  /** Draws the frame where the element is now; without one, or out of the window, there is none. */
  watch(element: Element | null): void;
  stop(): void;
}

/** @param shifted called each time, until the frame is drawn anew */
export function watchShift(document: Document, view: Window, shifted: () => void): ShiftWatch {
  let frame: IntersectionObserver | undefined;
  return {
    watch(element) {
      frame?.disconnect();
      if (!element?.isConnected) return;
      const margins = frameAround(element, view);
      if (margins === undefined) return;
      let first = true;
      frame = new IntersectionObserver(
        ([entry]) => {
          if (!first && entry && entry.intersectionRatio < 1) shifted();
          first = false;
        },
        { root: document, rootMargin: margins, threshold: [0, 0.25, 0.5, 0.75, 0.99, 1] },
      );
      frame.observe(element);
    },
    stop: () => frame?.disconnect(),
  };
}

/** Margins that leave only the element's box of the window; undefined where it is out of the window or has no size. */
function frameAround(element: Element, view: Window): string | undefined {
  const box = element.getBoundingClientRect();
  const { innerWidth, innerHeight } = view;
  const outside = box.bottom < 0 || box.top > innerHeight || box.right < 0 || box.left > innerWidth;
  if (outside || box.width < 1 || box.height < 1) return undefined;
  return [box.top, innerWidth - box.right, innerHeight - box.bottom, box.left]
    .map((px) => `${-Math.floor(px)}px`)
    .join(' ');
}
