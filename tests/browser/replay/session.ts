/**
 * Replays HARs in a real browser with the built extension. A session is one browser with one profile; it can
 * replay several HARs one after the other.
 */

import { LOOK } from '../../../extension/page/looked.ts';
import { optionalSites, siteAt } from '../../../extension/platforms/pages.ts';
import type { BrowserName, PageState, ReplayBrowser, StartOptions } from './browser.ts';
import { chromiumPath, startChromium } from './chromium.ts';
import { attribute, type RequestLine } from './evidence.ts';
import { firefoxPath, startFirefox } from './firefox.ts';
import { canonical, Recording, type Visit } from './har.ts';
import { makeIdentity, ReplayProxy } from './proxy.ts';
import { pageStates, stateOf, takePicture } from './view.ts';
import { wait } from './waiting.ts';

export interface SessionOptions {
  browser: BrowserName;
  /** Folder of the built extension. */
  extension: string;
  width?: number;
  height?: number;
  dark?: boolean;
  backgroundIdle?: number;
  /** How long a visit must have been silent to count as settled, and how long it may take, ms. */
  quiet?: number;
  limit?: number;
  /** Whether a visit is waited for until it is remembered for later ones; true where nobody says otherwise. */
  remembers?: boolean;
  headed?: boolean;
  /** Takes a line of progress. */
  progress?: (line: string) => void;
}

export interface ReplayResult {
  /** The exact text that the extension made; null where there is no profile or it can't be read. */
  snapshot: string | null;
  /** The report, or a refusal. */
  report: string;
  requests: RequestLine[];
  /** Address at the end. */
  address: string;
  /** Whether the overlay's host stands on the page. */
  overlay: boolean;
  /** Milliseconds from the last visit's start until it had settled. */
  tookMs: number;
  /** False where 20 s were not enough. */
  settled: boolean;
  picture?: Uint8Array;
}

export const SETTLE_QUIET_MS = 2_000;
export const SETTLE_LIMIT_MS = 20_000;
const DECISION_MS = 12_000;
const POLL_MS = 200;
/** On a machine so slow that a look takes long, silence is longer, too: so many looks of the slowest. */
const QUIET_LOOKS = 5;

export const startBrowser = (name: BrowserName, options: StartOptions) =>
  name === 'chromium' ? startChromium(options) : startFirefox(options);

export function browserPath(name: BrowserName): string {
  return name === 'chromium' ? chromiumPath() : firefoxPath();
}

const refusal = (code: string, message: string) => JSON.stringify({ error: { code, message } });

/** Sets the extension's clock. */
async function setNow(browser: ReplayBrowser, now: string): Promise<void> {
  await browser.control?.evaluate(
    `(globalThis.browser ?? chrome).storage.session.set({ now: ${JSON.stringify(now)} })`,
  );
}

export class ReplaySession {
  readonly browser: ReplayBrowser;
  readonly #proxy: ReplayProxy;
  readonly #options: SessionOptions;
  readonly #allowed = new Set<string>();
  #replayed = false;

  private constructor(browser: ReplayBrowser, proxy: ReplayProxy, options: SessionOptions) {
    this.browser = browser;
    this.#proxy = proxy;
    this.#options = options;
  }

  /** @throws where the browser, openssl or the extension is missing. */
  static async open(options: SessionOptions, bare = false): Promise<ReplaySession> {
    const identity = makeIdentity();
    const proxy = new ReplayProxy(identity);
    const proxyPort = await proxy.listen();
    try {
      const browser = await startBrowser(options.browser, {
        proxyPort,
        identity,
        width: options.width ?? 1280,
        height: options.height ?? 900,
        dark: options.dark ?? false,
        ...(bare ? {} : { extension: options.extension }),
        ...(options.headed ? { headed: true } : {}),
        ...(options.backgroundIdle === undefined ? {} : { backgroundIdle: options.backgroundIdle }),
      });
      // A dialog that nobody answers would hold the page for ever.
      browser.page.on('dialog', (dialog) => {
        const answer = dialog.type() === 'beforeunload' ? dialog.accept() : dialog.dismiss();
        answer.catch(() => undefined);
      });
      return new ReplaySession(browser, proxy, options);
    } catch (error) {
      await proxy.close();
      throw error;
    }
  }

