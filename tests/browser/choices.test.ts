/** What the person chooses, and what the signals point at, on the pages of the platforms, in both browsers. */

import assert from 'node:assert/strict';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import type { Page } from 'puppeteer-core';
import { figure } from '../threats/figure.ts';
import { makeHar, STRICT_POLICY } from './har/make.ts';
import { sampleHar, samples } from './har/samples.ts';
import { BROWSERS, eventually, open, own, planted, snapshotOf, until, wait } from './harness.ts';
import { seenBy, witness } from './pages/witness.ts';
import { visitsOf } from './replay/har.ts';
import { pageThat } from './replay/launching.ts';
import type { ReplayResult, ReplaySession } from './replay/session.ts';
import { openCard, pressBadge } from './replay/view.ts';

const choose = (session: ReplaySession, settings: object) =>
  own(session, `api.storage.local.set({ settings: ${JSON.stringify(settings)} })`);
const keptPages = (session: ReplaySession) =>
  own<string[]>(
    session,
    `api.storage.session.get(null).then((all) => Object.keys(all).filter((key) => key.startsWith('page:')))`,
  );
const hasOverlay = async ({ browser }: ReplaySession) => (await browser.inOverlay<boolean>('() => true')) ?? false;
const cardIsOpen = ({ browser }: ReplaySession) =>
  browser.inOverlay<boolean>(`(root) => root.querySelector('.card').matches(':popover-open')`);

/** Sends the page its own report again, in which one check asks about these posts. */
function pointAt(session: ReplaySession, ids: readonly string[]): Promise<string> {
  const signal = {
    id: 'like_dispersion',
    family: 'pattern',
    direction: 'lowers',
    on: 'engagement',
    effect: -0.1,
    logOdds: 1.4,
    seen: { value: 0.08, unit: 'spread' },
    typical: { low: 0.25, high: 0.6 },
    strength: 3,
    params: {},
    items: ids.map((id) => ({ kind: 'post', id })),
  };
  return own(
    session,
    `api.storage.session.get(null).then(async (all) => {
      const [key, state] = Object.entries(all).find(([key, state]) => key.startsWith('page:') && state.snapshot);
      const was = JSON.parse(state.report);
      const asks = { state: 'question', signals: ['${signal.id}'] };
      const checks = was.checks.map((check) => ({ ...check, ...(check.id === 'likes' ? asks : { signals: [] }) }));
      const report = { ...was, checks, signals: [${JSON.stringify(signal)}] };
      await api.tabs.sendMessage(Number(key.slice(5)), { kind: 'answer', epoch: state.epoch, report, missing: [] }, { frameId: 0 });
      return key;
    })`,
  );
}

interface Box {
  left: number;
  top: number;
  width: number;
  height: number;
}

const frames = ({ browser }: ReplaySession) =>
  browser.inOverlay<Box[]>(`(root) => [...root.querySelectorAll('.highlights .frame')].map((frame) => {
    const { left, top, width, height } = frame.getBoundingClientRect();
    return { left, top, width, height };
  })`);

/** The boxes of the links to a post, as the page has them. */
const linksTo = (page: Page, id: string): Promise<Box[]> =>
  page.evaluate(
    (wanted) =>
      [...document.querySelectorAll('a[href]')]
        .filter((link) =>
          link
            .getAttribute('href')
            ?.split(/[/?=&]/)
            .includes(wanted),
        )
        .map((link) => link.getBoundingClientRect())
        .map(({ left, top, width, height }) => ({ left, top, width, height })),
    id,
  );

function holds(frame: Box, link: Box): boolean {
  const slack = 8;
  return (
    frame.left <= link.left + slack &&
    frame.top <= link.top + slack &&
    frame.left + frame.width >= link.left + link.width - slack &&
    frame.top + frame.height >= link.top + link.height - slack
  );
}

/** Everything of the page but our host: what we must leave as it is. */
const pageText = (page: Page) => page.evaluate(() => document.head.outerHTML + document.body.outerHTML);

