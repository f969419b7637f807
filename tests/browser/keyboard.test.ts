/** The whole way by keyboard alone: badge, card, signals, marks, report, popup, settings; Firefox's popup and sidebar. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Page } from 'puppeteer-core';
import { open, until } from './harness.ts';
import { doubtfulHar } from './pages/doubtful.ts';
import { visitsOf } from './replay/har.ts';
import { pageThat } from './replay/launching.ts';
import type { ReplaySession } from './replay/session.ts';
import { focused } from './surfaces/focus.ts';
import { openStage, tabOf } from './surfaces/stage.ts';

/** The focused control's class and words in the overlay; null while the focus is on the page. */
const focusInOverlay = ({ browser }: ReplaySession) =>
  browser.inOverlay<string>(`(root) => {
    const here = root.activeElement;
    return here && here.className + ' | ' + (here.getAttribute('aria-label') ?? here.textContent.trim());
  }`);

async function tabInOverlay(session: ReplaySession, wanted: RegExp, most = 120): Promise<void> {
  for (let presses = 0; presses < most; presses++) {
    await session.browser.page.keyboard.press('Tab');
    if (wanted.test((await focusInOverlay(session)) ?? '')) return;
  }
  assert.fail(`the keyboard does not reach ${wanted}; the focus is on ${await focusInOverlay(session)}`);
}

async function tabTo(page: Page, wanted: RegExp, most = 80): Promise<void> {
  for (let presses = 0; presses < most; presses++) {
    await page.keyboard.press('Tab');
    if (wanted.test(await focused(page))) return;
  }
  assert.fail(`the keyboard does not reach ${wanted}; the focus is on ${await focused(page)}`);
}

/** Presses Tab through a page of ours. @returns the controls that it has and that the focus never reached */
async function unreached(page: Page): Promise<string[]> {
  await page.evaluate(() => {
    (document.activeElement as HTMLElement | null)?.blur();
    const controls = document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex="0"]');
    for (const control of controls)
      if (control.checkVisibility() && !control.matches(':disabled')) control.setAttribute('data-wanted', '');
    document.addEventListener('focusin', ({ target }) => (target as Element).removeAttribute('data-wanted'));
  });
  const left = () => page.evaluate(() => document.querySelectorAll('[data-wanted]').length);
  assert.ok((await left()) > 0, 'there are controls');
  // Boxes that scroll are stops of their own, and some controls come late.
  for (let presses = 0; presses < 150 && (await left()) > 0; presses++) await page.keyboard.press('Tab');
  return page.evaluate(() =>
    [...document.querySelectorAll('[data-wanted]')]
      // Of a group of radio buttons the focus meets one.
      .filter((one) => !(one instanceof HTMLInputElement && one.type === 'radio'))
      .map((one) => one.outerHTML.slice(0, 120)),
  );
}

// Only what is shown: hidden text must not count.
// biome-ignore lint/performance/useDomNodeTextContent: see above
const text = (page: Page) => page.evaluate(() => document.body.innerText);

