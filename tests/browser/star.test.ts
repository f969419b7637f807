/**
 * The star on a page's card: a person's press of a button that they see puts the creator on their list, and nothing else does.
 * Each way of a page to press it itself, to hide it or to have it pressed unmeant is tried in both browsers.
 */
import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';
import { figure, full } from '../threats/figure.ts';
import { makeHar, NONCE, type PageParts } from './har/make.ts';
import { samples } from './har/samples.ts';
import { BROWSERS, kept, open, own, planted, steady, until, wait } from './harness.ts';
import type { BrowserName } from './replay/browser.ts';
import { visitsOf } from './replay/har.ts';
import type { ReplaySession } from './replay/session.ts';
import { type Box, openCard, pressBadge } from './replay/view.ts';
import { FORGED, ORDERS, SET_UP, WAYS } from './star/ways.ts';

/** Honest presses in each browser: by day a hundred together. */
const HONEST = full(100, 50);
/** Longer than the button must have stood in view, and than the browser takes to say what lies over it, ms. */
const STOOD = 1200;
/** Longer than looks go on after a sign, ms. */
const RESTED = 7000;
/** Longer than a press takes to come to the list, ms. */
const DONE = 1000;

/**
 * While the page says so, the clock of our script on it hardly goes: what has to happen within the blink for which a press is
 * refused then has long enough on any machine.
 */
const SLOWLY = `{ const real = performance.now.bind(performance); let last = real(), told = last;
  performance.now = () => { const at = real(); told += (at - last) * (document.documentElement?.dataset.slow ? .01 : 1); last = at; return told; }; }\n`;

function visits() {
  const [first] = samples;
  assert.ok(first);
  const parts: PageParts = { ...first.parts(), policy: undefined };
  const document = parts.document.replace('</body>', () => `<script nonce="${NONCE}">${SET_UP}</script></body>`);
  assert.notEqual(document, parts.document);
  return visitsOf(makeHar([{ ...parts, document }]), 'star');
}

/** As a list's page writes it, which tells the others. */
function putEntry(session: ReplaySession, entry: object): Promise<void> {
  return own(
    session,
    `new Promise((resolve) => {
      const opening = indexedDB.open('plumb');
      opening.onsuccess = () => {
        const step = opening.result.transaction('entries', 'readwrite');
        step.objectStore('entries').put(${JSON.stringify(entry)});
        step.oncomplete = () => { opening.result.close(); new BroadcastChannel('shortlists').postMessage(null); resolve(true); };
      };
    })`,
  );
}
const starred = async (session: ReplaySession) => (await kept(session, 'entries')).length;

/** The star as a person sees it: where it is, what it says, and what the foot says of it. */
interface Shown extends Box {
  on: boolean;
  says: string;
  foot: string;
}
function starOf({ browser }: ReplaySession): Promise<Shown | null> {
  return browser.inOverlay<Shown | null>(`(root) => {
    const it = root.querySelector('button.star');
    if (!it) return null;
    const { left, top, width, height } = it.getBoundingClientRect();
    return { left, top, width, height, on: it.getAttribute('aria-pressed') === 'true', says: it.textContent, foot: root.querySelector('footer p').textContent };
  }`);
}
async function shownStar(session: ReplaySession): Promise<Shown> {
  return until('the star is shown', () => starOf(session));
}
const middle = ({ left, top, width, height }: Box): [number, number] => [left + width / 2, top + height / 2];

async function begin(session: ReplaySession, script: string, star: Box): Promise<void> {
  await session.browser.page.evaluate(
    (text, box) => (window as never as { ways: { begin(text: string, box: unknown): void } }).ways.begin(text, box),
    script,
    star as never,
  );
}
const end = ({ browser }: ReplaySession) => browser.page.evaluate('window.ways.end()');

