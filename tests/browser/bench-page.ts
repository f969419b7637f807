/**
 * What Plumb costs the page that it runs on, for `./dev bench`: how much later a click is seen, our tasks while nothing
 * changes, and on pages that are not ours to read.
 */
import { quantile, type Row } from '../bench/table.ts';
import { makeHar } from './har/make.ts';
import { sampleHar, samples } from './har/samples.ts';
import { open, wait } from './harness.ts';
import type { BrowserName } from './replay/browser.ts';
import { visitsOf } from './replay/har.ts';
import type { ReplaySession } from './replay/session.ts';
import { traceTasks } from './replay/tasks.ts';

const CLICKS = 30;
/** How long a page is left alone, ms; and for a quick run. */
const REST = 60_000;
const QUICK_REST = 20_000;

/** From the moment of the press, as the browser tells it, until the frame after it is made. */
const LISTEN = `
  window.delays = [];
  addEventListener('click', (event) => event.preventDefault(), true);
  addEventListener('pointerdown', ({ timeStamp }) => requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => window.delays.push(performance.now() - timeStamp);
    port2.postMessage(0);
  }), true);`;

async function entered(session: ReplaySession): Promise<void> {
  const [sample] = samples as [(typeof samples)[0]];
  await session.replay(visitsOf(sampleHar(sample), sample.name));
  await session.browser.page.evaluate(LISTEN);
}

/** Delays of clicks in the middle of the page, ms. */
async function clicked({ browser: { page } }: ReplaySession): Promise<number[]> {
  await page.bringToFront();
  for (let click = 0; click < CLICKS; click += 1) {
    await page.mouse.click(640, 700);
    await wait(30);
  }
  await wait(300);
  return (await page.evaluate('window.delays.splice(0)')) as number[];
}

/** With and without the extension, taking turns. */
async function clickRow(name: BrowserName, runs: number): Promise<Row> {
  const [plumb, bare] = [await open(name), await open(name, {}, true)];
  try {
    for (const session of [plumb, bare]) await entered(session);
    const added: number[] = [];
    for (let run = 0; run < runs; run += 1) {
      const [more, less] = [await clicked(plumb), await clicked(bare)];
      added.push(quantile(more, 0.95) - quantile(less, 0.95));
    }
    return { name: `${name}: what is added to a click’s delay (its p95)`, unit: 'ms', values: added };
  } finally {
    await Promise.all([plumb.close(), bare.close()]);
  }
}

/**
 * What has just moved is still looked at, and the start of a trace with its profiler interrupts whatever runs for up to 20 ms:
 * both are waited for and not counted, ms.
 */
const SETTLED = 10_000;

async function ours(session: ReplaySession, during: () => Promise<unknown>): Promise<number> {
  const tasks = await traceTasks(session.browser.page);
  await wait(SETTLED);
  const began = Date.now();
  await during();
  const took = Date.now() - began;
  return (await tasks()).filter(({ before }) => before <= took).reduce((sum, task) => sum + task.ours, 0);
}

const FOREIGN =
  '<html lang="en"><head><title>t</title><link rel="icon" href="data:,"></head><body><p>Words.</p></body></html>';

async function* taskRows(quick: boolean): AsyncGenerator<Row> {
  const session = await open('chromium', { quiet: 2000 });
  const rest = quick ? QUICK_REST : REST;
  try {
    await entered(session);
    const resting = await ours(session, () => wait(rest));
    yield {
      name: `chromium: our tasks in ${REST / 1000} s of a page that rests`,
      unit: 'ms',
      values: [(resting * REST) / rest],
    };
    const [visit] = visitsOf(
      makeHar([{ url: 'https://www.example.org/words', at: '2026-11-20T09:00:00Z', document: FOREIGN }]),
      'foreign',
    );
    if (!visit) throw new Error('there is no foreign page');
    // What is left has its own last task.
    await session.browser.page.goto('about:blank');
    await wait(500);
    const foreign = await ours(session, async () => {
      await session.enter(visit);
      await wait(rest / 6);
    });
    yield { name: 'chromium: our tasks on a page of another site', unit: 'ms', values: [foreign] };
  } finally {
    await session.close();
  }
}

export async function* pageRows(browsers: readonly BrowserName[], runs: number, quick: boolean): AsyncGenerator<Row> {
  for (const name of browsers) yield await clickRow(name, runs);
  yield* taskRows(quick);
}
