/** Our own pages as shipped: every state accessible in both schemes, usable by keyboard alone, narrow, and true to storage. */
import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import type { Page } from 'puppeteer-core';
import { until } from './harness.ts';
import { drawn, golden, openStage, type Stage, store, tabOf, views } from './surfaces/stage.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'];

interface AxeResult {
  violations: { id: string; nodes: { html: string; failureSummary: string }[] }[];
  passes: unknown[];
}

async function accessible(page: Page, name: string): Promise<void> {
  await page.evaluate(axe);
  const found = await page.evaluate(async (rules) => {
    const { axe: tool } = globalThis as never as { axe: { run(options: object): Promise<AxeResult> } };
    const { violations, passes } = await tool.run({ runOnly: rules });
    return {
      passes: passes.length,
      violations: violations.map(
        ({ id, nodes }) => `${id}: ${nodes.map((one) => `${one.html} ${one.failureSummary}`).join(' | ')}`,
      ),
    };
  }, RULES);
  assert.deepEqual(found.violations, [], name);
  assert.ok(found.passes > 10, `axe looked at ${found.passes} rules only on ${name}`);
}

/** The engagements of a usual post as a report prints them in English. */
const shownOf = (state: string) =>
  new Intl.NumberFormat('en', { maximumFractionDigits: 0 }).format(
    JSON.parse(golden(state)).engagement.perPost.shown.mid,
  );

/** Asks the background, as one of our own pages. */
const tell = (page: Page, message: object): Promise<unknown> =>
  page.evaluate(
    (asked) =>
      (globalThis as never as { chrome: { runtime: { sendMessage(m: object): unknown } } }).chrome.runtime.sendMessage(
        asked,
      ),
    message,
  );

/** What the extension keeps, read from one of its own pages. */
function storage<T>(page: Page, area: 'local' | 'session'): Promise<T> {
  return page.evaluate(async (which) => {
    const { chrome } = globalThis as never as {
      chrome: { storage: Record<string, { get(keys: null): Promise<unknown> }> };
    };
    return (await chrome.storage[which]?.get(null)) as never;
  }, area);
}
// Only what is shown: hidden text must not count.
// biome-ignore lint/performance/useDomNodeTextContent: see above
const text = (page: Page) => page.evaluate(() => document.body.innerText);
const focused = (page: Page) =>
  page.evaluate(
    () =>
      document.activeElement?.textContent?.trim() ||
      document.activeElement?.getAttribute('name') ||
      document.activeElement?.tagName ||
      '',
  );

/** A focus that the page moves follows a key after the page has drawn, so a moment is given. */
const focusIs = (page: Page, wanted: string, why: string) =>
  until(`${why} (${wanted})`, async () => (await focused(page)) === wanted);

/** Controls below 24 px (WCAG 2.5.8); run in the page. */
function smallControls(): string[] {
  return [...document.querySelectorAll('button, input, select, summary')]
    .map((one) => ({ one, box: one.getBoundingClientRect() }))
    .filter(({ box }) => box.width > 0 && (box.height < 23.5 || box.width < 23.5))
    .map(({ one, box }) => `${one.textContent} ${box.width}×${box.height}`);
}

/** Tries to make markup, a script's text and a policy in one of our own pages. @returns what each came to; '' where the browser knows no Trusted Types */
async function markup(stage: Stage): Promise<string[]> {
  const page = await stage.open('about.html');
  const found = await page.evaluate(() => {
    const { trustedTypes } = globalThis as never as {
      trustedTypes?: { createPolicy(name: string, rules: object): object };
    };
    const tries = [
      () => {
        document.createElement('p').innerHTML = '<b>';
      },
      () => {
        document.createElement('script').text = '1';
      },
      () => trustedTypes?.createPolicy('any', { createHTML: (text: string) => text }),
    ];
    return tries.map((attempt) => {
      try {
        attempt();
        return trustedTypes ? 'made' : '';
      } catch (error) {
        return (error as Error).name;
      }
    });
  });
  await page.close();
  return found;
}

