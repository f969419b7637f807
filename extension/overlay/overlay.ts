/**
 * The overlay on a page: a badge beside the follower count, a card on click. It draws a report and nothing else; it
 * asks the page for nothing and changes none of the page's own nodes.
 */
import { h, render } from 'preact';
import type { Report } from '../.generated/report';
import { overlayStyles } from '../views/card/card-styles';
import { announcement, type OverlayState } from '../views/card/state';
import type { Pointer } from '../views/check-list';
import { viewStyles } from '../views/styles';
import { chosenSchemeTokens, type Scheme } from '../views/tokens';
import type { Direction, Words } from '../views/words';
import { type BadgeSpot, makeBadgeSpot } from './badge-spot';
import { CardOpening } from './card-opening';
import { makeCopying } from './copying';
import { type Cause, type Following, follow } from './follow';
import type { Drawn } from './hidden';
import { type HiddenWatch, watchHidden } from './hidden-watch';
import { type Highlights, makeHighlights } from './highlights';
import { attachHost, type Host } from './host';
import { makePlaces } from './place';
import { type Locate, makePointer, makePointing, type Pointing } from './pointing';
import { type Press, watchPress } from './press';
import { schemeBehind } from './scheme';
import { Surface, type SurfaceProps } from './surface';

export interface Overlay {
  /** Draws a state; the badge keeps its place and width. */
  show(state: OverlayState): void;
  /** Whether the account is on the person's list; without it the card has no star. */
  star(star: Star | undefined): void;
  /** Opens or closes the card. */
  toggle(): void;
  /** Removes every trace; the overlay does nothing afterwards. */
  remove(): void;
}

export type Star = NonNullable<SurfaceProps['star']>;

export interface OverlayOptions {
  document: Document;
  /** The element that prints the follower count, asked for again whenever the page changes; without one the badge stands in the corner. */
  anchor: () => Element | null;
  /** Opens the full report; without it the card has no such button. */
  onOpenReport?: () => void;
  /** Puts the account on the person's list, or takes it off. @returns what has come of it; nothing where that is not known */
  onStar?: (on: boolean) => Promise<Star | undefined>;
  /** Called with the element that is added to the page. */
  onHost?: (element: Element) => void;
  /** Called once where the page has removed the overlay for good: the answer is then to be had elsewhere. */
  onGone?: () => void;
  /** Called where the page hides the answer, and where it no longer does. */
  onHidden?: (hidden: boolean) => void;
  /** Opens the way to report the page; without it the card has no such button where nothing could be read. */
  onReportPage?: () => void;
  /** A click on the badge opens the report, once there is one, instead of the card. */
  badgeOnly?: boolean;
  /** Where the page shows these items; without it the card points at nothing. */
  locate?: Locate;
  words: Words;
  /** The person's own, as it is when something is drawn; without it there is none. */
  mark?: () => string;
}

/** Draws the overlay's skeleton in the coming frame, beside the anchor. */
export function mountOverlay(options: OverlayOptions): Overlay {
  return new MountedOverlay(options);
}

class MountedOverlay implements Overlay {
  readonly #options: OverlayOptions;
  readonly #view: Window;
  readonly #host: Host;
  readonly #mount: Element;
  readonly #spot: BadgeSpot;
  readonly #card: CardOpening;
  readonly #following: Following;
  readonly #press: Press;
  readonly #hidden: HiddenWatch;
  readonly #copy: () => void;
  readonly #highlights?: Highlights;
  readonly #pointing?: Pointing;
  readonly #pointer?: Pointer;
  #state: OverlayState = { kind: 'reading' };
  #scheme: Scheme = 'light';
  #direction: Direction = 'ltr';
  #anchored: Element | null = null;
  #copied = false;
  #star: Star | undefined;
  /** What the last press of the star has come to. */
  #starred: string | undefined;
  /** What the last step from a signal to the page has come to. */
  #pointed = '';
  #removed = false;

