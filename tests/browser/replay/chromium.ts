/** Chromium, driven over the DevTools protocol. */
import { existsSync } from 'node:fs';
import type { Browser, CDPSession, Page, Protocol } from 'puppeteer-core';
import { CONTROL_PAGE, firstRunOpened, type ReplayBrowser, registered, type StartOptions } from './browser.ts';
import type { OwnTraffic, Sighting } from './evidence.ts';
import { launch } from './launching.ts';
import { until } from './waiting.ts';

// What Chromium's browser process asks for whatever the flags say. None of it is seen on a page or a worker.
const OWN_TRAFFIC: readonly OwnTraffic[] = [
  { method: 'GET', host: 'clients2.google.com', path: '/time/1/current' },
  { method: 'POST', host: 'update.googleapis.com', path: '/service/update2/json' },
  { method: 'POST', host: 'accounts.google.com', path: '/ListAccounts' },
  { method: 'POST', host: 'android.clients.google.com', path: '/checkin' },
  { method: 'GET', host: 'www.google.com', path: '/async/folae' },
  { method: 'GET', host: 'redirector.gvt1.com', path: '/edgedl/chrome/dict/en-us-10-1.bdic' },
];

export function chromiumPath(): string {
  const path =
    process.env.PLUMB_CHROMIUM ??
    ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(existsSync);
  if (!path) throw new Error('Chromium is not installed (PLUMB_CHROMIUM may name it).');
  return path;
}

export function flags({ proxyPort, identity, width, height }: StartOptions): string[] {
  const list = [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-pings',
    '--disable-component-update',
    '--disable-domain-reliability',
    '--disable-features=NetworkTimeServiceQuerying,HttpsUpgrades,HttpsFirstBalancedModeAutoEnable,MediaRouter,OptimizationHints,AutofillServerCommunication,CertificateTransparencyComponentUpdater',
    '--lang=en-US',
    '--hide-crash-restore-bubble',
    '--force-device-scale-factor=1',
    `--window-size=${width},${height + 140}`,
  ];
  if (proxyPort !== undefined && identity) {
    list.push(
      `--proxy-server=http://127.0.0.1:${proxyPort}`,
      '--proxy-bypass-list=<-loopback>',
      // A name that anything looks up beside the proxy does not exist.
      '--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1',
      '--webrtc-ip-handling-policy=disable_non_proxied_udp',
      `--ignore-certificate-errors-spki-list=${identity.spki}`,
    );
  }
  return list;
}

function byInitiator(
  target: Protocol.Target.TargetInfo,
  event: Protocol.Network.RequestWillBeSentEvent,
): Sighting['by'] {
  if (target.url.startsWith('chrome-extension://')) return 'extension';
  if (event.documentURL.startsWith('chrome-extension://')) return 'extension';
  const frames: string[] = [];
  for (let stack = event.initiator.stack; stack; stack = stack.parent)
    frames.push(...stack.callFrames.map((frame) => frame.url));
  const ours = frames.filter((url) => url.startsWith('chrome-extension://')).length;
  // Pictures, styles and fonts load when the page is laid out, whoever's script asked for the layout.
  const passive = ['Image', 'Stylesheet', 'Font', 'Media'].includes(event.type ?? '');
  if (frames.length === 0 || (passive && ours === frames.length)) return 'unknown';
  return ours === 0 ? 'page' : ours === frames.length ? 'extension' : 'through';
}

/** Follows every target of the browser from its first moment, and notes what it asks for. */
class Watch {
  readonly sightings: Sighting[] = [];