  async close(): Promise<void> {
    await this.browser.close();
    await this.#proxy.close();
  }

  /**
   * A person's click for an optional site, before its page opens. A site stays allowed for the session, as a browser
   * keeps a permission.
   */
  async #allow(url: string): Promise<void> {
    const site = siteAt(url, optionalSites);
    if (!site || this.browser.control === undefined || this.#allowed.has(site.platform)) return;
    this.#say(`${this.browser.name}: allowing ${site.matches.join(' ')}, as a person's click would`);
    await this.browser.allow(site.asked, site.matches);
    this.#allowed.add(site.platform);
  }

  /** A person's click on the toolbar button, for a loaded page whose host is on no list. */
  async #press(address: string): Promise<boolean> {
    if (this.browser.control === undefined || !/^https?:/.test(address) || siteAt(address)) return false;
    this.#say(`${this.browser.name}: pressing the toolbar button on ${address}`);
    await this.browser.pressButton();
    return true;
  }

  /** What has arrived at the replay's server since the last visit was entered. */
  get arrivals(): ReplayProxy['arrivals'] {
    return this.#proxy.arrivals;
  }

  /** Goes to a visit's page and leaves it to the caller; its requests are not explained. @throws where it can't be opened */
  async enter(visit: Visit): Promise<void> {
    this.#proxy.forget();
    this.#proxy.recording = new Recording([visit]);
    await setNow(this.browser, visit.now);
    await this.browser.navigate(visit.url);
  }

  /** From now on each answer waits until its promise is kept; undefined: none does. */
  holdAnswers(hold: ((method: string, url: string) => Promise<unknown>) | undefined): void {
    this.#proxy.delay = hold;
  }

  #say(line: string): void {
    this.#options.progress?.(line);
  }

  /** Empties what the extension keeps, so that the next replay meets a new installation. */
  async forget(): Promise<void> {
    await this.browser.page.goto('about:blank').catch(() => undefined);
    await this.browser.control?.evaluate(`(async () => {
      const { runtime, storage } = globalThis.browser ?? chrome;
      // The background holds the visits of its tabs in memory, too.
      await runtime.sendMessage({ kind: 'erase' });
      await storage.local.clear();
      await storage.session.clear();
      for (const { name } of (await indexedDB.databases?.()) ?? []) indexedDB.deleteDatabase(name);
    })()`);
  }

  /**
   * Opens the visits in order in the one tab.
   * @param picture 'badge' or 'card': a picture of the window at the end, the card opened before
   * @throws where a page can't be opened at all
   */
  async replay(visits: readonly Visit[], picture?: 'badge' | 'card'): Promise<ReplayResult> {
    const { browser } = this;
    const proxy = this.#proxy;
    const recording = new Recording(visits);
    await browser.collect();
    // The first replay answers for everything since the browser's start.
    if (this.#replayed) {
      browser.sightings.length = 0;
      proxy.forget();
    }
    this.#replayed = true;
    proxy.recording = recording;
    let settled = false;
    let tookMs = 0;
    for (const [index, visit] of visits.entries()) {
      this.#say(`${browser.name}: opening ${visit.url} as of ${visit.now}`);
      recording.open(index);
      await setNow(browser, visit.now);
      await this.#allow(visit.url);
      const began = Date.now();
      await browser.navigate(visit.url);
      settled = await this.#settle(began);
      tookMs = Date.now() - began;
    }
    const address = await browser.address();
    const state = stateOf(await pageStates(browser), address);
    const overlay = (await browser.inOverlay<boolean>('() => true')) ?? false;
    const image =
      picture === undefined ? undefined : await takePicture(browser, this.#options.height ?? 900, picture === 'card');
    await browser.collect();
    const arrivals = proxy.seen();
    const requests = await this.#explain(visits, recording, arrivals, tookMs);
    return { ...answerOf(state), requests, address, overlay, tookMs, settled, ...(image ? { picture: image } : {}) };
  }

  /** Waits for 2 s without a new datum, response or change of address, at most 20 s. @returns whether it became quiet */
  async #settle(began: number): Promise<boolean> {
    const { quiet: enough = SETTLE_QUIET_MS, limit = SETTLE_LIMIT_MS, remembers = true } = this.#options;
    let slowest = 0;
    let last = '';
    let quietSince = Date.now();
    let pressed = false;
    // On a machine so slow that a look takes long, the time is up later, too.
    for (let looks = 0; Date.now() - began < limit || looks < limit / POLL_MS / 2; looks += 1) {
      await wait(POLL_MS);
      const looked = Date.now();
      const address = await this.browser.address();
      const state = stateOf(await pageStates(this.browser, true), address);
      // A page whose script never ends answers nothing.
      const loaded = await Promise.race([
        this.browser.loaded().catch(() => false),
        wait(2 * POLL_MS).then(() => false),
      ]);
      slowest = Math.max(slowest, Date.now() - looked);
      const now = `${address} ${state?.seq ?? '-'} ${this.#proxy.arrivals.length} ${loaded} ${state?.report == null}`;
      if (now !== last) {
        last = now;
        quietSince = Date.now();
      }
      if (loaded && !pressed) {
        pressed = true;
        if (await this.#press(address)) quietSince = Date.now();
      }
      const quiet = Date.now() - Math.max(quietSince, this.#proxy.lastTraffic);
      // The extension waits some seconds before it says that a page can't be read; its word ends the visit.
      const undecided = state !== undefined && state.report === null && quiet < DECISION_MS;
      // A visit is remembered once it has been looked at for a while.
      const unseen = remembers && state?.snapshot != null && !state.looked && quiet < enough + LOOK;
      if (quiet >= Math.max(enough, QUIET_LOOKS * slowest) && loaded && !undecided && !unseen) return true;
    }
    return false;
  }

  /** Hosts that earlier replays of this browser asked. */
  readonly #hostsBefore = new Set<string>();

  async #explain(
    visits: readonly Visit[],
    recording: Recording,
    arrivals: ReplayProxy['arrivals'],
    tookMs: number,
  ): Promise<RequestLine[]> {
    // A connection that asks for nothing, to a host of the pages before, is the browser's leftover of those.
    const hostOf = ({ url }: { url: string }) => new URL(url).host;
    const known = {
      arrivals: arrivals.filter((one) => one.method !== 'CONNECT' || !this.#hostsBefore.has(hostOf(one))),
      sightings: [...this.browser.sightings],
      opened: visits.map(({ url }) => canonical(url)),
      texts: recording.texts(),
      addresses: recording.addresses(),
      ownTraffic: this.browser.ownTraffic,
    };
    for (const one of arrivals) this.#hostsBefore.add(hostOf(one));
    const first = attribute(known);
    if (first.open === 0) return first.lines;
    this.#say(
      `${this.browser.name}: ${first.open} requests are explained neither by the HAR nor by a call stack; running the HAR once more without the extension`,
    );
    return attribute({ ...known, control: await this.#control(visits, tookMs) }).lines;
  }

  /** The same visits in a new profile without the extension, for the same time. */
  async #control(visits: readonly Visit[], tookMs: number): Promise<{ url: string; method: string }[]> {
    const bare = await ReplaySession.open(this.#options, true);
    try {
      const recording = new Recording(visits);
      bare.#proxy.recording = recording;
      for (const [index, visit] of visits.entries()) {
        recording.open(index);
        const began = Date.now();
        await bare.browser.navigate(visit.url);
        await bare.#settle(began);
        if (index === visits.length - 1) await wait(Math.max(0, tookMs - (Date.now() - began)));
      }
      await bare.browser.collect();
      const stopped = bare.browser.sightings.filter(({ blocked }) => blocked);
      return [...bare.#proxy.seen(), ...stopped].map(({ url, method }) => ({ url, method }));
    } finally {
      await bare.close();
    }
  }
}

function answerOf(state: PageState | undefined): { snapshot: string | null; report: string } {
  if (state === undefined || (state.snapshot === null && state.report === null)) {
    return { snapshot: null, report: refusal('not_a_profile', 'The page is no profile that the extension reads.') };
  }
  if (state.report === null)
    return { snapshot: state.snapshot, report: refusal('internal', 'The extension made no report in the time given.') };
  return { snapshot: isRefusal(state.report) ? null : state.snapshot, report: state.report };
}

export function isRefusal(report: string): boolean {
  try {
    return typeof JSON.parse(report)?.error?.code === 'string';
  } catch {
    return true;
  }
}
