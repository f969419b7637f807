/** The stage of our own pages: the shipped package in a real browser, with golden reports put into its session memory. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'puppeteer-core';
import { asSettings } from '../../../extension/settings/settings.ts';
import { reportsByState, TRIED } from '../../golden/states.ts';
import { launch } from '../replay/launching.ts';
import { until } from '../replay/waiting.ts';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

// Fixed in Firefox, so that our own pages have a known address.
const UUID = '5d0f6f0e-51ab-4cf4-9d5e-7f1c0a6b2e90';
const GECKO = 'plumb@plumb.example';

export type BrowserName = 'chromium' | 'firefox';
export type Scheme = 'light' | 'dark';

export interface Stage {
  name: BrowserName;
  browser: Browser;
  /** Address of one of our own pages. */
  own(path: string): string;
  /** Opens one in a new tab and waits until it has drawn; `prepare` is called before its document is there. */
  open(
    path: string,
    scheme?: Scheme,
    size?: { width: number; height: number },
    prepare?: (page: Page) => Promise<void>,
    /** Whether it is to go on looking for its report, which is a state of its own. */
    staysBusy?: boolean,
  ): Promise<Page>;
  /** Sets what the person has chosen, all of it: a language, sites switched off. */
  choose(settings: object): Promise<void>;
  /** Puts the golden states into session memory, once more where a test has emptied it. */
  seed(): Promise<void>;
  close(): Promise<void>;
}

const goldenReports = reportsByState(readFileSync(here('../../golden/reports.jsonl'), 'utf8'));
export const goldenNames = [...goldenReports.keys()];
/** @throws where no golden report stands for the state */
export function golden(state: string): string {
  const report = goldenReports.get(state);
  if (report === undefined) throw new Error(`no golden report stands for ${state}`);
  return report;
}

const unanswered = ['reading', 'refusal', 'error', 'nothing'] as const;
const tried = [...unanswered, ...TRIED];
/** A tab number that no real tab has, one for each golden state. */
export const states = [...unanswered, ...goldenNames] as const;
export const tabOf = (state: string) => 900_001 + states.indexOf(state);

const start: Record<BrowserName, (scheme: Scheme) => Promise<Browser>> = {
  chromium: () =>
    launch({
      executablePath: process.env.PLUMB_CHROMIUM ?? '/usr/bin/chromium',
      headless: true,
      enableExtensions: true,
      pipe: true,
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-sync',
        '--hide-scrollbars',
        '--force-color-profile=srgb',
        '--lang=en',
      ],
    }),
  firefox: (scheme) =>
    launch({
      browser: 'firefox',
      executablePath: process.env.PLUMB_FIREFOX ?? '/usr/bin/firefox-esr',
      headless: true,
      args: ['--remote-allow-system-access'],
      extraPrefsFirefox: {
        'extensions.webextensions.uuids': JSON.stringify({ [GECKO]: UUID }),
        'layout.css.prefers-color-scheme.content-override': scheme === 'dark' ? 0 : 1,
        'ui.prefersReducedMotion': 1,
      },
    }),
};

interface Bidi {
  connection: { send(method: string, parameters: object): Promise<unknown> };
}

/** Firefox goes to an extension's own page only when nobody waits for it to arrive. */
async function goInFirefox(page: Page, url: string): Promise<void> {
  const { connection } = page.browser() as unknown as Bidi;
  const context = (page.mainFrame() as unknown as { _id: string })._id;
  await connection.send('browsingContext.navigate', { context, url, wait: 'none' });
  await until(`${url} opens in Firefox`, () =>
    page.evaluate((wanted) => location.href === wanted && document.readyState === 'complete', url).catch(() => false),
  );
}

const reading = (path: string) => path.endsWith(`tab=${tabOf('reading')}`);

/** Waits until one of our own pages stands as it will stay: what still looks for its report says that it is busy. */
export async function drawn(page: Page, path: string, staysBusy = reading(path)): Promise<void> {
  await page.waitForSelector('#page > .surface');
  if (!staysBusy) await page.waitForFunction(() => !document.querySelector('[aria-busy=true]'));
  await calm(page);
}

/** Returns when nothing moves any more that comes to an end, and what was last changed is painted. */
export async function calm(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await document.fonts.ready;
    const ending = document
      .getAnimations()
      .filter(({ effect }) => effect?.getComputedTiming().iterations !== Number.POSITIVE_INFINITY);
    // A page behind another, as the welcome page opens by itself, is given no frames, and paints nothing.
    const most = (time: number) => new Promise((done) => setTimeout(done, time));
    const frame = () => Promise.race([new Promise((done) => requestAnimationFrame(done)), most(500)]);
    await Promise.race([Promise.allSettled(ending.map(({ finished }) => finished)), most(2000)]);
    await frame();
    await frame();
  });
}

/** From how many ms on a timer of our own pages counts as patience with somebody: what a slow machine must not use up. */
const PATIENCE_MS = 3000;

/**
 * Before a page of ours opens: its timers of seconds wait until they are released.
 * @returns a function that lets them run out
 */
export async function holdPatience(page: Page): Promise<() => Promise<void>> {
  await page.evaluateOnNewDocument((least) => {
    const held: (() => void)[] = [];
    const { setTimeout: start } = globalThis;
    const hold = (task: () => void, time = 0) => (time < least ? start(task, time) : held.push(task));
    const plumbRelease = () => {
      for (const task of held.splice(0)) task();
    };
    Object.assign(globalThis, { setTimeout: hold, plumbRelease });
  }, PATIENCE_MS);
  return () => page.evaluate(() => (globalThis as never as { plumbRelease(): void }).plumbRelease());
}

