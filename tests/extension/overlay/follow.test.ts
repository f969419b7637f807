import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Cause, type Following, follow } from '../../../extension/overlay/follow';
import { add, FrameObserver, layOut, watchedShifts } from './layout';

let following: Following;
let causes: Cause[];
let shifts: ReturnType<typeof watchedShifts>;

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('ResizeObserver', FrameObserver);
  shifts = watchedShifts();
  document.body.replaceChildren();
  causes = [];
  following = follow(document, window, (cause) => causes.push(cause));
});
afterEach(() => {
  following.stop();
  vi.useRealTimers();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

describe('following the anchor', () => {
  it('tells in the coming frame, not at once, and once for all that happened', async () => {
    following.request('scroll');
    following.request('document');
    following.request('layout');
    expect(causes).toEqual([]);
    await pass(50);
    expect(causes).toEqual(['document']);
    following.request('scroll');
    await pass(50);
    expect(causes).toEqual(['document', 'scroll']);
  });

  it('watches nothing more while sizes are told: the browser would report that to the page as an endless loop', async () => {
    let telling = false;
    const loops: boolean[] = [];
    vi.stubGlobal(
      'ResizeObserver',
      class extends FrameObserver {
        constructor(tell: ResizeObserverCallback) {
          super((...told) => {
            telling = true;
            tell(...told);
            telling = false;
          });
        }
        override observe(): void {
          loops.push(telling);
          super.observe();
        }
      },
    );
    following.stop();
    following = follow(document, window, (cause) => causes.push(cause));
    following.watch(layOut(add(), 0, 0, 10, 10));
    await pass(100);
    expect(causes).toEqual(['layout']);
    expect(loops.length).toBeGreaterThan(2);
    expect(loops).not.toContain(true);
  });

  it('hears scrolling in any box, and the window’s resizing', async () => {
    const box = add();
    await pass(1000);
    causes.length = 0;
    box.dispatchEvent(new Event('scroll'));
    await pass(50);
    window.dispatchEvent(new Event('resize'));
    await pass(50);
    expect(causes).toEqual(['scroll', 'layout']);
  });

  it('hears changes of the document, at most twice a second', async () => {
    for (let change = 0; change < 20; change++) {
      add();
      await pass(50);
    }
    await pass(500);
    expect(causes.length).toBeGreaterThanOrEqual(2);
    expect(causes.length).toBeLessThanOrEqual(3);
    expect(new Set(causes)).toEqual(new Set(['document']));
  });

  it('hears the attribute by which a page switches its scheme', async () => {
    document.body.setAttribute('class', 'dark');
    await pass(550);
    document.documentElement.setAttribute('dir', 'rtl');
    await pass(550);
    document.documentElement.removeAttribute('dir');
    document.body.removeAttribute('class');
    expect(causes).toEqual(['document', 'document']);
  });

  it('watches the size of the anchor and draws a frame around it, not while the page scrolls', async () => {
    const anchor = layOut(add(), 10, 20, 100, 30);
    following.watch(anchor);
    await pass(50);
    expect(causes).toEqual(['layout']);
    expect(shifts.map(({ of }) => of)).toEqual([[anchor]]);
    following.request('scroll');
    await pass(50);
    expect(shifts).toHaveLength(1);
    shifts[0]!.tell(1);
    shifts[0]!.tell(0.9);
    await pass(50);
    expect(causes.slice(-1)).toEqual(['layout']);
    expect(shifts.map(({ ended }) => ended)).toEqual([true, false]);
  });

  it('watches an anchor once, however often it is named', async () => {
    const anchor = layOut(add(), 10, 20, 100, 30);
    following.watch(anchor);
    await pass(50);
    const told = causes.length;
    following.watch(anchor);
    await pass(50);
    expect(causes).toHaveLength(told);
  });

  it('hears nothing when it is stopped', async () => {
    following.watch(layOut(add(), 10, 20, 100, 30));
    following.request('document');
    const deafened = vi.spyOn(window, 'removeEventListener');
    const ended = vi.spyOn(MutationObserver.prototype, 'disconnect');
    following.stop();
    expect(deafened.mock.calls.map(([name]) => name)).toEqual(['scroll', 'resize']);
    expect(ended).toHaveBeenCalledTimes(2);
    add();
    window.dispatchEvent(new Event('scroll'));
    window.dispatchEvent(new Event('resize'));
    following.request('layout');
    await pass(1000);
    expect(causes).toEqual([]);
  });
});
