/**
 * Whether a press was the person's own: the pointer, or the focus, has rested on a button that stood still, in full view and
 * covered by nothing, for long enough to be seen. A page can lay things over ours, make it clear, or have it come up under a
 * pointer that was about to click something else.
 */
import { hasEffect, isHidden } from './hidden';
import { watchSight } from './hidden-watch';
import type { Host } from './host';

export interface Press {
  /** Looks at the button from now on. */
  start(): void;
  stop(): void;
  /** Calls `act` once it is known whether the person saw what they pressed. A click that a page has made calls nothing. */
  take(event: Event, act: (seen: boolean) => void): void;
}

/** How long the button must have stood in full view before it is pressed, and how long the person must rest on it, ms. */
const STOOD = 300;
const RESTED = 300;
/** Time between two looks, ms. */
const PACE = 100;
/** Parts of its width and height where it must be ours. */
const PLACES = [0.04, 0.5, 0.96];

/** @param button  the button now, where it is drawn */
export function watchPress({ element: host, root }: Host, button: () => HTMLElement | null): Press {
  const document = host.ownerDocument;
  const view = document.defaultView!;
  const sight = watchSight(view);
  let timer: ReturnType<typeof setInterval> | undefined;
  /** Where it stands in full view; '' where it doesn't. Since when, and since when the person has rested on it, ms. */
  let place = '';
  let stands = 0;
  let rests: number | undefined;
  let waiting: ((seen: boolean) => void) | undefined;

  const placeOf = (it: HTMLElement): string => {
    const { left, top, width, height } = it.getBoundingClientRect();
    const isOurs = PLACES.every((right) =>
      PLACES.every((down) => {
        const [x, y] = [left + width * right, top + height * down];
        return document.elementFromPoint(x, y) === host && it.contains(root.elementFromPoint(x, y));
      }),
    );
    const isClear =
      isOurs &&
      isHidden({ element: it, anchor: null, host }, view) === false &&
      sight.of(it) !== false &&
      ![document.documentElement, host].some((one) => hasEffect(view.getComputedStyle(one)));
    return isClear ? `${left} ${top} ${width}` : '';
  };
  const answer = (seen: boolean) => {
    const act = waiting;
    waiting = undefined;
    act?.(seen);
  };
  const look = () => {
    const it = button();
    const now = performance.now();
    const at = it ? placeOf(it) : '';
    if (at === '' || at !== place) stands = now;
    place = at;
    // A press leaves the focus on it: who presses quickly and moves on has rested on it, too.
    if (!it || !(it.matches(':hover') || root.activeElement === it)) rests = undefined;
    else rests ??= now;
    if (place === '' || rests === undefined) answer(false);
    else if (now - rests >= RESTED) answer(true);
  };
  return {
    start() {
      timer ??= setInterval(look, PACE);
      look();
    },
    stop() {
      clearInterval(timer);
      timer = undefined;
      waiting = undefined;
      rests = undefined;
      place = '';
      sight.stop();
    },
    take({ isTrusted }, act) {
      if (!isTrusted || waiting) return;
      look();
      waiting = act;
      if (performance.now() - stands < STOOD) answer(false);
      else look();
    },
  };
}
