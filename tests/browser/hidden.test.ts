/**
 * A page that hides what we have drawn: each way to do it is told by the toolbar button, and popup and side panel then
 * hold the answer; what pages do without meaning harm is never told. A page that fights us wins, at no cost, and that is told.
 */
import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';
import { figure } from '../threats/figure.ts';
import { makeHar, NONCE, type PageParts } from './har/make.ts';
import { samples } from './har/samples.ts';
import { BROWSERS, goOwn, open, own, until, wait } from './harness.ts';
import { withQuickLooks } from './hidden/looks.ts';
import { FAKE_NUMBER, INNOCENT, MOVES, SET_UP, WAYS } from './hidden/ways.ts';
import { ourTime, traced } from './observer/thread.ts';
import type { BrowserName } from './replay/browser.ts';
import { type Visit, visitsOf } from './replay/har.ts';
import type { ReplaySession } from './replay/session.ts';

/** The first sample's page with a script that knows the ways, and may style its document. */
function visits(script = SET_UP): Visit[] {
  const [first] = samples;
  assert.ok(first);
  const parts: PageParts = { ...first.parts(), policy: undefined };
  const document = parts.document.replace('</body>', () => `<script nonce="${NONCE}">${script}</script></body>`);
  assert.notEqual(document, parts.document);
  return visitsOf(makeHar([{ ...parts, document }]), 'hidden');
}

interface Toolbar {
  tab: number;
  badge: string;
  title: string;
}

/** What the toolbar button says of the replayed tab. */
function toolbar(session: ReplaySession): Promise<Toolbar> {
  const address = JSON.stringify(session.browser.page.url());
  return own(
    session,
    `(async () => {
      const kept = Object.entries(await api.storage.session.get());
      const [key] = kept.find(([key, { address }]) => key.startsWith('page:') && address === ${address});
      const tabId = Number(key.slice(5));
      const [badge, title] = await Promise.all([api.action.getBadgeText({ tabId }), api.action.getTitle({ tabId })]);
      return { tab: tabId, badge, title };
    })()`,
  );
}

const isHidden = ({ badge, title }: Toolbar) => badge === '≈' && /this page hides the answer/.test(title);
const isRemoved = ({ badge, title }: Toolbar) => badge === '≈' && /this page removes the badge/.test(title);
async function assertNothingTold(session: ReplaySession, when: string): Promise<void> {
  const { badge, title } = await toolbar(session);
  assert.equal(badge, '', `${when}: ${title}`);
}

/** Several quick looks, and one word of the browser's own, ms. */
const LOOKED = 1200;

/** Longer than the looks are kept up without a sign, ms. */
const RESTED = 7000;

const begin = ({ browser }: ReplaySession, way: string) =>
  browser.page.evaluate(`window.ways.begin(${JSON.stringify(way)})`);
const end = ({ browser }: ReplaySession) => browser.page.evaluate('window.ways.end()');

/** What popup and side panel say of a tab, each in a tab of its own. */
async function saysOwn(session: ReplaySession, path: string, tab: number): Promise<string> {
  const { control, page } = session.browser;
  assert.ok(control);
  const before = String(await control.evaluate('location.href'));
  await goOwn(control, `/${path}?tab=${tab}`);
  const text = await until(`${path} has the answer`, async () => {
    const shown = String(await control.evaluate('document.body?.innerText').catch(() => ''));
    return /From \d+ posts?/.test(shown) && shown;
  });
  await goOwn(control, before);
  await page.bringToFront();
  return text;
}

