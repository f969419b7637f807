/**
 * The part of `./dev bench` in the real browsers: from data in hand to the overlay drawn, of the page's thread for an answer, of
 * our tasks, from the count to the skeleton, of the overlay's drawing, of a long list. Tests count what makes them.
 */
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Row } from '../bench/table.ts';
import { pageRows } from './bench-page.ts';
import { makeHar, NONCE, type PageParts } from './har/make.ts';
import { sampleHar, samples } from './har/samples.ts';
import { BROWSERS, open, wait } from './harness.ts';
import { bigHar, costOf, VIAS, WORDS } from './observer/thread.ts';
import { seenBy, witness } from './pages/witness.ts';
import type { PageState } from './replay/browser.ts';
import { visitsOf } from './replay/har.ts';
import type { ReplaySession } from './replay/session.ts';
import { traceTasks } from './replay/tasks.ts';
import { openCard, pageStates, stateOf } from './replay/view.ts';
import { buildExtension, launch, servePages } from './shots/stage.ts';
import { listTimes } from './surfaces/list-times.ts';
import type { BrowserName } from './surfaces/stage.ts';

const RUNS = 9;
const QUICK_RUNS = 2;
const LIMIT_MS = 10_000;

function sampleOf(name: string): (typeof samples)[number] {
  const sample = samples.find((each) => each.name === name);
  if (!sample) throw new Error(`There is no sample ${name}.`);
  return sample;
}

/** When the background has died: not, before the page was opened, or while it waited for its data. */
type Background = 'warm' | 'cold' | 'died meanwhile';

