/** Pages that come back from the browser's store of left pages, and a background that dies while a page is read. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import type { Snapshot } from '../../extension/.generated/snapshot.ts';
import { makeHar, NONCE, type PageParts } from './har/make.ts';
import { bakerComments, bakerFollowers } from './har/sample-rows.ts';
import { samples } from './har/samples.ts';
import { BROWSERS, open, until, wait } from './harness.ts';
import type { BrowserName, PageState } from './replay/browser.ts';
import { type Visit, visitsOf } from './replay/har.ts';
import type { ReplaySession } from './replay/session.ts';
import { pageStates, stateOf } from './replay/view.ts';

const stateNow = async ({ browser }: ReplaySession): Promise<PageState | undefined> =>
  stateOf(await pageStates(browser), await browser.address());
/** How many posts came with an answer: the page's own cards print no likes. */
const postsIn = (state: PageState | undefined): number =>
  (JSON.parse(state?.snapshot ?? '{}') as Snapshot).posts?.filter(({ likes }) => likes !== undefined).length ?? 0;
const badge = ({ browser }: ReplaySession) =>
  browser.inOverlay<string>(`(root) => root.querySelector('.badge-line')?.textContent ?? ''`);

/** The Instagram sample, whose script asks for one answer after the other when it is told to. */
function steppedPage(): PageParts {
  const [sample] = samples;
  const parts = (sample as (typeof samples)[number]).parts();
  const asks = (parts.asks ?? []).map(({ method, url, post }) => ({ method, url, post }));
  const script = `window.asked = 0; window.step = async (count) => { for (const { method, url, post } of ${JSON.stringify(asks)}.slice(window.asked, window.asked += count)) await (await fetch(url, post ? { method, body: post.text, headers: { 'Content-Type': post.type } } : {})).text(); };`;
  const document = parts.document
    .replace(/for \(const ask of [^\n]+\n/, '')
    .replace('</body>', () => `<script nonce="${NONCE}">${script}</script></body>`);
  return { ...parts, document };
}

/** The files below a folder of a profile. */
function filesOf(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? filesOf(path) : entry.isFile() && statSync(path).size < 64e6 ? [path] : [];
  });
}

