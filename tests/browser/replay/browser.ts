/** What the replay needs of a browser; chromium.ts and firefox.ts give it. */
import type { Page } from 'puppeteer-core';
import type { OwnTraffic, Sighting } from './evidence.ts';
import type { Identity } from './proxy.ts';
import { until } from './waiting.ts';

export type BrowserName = 'chromium' | 'firefox';

export interface StartOptions {
  /** Port of the proxy on 127.0.0.1; without it the browser meets the network as it is. */
  proxyPort?: number;
  identity?: Identity;
  /** Folder of the built extension; without it the browser starts bare (the control run). */
  extension?: string;
  width: number;
  height: number;
  dark: boolean;
  headed?: boolean;
  /** Milliseconds after which an idle background ends (Firefox; Chromium has its own 30 s). */
  backgroundIdle?: number;
}

/** What the extension keeps of a tab in storage.session under `page:<tabId>`. */
export interface PageState {
  address: string;
  seq: number;
  snapshot: string | null;
  report: string | null;
  looked?: boolean;
  /** Time from the last datum to the answer drawn, ms. */
  took?: number;
  /** Why the person does not see what is drawn. */
  unseen?: string;
}

export interface ReplayBrowser {
  readonly name: BrowserName;
  readonly ownTraffic: readonly OwnTraffic[];
  readonly sightings: Sighting[];
  /** The tab of the replay. */
  readonly page: Page;
  /** The extension's own page in a tab of the same profile; undefined without an extension. */
  readonly control: Page | undefined;
  /** Goes to an address and returns when the browser has taken it, not when it is loaded. @throws where it can't. */
  navigate(url: string): Promise<void>;
  /**
   * Gives the extension an optional host permission, as a person who allows the site, and returns when its scripts are
   * registered there. @param asked match patterns that the manifest names as optional; @param matches where the scripts are then
   * registered. @throws where that fails
   */
  allow(asked: readonly string[], matches: readonly string[]): Promise<void>;
  /** What the extension asks for these match patterns is answered with yes, without the window that asks a person. */
  sayYes(asked: readonly string[]): Promise<void>;
  /**
   * Presses the toolbar button over the replayed tab, by the browser's own way for it: the real activeTab, the real
   * popup. Returns before the extension has read anything. @throws where the browser refuses
   */
  pressButton(): Promise<void>;
  /** The address bar. */
  address(): Promise<string>;
  /** Whether the document and all it names are loaded. */
  loaded(): Promise<boolean>;
  /**
   * Calls `body`, the text of a function of one closed shadow root, on the overlay's root: seen neither by the page
   * nor by the extension. @returns null where the page has no overlay
   */
  inOverlay<T>(body: string): Promise<T | null>;
  /** Lets late sightings arrive. */
  collect(): Promise<void>;
  /** Ends the extension's background, so that the next message starts it cold. */
  endBackground(): Promise<void>;
  close(): Promise<void>;
}

/** Waits until the extension's scripts are registered for each of the patterns. @throws where they never are */
export async function registered(control: Page, origins: readonly string[]): Promise<void> {
  await until(`the extension registers its scripts for ${origins.join(' ')}`, () =>
    control.evaluate(`(globalThis.browser ?? chrome).scripting.getRegisteredContentScripts().then(
      (scripts) => scripts.length > 0 && ${JSON.stringify(origins)}.every((origin) => scripts.every(({ matches }) => matches.includes(origin))))`),
  );
}

/**
 * Waits until the first-run page has opened: it comes to the front then, and a page behind it draws nothing.
 * @param addresses of the browser's tabs
 */
export async function firstRunOpened(addresses: () => string[] | Promise<string[]>): Promise<void> {
  await until('the first-run page opens', async () =>
    (await addresses()).some((address) => address.endsWith('/welcome.html')),
  );
}

export const EXTENSION_ID = 'plumb@plumb.example';
export const CONTROL_PAGE = 'about.html';
