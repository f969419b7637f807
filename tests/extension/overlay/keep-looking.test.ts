import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { keepLooking, LONGEST, type Looking } from '../../../extension/overlay/keep-looking';

const PACE = 1000;
const MINUTE = 60_000;
const look = vi.fn();
const stirred = vi.fn();
let looking: Looking;

beforeEach(() => {
  vi.useFakeTimers();
  vi.spyOn(Math, 'random').mockReturnValue(0);
  look.mockReset();
  stirred.mockReset();
  document.body.innerHTML = '<p>Words.</p>';
  looking = keepLooking(document, { pace: PACE, look, stirred });
});
afterEach(() => {
  looking.stop();
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);
const looksIn = async (ms: number) => {
  look.mockReset();
  await pass(ms);
  return look.mock.calls.length;
};
/** Long enough for the longest wait. */
const rest = () => pass(5 * MINUTE);

describe('a look that is kept up', () => {
  it('comes at its pace at the beginning, and ever more seldom while nothing happens', async () => {
    expect(await looksIn(MINUTE)).toBe(0);
    looking.start();
    expect(await looksIn(5 * PACE)).toBe(5);
    await rest();
    expect(await looksIn(MINUTE)).toBe(MINUTE / LONGEST);
    expect(stirred).not.toHaveBeenCalled();
  });

  it.each<[string, () => void]>([
    ['an element is added', () => document.body.append('more')],
    ['an attribute changes', () => document.querySelector('p')!.setAttribute('style', 'color: red')],
    ['a text changes', () => (document.querySelector('p')!.firstChild!.nodeValue = 'Other words.')],
    ['the pointer moves', () => document.body.dispatchEvent(new Event('pointermove', { bubbles: true }))],
    ['something within scrolls, which does not bubble', () => document.body.dispatchEvent(new Event('scroll'))],
    [
      'a style sheet has come',
      () => document.head.appendChild(document.createElement('link')).dispatchEvent(new Event('load')),
    ],
    ['the tab is shown', () => document.dispatchEvent(new Event('visibilitychange', { bubbles: true }))],
  ])('is at its pace again when %s', async (_, act) => {
    looking.start();
    await rest();
    act();
    await pass(0);
    expect(stirred).toHaveBeenCalledTimes(1);
    expect(await looksIn(5 * PACE)).toBe(5);
  });

  it('is not put off by signs that follow each other, and hears each of them once', async () => {
    looking.start();
    await rest();
    look.mockReset();
    for (let each = 0; each < 100; each += 1) {
      document.body.append('more');
      await pass(PACE / 10);
    }
    expect(look.mock.calls.length).toBeGreaterThanOrEqual(9);
    expect(stirred.mock.calls.length).toBeLessThanOrEqual(2);
  });

  it('is at its pace again when it is begun anew, without being put off', async () => {
    looking.start();
    await pass(PACE - 1);
    looking.start();
    expect(await looksIn(1)).toBe(1);
    await rest();
    looking.start();
    expect(await looksIn(PACE)).toBe(1);
  });

  it('comes at rest at times that nobody foresees', async () => {
    looking.start();
    await rest();
    vi.mocked(Math.random).mockReturnValue(0.9);
    expect(await looksIn(MINUTE)).toBeGreaterThan(MINUTE / LONGEST);
  });

  it('is over for good with its end', async () => {
    looking.start();
    await rest();
    looking.stop();
    document.body.append('more');
    expect(await looksIn(5 * MINUTE)).toBe(0);
    expect(stirred).not.toHaveBeenCalled();
  });
});
