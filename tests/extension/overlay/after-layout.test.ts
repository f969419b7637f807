import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { afterLayout } from '../../../extension/overlay/after-layout';
import { FrameObserver, frame } from './layout';

const call = vi.fn();
beforeEach(() => vi.stubGlobal('ResizeObserver', FrameObserver));
afterEach(() => {
  call.mockReset();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

describe('the moment after the page’s layout', () => {
  it('comes once for all that is asked before it', async () => {
    const laidOut = afterLayout(document, call);
    laidOut.request();
    laidOut.request();
    expect(call).not.toHaveBeenCalled();
    await frame();
    expect(call).toHaveBeenCalledOnce();
    laidOut.request();
    await frame();
    expect(call).toHaveBeenCalledTimes(2);
  });

  it('comes in a later frame where it is asked for within itself', async () => {
    let inside = 0;
    const laidOut = afterLayout(document, () => {
      call();
      if (inside++ > 0) return;
      laidOut.request();
      // Told in this very frame again, it would be an endless loop to the page.
      expect(observed).toHaveBeenCalledOnce();
    });
    const observed = vi.spyOn(FrameObserver.prototype, 'observe');
    laidOut.request();
    await frame();
    await frame();
    expect(call).toHaveBeenCalledTimes(2);
    expect(observed).toHaveBeenCalledTimes(2);
  });

  it('comes again after a call that failed', async () => {
    const failing = vi.fn(() => {
      throw new Error('on purpose');
    });
    vi.stubGlobal(
      'ResizeObserver',
      class extends FrameObserver {
        constructor(tell: ResizeObserverCallback) {
          super((entries, observer) => {
            try {
              tell(entries, observer);
            } catch {}
          });
        }
      },
    );
    const laidOut = afterLayout(document, failing);
    laidOut.request();
    await frame();
    const observed = vi.spyOn(FrameObserver.prototype, 'observe');
    laidOut.request();
    expect(observed).toHaveBeenCalledOnce();
    await frame();
    expect(failing).toHaveBeenCalledTimes(2);
  });

  it('does not come any more when it is stopped', async () => {
    const laidOut = afterLayout(document, call);
    laidOut.request();
    laidOut.stop();
    laidOut.request();
    await frame();
    expect(call).not.toHaveBeenCalled();
  });
});