function suite(name: BrowserName): void {
  let session: ReplaySession;
  const folders: string[] = [];
  before(async () => {
    folders.push(planted(name, { contentBefore: SLOWLY }));
    session = await open(name, { extension: folders[0] });
  });
  after(() => session?.close());
  after(() => {
    for (const folder of folders) rmSync(folder, { recursive: true });
  });
  const slowly = () => session.browser.page.evaluate(`document.documentElement.dataset.slow = '1'`);

  const opened = async () => {
    await session.replay(visits());
    await session.browser.page.bringToFront();
    assert.ok(await openCard(session.browser), 'the card opens');
    return shownStar(session);
  };
  /** A late answer may lay the card out anew: a person presses what stands still. */
  const atRest = () => steady('the star', () => starOf(session), STOOD);
  const pressHonestly = async () => {
    const star = await shownStar(session);
    await session.browser.page.mouse.move(...middle(star));
    await session.browser.page.mouse.click(...middle(star));
    await until('the press is taken', async () => (await starOf(session))?.on !== star.on);
  };

  test('a press puts the creator on the list, a second takes them off, a third gives all back', async () => {
    await opened();
    await atRest();
    await pressHonestly();
    const [creator] = await kept(session, 'creators');
    assert.match(JSON.stringify(creator), /fernhollow\.kitchen/);
    assert.match(JSON.stringify(creator), /"snapshotHash"/);
    assert.match((await shownStar(session)).foot, /On your list/);
    const [entry] = await kept(session, 'entries');
    await putEntry(session, { ...entry, note: 'Wants 2 reels' });
    await atRest();
    await pressHonestly();
    assert.equal(await starred(session), 0);
    assert.match((await shownStar(session)).foot, /Press again to undo/);
    await pressHonestly();
    assert.equal((await kept(session, 'entries'))[0]?.note, 'Wants 2 reels');
    await pressHonestly();
    await session.forget();
  });

  test('a hired creator’s card says what has changed since, at once and at the next visit', async () => {
    await opened();
    await atRest();
    await pressHonestly();
    const [entry] = await kept(session, 'entries');
    const [{ creator }] = (await kept(session, 'creators')) as [{ creator: { summary: object } }];
    const baseline = { ...creator.summary, capturedAt: '2026-05-03T10:00:00Z', followers: { low: 5000, high: 5000 } };
    await putEntry(session, { ...entry, status: 'hired', baseline });
    const saysSo = async () => /^Hired; since May 3, 2026: followers 5,000 → /.test((await shownStar(session)).foot);
    // What the press came to stands there until the card is closed.
    await session.browser.page.keyboard.press('Escape');
    await openCard(session.browser);
    await until('the open page says so', saysSo);
    await opened();
    await until('the next visit says so', saysSo);
    await session.forget();
  });

  test('T27: a press of the page’s own making stars nobody', async () => {
    const star = await opened();
    const [x, y] = middle(star);
    await session.browser.page.mouse.move(x, y);
    await wait(STOOD);
    await begin(session, FORGED, star);
    await wait(DONE);
    assert.equal(await starred(session), 0);
    await end(session);
    await session.forget();
  });

  test('T4, T5: nothing that the page says under any name stars anybody, or tells it who is starred', async () => {
    const star = await opened();
    await begin(session, ORDERS, star);
    await wait(DONE);
    assert.equal(await starred(session), 0);
    await end(session);
    await session.forget();
  });

  test('T27: a button that was covered, transparent, moved or just there is not pressed, and says where to go', async () => {
    const told: string[] = [];
    for (const [way, { script, at }] of Object.entries(WAYS)) {
      const star = await opened();
      const [x, y] = middle(star);
      await session.browser.page.mouse.move(x, y);
      if (at === 'before') await begin(session, script, star);
      await wait(STOOD);
      await slowly();
      if (at === 'press') await begin(session, script, star);
      await session.browser.page.mouse.move(x + 1, y);
      await session.browser.page.mouse.click(x + 1, y);
      await wait(DONE);
      assert.equal(await starred(session), 0, way);
      if (/was not clear to see/.test((await starOf(session))?.foot ?? '')) told.push(way);
      await end(session);
      await session.forget();
    }
    const number = Object.keys(WAYS).length;
    // The others let no click through to us: there is nobody to be told.
    assert.ok(told.length >= number / 2, `told: ${told.join(', ')}`);
    figure('T27', `${name}: stars set by ${number} ways to cover, clear or move the button`, 0, 0);
  });

  test('T27: a second click where the card has just come up stars nobody', async () => {
    const star = await opened();
    await pressBadge(session.browser);
    await until('the card is closed', async () => (await starOf(session)) === null);
    await slowly();
    assert.ok(await openCard(session.browser));
    await session.browser.page.mouse.click(...middle(star));
    await wait(DONE);
    assert.equal(await starred(session), 0);
    assert.match((await shownStar(session)).foot, /was not clear to see/);
    await session.forget();
  });

  test('T27: every honest press is taken', async () => {
    await opened();
    await atRest();
    for (let press = 0; press < HONEST; press += 1) await pressHonestly();
    assert.equal(await starred(session), HONEST % 2);
    // At rest the button is not looked at.
    await wait(RESTED);
    await pressHonestly();
    figure('T27', `${name}: honest presses of the star that were taken`, `${HONEST} of ${HONEST}`, 'all');
    await session.forget();
  });

  test('T29: what the page can measure is the same, whoever is on the list', async () => {
    await opened();
    await atRest();
    const reach = () =>
      session.browser.page.evaluate('window.ways.reach() + document.documentElement.outerHTML.length');
    const without = await reach();
    await pressHonestly();
    assert.equal(await reach(), without);
    assert.match(String(without), /1/);
    await pressHonestly();
    assert.equal(await reach(), without);
    figure('T29', `${name}: places of the window that answer otherwise when the creator is on the list`, 0, 0);
    await session.forget();
  });
}

describe('the star', { concurrency: 2 }, () => {
  for (const browser of BROWSERS) describe(browser, { concurrency: 1 }, () => suite(browser));
});
