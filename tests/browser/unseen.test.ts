/**
 * A page can't tell by what it sees whether we are there, but for what is listed here and in SECURITY.md with its reason; and
 * nothing of us remains when the extension is gone. Prints a table: probe × browser.
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';
import { BROWSERS, open, until, wait } from './harness.ts';
import { LISTED } from './observer/page.ts';
import type { BrowserName } from './replay/browser.ts';
import { type Visit, visitsOf } from './replay/har.ts';
import type { ReplaySession } from './replay/session.ts';
import { probesHar, profileHar } from './unseen/page.ts';

/** What differs, where, and the words of SECURITY.md that say so and why. */
const KNOWN: Record<string, { where: readonly BrowserName[]; words: string }> = {
  'property window.Response.prototype.then': { where: BROWSERS, words: '`then` on `Response.prototype`' },
  'property window.XMLHttpRequest.prototype.send': { where: BROWSERS, words: '`send` on `XMLHttpRequest.prototype`' },
  'order of the names of the window': { where: ['firefox'], words: "order of the window's names" },
  'elements that are added to a profile': { where: BROWSERS, words: 'one element with a closed root' },
};

type Seen = Record<string, string>;
/** By probe: what differs in which browser. */
const differs = new Map<string, Map<BrowserName, string>>();
const looked = new Set<string>();

/** A line of the first that the other doesn't have, for the reader of a failed test. */
function firstDifference(one = '', other = ''): string {
  let at = 0;
  while (at < one.length && one[at] === other[at]) at += 1;
  return `without: ${one.slice(Math.max(0, at - 60), at + 200)} | with: ${other.slice(Math.max(0, at - 60), at + 200)}`;
}

function compare(browser: BrowserName, without: Seen, withIt: Seen): void {
  for (const name of new Set([...Object.keys(without), ...Object.keys(withIt)])) {
    looked.add(
      name.startsWith('property ') && !(name in KNOWN) ? 'all other properties of the built-in objects' : name,
    );
    // A getter has no name and length of its own to be told beside it.
    if (without[name] === withIt[name] || name.startsWith('property window.XMLHttpRequest.prototype.send.')) continue;
    const row = differs.get(name) ?? new Map<BrowserName, string>();
    row.set(browser, firstDifference(without[name], withIt[name]));
    differs.set(name, row);
  }
}

/** What the page of nobody sees. @param id the extension's address, which the page is told */
async function probed(session: ReplaySession, id: string): Promise<{ seen: Seen; paired: Record<string, string> }> {
  const [visit] = visitsOf(probesHar(), 'probes') as [Visit];
  await session.enter(visit);
  const { page } = session.browser;
  await page.waitForFunction('window.probe !== undefined && document.readyState === "complete"');
  session.holdAnswers(async (_method, url) => {
    if (url.endsWith('?slow')) await new Promise(() => {});
  });
  const seen: Seen = {};
  const shaped = (await page.evaluate('window.shaped')) as Seen;
  for (const [path, form] of Object.entries(shaped)) seen[`property ${path}`] = form;
  const results = (await page.evaluate('window.probe()')) as Record<string, unknown>;
  for (const [name, result] of Object.entries(results)) seen[name] = JSON.stringify(result);
  const added = 'window.added.filter((line) => !/IFRAME|^added to BODY/.test(line))';
  seen['elements that are added to a page of nobody'] = JSON.stringify(await page.evaluate(added));
  const files = ['manifest.json', 'background.js', 'content-scripts/observer.js', 'icon/128.png', 'about.html', ''];
  const fetched = files.map((file) => `fetch(${JSON.stringify(`${id}/${file}`)}).then(() => 'there', () => 'refused')`);
  seen['files of the extension, whose id is known'] = JSON.stringify(
    await page.evaluate(`Promise.all([${fetched.join()}])`),
  );
  const paired = await page.evaluate(`window.paired(document.querySelector('iframe').contentWindow)`);
  session.holdAnswers(undefined);
  return { seen, paired: paired as Record<string, string> };
}

interface Look {
  added: string[];
  told: string[];
  looks: Record<string, unknown>[];
  /** Style and size of the page's own root and body, and what else it can count. */
  measures: unknown[];
}

/** What a profile's page sees. */
async function profile(session: ReplaySession): Promise<Look> {
  await session.replay(visitsOf(profileHar(), 'profile'));
  return (await session.browser.page.evaluate(
    '({ added: window.added, told: window.told, looks: window.look(), measures: window.measure() })',
  )) as Look;
}

