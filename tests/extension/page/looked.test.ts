import { afterEach, beforeEach, describe, expect, it, type Mock, vi } from 'vitest';
import { createLook, isActing, LOOK } from '../../../extension/page/looked';

let seen: 'visible' | 'hidden';
let document: Document;
let looked: Mock<() => void>;

const show = (state: typeof seen) => {
  seen = state;
  document.dispatchEvent(new Event('visibilitychange'));
};

beforeEach(() => {
  vi.useFakeTimers();
  seen = 'visible';
  document = Object.defineProperty(new EventTarget(), 'visibilityState', { get: () => seen }) as unknown as Document;
  looked = vi.fn<() => void>();
});
afterEach(() => vi.useRealTimers());

describe('a look at an address', () => {
  it('is told once, when it has lasted', () => {
    createLook(document, looked).start(true);
    vi.advanceTimersByTime(LOOK - 1);
    expect(looked).not.toHaveBeenCalled();
    vi.advanceTimersByTime(10 * LOOK);
    show('hidden');
    show('visible');
    vi.advanceTimersByTime(10 * LOOK);
    expect(looked).toHaveBeenCalledTimes(1);
  });

  it('does not last while the page is not to be seen', () => {
    seen = 'hidden';
    createLook(document, looked).start(true);
    vi.advanceTimersByTime(10 * LOOK);
    show('visible');
    vi.advanceTimersByTime(LOOK - 1);
    show('hidden');
    vi.advanceTimersByTime(10 * LOOK);
    expect(looked).not.toHaveBeenCalled();
    show('visible');
    vi.advanceTimersByTime(LOOK);
    expect(looked).toHaveBeenCalledTimes(1);
  });

  it('is none at an address that the page alone has changed to', () => {
    createLook(document, looked).start(false);
    vi.advanceTimersByTime(10 * LOOK);
    expect(looked).not.toHaveBeenCalled();
  });

  it('of a page that invents an account every second is never told', () => {
    const look = createLook(document, looked);
    for (let account = 0; account < 100; account += 1) {
      look.start(true);
      vi.advanceTimersByTime(1000);
    }
    look.stop();
    vi.advanceTimersByTime(10 * LOOK);
    expect(looked).not.toHaveBeenCalled();
  });
});

it('tells whether the person has just pressed something', () => {
  const view = (userActivation: unknown) => ({ navigator: { userActivation } }) as unknown as Window;
  expect([isActing(view({ isActive: true })), isActing(view({ isActive: false })), isActing(view(undefined))]).toEqual([
    true,
    false,
    true,
  ]);
});
