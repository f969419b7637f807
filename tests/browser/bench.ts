/** Time from data in hand to overlay drawn, in the real browsers, with a warm and a cold background. */
import { parseArgs } from 'node:util';
import { makeHar, NONCE, type PageParts } from './har/make.ts';
import { samples } from './har/samples.ts';
import { BROWSERS, open } from './harness.ts';
import { bigHar, costOf } from './observer/thread.ts';
import type { PageState } from './replay/browser.ts';
import { visitsOf } from './replay/har.ts';
import type { ReplaySession } from './replay/session.ts';
import { pageStates, stateOf } from './replay/view.ts';

const RUNS = 5;
const LIMIT_MS = 10_000;

const wait = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

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

const middle = (values: number[]) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

const { values } = parseArgs({
  options: { runs: { type: 'string', default: String(RUNS) }, help: { type: 'boolean', short: 'h', default: false } },
});
if (values.help) {
  process.stdout.write(
    'Usage: node tests/browser/bench.ts [--runs N]\n\nPrints the time from data in hand to overlay drawn, in both browsers, and what an answer of 1 MB costs the page, in ms.\n',
  );
  process.exit(0);
}
const runs = Math.max(1, Math.min(50, Number(values.runs) || RUNS));
process.stdout.write('data in hand → overlay drawn, ms (median, greatest)\n');
for (const browser of BROWSERS) {
  const session = await open(browser, { backgroundIdle: 600_000 });
  try {
    for (const name of ['sample-youtube', 'sample-instagram']) {
      const page = waitingPage(name);
      for (const cold of [false, true]) {
        const times: number[] = [];
        for (let run = 0; run < runs; run += 1) times.push(await timed(session, page, cold));
        process.stdout.write(
          `  ${browser.padEnd(9)} ${name.padEnd(17)} background ${cold ? 'cold' : 'warm'}  ${middle(times).toFixed(0).padStart(5)} ${Math.max(
            ...times,
          )
            .toFixed(0)
            .padStart(5)}   (${runs} runs)\n`,
        );
      }
    }
  } finally {
    await session.close();
  }
}
process.stdout.write(
  "the page's thread for an answer of 1 MB, ms of CPU time (page's world, content script, together)\n",
);
const session = await open('chromium');
try {
  await session.replay(visitsOf(bigHar(), 'big.har'));
  for (const via of ['fetch', 'xhr'] as const) {
    for (const words of ['ascii', 'unicode'] as const) {
      const { contentScript, all } = await costOf(session.browser.page, via, words, 2 * runs);
      const figures = [all - contentScript, contentScript, all]
        .map((figure) => figure.toFixed(1).padStart(5))
        .join(' ');
      process.stdout.write(`  chromium  ${via.padEnd(5)} ${words.padEnd(12)} ${figures}\n`);
    }
  }
} finally {
  await session.close();
}
process.exit(0);