  constructor(options: OverlayOptions) {
    const { document, words, locate, onGone, onHost } = options;
    const view = document.defaultView!;
    const places = makePlaces();
    const host = attachHost(document, [overlaySheet(), places.sheet], () => {
      this.remove();
      onGone?.();
    });
    onHost?.(host.element);
    this.#options = options;
    this.#view = view;
    this.#host = host;
    this.#mount = host.root.appendChild(document.createElement('div'));
    this.#spot = makeBadgeSpot(host.element, places, () => this.#badge(), view);
    this.#following = follow(document, view, (cause) => this.#settle(cause));
    this.#hidden = watchHidden(
      host.element,
      () => this.#drawn(),
      (hidden) => options.onHidden?.(hidden),
    );
    this.#copy = makeCopying(host.root, words, () => this.#report(), this.#onCopied);
    this.#press = watchPress(host, () => host.root.querySelector<HTMLElement>('button.star'));
    this.#card = new CardOpening(host, places, {
      badge: () => (this.#spot.visible ? this.#badge() : null),
      direction: () => this.#direction,
      onOpen: () => {
        this.#pointing?.forget();
        this.#press.start();
      },
      onClose: this.#onClosed,
      draw: () => this.#draw(),
    });
    this.#draw();
    if (locate) {
      this.#highlights = makeHighlights(host.root.querySelector('svg.highlights')!, host.element);
      this.#pointing = makePointing(locate, this.#highlights, view);
      this.#pointer = makePointer(this.#pointing, words, this.#onPointed);
    }
    this.#following.request('document');
  }

  show(next: OverlayState): void {
    this.#state = next;
    this.#forgetSteps();
    this.#pointing?.forget();
    this.#draw();
    if (next.kind !== 'reading') this.#hidden.start();
    // Whose page this is may be known only now: the skeleton may have stood beside the header of the page that was left.
    // A score must not be seen there for a frame, so this does not wait for the layout.
    if (!this.#anchored) this.#following.request('document');
    else if (this.#options.anchor() !== this.#anchored) this.#settle('document');
  }

  star(star: Star | undefined): void {
    this.#star = star;
    this.#draw();
  }

  toggle(): void {
    this.#card.toggle();
  }

  remove(): void {
    if (this.#removed) return;
    this.#removed = true;
    this.#following.stop();
    this.#hidden.stop();
    this.#card.stop();
    this.#press.stop();
    render(null, this.#mount);
    this.#host.remove();
  }

  /** Reads the page once it is laid out, then draws: the anchor, the scheme, the direction, a free spot. */
  #settle(cause: Cause): void {
    if (this.#removed) return;
    if (cause !== 'scroll' || !this.#anchored?.isConnected) this.#readPage();
    this.#spot.place(this.#anchored, cause, this.#direction, this.#state.kind !== 'reading');
    if (cause === 'document') this.#pointing?.forget();
    this.#highlights?.place();
    if (cause === 'scroll') this.#card.scrolled();
    this.#draw();
  }

  #readPage(): void {
    const { document, anchor } = this.#options;
    this.#anchored = anchor();
    this.#following.watch(this.#anchored);
    this.#scheme = schemeBehind(this.#anchored ?? document.body ?? document.documentElement, this.#view);
    const { direction } = this.#view.getComputedStyle(this.#anchored ?? document.documentElement);
    this.#direction = direction === 'rtl' ? 'rtl' : 'ltr';
    this.#draw();
  }

  #draw(): void {
    if (!this.#removed) render(h(Surface, this.#props()), this.#mount);
  }

  #props(): SurfaceProps {
    const { words, mark, onOpenReport, onReportPage, onStar } = this.#options;
    const { open, arrow, close } = this.#card;
    const { mini, visible } = this.#spot;
    return {
      state: this.#state,
      words,
      mark: mark?.(),
      direction: this.#direction,
      scheme: this.#scheme,
      open,
      arrow,
      copied: this.#copied,
      mini,
      placed: visible,
      announcement: this.#pointed || announcement(this.#state, words),
      onToggle: this.#onPress,
      leadsAway: this.#leadsAway(),
      pointer: open ? this.#pointer : undefined,
      onClose: close,
      onCopy: this.#copy,
      onOpenReport: onOpenReport && byPerson(onOpenReport),
      onReportPage: onReportPage && byPerson(onReportPage),
      star: this.#star && { ...this.#star, note: this.#starred ?? this.#star.note },
      onStar: onStar && this.#onStar,
    };
  }

  /** What the person ought to see now. */
  #drawn(): Drawn[] {
    const { element: host, root } = this.#host;
    const anchor = this.#anchored;
    const parts = [this.#spot.visible && this.#badge(), this.#card.open && root.querySelector('.card')];
    return parts.filter((part) => part instanceof Element).map((element) => ({ element, anchor, host }));
  }

  #badge(): HTMLElement {
    return this.#host.root.querySelector<HTMLElement>('.badge')!;
  }

  #report(): Report | undefined {
    return this.#state.kind === 'report' ? this.#state.report : undefined;
  }

  /** A click on the badge opens the report, not the card. */
  #leadsAway(): boolean {
    const { badgeOnly, onOpenReport } = this.#options;
    return badgeOnly === true && onOpenReport !== undefined && this.#state.kind === 'report' && !this.#card.open;
  }

  readonly #onPress = (event: Event): void => {
    if (!this.#leadsAway()) this.#card.toggle();
    else if (event.isTrusted) this.#options.onOpenReport?.();
  };

  readonly #onStar = (event: Event): void => {
    this.#press.take(event, async (seen) => {
      const { words, onStar } = this.#options;
      const star = seen ? await onStar?.(!this.#star?.on) : undefined;
      this.#starred = star?.note ?? words.text(seen ? 'star_failed' : 'star_toolbar');
      this.#pointed = this.#starred;
      this.#draw();
    });
  };

  #forgetSteps(): void {
    this.#copied = false;
    this.#pointed = '';
  }

  readonly #onCopied = (): void => {
    this.#copied = true;
    this.#draw();
  };

  readonly #onPointed = (message: string): void => {
    this.#pointed = message;
    this.#draw();
  };

  readonly #onClosed = (): void => {
    this.#press.stop();
    this.#forgetSteps();
    this.#starred = undefined;
    this.#highlights?.clear();
  };
}

/** What only the person may ask for: a click that the page has made does nothing. */
function byPerson(act: () => void): (event: Event) => void {
  return (event) => {
    if (event.isTrusted) act();
  };
}

function overlaySheet(): CSSStyleSheet {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(chosenSchemeTokens + viewStyles + overlayStyles);
  return sheet;
}
