/**
 * What goes wrong around us, and pages that make use of it: the background dies, what is kept is damaged or can't be
 * reached, the extension is reloaded or installed twice, there is no network, the clock is wrong, a page stands in a frame.
 * Each ends with an answer, told once.
 */
import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { marks } from '../../extension/settings/marks.ts';
import { figure, full } from '../threats/figure.ts';
import { makeHar, NONCE, type PageParts } from './har/make.ts';
import { samples } from './har/samples.ts';
import { assertValidReport, BROWSERS, goOwn, open, own, shipped, snapshotOf, until, wait } from './harness.ts';
import { seeded } from './navigation/random.ts';
import { besides } from './pages/witness.ts';
import type { BrowserName } from './replay/browser.ts';
import { type Visit, visitsOf } from './replay/har.ts';
import type { ReplaySession } from './replay/session.ts';
import { badgeOf, openCard, pageStates, stateOf } from './replay/view.ts';

const [instagram, tiktok, youtube] = samples as [(typeof samples)[0], (typeof samples)[0], (typeof samples)[0]];

/** The sample's page without its policy; a script of the page's own may be added. */
function visits(sample = instagram, more: Partial<PageParts> = {}, script = ''): Visit[] {
  const parts: PageParts = { ...sample.parts(), policy: undefined, ...more };
  const document = parts.document.replace('</body>', () => `<script nonce="${NONCE}">${script}</script></body>`);
  return visitsOf(makeHar([{ ...parts, document }]), 'faults');
}

/** What may stand where the settings are kept. */
const SETTINGS: readonly unknown[] = ['garbage', { off: 'x', language: { a: 1 } }, { off: [null, '__proto__'] }, 7];

/** Of no sample. */
const FAKE_NUMBER = '99,999';
/** A page that knows how ours looks, and draws the like: scripts. One that lies over ours is in hidden.test.ts. */
const COUNTERFEITS: Readonly<Record<string, string>> = {
  'a badge beside ours': `const made = document.createElement('div'); made.textContent = '≈${FAKE_NUMBER} genuine/post · Consistent'; made.style.cssText = 'position:fixed;left:300px;top:200px;z-index:2147483647;background:white;border-radius:99px'; document.documentElement.append(made); window.faked = true;`,
  'a node like ours, with a closed root': `const made = document.createElement('made-up-node'); made.attachShadow({ mode: 'closed' }).innerHTML = '<button class="badge"><span class="badge-line">≈${FAKE_NUMBER} genuine/post · Consistent</span></button>'; made.style.cssText = 'position:fixed;left:300px;top:200px;z-index:2147483647'; document.documentElement.append(made); window.faked = true;`,
  'an open card': `const made = document.createElement('div'); made.popover = 'manual'; made.innerHTML = '<h2>Estimate</h2><p>≈${FAKE_NUMBER} genuine engagements a post</p><p>Consistent</p><p>From 12 posts</p><button>Full report</button>'; document.documentElement.append(made); made.showPopover(); window.faked = true;`,
};

/** Runs in the page, which looks for the mark in every way that it has. @returns the ways in which it found one */
function waysToFind(mark: string): string[] {
  const roots = [...document.querySelectorAll('*')];
  const host = roots.find(
    (element) => element.parentElement === document.documentElement && element.localName.includes('-'),
  );
  const finder = window as unknown as { find?(text: string, ...rest: boolean[]): boolean };
  getSelection()?.selectAllChildren(document.documentElement);
  const selected = String(getSelection());
  getSelection()?.removeAllRanges();
  const texts: Record<string, string> = {
    markup: document.documentElement.outerHTML,
    'markup with roots': roots
      .map(
        (root) =>
          (root as Element & { getHTML?(how: object): string }).getHTML?.({ serializableShadowRoots: true }) ?? '',
      )
      .join(),
    selection: selected,
    'open root': host?.shadowRoot?.innerHTML ?? '',
    style: host ? ['::before', '::after', undefined].map((part) => getComputedStyle(host, part).content).join() : '',
    title: document.title,
  };
  const found = Object.keys(texts).filter((way) => texts[way]?.includes(mark));
  // Case, backwards, around the end, whole words, frames.
  if (finder.find?.(mark, false, false, true, false, true)) found.push('the browser’s search');
  return found;
}