function suite(name: BrowserName): void {
  let session: ReplaySession;
  const extension = withQuickLooks(name);
  before(async () => {
    session = await open(name, { extension });
  });
  after(async () => {
    await session?.close();
    rmSync(extension, { recursive: true, force: true });
  });

  test('T8: each way to hide the answer is told, and no longer told when it ends', async (context) => {
    await session.replay(visits());
    await session.browser.page.bringToFront();
    for (const way of Object.keys(WAYS)) {
      await assertNothingTold(session, `before ${way}`);
      await begin(session, way);
      await until(`it is told: ${way}`, async () => isHidden(await toolbar(session)));
      await end(session);
      await until(`it is told no longer: ${way}`, async () => (await toolbar(session)).badge === '');
    }
    // Nothing has happened for so long that looks are seldom; in Firefox nothing but a look can tell of a rule.
    await wait(RESTED);
    await begin(session, 'a rule that no element holds');
    await until('it is told after a rest', async () => isHidden(await toolbar(session)));
    context.diagnostic(`${name}: ${Object.keys(WAYS).length} ways told of ${Object.keys(WAYS).length}`);
    figure(
      'T8',
      `${name}: ways to hide the answer that are told`,
      `${Object.keys(WAYS).length} of ${Object.keys(WAYS).length}`,
      'all',
    );
    await session.forget();
  });

  test('T26: a counterfeit in the place of ours is told by toolbar, popup and side panel, which have the answer', async () => {
    await session.replay(visits());
    await session.browser.page.bringToFront();
    await begin(session, 'a counterfeit over the badge');
    await until('it is told', async () => isHidden(await toolbar(session)));
    assert.ok(
      await session.browser.page.evaluate(`document.documentElement.innerText.includes('${FAKE_NUMBER}')`),
      'it stands',
    );
    const { tab } = await toolbar(session);
    for (const path of ['popup.html', 'sidepanel.html']) {
      const text = await saysOwn(session, path, tab);
      assert.match(text, /This page hides what Plumb draws on it/, path);
      assert.ok(!text.includes('Card on the page'), 'no button that would do nothing');
      assert.ok(!text.includes(FAKE_NUMBER), path);
    }
    figure('T26', `${name}: a counterfeit over ours: toolbar, popup and panel that say so`, '3 of 3', 'all');
    await session.forget();
  });

  test('T8: what pages do without meaning harm is never told', async (context) => {
    await session.replay(visits());
    await session.browser.page.bringToFront();
    for (const way of Object.keys(INNOCENT)) {
      await begin(session, way);
      for (const began = Date.now(); Date.now() - began < LOOKED; await wait(100))
        await assertNothingTold(session, way);
      await end(session);
    }
    context.diagnostic(`${name}: 0 alarms in ${Object.keys(INNOCENT).length} innocent situations`);
    figure('T8', `${name}: alarms in innocent situations`, `0 of ${Object.keys(INNOCENT).length}`, 0);
    await session.forget();
  });

  test('T8: what is moved into a hidden place comes back; where it is moved each time, that is told', async () => {
    const moves = Object.keys(MOVES);
    for (const begun of [0, 3]) {
      await session.replay(visits());
      await session.browser.page.bringToFront();
      for (const move of moves.slice(begun, begun + 3)) {
        await begin(session, move);
        await until(`it is back: ${move}`, () => session.browser.page.evaluate('window.ways.stands()'));
        await assertNothingTold(session, move);
      }
      await begin(session, moves[begun] as string);
      await until(`it is told: ${moves[begun]}`, async () => isRemoved(await toolbar(session)));
      await session.forget();
    }
    figure(
      'T8',
      `${name}: moves into a hidden place that are undone, or told`,
      `${moves.length} of ${moves.length}`,
      'all',
    );
  });
}

/** Removes whatever is added beside head and body, at once and for ever, and does it a thousand times a second by itself. */
const FIGHT = `
  const keep = new Set(document.documentElement.children);
  window.fight = { removed: 0, turns: 0 };
  const clear = () => { for (const child of [...document.documentElement.children]) if (!keep.has(child)) { child.remove(); window.fight.removed += 1; } };
  new MutationObserver(clear).observe(document.documentElement, { childList: true });
  const { port1, port2 } = new MessageChannel();
  let last = 0;
  port1.onmessage = () => { if (performance.now() - last >= 1) { last = performance.now(); window.fight.turns += 1; clear(); } port2.postMessage(0); };
  port2.postMessage(0);`;
/** Calls of ours that may still come in a second, of a page that does thousands of turns. */
const LOOKS = 20;
/** Turns of the page that are looked at: about five seconds of a quiet machine. */
const TURNS = 5000;

describe('a hidden answer', { concurrency: 2 }, () => {
  for (const name of BROWSERS) describe(name, { concurrency: 1 }, () => suite(name));
});

describe('a page that fights us', { concurrency: 2 }, () => {
  for (const name of BROWSERS)
    test(`T8: wins, at no cost, and it is told: ${name}`, async (context) => {
      const session = await open(name);
      try {
        await session.replay(visits(FIGHT));
        const { page } = session.browser;
        await page.bringToFront();
        await until('it is told', async () => isRemoved(await toolbar(session)));
        const fight = () => page.evaluate('window.fight') as Promise<{ removed: number; turns: number }>;
        const begun = await fight();
        assert.ok(begun.removed <= 4, `it was put back ${begun.removed - 1} times`);
        if (name === 'firefox') return wait(1000);
        const began = Date.now();
        // As long as the page needs for its turns, however little of the machine it gets.
        const ours = ourTime(
          await traced(page, () =>
            until('the page has fought on', async () => (await fight()).turns >= begun.turns + TURNS),
          ),
        );
        const turns = (await fight()).turns - begun.turns;
        const share = (100 * ours.ms) / (Date.now() - began);
        context.diagnostic(
          `${turns} turns of the page; ours: ${ours.calls} calls, ${share.toFixed(3)} % of the thread`,
        );
        // What is left are looks by the clock: none answers a turn of the page.
        const looks = (LOOKS * (Date.now() - began)) / 1000;
        assert.ok(ours.calls < Math.min(turns, looks), `${ours.calls} calls of ours`);
        assert.equal((await fight()).removed, begun.removed, 'nothing more was put back');
        figure('T8', 'a page that removes us 1,000 times a second: of its thread', `${share.toFixed(3)} %`, '< 1 %');
      } finally {
        await session.close();
      }
    });
});
