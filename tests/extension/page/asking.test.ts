// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Asking, watchAsking } from '../../../extension/page/asking';

const URL = 'https://www.instagram.com/graphql/query';
let note: (entries: object[]) => void;
let asking: Asking;
let location: { href: string };

const entry = (startTime: number, more: object = {}) => ({
  name: URL,
  startTime,
  initiatorType: 'fetch',
  responseStatus: 200,
  ...more,
});
const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);
const go = (href: string) => {
  location.href = href;
  asking.moved();
};

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal(
    'PerformanceObserver',
    class {
      constructor(tell: (list: { getEntries(): object[] }) => void) {
        note = (entries) => tell({ getEntries: () => entries });
      }
      observe() {}
      disconnect() {}
    },
  );
  location = { href: 'a' };
  asking = watchAsking(location as Location, (url) => url.startsWith('https://www.instagram.com/'));
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('the address that a page asked on', () => {
  it('is the only one that it had, without waiting for the browser', async () => {
    expect(await asking.askedOn(URL)).toBe('a');
  });

  it('is the one that it had when it asked, whether the browser notes that before or after', async () => {
    const [early, between, late] = [performance.now(), performance.now() + 150, performance.now() + 350];
    await pass(100);
    go('b');
    await pass(200);
    go('c');
    await pass(100);
    note([entry(late)]);
    const first = asking.askedOn(URL);
    const second = asking.askedOn(URL);
    const third = asking.askedOn(URL);
    note([entry(early), entry(between)]);
    expect(await Promise.all([first, second, third])).toEqual(['c', 'a', 'b']);
  });

  it('is told of responses alone that are said: what failed, and what other ways asked, is passed over', async () => {
    const before = performance.now();
    await pass(100);
    go('b');
    const asked = asking.askedOn(URL);
    note([
      entry(before, { responseStatus: 404 }),
      entry(before, { initiatorType: 'xmlhttprequest' }),
      entry(before, { name: `${URL}?other` }),
      entry(performance.now(), { name: `${URL}#part`, responseStatus: 0 }),
    ]);
    expect(await asked).toBe('b');
  });

  it('is matched in order with what came while there was one address alone', async () => {
    await asking.askedOn(URL);
    note([entry(performance.now())]);
    await pass(100);
    go('b');
    await pass(100);
    note([entry(performance.now())]);
    expect(await asking.askedOn(URL)).toBe('b');
  });

  it('is not taken from a response that was never said, a minute later', async () => {
    note([entry(performance.now())]);
    await pass(61_000);
    go('b');
    await pass(100);
    const asked = asking.askedOn(URL);
    note([entry(performance.now(), { name: 'https://other.example/' }), entry(performance.now())]);
    expect(await asked).toBe('b');
  });

  it('is unknown where the browser notes nothing, and known again a minute after the last change', async () => {
    go('b');
    const asked = asking.askedOn(URL);
    await pass(2000);
    expect(await asked).toBeUndefined();
    await pass(60_000);
    expect(await asking.askedOn(URL)).toBe('b');
  });
});
