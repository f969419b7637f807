/**
 * The observer in the page's world: the page's requests and answers stay as they are, only listed answers are read, and
 * the page's thread is hardly used: what takes it is counted here, the times stand in `./dev bench`.
 */
import assert from 'node:assert/strict';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { sampleHar, samples } from './har/samples.ts';
import { BROWSERS, open, planted, shipped, until } from './harness.ts';
import { forcedLayouts } from './observer/forced.ts';
import { LISTED, RUN_TRIES, triesHar, UNLISTED } from './observer/page.ts';
import { takePieces, watchPieces } from './observer/pieces.ts';
import { bigHar, VIAS, WORDS } from './observer/thread.ts';
import { takeWork, type Work, watchWork } from './observer/work.ts';
import type { BrowserName } from './replay/browser.ts';
import { type Visit, visitsOf } from './replay/har.ts';
import { ReplaySession } from './replay/session.ts';
import { openCard } from './replay/view.ts';

const OBSERVER = 'content-scripts/observer.js';
const MOST_GZ = 3 * 1024;

interface Tried {
  seen: Record<string, unknown>;
  /** As JSON: method, address, headers and body, in order. */
  asked: string[];
}

/** Runs the tries in a session. */
async function tried(session: ReplaySession): Promise<Tried> {
  const [visit] = visitsOf(triesHar(), 'tries') as [Visit];
  await session.enter(visit);
  const { page } = session.browser;
  await page.waitForFunction('window.tries !== undefined');
  // One is never answered; the other tells the page that it has arrived.
  const count = (end: string) => session.arrivals.filter(({ url }) => url.endsWith(end)).length;
  session.holdAnswers(async (_method, url) => {
    if (url.endsWith('?slow')) await new Promise(() => {});
    if (url.endsWith('?arrived')) await until('it arrives', () => count('?slow') >= count('?arrived'));
  });
  const seen = (await page.evaluate(RUN_TRIES)) as Tried['seen'];
  session.holdAnswers(undefined);
  const asked = session.arrivals
    .filter(({ url }) => url.startsWith(new URL(visit.url).origin) && !url.endsWith('?arrived'))
    .map(({ method, url, headers, body }) => JSON.stringify({ method, url, headers, body }))
    // Firefox asks ten times where the connection breaks.
    .filter((request, index, all) => !(request.includes('?broken') && request === all[index - 1]));
  return { seen, asked };
}

describe("the page's requests", { concurrency: 2 }, () => {
  for (const browser of BROWSERS)
    test(`are the same with and without the extension in ${browser}`, async (context) => {
      const runs: Tried[] = [];
      for (const bare of [true, false]) {
        const session = await ReplaySession.open({ browser, extension: shipped(browser) }, bare);
        try {
          runs.push(await tried(session));
        } finally {
          await session.close();
        }
      }
      const [without, withIt] = runs as [Tried, Tried];
      context.diagnostic(`${browser}: ${without.asked.length} requests, ${Object.keys(without.seen).length} tries`);
      assert.ok(without.asked.length > 80, 'the page has asked');
      for (const [name, value] of Object.entries(without.seen)) assert.deepEqual(withIt.seen[name], value, name);
      for (const [index, request] of without.asked.entries()) assert.equal(withIt.asked[index], request);
      assert.equal(withIt.asked.length, without.asked.length);
    });
});

test('the observer is small', (context) => {
  for (const browser of BROWSERS) {
    const size = gzipSync(readFileSync(join(shipped(browser), OBSERVER)), { level: 9 }).length;
    context.diagnostic(`${browser}: ${size} bytes gz`);
    assert.ok(size <= MOST_GZ);
  }
});

/** Planted before the observer, which takes its functions from the page's world: notes which answers to fetch it reads. */
const SPY = `(() => {
  const reads = (window.plumbReads = []);
  for (const name of ['clone', 'text', 'json', 'blob', 'arrayBuffer', 'formData', 'bytes']) {
    const before = Response.prototype[name];
    if (before) Response.prototype[name] = function () { reads.push(this.url); return before.call(this); };
  }
})();
`;

