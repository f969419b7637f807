/** A newcomer with the package and no help: the first run opens by itself, shows a read sample, and the way to the report. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'puppeteer-core';
import { shipped } from './harness.ts';
import { launch, pageThat } from './replay/launching.ts';

const WINDOW = { width: 1280, height: 800 };

/** Presses a button by its words, where a person can see it without scrolling. */
async function pressInSight(page: Page, words: string): Promise<void> {
  const at = await page.evaluate((wanted) => {
    const boxes = [...document.querySelectorAll('button')]
      .filter((one) => one.textContent?.trim() === wanted)
      .map((one) => one.getBoundingClientRect());
    const box = boxes.find(({ top, bottom }) => top >= 0 && bottom <= innerHeight);
    return box ? { x: box.left + box.width / 2, y: box.top + box.height / 2 } : null;
  }, words);
  assert.ok(at, `"${words}" is not in sight`);
  await page.mouse.click(at.x, at.y);
}

test('from the installed package to the report of the sample, without scrolling', async (context) => {
  const browser = await launch({
    executablePath: process.env.PLUMB_CHROMIUM ?? '/usr/bin/chromium',
    headless: true,
    enableExtensions: true,
    pipe: true,
    defaultViewport: WINDOW,
    args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking', '--lang=en'],
  });
  try {
    const began = Date.now();
    const passed = () => `${((Date.now() - began) / 1000).toFixed(1)} s`;
    await browser.installExtension(shipped('chromium'));
    const page = await pageThat(browser, (url) => url.endsWith('/welcome.html'));
    await page.setViewport(WINDOW);
    await page.waitForFunction(() => /[\d,]+ engagements a post/.test(document.body.textContent ?? ''));
    context.diagnostic(`the sample is read after ${passed()}`);
    const inSight = await page.evaluate(() =>
      ['.badge', '.fact', '.peer-bar', '.chip'].filter((selector) => {
        const box = document.querySelector(`.sample-page ${selector}`)?.getBoundingClientRect();
        return !box || box.bottom > innerHeight;
      }),
    );
    assert.deepEqual(inSight, [], 'badge, fact, place and verdict are in sight');
    await pressInSight(page, 'Full report');
    const report = await pageThat(browser, (url) => url.includes('/report.html#'));
    await report.waitForFunction(() => /engagements a post/.test(document.body.textContent ?? ''));
    context.diagnostic(`the report is open after ${passed()}`);
  } finally {
    await browser.close();
  }
});
