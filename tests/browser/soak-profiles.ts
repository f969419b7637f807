/**
 * `./dev soak --profiles`: one tab of Chromium opens one invented profile after another, as a person does in a day of
 * vetting, and what the background still holds of the first is measured: its heap after the garbage is collected, with as
 * many profiles behind it as FIRST and as were asked for.
 * Usage: node tests/browser/soak-profiles.ts [--profiles N]
 */
import { parseArgs } from 'node:util';
import type { CDPSession } from 'puppeteer-core';
import { neighbourOnX } from './har/accounts/x.ts';
import { makeHar } from './har/make.ts';
import { open, until } from './harness.ts';
import { visitsOf } from './replay/har.ts';
import type { ReplaySession } from './replay/session.ts';
import { pageStates, stateOf } from './replay/view.ts';

/** Enough that all that is made once has been made. */
const FIRST = 100;
/** What the profiles after the first may leave behind, bytes. */
const MOST = 2e6;

const { values } = parseArgs({ options: { profiles: { type: 'string', default: '1000' } } });
const profiles = Number(values.profiles);
if (!Number.isSafeInteger(profiles) || profiles <= FIRST)
  throw new Error(`--profiles ${values.profiles}: a number above ${FIRST}`);

/** One session for all: it fails where the background has ended, since what a new one holds says nothing. */
async function backgroundOf({ browser: { page } }: ReplaySession): Promise<CDPSession> {
  const worker = await page.browser().waitForTarget((target) => target.type() === 'service_worker');
  return worker.createCDPSession();
}

async function heapOf(background: CDPSession): Promise<number> {
  // What the first round makes free may hold more of it.
  for (let round = 0; round < 3; round += 1) await background.send('HeapProfiler.collectGarbage');
  return (await background.send('Runtime.getHeapUsage')).usedSize;
}

async function openProfile(session: ReplaySession, index: number): Promise<void> {
  const page = neighbourOnX(index);
  const [visit] = visitsOf(makeHar([page]), page.url);
  if (!visit) throw new Error(`no visit of ${page.url}`);
  await session.enter(visit);
  await until(`${page.url} is scored`, async () => {
    const state = stateOf(await pageStates(session.browser, true), page.url);
    return state !== undefined && 'report' in state;
  });
}

const kB = (bytes: number) => `${Math.round(bytes / 1000)} kB`;
const session = await open('chromium');
try {
  const began = Date.now();
  await openProfile(session, 1);
  const background = await backgroundOf(session);
  let first = 0;
  for (let index = 2; index <= profiles; index += 1) {
    await openProfile(session, index);
    if (index === FIRST) first = await heapOf(background);
    if (index % 10 === 0)
      process.stderr.write(`\r${index} of ${profiles} profiles, ${Math.round((Date.now() - began) / 1000)} s `);
  }
  const more = (await heapOf(background)) - first;
  process.stderr.write('\n');
  process.stdout.write(
    `${profiles} profiles: the background's heap is ${kB(first)} after ${FIRST}, ${kB(more)} more at the end (at most ${kB(MOST)})\n`,
  );
  if (more > MOST) process.exitCode = 1;
} finally {
  await session.close();
}
