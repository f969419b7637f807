/**
 * Whether the person has looked at an address: only then it counts as a visit that is remembered. A page can change its
 * address as often as it likes; it can't make the person wait, nor press a key.
 */

/** Time that the address must be seen for, ms. */
export const LOOK = 2000;

export interface Look {
  /** An address is shown. @param byPerson a new document, or an address that the person's own act led to */
  start(byPerson: boolean): void;
  /** Ends the look without a word. */
  stop(): void;
}

/** Whether the person has just pressed something; true where the browser can't tell. */
export function isActing(view: Window): boolean {
  const { userActivation } = view.navigator as Navigator & { userActivation?: { isActive: boolean } };
  return userActivation?.isActive ?? true;
}

/** @param looked called once for each look that lasted, while the page was to be seen */
export function createLook(document: Document, looked: () => void): Look {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stop = () => {
    clearTimeout(timer);
    timer = undefined;
    document.removeEventListener('visibilitychange', look);
  };
  function look(): void {
    clearTimeout(timer);
    if (document.visibilityState !== 'visible') return;
    timer = setTimeout(() => {
      stop();
      looked();
    }, LOOK);
  }
  return {
    start(byPerson) {
      stop();
      if (!byPerson) return;
      document.addEventListener('visibilitychange', look);
      look();
    },
    stop,
  };
}
