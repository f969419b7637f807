import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Box, chooseSpot } from '../../../extension/overlay/free-space';

const full = { width: 300, height: 26 };
const mini = { width: 112, height: 26 };
const box = (left: number, top: number, right: number, bottom: number): Box => ({ left, top, right, bottom });
const anchor = box(300, 100, 390, 120);

describe('the badge finds a free place', () => {
  it('after the count where nothing follows', () => {
    expect(chooseSpot(anchor, [anchor], full, mini, 1200, 'ltr')).toEqual({ left: 398, top: 97, mini: false });
  });

  it('after what follows the count in its row, as long as that is no other count', () => {
    const word = box(394, 100, 470, 120);
    expect(chooseSpot(anchor, [anchor, word], full, mini, 1200, 'ltr')).toEqual({ left: 478, top: 97, mini: false });
    const following = { ...box(490, 100, 590, 120), count: true };
    // Between the two there is no room: it stands at the end of their row, farther off than they are from each other.
    expect(chooseSpot(anchor, [anchor, word, following], full, mini, 1200, 'ltr')).toEqual({
      left: 620,
      top: 97,
      mini: false,
    });
    const farther = { ...box(800, 100, 900, 120), count: true };
    expect(chooseSpot(anchor, [anchor, word, farther], full, mini, 1200, 'ltr')).toMatchObject({ left: 478, top: 97 });
  });

  it('at the end of the row of counts, set off from them, on a right-to-left page, too', () => {
    const right = box(900, 100, 990, 120);
    const following = { ...box(760, 100, 880, 120), count: true };
    expect(chooseSpot(right, [right, following], full, mini, 1200, 'rtl')).toMatchObject({
      left: 760 - 30 - 300,
      top: 97,
    });
  });

  it('close by where the row has no room at its end, and not in the next column', () => {
    const following = { ...box(410, 100, 500, 120), count: true };
    const column = box(640, 60, 940, 400);
    expect(chooseSpot(anchor, [anchor, following, column], full, mini, 1200, 'ltr')).toMatchObject({
      left: 300,
      top: 125,
    });
  });

  it('directly after the count, whatever counts stand before it', () => {
    const own = { ...anchor, count: true };
    const posts = { ...box(100, 100, 180, 120), count: true };
    expect(chooseSpot(anchor, [own, posts], full, mini, 1200, 'ltr')).toMatchObject({ left: 398, top: 97 });
  });

  it('before the count on a right-to-left page', () => {
    const right = box(900, 100, 990, 120);
    expect(chooseSpot(right, [right, box(800, 100, 880, 120)], full, mini, 1200, 'rtl')).toEqual({
      left: 492,
      top: 97,
      mini: false,
    });
  });

  it('on the free line below where the row is full', () => {
    expect(chooseSpot(anchor, [box(0, 100, 600, 120)], full, mini, 700, 'ltr')).toEqual({
      left: 300,
      top: 125,
      mini: false,
    });
  });

  it('in its mini form where only that has room', () => {
    const lines = [0, 1, 2, 3, 4, 5, 6, 7, 8].map((line) =>
      box(0, 40 + line * 22, line === 3 ? 390 : 500, 58 + line * 22),
    );
    expect(chooseSpot(box(300, 106, 390, 124), lines, full, mini, 500, 'ltr')).toMatchObject({ mini: true });
  });

  it('holds for any page: in the window, and over nothing unless nothing is free', () => {
    const someBox = fc
      .record({
        left: fc.integer({ min: 0, max: 900 }),
        top: fc.integer({ min: 0, max: 400 }),
        width: fc.integer({ min: 2, max: 300 }),
        height: fc.integer({ min: 2, max: 40 }),
      })
      .map(({ left, top, width, height }) => box(left, top, left + width, top + height));
    fc.assert(
      fc.property(
        someBox,
        fc.array(someBox, { maxLength: 30 }),
        fc.integer({ min: 320, max: 1200 }),
        fc.constantFrom('ltr' as const, 'rtl' as const),
        (count, others, width, direction) => {
          fc.pre(count.right <= width);
          const spot = chooseSpot(count, [count, ...others], full, mini, width, direction);
          const size = spot.mini ? mini : full;
          expect(spot.left).toBeGreaterThanOrEqual(4);
          expect(spot.left + size.width).toBeLessThanOrEqual(width - 4);
          const covers = [count, ...others].some(
            (other) =>
              spot.left < other.right &&
              other.left < spot.left + size.width &&
              spot.top < other.bottom &&
              other.top < spot.top + size.height,
          );
          if (covers) expect(spot.mini).toBe(true);
        },
      ),
    );
  });
});
