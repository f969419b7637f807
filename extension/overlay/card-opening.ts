/** Opening and closing the card: its place, its focus and where that goes back to, and Escape. */
import type { Direction } from '../views/words';
import type { Host } from './host';
import { type Places, placeCard, windowSize } from './place';

const CARD_WIDTH = 362;

export interface CardDoors {
  /** The badge, where it is to be seen. */
  badge(): HTMLElement | null;
  direction(): Direction;
  /** Called ahead of the drawing. */
  onOpen(): void;
  onClose(): void;
  draw(): void;
}

export class CardOpening {
  readonly #host: Host;
  readonly #places: Places;
  readonly #doors: CardDoors;
  readonly #view: Window;
  /** Hears no key of the page any more. */
  readonly stop: () => void;
  #open = false;
  #arrow = false;
  #focusBefore: Element | null = null;
  #showing: ReturnType<typeof setTimeout> | undefined;

  constructor(host: Host, places: Places, doors: CardDoors) {
    const { ownerDocument: document } = host.element;
    this.#host = host;
    this.#places = places;
    this.#doors = doors;
    this.#view = document.defaultView!;
    this.stop = onEscape(host.root, document, () => this.#open, this.close);
  }

  get open(): boolean {
    return this.#open;
  }

  /** The card hangs on the badge by an arrow. */
  get arrow(): boolean {
    return this.#arrow;
  }

  /** An open card stays where it is while the page scrolls under it; its arrow would then point at nothing. */
  scrolled(): void {
    this.#arrow = false;
  }

  readonly toggle = (): void => (this.#open ? this.close() : this.#show());

  readonly close = (): void => {
    if (!this.#open) return;
    this.#open = false;
    clearTimeout(this.#showing);
    this.#doors.onClose();
    const hadFocus = this.#host.root.activeElement !== null;
    this.#card()?.hidePopover();
    this.#doors.draw();
    if (hadFocus) focusOn(this.#doors.badge() ?? this.#focusBefore);
  };

  #show(): void {
    const card = this.#card();
    if (!card) return;
    const { activeElement } = this.#view.document;
    this.#focusBefore = activeElement === this.#host.element ? null : activeElement;
    this.#arrow = placeOpened(this.#places, this.#doors, this.#view);
    this.#doors.onOpen();
    this.#open = true;
    this.#doors.draw();
    // Shown in a task of its own: drawing and laying out together would hold the page for longer than a frame.
    this.#showing = setTimeout(() => {
      card.showPopover();
      card.focus({ preventScroll: true });
    });
  }

  #card(): HTMLElement | null {
    return this.#host.root.querySelector<HTMLElement>('.card');
  }
}

/** @returns whether it hangs on the badge */
function placeOpened(places: Places, { badge, direction }: CardDoors, view: Window): boolean {
  const box = badge()?.getBoundingClientRect() ?? null;
  const window = windowSize(view);
  const { left, top, room, arrow, attached } = placeCard(
    box,
    Math.min(CARD_WIDTH, window.width - 16),
    window,
    direction(),
  );
  places.card(left, top, room, arrow);
  return attached;
}

function focusOn(element: Element | null): void {
  (element as HTMLElement | null)?.focus?.({ preventScroll: true });
}

/** Escape in the card, and on the page where the person pressed it and the page has no use for it. @returns a function that stops it */
function onEscape(root: ShadowRoot, document: Document, wanted: () => boolean, act: () => void): () => void {
  const hear = (event: Event) => {
    if ((event as KeyboardEvent).key !== 'Escape' || !wanted()) return;
    event.preventDefault();
    act();
  };
  const hearPage = (event: Event) => {
    if (event.isTrusted && !event.defaultPrevented) hear(event);
  };
  root.addEventListener('keydown', hear);
  document.addEventListener('keydown', hearPage);
  return () => document.removeEventListener('keydown', hearPage);
}
