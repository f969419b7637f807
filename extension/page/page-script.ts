/** On the pages of the platforms: reads the rendered page, hears the observer, draws the answer. */
import { browser } from 'wxt/browser';
import type { ContentScriptContext } from 'wxt/utils/content-script-context';
import { type Channel, listen, type SeenResponse } from '../messages/channel';
import {
  type Answer,
  type Arrived,
  isRecord,
  messagesCarryBytes,
  type Star,
  type Unseen,
  type Here as WhereAnswer,
} from '../messages/messages';
import { createOutbox, MOST_TRIES, type Outbox, type Said } from '../messages/outbox';
import { keepLooking } from '../overlay/keep-looking';
import type { Lookup } from '../platforms/lookup';
import { siteAt } from '../platforms/pages';
import { isListed } from '../platforms/responses';
import type { PageParts } from '../redaction/page-parts';
import { settings } from '../settings/stored';
import { watchAddress } from './address';
import { answerAsked } from './asked';
import { watchAsking } from './asking';
import { type Drawing, type Here, makeDrawing } from './drawing';
import { createLook, isActing } from './looked';
import { createRecorder } from './recorder';
import { type Rendered, watchRendered } from './rendered';
import { makeTelling, type Telling } from './telling';
import { treeOf } from './tree';

/** After so long without an answer the page is said to be unreadable, ms. */
const PATIENCE = 6000;
/** After so long a background that is there and says nothing is no longer waited for, ms: far above what a busy machine takes. */
const HUNG = 30_000;
/** How often the script looks at the address, and whether it is an orphan, while anything happens, ms. */
const PACE = 250;

/** @param placeAt knows the platforms whose pages this script is run on */
export function followPage(ctx: ContentScriptContext, placeAt: Lookup['placeAt']): void {
  const page = new FollowedPage(ctx, placeAt);
  void settings.read().then((chosen) => page.drawing.prepare(chosen));
  // A page that is loaded ahead is nobody's visit until it is shown.
  const { prerendering } = document as Document & { prerendering?: boolean };
  if (prerendering) document.addEventListener('prerenderingchange', () => void page.arrive(true), { once: true });
  else void page.arrive(true);
}

class FollowedPage {
  readonly drawing: Drawing;
  readonly #ctx: ContentScriptContext;
  readonly #placeAt: Lookup['placeAt'];
  readonly #telling: Telling;
  readonly #outbox: Outbox;
  readonly #rendered: Rendered;
  readonly #channel: Channel;
  readonly #asking = watchAsking(location, isListed);
  readonly #recorder = createRecorder();
  readonly #looking = createLook(document, () => this.#outbox.put({ kind: 'looked', epoch: this.#epoch }));
  /** The document's first answers came unheard: our script was run by a click, or was not listening, or this is a kept page. */
  #late = document.body !== null;
  /** Where the document was opened: its inline scripts speak of that address. */
  readonly #opened = location.href;
  #epoch = Math.floor(Math.random() * 2 ** 40);
  #here: Here | null = null;
  #now = '';
  /** The person has switched this site off. */
  #off = false;
  /** All was deleted while this address was shown: it must not be kept again by itself. */
  #stopped = false;
  /** When the last datum came, ms of the page's clock. */
  #inHand = 0;
  /** The document's inline scripts are still to be sent: an arrival that is overtaken leaves them to the next one. */
  #inlineDue = false;

