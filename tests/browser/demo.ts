/** `./dev demo`: Plumb on an invented profile in a real browser, or on a live page. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { sampleHar, samples } from './har/samples.ts';
import type { BrowserName, ReplayBrowser } from './replay/browser.ts';
import { visitsOf } from './replay/har.ts';
import { isRefusal, ReplaySession, startBrowser } from './replay/session.ts';
import { pageStates, stateOf, takePicture } from './replay/view.ts';
import { builtExtension, ROOT } from './replay.ts';

const HELP = `Usage: ./dev demo [--browser chromium|firefox] [--headed] [ADDRESS]

Opens a bundled sample profile (invented) at a platform's real address, served on loopback, in a real browser with
the built extension; waits for the overlay, opens the card, prints the report and leaves pictures in out/demo.

  --browser NAME   chromium (default) or firefox
  --headed         shows the browser and leaves it open until you close it
  ADDRESS          opens that live page instead, over the network; nothing is served on loopback then
`;

const OUT = join(ROOT, 'out/demo');
const LIVE_LIMIT_MS = 40_000;
const [WIDTH, HEIGHT] = [1280, 900];

const say = (line: string) => process.stdout.write(`${line}\n`);
const wait = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

function keep(name: string, content: string | Uint8Array): void {
  const file = join(OUT, name);
  writeFileSync(file, content);
  say(`  ${file}`);
}

/** The report in words, by the command line tool, from the snapshot that the extension made. */
function printReport(snapshot: string | null, report: string): void {
  if (snapshot === null || isRefusal(report)) {
    say(`\nNo estimate: ${JSON.parse(report).error?.message ?? report}`);
    return;
  }
  keep('snapshot.json', `${snapshot}\n`);
  keep('report.json', `${report}\n`);
  const tool = join(ROOT, 'build/native/plumb');
  if (existsSync(tool)) say(`\n${execFileSync(tool, ['show', join(OUT, 'snapshot.json')], { encoding: 'utf8' })}`);
}

function untilClosed(browser: ReplayBrowser): Promise<void> {
  say('The browser stays open; close it to end.');
  return new Promise((resolve) => browser.page.browser().once('disconnected', () => resolve()));
}

async function bundled(browser: BrowserName, headed: boolean): Promise<void> {
  const [sample] = samples;
  if (!sample) throw new Error('There is no sample profile.');
  for (const dark of headed ? [false] : [false, true]) {
    const scheme = dark ? 'dark' : 'light';
    const options = { browser, extension: builtExtension(browser), width: WIDTH, height: HEIGHT, dark, headed };
    const session = await ReplaySession.open({ ...options, progress: say });
    const result = await session.replay(visitsOf(sampleHar(sample), sample.name), 'badge');
    if (!result.overlay || !result.picture)
      throw new Error(`The overlay was not drawn; the report says: ${result.report}`);
    say(`${browser}: the overlay stands on ${result.address} (${scheme}); pictures:`);
    keep(`${browser}-badge-${scheme}.png`, result.picture);
    keep(`${browser}-card-${scheme}.png`, await takePicture(session.browser, HEIGHT, true));
    if (!dark) printReport(result.snapshot, result.report);
    const ours = result.requests.filter(({ initiator }) => initiator === 'extension').length;
    if (!dark) say(`Requests: ${result.requests.length} arrived, ${ours} of them from the extension.`);
    if (headed) await untilClosed(session.browser);
    await session.close().catch(() => undefined);
  }
}

async function live(browser: BrowserName, address: string, headed: boolean): Promise<void> {
  const opened = await startBrowser(browser, {
    extension: builtExtension(browser),
    width: WIDTH,
    height: HEIGHT,
    dark: false,
    headed,
  });
  try {
    say(`${browser}: opening ${address} over the network`);
    await opened.navigate(address);
    const began = Date.now();
    let state: Awaited<ReturnType<typeof stateNow>>;
    const stateNow = async () => stateOf(await pageStates(opened), await opened.address());
    do {
      await wait(500);
      state = await stateNow();
    } while (!state?.report && Date.now() - began < LIVE_LIMIT_MS);
    if (!state?.report)
      throw new Error(
        `Nothing was read within ${LIVE_LIMIT_MS / 1000} s: is the network there, and is this a profile?`,
      );
    keep(`${browser}-live-badge.png`, await takePicture(opened, HEIGHT, false));
    keep(`${browser}-live-card.png`, await takePicture(opened, HEIGHT, true));
    printReport(state.snapshot, state.report);
    if (headed) await untilClosed(opened);
  } finally {
    await opened.close().catch(() => undefined);
  }
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      browser: { type: 'string', default: 'chromium' },
      headed: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (values.help) {
    process.stdout.write(HELP);
    return;
  }
  const { browser } = values;
  if (browser !== 'chromium' && browser !== 'firefox') throw new Error('--browser wants chromium or firefox.');
  if (values.headed && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY)
    throw new Error('--headed needs a display.');
  const [address] = positionals;
  if (address !== undefined && !/^https?:\/\//.test(address)) throw new Error('The address must begin with https://');
  rmSync(OUT, { recursive: true, force: true });
  mkdirSync(OUT, { recursive: true });
  if (address === undefined) await bundled(browser, values.headed);
  else await live(browser, address, values.headed);
}

try {
  await main();
  process.exit(0);
} catch (error) {
  process.stderr.write(`demo: ${(error as Error).message}\n`);
  process.exit(1);
}
