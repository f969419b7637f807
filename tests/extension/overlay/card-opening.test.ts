import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { CardOpening } from '../../../extension/overlay/card-opening';
import { attachHost, type Host } from '../../../extension/overlay/host';
import type { Places } from '../../../extension/overlay/place';
import type { Direction } from '../../../extension/views/words';
import { add, layOut } from './layout';

let host: Host;
let opening: CardOpening;
let button: HTMLElement;
let card: HTMLElement;
let badge: HTMLElement | null;
let steps: string[];
const places = { badge: vi.fn(), card: vi.fn() };

beforeEach(() => {
  vi.useFakeTimers();
  vi.spyOn(document.documentElement, 'clientWidth', 'get').mockReturnValue(1000);
  vi.stubGlobal('innerHeight', 800);
  document.body.replaceChildren();
  steps = [];
  HTMLElement.prototype.showPopover = () => void steps.push('shown');
  HTMLElement.prototype.hidePopover = () => void steps.push('hidden');
  host = attachHost(document, [], () => {});
  button = host.root.appendChild(document.createElement('button'));
  card = host.root.appendChild(document.createElement('section'));
  card.className = 'card';
  card.tabIndex = -1;
  badge = layOut(button, 300, 100, 220, 26);
  opening = new CardOpening(host, places as unknown as Places, {
    badge: () => badge,
    direction: (): Direction => 'ltr',
    onOpen: () => steps.push('opens'),
    onClose: () => steps.push('closes'),
    draw: () => steps.push(opening.open ? 'drawn open' : 'drawn closed'),
  });
});
afterEach(() => {
  opening.stop();
  host.remove();
  vi.useRealTimers();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
  places.card.mockReset();
});

const key = (name: string, isTrusted: boolean) =>
  Object.defineProperty(new KeyboardEvent('keydown', { key: name, bubbles: true, cancelable: true }), 'isTrusted', {
    value: isTrusted,
  });

describe('opening the card', () => {
  it('places and draws it, and shows it in a task of its own with the focus in it', () => {
    opening.toggle();
    expect(steps).toEqual(['opens', 'drawn open']);
    expect(places.card).toHaveBeenCalledWith(320, 136, 640, 90);
    expect(opening.arrow).toBe(true);
    vi.runAllTimers();
    expect(steps).toEqual(['opens', 'drawn open', 'shown']);
    expect(host.root.activeElement).toBe(card);
  });

  it('hangs on nothing where no badge is to be seen, or once the page has scrolled under it', () => {
    opening.toggle();
    opening.scrolled();
    expect([opening.open, opening.arrow]).toEqual([true, false]);
    opening.close();
    badge = null;
    opening.toggle();
    expect(opening.arrow).toBe(false);
    expect(places.card).toHaveBeenLastCalledWith(1000 - 8 - 362, 8, 640, 0);
  });

  it('closes it before it was shown: it is not shown any more', () => {
    opening.toggle();
    opening.toggle();
    vi.runAllTimers();
    expect(steps).toEqual(['opens', 'drawn open', 'closes', 'hidden', 'drawn closed']);
  });

  it('does nothing where the card is not drawn, and closes once', () => {
    card.remove();
    opening.toggle();
    opening.close();
    expect(opening.open).toBe(false);
    expect(steps).toEqual([]);
  });
});

describe('the focus', () => {
  const openAndClose = () => {
    opening.toggle();
    vi.runAllTimers();
    opening.close();
  };

  it('goes back to the badge', () => {
    openAndClose();
    expect(host.root.activeElement).toBe(button);
  });

  it('goes back to where it was on the page where there is no badge', () => {
    badge = null;
    const field = add('input');
    field.focus();
    openAndClose();
    expect(document.activeElement).toBe(field);
  });

  it('stays where the person has put it meanwhile', () => {
    opening.toggle();
    vi.runAllTimers();
    const field = add('input');
    field.focus();
    card.blur();
    field.focus();
    Object.defineProperty(host.root, 'activeElement', { value: null, configurable: true });
    opening.close();
    expect(document.activeElement).toBe(field);
  });
});

describe('Escape', () => {
  it('in the card closes it', () => {
    opening.toggle();
    const pressed = key('Escape', true);
    card.dispatchEvent(pressed);
    expect([opening.open, pressed.defaultPrevented]).toEqual([false, true]);
  });

  it('of the person on the page closes it, not a forged one, one that the page has used, or another key', () => {
    opening.toggle();
    document.dispatchEvent(key('Escape', false));
    document.dispatchEvent(key('x', true));
    const used = key('Escape', true);
    used.preventDefault();
    document.dispatchEvent(used);
    expect(opening.open).toBe(true);
    document.dispatchEvent(key('Escape', true));
    expect(opening.open).toBe(false);
  });

  it('is the page’s own while the card is closed, and after the end', () => {
    const closed = key('Escape', true);
    document.dispatchEvent(closed);
    expect(closed.defaultPrevented).toBe(false);
    opening.toggle();
    opening.stop();
    document.dispatchEvent(key('Escape', true));
    expect(opening.open).toBe(true);
  });
});
