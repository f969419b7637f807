import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { isHidden } from '../../../extension/overlay/hidden';
import { add, layOut } from './layout';

let anchor: HTMLElement | null;
let host: HTMLElement;
let badge: HTMLElement;
/** What lies at a place, uppermost first; undefined: our host over all. */
let at: (x: number, y: number) => Element[];

const root = document.documentElement;
const style = (element: HTMLElement, text: string) => {
  element.style.cssText = text;
  return element;
};

beforeEach(() => {
  vi.stubGlobal('innerWidth', 1000);
  vi.stubGlobal('innerHeight', 600);
  document.body.replaceChildren();
  root.style.cssText = '';
  vi.spyOn(Range.prototype, 'getClientRects').mockReturnValue([] as unknown as DOMRectList);
  // happy-dom does not know what is open, and asks no such question of an element.
  vi.spyOn(document, 'querySelectorAll').mockReturnValue([] as never);
  vi.spyOn(document, 'querySelector').mockReturnValue(null);
  const matches = Element.prototype.matches;
  vi.spyOn(Element.prototype, 'matches').mockImplementation(function (this: Element, selector: string) {
    return !selector.includes(':') && matches.call(this, selector);
  });
  anchor = layOut(add('span'), 100, 200, 80, 20);
  host = add('x-y');
  badge = layOut(add('b', host), 200, 197, 200, 26);
  at = (x) => (x < 190 ? [anchor ?? root] : [host, root]);
  document.elementsFromPoint = (x, y) => at(x, y);
  document.elementFromPoint = (x, y) => at(x, y)[0] ?? null;
});
afterEach(() => {
  host.remove();
  root.style.cssText = '';
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

const look = (seenByBrowser?: boolean) => isHidden({ element: badge, anchor, host }, window, seenByBrowser);
const over = (layer: Element) => {
  at = (x) => (x < 190 ? [anchor ?? root] : [layer, host, root]);
};

describe('whether the page hides the answer', () => {
  it('no where it lies uppermost, and the browser has no doubt', () => {
    expect([look(), look(true)]).toEqual([false, false]);
  });

  it('yes under what paints, and not under clear glass', () => {
    const layer = add();
    over(layer);
    expect(look()).toBe(false);
    for (const paint of ['background-color: white', 'background-image: url(a.png)', 'backdrop-filter: blur(9px)']) {
      style(layer, paint);
      expect(look(), paint).toBe(true);
    }
    style(layer, 'background-color: rgba(0, 0, 0, 0.05)');
    expect(look()).toBe(false);
  });

  it('yes where it is not at its place at all: clipped or inert', () => {
    at = (x) => (x < 190 ? [anchor ?? root] : [root]);
    expect(look()).toBe(true);
  });

  it('no where one of its places is covered', () => {
    const layer = style(add(), 'background-color: white');
    at = (x) => (x < 190 ? [anchor ?? root] : x < 230 ? [layer, host] : [host]);
    expect(look()).toBe(false);
  });

  it.each(['opacity: 0.1', 'filter: blur(8px)', 'filter: brightness(0)', 'mask-image: url(a.png)'])(
    'yes where the document has %s',
    (text) => {
      root.style.cssText = text;
      expect(look()).toBe(true);
    },
  );

  it.each(['opacity: 0.9', 'filter: invert(1) hue-rotate(180deg)', 'filter: brightness(0.8)'])(
    'no where it has %s, whatever the browser doubts',
    (text) => {
      root.style.cssText = text;
      expect(look(false)).toBe(false);
    },
  );

  it('yes where it is smaller than can be read', () => {
    layOut(badge, 200, 197, 20, 3);
    expect(look()).toBe(true);
  });

  it('yes where the browser doubts and nothing explains it', () => {
    expect(look(false)).toBe(true);
  });

  it('nobody knows where the count is not to be seen either, or out of the window', () => {
    const dialog = style(add(), 'position: fixed; background-color: white');
    at = () => [dialog, root];
    expect(look()).toBeUndefined();
    at = (x) => (x < 190 ? [anchor ?? root] : [root]);
    layOut(anchor as HTMLElement, 100, -300, 80, 20);
    expect(look()).toBeUndefined();
    layOut(badge, 200, -303, 200, 26);
    expect(look()).toBeUndefined();
  });

  it('nobody knows in the corner, under what may lie there for a while', () => {
    anchor = null;
    over(style(add(), 'background-color: white'));
    expect(look()).toBeUndefined();
    at = () => [root];
    expect(look()).toBe(true);
  });

  it('under what can’t be hit only where that lies higher than we and paints', () => {
    const layer = layOut(add(), 0, 0, 1000, 600);
    const glass = 'pointer-events: none; position: fixed; z-index: 2147483647;';
    const tries: [string, boolean][] = [
      [`${glass} background-color: white`, true],
      [glass, false],
      ['pointer-events: none; position: fixed; z-index: 10; background-color: white', false],
    ];
    for (const [text, hides] of tries) {
      style(layer, text);
      expect(look(), text).toBe(hides);
    }
    style(layer, glass);
    // It is the reason why the browser doubts.
    expect(look(false)).toBe(false);
    style(layOut(add('b', layer), 190, 190, 250, 40), 'background-color: white');
    expect(look()).toBe(true);
  });
});
