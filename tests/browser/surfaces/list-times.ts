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

/** Before a page opens: notes when it has drawn the first row of a creator. */
const watchReady = (page: Page) =>
  page.evaluateOnNewDocument(() => {
    const watcher = new MutationObserver(() => {
      if (!document.querySelector('tr[data-key]')) return;
      watcher.disconnect();
      requestAnimationFrame(() => setTimeout(() => Object.assign(globalThis, { readyAt: performance.now() })));
    });
    watcher.observe(document, { childList: true, subtree: true });
  });

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
    await watchReady(page);
    const times: ListTimes = { ready: [], sort: [], typing: [], bytes };
    for (let run = 0; run < runs; run += 1) {
      // Firefox never says that a page of ours was loaded anew: its own new clock does.
      await page.evaluate(() => {
        Object.assign(globalThis, { readyAt: undefined });
        location.reload();
      });
      const readyAt = () => page.evaluate(() => (globalThis as { readyAt?: number }).readyAt).catch(() => undefined);
      times.ready.push(await until('the list is drawn', readyAt));
      times.sort.push(await took(page, 'sort'));
      times.typing.push(await took(page, 'type'));
    }
    return times;
  } finally {
    await stage.close();
  }
}
