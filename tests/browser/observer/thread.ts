/** CPU time of a page's thread in Chromium: it does not grow when the machine is busy with other things, as time by the clock does. */
import type { CDPSession, Page } from 'puppeteer-core';
import { makeHar, NONCE } from '../har/make.ts';
import { samples } from '../har/samples.ts';
import { wait } from '../replay/waiting.ts';
import { LISTED, UNLISTED } from './page.ts';

/** How long after an answer everything has come to rest, ms. */
const REST = 450;
export const WORDS = ['ascii', 'unicode'] as const;
export type Words = (typeof WORDS)[number];
export const VIAS = ['fetch', 'xhr'] as const;

/** A document of 1,000,000 bytes with about 8,000 nodes of nobody's. */
export function bigAnswer(words: Words): string {
  const said = words === 'ascii' ? 'He said "go" & "come"' : 'Er sagte „geh“ & 来て 🙂 "é"';
  const items: object[] = [];
  for (let length = 0; length < 1_000_000; ) {
    const item = { code: `c${items.length}`, caption: { text: `${said}\n${items.length}` }, like_count: items.length };
    items.push(item);
    length += Buffer.byteLength(JSON.stringify(item)) + 1;
  }
  return JSON.stringify({ data: { items } });
}

/** The sample's profile page; its script asks for an answer of 1 MB when told to, and reads it as a page would. */
export function bigHar() {
  const [sample] = samples;
  if (!sample) throw new Error('There is no sample.');
  const parts = sample.parts();
  const asks = [LISTED, UNLISTED].flatMap((url) =>
    WORDS.map((words) => ({
      via: 'fetch' as const,
      method: 'GET' as const,
      url: `${url}?${words}`,
      body: bigAnswer(words),
    })),
  );
  const script = `window.ask = async (url, via) => {
    if (via === 'fetch') return (await (await fetch(url)).text()).length;
    return new Promise((done) => {
      const request = new XMLHttpRequest();
      request.open('GET', url);
      request.onload = () => done(request.responseText.length);
      request.send();
    });
  };`;
  const document = parts.document.replace('</body>', () => `<script nonce="${NONCE}">${script}</script></body>`);
  return makeHar([{ ...parts, document, asks: [...(parts.asks ?? []), ...asks] }]);
}

export interface Cost {
  via: (typeof VIAS)[number];
  words: Words;
  /** CPU time in ms for one answer, of each run: the content script's part, and all of ours together. */
  contentScript: number[];
  all: number[];
}

export interface TraceEvent {
  name: string;
  ph: string;
  pid: number;
  tid: number;
  ts: number;
  dur?: number;
  tdur?: number;
  args: { data?: { type?: string; url?: string }; beginData?: { dirtyObjects?: number } };
}

export async function traced(page: Page, work: () => Promise<unknown>): Promise<TraceEvent[]> {
  await page.tracing.start({
    categories: ['-*', 'devtools.timeline', 'disabled-by-default-devtools.timeline', 'v8.execute'],
  });
  await work();
  const bytes = await page.tracing.stop();
  const { traceEvents } = JSON.parse(new TextDecoder().decode(bytes)) as { traceEvents: TraceEvent[] };
  return traceEvents.filter(({ ph, tdur }) => ph === 'X' && tdur !== undefined);
}

/** Time that our scripts took of a page's thread, ms, and in how many calls. Chromium only. */
export function ourTime(events: readonly TraceEvent[]): { calls: number; ms: number } {
  const calls = events.filter(isOurCall);
  return { calls: calls.length, ms: calls.reduce((sum, { tdur = 0 }) => sum + tdur / 1000, 0) };
}

/** A call of one of our scripts by the browser. */
export const isOurCall = ({ name, args }: TraceEvent) =>
  ['FunctionCall', 'EvaluateScript', 'v8.callFunction'].includes(name) &&
  /^chrome-extension:\/\/[a-p]{32}\/content-scripts\//.test(args.data?.url ?? '');

/** The channel's events have names of four random words. */
const isChannel = ({ name, args }: TraceEvent) =>
  name === 'EventDispatch' && /^[0-9a-z]+(?:-[0-9a-z]+){3}\+?$/.test(args.data?.type ?? '');

async function taskTime(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  return 1000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN);
}

/** What one answer costs: the thread's time with a listed address, less that with one that is not read. */
export async function costOf(page: Page, via: Cost['via'], words: Words, runs: number): Promise<Cost> {
  const session = await page.createCDPSession();
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const ask = async (url: string) => {
    await page.evaluate(`window.ask(${JSON.stringify(`${url}?${words}`)}, ${JSON.stringify(via)})`);
    await wait(REST);
  };
  const timed = async (url: string) => {
    const before = await taskTime(session);
    await ask(url);
    return (await taskTime(session)) - before;
  };
  const differences: number[] = [];
  await ask(LISTED);
  for (let run = 0; run < runs; run += 1) differences.push((await timed(LISTED)) - (await timed(UNLISTED)));
  const dispatched: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    const events = await traced(page, () => ask(LISTED));
    dispatched.push(events.filter(isChannel).reduce((sum, { tdur = 0 }) => sum + tdur / 1000, 0));
  }
  await session.detach();
  return { via, words, contentScript: dispatched, all: differences };
}