/** Of the person who is imagined on the stage; the installation has chosen one by chance. */
export const MARK = '🐢';

async function waitForMark(page: Page): Promise<void> {
  await until('the installation has chosen a mark', () =>
    page.evaluate(async () => {
      const { browser, chrome } = globalThis as never as Record<'browser' | 'chrome', Kept | undefined>;
      const { settings } = (await (browser ?? chrome)?.storage.local.get('settings')) ?? {};
      return Boolean(settings?.mark);
    }),
  );
}
interface Kept {
  storage: { local: { get(key: string): Promise<{ settings?: { mark?: string } }> } };
}

/** @throws where the package was not built */
export async function openStage(name: BrowserName, scheme: Scheme = 'light'): Promise<Stage> {
  const folder = here(`../../../extension/.output/${name === 'chromium' ? 'chrome' : 'firefox'}-mv3`);
  if (!existsSync(join(folder, 'manifest.json'))) throw new Error(`no built extension in ${folder}: run ./dev build`);
  const browser = await start[name](scheme);
  const id = await browser.installExtension(folder);
  const root = name === 'chromium' ? `chrome-extension://${id}` : `moz-extension://${UUID}`;
  const own = (path: string) => `${root}/${path}`;
  const stage: Stage = {
    name,
    browser,
    own,
    async open(path, wanted = scheme, size = { width: 1100, height: 900 }, prepare = async () => {}, staysBusy) {
      const page = await browser.newPage();
      await page.setViewport(size);
      if (name === 'chromium') await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: wanted }]);
      await prepare(page);
      if (name === 'chromium') await page.goto(own(path));
      else await goInFirefox(page, own(path));
      await drawn(page, path, staysBusy);
      return page;
    },
    async choose(settings) {
      const page = await stage.open('about.html');
      await waitForMark(page);
      // Whole, as the extension keeps them.
      await store(page, 'local', { settings: asSettings({ mark: MARK, ...settings }) });
      await page.close();
    },
    seed: () => seed(stage),
    close: () => browser.close(),
  };
  try {
    await stage.seed();
    await stage.choose({});
  } catch (error) {
    await browser.close();
    throw error;
  }
  return stage;
}

/** What the core or the background answers where there is no report. */
const refusals: Record<string, string> = {
  refusal: JSON.stringify({ error: { code: 'not_readable', message: 'no profile found', at: 'profile.followers' } }),
  error: JSON.stringify({ error: { code: 'internal', message: 'the core stopped' } }),
};

/** Puts each golden state into session memory: as a tab's visit, and as a kept report named after it. */
async function seed(stage: Stage): Promise<void> {
  const items: Record<string, unknown> = {};
  for (const state of states) {
    if (state === 'nothing') continue;
    const known = goldenNames.includes(state);
    const report = known ? golden(state) : (refusals[state] ?? null);
    const snapshot = known ? snapshotFor(state) : null;
    items[`page:${tabOf(state)}`] = { address: '', epoch: 1, seq: 1, visit: 'v', waiting: [], snapshot, report };
    if (report !== null) items[`report:${state}`] = { snapshot, report };
  }
  const page = await stage.open('about.html');
  await store(page, 'session', items);
  await page.close();
}

/** Writes into the extension's storage from one of its own pages. */
export function store(page: Page, area: 'local' | 'session', items: object): Promise<void> {
  return page.evaluate(
    async (which, text) => {
      const { chrome } = globalThis as never as {
        chrome: { storage: Record<string, { set(items: object): Promise<void> }> };
      };
      await chrome.storage[which]?.set(JSON.parse(text));
    },
    area,
    JSON.stringify(items),
  );
}

function snapshotFor(state: string): string {
  const { platform, handle } = JSON.parse(golden(state));
  const missing = state === 'question' ? [{ field: 'posts[].saves', why: 'not_on_page' }] : [];
  return JSON.stringify({ schema: 'plumb.snapshot/1', platform, profile: { handle }, missing });
}

/** Each view of our own pages, with the window that it is made for. */
export const views: readonly { name: string; path: string; width: number; height: number }[] = [
  ...tried.map((state) => ({
    name: `panel-${state}`,
    path: `sidepanel.html?tab=${tabOf(state)}`,
    width: 380,
    height: 1500,
  })),
  ...tried.map((state) => ({
    name: `popup-${state}`,
    path: `popup.html?tab=${tabOf(state)}`,
    width: 360,
    height: 420,
  })),
  ...tried.map((state) => ({ name: `report-${state}`, path: `report.html#${state}`, width: 1100, height: 1500 })),
  { name: 'welcome', path: 'welcome.html', width: 1100, height: 1900 },
  { name: 'welcome-narrow', path: 'welcome.html', width: 360, height: 2400 },
  { name: 'options', path: 'options.html', width: 1100, height: 1200 },
  { name: 'options-narrow', path: 'options.html', width: 320, height: 1400 },
  { name: 'list', path: 'list.html', width: 1100, height: 600 },
  { name: 'about', path: 'about.html', width: 800, height: 600 },
  { name: 'page-report', path: 'page-report.html?tab=900001', width: 800, height: 600 },
];
