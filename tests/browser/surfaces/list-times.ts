/** How long the list of 500 creators takes with 50 readings each, and how large its database is. Nobody judges it: tests count. */
import type { Page } from 'puppeteer-core';
import { until } from '../replay/waiting.ts';
import { longList, putLists } from './lists.ts';
import { type BrowserName, openStage } from './stage.ts';

const CREATORS = 500;
const READINGS = 50;

export interface ListTimes {
  /** ms, one a run. */
  ready: number[];
  sort: number[];
  typing: number[];
  /** Of everything that the extension keeps on disk, bytes. */
  bytes: number;
}

/**
 * Loads the page anew. @returns ms from then until the first row of a creator is drawn, by the page's clock. It is asked for from
 * outside, since Firefox runs nothing of a test's at the start of a page of ours: asked too late, it says too much, never too little.
 */
async function loadedAnew(page: Page): Promise<number> {
  await page.evaluate(() => {
    Object.assign(globalThis, { left: true });
    location.reload();
  });
  const rowDrawn = () =>
    page
      .evaluate(async () => {
        if ('left' in globalThis) return undefined;
        const frame = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
        while (!document.querySelector('tr[data-key]')) await frame();
        await frame();
        return performance.now();
      })
      .catch(() => undefined);
  return until('the list is drawn', rowDrawn);
}

/** From a person's act to the frame after it is drawn, ms. */
const took = (page: Page, act: 'sort' | 'type') =>
  page.evaluate(async (which) => {
    const field = document.querySelector<HTMLInputElement>('.list .fee');
    const button = document.querySelector<HTMLElement>('.list thead th:nth-child(8) button');
    const drawn = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
    await drawn();
    const began = performance.now();
    if (which === 'sort') button?.click();
    else if (field) {
      field.value = `${field.value}1`;
      field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    }
    // What is drawn after an act is made in the next task, before its frame; the layout is forced so that it counts.
    await new Promise((done) => setTimeout(done));
    document.body.getBoundingClientRect();
    return performance.now() - began;
  }, act);

export async function listTimes(name: BrowserName, runs: number): Promise<ListTimes> {
  const stage = await openStage(name);
  try {
    const page = await stage.open('list.html', 'light', { width: 1440, height: 820 });
    await putLists(page, longList(Date.now(), CREATORS, READINGS));
    await page.waitForSelector('tr[data-key]');
    const bytes = await page.evaluate(async () => (await navigator.storage.estimate()).usage ?? 0);
    const times: ListTimes = { ready: [], sort: [], typing: [], bytes };
    for (let run = 0; run < runs; run += 1) {
      times.ready.push(await loadedAnew(page));
      times.sort.push(await took(page, 'sort'));
      times.typing.push(await took(page, 'type'));
    }
    return times;
  } finally {
    await stage.close();
  }
}
