import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { isHidden } from '../../../extension/overlay/hidden';
import { type HiddenWatch, PACE, watchHidden } from '../../../extension/overlay/hidden-watch';
import { LONGEST } from '../../../extension/overlay/keep-looking';
import { FrameObserver, watchedShifts } from './layout';

vi.mock('../../../extension/overlay/hidden', () => ({ isHidden: vi.fn() }));

let watch: HiddenWatch;
const tell = vi.fn();
const drawn = vi.fn(() => [{ element: document.body, anchor: null, host: document.body }]);

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('ResizeObserver', FrameObserver);
  watchedShifts();
  tell.mockReset();
  drawn.mockClear();
  watch = watchHidden(document.body, drawn, tell);
});
afterEach(() => {
  watch.stop();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const looks = async (...found: (boolean | undefined)[]) => {
  for (const one of found) {
    vi.mocked(isHidden).mockReturnValueOnce(one);
    await vi.advanceTimersByTimeAsync(PACE + 50);
  }
  return tell.mock.calls.flat();
};

describe('the watch for a hidden answer', () => {
  it('looks at nothing before there is something to be seen, and seldom then', async () => {
    await vi.advanceTimersByTimeAsync(10 * PACE);
    expect(drawn).not.toHaveBeenCalled();
    watch.start();
    watch.start();
    await vi.advanceTimersByTimeAsync(2 * (PACE + 20));
    expect(drawn).toHaveBeenCalledTimes(2);
    await vi.advanceTimersByTimeAsync(10 * PACE);
    expect(drawn.mock.calls.length).toBeLessThan(9);
  });

  it('at rest looks again soon at what is hidden: it must last, but not for long until it is told', async () => {
    watch.start();
    await vi.advanceTimersByTimeAsync(100 * PACE);
    vi.mocked(isHidden).mockReturnValue(true);
    await vi.advanceTimersByTimeAsync(LONGEST + PACE + 100);
    expect(tell.mock.calls).toEqual([[true]]);
    vi.mocked(isHidden).mockReset();
  });

  it('tells what lasts, once, and once when it ends', async () => {
    watch.start();
    expect(await looks(false, true, false, true)).toEqual([]);
    expect(await looks(true)).toEqual([true]);
    expect(await looks(true, true)).toEqual([true]);
    expect(await looks(false, false)).toEqual([true, false]);
  });

  it('keeps to what it told while nobody knows, and begins to count anew', async () => {
    watch.start();
    expect(await looks(true, undefined, true)).toEqual([]);
    expect(await looks(true, undefined, undefined)).toEqual([true]);
  });

  it('looks no more after its end', async () => {
    watch.start();
    await looks(true);
    watch.stop();
    drawn.mockClear();
    await vi.advanceTimersByTimeAsync(5 * PACE);
    expect(drawn).not.toHaveBeenCalled();
  });
});
