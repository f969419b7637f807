/** happy-dom lays nothing out: what is laid out where is said here, and frames are told as a browser tells them. */
import { vi } from 'vitest';

/** As in a browser, what is observed is told of once in the coming frame. */
export class FrameObserver implements ResizeObserver {
  readonly #tell: ResizeObserverCallback;
  #frames: number[] = [];
  constructor(tell: ResizeObserverCallback) {
    this.#tell = tell;
  }
  observe(): void {
    this.#frames.push(requestAnimationFrame(() => this.#tell([], this)));
  }
  unobserve(): void {}
  disconnect(): void {
    for (const frame of this.#frames) cancelAnimationFrame(frame);
  }
}

/** Lays an element out: its box in the window, px. */
export function layOut<E extends Element>(element: E, left: number, top: number, width: number, height: number): E {
  element.getBoundingClientRect = () => new DOMRect(left, top, width, height);
  return element;
}

/** Adds an element to a place on the page. */
export function add(name = 'div', to: Element = document.body): HTMLElement {
  return to.appendChild(document.createElement(name));
}

/** Watchers of the window's shifts, in the order in which they were made; `tell` says how much of the element is within. */
export function watchedShifts() {
  const made: { margins: string; of: Element[]; ended: boolean; tell(ratio: number): void }[] = [];
  class ShiftObserver {
    readonly #one;
    constructor(call: (entries: { intersectionRatio: number }[]) => void, { rootMargin }: { rootMargin: string }) {
      this.#one = {
        margins: rootMargin,
        of: [] as Element[],
        ended: false,
        tell: (ratio: number) => call([{ intersectionRatio: ratio }]),
      };
      made.push(this.#one);
    }
    observe(element: Element): void {
      this.#one.of.push(element);
    }
    disconnect(): void {
      this.#one.ended = true;
    }
  }
  vi.stubGlobal('IntersectionObserver', ShiftObserver);
  return made;
}

/** Time enough for a frame, for changes of the document to be told, and for what follows at once. */
export const frame = () => new Promise((resolve) => setTimeout(resolve, 20));