  constructor(ctx: ContentScriptContext, placeAt: Lookup['placeAt']) {
    this.#ctx = ctx;
    this.#placeAt = placeAt;
    this.#telling = makeTelling(ctx);
    this.#outbox = createOutbox((said) => this.#send(said), this.#telling.pause);
    this.drawing = makeDrawing({
      later: (task) => ctx.setTimeout(task, 0),
      onOpenReport: () => this.#tellOf('open_report'),
      onReportPage: () => this.#tellOf('open_page_report'),
      onStar: (on) => this.#telling.tell({ kind: 'star', epoch: this.#epoch, on }) as Promise<Star | undefined>,
      onHost: (element) => this.#channel.keep(element),
      onUnseen: (how) => this.#tellUnseen(how),
    });
    this.#answer();
    this.#channel = listen(
      document,
      `${location.origin}/`,
      { wants: (url) => this.#wants(url), heard: (seen) => void this.#hear(seen) },
      messagesCarryBytes(navigator.userAgent),
    );
    this.#rendered = watchRendered(ctx, {
      shown: () => (this.#here && this.#now !== '' ? { here: this.#here, now: this.#now, epoch: this.#epoch } : null),
      say: (readings, epoch) => this.#put({ kind: 'readings', epoch, readings }),
      onChange: () => this.drawing.look(),
      onRead: () => this.drawing.lookNextFrame(),
    });
    this.#follow();
  }

  /** @param restored the page was kept as it was: what is drawn on it is its own, and stays until the next answer */
  async arrive(fresh: boolean, restored = false): Promise<void> {
    // What still stands on the page is the last account's: it is looked at once more, to be known as such.
    if (!fresh) this.#rendered.leave();
    this.#outbox.close();
    this.#inlineDue ||= fresh;
    this.#epoch += 1;
    this.#stopped = false;
    const mine = this.#epoch;
    this.#now = '';
    this.#here = this.#placeAt(location.href);
    this.drawing.move(this.#here, restored);
    this.#looking.start(this.#here !== null && (fresh || isActing(window)));
    const late = fresh && this.#late;
    this.#late = true;
    this.#ctx.setTimeout(() => mine === this.#epoch && this.drawing.giveUp(), HUNG);
    const answer = await this.#ask(mine, fresh, late);
    if (mine !== this.#epoch) return;
    if (!answer) return this.drawing.wait();
    this.#recorder.decide(answer.record === true);
    this.#takeSettings(answer);
    if (this.#off) {
      this.#leave();
      this.#outbox.clear();
    }
    this.#outbox.open();
    if (this.#here) this.#begin(answer.now);
  }

  /** The background knows the page: all that it says goes there now. */
  #begin(now: string): void {
    const mine = this.#epoch;
    this.#now = now;
    if (this.#inlineDue) this.#sendInline();
    this.#inlineDue = false;
    this.drawing.look();
    this.#rendered.read();
    this.#ctx.setTimeout(() => mine === this.#epoch && this.#tellOf('quiet'), PATIENCE);
  }

  /** Tells the background of the arrival. @returns undefined where nobody answers */
  async #ask(mine: number, fresh: boolean, late: boolean): Promise<Arrived | undefined> {
    const locale = document.documentElement?.lang || undefined;
    const { tell, pause } = this.#telling;
    const ask = () =>
      tell({ kind: 'arrive', epoch: mine, address: location.href, fresh, locale, ...(late && { late }) });
    // The background may have died in mid-request, or may still be starting: it is asked more than once.
    for (let failed = 1; ; failed += 1) {
      const answer = (await ask()) as Arrived | undefined;
      if (answer || mine !== this.#epoch || failed === MOST_TRIES) return answer;
      await pause(failed);
      if (mine !== this.#epoch) return undefined;
    }
  }

  async #send(said: Said): Promise<boolean> {
    if (said.kind === 'readings' && said.epoch !== this.#epoch) return true;
    const answer = await this.#telling.tell(said);
    return isRecord(answer) && answer.kept === true;
  }

  #tellOf(kind: 'open_report' | 'open_page_report' | 'quiet'): void {
    void this.#telling.tell({ kind, epoch: this.#epoch });
  }

  #tellUnseen(how: Unseen | undefined): void {
    void this.#telling.tell({ kind: 'unseen', epoch: this.#epoch, how });
  }

  #takeSettings(answer: Arrived): void {
    this.#off = answer.off === true;
    this.drawing.settle(answer);
  }

  /** Nothing is to be read or drawn here. */
  #leave(): void {
    this.#here = null;
    this.#looking.stop();
    this.drawing.move(null, false);
  }

  #wants(url: string): boolean {
    return this.#ctx.isValid && !this.#off && isListed(url);
  }

  #put(said: Said): void {
    this.#inHand = performance.now();
    this.#outbox.put(said);
  }

  async #hear(seen: SeenResponse): Promise<void> {
    const { url, text } = seen;
    const page = seen.page ?? (await this.#asking.askedOn(url));
    // Said without having been wanted by a page that knows the channel, or the site was switched off meanwhile.
    if (page === undefined || !this.#wants(url)) return;
    this.#recorder.add({ url, page, text });
    const said = typeof text === 'string' ? { text } : { bytes: text };
    this.#put({ kind: 'text', epoch: this.#epoch, text: { via: 'response', url, page, ...said } });
  }

  #sendInline(): void {
    const send = () => {
      for (const text of this.#here?.platform.inlineTexts(document) ?? [])
        this.#put({ kind: 'text', epoch: this.#epoch, text: { ...text, url: this.#opened } });
    };
    if (document.readyState === 'loading')
      this.#ctx.addEventListener(document, 'DOMContentLoaded', send, { once: true });
    else send();
  }

  #show(answer: Answer): void {
    if (answer.epoch !== this.#epoch || !this.#here) return;
    if (answer.refusal?.error.code === 'not_a_profile') {
      this.#leave();
      return;
    }
    this.drawing.show(answer);
    // A page that was taken back from the browser's store may have hidden it before.
    if (this.drawing.unseen) this.#tellUnseen(this.drawing.unseen);
    const { tell } = this.#telling;
    const since = this.#inHand;
    requestAnimationFrame(() => void tell({ kind: 'drawn', epoch: this.#epoch, took: performance.now() - since }));
  }

  #answer(): void {
    answerAsked({
      show: (answer) => this.#show(answer),
      where: () => this.#where(),
      star: (star, epoch) => epoch === this.#epoch && this.drawing.star(star),
      toggleCard: () => this.drawing.toggle(),
      again: () => {
        // What was read before it was switched off is gone; then the page is read anew.
        this.drawing.wait();
        if (!this.#stopped) void this.arrive(this.#off);
      },
      report: () => this.#report(),
      stop: () => this.#stop(),
    });
  }

  #where(): WhereAnswer {
    return {
      epoch: this.#epoch,
      off: this.#off,
      unseen: this.drawing.unseen,
      platform: siteAt(location.href)?.platform,
    };
  }

  async #report(): Promise<string | undefined> {
    const responses = await this.#recorder.held();
    if (!this.#here) return undefined;
    const { platform, place } = this.#here;
    const { version } = browser.runtime.getManifest();
    const scripts = platform.inlineTexts(document).map(({ text }) => text);
    const tree = treeOf(document, scripts);
    const parts: PageParts = { address: location.href, place, now: this.#now, version, tree, responses };
    return JSON.stringify(parts);
  }

  #stop(): void {
    this.#stopped = true;
    this.#epoch += 1;
    this.#outbox.close();
    this.#outbox.clear();
    this.#leave();
  }

  /** Follows the document through its life: other addresses, the browser's store of left pages, the extension's end. */
  #follow(): void {
    const ctx = this.#ctx;
    const address = watchAddress(window, () => {
      this.#asking.moved();
      void this.arrive(false);
    });
    // Nothing tells an orphan: to ask whether the extension is still there ends what it left.
    const look = () => ctx.isValid && address.look();
    const looking = keepLooking(document, { pace: PACE, look, stirred: look });
    looking.start();
    ctx.onInvalidated(() => {
      looking.stop();
      this.#channel.stop();
      this.#asking.stop();
      this.#rendered.stop();
      address.stop();
      this.#looking.stop();
      this.drawing.clear();
    });
    // Taken back from the browser's store of left pages: the background has followed other pages since.
    ctx.addEventListener(window, 'pageshow', ({ persisted }) => {
      if (!persisted) return;
      if (ctx.isValid) void this.arrive(true, true);
      else this.drawing.clear();
    });
  }
}
