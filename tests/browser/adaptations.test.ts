/** What a person's system asks for: forced colours, less motion, right-to-left, a window of 320 px. Chromium. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { after, before, test } from 'node:test';
import type { Page } from 'puppeteer-core';
import { calm, openStage, type Scheme, type Stage, views } from './surfaces/stage.ts';
import { illegible, wordsIn } from './visual/legible.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'];
let stage: Stage;
let desk: Page;
before(async () => {
  stage = await openStage('chromium');
  desk = await stage.browser.newPage();
});
after(() => stage?.close());

const asked = (features: Record<string, string>) => async (page: Page) => {
  const devtools = await page.createCDPSession();
  const list = Object.entries(features).map(([name, value]) => ({ name, value }));
  await devtools.send('Emulation.setEmulatedMedia', { features: list });
};

const one = (name: string) => {
  const view = views.find((each) => each.name === name);
  assert.ok(view, name);
  return view;
};

for (const scheme of ['light', 'dark'] as const) {
  test(`with forced colours every word can be seen (${scheme})`, async () => {
    const forced = asked({
      'forced-colors': 'active',
      'prefers-color-scheme': scheme,
      'prefers-reduced-motion': 'reduce',
    });
    for (const name of [
      'panel-unusual',
      'popup-question',
      'report-unusual',
      'welcome',
      'options',
      'about',
      'panel-error',
    ]) {
      const view = one(name);
      const page = await stage.open(view.path, scheme, view, forced);
      const height = await page.evaluate(() => Math.ceil(document.body.getBoundingClientRect().height));
      await page.setViewport({ width: view.width, height });
      await calm(page);
      assert.equal(await page.evaluate(() => matchMedia('(forced-colors: active)').matches), true);
      const words = await page.evaluate(wordsIn);
      assert.ok(words.length > 5, `${name} has ${words.length} words`);
      const picture = await page.screenshot({ captureBeyondViewport: false });
      assert.deepEqual(await illegible(desk, picture, words), [], name);
      await page.close();
    }
  });
}

test('a word on its own colour is found, so the test above can fail', async () => {
  const page = await stage.open('about.html');
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('h1 { color: #123 !important; background: #123 !important; }');
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  });
  const picture = await page.screenshot({ captureBeyondViewport: false });
  assert.equal((await illegible(desk, picture, await page.evaluate(wordsIn))).length, 1);
  await page.close();
});

test('nothing moves where less motion is asked for, and something does where it is not', async () => {
  const view = one('panel-reading');
  const moving = async (value: string) => {
    const page = await stage.open(view.path, 'light', view, asked({ 'prefers-reduced-motion': value }));
    const count = await page.evaluate(
      () => document.getAnimations().filter(({ playState }) => playState === 'running').length,
    );
    await page.close();
    return count;
  };
  assert.ok((await moving('no-preference')) > 0);
  assert.equal(await moving('reduce'), 0);
});

test('right-to-left: axe finds nothing, nothing is wider than the window, in all states', async () => {
  await stage.choose({ language: 'ar', firstRunSeen: true });
  for (const [index, view] of views.entries()) {
    const scheme: Scheme = index % 2 === 0 ? 'light' : 'dark';
    const page = await stage.open(view.path, scheme, view);
    assert.equal(await page.evaluate(() => document.documentElement.dir), 'rtl');
    assert.ok(
      await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth),
      `${view.name} is too wide`,
    );
    await page.evaluate(axe);
    const found = await page.evaluate(async (rules) => {
      const { axe: tool } = globalThis as never as {
        axe: {
          run(options: object): Promise<{ violations: { id: string; nodes: { html: string }[] }[]; passes: unknown[] }>;
        };
      };
      const { violations, passes } = await tool.run({ runOnly: rules });
      return { passes: passes.length, violations: violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`) };
    }, RULES);
    assert.deepEqual(found.violations, [], `${scheme} ${view.name}`);
    assert.ok(found.passes > 10, view.name);
    await page.setViewport({ width: 320, height: 640 });
    await calm(page);
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    assert.ok(width <= 320, `${view.name} is ${width} px wide in a window of 320`);
    await page.close();
  }
  await stage.choose({});
});