/** A sample's page that asks for its data when told to. */
function waitingPage(name: string): PageParts {
  const parts = sampleOf(name).parts();
  const asks = (parts.asks ?? []).map(({ method, url, post }) => ({ method, url, post }));
  const go = `window.go = async () => { for (const { method, url, post } of ${JSON.stringify(asks)}) await (await fetch(url, post ? { method, body: post.text, headers: { 'Content-Type': post.type } } : {})).text(); };`;
  // The shell's own questions are taken out; its header stays, for the badge stands beside it.
  const document = parts.document
    .replace(/for \(const ask of [^\n]+\n/, '')
    .replace('</body>', () => `<script nonce="${NONCE}">${go}</script></body>`);
  return { ...parts, document };
}

type Timed = PageState & { took?: number };

/** From the last datum in hand to the overlay drawn: of the first answer where the background starts with the page, else of the last. */
async function timed(session: ReplaySession, name: string, background: Background): Promise<number> {
  const { browser } = session;
  const now = async () => stateOf(await pageStates(browser), await browser.address()) as Timed | undefined;
  const drawn =
    background === 'cold' ? await firstDrawn(session, name, now) : await lastDrawn(session, name, background, now);
  if (drawn === undefined) throw new Error('The overlay was not drawn anew.');
  await session.forget();
  return drawn;
}

type Now = () => Promise<Timed | undefined>;

/** The page asks for its data by itself, as soon as it is there. */
async function firstDrawn(session: ReplaySession, name: string, now: Now): Promise<number | undefined> {
  const [visit] = visitsOf(sampleHar(sampleOf(name)), 'bench.har');
  if (!visit) throw new Error('the sample has no page');
  await session.browser.endBackground();
  await session.enter(visit);
  for (const began = Date.now(); Date.now() - began < LIMIT_MS; await wait(15)) {
    const took = (await now())?.took;
    if (took !== undefined) return took;
  }
  return undefined;
}

async function lastDrawn(
  session: ReplaySession,
  name: string,
  background: Background,
  now: Now,
): Promise<number | undefined> {
  await session.replay(visitsOf(makeHar([waitingPage(name)]), 'bench.har'));
  const before = (await now())?.seq ?? 0;
  if (background !== 'warm') await session.browser.endBackground();
  await wait(500); // what the page's opening left to do
  await session.browser.page.evaluate('window.go()');
  const began = Date.now();
  let last: Timed | undefined;
  for (let same = 0; same < 5 && Date.now() - began < LIMIT_MS; ) {
    await wait(200);
    const state = await now();
    const settled = state !== undefined && state.seq > before && state.took !== undefined && state.took === last?.took;
    same = settled ? same + 1 : 0;
    last = state;
  }
  return last && last.seq > before ? last.took : undefined;
}

const ms = (name: string, values: readonly number[]): Row => ({ name, unit: 'ms', values });

async function* drawnRows(session: ReplaySession, runs: number): AsyncGenerator<Row> {
  for (const name of ['sample-youtube', 'sample-instagram']) {
    for (const state of ['warm', 'cold', 'died meanwhile'] as const) {
      const times: number[] = [];
      for (let run = 0; run < runs; run += 1) times.push(await timed(session, name, state));
      yield ms(`${session.browser.name}, ${name}: data in hand to drawn, ${state}`, times);
    }
  }
}

/** Of each sample: our tasks until the card is open (Chromium), and from the count's frame to the skeleton's. */
async function* sampleRows(session: ReplaySession, runs: number): AsyncGenerator<Row> {
  const { browser } = session;
  for (const sample of samples) {
    const longest: number[] = [];
    const all: number[] = [];
    const late: number[] = [];
    for (let run = 0; run < runs; run += 1) {
      const tasks = browser.name === 'chromium' ? await traceTasks(browser.page) : undefined;
      const unwatch = await witness(browser.page, COUNTS[sample.platform]);
      await session.replay(visitsOf(sampleHar(sample), sample.name));
      await openCard(browser);
      if (tasks) {
        const ours = (await tasks()).map((task) => task.ours);
        longest.push(Math.max(0, ...ours));
        all.push(ours.reduce((sum, took) => sum + took, 0));
      }
      const { rowPainted, hostPainted } = await seenBy(browser.page);
      late.push(hostPainted - rowPainted);
      await unwatch();
      await session.forget();
    }
    if (longest.length > 0) yield ms(`${browser.name}, ${sample.name}: our longest task`, longest);
    if (all.length > 0) yield ms(`${browser.name}, ${sample.name}: all our tasks until the card is open`, all);
    yield ms(`${browser.name}, ${sample.name}: count to skeleton`, late);
  }
}

/** Where each platform prints the count. */
const COUNTS = {
  instagram: 'a[href$="/followers/"]',
  tiktok: '[data-e2e="followers-count"]',
  youtube: 'yt-content-metadata-view-model span',
  x: 'a[href$="_followers"]',
};

/** The overlay alone on a neutral page. */
async function drawingRows(runs: number): Promise<Row[]> {
  const folder = await buildExtension(true);
  const script = readFileSync(join(folder, 'content.js'), 'utf8');
  const neutral = await servePages();
  const browser = await launch('chromium');
  const times: Record<string, number[]> = {};
  try {
    for (let run = 0; run < runs; run += 1) {
      const page = await browser.newPage();
      await page.setBypassCSP(true);
      await page.goto(`${neutral.address}/light/ltr#state=unusual`);
      await page.evaluate(script);
      const measures = await page.evaluate(() =>
        performance.getEntriesByType('measure').map(({ name, duration }) => ({ name, duration })),
      );
      for (const { name, duration } of measures) times[name] = [...(times[name] ?? []), duration];
      await page.close();
    }
  } finally {
    await browser.close();
    neutral.close();
    rmSync(folder, { recursive: true });
  }
  return Object.entries(times).map(([name, values]) => ms(`chromium, the overlay alone: ${name}`, values));
}

/** The list of 500 creators with 50 readings each. */
async function listRows(name: BrowserName, runs: number): Promise<Row[]> {
  const { ready, sort, typing, bytes } = await listTimes(name, runs);
  return [
    ms(`${name}, long list: page ready`, ready),
    ms(`${name}, long list: put in another order`, sort),
    ms(`${name}, long list: a key in a cell`, typing),
    { name: `${name}, long list: all that is on disk`, unit: 'MB', values: [bytes / 1e6] },
  ];
}

/** The page's thread for an answer of 1 MB, CPU time. */
async function* answerRows(runs: number): AsyncGenerator<Row> {
  const session = await open('chromium');
  try {
    await session.replay(visitsOf(bigHar(), 'big.har'));
    for (const via of VIAS) {
      for (const words of WORDS) {
        const { contentScript, all } = await costOf(session.browser.page, via, words, runs);
        yield ms(`chromium, 1 MB by ${via}, ${words}: content script`, contentScript);
        yield ms(`chromium, 1 MB by ${via}, ${words}: with the page's world`, all);
      }
    }
  } finally {
    await session.close();
  }
}

export async function* browserRows(quick: boolean): AsyncGenerator<Row> {
  const runs = quick ? QUICK_RUNS : RUNS;
  for (const browser of BROWSERS) {
    const session = await open(browser, { backgroundIdle: 600_000 });
    try {
      yield* drawnRows(session, runs);
      yield* sampleRows(session, runs);
    } finally {
      await session.close();
    }
  }
  yield* await drawingRows(2 * runs);
  for (const browser of BROWSERS) yield* await listRows(browser, runs);
  yield* answerRows(2 * runs);
  yield* pageRows(BROWSERS, runs, quick);
}
