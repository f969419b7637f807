/** In place of the overlay: what was mounted, with what, and what it was given to show. */
import type { Overlay, OverlayOptions } from '../../../extension/overlay/overlay';
import type { OverlayState } from '../../../extension/views/card/state';

export interface Mounted extends Overlay {
  options: OverlayOptions;
  states: OverlayState[];
  stars: Parameters<Overlay['star']>[0][];
  toggles: number;
  removed: boolean;
}

export const mounted: Mounted[] = [];

export function mountOverlay(options: OverlayOptions): Overlay {
  const one: Mounted = {
    options,
    states: [],
    stars: [],
    toggles: 0,
    removed: false,
    show: (state) => void one.states.push(state),
    star: (star) => void one.stars.push(star),
    toggle: () => void one.toggles++,
    remove: () => {
      one.removed = true;
    },
  };
  mounted.push(one);
  return one;
}

export const standing = () => mounted.filter(({ removed }) => !removed);