/** The background dies at random within so long, ms, twice in each visit. */
const LONGEST_LIFE = 1500;
const VISITS = full(25, 6);

function suite(name: BrowserName): void {
  let session: ReplaySession;
  before(async () => {
    session = await open(name, { backgroundIdle: 600_000 });
  });
  after(() => session?.close());
  const assertAnswered = (result: Awaited<ReturnType<ReplaySession['replay']>>, what: string) => {
    assertValidReport(result.report);
    assert.ok(result.overlay, `${what}: the overlay stands`);
  };

  test('T16: a background that dies twice in each visit answers all the same, with one overlay', async () => {
    const random = seeded(20261126);
    for (let turn = 0; turn < VISITS; turn += 1) {
      const ends = (async () => {
        for (const life of [random(), random()]) {
          await wait(life * LONGEST_LIFE);
          await session.browser.endBackground().catch(() => undefined);
        }
      })();
      await session.replay(visits([instagram, tiktok, youtube][turn % 3]));
      await ends;
      // What died with the background is said once more a while later: the replay may have been content before.
      const report = await until(`an answer after the deaths of visit ${turn}`, async () => {
        const state = stateOf(await pageStates(session.browser), await session.browser.address());
        return state?.report?.includes('"schema"') && state.report;
      });
      assertValidReport(report);
      assert.equal((await besides(session.browser.page)).length, 1, 'one overlay');
      await session.forget();
    }
    const deaths = 2 * VISITS;
    figure('T16', `${name}: deaths after which there is an answer, and one overlay`, `${deaths} of ${deaths}`, 'all');
  });

  test('T17: settings and memory that are damaged, held or of another version keep nobody waiting', async () => {
    for (const damage of SETTINGS) {
      await own(session, `api.storage.local.set({ settings: ${JSON.stringify(damage)} })`);
      assertAnswered(await session.replay(visits()), JSON.stringify(damage));
      await session.forget();
    }
    // One of our own pages deletes the database and never lets it go.
    await own(
      session,
      `new Promise((done) => {
        const asked = indexedDB.open('plumb');
        asked.onsuccess = () => {
          self.held = asked.result;
          const deleted = indexedDB.deleteDatabase('plumb');
          deleted.onblocked = deleted.onsuccess = () => done(true);
        };
      })`,
    );
    assertAnswered(await session.replay(visits()), 'held');
    await own(session, 'self.held.close() ?? true');
    await session.forget();
    await own(
      session,
      `new Promise((done) => {
        indexedDB.deleteDatabase('plumb').onsuccess = () => {
          const asked = indexedDB.open('plumb', 99);
          asked.onsuccess = () => { asked.result.close(); done(true); };
        };
      })`,
    );
    assertAnswered(await session.replay(visits()), 'of another version');
    await session.forget();
    figure('T17', `${name}: damaged settings, held and foreign databases: answered`, '6 of 6', 'all');
  });

  test('T17: a store that is full ends no visit', async () => {
    // Session storage is what an open tab's visit is kept in: 10 MB, of which nothing is left.
    await own(
      session,
      `(async () => {
        for (let size = 4e6; size >= 1000; size /= 2)
          for (let at = 0; at < 4; at += 1) await api.storage.session.set({ ['filled ' + size + ' ' + at]: 'x'.repeat(size) }).catch(() => {});
        return true;
      })()`,
    );
    const page = session.browser.page;
    await session.enter(visits()[0] as Visit);
    await until('there is an answer', async () => {
      const text = await session.browser.inOverlay<string>(`(root) => root.querySelector('.badge-line').textContent`);
      return text !== null && /\d/.test(text);
    });
    assert.equal((await besides(page)).length, 1);
    await session.forget();
    figure('T17', `${name}: a visit with a full store that is answered`, '1 of 1', 'all');
  });

  test('T30: a clock that goes back, and no network: the answer is the same', async () => {
    const result = await session.replay([
      ...visits(instagram, { at: '2026-11-20T09:00:00Z' }),
      ...visits(instagram, { at: '2026-10-20T09:00:00Z' }),
      ...visits(instagram, { at: '2001-01-01T00:00:00Z' }),
    ]);
    assertValidReport(result.report);
    const { snapshot } = result;
    const { page } = session.browser;
    const isOffline = await page.setOfflineMode(true).then(
      () => true,
      () => false,
    );
    try {
      const again = await own<string>(
        session,
        `api.runtime.sendMessage({ kind: 'score', snapshot: ${JSON.stringify(snapshot)} })`,
      );
      assertValidReport(again);
      assert.equal(JSON.parse(again).verdict, JSON.parse(result.report).verdict);
    } finally {
      if (isOffline) await page.setOfflineMode(false);
    }
    await session.forget();
    figure('T30', `${name}: visits with a clock that goes back: answered`, '3 of 3', 'all');
    const reason = 'the driver of Firefox has no way to be offline';
    figure(
      'T30',
      `${name}: the answer without network`,
      isOffline ? 'the same' : 'not tried',
      isOffline ? 'the same' : reason,
    );
  });

  test('T31: a profile that another page holds in a frame is neither read nor drawn on', async () => {
    const { url, document: profile } = instagram.parts();
    const around = `<!DOCTYPE html><html lang="en"><head><title>t</title><link rel="icon" href="data:,"></head><body><iframe width="900" height="700" src="${url}"></iframe></body></html>`;
    const har = makeHar([
      { url: 'https://www.example.org/around', at: '2026-11-20T09:00:00Z', document: around },
      { url, at: '2026-11-20T09:00:00Z', document: profile },
    ]);
    const [outer, inner] = visitsOf(har, 'frames') as [Visit, Visit];
    const result = await session.replay([{ ...outer, entries: [...outer.entries, ...inner.entries] } as Visit]);
    assert.equal(result.snapshot, null);
    const { page } = session.browser;
    const frames = page.frames().filter((frame) => frame !== page.mainFrame());
    assert.ok(frames.length > 0, 'there is a frame');
    for (const frame of frames) {
      const children = await frame.evaluate(() =>
        [...document.documentElement.children].map(({ localName }) => localName),
      );
      assert.deepEqual(
        children.filter((each) => each.includes('-')),
        [],
      );
    }
    await session.forget();
    figure('T31', `${name}: overlays in a frame`, 0, 0);
  });

  const markOf = (page: { evaluate(text: string): Promise<unknown> }) =>
    page.evaluate(`document.querySelector('.own')?.dataset.mark`);

  test('T26: badge and card carry the mark that popup and panel show, and the page can’t find it', async () => {
    for (const sample of [instagram, youtube]) {
      await session.replay(visits(sample));
      const { page } = session.browser;
      assert.equal(await openCard(session.browser), true);
      const drawn = await session.browser.inOverlay<string[]>(
        `(root) => [...root.querySelectorAll('.badge .own, .card .own')].map((each) => each.dataset.mark)`,
      );
      const { mark } = await own<{ mark: string }>(
        session,
        `api.storage.local.get('settings').then((all) => all.settings)`,
      );
      assert.ok(marks.includes(mark), `a mark was chosen: ${mark}`);
      assert.deepEqual(drawn, [mark, mark]);
      assert.deepEqual(await page.evaluate(waysToFind, mark), []);
      // What it looks for would be found where it stood on the page.
      const found = await page
        .evaluate((text) => document.body.append(text), mark)
        .then(() => page.evaluate(waysToFind, mark));
      assert.ok(found.includes('markup') && found.includes('the browser’s search'), found.join());
      await onOwnPages(async (control) => assert.equal(await markOf(control), mark));
      await session.forget();
    }
    figure('T26', `${name}: ways of a page to find the person's mark (1 of ${marks.length})`, 0, 0);
  });

  /** Popup and panel about the one tab, each once it has the answer. */
  async function onOwnPages(
    look: (control: NonNullable<typeof session.browser.control>) => Promise<unknown>,
  ): Promise<void> {
    const { control } = session.browser;
    assert.ok(control);
    const tab = await own<number>(
      session,
      `api.storage.session.get().then((all) => Number(Object.keys(all).find((key) => key.startsWith('page:')).slice(5)))`,
    );
    const before = String(await control.evaluate('location.href'));
    for (const path of ['popup.html', 'sidepanel.html']) {
      await goOwn(control, `/${path}?tab=${tab}`);
      await until(`${path} has the answer`, async () =>
        /From \d+ posts?/.test(String(await control.evaluate('document.body?.innerText').catch(() => ''))),
      );
      await look(control);
    }
    await goOwn(control, before);
  }

  test('T26: counterfeits of our badge and card change nothing in what the popup and the panel tell', async () => {
    const honest = await session.replay(visits());
    await session.forget();
    let repeated = 0;
    for (const [what, fake] of Object.entries(COUNTERFEITS)) {
      const result = await session.replay(visits(instagram, {}, fake));
      assert.ok(await session.browser.page.evaluate('window.faked === true'), `${what}: it stands`);
      assert.equal(result.report, honest.report, what);
      await onOwnPages(async (control) => {
        repeated += Number(String(await control.evaluate('document.body.innerText')).includes(FAKE_NUMBER));
      });
      await session.forget();
    }
    const all = 2 * Object.keys(COUNTERFEITS).length;
    assert.equal(repeated, 0);
    figure('T26', `${name}: counterfeits that popup or panel repeat`, `${repeated} of ${all}`, 0);
  });

  test('T27: clicks that the page makes open nothing', async () => {
    const tabs = async () => (await session.browser.page.browser().pages()).length;
    await session.replay(visits());
    const before = await tabs();
    const places = await session.browser.page.evaluate(() => {
      const host = [...document.documentElement.children].find(({ localName }) => localName.includes('-'));
      const hit: { x: number; y: number }[] = [];
      for (let y = 4; y < innerHeight; y += 8)
        for (let x = 4; x < innerWidth; x += 8) if (document.elementFromPoint(x, y) === host) hit.push({ x, y });
      for (const { x, y } of hit)
        for (const kind of ['pointerdown', 'mousedown', 'mouseup', 'click'])
          host?.dispatchEvent(new MouseEvent(kind, { bubbles: true, composed: true, clientX: x, clientY: y }));
      (host as HTMLElement | undefined)?.click();
      return hit.length;
    });
    assert.ok(places > 10, 'the badge is there');
    await wait(500);
    assert.equal(await tabs(), before);
    const isOpen = await session.browser.inOverlay<boolean>(
      `(root) => root.querySelector('.card').matches(':popover-open')`,
    );
    assert.equal(isOpen, false, 'not even the card');
    await session.forget();
    figure('T27', `${name}: actions after clicks that the page makes at ${places} places`, 0, 0);
  });

  test('T28: nothing stands in the closed root that is kept of earlier visits, or leads away', async () => {
    await session.replay(visits());
    const held = await session.browser.inOverlay<{ links: number; fields: number; forms: number }>(`(root) => ({
      links: root.querySelectorAll('[href], [src], [action]').length,
      fields: root.querySelectorAll('input, textarea, select').length,
      forms: root.querySelectorAll('form, iframe, object').length,
    })`);
    assert.deepEqual(held, { links: 0, fields: 0, forms: 0 });
    await session.forget();
    figure('T28', `${name}: addresses, fields and forms in the closed root`, 0, 0);
  });

  test('T20: no file of the package is to be had by a page', async () => {
    const base = await own<string>(session, `api.runtime.getURL('')`);
    const files = readdirSync(shipped(name), { recursive: true, withFileTypes: true }).flatMap((entry) =>
      entry.isFile() ? [join(entry.parentPath, entry.name).slice(shipped(name).length + 1)] : [],
    );
    await session.replay(visits());
    const got = await session.browser.page.evaluate(
      async (addresses) => {
        const tries = addresses.map(async (address) => {
          const image = new Promise((done) => {
            const made = new Image();
            made.onload = () => done(true);
            made.onerror = () => done(false);
            made.src = address;
          });
          const fetched = fetch(address).then(
            () => true,
            () => false,
          );
          return (await image) || (await fetched);
        });
        return (await Promise.all(tries)).filter(Boolean).length;
      },
      files.map((file) => `${base}${file}`),
    );
    assert.ok(files.length > 20);
    assert.equal(got, 0);
    await session.forget();
    figure('T20', `${name}: files of the package that a page gets`, `0 of ${files.length}`, 0);
  });

  test('T18: the extension is reloaded under an open page: nothing dead stays, and nothing is complained of', async () => {
    const heard: string[] = [];
    session.browser.page.on('pageerror', (error) => heard.push(String(error)));
    session.browser.page.on('console', (message) => heard.push(message.text()));
    await session.replay(visits());
    assert.ok(await badgeOf(session.browser), 'it stands');
    const { page } = session.browser;
    const [dead] = await besides(page);
    // Longer than looks are kept up without a sign.
    await wait(7000);
    session.browser.control?.evaluate('(globalThis.browser ?? chrome).runtime.reload()').catch(() => undefined);
    // Chromium gives open pages no new script; Firefox does, which draws anew.
    const most = name === 'chromium' ? 0 : 1;
    await until('the dead overlay is gone', async () => {
      const there = await besides(page);
      return there.length === most && !there.includes(dead as string);
    });
    await page.evaluate(`history.pushState(0, '', '/other.account/')`);
    await wait(1000);
    const left = (await besides(page)).length;
    assert.ok(left <= most, `${left} overlays`);
    assert.deepEqual(heard, []);
    figure('T18', `${name}: dead overlays and complaints after a reload under an open page`, 0, 0);
  });
}