  async start(browser: Browser): Promise<void> {
    const root = await browser.target().createCDPSession();
    root.on('Target.attachedToTarget', (event) => this.#attached(root, event));
    await root.send('Target.setAutoAttach', {
      autoAttach: true,
      flatten: true,
      waitForDebuggerOnStart: true,
      filter: [{ type: 'tab', exclude: true }, { type: 'browser', exclude: true }, {}],
    });
  }

  #attached(parent: CDPSession, { sessionId, targetInfo }: Protocol.Target.AttachedToTargetEvent): void {
    const session = parent.connection()?.session(sessionId);
    if (session)
      void this.#follow(session, targetInfo).catch(() => {
        /* the target is gone */
      });
  }

  async #follow(session: CDPSession, target: Protocol.Target.TargetInfo): Promise<void> {
    const open = new Map<string, Sighting>();
    session.on('Network.requestWillBeSent', (event) => {
      if (!/^(https?|wss?):/i.test(event.request.url)) return;
      const sighting = { url: event.request.url, method: event.request.method, by: byInitiator(target, event) };
      this.sightings.push(sighting);
      open.set(event.requestId, sighting);
    });
    session.on('Network.loadingFailed', ({ requestId, blockedReason }) => {
      const sighting = open.get(requestId);
      if (sighting && blockedReason) sighting.blocked = true;
    });
    session.on('Network.webSocketCreated', (event) => {
      const frames = event.initiator?.stack?.callFrames ?? [];
      const ours = frames.filter(({ url }) => url.startsWith('chrome-extension://')).length;
      const by =
        target.url.startsWith('chrome-extension://') || (ours > 0 && ours === frames.length)
          ? 'extension'
          : ours > 0
            ? 'through'
            : frames.length
              ? 'page'
              : 'unknown';
      this.sightings.push({ url: event.url, method: 'GET', by });
    });
    session.on('Audits.issueAdded', ({ issue }) => {
      const details = issue.details.contentSecurityPolicyIssueDetails;
      if (!details?.blockedURL || details.isReportOnly || !/^(https?|wss?):/i.test(details.blockedURL)) return;
      const script = details.sourceCodeLocation?.url ?? '';
      // The location is the innermost script's alone: one of ours may stand there because the page called through it.
      const ofPage = script !== '' && !script.startsWith('chrome-extension://');
      const by = target.url.startsWith('chrome-extension://') ? 'extension' : ofPage ? 'page' : 'unknown';
      this.sightings.push({ url: details.blockedURL, method: 'GET', by, blocked: true });
    });
    session.on('Target.attachedToTarget', (event) => this.#attached(session, event));
    const resume = () =>
      Promise.allSettled([
        session.send('Network.enable'),
        session.send('Network.setCacheDisabled', { cacheDisabled: true }),
        session.send('Audits.enable'),
        session.send('Target.setAutoAttach', { autoAttach: true, flatten: true, waitForDebuggerOnStart: true }),
        session.send('Runtime.runIfWaitingForDebugger'),
      ]);
    // A service worker that starts again keeps its sessions, and waits for them once more.
    session.on('Inspector.targetReloadedAfterCrash', resume);
    await resume();
  }
}

/** The closed root on the document's element, by the protocol that sees through it. */
async function overlayRoot(session: CDPSession): Promise<string | null> {
  const { root } = await session.send('DOM.getDocument', { depth: 2, pierce: true });
  const html = root.children?.find((node) => node.nodeName === 'HTML');
  const shadow = html?.children
    ?.flatMap((child) => child.shadowRoots ?? [])
    .find((node) => node.shadowRootType === 'closed');
  if (!shadow) return null;
  const { object } = await session.send('DOM.resolveNode', { backendNodeId: shadow.backendNodeId });
  return object.objectId ?? null;
}

async function control(browser: Browser, id: string): Promise<Page> {
  const page = await browser.newPage();
  await page.goto(`chrome-extension://${id}/${CONTROL_PAGE}`, { waitUntil: 'domcontentloaded' });
  return page;
}

/** A person's yes, without the window that asks for it: what chrome://extensions has granted, a request gets without a question. */
async function sayYes(browser: Browser, id: string, origins: readonly string[]): Promise<void> {
  const settings = await browser.newPage();
  try {
    await settings.goto('chrome://extensions', { waitUntil: 'domcontentloaded' });
    for (const origin of origins)
      await settings.evaluate(
        `chrome.developerPrivate.addHostPermission(${JSON.stringify(id)}, ${JSON.stringify(origin)})`,
      );
  } finally {
    await settings.close();
  }
}

