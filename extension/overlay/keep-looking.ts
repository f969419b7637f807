/**
 * A look that is taken again and again while the page or the person does anything, and seldom while both rest: a page that is
 * left open costs next to nothing. What is looked for may give no sign, as a rule that a script adds.
 */

export interface Looking {
  /** Begins, or looks at the pace again, as after a sign. */
  start(): void;
  stop(): void;
}

/** After a sign, so long is looked at the pace without listening for another, ms: a busy page is not listened to all the time. */
const STIRRED = 5000;
/** The longest time between two looks, ms. */
export const LONGEST = 20_000;
/** What a person does, and what a page's elements and styles do without a change of the document. */
const SIGNS = [
  ...['pointermove', 'pointerdown', 'keydown', 'focus', 'blur', 'scroll', 'resize', 'visibilitychange'],
  ...['toggle', 'fullscreenchange', 'transitionrun', 'animationstart'],
];

export interface LookingOptions {
  /** Time between two looks while something happens, ms. */
  pace: number;
  look(): void;
  /** The first sign after a rest, before the next frame. */
  stirred?(): void;
}

export function keepLooking(document: Document, { pace, look, stirred }: LookingOptions): Looking {
  const signs = listenForSigns(document, () => {
    stir();
    stirred?.();
  });
  let timer: ReturnType<typeof setTimeout> | undefined;
  let wait = pace;
  let since = 0;
  // At rest at no time that a page could foresee.
  const next = () => (wait === pace ? pace : wait * (1 - Math.random() / 2));
  const soon = () => {
    timer = setTimeout(() => {
      if (performance.now() - since >= STIRRED) {
        wait = Math.min(2 * wait, LONGEST);
        signs.listen();
      }
      soon();
      look();
    }, next());
  };
  const stir = () => {
    since = performance.now();
    // A look at the pace is on its way, and is not put off.
    if (timer !== undefined && wait === pace) return;
    wait = pace;
    signs.stop();
    clearTimeout(timer);
    soon();
  };
  return {
    start: stir,
    stop() {
      clearTimeout(timer);
      timer = undefined;
      signs.stop();
    },
  };
}

/** Tells the first sign of life after each `listen`, and listens no more then. */
function listenForSigns(document: Document, tell: () => void) {
  let heard: AbortController | undefined;
  const stop = () => {
    changes.disconnect();
    heard?.abort();
    heard = undefined;
  };
  const sign = () => {
    stop();
    tell();
  };
  const changes = new MutationObserver(sign);
  return {
    listen() {
      if (heard) return;
      heard = new AbortController();
      const { signal } = heard;
      // What happens to the document itself, as its visibility, comes by the window, too.
      for (const name of SIGNS)
        document.defaultView!.addEventListener(name, sign, { capture: true, passive: true, signal });
      // A style sheet that has come; the window never hears of it.
      document.addEventListener('load', sign, { capture: true, signal });
      changes.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
    },
    stop,
  };
}