const INSTAGRAM = 'https://www.instagram.com';
const READ = [
  '/graphql/query',
  '/api/graphql',
  '/api/v1/users/web_profile_info/?username=a',
  '/api/v1/feed/user/a/',
  '/api/v1/media/1/comments/',
  '/api/v1/friendships/1/followers/?count=12',
];
const NEVER_READ = [
  '/api/v1/direct_v2/inbox/',
  '/api/v1/web/accounts/login/',
  '/api/v1/feed/timeline/',
  '/api/v1/notifications/badge/',
  '/ajax/bz?__d=dis',
  '/data/manifest.json',
  '/logging?next=/graphql/query',
  '/search?q=%2Fgraphql%2Fquery',
  '/GRAPHQL/query',
  '/i/api/v2/UserTweets',
  '/youtubei/v1/browse',
];
const FOREIGN = [
  'https://instagram.com.evil.example/graphql/query',
  'https://evilinstagram.com/graphql/query',
  'https://evil.example/?https://www.instagram.com/graphql/query',
];

const TURNS = 2;
const WORLDS = ['page', 'content'] as const;

/** What the page and the observer do together with a long answer that is read and one that is not. */
function workFor(browser: BrowserName, via: (typeof VIAS)[number]): Work {
  // It is read in the content script's world.
  if (via === 'xhr') return { 'XMLHttpRequest.responseText': 2 };
  // Firefox hands no bytes from the page's world to a content script.
  const copied: Work = browser === 'chromium' ? { 'Response.blob': 1, 'Response.text': 2 } : { 'Response.text': 2 + 1 };
  return { 'Response.clone': 1, ...copied, 'new CustomEvent': 1 };
}

describe('an answer', { concurrency: 2 }, () => {
  for (const browser of BROWSERS) describe(browser, { concurrency: 1 }, () => answers(browser));
});

