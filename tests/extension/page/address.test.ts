// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type AddressWatch, watchAddress } from '../../../extension/page/address';
import { moveQuietly, moveTo } from './fake-extension';

vi.mock('wxt/browser', async () => ({ browser: (await import('./fake-extension')).browser }));

const ORIGIN = 'https://www.instagram.com';
let changed: string[];
let watch: AddressWatch;

beforeEach(() => {
  moveTo(`${ORIGIN}/hollow.oven/`);
  changed = [];
  watch = watchAddress(window, (address) => changed.push(address));
});
afterEach(() => watch.stop());

describe('a change of address', () => {
  it('is told by the browser’s own event, once', () => {
    moveTo(`${ORIGIN}/other/`);
    moveTo(`${ORIGIN}/other/`);
    expect(changed).toEqual([`${ORIGIN}/other/`]);
  });

  it('is found by a look where a page keeps the event from us', () => {
    moveQuietly(`${ORIGIN}/other/`);
    expect(changed).toEqual([]);
    for (const _ of [1, 2]) watch.look();
    expect(changed).toEqual([`${ORIGIN}/other/`]);
  });

  it('is told no more after the end', () => {
    watch.stop();
    moveTo(`${ORIGIN}/other/`);
    expect(changed).toEqual([]);
  });
});
