/**
 * The overlay on a page: a badge beside the follower count, a card on click. It draws a report and nothing else; it
 * asks the page for nothing and changes none of the page's own nodes.
 */
import { h, render } from 'preact';
import { overlayStyles } from '../views/card/card-styles';
import { announcement, type OverlayState } from '../views/card/state';
import { copyWithRange, selectedText } from '../views/copying';
import type { Pointer } from '../views/signal-list';
import { viewStyles } from '../views/styles';
import { copyText } from '../views/summary';
import { chosenSchemeTokens, type Scheme } from '../views/tokens';
import type { Words } from '../views/words';
import { type Cause, follow } from './follow';
import { anchorBox, chooseSpot, occupiedAround, type Spot } from './free-space';
import { type Highlights, makeHighlights } from './highlights';
import { attachHost } from './host';
import { corner, makePlaces, placeCard } from './place';
import { type Locate, makePointing, type Pointing } from './pointing';
import { schemeBehind } from './scheme';
import { Surface } from './surface';
import { isShown } from './visibility';

export interface Overlay {
  /** Draws a state; the badge keeps its place and width. */
  show(state: OverlayState): void;
  /** Opens or closes the card. */
  toggle(): void;
  /** Removes every trace; the overlay does nothing afterwards. */
  remove(): void;
}

export interface OverlayOptions {
  document: Document;
  /** The element that prints the follower count, asked for again whenever the page changes; without one the badge stands in the corner. */
  anchor: () => Element | null;
  /** Opens the full report; without it the card has no such button. */
  onOpenReport?: () => void;
  /** Called once where the page has removed the overlay for good: the answer is then to be had elsewhere. */
  onGone?: () => void;
  /** Opens the way to report the page; without it the card has no such button where nothing could be read. */
  onReportPage?: () => void;
  /** A click on the badge opens the report, once there is one, instead of the card. */
  badgeOnly?: boolean;
  /** Where the page shows these items; without it the card points at nothing. */
  locate?: Locate;
  words: Words;
}

const MINI = { width: 84, height: 26 };