/** An extension's own address is known to the page that probes it: published ids are public. */
async function addressOf(session: ReplaySession): Promise<string> {
  return String(await session.browser.control?.evaluate('location.origin'));
}

function suite(browser: BrowserName): void {
  let session: ReplaySession;
  let bare: ReplaySession;
  before(async () => {
    session = await open(browser);
    bare = await open(browser, {}, true);
  });
  after(async () => {
    await session?.close();
    await bare?.close();
  });

  test('a page of nobody sees the same', async (context) => {
    const id = await addressOf(session);
    const without = await probed(bare, id);
    const withIt = await probed(session, id);
    for (const [name, result] of Object.entries(without.seen))
      assert.doesNotMatch(result, /the probe failed/, `${name}: ${result}`);
    assert.ok(Object.keys(without.seen).length > 1000, 'the page has looked');
    // No test judges a time: the ratios of this window's to an empty frame's are told.
    for (const [name, ratio] of Object.entries(without.paired))
      context.diagnostic(`${browser}: ${name}: ${ratio} times an empty frame's without, ${withIt.paired[name]} with`);
    compare(browser, without.seen, withIt.seen);
    assert.doesNotMatch(JSON.stringify(withIt.seen), new RegExp(new URL(id).host), "the extension's id is nowhere");
  });

  test('a profile sees one more element, of which it learns nothing', async () => {
    const without = await profile(bare);
    const withIt = await profile(session);
    const more = [...withIt.added];
    for (const line of without.added) if (more.includes(line)) more.splice(more.indexOf(line), 1);
    const seen = (added: string[], { told, measures }: Look): Seen => ({
      'elements that are added to a profile': JSON.stringify(added),
      'errors, messages and violations on a profile': JSON.stringify(told),
      "style and size of a profile's own root and body": JSON.stringify(measures),
    });
    compare(browser, seen([], without), seen(more, withIt));
    assert.deepEqual(more, ['added to HTML']);
    const plain = {
      attributes: 0,
      children: 0,
      root: null,
      keys: 0,
      parent: 'HTML',
      defined: false,
      html: '',
      text: '',
    };
    assert.deepEqual(withIt.looks, [{ name: true, ...plain, prototype: '[object HTMLElement]' }]);
  });

  test('nothing remains when the extension is gone', async () => {
    const { page, control } = session.browser;
    await profile(session);
    const left =
      'JSON.stringify([Object.getOwnPropertyDescriptor(Response.prototype, "then") !== undefined, Object.getOwnPropertyDescriptor(XMLHttpRequest.prototype, "send").get !== undefined, window.look().length])';
    assert.equal(await page.evaluate(left), '[true,true,1]', 'we are there');
    await control
      ?.evaluate('void (globalThis.browser ?? chrome).management.uninstallSelf({ showConfirmDialog: false })')
      .catch(() => {});
    await wait(500);
    // Where the browser ends our content script without a word, the next answer finds that nobody listens.
    const ask = `fetch(${JSON.stringify(LISTED)}).then((answer) => answer.text(), () => '')`;
    let there: unknown;
    await until('nothing is left', async () => {
      await page.evaluate(ask);
      there = await page.evaluate(left);
      return there === '[false,false,0]';
    }).catch(() => assert.equal(there, '[false,false,0]'));
    assert.deepEqual(await page.evaluate('window.told'), []);
  });
}

describe('what pages see of us', { concurrency: 2 }, () => {
  for (const browser of BROWSERS) describe(browser, { concurrency: 1 }, () => suite(browser));
});

test('all that differs is known, and SECURITY.md says why', (context) => {
  const names = [...looked, ...[...differs.keys()].filter((name) => !looked.has(name))];
  context.diagnostic(`probe | ${BROWSERS.join(' | ')}`);
  for (const name of names)
    context.diagnostic(
      `${name} | ${BROWSERS.map((browser) => (differs.get(name)?.has(browser) ? 'differs' : '0')).join(' | ')}`,
    );
  const unknown = [...differs].filter(([name]) => !(name in KNOWN));
  assert.deepEqual(
    unknown.map(([name, row]) => [name, ...row].join('\n')),
    [],
  );
  const security = readFileSync(new URL('../../SECURITY.md', import.meta.url), 'utf8');
  for (const [name, { where, words }] of Object.entries(KNOWN)) {
    const found = BROWSERS.filter((browser) => differs.get(name)?.has(browser));
    assert.deepEqual(found, where, `${name} differs elsewhere, or was not looked at`);
    assert.ok(security.includes(words), `SECURITY.md says: ${words}`);
  }
});