describe('by keyboard alone', { concurrency: 2 }, () => {
  test('from the page to the report and back, and from the popup to the settings, in Chromium', async () => {
    const session = await open('chromium');
    const { page } = session.browser;
    const browser = page.browser();
    const target = (part: string): Promise<Page> => pageThat(browser, (url) => url.includes(part));
    const frames = () =>
      session.browser.inOverlay<number>(`(root) => root.querySelectorAll('.highlights .frame').length`);
    const cardIsOpen = () =>
      session.browser.inOverlay<boolean>(`(root) => root.querySelector('.card').matches(':popover-open')`);
    try {
      const har = doubtfulHar('instagram');
      assert.ok(har);
      await session.replay(visitsOf(har, 'keyboard'));
      await page.bringToFront();

      await tabInOverlay(session, /^badge/);
      await page.keyboard.press('Enter');
      await until('the card is open', cardIsOpen);
      await until('the focus is in the card', async () => /card/.test((await focusInOverlay(session)) ?? ''));
      assert.equal(await frames(), 0);
      await tabInOverlay(session, /^show/);
      const marked = (await frames()) ?? 0;
      assert.ok(marked > 0, 'focusing a signal marks what it speaks of');
      await page.keyboard.press('Enter');
      await until('the first is scrolled to', async () => {
        const current = await session.browser.inOverlay<number>(`(root) => {
        const { top, bottom } = root.querySelector('.highlights .current')?.getBoundingClientRect() ?? { top: -1, bottom: -1 };
        return (top + bottom) / 2;
      }`);
        return current !== null && current > 0 && current < 900;
      });
      await tabInOverlay(session, /Full report/);
      assert.equal(await frames(), 0, 'the marks go when the focus goes on');
      await page.keyboard.press('Enter');

      const report = await target('/report.html#');
      await report.bringToFront();
      await until('the report is drawn', async () => /fernhollow\.kitchen/.test(await text(report)));
      assert.deepEqual(await unreached(report), [], 'every control of the report is reached by Tab');
      await report.close();

      await page.bringToFront();
      assert.equal(await cardIsOpen(), true, 'the card is as it was');
      await page.keyboard.press('Escape');
      assert.equal(await cardIsOpen(), false);
      assert.match((await focusInOverlay(session)) ?? '', /^badge/, 'the focus is back on the badge');

      const [extension] = (await browser.extensions()).values();
      assert.ok(extension);
      await page.triggerExtensionAction(extension);
      const popup = await target('/popup.html');
      await until('the popup has the estimate', async () => /From \d+ posts?/.test(await text(popup)));
      assert.deepEqual(await unreached(popup), [], 'every control of the popup is reached by Tab');
      await tabTo(popup, /^Settings/);
      // The popup is gone before the key is up.
      await popup.keyboard.press('Enter').catch(() => {});
      const options = await target('/options.html');
      await until('the settings are drawn', async () => /Instagram/.test(await text(options)));
      await options.bringToFront();
      assert.deepEqual(await unreached(options), [], 'every control of the settings is reached by Tab');
      const hasOverlay = async () => (await session.browser.inOverlay<boolean>('() => true')) ?? false;
      await tabTo(options, /Instagram/);
      await options.keyboard.press('Space');
      await until('the site is off', async () => !(await hasOverlay()));
      await options.keyboard.press('Space');
      await until('the site is on', hasOverlay);
    } finally {
      await session.close();
    }
  });

  test("Firefox's popup and sidebar, as documents", async () => {
    const stage = await openStage('firefox');
    const openTabs = async () => {
      const page = await stage.open('about.html');
      const urls = await page.evaluate(async () => {
        const { browser } = globalThis as never as {
          browser: { tabs: { query(o: object): Promise<{ url?: string }[]> } };
        };
        return (await browser.tabs.query({})).map(({ url }) => url ?? '');
      });
      await page.close();
      return urls;
    };
    try {
      const popup = await stage.open(`popup.html?tab=${tabOf('unusual')}`, 'light', { width: 360, height: 500 });
      await until('the popup has the estimate', async () => /From \d+ posts?/.test(await text(popup)));
      await tabTo(popup, /^Full report/);
      await popup.keyboard.press('Enter').catch(() => {});
      await until('a tab with the report', async () => (await openTabs()).some((url) => url.includes('/report.html#')));

      const sidebar = await stage.open(`sidepanel.html?tab=${tabOf('unusual')}`, 'light', { width: 380, height: 900 });
      await until('the sidebar has the report', async () => /seen\.pod/.test(await text(sidebar)));
      await tabTo(sidebar, /^Type its counts/);
      await sidebar.keyboard.press('Enter');
      await tabTo(sidebar, /^handle/);
      await sidebar.keyboard.type('somebody');
      await sidebar.keyboard.press('Tab');
      await sidebar.keyboard.type('12.3K');
      for (let post = 0; post < 5; post++) {
        await tabTo(sidebar, new RegExp(`^posts\\.${post}\\.likes$`));
        await sidebar.keyboard.type(String(200 + post));
      }
      await sidebar.keyboard.press('Enter');
      await until('the answer to the typed counts', async () => /From 5 posts/.test(await text(sidebar)));

      // Behind the last control stands the browser's own window: these look last.
      for (const path of [`popup.html?tab=${tabOf('question')}`, `sidepanel.html?tab=${tabOf('question')}`]) {
        const page = await stage.open(path, 'light', { width: 380, height: 900 });
        await until('it has the estimate', async () => /From \d+ posts?/.test(await text(page)));
        assert.deepEqual(await unreached(page), [], path);
      }
    } finally {
      await stage.close();
    }
  });
});