function suite(browser: BrowserName): void {
  let session: ReplaySession;
  before(async () => {
    session = await open(browser, { backgroundIdle: 600_000 });
  });
  after(() => session?.close());
  const enter = async (...pages: PageParts[]) => {
    await session.enter(visitsOf(makeHar(pages), 'restored')[0] as Visit);
    const { page } = session.browser;
    await page.waitForFunction('document.readyState === "complete"');
    return page;
  };

  test('evidence outlives the background: it dies between answers and with one in hand', async (context) => {
    const page = await enter(steppedPage());
    await page.evaluate('window.step(1)');
    await until('the first dozen of posts', async () => postsIn(await stateNow(session)) === 12);
    await session.browser.endBackground();
    await wait(300);
    await page.evaluate('window.step(1)');
    await until('the second dozen beside the first', async () => postsIn(await stateNow(session)) === 24);
    // Dies while it reads: what it had not put away is said once more.
    const asked = page.evaluate('window.step(10)');
    await wait(15);
    await session.browser.endBackground();
    await asked;
    const state = await until('all that the page has asked for', async () => {
      const now = await stateNow(session);
      const { comments = [], people = [] } = JSON.parse(now?.snapshot ?? '{}');
      return postsIn(now) === 26 && comments.length >= 30 && people.length >= 24 ? now : false;
    });
    const { comments, people } = JSON.parse(state.snapshot ?? '{}');
    context.diagnostic(`${browser}: 26 posts, ${comments.length} comments, ${people.length} people after two deaths`);
    assert.equal(comments.length, 30);
    await until('the estimate on the page', async () => /\d\/post|\d views/.test((await badge(session)) ?? ''));
  });

  test("no commenter's or follower's name is on disk", async () => {
    const state = await stateNow(session);
    const names = [...bakerComments.map(([, author]) => author), ...bakerFollowers.map(([name]) => name)];
    assert.ok(
      names.every((name) => state?.snapshot?.includes(name)),
      'the names were read',
    );
    const read = async () =>
      String(
        await session.browser.control?.evaluate(`(async () => {
        const api = globalThis.browser ?? chrome;
        const databases = [];
        for (const { name } of (await indexedDB.databases?.()) ?? []) {
          const database = await new Promise((resolve, reject) => { const asked = indexedDB.open(name); asked.onsuccess = () => resolve(asked.result); asked.onerror = reject; });
          for (const store of database.objectStoreNames) databases.push(await new Promise((resolve, reject) => { const asked = database.transaction(store).objectStore(store).getAll(); asked.onsuccess = () => resolve(asked.result); asked.onerror = reject; }));
          database.close();
        }
        return JSON.stringify([await api.storage.local.get(null), databases, { ...localStorage }]);
      })()`),
      );
    // A visit is remembered once it has been looked at for a while.
    await until('the visit itself is kept', async () => (await read()).includes('fernhollow.kitchen'));
    const kept = await read();
    for (const name of names) assert.ok(!kept.includes(name), `${name} is kept`);
    if (browser !== 'chromium') return;
    const profile = session.browser.page
      .browser()
      .process()
      ?.spawnargs.find((argument) => argument.startsWith('--user-data-dir='))
      ?.slice('--user-data-dir='.length);
    assert.ok(profile, 'the profile is known');
    const written = filesOf(profile).filter((path) =>
      /[Ee]xtension|IndexedDB|Local Storage|Session Storage/.test(path),
    );
    assert.ok(written.length > 0);
    for (const path of written) {
      const bytes = readFileSync(path).toString('latin1');
      for (const name of names) assert.ok(!bytes.includes(name), `${name} stands in ${path}`);
    }
  });

  test('a page that is taken back from the store of left pages is followed again', async (context) => {
    await session.forget();
    const other = samples[3]?.parts() as PageParts;
    const page = await enter(steppedPage(), other);
    await page.evaluate('window.step(2)');
    await until('its estimate', async () => /\d\/post|\d views/.test((await badge(session)) ?? ''));
    const before = await stateNow(session);
    await page.evaluate(
      'window.addEventListener("pageshow", ({ persisted }) => { window.restored = persisted; }); window.kept = 7;',
    );
    await session.browser.navigate('https://www.instagram.com/explore/');
    await until('another page', async () => (await session.browser.address()).endsWith('/explore/'));
    await wait(600);
    await page.evaluate('setTimeout(() => history.back(), 50)').catch(() => undefined);
    await until('the page before', async () => (await session.browser.address()).endsWith('/fernhollow.kitchen/'));
    // A question that is on its way when the page is exchanged has no answer.
    await until('it is loaded', () =>
      (page.evaluate('document.readyState === "complete"') as Promise<boolean>).catch(() => false),
    );
    const restored = await page.evaluate('window.restored === true && window.kept === 7');
    context.diagnostic(`${browser}: ${restored ? 'restored' : 'NOT RESTORED, loaded anew: nothing is shown here'}`);
    assert.ok(restored, 'the browser has kept the page');
    // It is followed again: what it asks for now is heard, and what it said before is not lost.
    await page.evaluate('window.step(10)');
    const state = await until('the rest of its answers', async () => {
      const now = await stateNow(session);
      return (JSON.parse(now?.snapshot ?? '{}').people?.length ?? 0) >= 24 ? now : false;
    });
    assert.equal(postsIn(state), 26);
    assert.ok(postsIn(before) >= 12);
    await until('its estimate', async () => /\d\/post|\d views/.test((await badge(session)) ?? ''));
  });
}

describe('pages that come back, backgrounds that go', { concurrency: 2 }, () => {
  for (const browser of BROWSERS) describe(browser, { concurrency: 1 }, () => suite(browser));
});
