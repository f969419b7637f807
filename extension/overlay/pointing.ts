/** From a signal in the card to its posts, comments and people on the page: marks them, and scrolls to one on request. */
import type { Signal } from '../.generated/report';
import type { Pointer } from '../views/check-list';
import type { Words } from '../views/words';
import type { Highlights } from './highlights';

type Item = Signal['items'][number];
export type Locate = (items: readonly Item[]) => (Element | null)[];

export interface Pointing {
  /** How many of the signal's items the page shows now. */
  found(signal: Signal): number;
  /** Marks the signal's items; null marks nothing. */
  point(signal: Signal | null): void;
  /** Scrolls to the signal's next item. @returns its place among those found, from 1; 0 where none is there any more */
  next(signal: Signal): number;
  /** Looks anew at the next question: the page may have changed. */
  forget(): void;
}

export function makePointing(locate: Locate, highlights: Highlights, view: Window): Pointing {
  const known = new Map<Signal['id'], Element[]>();
  const turns = new Map<Signal['id'], number>();

  const elementsOf = (signal: Signal): Element[] => {
    const before = known.get(signal.id);
    if (before?.every((element) => element.isConnected)) return before;
    // Several items can stand in one element: a comment and its author.
    const elements = [...new Set(locate(signal.items).filter((element) => element !== null))];
    known.set(signal.id, elements);
    return elements;
  };

  return {
    found: (signal) => (signal.items.length > 0 ? elementsOf(signal).length : 0),
    point(signal) {
      if (signal && signal.items.length > 0) highlights.show(elementsOf(signal));
      else highlights.clear();
    },
    next(signal) {
      const elements = elementsOf(signal);
      const turn = (turns.get(signal.id) ?? 0) % Math.max(elements.length, 1);
      const element = elements[turn];
      if (!element) return 0;
      turns.set(signal.id, turn + 1);
      const still = view.matchMedia('(prefers-reduced-motion: reduce)').matches;
      element.scrollIntoView({ block: 'center', inline: 'nearest', behavior: still ? 'instant' : 'smooth' });
      highlights.show(elements, element);
      return turn + 1;
    },
    forget() {
      known.clear();
    },
  };
}

/** The same as the card's signals ask for it: what a step has come to is said in words. */
export function makePointer({ found, point, next }: Pointing, words: Words, say: (message: string) => void): Pointer {
  const { count } = words.numbers;
  return {
    found,
    point,
    next(signal) {
      const turn = next(signal);
      const reached = () => words.text('pointed_turn', { turn: count(turn), of: count(found(signal)) });
      say(turn === 0 ? words.text('pointed_gone') : reached());
    },
  };
}
