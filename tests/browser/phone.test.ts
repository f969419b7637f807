/**
 * On a phone: Firefox for Android has no menus, keys, windows or sidebar, and no build of it runs here, so the shipped package
 * runs in Firefox without them; and badge and card are tapped on a narrow screen that is touched.
 */
import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { after, describe, test } from 'node:test';
import { sampleHar, samples } from './har/samples.ts';
import { open, own, planted, until } from './harness.ts';
import { visitsOf } from './replay/har.ts';
import type { ReplaySession } from './replay/session.ts';
import { badgeOf, openCard } from './replay/view.ts';

/** What browsers on Android lack (MDN, "Browser support for JavaScript APIs"). */
const LACKING = ['commands', 'contextMenus', 'menus', 'sidebarAction', 'windows'];
const WITHOUT = `for (const name of ${JSON.stringify(LACKING)})
  Object.defineProperty(globalThis.browser, name, { value: undefined, configurable: true });\n`;
const PHONE = { width: 390, height: 844 };
/** WCAG 2.2, 2.5.8 Target Size (Minimum), px. */
const TARGET = 24;

describe('Firefox without what Android lacks', () => {
  let session: ReplaySession;
  let folder = '';
  after(async () => {
    await session?.close();
    if (folder) rmSync(folder, { recursive: true });
  });

  test('reads, draws, and puts on the list', async () => {
    folder = planted('firefox', { backgroundBefore: WITHOUT, background: 'globalThis.begunWhole = true;' });
    session = await open('firefox', { extension: folder, ...PHONE });
    const [sample] = samples;
    assert.ok(sample);
    const { snapshot } = await session.replay(visitsOf(sampleHar(sample), 'phone'));
    assert.equal(JSON.parse(String(snapshot)).profile.handle, sample.expected.handle);
    assert.ok(await openCard(session.browser), 'the card opens');
    await until('the star is shown', () =>
      session.browser.inOverlay(`(root) => root.querySelector('button.star') !== null`),
    );
    const begun = 'page?.browser.contextMenus === undefined && page?.begunWhole === true';
    assert.equal(
      await own(session, `api.runtime.getBackgroundPage().then((page) => ${begun})`),
      true,
      'the background begins to its end, without menus',
    );
  });
});

describe('a narrow screen that is touched', () => {
  let session: ReplaySession;
  after(() => session?.close());

  for (const sample of samples)
    test(`${sample.name}: a tap opens the card, which fits, with targets that a finger hits`, async () => {
      session ??= await open('chromium', PHONE);
      const { page } = session.browser;
      await page.setViewport({ ...PHONE, isMobile: true, hasTouch: true, deviceScaleFactor: 2 });
      await session.replay(visitsOf(sampleHar(sample), 'phone'));
      const badge = await until('the badge', () => badgeOf(session.browser));
      assert.ok(badge.height >= TARGET, `the badge is ${badge.height} px high`);
      await page.touchscreen.tap(badge.left + badge.width / 2, badge.top + badge.height / 2);
      const card = await until('the card is open', () =>
        session.browser.inOverlay<{ left: number; right: number; top: number; bottom: number; small: string[] } | null>(
          `(root) => {
            const card = root.querySelector('.card');
            if (!card.matches(':popover-open') || !root.querySelector('button.star')) return null;
            const { left, right, top, bottom } = card.getBoundingClientRect();
            const small = [...card.querySelectorAll('button, summary')].filter((one) => one.checkVisibility())
              .map((one) => [one.getBoundingClientRect(), one.textContent])
              .filter(([{ width, height }]) => width < ${TARGET} || height < ${TARGET})
              .map(([{ width, height }, text]) => text + ': ' + width + ' x ' + height);
            return { left, right, top, bottom, small };
          }`,
        ),
      );
      const { innerWidth, innerHeight } = (await page.evaluate('({ innerWidth, innerHeight })')) as Record<
        string,
        number
      >;
      assert.ok(card.left >= 0 && card.right <= Number(innerWidth), `${card.left} to ${card.right} of ${innerWidth}`);
      assert.ok(card.top >= 0 && card.bottom <= Number(innerHeight), `${card.top} to ${card.bottom} of ${innerHeight}`);
      assert.deepEqual(card.small, []);
      await session.forget();
    });
});
