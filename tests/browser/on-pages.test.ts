/**
 * On the platforms' pages, in both browsers: the badge comes at once, beside the count, and covers and moves nothing;
 * the card opens and closes; the report's own signals mark their posts; the page's document stays its own.
 * Real captures where they lie in ../shared; the project's invented accounts where they don't, which is said.
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { availableParallelism, loadavg } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import type { Report } from '../../extension/.generated/report.ts';
import type { Comment, Snapshot } from '../../extension/.generated/snapshot.ts';
import { CAPTURES, harOf, hasCaptures, recipes } from './har/recipes.ts';
import { sampleHar, samples } from './har/samples.ts';
import { BROWSERS, open, shipped } from './harness.ts';
import { doubtfulHar } from './pages/doubtful.ts';
import {
  besides,
  countBox,
  movedByUs,
  ownDocument,
  seenBy,
  shiftSince,
  textsAround,
  witness,
} from './pages/witness.ts';
import type { BrowserName } from './replay/browser.ts';
import { type Har, type Visit, visitsOf } from './replay/har.ts';
import { ReplaySession } from './replay/session.ts';
import { traceTasks } from './replay/tasks.ts';
import { type Box, badgeOf, bringBadgeToSight, openCard } from './replay/view.ts';
import { ROOT } from './replay.ts';

interface Stop {
  name: string;
  platform: 'instagram' | 'tiktok' | 'youtube' | 'x';
  /** Prints the follower count; typed by hand, apart from the readers. */
  count: string;
}

const STOPS: readonly Stop[] = [
  { name: 'instagram-google', platform: 'instagram', count: 'a[href$="/followers/"]' },
  { name: 'tiktok-illojuan', platform: 'tiktok', count: '[data-e2e="followers-count"]' },
  { name: 'youtube-kurzgesagt-response', platform: 'youtube', count: '.stats:nth-of-type(2) span' },
  { name: 'x-kikobeats', platform: 'x', count: 'a[href$="_followers"]' },
];

/** px between the middles of the badge and the count, upwards or downwards. */
const BESIDE = 44;
/** ms from the frame with the count to the skeleton's. */
const SKELETON = 50;
/** Of our scripts in one task, ms of the processor. */
const TASK = 20;
/** Of the window, px. */
const HEIGHT = 900;

function harFor({ name, platform }: Stop): { har: Har; real: boolean } {
  const recipe = recipes.find((each) => each.name === name);
  if (recipe && hasCaptures(recipe)) return { har: harOf(recipe), real: true };
  const sample = samples.find((each) => each.platform === platform);
  assert.ok(sample, `no sample of ${platform}`);
  return { har: sampleHar(sample), real: false };
}

const messages: Record<string, { message: string }> = JSON.parse(
  readFileSync(join(ROOT, 'extension/public/_locales/en/messages.json'), 'utf8'),
);
/** The signal that a title in the card stands for. */
const titles = new Map(
  Object.entries(messages).flatMap(([key, { message }]) => {
    const id = /^signal_(\w+)_name$/.exec(key)?.[1];
    return id ? [[message, id]] : [];
  }),
);

const wait = (milliseconds: number) => new Promise((done) => setTimeout(done, milliseconds));

interface MarkedSignal {
  ids: string[];
  /** The number in the words of the button. */
  promised: number;
  frames: Box[];
}

/** Gives the focus to each signal's button in the open card, in turn, and reads the frames that it draws. */
async function markEach(session: ReplaySession, report: Report): Promise<MarkedSignal[]> {
  const buttons =
    (await session.browser.inOverlay<number>(`(root) => root.querySelectorAll('button.show').length`)) ?? 0;
  const marked: MarkedSignal[] = [];
  for (let index = 0; index < buttons; index++) {
    const seen = await session.browser.inOverlay<{ title: string; label: string; frames: Box[] }>(`(root) => {
      const button = root.querySelectorAll('button.show')[${index}];
      button.focus({ preventScroll: true });
      return {
        label: button.textContent,
        title: button.closest('li').querySelector('b').textContent,
        frames: [...root.querySelectorAll('.highlights .frame')].map((frame) => {
          const { left, top, width, height } = frame.getBoundingClientRect();
          return { left, top, width, height };
        }),
      };
    }`);
    const signal = report.signals.find(({ id }) => id === titles.get(seen?.title ?? ''));
    assert.ok(seen && signal, `the card's "${seen?.title}" is no signal of the report`);
    marked.push({
      ids: signal.items.map(({ id }) => id),
      promised: Number(/\d+/.exec(seen.label)?.[0]),
      frames: seen.frames,
    });
  }
  return marked;
}

