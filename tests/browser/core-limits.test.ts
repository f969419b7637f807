/**
 * A core that takes all that it can get. Its time: where a loop of it has no end, the page that led there says so, and another
 * tab is answered by the next instance; where nothing ends it, every page that waits says so. And its memory after the largest
 * snapshots that a page may make: WebAssembly's never shrinks, so the background lets a grown instance go, even where another
 * tab asks on and on (pages of 64 KiB are counted in the shipped package's background).
 */
import assert from 'node:assert/strict';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { endlessModule, SMALL } from '../core/endless.ts';
import { fitted, grown, type Shape } from '../slowest/shape.ts';
import { figure } from '../threats/figure.ts';
import { makeHar } from './har/make.ts';
import { samples } from './har/samples.ts';
import { assertValidReport, BROWSERS, open, own, planted, until } from './harness.ts';
import type { BrowserName } from './replay/browser.ts';
import { type Visit, visitsOf } from './replay/har.ts';
import type { ReplaySession } from './replay/session.ts';
import { pageStates, stateOf } from './replay/view.ts';

const CAP = 8 * 1024 * 1024;
/** What the extension lets the loops of one answer take (engine.ts). */
const MOST_TURNS = 500_000_000n;
/** What the core may keep, pages. */
const KEPT = 100;
/** The background's own time is 40 s; what is broken never gets there. */
const LIMIT = 300_000;

/**
 * Tells of each memory that the background has made and that is still there, its pages; the newest last. Until the test says
 * otherwise each instance is given a module with an endless loop: the first-run page's sample asks, too.
 */
const witness = (endless: string) => `{
  const memories = [];
  const make = WebAssembly.instantiate;
  const api = globalThis.browser ?? chrome;
  WebAssembly.instantiate = async (bytes, imports) => {
    const { isMended } = await api.storage.local.get('isMended');
    const given = isMended ? bytes : Uint8Array.from(atob('${endless}'), (letter) => letter.charCodeAt(0));
    const made = await make.call(WebAssembly, given, imports);
    const memory = Object.values((made.instance ?? made).exports).find((each) => each instanceof WebAssembly.Memory);
    memories.push(new WeakRef(memory));
    return made;
  };
  api.runtime.onMessage.addListener((message, _sender, respond) => {
    if (message !== 'memories') return;
    respond(memories.map((each) => (each.deref()?.buffer.byteLength ?? 0) / 65536));
  });
}`;

const kept: { name: string; shape: Shape }[] = JSON.parse(
  readFileSync(join(import.meta.dirname, '../slowest/kept.json'), 'utf8'),
);
function suite(name: BrowserName): void {
  let session: ReplaySession;
  let extension: string;
  before(async () => {
    const endless = Buffer.from(await endlessModule(MOST_TURNS)).toString('base64');
    extension = planted(name, { background: witness(endless) });
    session = await open(name, { extension, backgroundIdle: 600_000 });
  });
  after(async () => {
    await session?.close();
    rmSync(extension, { recursive: true, force: true });
  });

  /** Chromium gives back at once what nobody holds, when it is told to; in Firefox only the newest memory can be judged. */
  async function pages(): Promise<number> {
    const target = session.browser.page
      .browser()
      .targets()
      .find((each) => name === 'chromium' && each.type() === 'service_worker');
    const worker = await target?.createCDPSession();
    await worker?.send('HeapProfiler.collectGarbage');
    await worker?.detach();
    const all = await own<number[]>(session, `api.runtime.sendMessage('memories')`);
    return name === 'chromium' ? all.reduce((sum, each) => sum + each, 0) : (all.at(-1) ?? 0);
  }
  const score = (text: string) =>
    own<string>(session, `api.runtime.sendMessage({ kind: 'score', snapshot: ${JSON.stringify(text)} })`);

  test('T15: a core that comes to no end: the page says so, and another tab is answered by the next', async () => {
    const [first, , third] = samples;
    assert.ok(first && third);
    const parts = [first, third].map((sample) => ({ ...sample.parts(), policy: undefined }));
    const [one, other] = visitsOf(makeHar(parts), 'no end') as [Visit, Visit];
    await session.enter({ ...one, entries: [...one.entries, ...other.entries] });
    const line = () => session.browser.inOverlay<string>(`(root) => root.querySelector('.badge-line').textContent`);
    await until('the page says so', async () => /Could not read this page/.test((await line()) ?? ''), LIMIT);
    await own(session, `api.storage.local.set({ isMended: true })`);
    const tab = await session.browser.page.browser().newPage();
    await tab.goto(other.url, { waitUntil: 'domcontentloaded' });
    const answer = async () => stateOf(await pageStates(session.browser), other.url)?.report;
    assertValidReport(await until('the other tab is answered', answer, LIMIT));
    await tab.close();
    figure('T15', `${name}: another tab where the core comes to no end for one: answered`, '1 of 1', 'all');
  });

  test('T15: the memory that the largest snapshots take is given back while another tab asks on', async (context) => {
    let most = 0;
    for (const { shape } of kept) {
      const answer = await score(grown(fitted(shape, CAP), CAP) as string);
      assert.match(answer, /^\{"schema":"plumb\.report/);
      most = Math.max(most, await pages());
    }
    assert.ok(most > 2 * KEPT, `they take ${most} pages: nothing was given back`);
    const left = await until(
      'the memory is given back',
      async () => {
        assert.match(await score(SMALL), /^\{"schema":"plumb\.report/);
        const now = await pages();
        return now <= KEPT && now;
      },
      LIMIT,
    );
    context.diagnostic(`${most} pages after the largest, ${left} after a while`);
    figure('T15', `${name}: pages of memory a while after snapshots that took ${most}`, left, `≤ ${KEPT}`);
  });
}

/** Where the core would be entered, of this account's snapshots: a loop without end. */
const ENDLESS = (handle: string) => `{
  const { toWellFormed } = String.prototype;
  String.prototype.toWellFormed = function () {
    while (this.includes(${JSON.stringify(JSON.stringify(handle))}));
    return toWellFormed.call(this);
  };
}`;

describe('a core that never answers', () => {
  // Firefox runs the background beside all of our pages, and could not be asked or closed any more: the unit tests try its.
  test('T15: the page says so, and so does another tab that waits for the same background', async () => {
    const [first, , third] = samples;
    assert.ok(first && third);
    const extension = planted('chromium', { background: ENDLESS(first.expected.handle) });
    const session = await open('chromium', { extension });
    try {
      const parts = [first, third].map((sample) => ({ ...sample.parts(), policy: undefined }));
      const [one, other] = visitsOf(makeHar(parts), 'endless') as [Visit, Visit];
      const line = () => session.browser.inOverlay<string>(`(root) => root.querySelector('.badge-line').textContent`);
      const told = async () => /Could not read this page/.test((await line()) ?? '');
      await session.enter({ ...one, entries: [...one.entries, ...other.entries] });
      await until('the page says so', told, LIMIT);
      await session.browser.navigate(other.url);
      await until('the other says so', told, LIMIT);
      figure('T15', 'chromium: pages that say so where the core never answers', '2 of 2', 'all');
    } finally {
      await session.close();
      rmSync(extension, { recursive: true, force: true });
    }
  });
});

describe('the limits of the core', { concurrency: 2 }, () => {
  for (const name of BROWSERS) describe(name, { concurrency: 1 }, () => suite(name));
});
