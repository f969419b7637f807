import { beforeEach, describe, expect, it, vi } from 'vitest';
import { type BadgeSpot, makeBadgeSpot } from '../../../extension/overlay/badge-spot';
import type { Places } from '../../../extension/overlay/place';
import { add, layOut } from './layout';

let anchor: HTMLElement;
let host: HTMLElement;
let badge: HTMLElement;
let spot: BadgeSpot;
const places = { badge: vi.fn(), card: vi.fn() };

beforeEach(() => {
  vi.restoreAllMocks();
  places.badge.mockReset();
  document.body.replaceChildren();
  vi.spyOn(document.documentElement, 'clientWidth', 'get').mockReturnValue(1000);
  vi.stubGlobal('innerHeight', 600);
  // The texts of a page have no boxes here: what is laid out are the elements themselves.
  vi.spyOn(Range.prototype, 'getClientRects').mockReturnValue([] as unknown as DOMRectList);
  layOut(document.body, 0, 0, 1000, 3000);
  anchor = layOut(add('span'), 100, 200, 80, 20);
  host = layOut(add(), 0, -50, 0, 0);
  badge = layOut(add(), 0, 0, 220, 26);
  document.elementFromPoint = () => anchor;
  document.elementsFromPoint = (x, y) => [document.elementFromPoint(x, y)!, anchor];
  spot = makeBadgeSpot(host, places as unknown as Places, () => badge, window);
});

const placed = () => places.badge.mock.calls.at(-1);

describe('the badge’s spot', () => {
  it('is beside the count, measured from the host’s corner', () => {
    spot.place(anchor, 'document', 'ltr', false);
    expect([spot.visible, spot.mini]).toEqual([true, false]);
    expect(placed()).toEqual([188, 247, 'left']);
  });

  it('is on the other side where the page runs from right to left', () => {
    layOut(anchor, 600, 200, 80, 20);
    spot.place(anchor, 'document', 'rtl', false);
    expect(placed()).toEqual([600 - 8, 247, 'right']);
  });

  it('has room for the widest answer, so that a narrower one stays where the skeleton was', () => {
    spot.place(anchor, 'document', 'ltr', false);
    layOut(badge, 188, 197, 120, 26);
    const wall = layOut(add('img'), 390, 190, 300, 40);
    spot.place(anchor, 'layout', 'ltr', true);
    // 120 px would have room beside the count, 220 have not.
    expect(placed()).not.toEqual([188, 247, 'left']);
    wall.remove();
    spot.place(anchor, 'layout', 'ltr', true);
    expect(placed()).toEqual([188, 247, 'left']);
  });

  it('stays while the page scrolls, and is sought again where the anchor has moved on the page', () => {
    spot.place(anchor, 'layout', 'ltr', false);
    layOut(anchor, 100, 150, 80, 20);
    layOut(host, 0, -100, 0, 0);
    spot.place(anchor, 'scroll', 'ltr', false);
    expect(places.badge).toHaveBeenCalledTimes(1);
    layOut(anchor, 140, 150, 80, 20);
    spot.place(anchor, 'scroll', 'ltr', false);
    expect(places.badge).toHaveBeenCalledTimes(2);
    expect(placed()).toEqual([228, 247, 'left']);
    spot.place(anchor, 'layout', 'ltr', false);
    expect(places.badge).toHaveBeenCalledTimes(3);
  });

  it('is for the mark and the bar alone where more has no room, and for all again where it has', () => {
    const picture = layOut(add('img'), 275, 0, 800, 600);
    const left = layOut(add('img'), 0, 0, 99, 600);
    const under = layOut(add('img'), 100, 221, 80, 300);
    const over = layOut(add('img'), 100, 0, 80, 199);
    spot.place(anchor, 'layout', 'ltr', false);
    expect(spot.mini).toBe(true);
    // The mini badge is narrower now; the whole one has the width it had.
    layOut(badge, 0, 0, 112, 26);
    for (const one of [picture, left, under, over]) one.remove();
    const wall = layOut(add('img'), 300, 0, 700, 600);
    spot.place(anchor, 'layout', 'ltr', false);
    expect(spot.mini).toBe(true);
    wall.remove();
    spot.place(anchor, 'layout', 'ltr', false);
    expect(spot.mini).toBe(false);
    expect(placed()).toEqual([188, 247, 'left']);
  });

  it('shows nothing where something covers the anchor', () => {
    const layer = add('header');
    layer.style.position = 'fixed';
    layer.textContent = 'the page’s name';
    document.elementFromPoint = () => layer;
    spot.place(anchor, 'scroll', 'ltr', true);
    expect(spot.visible).toBe(false);
  });

  it('is the corner without an anchor: for an answer, not for a skeleton', () => {
    spot.place(null, 'document', 'ltr', false);
    expect(spot.visible).toBe(false);
    spot.place(null, 'document', 'ltr', true);
    expect([spot.visible, spot.mini]).toEqual([true, false]);
    expect(placed()).toEqual([1000 - 16, 600 - 26 - 16 + 50, 'right']);
    spot.place(null, 'document', 'rtl', true);
    expect(placed()).toEqual([16, 600 - 26 - 16 + 50, 'left']);
  });

  it('is sought anew when an anchor appears again, though it only scrolls', () => {
    spot.place(anchor, 'layout', 'ltr', true);
    spot.place(null, 'document', 'ltr', true);
    spot.place(anchor, 'scroll', 'ltr', true);
    expect(placed()).toEqual([188, 247, 'left']);
  });
});