/** Presses Tab until the focus stands on what is wanted. */
async function tabTo(page: Page, wanted: string | RegExp, most = 60): Promise<void> {
  for (let presses = 0; presses < most; presses++) {
    await page.keyboard.press('Tab');
    const here = await focused(page);
    if (typeof wanted === 'string' ? here === wanted : wanted.test(here)) return;
  }
  assert.fail(`the keyboard does not reach ${wanted}`);
}

describe('our own pages', { concurrency: 2 }, () => {
  describe('in chromium', { concurrency: 1 }, () => {
    let stage: Stage;
    before(async () => {
      stage = await openStage('chromium');
    });
    after(() => stage.close());

    for (const scheme of ['light', 'dark'] as const) {
      test(`axe finds nothing, nothing is logged, no control is too small, in the ${scheme} scheme`, async () => {
        for (const view of views) {
          const page = await stage.open('about.html', scheme, view);
          const complaints: string[] = [];
          page.on('console', (message) => complaints.push(message.text()));
          page.on('pageerror', (error) => complaints.push(String(error)));
          await page.goto(stage.own(view.path));
          await drawn(page, view.path);
          await accessible(page, `${scheme} ${view.name}`);
          assert.deepEqual(complaints, [], view.name);
          assert.deepEqual(await page.evaluate(smallControls), [], view.name);
          await page.close();
        }
      });
    }

    test('no text becomes markup or script, and no policy can let it', async () => {
      assert.deepEqual(await markup(stage), ['TypeError', 'TypeError', 'TypeError']);
    });

    test('each fits a window of 320 px, which is 400 % zoom, without scrolling sideways', async () => {
      for (const view of views) {
        const page = await stage.open(view.path, 'light', { width: 320, height: 640 });
        const width = await page.evaluate(() => document.documentElement.scrollWidth);
        assert.ok(width <= 320, `${view.name} is ${width} px wide`);
        await page.close();
      }
    });

    test('the first run scores the sample with the real core, and is not shown twice', async () => {
      const page = await stage.open('welcome.html');
      await until('the sample is scored', async () =>
        /1,2\d\d engagements a post/.test((await text(page)).replace(/\s+/g, ' ')),
      );
      const { settings } = await storage<{ settings: { firstRunSeen: boolean } }>(page, 'local');
      assert.equal(settings.firstRunSeen, true);
      await page.close();
    });

    test('a site is switched off by keyboard alone, and every open page of ours follows', async () => {
      const options = await stage.open('options.html');
      const welcome = await stage.open('welcome.html');
      await options.bringToFront();
      await options.focus('input[role=switch]');
      await options.keyboard.press('Space');
      await until(
        'stored',
        async () =>
          (await storage<{ settings: { off: string[] } }>(options, 'local')).settings.off.join() === 'instagram',
      );
      await until('the other page follows', () =>
        welcome.evaluate(() => !document.querySelector<HTMLInputElement>('input[role=switch]')?.checked),
      );
      await options.keyboard.press('Space');
      await until(
        'stored',
        async () => (await storage<{ settings: { off: string[] } }>(options, 'local')).settings.off.length === 0,
      );
      await options.close();
      await welcome.close();
    });

    test('everything is deleted after one question, and comes back by undo, by keyboard alone', async () => {
      const page = await stage.open('options.html');
      const history = [{ platform: 'x', host: '', handle: 'a', readings: [] }];
      await tell(page, { kind: 'restore', kept: { history, settings: { badgeOnly: true } } });
      await page.reload();
      await until('it says what is kept', async () => (await text(page)).includes('Earlier visits to 1 account'));
      await tabTo(page, 'Delete everything…');
      await page.keyboard.press('Enter');
      await focusIs(page, 'Keep everything', 'the harmless answer has the focus');
      await accessible(page, 'the question');
      await page.keyboard.press('Escape');
      await focusIs(page, 'Delete everything…', 'the focus returns');
      assert.ok('settings' in (await storage<object>(page, 'local')), 'nothing is deleted by Escape');

      await page.keyboard.press('Enter');
      await focusIs(page, 'Keep everything', 'the harmless answer has the focus again');
      await page.keyboard.down('Shift');
      await page.keyboard.press('Tab');
      await page.keyboard.up('Shift');
      await focusIs(page, 'Delete everything', 'the other answer stands before it');
      await page.keyboard.press('Enter');
      await until('deleted', async () => (await text(page)).includes('Everything is deleted.'));
      assert.deepEqual(await storage(page, 'local'), {});
      assert.deepEqual(await storage(page, 'session'), {});
      await accessible(page, 'after deleting');
      await tabTo(page, 'Undo');
      await page.keyboard.press('Enter');
      await until('restored', async () => 'settings' in (await storage<object>(page, 'local')));
      await until('it says so', async () => (await text(page)).includes('Earlier visits to 1 account'));
      const { settings } = await storage<{ settings: { badgeOnly: boolean } }>(page, 'local');
      assert.equal(settings.badgeOnly, true);
      const { history: kept } = (await tell(page, { kind: 'erase' })) as { history: unknown };
      assert.deepEqual(kept, history);
      await page.close();
      await stage.seed();
    });

    test('another language than the browser’s is chosen in the settings, and holds everywhere', async () => {
      const page = await stage.open('options.html');
      await page.evaluate(() => document.querySelector('select')?.focus());
      await page.select('select', 'ar');
      await until('the page turns', () => page.evaluate(() => document.documentElement.dir === 'rtl'));
      assert.equal(await page.evaluate(() => document.documentElement.lang), 'ar');
      for (const path of [
        'options.html',
        `sidepanel.html?tab=${tabOf('unusual')}`,
        `popup.html?tab=${tabOf('question')}`,
        'welcome.html',
      ]) {
        const other = await stage.open(path, 'light', { width: 380, height: 900 });
        await accessible(other, `${path} in Arabic`);
        assert.ok((await other.evaluate(() => document.documentElement.scrollWidth)) <= 380, path);
        await other.close();
      }
      await page.select('select', '');
      await until('the browser’s language is back', () => page.evaluate(() => document.documentElement.lang === 'en'));
      await page.close();
    });

    test('the panel follows what is kept of its tab', async () => {
      const tab = tabOf('nothing');
      const page = await stage.open(`sidepanel.html?tab=${tab}`, 'light', { width: 380, height: 900 });
      await until('nothing', async () => (await text(page)).includes('No profile in this tab'));
      const report = golden('question');
      const visit = { address: '', epoch: 1, seq: 1, visit: 'v', waiting: [], snapshot: null };
      await store(page, 'session', { [`page:${tab}`]: { ...visit, report: null } });
      await until('reading', async () => (await text(page)).includes('Reading what this page shows'));
      await store(page, 'session', { [`page:${tab}`]: { ...visit, report } });
      await until('the report', async () => (await text(page)).includes('1 question'));
      const said = await page.evaluate(() => document.querySelector('[aria-live=polite]')?.textContent ?? '');
      assert.ok(said.startsWith(`Estimate ready. ${shownOf('question')} engagements a post`), said);
      await page.close();
    });

    test('typed counts are scored by the real core, by keyboard alone; a slip is named and gets the focus', async () => {
      const page = await stage.open('sidepanel.html', 'light', { width: 380, height: 900 });
      await tabTo(page, 'Type its counts');
      await page.keyboard.press('Enter');
      await tabTo(page, 'handle');
      await page.keyboard.type('@somebody');
      await page.keyboard.press('Tab');
      await page.keyboard.type('a lot');
      await page.keyboard.press('Enter');
      await until('the slip is named', async () => (await text(page)).includes('1 field needs another look.'));
      await focusIs(page, 'followers', 'the slip has the focus');
      await accessible(page, 'a form with a slip');
      await page.keyboard.down('Control');
      await page.keyboard.press('a');
      await page.keyboard.up('Control');
      await page.keyboard.type('12.3K');
      for (let post = 0; post < 5; post++) {
        await tabTo(page, `posts.${post}.likes`);
        await page.keyboard.type(String(200 + post));
      }
      await page.keyboard.press('Enter');
      await until('the answer', async () => /engagements a post|likes a post/.test(await text(page)));
      assert.match(await text(page), /From 5 posts/);
      await accessible(page, 'a typed estimate');
      await page.close();
    });

    test('the report is saved as one file that runs nothing', async () => {
      const folder = mkdtempSync(join(tmpdir(), 'plumb-saved-'));
      const file = `plumb-report-${JSON.parse(golden('unusual')).capturedAt.slice(0, 10)}.html`;
      const page = await stage.open('report.html#unusual');
      try {
        const devtools = await page.createCDPSession();
        await devtools.send('Browser.setDownloadBehavior', { behavior: 'allow', downloadPath: folder });
        await tabTo(page, 'Save as HTML');
        await page.keyboard.press('Enter');
        await until('the file', async () => readdirSync(folder).includes(file));
        const saved = readFileSync(join(folder, file), 'utf8');
        assert.doesNotMatch(saved, /<script|<link|<img|<button|\son\w+=/i);
        const opened = await stage.browser.newPage();
        const asked: string[] = [];
        opened.on('request', (request) => asked.push(request.url()));
        await opened.goto(`file://${join(folder, file)}`);
        assert.match(await text(opened), new RegExp(`${shownOf('unusual')}\\s+engagements a post`));
        await accessible(opened, 'the saved file');
        assert.equal(asked.length, 1, 'only the file itself');
        await opened.close();
      } finally {
        await page.close();
        rmSync(folder, { recursive: true });
      }
    });

    test('what is copied carries the range and what it was read from', async () => {
      const page = await stage.open('report.html#unusual');
      const copied = await page.evaluate(() => {
        const value = document.querySelector('.big .value') as Element;
        document.getSelection()?.selectAllChildren(value);
        const clipboardData = new DataTransfer();
        value.dispatchEvent(new ClipboardEvent('copy', { bubbles: true, cancelable: true, clipboardData }));
        return clipboardData.getData('text/plain');
      });
      assert.match(copied, new RegExp(`^${shownOf('unusual')}\n\n.*\\d–[\\d,]+.*From \\d+ posts`, 's'));
      await page.close();
    });
  });

  describe('in firefox', { concurrency: 1 }, () => {
    let stage: Stage;
    before(async () => {
      stage = await openStage('firefox');
    });
    after(() => stage.close());

    test('no text becomes markup or script, and no policy can let it', async () => {
      assert.deepEqual(await markup(stage), ['TypeError', 'TypeError', 'TypeError']);
    });

    test('each draws, and axe finds nothing', async () => {
      for (const view of views) {
        const page = await stage.open(view.path, 'light', view);
        await accessible(page, view.name);
        await page.close();
      }
    });

    test('the first run scores the sample with the real core', async () => {
      const page = await stage.open('welcome.html');
      await until('the sample is scored', async () =>
        /1,2\d\d engagements a post/.test((await text(page)).replace(/\s+/g, ' ')),
      );
      await page.close();
    });

    test('another language than the browser’s is loaded from our own package', async () => {
      const page = await stage.open('options.html');
      await store(page, 'local', { settings: { language: 'de' } });
      await until('the page turns', () => page.evaluate(() => document.documentElement.lang === 'de'));
      await store(page, 'local', { settings: {} });
      await page.close();
    });
  });
});
