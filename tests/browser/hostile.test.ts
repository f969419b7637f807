/** Pages that are no profile, and pages that mean harm: nothing is drawn there, nothing follows, and the next page is read. */
import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';
import { figure } from '../threats/figure.ts';
import { makeHar, NONCE, type PageParts } from './har/make.ts';
import { type Sample, samples } from './har/samples.ts';
import {
  assertNoRequestOfOurs,
  assertValidReport,
  BROWSERS,
  eventually,
  open,
  planted,
  snapshotOf,
} from './harness.ts';
import type { BrowserName } from './replay/browser.ts';
import { type Visit, visitsOf } from './replay/har.ts';
import type { ReplayResult, ReplaySession } from './replay/session.ts';
import { badgeOf, pageStates, stateOf } from './replay/view.ts';

const AT = '2026-11-20T09:00:00Z';
const sample = (platform: Sample['platform']): Sample => {
  const found = samples.find((each) => each.platform === platform);
  assert.ok(found);
  return found;
};
const visits = (...pages: PageParts[]): Visit[] => visitsOf(makeHar(pages), 'hostile.har');

const BARE =
  '<html lang="en"><head><title>t</title><link rel="icon" href="data:,"></head><body><p>No profile.</p></body></html>';
const NO_PROFILES = [
  'https://www.instagram.com/explore/',
  'https://www.youtube.com/feed/subscriptions',
  'https://www.tiktok.com/foryou',
  'https://x.com/home',
  'https://www.example.org/someone',
];

/** The sample's page with a script of the page's own added, which runs after the page's first script. */
function harmed(platform: Sample['platform'], script: string, asks: PageParts['asks'] = []): PageParts {
  const parts = sample(platform).parts();
  const document = parts.document.replace('</body>', () => `<script nonce="${NONCE}">${script}</script></body>`);
  assert.notEqual(document, parts.document);
  return { ...parts, document, asks: [...(parts.asks ?? []), ...asks] };
}

/** The last visit was the sample's: it must have been read as if nothing had been before. */
function assertReadAsTyped(result: ReplayResult, platform: Sample['platform']): void {
  const { expected } = sample(platform);
  const snapshot = snapshotOf(result);
  assert.equal(snapshot.profile.handle.toLowerCase(), expected.handle);
  assert.deepEqual(snapshot.profile.followers, expected.followers);
  assert.equal(snapshot.posts?.length, expected.posts);
  assertValidReport(result.report);
  assertNoRequestOfOurs(result);
  assert.ok(result.overlay, 'the overlay is drawn');
}

/** The page's world turned against whoever shares it, after the observer has begun. */
const CLOBBER = `
  for (const name of ['map', 'filter', 'flatMap', 'push', 'some', 'slice', 'indexOf', Symbol.iterator]) Array.prototype[name] = () => { throw new Error('clobbered'); };
  JSON.parse = JSON.stringify = () => { throw new Error('clobbered'); };
  Response.prototype.clone = Response.prototype.text = () => { throw new Error('clobbered'); };
  String.prototype.includes = String.prototype.endsWith = () => { throw new Error('clobbered'); };
  window.URL = function () { throw new Error('clobbered'); };
  Object.defineProperty(Object.prototype, 'posts', { get() { throw new Error('clobbered'); }, configurable: true });
  EventTarget.prototype.dispatchEvent = () => { throw new Error('clobbered'); };
  Element.prototype.attachShadow = () => { throw new Error('clobbered'); };
  window.MutationObserver = undefined;`;

/** Removes what is added to the document's element, for ever, and never lets the page rest. */
const STORM = `
  const keep = new Set(document.documentElement.children);
  new MutationObserver(() => { for (const child of [...document.documentElement.children]) if (!keep.has(child)) child.remove(); }).observe(document.documentElement, { childList: true });
  let turns = 0;
  setInterval(() => { for (let i = 0; i < 50; i += 1) { const node = document.createElement('a'); node.href = '/x/' + turns++; node.title = 'y'; document.body.append(node); if (i % 2) node.remove(); } }, 20);`;

/** Answers of listed addresses that no platform would give. */
const HOSTILE_TEXTS: readonly string[] = [
  '['.repeat(200_000),
  `{"a":${'{"a":'.repeat(50_000)}1${'}'.repeat(50_000)}}`,
  '{"header":{"pageHeaderRenderer":null},"contents":[],"metadata":{"channelMetadataRenderer":"x"}}',
  '{"__proto__":{"posts":1},"constructor":{"prototype":{"handle":"x"}},"toString":null}',
  `{"metadata":{"channelMetadataRenderer":{"vanityChannelUrl":"http://www.youtube.com/@${'a'.repeat(100_000)}"}}}`,
  '\u0000\ud83d {"data":{"user":1e999,"b":-0}}',
  `"${'9'.repeat(3_000_000)}"`,
  '{"data":{"user":{"result":{"legacy":{"followers_count":"<img src=x onerror=alert(1)>"}}}}}',
];