async function pressInCard(session: ReplaySession, selector: string): Promise<void> {
  const at = await session.browser.inOverlay<{ x: number; y: number }>(`(root) => {
    const button = root.querySelector('${selector}');
    button.scrollIntoView({ block: 'nearest' });
    const { left, top, width, height } = button.getBoundingClientRect();
    return { x: left + width / 2, y: top + height / 2 };
  }`);
  assert.ok(at, `no ${selector}`);
  await session.browser.page.mouse.click(at.x, at.y);
}

/** How long the page below keeps its thread to itself, ms. */
const BUSY = 400;
/** A profile whose HTML holds the count, and which is then busy: whoever draws before the choice is known draws now. */
const countAtOnce = {
  url: 'https://www.instagram.com/fernhollow.kitchen/',
  at: '2026-11-20T09:00:00Z',
  document: `<!DOCTYPE html><html lang="en"><head><title>Fern Hollow Kitchen</title></head><body><main><header><section><ul>
    <li><span><span>431</span></span> posts</li>
    <li><a href="/fernhollow.kitchen/followers/"><span title="48,213">48.2K</span> followers</a></li>
    <li><a href="/fernhollow.kitchen/following/"><span>612</span> following</a></li></ul></section></header></main>
    <script>for (const until = performance.now() + ${BUSY}; performance.now() < until; );</script></body></html>`,
};

