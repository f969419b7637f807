import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { isShown } from '../../../extension/overlay/visibility';
import { add, layOut } from './layout';

let anchor: HTMLElement;
let host: HTMLElement;
let scroller: HTMLElement;
/** What lies uppermost at the anchor's middle. */
let top: Element | null;

beforeEach(() => {
  vi.stubGlobal('innerWidth', 1000);
  vi.stubGlobal('innerHeight', 600);
  document.body.replaceChildren();
  scroller = layOut(add(), 0, 0, 1000, 200);
  // As a browser computes them where a page says nothing.
  Object.assign(scroller.style, { overflowX: 'visible', overflowY: 'visible' });
  anchor = add('span', scroller);
  host = add();
  host.style.position = 'fixed';
  top = anchor;
  document.elementFromPoint = () => top;
  document.elementsFromPoint = () => (top ? [top, anchor] : []);
});
afterEach(() => vi.unstubAllGlobals());

const boxAt = (left: number, topEdge: number) => ({ left, top: topEdge, right: left + 100, bottom: topEdge + 20 });
const shown = (topEdge = 100) => isShown(anchor, boxAt(50, topEdge), host, window);

describe('whether the anchor is to be seen', () => {
  it('yes where it lies uppermost, or a part of it, or what holds it, or our own badge', () => {
    const parts = [anchor, add('b', anchor), scroller, document.body, host];
    expect(
      parts.map((part) => {
        top = part;
        return shown();
      }),
    ).toEqual(parts.map(() => true));
    top = null;
    expect(shown()).toBe(true);
  });

  it('yes under a link that is stretched over the row', () => {
    top = add('a', scroller);
    expect(shown()).toBe(true);
  });

  it.each(['fixed', 'sticky'])('not under a layer that is %s', (position) => {
    const layer = add('header');
    layer.style.position = position;
    layer.style.backgroundColor = 'rgb(255, 255, 255)';
    top = layer;
    expect(shown()).toBe(false);
    top = add('b', layer);
    document.elementsFromPoint = () => [top!, layer, anchor];
    expect(shown()).toBe(false);
  });

  it('yes under a layer that paints nothing', () => {
    const layer = add();
    layer.style.position = 'fixed';
    top = layer;
    expect(shown()).toBe(true);
    layer.textContent = 'words';
    expect(shown()).toBe(false);
  });

  it('not under an open dialog', () => {
    const dialog = add('dialog');
    dialog.setAttribute('open', '');
    const matches = Element.prototype.matches;
    // happy-dom does not know open popovers.
    vi.spyOn(Element.prototype, 'matches').mockImplementation(function (this: Element, selector: string) {
      return matches.call(this, selector.replace(':popover-open, ', ''));
    });
    dialog.style.backgroundColor = 'white';
    top = add('b', dialog);
    document.elementsFromPoint = () => [top!, dialog, anchor];
    expect(shown()).toBe(false);
    vi.restoreAllMocks();
  });

  it('not where it is scrolled out of a box of its own, but for one that lets it show', () => {
    top = add();
    scroller.style.overflowY = 'auto';
    expect(shown(150)).toBe(true);
    expect(shown(250)).toBe(false);
    scroller.style.overflowY = 'visible';
    expect(shown(250)).toBe(true);
  });

  it('out of the window as far as its own box lets it: it scrolls away by itself', () => {
    top = null;
    expect(shown(700)).toBe(true);
    scroller.style.overflowY = 'auto';
    expect(shown(700)).toBe(false);
  });
});