function hostileAnswers(): PageParts {
  const asks = HOSTILE_TEXTS.map((body, index) => ({
    via: 'fetch' as const,
    method: 'GET' as const,
    url: `https://www.youtube.com/youtubei/v1/browse?h=${index}`,
    body,
  }));
  const urls = JSON.stringify(asks.map(({ url }) => url));
  return harmed(
    'youtube',
    `for (const url of ${urls}) fetch(url).then((answer) => answer.text()).catch(() => {});`,
    asks,
  );
}

/** The name of the channel that the planted content script draws: see `known` below. */
const NAME = '7-7-7-7';

/** A thousand messages of twenty kinds on the channel itself, as from one who has learnt its name. */
const FORGED = `
  const url = 'https://www.youtube.com/youtubei/v1/browse';
  const page = location.href;
  const deep = '['.repeat(20000);
  const kinds = [
    () => undefined, () => null, () => 7, () => ({ url, page, text: '{}' }), () => [url, page, '{}'], () => '', () => '\\n', () => '\\n\\n\\n',
    () => url, () => url + '\\n' + page, () => url + '\\n' + page + '\\n', () => url + '\\n' + page + '\\n' + deep,
    () => 'javascript:alert(1)\\n' + page + '\\n{}', () => 'https://evil.example/youtubei/v1/browse\\n' + page + '\\n{"a":1}', () => url + '\\nhttps://evil.example/\\n{}',
    () => url + '\\n' + page + '\\n{"kind":"arrive","epoch":1,"address":"https://evil.example/","fresh":true}',
    () => url + '\\n' + page + '\\n{"type":"openTab","url":"https://evil.example/"}',
    () => url + '\\n' + page + '\\n\\ud83d\\u0000{"metadata":',
    () => url + '\\n' + page + '\\n' + '{"contents":{"twoColumnBrowseResultsRenderer":{"tabs":[{"tabRenderer":{"content":{"richGridRenderer":{"contents":[' + '{"richItemRenderer":{"content":{"videoRenderer":{"videoId":"x"}}}},'.repeat(500) + '0]}}}}]}}}',
    () => 'x'.repeat(100000),
  ];
  setTimeout(() => {
    for (let i = 0; i < 1000; i += 1) {
      const detail = kinds[i % kinds.length]();
      const [, head, text] = typeof detail === 'string' ? (/^([^\\n]*\\n[^\\n]*)\\n([^]*)$/.exec(detail) ?? [, detail, detail]) : [, detail, detail];
      document.dispatchEvent(new CustomEvent(${JSON.stringify(`${NAME}:`)}, { detail: head }));
      document.dispatchEvent(new CustomEvent(${JSON.stringify(NAME)}, { detail }));
      document.dispatchEvent(new CustomEvent(${JSON.stringify(`${NAME}+`)}, { detail: text }));
      window.postMessage(detail ?? null, '*');
      for (const name of ['rendezvous:offer', 'rendezvous:ask']) document.dispatchEvent(new CustomEvent(name, { detail }));
    }
    document.title = 'forged';
  }, 700);`;

/**
 * The channel's own answer with other followers, said on the channel for ever: on a slow machine the page's own answer comes
 * late, and the last of a place is what it says.
 * @param page  in JavaScript: the address of the page that is said to have asked for it
 */
function forging(page: string): string {
  const { body = '' } = sample('youtube').parts().asks?.[0] ?? {};
  const text = JSON.stringify(body.replaceAll('92.4K subscribers', '12.3M subscribers')).replaceAll('<', '\\u003c');
  return `setInterval(() => {
    document.dispatchEvent(new CustomEvent(${JSON.stringify(`${NAME}:`)}, { detail: 'https://www.youtube.com/youtubei/v1/browse\\n' + ${page} }));
    document.dispatchEvent(new CustomEvent(${JSON.stringify(`${NAME}+`)}, { detail: ${text} }));
  }, 700);`;
}

/** Listens for everything that a person would find in the page's console. */
function hearConsole(session: ReplaySession): string[] {
  const heard: string[] = [];
  session.browser.page.on('console', (message) => heard.push(message.text()));
  session.browser.page.on('pageerror', (error) => heard.push(String(error)));
  return heard;
}