/** It has to be a request, since only that tells the extension. */
async function allow(browser: Browser, controlPage: Page, id: string, origins: readonly string[]): Promise<void> {
  await sayYes(browser, id, origins);
  // Evaluated as in a click: puppeteer says so to the browser.
  const granted = await controlPage.evaluate(`chrome.permissions.request({ origins: ${JSON.stringify(origins)} })`);
  if (granted !== true) throw new Error(`Chromium did not grant ${origins.join(' ')}.`);
}

export async function startChromium(options: StartOptions): Promise<ReplayBrowser> {
  const browser = await launch({
    executablePath: chromiumPath(),
    headless: !options.headed,
    enableExtensions: true,
    pipe: true,
    args: flags(options),
    defaultViewport: options.headed ? null : { width: options.width, height: options.height },
  });
  try {
    const watch = new Watch();
    await watch.start(browser);
    const id = options.extension === undefined ? undefined : await browser.installExtension(options.extension);
    const controlPage = id === undefined ? undefined : await control(browser, id);
    if (id !== undefined) await firstRunOpened(() => browser.targets().map((one) => one.url()));
    const page = await browser.newPage();
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: options.dark ? 'dark' : 'light' }]);
    await page.bringToFront();
    const session = await page.createCDPSession();
    return {
      name: 'chromium',
      ownTraffic: OWN_TRAFFIC,
      sightings: watch.sightings,
      page,
      control: controlPage,
      async navigate(url) {
        // A page of ours that a test has opened may have the foreground.
        await page.bringToFront();
        const { errorText } = await session.send('Page.navigate', { url });
        // Aborted: a download, or an answer without a body; the tab stays where it was.
        if (errorText && errorText !== 'net::ERR_ABORTED')
          throw new Error(`Chromium could not open ${url}: ${errorText}`);
      },
      async allow(asked, matches) {
        if (id === undefined || !controlPage) return;
        await allow(browser, controlPage, id, asked);
        await registered(controlPage, matches);
      },
      async sayYes(asked) {
        if (id !== undefined) await sayYes(browser, id, asked);
      },
      async pressButton() {
        const extension = id === undefined ? undefined : (await browser.extensions()).get(id);
        if (!extension) return;
        // A second press would close a popup that is still open.
        for (const open of await browser.pages()) if (open.url().endsWith('/popup.html')) await open.close();
        await page.bringToFront();
        await page.triggerExtensionAction(extension);
      },
      async address() {
        // While one page takes the other's place there is no active one, on a busy machine for seconds.
        const history = await until('the tab has a page', () =>
          session.send('Page.getNavigationHistory').catch((error: Error) => {
            if (error.message.includes('Not attached to an active page')) return null;
            throw error;
          }),
        );
        return history.entries[history.currentIndex]?.url ?? '';
      },
      async loaded() {
        const { result } = await session.send('Runtime.evaluate', {
          expression: 'document.readyState',
          returnByValue: true,
        });
        return result.value === 'complete';
      },
      async inOverlay<T>(body: string) {
        const objectId = await overlayRoot(session);
        if (objectId === null) return null;
        const { result, exceptionDetails } = await session.send('Runtime.callFunctionOn', {
          objectId,
          functionDeclaration: `function(){return (${body})(this)}`,
          returnByValue: true,
        });
        if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
        return result.value as T;
      },
      async collect() {
        await new Promise((resolve) => setTimeout(resolve, 150));
      },
      async endBackground() {
        const extension = await controlPage?.createCDPSession();
        await extension?.send('ServiceWorker.enable');
        await extension?.send('ServiceWorker.stopAllWorkers');
        await extension?.detach();
      },
      close: () => browser.close(),
    };
  } catch (error) {
    await browser.close();
    throw error;
  }
}
