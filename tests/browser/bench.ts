/**
 * Times in the real browsers, printed and judged by nobody: from data in hand to the overlay drawn, of the page's thread for
 * an answer, of our longest task, from the count to the skeleton, of the overlay's drawing, of a long list. Tests count
 * what makes them.
 */
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
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

const RUNS = 5;
const LIMIT_MS = 10_000;

/** A sample's page that asks for its data when told to. */
function waitingPage(name: string): PageParts {
  const sample = samples.find((each) => each.name === name);
  if (!sample) throw new Error(`There is no sample ${name}.`);
  const parts = sample.parts();
  const asks = (parts.asks ?? []).map(({ method, url, post }) => ({ method, url, post }));
  const go = `window.go = async () => { for (const { method, url, post } of ${JSON.stringify(asks)}) await (await fetch(url, post ? { method, body: post.text, headers: { 'Content-Type': post.type } } : {})).text(); };`;
  // The shell's own questions are taken out; its header stays, for the badge stands beside it.
  const document = parts.document
    .replace(/for \(const ask of [^\n]+\n/, '')
    .replace('</body>', () => `<script nonce="${NONCE}">${go}</script></body>`);
  return { ...parts, document };
}

type Timed = PageState & { took?: number };

async function timed(session: ReplaySession, page: PageParts, cold: boolean): Promise<number> {
  const { browser } = session;
  await session.replay(visitsOf(makeHar([page]), 'bench.har'));
  const now = async () => stateOf(await pageStates(browser), await browser.address()) as Timed | undefined;
  const before = (await now())?.seq ?? 0;
  if (cold) {
    await browser.endBackground();
    await wait(500);
  }
  await browser.page.evaluate('window.go()');
  const began = Date.now();
  let last: Timed | undefined;
  for (let same = 0; same < 5 && Date.now() - began < LIMIT_MS; ) {
    await wait(200);
    const state = await now();
    const settled = state !== undefined && state.seq > before && state.took !== undefined && state.took === last?.took;
    same = settled ? same + 1 : 0;
    last = state;
  }
  if (!last || last.seq <= before || last.took === undefined) throw new Error('The overlay was not drawn anew.');
  await session.forget();
  return last.took;
}

/** Median, least and greatest, ms. */
function spread(values: readonly number[]): string {
  const sorted = [...values].sort((a, b) => a - b);
  const picked = [sorted[Math.floor(sorted.length / 2)], sorted[0], sorted.at(-1)];
  return picked.map((value) => (value ?? Number.NaN).toFixed(1).padStart(7)).join(' ');
}

const print = (name: string, values: readonly number[]) =>
  process.stdout.write(`  ${name.padEnd(48)}${spread(values)}   (${values.length} runs)\n`);

/** Of each sample: our longest task until the card is open (Chromium), and from the count's frame to the skeleton's. */
async function pages(session: ReplaySession, runs: number): Promise<void> {
  const { browser } = session;
  for (const sample of samples) {
    const longest: number[] = [];
    const late: number[] = [];
    for (let run = 0; run < runs; run += 1) {
      const tasks = browser.name === 'chromium' ? await traceTasks(browser.page) : undefined;
      const unwatch = await witness(browser.page, COUNTS[sample.platform]);
      await session.replay(visitsOf(sampleHar(sample), sample.name));
      await openCard(browser);
      if (tasks) longest.push(Math.max(0, ...(await tasks()).map(({ ours }) => ours)));
      const { rowPainted, hostPainted } = await seenBy(browser.page);
      late.push(hostPainted - rowPainted);
      await unwatch();
      await session.forget();
    }
    if (longest.length > 0) print(`${browser.name} ${sample.name}: our longest task`, longest);
    print(`${browser.name} ${sample.name}: count to skeleton`, late);
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
async function drawing(runs: number): Promise<void> {
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
  for (const [name, values] of Object.entries(times)) print(`chromium drawing: ${name}`, values);
}

const { values } = parseArgs({
  options: { runs: { type: 'string', default: String(RUNS) }, help: { type: 'boolean', short: 'h', default: false } },
});
if (values.help) {
  process.stdout.write(
    "Usage: node tests/browser/bench.ts [--runs N]\n\nPrints the time from data in hand to the overlay drawn, of our longest task, from the count to the skeleton, of the overlay's\ndrawing, of a list of 500 creators, and what an answer of 1 MB costs the page: median, least and greatest, ms.\n",
  );
  process.exit(0);
}
const runs = Math.max(1, Math.min(50, Number(values.runs) || RUNS));
process.stdout.write(`${' '.repeat(50)} median   least greatest, ms\ndata in hand → overlay drawn\n`);
for (const browser of BROWSERS) {
  const session = await open(browser, { backgroundIdle: 600_000 });
  try {
    for (const name of ['sample-youtube', 'sample-instagram']) {
      const page = waitingPage(name);
      for (const cold of [false, true]) {
        const times: number[] = [];
        for (let run = 0; run < runs; run += 1) times.push(await timed(session, page, cold));
        print(`${browser} ${name}: background ${cold ? 'cold' : 'warm'}`, times);
      }
    }
    process.stdout.write('on the samples\n');
    await pages(session, runs);
  } finally {
    await session.close();
  }
}
process.stdout.write('the overlay alone\n');
await drawing(2 * runs);
process.stdout.write('the list of 500 creators with 50 readings each\n');
for (const browser of BROWSERS) {
  const { ready, sort, typing, bytes } = await listTimes(browser, runs);
  print(`${browser} list: page ready`, ready);
  print(`${browser} list: put in another order`, sort);
  print(`${browser} list: a key in a cell`, typing);
  process.stdout.write(
    `  ${`${browser} list: all that is on disk`.padEnd(48)}${(bytes / 1e6).toFixed(2).padStart(7)} MB\n`,
  );
}
process.stdout.write("the page's thread for an answer of 1 MB, CPU time\n");
const session = await open('chromium');
try {
  await session.replay(visitsOf(bigHar(), 'big.har'));
  for (const via of VIAS) {
    for (const words of WORDS) {
      const { contentScript, all } = await costOf(session.browser.page, via, words, 2 * runs);
      print(`chromium ${via}, ${words}: content script`, contentScript);
      print(`chromium ${via}, ${words}: with the page's world`, all);
    }
  }
} finally {
  await session.close();
}
process.exit(0);
