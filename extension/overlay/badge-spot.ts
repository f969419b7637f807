/** Where the badge stands: beside the count in a free spot, or in the window's corner where the page shows no count. */
import type { Direction } from '../views/words';
import type { Cause } from './follow';
import { anchorBox, type Box, chooseSpot, occupiedAround, type Spot } from './free-space';
import { corner, type Places, windowSize } from './place';
import { isShown } from './visibility';

const MINI = { width: 112, height: 26 };

export interface BadgeSpot {
  /** Whether the badge is to be seen: not over what covers its anchor, and no skeleton in the corner. */
  readonly visible: boolean;
  /** Only the mark and the bar have room. */
  readonly mini: boolean;
  /**
   * Measures and places; to be called when the page is laid out.
   * @param answered  there is something to tell, for which the corner is good enough
   */
  place(anchor: Element | null, cause: Cause, direction: Direction, answered: boolean): void;
}

/** @param badge  the drawn badge, in the host's root */
export function makeBadgeSpot(host: Element, places: Places, badge: () => Element, view: Window): BadgeSpot {
  let visible = false;
  let spot: Spot | null = null;
  /** From the host's corner to the anchor at the last choice, px. */
  let lastOffset = { left: NaN, top: NaN };
  let fullWidth = 0;

  const inCorner = (direction: Direction) => {
    const origin = host.getBoundingClientRect();
    spot = null;
    const { x, top, held } = corner(MINI.height, windowSize(view), direction);
    places.badge(x - origin.left, top - origin.top, held);
  };

  const beside = (anchor: Element, box: Box, cause: Cause, direction: Direction) => {
    const origin = host.getBoundingClientRect();
    const offset = { left: box.left - origin.left, top: box.top - origin.top };
    // The page scrolls the badge by itself; only what else moves it asks for a new spot.
    if (cause === 'scroll' && spot && offset.left === lastOffset.left && offset.top === lastOffset.top) return;
    // An answer is narrower than the skeleton; its spot has room for both, so that it needs no other.
    if (!spot?.mini) fullWidth = Math.max(fullWidth, badge().getBoundingClientRect().width);
    const full = { width: fullWidth, height: MINI.height };
    spot = chooseSpot(box, occupiedAround(anchor, view), full, MINI, windowSize(view).width, direction);
    const rightward = direction === 'rtl';
    const x = rightward ? spot.left + (spot.mini ? MINI : full).width : spot.left;
    places.badge(x - origin.left, spot.top - origin.top, rightward ? 'right' : 'left');
    lastOffset = offset;
  };

  return {
    get visible() {
      return visible;
    },
    get mini() {
      return spot?.mini ?? false;
    },
    place(anchor, cause, direction, answered) {
      const box = anchor && anchorBox(anchor);
      // Nothing to stand beside: what was found out is told in the corner; a skeleton there would only be in the way.
      visible = anchor && box ? isShown(anchor, box, host, view) : answered;
      if (anchor && box) beside(anchor, box, cause, direction);
      else inCorner(direction);
    },
  };
}
