/** On the pages of the platforms: reads the rendered page, hears the observer, draws the answer. */
import { browser } from 'wxt/browser';
import type { ContentScriptContext } from 'wxt/utils/content-script-context';
import type { Lookup } from '../platforms/lookup';
import { siteAt } from '../platforms/pages';
import type { PagePlatform, Place } from '../platforms/platform';
import { isListed } from '../platforms/responses';
import { watchAddress } from '../reading/address';
import { listen, type SeenText } from '../reading/channel';
import { createElsewhere } from '../reading/elsewhere';
import { locateItems } from '../reading/locate-item';
import {
  type Answer,
  type Arrived,
  asAnswer,
  asToPage,
  type FromPage,
  type Here,
  isRecord,
  messagesCarryBytes,
} from '../reading/messages';
import { createOutbox } from '../reading/outbox';
import { createRecorder, pageReport } from '../reading/page-report';
import type { Reading } from '../reading/reading';
import { extensionWords, type Words, wordsFromMessages } from '../views/words';
import { asksFirst } from './ask-first';
import { mountOverlay, type Overlay } from './overlay';

/** Time between two readings of the rendered page while it changes, ms. */
const PACE = 500;
/** After so long without an answer the page is said to be unreadable, ms. */
const PATIENCE = 6000;
/** Time until the background is asked once more, ms. */
const RETRY = 400;

/** @param placeAt knows the platforms whose pages this script is run on */
export function followPage(ctx: ContentScriptContext, placeAt: Lookup['placeAt']): void {
  let epoch = Math.floor(Math.random() * 2 ** 40);
  let here: { platform: PagePlatform; place: Place } | null = null;
  let now = '';
  /** A skeleton may stand before the background has answered: what the person chose is known, or that nothing was. */
  let mayDraw = !asksFirst();
  /** The person has switched this site off. */
  let off = false;
  let badgeOnly = false;
  /** All was deleted while this address was shown: it must not be kept again by itself. */
  let stopped = false;
  let words: Words | undefined;
  let answered: Answer | undefined;
  let overlay: Overlay | undefined;
  /** The page has removed the overlay for good. */
  let blocked = false;
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
    lookNextFrame();
  }

  function look(): void {
    if (!overlay && here && mayDraw && here.platform.anchor(document, here.place)) draw();
  }

  let frame = 0;
  function lookNextFrame(): void {
    if (frame || overlay || !here) return;
    frame = requestAnimationFrame(() => {
      frame = 0;
      look();
    });
  }

  /** Reading has time; the badge's skeleton stands in the frame in which the count appears. Looks once or twice a frame. */
  function drawSoon(): void {
    if (frame) return;
    look();
    lookNextFrame();
  }

  /** The place, with the account's name once it is known: an address that names none can't tell whose header stands there. */
  function named(place: Place): Place {
    const handle = answered?.report?.handle;
    return place.kind === 'profile' && place.handle === undefined && handle !== undefined && handle !== place.id
      ? { ...place, handle }
      : place;
  }

  /** The words that are known to be wanted, or those of the browser's language. */
  function speech(): Words {
    words ??= extensionWords();
    return words;
  }

  /** Ahead of the drawing, each in a task of its own: the first of each kind takes a process about 10 ms. */
  function prepareWords(): void {
    ctx.setTimeout(speech, 0);
    ctx.setTimeout(() => Intl.NumberFormat.supportedLocalesOf(speech().locale), 0);
    ctx.setTimeout(() => speech().numbers, 0);
  }

  function draw(): void {
    if (!here) return;
    const { platform, place } = here;
    overlay = mountOverlay({
      document,
      anchor: () => platform.anchor(document, named(place)),
      words: speech(),
      badgeOnly,
      onOpenReport: () => void tell({ kind: 'open_report', epoch }),
      onGone: () => {
        blocked = true;
        void tell({ kind: 'blocked', epoch });
      },
      onReportPage: () => void tell({ kind: 'open_page_report', epoch }),
      locate: (items) => locateItems(document, items, answered?.comments, platform.locateItem),
    });
    overlay.show({ kind: 'reading' });
  }

  function clear(): void {
    overlay?.remove();
    overlay = undefined;
    blocked = false;
    answered = undefined;
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
    if (!restored) clear();
    now = '';
    here = placeAt(location.href);
    if (here) prepareWords();
    drawSoon();
    const locale = document.documentElement?.lang || undefined;
    const ask = () => tell({ kind: 'arrive', epoch: mine, address: location.href, fresh, locale });
    let answer = (await ask()) as Arrived | undefined;
    if (!answer && mine === epoch) {
      // The background may have died in mid-request, or may still be starting: it is asked once more.
      await pause();
      if (mine === epoch) answer = (await ask()) as Arrived | undefined;
    }
    if (mine !== epoch) return;
    if (!answer) {
      // Without a background there is nothing that a skeleton could wait for.
      mayDraw = false;
      if (!answered) clear();
      return;
    }
    recorder.decide(answer.record === true);
    takeSettings(answer);
    if (off) {
      here = null;
      outbox.clear();
      clear();
    }
    outbox.open();
    if (!here) return;
    now = answer.now;
    if (inlineDue) sendInline();
    inlineDue = false;
    drawSoon();
    read();
    ctx.setTimeout(() => void (mine === epoch && tell({ kind: 'quiet', epoch })), PATIENCE);
  }

  function takeSettings(answer: Arrived): void {
    const { messages } = answer;
    if ((answer.off === true) !== off) {
      off = !off;
      if (off) channel.pause();
      else channel.resume();
    }
    mayDraw = !off;
    const before = `${badgeOnly} ${words?.locale}`;
    badgeOnly = answer.badgeOnly === true;
    words = messages ? wordsFromMessages(messages) : extensionWords();
    // What was drawn without asking is drawn again where it would stand otherwise.
    if (before !== `${badgeOnly} ${words.locale}`) clear();
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
      clear();
      here = null;
      return;
    }
    answered = answer;
    if (!overlay) draw();
    if (answer.report) overlay?.show({ kind: 'report', report: answer.report, missing: answer.missing });
    else if (answer.refusal) overlay?.show({ kind: 'refusal', refusal: answer.refusal });
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
        respond({ epoch, off, blocked, platform: siteAt(location.href)?.platform } satisfies Here);
        break;
      case 'toggle_card':
        overlay?.toggle();
        break;
      case 'again':
        // What was read before it was switched off is gone; then the page is read anew.
        mayDraw = false;
        if (!stopped) void arrive(off);
        break;
      case 'report_page':
        void recorder.held().then((responses) => respond(here ? reportOf(here.platform, responses) : undefined));
        return true;
      case 'stop':
        stopped = true;
        epoch += 1;
        here = null;
        outbox.close();
        outbox.clear();
        clear();
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
    drawSoon();
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
    clear();
  });
  ctx.addEventListener(document, 'DOMContentLoaded', read, { once: true });
  // Taken back from the browser's store of left pages: the background has followed other pages since.
  ctx.addEventListener(window, 'pageshow', ({ persisted }) => {
    if (!persisted) return;
    if (ctx.isValid) void arrive(true, true);
    else clear();
  });
  // A page that is loaded ahead is nobody's visit until it is shown.
  const { prerendering } = document as Document & { prerendering?: boolean };
  if (prerendering) document.addEventListener('prerenderingchange', () => void arrive(true), { once: true });
  else void arrive(true);
}
