/** Firefox, driven over WebDriver BiDi; its privileged scope tells who asked. */
import { existsSync } from 'node:fs';
import type { Browser, Page } from 'puppeteer-core';
import {
  CONTROL_PAGE,
  EXTENSION_ID,
  firstRunOpened,
  type ReplayBrowser,
  registered,
  type StartOptions,
} from './browser.ts';
import type { OwnTraffic, Sighting } from './evidence.ts';
import { allowInParent, pressInParent, sayYesInParent } from './firefox-clicks.ts';
import { noteInProcess, type RawSighting, watchInParent } from './firefox-observers.ts';
import { launch } from './launching.ts';
import { until } from './waiting.ts';

// Fixed, so that the extension's own page has a known address.
const UUID = '5d0f6f0e-51ab-4cf4-9d5e-7f1c0a6b2e90';

const OWN_TRAFFIC: readonly OwnTraffic[] = [
  { method: 'GET', host: 'firefox.settings.services.mozilla.com', path: '/v1/' },
  {
    method: 'GET',
    host: 'firefox.settings.services.mozilla.com',
    path: '/v1/buckets/monitor/collections/changes/changeset',
  },
  { method: 'GET', host: 'detectportal.firefox.com', path: '/canonical.html' },
  { method: 'GET', host: 'detectportal.firefox.com', path: '/success.txt' },
];

export function firefoxPath(): string {
  const path = process.env.PLUMB_FIREFOX ?? ['/usr/bin/firefox-esr', '/usr/bin/firefox'].find(existsSync);
  if (!path) throw new Error('Firefox is not installed (PLUMB_FIREFOX may name it).');
  return path;
}

function preferences({ proxyPort, dark, backgroundIdle }: StartOptions): Record<string, unknown> {
  return {
    'extensions.webextensions.uuids': JSON.stringify({ [EXTENSION_ID]: UUID }),
    'extensions.background.idle.timeout': backgroundIdle ?? 30_000,
    'layout.css.prefers-color-scheme.content-override': dark ? 0 : 1,
    'intl.accept_languages': 'en-US, en',
    // Firefox's own changes to single sites' pages would be taken for an extension's.
    'extensions.webcompat.enable_interventions': false,
    'extensions.webcompat.enable_shims': false,
    'extensions.webcompat.perform_injections': false,
    'extensions.webcompat.perform_ua_overrides': false,
    ...(proxyPort === undefined
      ? {}
      : {
          'network.proxy.type': 1,
          'network.proxy.http': '127.0.0.1',
          'network.proxy.http_port': proxyPort,
          'network.proxy.ssl': '127.0.0.1',
          'network.proxy.ssl_port': proxyPort,
          'network.proxy.no_proxies_on': '',
          'network.proxy.allow_hijacking_localhost': true,
          'network.proxy.failover_direct': false,
          'network.proxy.allow_bypass': false,
          'dom.security.https_first': false,
          'network.trr.mode': 5,
          'network.http.http3.enable': false,
          'network.http.speculative-parallel-limit': 0,
          'network.stricttransportsecurity.preloadlist': false,
          'network.captive-portal-service.enabled': false,
          'network.connectivity-service.enabled': false,
          'media.peerconnection.ice.proxy_only': true,
          'media.gmp-manager.updateEnabled': false,
          'browser.cache.disk.enable': false,
          'browser.cache.memory.enable': false,
          'dom.push.connection.enabled': false,
          'browser.topsites.contile.enabled': false,
          'browser.region.update.enabled': false,
          'browser.region.network.url': '',
          'extensions.getAddons.cache.enabled': false,
          'extensions.systemAddon.update.enabled': false,
          'app.update.disabledForTesting': true,
          'toolkit.telemetry.server': 'data:,',
          'datareporting.policy.dataSubmissionEnabled': false,
          'browser.search.serpEventTelemetryCategorization.enabled': false,
        }),
  };
}