function answers(browser: BrowserName): void {
  const folder = planted(browser, { contentBefore: watchWork('content') });
  writeFileSync(join(folder, OBSERVER), SPY + watchWork('page') + readFileSync(join(folder, OBSERVER), 'utf8'));
  let session: ReplaySession;
  before(async () => {
    session = await open(browser, { extension: folder });
  });
  after(async () => {
    await session?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  test('is not read from an address that is not on the list', async () => {
    const urls = [...READ, ...NEVER_READ].map((path) => INSTAGRAM + path).concat(FOREIGN);
    const har = triesHar();
    const [document, answer] = har.log.entries as [(typeof har.log.entries)[number], (typeof har.log.entries)[number]];
    const entries = urls.map((url) => ({
      ...answer,
      request: { ...answer.request, url },
      response: {
        ...answer.response,
        headers: [...(answer.response.headers ?? []), { name: 'access-control-allow-origin', value: '*' }],
      },
    }));
    const [visit] = visitsOf({ log: { ...har.log, entries: [document, ...entries] } }, 'unlisted') as [Visit];
    await session.enter(visit);
    const { page } = session.browser;
    await page.waitForFunction('window.plumbReads !== undefined && document.readyState === "complete"');
    const status = await page.evaluate(async (all: string[]) => {
      const found: number[] = [];
      for (const url of all) {
        found.push((await fetch(url)).status);
        await new Promise((resolve) => {
          const request = new XMLHttpRequest();
          request.open('GET', url);
          request.onloadend = resolve;
          request.send();
        });
      }
      await new Promise((resolve) => setTimeout(resolve, 500));
      return found;
    }, urls);
    assert.deepEqual(new Set(status), new Set([200]));
    const reads = (await page.evaluate('window.plumbReads')) as string[];
    const requests = (await takeWork(page, 'content'))['XMLHttpRequest.responseText'];
    const listed = new Set(READ.map((path) => INSTAGRAM + path));
    assert.deepEqual(new Set(reads.filter((url) => url !== '')), listed, 'the listed ones, and no other');
    assert.equal(requests, READ.length, 'of the requests, too');
  });

  test('of 1 MB is passed on as it came: one copy, and nobody looks through it', async (context) => {
    const { page } = session.browser;
    await session.replay(visitsOf(bigHar(), 'big'));
    for (const via of VIAS)
      for (const words of WORDS) {
        for (const world of WORLDS) await takeWork(page, world);
        const ask = (url: string) =>
          page.evaluate(`window.ask(${JSON.stringify(`${url}?${words}`)}, ${JSON.stringify(via)})`);
        // In turn, so that all that an answer leads to has begun before the last of the next ones has arrived.
        for (let turn = 0; turn < TURNS; turn += 1) for (const url of [UNLISTED, LISTED]) await ask(url);
        const done: Record<(typeof WORLDS)[number], Work> = { page: {}, content: {} };
        const count = async () => {
          for (const world of WORLDS)
            for (const [name, times] of Object.entries(await takeWork(page, world)))
              done[world][name] = (done[world][name] ?? 0) + times;
        };
        await until('the answers are sent on', async () => {
          await count();
          return (done.content['runtime.sendMessage'] ?? 0) >= TURNS;
        });
        // What the page's world did for the last one may have come between the two looks.
        await count();
        context.diagnostic(`${via}, ${words}: ${JSON.stringify(done)}`);
        const times = (work: Work) =>
          Object.fromEntries(Object.entries(work).map(([name, count]) => [name, count * TURNS]));
        // Each page has read both answers itself.
        assert.deepEqual(done.page, times(workFor(browser, via)), `${via}, ${words}: the page's world`);
        const read: Work = via === 'xhr' ? { 'XMLHttpRequest.responseText': 1 } : {};
        assert.deepEqual(
          done.content,
          times({ ...read, 'runtime.sendMessage': 1 }),
          `${via}, ${words}: the content script`,
        );
      }
  });
}

/** Most that our scripts do in one piece on the samples, about half more than they did when it was written. */
const MOST = { measured: 140, made: 500, read: 800, frames: 1 };
/**
 * Of them the badge's: what is made before anybody has asked for the card. About 70 where each answer is drawn for itself;
 * on a machine that is slow two come at once, and are drawn in one piece.
 */
const MOST_MADE_FOR_BADGE = 110;
/** Boxes of the badge, which is measured once to be placed; the page's own would be hundreds. */
const BADGE_BOXES = 8;
const CARD_BOXES = 500;

/** Frames of a page that rests. */
const AT_REST = 30;
const frames = (count: number) =>
  new Promise<void>((done) => {
    let left = count;
    const next = () => (left-- > 0 ? requestAnimationFrame(next) : done());
    next();
  });

describe("the page's thread in Chromium", () => {
  let session: ReplaySession;
  const folder = planted('chromium', { contentBefore: watchPieces('content') });
  before(async () => {
    session = await open('chromium', { extension: folder });
  });
  after(async () => {
    await session?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  for (const sample of samples)
    test(`we never do the page's layout, nor much in one piece, from the first script to the open card: ${sample.name}`, async (context) => {
      const { browser } = session;
      const { page } = browser;
      const take = () => takePieces(page, 'content');
      const drawn = await forcedLayouts(page, () => session.replay(visitsOf(sampleHar(sample), sample.name)));
      const { most } = await take();
      const opened = await forcedLayouts(page, async () => {
        await openCard(browser);
      });
      const card = await take();
      context.diagnostic(
        `${sample.name}: ${JSON.stringify({ drawn: drawn.forced, opened: opened.forced, most, card: card.most })}`,
      );
      assert.ok(drawn.count > 5 && most.read > 50, 'our scripts have run');
      assert.ok(drawn.forced.length <= 2, 'the badge is measured once, or once more for another state');
      for (const { dirty } of drawn.forced) assert.ok(dirty <= BADGE_BOXES, `${dirty} boxes had to be laid out for us`);
      assert.ok([1, 2].includes(opened.forced.length), 'the card is laid out once, or once more for another answer');
      for (const { dirty, during } of opened.forced) {
        assert.ok(dirty <= CARD_BOXES, `${dirty} boxes were laid out for the card`);
        assert.equal(during, undefined, 'drawing the card and laying it out are two tasks');
      }
      assert.ok(card.most.made > 100, 'the card has nodes');
      assert.ok(most.made <= MOST_MADE_FOR_BADGE, `${most.made} nodes are made for the badge`);
      for (const [name, cap] of Object.entries(MOST))
        for (const seen of [most, card.most])
          assert.ok(seen[name as keyof typeof MOST] <= cap, `${name}: ${JSON.stringify(seen)} in one piece`);
      await page.keyboard.press('Escape');
      // What was still due after the last change comes to its end; work for each frame never does.
      await until('we do nothing on a page that rests', async () => {
        await take();
        await page.evaluate(frames, AT_REST);
        return Object.values((await take()).sum).every((count) => count === 0);
      });
      await session.forget();
    });
});
