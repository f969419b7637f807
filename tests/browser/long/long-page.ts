/** A page whose comments come in without end, and how it is for another tab meanwhile. */
import type { Page } from 'puppeteer-core';
import { makeHar, NONCE } from '../har/make.ts';
import { samples } from '../har/samples.ts';
import type { PageState } from '../replay/browser.ts';
import { canonical, type Visit, visitsOf } from '../replay/har.ts';
import type { ReplaySession } from '../replay/session.ts';
import { pageStates } from '../replay/view.ts';
import { steady, until, wait } from '../replay/waiting.ts';

const POST = '7570000000000000101';
export const LONG = `https://www.tiktok.com/@kiln.and.clay/video/${POST}`;
/** Comments of one answer, and the time until the page asks for the next, ms. */
const PER_ANSWER = 100;
const PAUSE = 150;
/** A machine that is slow opens few tabs meanwhile: the end of the page comes slower until there were enough of them. */
const SLOWER_FROM = 0.75;
const SLOW_PAUSE = 1000;
const ENOUGH = 3;
/** A long page is scored seldom: so long without anything new, and all is said, ms. */
const REST = 8000;

/** One answer of the platform's, of comments that no other answer has. */
function answer(index: number): string {
  const comments = Array.from({ length: PER_ANSWER }, (_, place) => {
    const number = index * PER_ANSWER + place;
    return {
      cid: String(7_000_000_000_000_000_000n + BigInt(number)),
      aweme_id: POST,
      create_time: 1_763_500_000 + number,
      text: `This is comment ${number} of a page that does not end, said by somebody`,
      digg_count: number % 9,
      user: { unique_id: `u${number}`, nickname: `Person ${number}` },
    };
  });
  return JSON.stringify({ status_code: 0, comments });
}

function sampleOf(platform: string) {
  const found = samples.find((each) => each.platform === platform);
  if (!found) throw new Error(`There is no sample of ${platform}.`);
  return found.parts();
}

/** The page, and that of another account for the other tab: one visit, whose entries answer both. */
export function longVisit(comments: number): Visit {
  const parts = sampleOf('tiktok');
  const asks = Array.from({ length: Math.ceil(comments / PER_ANSWER) }, (_, index) => ({
    via: 'fetch' as const,
    method: 'GET' as const,
    url: `https://www.tiktok.com/api/comment/list/?aweme_id=${POST}&cursor=${index}`,
    body: answer(index),
  }));
  const script = `window.said = 0; window.long = [];
    new PerformanceObserver((list) => { for (const { duration } of list.getEntries()) window.long.push(duration); }).observe({ type: 'longtask' });
    window.speak = async () => {
      for (const url of ${JSON.stringify(asks.map(({ url }) => url))}) {
        await (await fetch(url)).text();
        window.said += 1;
        const isSlow = window.said > ${asks.length} * ${SLOWER_FROM} && !window.enough;
        await new Promise((done) => setTimeout(done, isSlow ? ${SLOW_PAUSE} : ${PAUSE}));
      }
    };`;
  const document = parts.document.replace('</body>', () => `<script nonce="${NONCE}">${script}</script></body>`);
  const other = { ...sampleOf('instagram'), policy: undefined };
  const har = makeHar([
    { ...parts, url: LONG, document, asks: [...(parts.asks ?? []), ...asks], policy: undefined },
    other,
  ]);
  const [long, next] = visitsOf(har, 'long') as [Visit, Visit];
  return { ...long, entries: [...long.entries, ...next.entries] };
}

export interface LongRun {
  /** Time from the last datum to the answer drawn in the other tab, ms, for each of its visits. */
  others: number[];
  /** Answers of the long page that were still to come when each of them was drawn. */
  ahead: number[];
  /** Tasks of the long page's thread that took more than 50 ms, ms. */
  tasks: number[];
  /** CPU time of all of the browser's processes meanwhile, s. */
  cpu: number;
  /** What the long page's visit has come to. */
  state: PageState;
}

export const stateAt = async ({ browser }: ReplaySession, url: string) =>
  Object.values(await pageStates(browser)).find(({ address }) => canonical(address) === canonical(url));

/** CPU time of all processes, s. Chromium alone tells. */
async function cpuOf(page: Page): Promise<number> {
  const session = await page.browser().target().createCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  return processInfo.reduce((sum, { cpuTime }) => sum + cpuTime, 0);
}

/** Runs the long page in a session of Chromium, and opens the other one again and again beside it. */
export async function runLong(session: ReplaySession, comments: number): Promise<LongRun> {
  const { page } = session.browser;
  const other = sampleOf('instagram').url;
  await session.enter(longVisit(comments));
  await page.waitForFunction('window.speak !== undefined');
  await until('the long page is known', async () => (await stateAt(session, LONG))?.report);
  const before = await cpuOf(page);
  const left = async () => Math.ceil(comments / PER_ANSWER) - Number(await page.evaluate('window.said'));
  const spoken = page.evaluate('window.speak()');
  const others: number[] = [];
  const ahead: number[] = [];
  while ((await left()) > 0) {
    const tab = await page.browser().newPage();
    await tab.goto(other, { waitUntil: 'domcontentloaded' });
    const { took = Number.NaN } = await until('the other tab is answered', async () => {
      const state = await stateAt(session, other);
      return state?.took !== undefined && state;
    });
    others.push(took);
    ahead.push(await left());
    if (others.length >= ENOUGH) await page.evaluate('window.enough = true');
    await tab.close();
    await until('the other tab is forgotten', async () => (await stateAt(session, other)) === undefined);
    await wait(200);
  }
  await spoken;
  await steady('the long page', async () => (await stateAt(session, LONG))?.seq, REST);
  const state = await until('the long page has its answer', () => stateAt(session, LONG));
  const tasks = (await page.evaluate('window.long')) as number[];
  return { others, ahead, tasks, cpu: (await cpuOf(page)) - before, state };
}