/** Draws the overlay's skeleton in the coming frame, beside the anchor. */
export function mountOverlay(options: OverlayOptions): Overlay {
  const { document, anchor, onOpenReport, onReportPage, onGone, badgeOnly, locate, words } = options;
  const view = document.defaultView!;
  const places = makePlaces();
  const host = attachHost(document, [sheetOf(chosenSchemeTokens + viewStyles + overlayStyles), places.sheet], () => {
    remove();
    onGone?.();
  });
  const mount = document.createElement('div');
  host.root.append(mount);

  let state: OverlayState = { kind: 'reading' };
  let scheme: Scheme = 'light';
  let direction: 'ltr' | 'rtl' = 'ltr';
  let spot: Spot | null = null;
  let anchored: Element | null = null;
  let visible = false;
  let open = false;
  let arrow = false;
  let copied = false;
  let removed = false;
  let focusBefore: Element | null = null;
  let pointed = '';

  const part = (selector: string) => host.root.querySelector<HTMLElement>(selector);
  const draw = () => {
    if (removed) return;
    render(
      h(Surface, {
        state,
        words,
        direction,
        scheme,
        open,
        arrow,
        copied,
        mini: spot?.mini ?? false,
        placed: visible,
        announcement: pointed || announcement(state, words),
        onToggle: press,
        leadsAway: leadsAway(),
        pointer: open && pointing ? pointer : undefined,
        onClose: close,
        onCopy: copy,
        onOpenReport:
          onOpenReport &&
          ((event: Event) => {
            if (event.isTrusted) onOpenReport();
          }),
        onReportPage:
          onReportPage &&
          ((event: Event) => {
            if (event.isTrusted) onReportPage();
          }),
      }),
      mount,
    );
  };

  /** Reads the page once it is laid out, then draws: the anchor, the scheme, the direction, a free spot. */
  const settle = (cause: Cause) => {
    if (removed) return;
    if (cause !== 'scroll' || !anchored?.isConnected) {
      anchored = anchor();
      following.watch(anchored);
      scheme = schemeBehind(anchored ?? document.body ?? document.documentElement, view);
      direction = view.getComputedStyle(anchored ?? document.documentElement).direction === 'rtl' ? 'rtl' : 'ltr';
      draw();
    }
    placeBadge(cause);
    if (cause === 'document') pointing?.forget();
    highlights?.place();
    // An open card stays where it is while the page scrolls under it; its arrow would then point at nothing.
    if (cause === 'scroll') arrow = false;
    draw();
  };

  const placeBadge = (cause: Cause) => {
    const box = anchored && anchorBox(anchored);
    visible = box ? isShown(anchored!, box, host.element, view) : false;
    const origin = host.element.getBoundingClientRect();
    if (!box) {
      spot = null;
      // Nothing to stand beside: what was found out is told in the corner; a skeleton there would only be in the way.
      visible = state.kind !== 'reading';
      const window = { width: document.documentElement.clientWidth || view.innerWidth, height: view.innerHeight };
      const { left, top } = corner(part('.badge')!.getBoundingClientRect().width, MINI.height, window, direction);
      places.badge(left - origin.left, top - origin.top);
      return;
    }
    // The page scrolls the badge by itself; only what else moves it asks for a new spot.
    const offset = { left: box.left - origin.left, top: box.top - origin.top };
    if (cause !== 'scroll' || !spot || offset.left !== lastOffset.left || offset.top !== lastOffset.top) {
      const full = part('.badge')!.getBoundingClientRect();
      const width = spot?.mini ? fullWidth : full.width;
      fullWidth = width;
      spot = chooseSpot(
        box,
        occupiedAround(anchored!, view),
        { width, height: MINI.height },
        MINI,
        document.documentElement.clientWidth || view.innerWidth,
        direction,
      );
      places.badge(spot.left - origin.left, spot.top - origin.top);
      lastOffset = offset;
    }
  };
  let lastOffset = { left: NaN, top: NaN };
  let fullWidth = 0;

  let highlights: Highlights | undefined;
  let pointing: Pointing | undefined;
  const pointer: Pointer = {
    found: (signal) => pointing?.found(signal) ?? 0,
    point: (signal) => pointing?.point(signal),
    next(signal) {
      const turn = pointing?.next(signal) ?? 0;
      pointed =
        turn === 0
          ? words.text('pointed_gone')
          : words.text('pointed_turn', {
              turn: words.numbers.count(turn),
              of: words.numbers.count(pointing!.found(signal)),
            });
      draw();
    },
  };

  const following = follow(document, view, settle);

  let showing: ReturnType<typeof setTimeout> | undefined;
  const openCard = () => {
    const card = part('.card');
    if (!card || open) return;
    focusBefore = document.activeElement === host.element ? null : document.activeElement;
    const badge = visible ? part('.badge')!.getBoundingClientRect() : null;
    const window = { width: document.documentElement.clientWidth || view.innerWidth, height: view.innerHeight };
    const place = placeCard(badge, Math.min(362, window.width - 16), window, direction);
    places.card(place.left, place.top, place.room, place.arrow);
    pointing?.forget();
    open = true;
    arrow = place.attached;
    draw();
    // Shown in a task of its own: drawing and laying out together would hold the page for longer than a frame.
    showing = setTimeout(() => {
      card.showPopover();
      card.focus({ preventScroll: true });
    });
  };
  const close = () => {
    if (!open) return;
    open = false;
    clearTimeout(showing);
    copied = false;
    pointed = '';
    highlights?.clear();
    const hadFocus = host.root.activeElement !== null;
    part('.card')?.hidePopover();
    draw();
    if (!hadFocus) return;
    if (visible) part('.badge')?.focus({ preventScroll: true });
    else (focusBefore as HTMLElement | null)?.focus?.({ preventScroll: true });
  };
  const toggle = () => (open ? close() : openCard());
  const leadsAway = () => badgeOnly === true && onOpenReport !== undefined && state.kind === 'report' && !open;
  const press = (event: Event) => {
    if (!leadsAway()) toggle();
    else if (event.isTrusted) onOpenReport?.();
  };

  const copy = () => {
    if (state.kind !== 'report') return;
    const text = copyText(state.report, words);
    const done = () => {
      copied = true;
      draw();
    };
    // Where the page's policy forbids the clipboard, the copy event below still carries the text.
    Promise.resolve(view.navigator.clipboard?.writeText(text) ?? Promise.reject(new Error('no clipboard'))).then(
      done,
      () => document.execCommand('copy') && done(),
    );
  };
  /** Any copied piece carries the whole sentence: a figure never leaves without its range and basis. */
  const onCopyEvent = (event: Event) => {
    if (state.kind !== 'report') return;
    const selection =
      (host.root as ShadowRoot & { getSelection?: () => Selection | null }).getSelection?.() ?? document.getSelection();
    copyWithRange(event as ClipboardEvent, selectedText(selection), state.report, words);
  };
  host.root.addEventListener('copy', onCopyEvent);

  const onEscape = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !open) return;
    event.preventDefault();
    close();
  };
  const onPageEscape = (event: KeyboardEvent) => {
    if (event.isTrusted && !event.defaultPrevented) onEscape(event);
  };
  host.root.addEventListener('keydown', onEscape as EventListener);
  document.addEventListener('keydown', onPageEscape);

  const remove = () => {
    if (removed) return;
    removed = true;
    following.stop();
    document.removeEventListener('keydown', onPageEscape);
    render(null, mount);
    host.remove();
  };

  draw();
  if (locate) {
    highlights = makeHighlights(host.root.querySelector('svg.highlights')!, host.element);
    pointing = makePointing(locate, highlights, view);
  }
  following.request('document');
  return {
    show(next) {
      state = next;
      copied = false;
      pointed = '';
      pointing?.forget();
      draw();
      // Whose page this is may be known only now: the skeleton may have stood beside the header of the page that was left.
      // A score must not be seen there for a frame, so this does not wait for the layout.
      if (!anchored) following.request('document');
      else if (anchor() !== anchored) settle('document');
    },
    toggle,
    remove,
  };
}

function sheetOf(text: string): CSSStyleSheet {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(text);
  return sheet;
}
