/** Moves the badge and the card by rules of an own sheet: neither the host nor a node in it gets a style attribute. */
import type { Direction } from '../views/words';
import type { Box, Size } from './free-space';

/** A side of the badge. */
export type Side = 'left' | 'right';

export interface Places {
  readonly sheet: CSSStyleSheet;
  /**
   * The badge grows and shrinks away from the side that is held.
   * @param x  of the held side, and top: px from the host's corner
   */
  badge(x: number, top: number, held: Side): void;
  /** @param room  greatest height of the card in px; @param arrow  px from the card's left edge */
  card(left: number, top: number, room: number, arrow: number): void;
}

export function makePlaces(): Places {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync('.plumb button.badge {} .plumb.card {} .card .arrow {}');
  const styleOf = (index: number) => (sheet.cssRules[index] as CSSStyleRule).style;
  const px = (value: number) => `${Math.round(value * 2) / 2}px`;
  return {
    sheet,
    badge: (x, top, held) =>
      styleOf(0).setProperty(
        'transform',
        `translate(${held === 'left' ? px(x) : `calc(${px(x)} - 100%)`}, ${px(top)})`,
      ),
    card: (left, top, room, arrow) => {
      styleOf(1).setProperty('left', px(left));
      styleOf(1).setProperty('top', px(top));
      styleOf(1).setProperty('max-height', px(room));
      styleOf(2).setProperty('left', px(arrow - 6));
    },
  };
}

/** What the window shows of the page, without a scrollbar. */
export function windowSize(view: Window): Size {
  return { width: view.document.documentElement.clientWidth || view.innerWidth, height: view.innerHeight };
}

export interface CardPlace {
  left: number;
  top: number;
  room: number;
  arrow: number;
  attached: boolean;
}

/** Distance of a badge without a place from the window's corner. */
const CORNER = 16;
const EDGE = 8;
const GAP = 10;
/** With less height than this below the badge, the card covers it rather than scroll in a slit. */
const LEAST_ROOM = 460;
/** No card is higher, whatever the window: it is read in one glance. */
const MOST_ROOM = 640;

/** Where the card opens, in the viewport's px. @param badge null where the badge has no place: the card takes the upper corner */
export function placeCard(badge: Box | null, width: number, view: Size, direction: Direction): CardPlace {
  const lastLeft = Math.max(EDGE, view.width - EDGE - width);
  if (!badge)
    return {
      left: direction === 'rtl' ? EDGE : lastLeft,
      top: EDGE,
      room: Math.min(MOST_ROOM, view.height - 2 * EDGE),
      arrow: 0,
      attached: false,
    };
  const centre = (badge.left + badge.right) / 2;
  const wanted = direction === 'rtl' ? centre + 90 - width : centre - 90;
  const left = Math.min(Math.max(wanted, EDGE), lastLeft);
  const below = badge.bottom + GAP;
  const attached = view.height - EDGE - below >= LEAST_ROOM && badge.top >= 0;
  const top = attached ? below : Math.max(EDGE, Math.min(below, view.height - EDGE - LEAST_ROOM - 240));
  return {
    left,
    top,
    room: Math.min(MOST_ROOM, view.height - EDGE - top),
    arrow: Math.min(Math.max(centre - left, 18), width - 18),
    attached,
  };
}

/** Where the badge stands, in the viewport's px, when the page has no follower count to stand beside. */
export function corner(height: number, view: Size, direction: Direction): { x: number; top: number; held: Side } {
  const top = view.height - height - CORNER;
  return direction === 'rtl' ? { x: CORNER, top, held: 'left' } : { x: view.width - CORNER, top, held: 'right' };
}
