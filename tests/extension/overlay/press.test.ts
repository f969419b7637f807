import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Host } from '../../../extension/overlay/host';
import { type Press, watchPress } from '../../../extension/overlay/press';
import { add, layOut, watchedShifts } from './layout';

vi.mock('../../../extension/overlay/hidden', () => ({ isHidden: () => false, hasEffect: () => false }));

const click = { isTrusted: true } as Event;
const act = vi.fn();
let press: Press;
let button: HTMLElement;
let root: { activeElement: Element | null; elementFromPoint(): Element };

beforeEach(() => {
  vi.useFakeTimers();
  watchedShifts();
  act.mockReset();
  document.body.replaceChildren();
  const element = add();
  button = layOut(add('button', element), 10, 10, 80, 24);
  document.elementFromPoint = () => element;
  root = { activeElement: null, elementFromPoint: () => button };
  press = watchPress({ element, root } as unknown as Host, () => button);
});
afterEach(() => {
  press.stop();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);
const said = () => act.mock.calls.flat();

describe('a press', () => {
  it('is the person’s own once they have rested on what stood in view', async () => {
    press.start();
    await pass(500);
    root.activeElement = button;
    press.take(click, act);
    expect(said()).toEqual([]);
    await pass(500);
    expect(said()).toEqual([true]);
  });

  it('is not where the button has just come up, has just moved, or the page has made it', async () => {
    press.start();
    root.activeElement = button;
    press.take(click, act);
    expect(said()).toEqual([false]);
    await pass(500);
    layOut(button, 10, 50, 80, 24);
    press.take(click, act);
    expect(said()).toEqual([false, false]);
    press.take({ isTrusted: false } as Event, act);
    await pass(1000);
    expect(said()).toEqual([false, false]);
  });

  it('is not where something lay over the button until the press, for however long nothing else happened', async () => {
    press.start();
    await pass(60_000);
    const cover = add();
    const uncovered = document.elementFromPoint;
    document.elementFromPoint = () => cover;
    await pass(500);
    document.elementFromPoint = uncovered;
    root.activeElement = button;
    press.take(click, act);
    await pass(500);
    expect(said()).toEqual([false]);
  });
});