/** A second copy of the package, which the browser takes for another extension. */
function copyOf(name: BrowserName): string {
  const folder = mkdtempSync(join(tmpdir(), 'plumb-second-'));
  cpSync(shipped(name), folder, { recursive: true });
  const path = join(folder, 'manifest.json');
  const manifest = JSON.parse(readFileSync(path, 'utf8'));
  if (manifest.browser_specific_settings?.gecko) manifest.browser_specific_settings.gecko.id = 'second@plumb.example';
  delete manifest.key;
  writeFileSync(path, JSON.stringify(manifest));
  return folder;
}

describe('faults', { concurrency: 2 }, () => {
  for (const name of BROWSERS) describe(name, { concurrency: 1 }, () => suite(name));
});

describe('two copies installed', { concurrency: 2 }, () => {
  for (const name of BROWSERS)
    test(`T18: both answer, and neither harms the other: ${name}`, async () => {
      const second = copyOf(name);
      const session = await open(name);
      try {
        await session.browser.page.browser().installExtension(second);
        const result = await session.replay(visits());
        assertValidReport(result.report);
        assert.equal(snapshotOf(result).profile.handle, instagram.expected.handle);
        const hosts = (await besides(session.browser.page)).length;
        assert.ok(hosts >= 1 && hosts <= 2, `${hosts} overlays`);
        figure('T18', `${name}: overlays with two copies installed`, hosts, '1 of each');
      } finally {
        await session.close();
        rmSync(second, { recursive: true, force: true });
      }
    });
});
