/** How every browser of the tests is started: nothing that it does is too slow. */
import puppeteer, { type Browser, type LaunchOptions, type Page } from 'puppeteer-core';
import { NEVER_MS } from './waiting.ts';

function patient(page: Page): Page {
  page.setDefaultTimeout(NEVER_MS);
  page.setDefaultNavigationTimeout(NEVER_MS);
  return page;
}

/**
 * Puppeteer gives up after half a minute: one busy machine in which eight browsers start takes longer for a page of the
 * browser's own. What is broken is still told, after {@link NEVER_MS}.
 */
export async function launch(options: LaunchOptions): Promise<Browser> {
  const browser = await puppeteer.launch({ timeout: NEVER_MS, protocolTimeout: NEVER_MS, ...options });
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
