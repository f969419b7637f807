/** How every browser of the tests is started: nothing that it does is too slow. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import puppeteer, { type Browser, type LaunchOptions, type Page } from 'puppeteer-core';
import { CHANGING_MS, NEVER_MS } from './waiting.ts';

function patient(page: Page): Page {
  page.setDefaultTimeout(NEVER_MS);
  page.setDefaultNavigationTimeout(NEVER_MS);
  return page;
}

/**
 * A driven Firefox looks without any pause whether the tab behind the shown one has been put to rest, and takes a processor for
 * it as long as both stand: 300 ms between two looks are what it waits where nobody drives it.
 */
const UNHURRIED = { 'browser.tabs.remote.unloadDelayMs': 300 };

/** What is saved goes there, and not to the person's own files. */
const savedTo = (folder: string) => ({ 'browser.download.folderList': 2, 'browser.download.dir': folder });

/**
 * Puppeteer gives up after half a minute: one busy machine in which eight browsers start takes longer for a page of the
 * browser's own. What is broken is still told, after {@link NEVER_MS}.
 */
export async function launch(options: LaunchOptions): Promise<Browser> {
  const saved = mkdtempSync(join(tmpdir(), 'plumb-saved-'));
  const browser = await puppeteer
    .launch({
      timeout: NEVER_MS,
      // One call may be the whole of a long page's comments.
      protocolTimeout: CHANGING_MS,
      ...options,
      ...(options.browser === 'firefox' && {
        extraPrefsFirefox: { ...UNHURRIED, ...savedTo(saved), ...options.extraPrefsFirefox },
      }),
      ...(options.browser !== 'firefox' && { downloadBehavior: { policy: 'allow', downloadPath: saved } }),
    })
    .catch((error) => {
      rmSync(saved, { recursive: true, force: true });
      throw error;
    });
  browser.once('disconnected', () => rmSync(saved, { recursive: true, force: true }));
  const open = browser.newPage.bind(browser);
  browser.newPage = async (...how) => patient(await open(...how));
  const waitFor = browser.waitForTarget.bind(browser);
  browser.waitForTarget = (which, how) => waitFor(which, { timeout: NEVER_MS, ...how });
  return browser;
}

/** The page of a target that opened by itself. */
export async function pageThat(browser: Browser, opens: (url: string) => boolean): Promise<Page> {
  return patient(await (await browser.waitForTarget((target) => opens(target.url()))).asPage());
}