function suite(browser: BrowserName): void {
  let session: ReplaySession;
  let heard: string[] = [];
  before(async () => {
    session = await open(browser);
    heard = hearConsole(session);
  });
  after(() => session?.close());

  for (const url of NO_PROFILES) {
    test(`T29: nothing is drawn and nothing logged on ${url}`, async () => {
      heard.length = 0;
      const result = await session.replay(visits({ url, at: AT, document: `<!DOCTYPE html>${BARE}` }));
      assert.equal(result.snapshot, null);
      assert.equal(JSON.parse(result.report).error.code, 'not_a_profile');
      assert.ok(!result.overlay);
      assert.equal(await session.browser.page.evaluate('document.documentElement.outerHTML'), BARE);
      assert.deepEqual(heard, []);
      assertNoRequestOfOurs(result);
      figure('T29', `${browser}: elements and words of ours on ${url}`, 0, 0);
    });
  }

  test('a profile address with nothing to read is said to be unreadable', async () => {
    const result = await session.replay(
      visits({ url: 'https://www.instagram.com/fernhollow.kitchen/', at: AT, document: `<!DOCTYPE html>${BARE}` }),
    );
    assert.equal(result.snapshot, null);
    assert.equal(JSON.parse(result.report).error.code, 'not_readable');
    assertNoRequestOfOurs(result);
  });

  const harms: Record<string, () => PageParts> = {
    'a page that turns its world against us': () => harmed('tiktok', CLOBBER),
    'a page that never rests and removes the overlay': () => harmed('x', STORM),
    'answers that no platform gives': hostileAnswers,
  };
  for (const [name, harm] of Object.entries(harms)) {
    test(`${name} does not stop the next page`, async () => {
      const result = await session.replay([...visits(harm()), ...visits(sample('youtube').parts())]);
      assertReadAsTyped(result, 'youtube');
      await session.forget();
    });
  }

  test('hostile answers take nothing from what the page said before', async () => {
    assertReadAsTyped(await session.replay(visits(hostileAnswers())), 'youtube');
    await session.forget();
  });
}

function forgedSuite(browser: BrowserName): void {
  let session: ReplaySession;
  // The isolated world's random source is replaced, so that the test knows the channel's name; the page never could.
  const known = planted(browser, { contentBefore: 'crypto.getRandomValues = (words) => words.fill(7);\n' });
  before(async () => {
    session = await open(browser, { extension: known });
  });
  after(async () => {
    await session?.close();
    rmSync(known, { recursive: true, force: true });
  });

  test("the planted name is the channel's: a forged answer does arrive", async () => {
    await session.replay(visits(harmed('youtube', forging('location.href'))));
    await eventually(async () => {
      const report = stateOf(await pageStates(session.browser), await session.browser.address())?.report ?? '{}';
      assert.ok(JSON.parse(report).cautions?.includes('sources_disagree'), `two sources that differ: ${report}`);
    });
    await session.forget();
  });

  test('T4: a thousand forged messages: no action, no crash, nothing beyond the caps', async () => {
    const tabs = (await session.browser.page.browser().pages()).length;
    const elsewhere = forging("'https://evil.example/'");
    const result = await session.replay(visits(harmed('youtube', `${FORGED}\n${elsewhere}`)));
    assert.equal(await session.browser.page.title(), 'forged', 'the page has sent them all');
    const snapshot = snapshotOf(result);
    assert.equal(snapshot.profile.handle, sample('youtube').expected.handle);
    assert.deepEqual(snapshot.profile.followers, sample('youtube').expected.followers);
    assertValidReport(result.report);
    assert.doesNotMatch(
      result.report,
      /sources_disagree/,
      'nothing is heard that a page of another origin has asked for',
    );
    assertNoRequestOfOurs(result);
    assert.ok(result.overlay);
    assert.equal((await session.browser.page.browser().pages()).length, tabs, 'no tab was opened');
    assertReadAsTyped(await session.replay(visits(sample('youtube').parts())), 'youtube');
    figure('T4', `${browser}: actions after 1,000 forged messages of 20 kinds`, 0, 0);
  });

  test('the page that removes the overlay does not get it back without end', async () => {
    const result = await session.replay(
      visits(
        harmed(
          'x',
          `${STORM} window.removed = 0; new MutationObserver((records) => { for (const record of records) window.removed += record.removedNodes.length; }).observe(document.documentElement, { childList: true });`,
        ),
      ),
    );
    const removed = Number(await session.browser.page.evaluate('window.removed'));
    assert.ok(removed <= 4, `the overlay was put back ${removed - 1} times`);
    assert.equal(await badgeOf(session.browser), null);
    assert.ok(result.snapshot);
  });
}

describe('hostile pages', { concurrency: 2 }, () => {
  for (const browser of BROWSERS) {
    describe(browser, { concurrency: 1 }, () => suite(browser));
    describe(`forged messages in ${browser}`, { concurrency: 1 }, () => forgedSuite(browser));
  }
});
