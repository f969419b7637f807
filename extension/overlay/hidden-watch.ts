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
  // Rules that a script changes give no sign.
  const looking = keepLooking(document, { pace: PACE, look: laidOut.request, atRest: true });
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
  let watched: Element | undefined;
  let seen: boolean | undefined;
  const watch = new view.IntersectionObserver(
    (entries) => {
      const { isVisible, isIntersecting } = entries.at(-1) as SeeingEntry;
      seen = isIntersecting ? isVisible : undefined;
      changed?.();
    },
    { trackVisibility: true, delay: DELAY, threshold: [0, 1] } as SeeingInit,
  );
  return {
    of(element) {
      if (element !== watched) {
        if (watched) watch.unobserve(watched);
        watched = element;
        seen = undefined;
        watch.observe(element);
      }
      return seen;
    },
    stop: () => watch.disconnect(),
  };
}
