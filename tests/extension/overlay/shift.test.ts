import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type ShiftWatch, watchShift } from '../../../extension/overlay/shift';
import { add, layOut, watchedShifts } from './layout';

let frames: ReturnType<typeof watchedShifts>;
let watch: ShiftWatch;
const shifted = vi.fn();

beforeEach(() => {
  frames = watchedShifts();
  vi.stubGlobal('innerWidth', 1000);
  vi.stubGlobal('innerHeight', 600);
  document.body.replaceChildren();
  watch = watchShift(document, window, shifted);
});
afterEach(() => {
  shifted.mockReset();
  vi.unstubAllGlobals();
});

describe('a shift of the page', () => {
  it('is told when the element leaves the frame that was drawn around it', () => {
    watch.watch(layOut(add(), 10.5, 20, 100, 30));
    expect(frames[0]!.margins).toBe('-20px -889px -550px -10px');
    // The first word of an observer is how things stand.
    frames[0]!.tell(0.4);
    expect(shifted).not.toHaveBeenCalled();
    frames[0]!.tell(1);
    expect(shifted).not.toHaveBeenCalled();
    frames[0]!.tell(0.99);
    expect(shifted).toHaveBeenCalledOnce();
  });

  it.each([
    ['above the window', 10, -40, 100, 30],
    ['under it', 10, 601, 100, 30],
    ['left of it', -140, 20, 100, 30],
    ['right of it', 1001, 20, 100, 30],
    ['without a width', 10, 20, 0.5, 30],
    ['without a height', 10, 20, 100, 0.5],
  ])('of an element %s is not waited for', (_, left, top, width, height) => {
    watch.watch(layOut(add(), left, top, width, height));
    expect(frames).toEqual([]);
  });

  it('of an element that is not on the page is not waited for', () => {
    watch.watch(layOut(document.createElement('b'), 10, 20, 100, 30));
    watch.watch(null);
    expect(frames).toEqual([]);
  });

  it('ends with the next frame, and for good', () => {
    const element = layOut(add(), 10, 20, 100, 30);
    watch.watch(element);
    watch.watch(element);
    expect(frames.map(({ ended }) => ended)).toEqual([true, false]);
    watch.stop();
    expect(frames.map(({ ended }) => ended)).toEqual([true, true]);
  });
});
