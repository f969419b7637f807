/**
 * Takes the pictures of one browser: our own pages are the shipped package's, with golden reports in its memory; badge
 * and card are drawn by a content script on a page with a strict policy, as in the field.
 */
import { rmSync } from 'node:fs';
import type { ElementHandle, Page, ScreenshotClip } from 'puppeteer-core';
import { longList, putLists, winterRoast } from '../surfaces/lists.ts';
import { type BrowserName, golden, holdPatience, openStage, type Stage, tabOf } from '../surfaces/stage.ts';
import type { Shot } from './matrix.ts';
import { buildExtension, servePages } from './stage.ts';

export interface Studio {
  readonly stage: Stage;
  /** The page as it is photographed, still open. */
  pose(shot: Shot): Promise<Page>;
  /** A PNG. @param before called on the posing page: what a test changes to see it noticed */
  take(shot: Shot, before?: (page: Page) => Promise<void>): Promise<Buffer>;
  close(): Promise<void>;
}

/** Drawn, and every late step taken: ms. */
const CALM = 450;

const overlayWindow = { badge: { width: 1120, height: 330 }, card: { width: 1120, height: 1500 } };
/** The part of the window that shows the overlay; the card opens under the badge, which stands by the count. */
const overlayClip = (surface: 'badge' | 'card', language: string): ScreenshotClip =>
  surface === 'badge'
    ? { x: 90, y: 70, width: 940, height: 190 }
    : { x: language === 'ar' ? 20 : 640, y: 110, width: 480, height: 1380 };
const widthOf: Partial<Record<Shot['surface'], number>> = {
  panel: 380,
  popup: 360,
  report: 1040,
  list: 1440,
  about: 640,
};

const pathOf = (shot: Shot): string => {
  switch (shot.surface) {
    case 'panel':
      return `sidepanel.html?tab=${tabOf(shot.state)}`;
    case 'popup':
      return `popup.html?tab=${tabOf(shot.state)}`;
    case 'report':
      return `report.html#${shot.state}`;
    default:
      return `${shot.surface}.html`;
  }
};

/** Runs in our own page before its script: holds back or replaces what the state is made of. */
function hold(what: string, answer: string | null): void {
  const { browser, chrome } = globalThis as never as Record<'browser' | 'chrome', Held | undefined>;
  const never = new Promise<never>(() => {});
  for (const api of new Set([browser, chrome])) {
    if (!api?.storage) continue;
    const { runtime } = api;
    const send = runtime.sendMessage.bind(runtime);
    if (what === 'kept') api.storage.session.get = () => never;
    else
      runtime.sendMessage = (message, ...rest) =>
        message.kind !== 'score' ? send(message, ...rest) : answer === null ? never : Promise.resolve(answer);
  }
}
interface Held {
  storage: { session: { get(): Promise<unknown> } };
  runtime: { sendMessage(message: { kind: string }, ...rest: unknown[]): Promise<unknown> };
}

/** The list in a state of its own: what stands on it, and what is open. */
async function poseList(page: Page, state: string): Promise<void> {
  const now = Date.now();
  const list = state === 'curves' ? longList(now, 7, 14) : winterRoast(now);
  await putLists(page, state === 'empty' ? { ...list, creators: [], entries: [] } : list);
  if (state === 'empty') return;
  await page.waitForSelector('.list tbody tr[data-key]');
  await page.focus('.pick-row');
  if (state === 'curves' || state === 'one-reading') {
    await page.keyboard.press('n');
    await page.waitForSelector('dialog[open] .course');
  }
  if (state !== 'compare') return;
  for (const row of [1, 2, 3]) await page.click(`.list tbody tr:nth-child(${row}) .pick-row`);
  await page.keyboard.press('c');
  await page.waitForSelector('.drawer');
}

/** Makes the window as high as what stands in it. */
async function fitWindow(page: Page): Promise<void> {
  const size = page.viewport();
  const height = await page.evaluate(() => Math.ceil(document.body.getBoundingClientRect().height));
  if (size) await page.setViewport({ ...size, height });
  await new Promise((done) => setTimeout(done, 100));
}

