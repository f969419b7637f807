/** On the pages of the platforms: reads the rendered page, hears the observer, draws the answer. */
import { browser } from 'wxt/browser';
import type { ContentScriptContext } from 'wxt/utils/content-script-context';
import { listen, type SeenText } from '../messages/channel';
import {
  type Answer,
  type Arrived,
  asAnswer,
  asToPage,
  type FromPage,
  isRecord,
  messagesCarryBytes,
  type Here as WhereAnswer,
} from '../messages/messages';
import { createOutbox } from '../messages/outbox';
import type { Lookup } from '../platforms/lookup';
import { siteAt } from '../platforms/pages';
import type { PagePlatform } from '../platforms/platform';
import { isListed } from '../platforms/responses';
import type { Reading } from '../reading/reading';
import { settings } from '../settings/stored';
import { watchAddress } from './address';
import { type Here, makeDrawing } from './drawing';
import { createElsewhere } from './elsewhere';
import { createLook, isActing } from './looked';
import { createRecorder, pageReport } from './page-report';

/** Time between two readings of the rendered page while it changes, ms. */
const PACE = 500;
/** After so long without an answer the page is said to be unreadable, ms. */
const PATIENCE = 6000;
/** Time until the background is asked once more, ms. */
const RETRY = 400;

/** @param placeAt knows the platforms whose pages this script is run on */
export function followPage(ctx: ContentScriptContext, placeAt: Lookup['placeAt']): void {
  let epoch = Math.floor(Math.random() * 2 ** 40);
  let here: Here | null = null;
  let now = '';
  /** The person has switched this site off. */
  let off = false;
  /** All was deleted while this address was shown: it must not be kept again by itself. */
  let stopped = false;
  /** The rendered page changes often without saying anything new. */
  let lastSaid = '';
  /** When the last datum was sent, ms of the page's clock. */
  let lastSent = 0;
  /** The document's inline scripts are still to be sent: an arrival that is overtaken leaves them to the next one. */
  let inlineDue = false;
  /** Where the document was opened: its inline scripts speak of that address. */
  const opened = location.href;
  const ofThisPage = createElsewhere();

  async function tell(message: FromPage): Promise<unknown> {
    // After an update or removal of the extension this script is an orphan: it must fall silent.
    if (!ctx.isValid) return undefined;
    if (message.kind === 'text' || message.kind === 'readings') lastSent = performance.now();
    return browser.runtime.sendMessage(message).catch(() => undefined);
  }

  const pause = () => new Promise<void>((resolve) => ctx.setTimeout(resolve, RETRY));
  const outbox = createOutbox(async (said) => {
    if (said.kind === 'readings' && said.epoch !== epoch) return true;
    const answer = await tell(said);
    return isRecord(answer) && answer.kept === true;
  }, pause);

  const looking = createLook(document, () => void tell({ kind: 'looked', epoch }));
  const drawing = makeDrawing({
    later: (task) => ctx.setTimeout(task, 0),
    onOpenReport: () => void tell({ kind: 'open_report', epoch }),
    onReportPage: () => void tell({ kind: 'open_page_report', epoch }),
    onGone: () => void tell({ kind: 'blocked', epoch }),
  });

  function readRendered(): Reading[] {
    if (!here || !now || document.readyState === 'loading') return [];
    const context = { place: here.place, now, locale: document.documentElement.lang || undefined };
    return ofThisPage(here.place, here.platform.readDocument(document, context));
  }

  function read(): void {
    changed = false;
    const readings = readRendered();
    const said = `${epoch} ${JSON.stringify(readings)}`;
    if (readings.length > 0 && said !== lastSaid) outbox.put({ kind: 'readings', epoch, readings });
    lastSaid = said;
    drawing.lookNextFrame();
  }

  /** @param restored the page was kept as it was: what is drawn on it is its own, and stays until the next answer */
  async function arrive(fresh: boolean, restored = false): Promise<void> {
    // What still stands on the page is the last account's: it is looked at once more, to be known as such.
    if (changed && !fresh) readRendered();
    outbox.close();
    inlineDue ||= fresh;
    epoch += 1;
    stopped = false;
    const mine = epoch;
    now = '';
    here = placeAt(location.href);
    drawing.move(here, restored);
    looking.start(here !== null && (fresh || isActing(window)));
    const locale = document.documentElement?.lang || undefined;
    const ask = () => tell({ kind: 'arrive', epoch: mine, address: location.href, fresh, locale });
    let answer = (await ask()) as Arrived | undefined;
    if (!answer && mine === epoch) {
      // The background may have died in mid-request, or may still be starting: it is asked once more.
      await pause();
      if (mine === epoch) answer = (await ask()) as Arrived | undefined;
    }
    if (mine !== epoch) return;
    if (!answer) return drawing.wait();
    recorder.decide(answer.record === true);
    takeSettings(answer);
    if (off) {
      leave();
      outbox.clear();
    }
    outbox.open();
    if (!here) return;
    now = answer.now;
    if (inlineDue) sendInline();
    inlineDue = false;
    drawing.look();
    read();
    ctx.setTimeout(() => void (mine === epoch && tell({ kind: 'quiet', epoch })), PATIENCE);
  }

  function takeSettings(answer: Arrived): void {
    if ((answer.off === true) !== off) {
      off = !off;
      if (off) channel.pause();
      else channel.resume();
    }
    drawing.settle(answer);
  }

  /** Nothing is to be read or drawn here. */
  function leave(): void {
    here = null;
    looking.stop();
    drawing.move(null, false);
  }

  function sendInline(): void {
    const send = () => {
      if (!here) return;
      for (const text of here.platform.inlineTexts(document))
        outbox.put({ kind: 'text', epoch, text: { ...text, url: opened } });
    };
    if (document.readyState === 'loading') ctx.addEventListener(document, 'DOMContentLoaded', send, { once: true });
    else send();
  }

  function show(answer: Answer): void {
    if (answer.epoch !== epoch || !here) return;
    if (answer.refusal?.error.code === 'not_a_profile') {
      leave();
      return;
    }
    drawing.show(answer);
    const sent = lastSent;
    requestAnimationFrame(() => void tell({ kind: 'drawn', epoch, took: performance.now() - sent }));
  }

  function reportOf({ inlineTexts }: PagePlatform, responses: readonly SeenText[]): string {
    const { version } = browser.runtime.getManifest();
    const scripts = inlineTexts(document).map(({ text }) => text);
    return pageReport({ document, address: location.href, now, version, scripts, responses });
  }

  browser.runtime.onMessage.addListener((message: unknown, sender, respond) => {
    if (sender.id !== browser.runtime.id) return;
    const answer = asAnswer(message);
    if (answer) show(answer);
    switch (asToPage(message)?.kind) {
      case 'where':
        respond({
          epoch,
          off,
          blocked: drawing.blocked,
          platform: siteAt(location.href)?.platform,
        } satisfies WhereAnswer);
        break;
      case 'toggle_card':
        drawing.toggle();
        break;
      case 'again':
        // What was read before it was switched off is gone; then the page is read anew.
        drawing.wait();
        if (!stopped) void arrive(off);
        break;
      case 'report_page':
        void recorder.held().then((responses) => respond(here ? reportOf(here.platform, responses) : undefined));
        return true;
      case 'stop':
        stopped = true;
        epoch += 1;
        outbox.close();
        outbox.clear();
        leave();
        break;
    }
  });

  const recorder = createRecorder();
  const channel = listen(
    document,
    `${location.origin}/`,
    ({ url, page, text }) => {
      if (off || !isListed(url)) return;
      recorder.add({ url, page, text });
      const said = typeof text === 'string' ? { text } : { bytes: text };
      outbox.put({ kind: 'text', epoch, text: { via: 'response', url, page, ...said } });
    },
    messagesCarryBytes(navigator.userAgent),
  );

  let pending = false;
  let changed = false;
  const observer = new MutationObserver(() => {
    changed = true;
    drawing.look();
    if (pending) return;
    pending = true;
    ctx.setTimeout(() => {
      pending = false;
      read();
    }, PACE);
  });
  observer.observe(document, {
    childList: true,
    subtree: true,
    attributes: true,
    attributeFilter: ['aria-label', 'title', 'href'],
  });
  const stopWatching = watchAddress(window, () => void arrive(false));
  ctx.onInvalidated(() => {
    channel.stop();
    observer.disconnect();
    stopWatching();
    looking.stop();
    drawing.clear();
  });
  ctx.addEventListener(document, 'DOMContentLoaded', read, { once: true });
  // Taken back from the browser's store of left pages: the background has followed other pages since.
  ctx.addEventListener(window, 'pageshow', ({ persisted }) => {
    if (!persisted) return;
    if (ctx.isValid) void arrive(true, true);
    else drawing.clear();
  });
  void settings.read().then(drawing.prepare);
  // A page that is loaded ahead is nobody's visit until it is shown.
  const { prerendering } = document as Document & { prerendering?: boolean };
  if (prerendering) document.addEventListener('prerenderingchange', () => void arrive(true), { once: true });
  else void arrive(true);
}
