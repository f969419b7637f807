/** Tells when the page begins to hide what we have drawn, and when it ends: looks seldom, when the page is laid out. */
import { afterLayout } from './after-layout';
import { type Drawn, isHidden } from './hidden';
import { keepLooking, type Looking } from './keep-looking';

export type HiddenWatch = Pick<Looking, 'start' | 'stop'>;

/** Time between two looks while anything happens, ms. */
export const PACE = 2500;
/** How seldom the browser says by itself what lies over a target, ms. */
const DELAY = 500;
/** Looks in a row that must agree: what passes hides nothing. */
const LASTING = 2;

/** The newer form of the observer (Chromium): it also tells what lies over a target. */
type SeeingInit = IntersectionObserverInit & { trackVisibility: boolean; delay: number };
type SeeingEntry = IntersectionObserverEntry & { isVisible?: boolean };

/**
 * @param drawn  what ought to be seen now
 * @param tell  called with each change; nothing is hidden at the beginning
 */
export function watchHidden(host: Element, drawn: () => Drawn[], tell: (hidden: boolean) => void): HiddenWatch {
  const document = host.ownerDocument;
  const view = document.defaultView!;
  let told = false;
  let row = 0;
  const laidOut = afterLayout(document, () => {
    const looks = drawn().map((each) => isHidden(each, view, sight.of(each.element)));
    const hidden = looks.includes(true) ? true : looks.includes(false) ? false : undefined;
    row = hidden ? row + 1 : 0;
    // It may be for a moment: the next look must not be far.
    if (hidden && !told) looking.start();
    if (hidden === undefined || hidden === told || (hidden && row < LASTING)) return;
    told = hidden;
    tell(hidden);
  });
  const looking = keepLooking(document, { pace: PACE, look: laidOut.request });
  const sight = watchSight(view, looking.start);
  return {
    start: looking.start,
    stop() {
      looking.stop();
      laidOut.stop();
      sight.stop();
    },
  };
}

/**
 * What the browser itself says of an element: undefined where it can't, or not yet.
 * @param changed called when it says something new
 */
export function watchSight(
  view: Window & typeof globalThis,
  changed?: () => void,
): {
  of(element: Element): boolean | undefined;
  stop(): void;
} {
  const seen = new Map<Element, boolean | undefined>();
  const watch = new view.IntersectionObserver(
    (entries) => {
      for (const { target, isVisible, isIntersecting } of entries as SeeingEntry[]) {
        const now = isIntersecting ? isVisible : undefined;
        if (!seen.has(target) || seen.get(target) === now) continue;
        seen.set(target, now);
        changed?.();
      }
    },
    { trackVisibility: true, delay: DELAY, threshold: [0, 1] } as SeeingInit,
  );
  const forget = (element: Element) => {
    watch.unobserve(element);
    seen.delete(element);
  };
  return {
    of(element) {
      if (!seen.has(element)) {
        for (const other of seen.keys()) if (!other.isConnected) forget(other);
        seen.set(element, undefined);
        watch.observe(element);
      }
      return seen.get(element);
    },
    stop() {
      watch.disconnect();
      seen.clear();
    },
  };
}
