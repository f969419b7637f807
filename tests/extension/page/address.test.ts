// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { watchAddress } from '../../../extension/page/address';
import { moveQuietly, moveTo } from './fake-extension';

vi.mock('wxt/browser', async () => ({ browser: (await import('./fake-extension')).browser }));

const ORIGIN = 'https://www.instagram.com';
let changed: string[];
let stop = () => {};

beforeEach(() => {
  vi.useFakeTimers();
  moveTo(`${ORIGIN}/hollow.oven/`);
  changed = [];
});
afterEach(() => {
  stop();
  vi.useRealTimers();
});

const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);
const begin = () => {
  stop = watchAddress(window, (address) => changed.push(address));
};
const rest = () => pass(60_000);

describe('a change of address', () => {
  it('is told by the browser’s own event', async () => {
    begin();
    await rest();
    moveTo(`${ORIGIN}/other/`);
    expect(changed).toEqual([`${ORIGIN}/other/`]);
  });

  it('is found where a page keeps the event from us: soon while anything happens', async () => {
    begin();
    moveQuietly(`${ORIGIN}/other/`);
    await pass(250);
    expect(changed).toHaveLength(1);
  });

  it('is found with the page’s next change at rest, before that is painted', async () => {
    begin();
    await rest();
    moveQuietly(`${ORIGIN}/other/`);
    document.body.append('words of the other');
    await pass(0);
    expect(changed).toEqual([`${ORIGIN}/other/`]);
  });

  it('is told no more after the end', async () => {
    begin();
    stop();
    moveQuietly(`${ORIGIN}/other/`);
    document.body.append('words');
    await rest();
    expect(changed).toEqual([]);
  });
});