/** Whether the frame stands around a link to one of the items. */
async function framesHold(session: ReplaySession, { ids, frames }: MarkedSignal): Promise<boolean[]> {
  const links = await session.browser.page.evaluate(
    (wanted) =>
      [...document.querySelectorAll('a[href]')].flatMap((link) => {
        const parts = link.getAttribute('href')?.split(/[/?=&#]@?/) ?? [];
        const { left, top, width, height } = link.getBoundingClientRect();
        return wanted.some((id) => parts.includes(id)) && width > 0 ? [{ left, top, width, height }] : [];
      }),
    ids,
  );
  const slack = 8;
  return frames.map((frame) =>
    links.some(
      (link) =>
        frame.left <= link.left + slack &&
        frame.top <= link.top + slack &&
        frame.left + frame.width >= link.left + link.width - slack &&
        frame.top + frame.height >= link.top + link.height - slack,
    ),
  );
}

const missing = STOPS.filter((stop) => !harFor(stop).real).map(({ name }) => name);
test('real captures are there, or their absence is said', (context) => {
  if (missing.length === 0) return;
  const said = `CAPTURES MISSING: ${missing.join(' ')} not in ${CAPTURES}: the project's invented accounts stood in for them.`;
  context.diagnostic(said);
  process.stderr.write(`${said}\n`);
});

// Both browsers at once: a replay mostly waits for silence.
describe('on the pages', { concurrency: 2 }, () => {
  for (const name of BROWSERS) describe(name, { concurrency: 1 }, () => stops(name));
});

function stops(name: BrowserName): void {
  let session: ReplaySession;
  let bare: ReplaySession;
  before(async () => {
    session = await open(name);
    bare = await ReplaySession.open({ browser: name, extension: shipped(name) }, true);
  });
  after(async () => {
    await session?.close();
    await bare?.close();
  });

  for (const stop of STOPS) {
    test(stop.name, async (context) => {
      const visits = visitsOf(harFor(stop).har, stop.name);
      const { page } = session.browser;
      const unwatch = await witness(page, stop.count);
      const unwatchBare = await witness(bare.browser.page, stop.count);
      const first = await timedReplay(session, visits);
      await bringBadgeToSight(session.browser, HEIGHT);
      const report: Report = JSON.parse(first.report);
      assert.ok(report.verdict, first.report);

      const before = await ownDocument(page);
      await badgeStandsBesideTheCount(session, stop);
      await openCard(session.browser);
      assert.equal(await cardIsOpen(session), true, 'the card opens');
      await marksAreRight(session, report);
      await page.keyboard.press('Escape');
      assert.equal(await cardIsOpen(session), false, 'the card closes');
      assert.equal(await ownDocument(page), before, 'the card changed the page');

      const moved = await movedByUs(session);
      assert.ok(moved && moved.of > 20, 'there are elements to measure');
      assert.equal(moved.moved, 0, `${moved.moved} elements of ${moved.of} stand elsewhere because of us`);
      await wait(200);
      assert.equal((await besides(page)).length, 1, 'one host, which came back');

      const shift = await shiftSince(page, ({ host }) => host);
      context.diagnostic(`${first.text}; shift ${shift.toFixed(4)}; ${moved.of} elements`);
      await judgeTimes(session, visits, first, (text) => context.diagnostic(text));

      await bare.replay(visits);
      assert.deepEqual(await besides(bare.browser.page), [], 'the bare browser has no host');
      assert.equal(
        before,
        await ownDocument(bare.browser.page),
        'the document differs from that without the extension',
      );
      await judgeShift({ session, bare, visits }, shift, (text) => context.diagnostic(text));
      await unwatch();
      await unwatchBare();
      await session.forget();
    });
  }

  for (const platform of ['instagram', 'tiktok', 'youtube', 'x']) {
    test(`the report's own signals mark what they speak of: ${platform}`, async (context) => {
      const har = doubtfulHar(platform);
      if (!har) {
        context.diagnostic(`CAPTURES MISSING: no watch page of ${platform}`);
        return;
      }
      const result = await session.replay(visitsOf(har, platform));
      const report: Report = JSON.parse(result.report);
      const { comments = [] }: Snapshot = JSON.parse(result.snapshot ?? '{}');
      // The shells print no comments; the page does it now, as YouTube does when they have come.
      if (platform === 'youtube') await printComments(session, comments);
      await openCard(session.browser);
      const marked = await marksAreRight(session, report);
      context.diagnostic(`${marked} marks`);
      assert.ok(marked > 0, 'nothing is marked');
      await session.forget();
    });
  }
}

interface Times {
  report: string;
  /** From the frame with the count to that with the skeleton, ms. */
  late: number;
  /** Of the longest task of ours, ms; 0 where the browser can't tell. */
  task: number;
  text: string;
}

/** Replays with a watch on the clock. */
async function timedReplay(session: ReplaySession, visits: readonly Visit[]): Promise<Times> {
  const { name, page } = session.browser;
  const tasks = name === 'chromium' ? await traceTasks(page) : undefined;
  const { report } = await session.replay(visits);
  const { row, rowPainted, host, hostPainted } = await seenBy(page);
  const task = Math.max(0, ...((await tasks?.()) ?? []).map(({ ours }) => ours));
  const ms = (time: number) => Math.round(time - row);
  const text = `painted: count ${ms(rowPainted)} ms, skeleton ${ms(hostPainted)} ms (host ${ms(host)} ms) after the count; ${tasks ? `longest task of ours ${task.toFixed(1)} ms` : 'no tasks are told'}`;
  return { report, late: hostPainted - rowPainted, task, text };
}

/** What else the machine does is not ours: times that are too long get two more tries. */
async function judgeTimes(
  session: ReplaySession,
  visits: readonly Visit[],
  first: Times,
  say: (text: string) => void,
): Promise<void> {
  const best = { late: first.late, task: first.task };
  for (let tries = 0; (best.late > SKELETON || best.task > TASK) && tries < 2; tries++) {
    await session.forget();
    const again = await timedReplay(session, visits);
    say(`once more: ${again.text}`);
    best.late = Math.min(best.late, again.late);
    best.task = Math.min(best.task, again.task);
  }
  const [load = 0] = loadavg();
  if ((best.late > SKELETON || best.task > TASK) && load > 2 * availableParallelism()) {
    say(`TIMES NOT JUDGED on a machine with a load of ${load.toFixed(1)}: ${JSON.stringify(best)}`);
    return;
  }
  assert.ok(best.late <= SKELETON, `the skeleton is painted ${best.late} ms after the count`);
  assert.ok(best.task <= TASK, `a task of ours took ${best.task} ms`);
}

/**
 * A page that is painted in pieces shifts by itself, the more so on a busy machine: what comes from us is what is more
 * than in a run without us. Too much gets two more tries.
 */
async function judgeShift(
  { session, bare, visits }: { session: ReplaySession; bare: ReplaySession; visits: readonly Visit[] },
  first: number,
  say: (text: string) => void,
): Promise<void> {
  const alone = () => shiftSince(bare.browser.page, () => 0);
  let most = first - (await alone());
  for (let tries = 0; most > 0.01 && tries < 2; tries++) {
    await session.forget();
    await session.replay(visits);
    await bare.replay(visits);
    const [ours, own] = [await shiftSince(session.browser.page, ({ host }) => host), await alone()];
    say(`once more: shift ${ours.toFixed(4)}, ${own.toFixed(4)} without the extension`);
    most = Math.min(most, ours - own);
  }
  assert.ok(most <= 0.01, `layout shift ${most} more than without the extension`);
}

/** Each signal in the open card marks its own posts, comments and people, as many as it says. @returns how many */
async function marksAreRight(session: ReplaySession, report: Report): Promise<number> {
  let marks = 0;
  for (const signal of await markEach(session, report)) {
    assert.equal(signal.frames.length, signal.promised, 'the button says how many');
    const holds = await framesHold(session, signal);
    assert.deepEqual(
      holds,
      signal.frames.map(() => true),
      'a frame stands around something else',
    );
    marks += holds.length;
  }
  return marks;
}

async function printComments({ browser }: ReplaySession, comments: readonly Comment[]): Promise<void> {
  const rows = comments.map(({ id, author, text }) => ({ id, author, text }));
  await browser.page.evaluate((given) => {
    const place = document.getElementById('mount') as HTMLElement;
    for (const { id, author, text } of given) {
      const row = document.createElement('ytd-comment-view-model');
      const [name, time, words] = ['a', 'a', 'p'].map((tag) => document.createElement(tag)) as [
        HTMLAnchorElement,
        HTMLAnchorElement,
        HTMLElement,
      ];
      name.href = `/@${author}`;
      name.textContent = `@${author}`;
      time.href = `${location.pathname}${location.search}&lc=${id}`;
      time.textContent = ' 2 days ago';
      words.textContent = text ?? '';
      row.style.display = 'block';
      row.append(name, time, words);
      place.append(row);
    }
  }, rows);
  await wait(800);
}

const cardIsOpen = ({ browser }: ReplaySession) =>
  browser.inOverlay<boolean>(`(root) => root.querySelector('.card').matches(':popover-open')`);

async function badgeStandsBesideTheCount(session: ReplaySession, stop: Stop): Promise<void> {
  const badge = await badgeOf(session.browser);
  const count = await countBox(session.browser.page, stop.count);
  assert.ok(badge && count, 'the badge and the count are there');
  const off = Math.abs(badge.top + badge.height / 2 - count.top - count.height / 2);
  assert.ok(off <= BESIDE, `the badge stands ${off} px from the count's line`);
  assert.ok(badge.height <= 26, `the badge is ${badge.height} px high`);
  const covered = await textsAround(session.browser.page, badge);
  assert.deepEqual(covered, [], 'the badge covers words of the page');
}