describe('choices and marks', { concurrency: 2 }, () => {
  for (const browser of BROWSERS) {
    describe(`on the pages of the platforms in ${browser}`, { concurrency: 1 }, () => {
      let session: ReplaySession;
      before(async () => {
        // A late answer of the background's own would take the place of the one that a test sends.
        session = await open(browser, { quiet: 2500 });
      });
      after(() => session?.close());
      const replay = (index: number): Promise<ReplayResult> => {
        const sample = samples[index] as (typeof samples)[number];
        return session.replay(visitsOf(sampleHar(sample), sample.name));
      };

      for (const [index, sample] of samples.entries()) {
        test(`a signal's posts are marked where they are, and nothing of the page is changed: ${sample.name}`, async () => {
          const { page } = session.browser;
          const posts = snapshotOf(await replay(index)).posts ?? [];
          const ids = posts.map(({ id }) => String(id));
          const linked: string[] = [];
          for (const id of ids) if ((await linksTo(page, id)).length > 0) linked.push(id);
          assert.ok(linked.length > 5, 'the page links to its posts');
          const shown = [linked[0], linked[2], linked.at(-1)].map(String);
          const before = await pageText(page);
          await pointAt(session, [...shown, 'nowhere']);
          await openCard(session.browser);
          const label = await session.browser.inOverlay<string>(
            `(root) => root.querySelector('button.show')?.textContent`,
          );
          assert.equal(label, 'Show 3 on the page');
          // Each press leads to the next one; all stay marked.
          for (const id of shown) {
            await pressInCard(session, 'button.show');
            await eventually(async () => {
              const marked = (await frames(session)) ?? [];
              assert.equal(marked.length, 3);
              for (const each of shown) {
                const links = await linksTo(page, each);
                assert.ok(
                  marked.some((frame) => links.some((link) => holds(frame, link))),
                  `${each} is not marked`,
                );
              }
              const [first] = await linksTo(page, id);
              const height = await page.evaluate(() => innerHeight);
              assert.ok(first && first.top >= -5 && first.top < height, `${id} was not scrolled to`);
            });
          }
          await page.keyboard.press('Escape');
          await eventually(async () =>
            assert.deepEqual(await frames(session), [], 'closing the card takes the marks away'),
          );
          assert.equal(await pageText(page), before, 'the page itself was changed');
          await session.forget();
        });
      }

      test('a site that is switched off is neither read nor drawn on, at once and on the next visit', async () => {
        await replay(0);
        assert.equal(await hasOverlay(session), true);
        await choose(session, { off: ['instagram'] });
        await until('the overlay goes', async () => !(await hasOverlay(session)));
        await until('what was read is forgotten', async () => (await keptPages(session)).length === 0);
        const again = await replay(0);
        assert.equal(again.overlay, false);
        assert.equal(again.snapshot, null);
        assert.deepEqual(await keptPages(session), []);
        // Another site is not concerned.
        assert.equal((await replay(1)).overlay, true);
        await choose(session, { off: [] });
        assert.equal((await replay(0)).overlay, true);
        await session.forget();
      });

      test('not even a skeleton stands for a moment on a site that is off', async () => {
        const { page } = session.browser;
        const seenWith = async (settings: object) => {
          await choose(session, settings);
          await wait(500);
          const unwatch = await witness(page, 'a[href$="/followers/"]');
          await session.replay(visitsOf(makeHar([countAtOnce]), 'at once'));
          await unwatch();
          const seen = await seenBy(page);
          await session.forget();
          return seen;
        };
        const off = await seenWith({ off: ['instagram'] });
        assert.ok(off.row > 0);
        assert.equal(off.host, 0);
        assert.ok((await seenWith({ off: [] })).host > 0, 'one stands where it is on');
      });

      test('switched on again, a page is read anew without being loaded', async () => {
        await choose(session, { off: ['instagram'] });
        await replay(0);
        assert.equal(await hasOverlay(session), false);
        await choose(session, { off: [] });
        await until('the overlay comes', () => hasOverlay(session));
        await until('the page is kept', async () => (await keptPages(session)).length === 1);
        await session.forget();
      });

      test('with badge only, the badge opens the report in a tab, and no card', async () => {
        await choose(session, { badgeOnly: true });
        await replay(0);
        await pressBadge(session.browser);
        // Firefox's driver does not tell the addresses of an extension's pages; the extension itself sees them.
        const find = () =>
          own<{ id: number; url: string } | null>(
            session,
            `api.tabs.query({}).then((tabs) => tabs.find(({ url }) => url?.includes('/report.html#')))`,
          );
        const tab = await until('a report tab', find);
        assert.equal(await cardIsOpen(session), false);
        const key = `report:${tab.url.split('#')[1]}`;
        const kept = await own<Record<string, { report: string }>>(session, `api.storage.session.get('${key}')`);
        assert.equal(JSON.parse(kept[key]?.report ?? '{}').handle, 'fernhollow.kitchen');
        await own(session, `api.tabs.remove(${tab.id})`);
        // The shortcut asks for the card by name.
        await own(
          session,
          `api.tabs.query({}).then((tabs) => Promise.all(tabs.map(({ id }) => api.tabs.sendMessage(id, { kind: 'toggle_card' }, { frameId: 0 }).catch(() => null))))`,
        );
        await until('the card', async () => (await cardIsOpen(session)) === true);
        await session.forget();
      });

      test('the overlay speaks the language that was chosen', async () => {
        await choose(session, { language: 'de' });
        await replay(0);
        const spoken = () =>
          session.browser.inOverlay<string>(`(root) => (root.querySelector('.plumb')?.lang ?? '') + root.textContent`);
        assert.match((await spoken()) ?? '', /^dePlumb: Gelesenes unauffällig/);
        await choose(session, { language: 'ja' });
        await until('it changes at once', async () => (await spoken())?.startsWith('ja') ?? false);
        await session.forget();
      });

      test('deleting everything ends what is open, and keeps nothing of it', async () => {
        // Settings other than the usual: deleting them is a change, of which open pages are told.
        await choose(session, { currency: 'SEK' });
        await replay(0);
        assert.equal(await hasOverlay(session), true);
        await own(session, `api.runtime.sendMessage({ kind: 'erase' })`);
        await until('the overlay goes', async () => !(await hasOverlay(session)));
        await wait(1500);
        assert.deepEqual(await own(session, 'api.storage.local.get(null)'), {});
        assert.deepEqual(await own(session, 'api.storage.session.get(null)'), {});
        await session.forget();
      });
    });
  }

  for (const browser of BROWSERS) {
    test(`an allowed site gets our scripts in ${browser}`, async () => {
      // No driver can answer the browser's question: this copy has the permission from the start.
      const folder = planted(browser, {});
      const path = join(folder, 'manifest.json');
      const manifest = JSON.parse(readFileSync(path, 'utf8'));
      writeFileSync(path, JSON.stringify({ ...manifest, host_permissions: ['https://bsky.app/*'] }));
      const session = await open(browser, { extension: folder });
      const registered = () =>
        own<{ id: string; matches: string[]; world: string }[]>(session, 'api.scripting.getRegisteredContentScripts()');
      try {
        await until('registered', async () => (await registered()).length === 2);
        for (const { matches } of await registered()) assert.deepEqual(matches, ['https://bsky.app/*']);
        const har = makeHar([
          {
            url: 'https://bsky.app/profile/somebody.bsky.social',
            at: '2026-11-20T09:00:00Z',
            asks: [],
            policy: STRICT_POLICY,
            document: '<!doctype html><html lang="en"><title>somebody</title><p>1,234 followers</p></html>',
          },
        ]);
        await session.replay(visitsOf(har, 'bluesky'));
        const heard = await own<{ platform?: string }[]>(
          session,
          `api.tabs.query({}).then((tabs) => Promise.all(tabs.map(({ id }) => api.tabs.sendMessage(id, { kind: 'where' }, { frameId: 0 }).catch(() => null))))`,
        );
        assert.ok(
          heard.some((here) => here?.platform === 'bluesky'),
          'no script of ours answers from the page',
        );
      } finally {
        await session.close();
        rmSync(folder, { recursive: true });
      }
    });
  }

  test('the toolbar button tells what the tab has come to, and opens the side panel, which follows the tab (Chromium)', async () => {
    const session = await open('chromium');
    const { page } = session.browser;
    const browser = page.browser();
    const said = (one: Page) => one.evaluate(() => document.body.textContent ?? '');
    const target = (name: string): Promise<Page> => pageThat(browser, (url) => url.endsWith(name));
    const visit = (index: number) => {
      const sample = samples[index] as (typeof samples)[number];
      return session.replay(visitsOf(sampleHar(sample), sample.name));
    };
    try {
      await visit(0);
      await page.bringToFront();
      const [extension] = (await browser.extensions()).values();
      assert.ok(extension, 'the extension is installed');
      await page.triggerExtensionAction(extension);
      const popup = await target('/popup.html');
      await until('the popup has the estimate', async () => /From \d+ posts/.test(await said(popup)));
      for (const button of await popup.$$('button')) {
        if ((await button.evaluate((one) => one.textContent)) !== 'Side panel') continue;
        await button.click().catch(() => {});
        // The popup closes: nothing more can be asked of it.
        break;
      }
      const panel = await target('/sidepanel.html');
      await until('the panel has the report', async () => (await said(panel)).includes('@fernhollow.kitchen'));
      await visit(1);
      await until('the panel follows', async () => (await said(panel)).includes('@kiln.and.clay'));
      await page.goto('about:blank');
      await until('the panel lets go', async () => (await said(panel)).includes('No profile in this tab'));
    } finally {
      await session.close();
    }
  });

  test("T5: a page's process can not speak as one of our own pages", async () => {
    const folder = planted('chromium', {
      contentBefore: `for (const message of [{ kind: 'erase' }, { kind: 'restore', kept: { history: [] } }, { kind: 'words' }, { kind: 'score', snapshot: '{}' }, { kind: 'star', tab: 1, handle: 'fernhollow.kitchen', on: true }])
      chrome.runtime.sendMessage(message).then((answer) => { if (answer !== undefined) document.documentElement.dataset.heard = message.kind; }, () => {});`,
    });
    const session = await open('chromium', { extension: folder });
    try {
      const marker = [{ platform: 'x', host: '', handle: 'kept', readings: [] }];
      await own(session, `api.runtime.sendMessage({ kind: 'restore', kept: { history: ${JSON.stringify(marker)} } })`);
      const sample = samples[0] as (typeof samples)[number];
      const result = await session.replay(visitsOf(sampleHar(sample), sample.name));
      assert.ok(result.overlay, 'the page is read all the same');
      const { history } = await own<{ history: { handle: string }[] }>(
        session,
        `api.runtime.sendMessage({ kind: 'erase' })`,
      );
      assert.ok(history.some(({ handle }) => handle === 'kept'));
      assert.equal(await session.browser.page.evaluate(() => document.documentElement.dataset.heard ?? null), null);
      figure('T5', 'questions of our own pages that a page’s process gets answered', '0 of 5', 0);
    } finally {
      await session.close();
      rmSync(folder, { recursive: true });
    }
  });
});
