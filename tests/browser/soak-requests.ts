/**
 * `./dev soak --requests`: the shipped package used for minutes in each browser, one after the other, and every request
 * counted by who asked: invented profiles are opened, their cards, and all pages of ours about them; then the page is left
 * alone for a while, and what still comes is counted, too. Exit 1 where one request is ours.
 * Usage: node tests/browser/soak-requests.ts [--minutes N] [--browser chromium|firefox]
 */
import { parseArgs } from 'node:util';
import { sampleHar, samples } from './har/samples.ts';
import { BROWSERS, goOwn, open, own, wait } from './harness.ts';
import type { BrowserName } from './replay/browser.ts';
import type { RequestLine } from './replay/evidence.ts';
import { visitsOf } from './replay/har.ts';
import type { ReplaySession } from './replay/session.ts';
import { openCard } from './replay/view.ts';

const { values } = parseArgs({ options: { minutes: { type: 'string', default: '10' }, browser: { type: 'string' } } });
const minutes = Number(values.minutes);
if (!(minutes > 0)) throw new Error(`--minutes ${values.minutes}: a number above 0`);
const browsers = BROWSERS.filter((name) => values.browser === undefined || name === values.browser);
if (browsers.length === 0) throw new Error(`--browser ${values.browser}: ${BROWSERS.join(' or ')}`);

/** How long a page is left alone, ms. */
const ALONE = 20_000;
/** Those of a tab are told which. */
const OF_A_TAB = ['popup.html', 'sidepanel.html', 'page-report.html'];
const OTHERS = ['list.html', 'options.html', 'about.html', 'welcome.html', 'report.html'];

interface Sum {
  visits: number;
  pages: number;
  requests: Record<RequestLine['initiator'], number>;
  ours: string[];
}

async function openOwnPages(session: ReplaySession): Promise<number> {
  const { control } = session.browser;
  if (!control) throw new Error('the browser has no page of the extension');
  // Asked of the page: Firefox's driver goes on saying about:blank of it.
  const before = await control.evaluate(() => location.pathname);
  const tab = await own<number>(
    session,
    `api.storage.session.get().then((all) => Number(Object.keys(all).find((key) => key.startsWith('page:')).slice(5)))`,
  );
  const pages = [...OF_A_TAB.map((page) => `/${page}?tab=${tab}`), ...OTHERS.map((page) => `/${page}`)];
  for (const page of pages) await goOwn(control, page);
  await goOwn(control, before);
  return pages.length;
}

/** What was asked since the last replay ended: no page of these asks for anything by itself. */
async function lateOf({ browser, arrivals }: ReplaySession, before: number): Promise<string[]> {
  await browser.collect();
  const seen = browser.sightings.filter(({ by }) => by === 'extension').map(({ url }) => url);
  const own = (url: string, method: string) =>
    browser.ownTraffic.some(
      ({ host, method: asked }) => host === new URL(url).host && [asked, 'CONNECT'].includes(method),
    );
  const come = arrivals.slice(before).filter(({ url, method }) => !own(url, method));
  return [...new Set([...seen, ...come.map(({ url, method }) => `${method} ${url}`)])];
}

async function soak(name: BrowserName): Promise<Sum> {
  const sum: Sum = { visits: 0, pages: 0, requests: { page: 0, browser: 0, extension: 0 }, ours: [] };
  const session = await open(name);
  const began = Date.now();
  try {
    while (Date.now() - began < minutes * 60_000) {
      const sample = samples[sum.visits % samples.length] as (typeof samples)[number];
      const { requests } = await session.replay(visitsOf(sampleHar(sample), sample.name));
      for (const { initiator, url } of requests) {
        sum.requests[initiator] += 1;
        if (initiator === 'extension') sum.ours.push(url);
      }
      const before = session.arrivals.length;
      session.browser.sightings.length = 0;
      if (!(await openCard(session.browser))) throw new Error(`${sample.name} has no badge to press`);
      sum.pages += await openOwnPages(session);
      await wait(ALONE);
      sum.ours.push(...(await lateOf(session, before)));
      sum.visits += 1;
      process.stderr.write(`\r${name}: ${Math.round((Date.now() - began) / 1000)} s, ${sum.visits} visits `);
      // Half of the time the account is known from before, and the extension has something to forget.
      if (sum.visits % (2 * samples.length) === 0) await session.forget();
    }
  } finally {
    await session.close();
    process.stderr.write('\n');
  }
  return sum;
}

for (const name of browsers) {
  const { visits, pages, requests, ours } = await soak(name);
  process.stdout.write(
    `${name}: ${minutes} minutes, ${visits} profiles, ${pages} pages of ours; requests: ${requests.page} of the pages, ${requests.browser} of the browser, ${ours.length} of ours\n`,
  );
  for (const url of ours) process.stdout.write(`  ${url}\n`);
  if (ours.length > 0) process.exitCode = 1;
}