async function dress(page: Page, shot: Shot, stage: Stage): Promise<void> {
  if (stage.name === 'chromium') {
    await page.emulateTimezone('UTC');
    const devtools = await page.createCDPSession();
    const features = [
      { name: 'prefers-color-scheme', value: shot.scheme === 'dark' ? 'dark' : 'light' },
      { name: 'prefers-reduced-motion', value: 'reduce' },
      { name: 'forced-colors', value: shot.scheme === 'forced' ? 'active' : 'none' },
    ];
    await devtools.send('Emulation.setEmulatedMedia', { features });
  }
  // A surface that says so after some seconds without an answer must not say it because the picture takes long.
  await holdPatience(page);
  if (shot.surface === 'report' && shot.state === 'reading') await page.evaluateOnNewDocument(hold, 'kept', null);
  if (shot.surface === 'welcome') {
    // The sample's own estimate changes with the model: a golden report stands for it.
    const answers: Record<string, string | null> = { reading: null, error: '' };
    const answer = shot.state in answers ? (answers[shot.state] ?? null) : golden(shot.state);
    await page.evaluateOnNewDocument(hold, 'score', answer);
  }
}

/** Opens the browser with both extensions. @throws where the package was not built */
export async function openStudio(name: BrowserName, scheme: 'light' | 'dark' = 'light'): Promise<Studio> {
  const folder = await buildExtension();
  const pages = await servePages();
  const stage = await openStage(name, scheme).catch((error) => {
    pages.close();
    throw error;
  });
  await stage.browser.installExtension(folder);
  let language = 'en';

  const poseOverlay = async (shot: Shot, surface: 'badge' | 'card'): Promise<Page> => {
    const page = await stage.browser.newPage();
    await page.setViewport(shot.narrow ? { width: 320, height: 640 } : overlayWindow[surface]);
    await dress(page, shot, stage);
    const direction = shot.language === 'ar' ? 'rtl' : 'ltr';
    const hash = `state=${shot.state}&lang=${shot.language}${surface === 'card' ? '&card=1&report=1' : ''}`;
    await page.goto(`${pages.address}/${shot.scheme === 'dark' ? 'dark' : 'light'}/${direction}#${hash}`);
    if (surface === 'card') await page.waitForSelector('[data-opened]');
    return page;
  };

  const poseOwn = async (shot: Shot): Promise<Page> => {
    if (language !== shot.language) await stage.choose({ language: shot.language, firstRunSeen: true });
    language = shot.language;
    const size = {
      width: shot.narrow ? 320 : (widthOf[shot.surface] ?? 1040),
      height: shot.surface === 'list' ? 860 : 640,
    };
    const page = await stage.open(
      pathOf(shot),
      shot.scheme === 'dark' ? 'dark' : 'light',
      size,
      (one) => dress(one, shot, stage),
      shot.state === 'reading',
    );
    if (shot.surface === 'list') await poseList(page, shot.state);
    if (shot.surface === 'options' && shot.state === 'question') {
      // What is kept comes a little later, with a question of its own.
      const open = (await page.$('button.grave:not(dialog *)')) as ElementHandle<HTMLButtonElement>;
      await open.evaluate((button) => button.click());
      await page.waitForSelector('dialog[open]');
    }
    return page;
  };

  const studio: Studio = {
    stage,
    async pose(shot) {
      const page = await (shot.surface === 'badge' || shot.surface === 'card'
        ? poseOverlay(shot, shot.surface)
        : poseOwn(shot));
      await new Promise((done) => setTimeout(done, CALM));
      return page;
    },
    async take(shot, before) {
      const page = await studio.pose(shot);
      try {
        await before?.(page);
        const overlay = shot.surface === 'badge' || shot.surface === 'card';
        const clip = overlay && !shot.narrow ? overlayClip(shot.surface as 'badge' | 'card', shot.language) : undefined;
        // A question of the settings stands in the midst of the window, and the list has its own height.
        const whole = shot.surface !== 'list' && !(shot.surface === 'options' && shot.state === 'question');
        if (!overlay && whole) await fitWindow(page);
        return Buffer.from(await page.screenshot(clip ? { clip } : { captureBeyondViewport: false }));
      } finally {
        await page.close();
      }
    },
    async close() {
      await stage.close();
      pages.close();
      rmSync(folder, { recursive: true });
    },
  };
  return studio;
}