interface BidiConnection {
  send(method: string, parameters: object): Promise<{ result: unknown }>;
}
interface RemoteValue {
  type: string;
  value?: unknown;
  sharedId?: string;
}
interface Evaluated {
  type: 'success' | 'exception';
  result: RemoteValue;
  exceptionDetails?: { text: string };
}

/** The commands that puppeteer has no method for. */
class Bidi {
  readonly #connection: BidiConnection;
  #chrome = '';

  constructor(browser: Browser) {
    this.#connection = (browser as unknown as { connection: BidiConnection }).connection;
  }

  async send<T>(method: string, parameters: object): Promise<T> {
    return (await this.#connection.send(method, parameters)).result as T;
  }

  /** Calls a function with JSON arguments in the browser's own window. */
  async privileged<T>(body: (...given: never[]) => unknown, ...given: unknown[]): Promise<T> {
    if (this.#chrome === '') {
      const { contexts } = await this.send<{ contexts: { context: string; url: string }[] }>(
        'browsingContext.getTree',
        { 'moz:scope': 'chrome' },
      );
      this.#chrome = (contexts.find(({ url }) => url.endsWith('browser.xhtml')) ?? contexts[0])?.context ?? '';
    }
    const expression = `(async () => JSON.stringify((await (${body.toString()})(...${JSON.stringify(given)})) ?? null))()`;
    const answer = await this.send<Evaluated>('script.evaluate', {
      expression,
      target: { context: this.#chrome },
      awaitPromise: true,
    });
    if (answer.type !== 'success')
      throw new Error(answer.exceptionDetails?.text ?? 'Firefox refused a privileged script.');
    return JSON.parse(String(answer.result.value)) as T;
  }

  /** Of the tabs: puppeteer does not follow those of an extension. */
  async addresses(): Promise<string[]> {
    const { contexts } = await this.send<{ contexts: { url: string }[] }>('browsingContext.getTree', { maxDepth: 0 });
    return contexts.map(({ url }) => url);
  }

  async call(context: string, functionDeclaration: string, given: object[] = []): Promise<RemoteValue> {
    const answer = await this.send<Evaluated>('script.callFunction', {
      functionDeclaration,
      arguments: given,
      awaitPromise: true,
      target: { context, sandbox: 'replay' },
      serializationOptions: { includeShadowTree: 'all', maxDomDepth: 1 },
    });
    if (answer.type !== 'success') throw new Error(answer.exceptionDetails?.text ?? 'Firefox refused a script.');
    return answer.result;
  }
}

function byFrames(raw: RawSighting): Sighting['by'] {
  if (raw.addon) return 'extension';
  const frames = raw.frames.filter((frame) => !/^(resource|chrome):/.test(frame));
  if (raw.frames.some((frame) => frame.includes('FaviconLoader'))) return 'favicon';
  // The sandboxed script that Firefox makes of a content script of the page's world has no address.
  const ours = frames.filter((frame) => frame.startsWith('moz-extension://') || frame === '<anonymous code>').length;
  if (frames.length === 0 || (raw.passive && ours === frames.length)) return 'unknown';
  return ours === 0 ? 'page' : ours === frames.length ? 'extension' : 'through';
}

async function takeSightings(bidi: Bidi, sightings: Sighting[]): Promise<void> {
  const raw = await bidi.privileged<RawSighting[]>(() =>
    (globalThis as unknown as { plumbReplay: { take(): RawSighting[] } }).plumbReplay.take(),
  );
  for (const each of raw) {
    if (!/^(https?|wss?):/i.test(each.url)) continue;
    // Requests of the browser itself have no tab: what the exact list does not name must explain itself.
    if (each.system && !each.blocked && each.frames.length === 0) continue;
    sightings.push({
      url: each.url.replace(/^ws/i, 'ws'),
      method: each.method,
      by: byFrames(each),
      ...(each.blocked ? { blocked: true } : {}),
    });
  }
}

async function openControl(browser: Browser, bidi: Bidi): Promise<Page> {
  const page = await browser.newPage();
  await bidi.send('browsingContext.navigate', {
    context: contextOf(page),
    url: `moz-extension://${UUID}/${CONTROL_PAGE}`,
    wait: 'none',
  });
  await until("the extension's own page opens in Firefox", () =>
    page
      .evaluate('document.readyState === "complete" && typeof browser === "object" && !!browser.storage')
      .catch(() => false),
  );
  return page;
}

const contextOf = (page: Page) => (page.mainFrame() as unknown as { _id: string })._id;

// Firefox takes its settings server from a preference only where this is set.
const ENVIRONMENT = { ...process.env, MOZ_REMOTE_SETTINGS_DEVTOOLS: '1', MOZ_DISABLE_AUTO_SAFE_MODE: '1' };

export async function startFirefox(options: StartOptions): Promise<ReplayBrowser> {
  const browser = await launch({
    browser: 'firefox',
    executablePath: firefoxPath(),
    headless: !options.headed,
    acceptInsecureCerts: options.proxyPort !== undefined,
    args: ['--remote-allow-system-access', `--width=${options.width}`, `--height=${options.height + 140}`],
    extraPrefsFirefox: preferences(options),
    env: ENVIRONMENT,
    defaultViewport: options.headed ? null : { width: options.width, height: options.height },
  });
  try {
    const bidi = new Bidi(browser);
    await bidi.privileged(watchInParent, noteInProcess.toString());
    if (options.extension !== undefined) await browser.installExtension(options.extension);
    const control = options.extension === undefined ? undefined : await openControl(browser, bidi);
    if (control) await firstRunOpened(() => bidi.addresses());
    const page = await browser.newPage();
    const context = contextOf(page);
    const sightings: Sighting[] = [];
    return {
      name: 'firefox',
      ownTraffic: OWN_TRAFFIC,
      sightings,
      page,
      control,
      async navigate(url) {
        await page.bringToFront();
        await bidi.send('browsingContext.navigate', { context, url, wait: 'none' });
      },
      async allow(asked, matches) {
        if (!control) return;
        await bidi.privileged(allowInParent, EXTENSION_ID, asked);
        await registered(control, matches);
      },
      async sayYes() {
        await bidi.privileged(sayYesInParent);
      },
      async pressButton() {
        if (!control) return;
        await page.bringToFront();
        await bidi.privileged(pressInParent, EXTENSION_ID);
      },
      async address() {
        const { contexts } = await bidi.send<{ contexts: { url: string }[] }>('browsingContext.getTree', {
          root: context,
          maxDepth: 0,
        });
        return contexts[0]?.url ?? '';
      },
      async loaded() {
        return (await bidi.call(context, '() => document.readyState')).value === 'complete';
      },
      async inOverlay<T>(body: string) {
        const found = await bidi.call(
          context,
          '() => [...document.documentElement.children].filter(e => e.localName.includes("-") || !["head","body"].includes(e.localName))',
        );
        const hosts = (found.value ?? []) as {
          value?: { shadowRoot?: { sharedId?: string; value?: { mode?: string } } | null };
        }[];
        const root = hosts.map((host) => host.value?.shadowRoot).find((shadow) => shadow?.value?.mode === 'closed');
        if (!root?.sharedId) return null;
        const answer = await bidi.call(context, `(root) => JSON.stringify((${body})(root) ?? null)`, [
          { sharedId: root.sharedId },
        ]);
        return JSON.parse(String(answer.value)) as T;
      },
      async collect() {
        await new Promise((resolve) => setTimeout(resolve, 150));
        await takeSightings(bidi, sightings);
      },
      async endBackground() {
        await bidi.privileged(async (id: string) => {
          const { WebExtensionPolicy: policies } = globalThis as unknown as {
            WebExtensionPolicy: {
              getByID(id: string): { extension: { terminateBackground(o: object): Promise<void> } };
            };
          };
          await policies.getByID(id).extension.terminateBackground({ ignoreDevToolsAttached: true });
        }, EXTENSION_ID);
      },
      close: () => browser.close(),
    };
  } catch (error) {
    await browser.close();
    throw error;
  }
}
