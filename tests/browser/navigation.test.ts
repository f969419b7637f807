/**
 * In-app navigations at random, with answers that come up to a second late: in no frame stands a score of one account under
 * the address of another. The long form takes 200 (so does PLUMB_NAVIGATIONS=200), PLUMB_SEED another order of events.
 */
import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';
import { figure, full } from '../threats/figure.ts';
import { BROWSERS, open, planted, wait } from './harness.ts';
import { harOf } from './navigation/app.ts';
import { seeded } from './navigation/random.ts';
import { type Look, RECORDER, TAKE } from './navigation/recorder.ts';
import { ownerOf, type World, worlds } from './navigation/world.ts';
import type { BrowserName } from './replay/browser.ts';
import { type Visit, visitsOf } from './replay/har.ts';
import type { ReplaySession } from './replay/session.ts';

const NAVIGATIONS = Number(process.env.PLUMB_NAVIGATIONS) || full(200, 40);
const SEED = Number(process.env.PLUMB_SEED) || 20261122;
const LONGEST_ANSWER_MS = 1000;
/** Navigations that the page is asked for at once: who drives the browser waits for no answer longer than some minutes. */
const AT_ONCE = 25;

const UNITS: Record<string, number> = { K: 1e3, M: 1e6 };

/** Engagements a post that a badge shows, or those that its views stand for; undefined where it shows neither. */
function drawnNumber(badge: string | null, viewsALike = 1): number | undefined {
  const found = /([\d.,]+)([KM]?)(\/post| views)/.exec(badge ?? '');
  if (!found) return undefined;
  return (
    (Number((found[1] ?? '').replaceAll(',', '')) * (UNITS[found[2] ?? ''] ?? 1)) /
    (found[3] === ' views' ? viewsALike : 1)
  );
}

/** Planted in the background: its answers to pages, too, come late, and not in their order. */
const LATE_ANSWERS = `(() => {
  const { tabs } = globalThis.browser ?? chrome;
  const send = tabs.sendMessage.bind(tabs);
  const random = (${seeded.toString()})(${SEED});
  tabs.sendMessage = (...given) => new Promise((done) => setTimeout(done, random() * ${LONGEST_ANSWER_MS})).then(() => send(...given));
})();`;

/** What is wrong with a look; undefined where nothing is. */
function foreign(world: World, { address, badge, card, printed, beside }: Look): string | undefined {
  const owner = ownerOf(world, address);
  if (!owner) return badge === null && card === null ? undefined : "something is drawn on nobody's page";
  const named = /Estimate for @(\S+)$/.exec(card ?? '')?.[1];
  if (named !== undefined && named !== owner.handle) return `the card says ${named}`;
  const number = drawnNumber(badge, owner.viewsALike);
  if (number === undefined) return undefined;
  if (number < owner.band.low * 0.2 || number > owner.band.high * 1.1) return `the badge says ${number}`;
  if (beside && printed !== null && printed !== owner.handle) return `the badge stands beside ${printed}'s header`;
  return undefined;
}

describe('no score of one account is drawn on another', { concurrency: 2 }, () => {
  for (const browser of BROWSERS) describe(browser, { concurrency: 1 }, () => suite(browser));
});

function suite(browser: BrowserName): void {
  let session: ReplaySession;
  const extension = planted(browser, { contentBefore: RECORDER, background: LATE_ANSWERS });
  const sums = { navigations: 0, frames: 0, scored: 0, named: 0, foreign: 0 };
  const owners = new Set<string | undefined>();
  before(async () => {
    session = await open(browser, { extension });
  });
  after(async () => {
    await session?.close();
    rmSync(extension, { recursive: true, force: true });
  });

  const count = Math.round(NAVIGATIONS / worlds.length);
  for (const [index, world] of worlds.entries()) {
    test(`T19: ${world.platform}, ${count} navigations`, async (context) => {
      const seed = SEED + index;
      context.diagnostic(`seed ${seed}`);
      const late = seeded(seed);
      const { page } = session.browser;
      const [visit] = visitsOf(harOf(world, seed), world.platform);
      await session.enter(visit as Visit);
      await page.waitForFunction('window.drive !== undefined');
      session.holdAnswers(() => wait(late() * LONGEST_ANSWER_MS));
      const moves: string[] = [];
      for (let left = count; left > 0; left -= AT_ONCE)
        moves.push(...((await page.evaluate(`window.drive(${Math.min(left, AT_ONCE)})`)) as string[]));
      const looks: Look[] = JSON.parse(String(await page.evaluate(TAKE)));
      session.holdAnswers(undefined);

      const wrong = looks.flatMap((look) => {
        const why = foreign(world, look);
        return why === undefined ? [] : [`${why}: ${JSON.stringify(look)}`];
      });
      const scored = looks.filter(({ badge }) => drawnNumber(badge) !== undefined);
      const named = looks.filter(({ card }) => /Estimate for/.test(card ?? ''));
      const frames = (list: Look[]) => list.reduce((sum, look) => sum + look.frames, 0);
      sums.navigations += count;
      sums.frames += frames(looks);
      sums.scored += frames(scored);
      sums.named += frames(named);
      sums.foreign += wrong.length;
      assert.deepEqual(wrong.slice(0, 5), [], `seed ${seed}; what was done:\n${moves.join('\n')}`);
      for (const { address } of scored) owners.add(ownerOf(world, address)?.handle);
      await session.forget();
    });
  }

  test('T19: frames', (context) => {
    context.diagnostic(
      `${browser}, seed ${SEED}: ${sums.navigations} navigations, ${sums.frames} frames, ${sums.scored} with a score of ${owners.size} accounts, ${sums.named} with a named card, ${sums.foreign} foreign`,
    );
    assert.equal(sums.foreign, 0);
    // A test in which little is drawn would show little.
    assert.ok(owners.size >= worlds.length && sums.named > 0, 'scores were drawn, and cards were open');
    figure(
      'T19',
      `${browser}: foreign frames in ${sums.navigations} navigations`,
      `${sums.foreign} of ${sums.frames}`,
      0,
    );
  });
}
