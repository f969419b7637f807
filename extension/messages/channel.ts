/**
 * The one-way channel from the observer in the page's world to our content script: events under a random name.
 *
 * Where the scripts run at document_start, before any script of the page, they agree on the name by two events that only
 * they can have listened for yet. On a host of no list they come after a click, into a page that runs: a hostile page can
 * have listened, learns the name, and can then speak under it, or tell the observer to pause. That gives it nothing that
 * it hasn't: it could as well serve the same answers, or none. So what comes through is page data everywhere: the receiver
 * takes only texts, within caps, from listed addresses, asked for by pages of this very host; the background reads them
 * by the address of the tab alone, and binds them to the account of that address.
 */

/** A response body that the page received. */
export interface SeenResponse {
  /** Final address of the response. */
  url: string;
  /** Address of the page when it asked; undefined where the observer can't know. */
  page?: string;
  /** Its text, or its bytes, unread: much less work on the page's thread, where the listener takes them. */
  text: string | Blob;
}

/** A response as its text, and the page that asked for it. */
export type SeenText = Required<SeenResponse> & { text: string };

/** Fixed names of the handshake; used once. */
const OFFER = 'rendezvous:offer';
const ASK = 'rendezvous:ask';

/** Longest response that is passed on, in UTF-16 code units or bytes. */
export const RESPONSE_CAP = 8 * 1024 * 1024;

/** Under the name alone the observer tells that a response is there, by its address; under these what belongs to it. */
const HEAD = ':';
const TEXT = '+';
/** The listener's orders. */
const ORDER = '<';
/** Under this it hands over what the observer is to remove from the page in its stead. */
const KEEP = '@';
/** After the name in the offer: bytes are welcome. */
const BYTES = '!';

/** Longest pair of addresses. */
const ADDRESSES_CAP = 8192;

function token(): string {
  const words = crypto.getRandomValues(new Uint32Array(4));
  return Array.from(words, (word) => word.toString(36)).join('-');
}

/** The response that was just told is wanted, or not; nothing will be any more. */
const TAKE = 'take';
const SKIP = 'skip';
const END = 'end';

export interface Channel {
  /** The observer removes this element of the page where the listener has gone without a word, as Firefox ends it. */
  keep(element: Element): void;
  /** Ends the channel for good; the observer takes itself out of the page. */
  stop(): void;
}

export interface Ears {
  /** Whether the response from this address is to be read at all. */
  wants(url: string): boolean;
  heard(seen: SeenResponse): void;
}

/** What an answer to XMLHttpRequest holds as text, read here: nothing of the page's runs on the way. */
function textOf(request: unknown): unknown {
  if (!(request instanceof XMLHttpRequest)) return undefined;
  const { responseType } = request;
  if (responseType === '' || responseType === 'text') return request.responseText;
  return responseType === 'json' && request.response ? JSON.stringify(request.response) : undefined;
}

/**
 * Content script's side: offers a fresh name and hears what the observer says under it.
 * @param origin with a slash at its end: what pages of another one have asked for is not heard
 * @param bytes whether the observer is to send bytes unread: where events and messages carry them
 */
export function listen(target: Document, origin: string, { wants, heard }: Ears, bytes = false): Channel {
  const name = token();
  const detail = bytes ? name + BYTES : name;
  /** True where the observer took the name: nobody may ask for it again. */
  const offer = () => !target.dispatchEvent(new CustomEvent(OFFER, { detail, cancelable: true }));
  const order = (detail: string) => target.dispatchEvent(new CustomEvent(name + ORDER, { detail }));
  const onResponse = ({ detail: url }: CustomEventInit<unknown>) =>
    order(typeof url === 'string' && url.length <= ADDRESSES_CAP && wants(url) ? TAKE : SKIP);
  let head: { url: string; page?: string } | undefined;
  const onHead = ({ detail }: CustomEventInit<unknown>) => {
    const parts = typeof detail === 'string' && detail.length <= ADDRESSES_CAP ? detail.split('\n') : [];
    const [url = '', page = ''] = parts;
    const known = parts.length === 2 && url !== '' && (page === '' || page.startsWith(origin));
    head = known ? { url, ...(page === '' ? {} : { page }) } : undefined;
  };
  const onText = (event: CustomEventInit<unknown> & MouseEventInit) => {
    const asked = head;
    head = undefined;
    if (!asked) return;
    const text = event.relatedTarget ? textOf(event.relatedTarget) : event.detail;
    const length = typeof text === 'string' ? text.length : text instanceof Blob ? text.size : 0;
    if (length > 0 && length <= RESPONSE_CAP) heard({ ...asked, text: text as SeenResponse['text'] });
  };
  const hears = [
    [name, onResponse],
    [name + HEAD, onHead],
    [name + TEXT, onText],
  ] as [string, EventListener][];
  for (const [each, hear] of hears) target.addEventListener(each, hear);
  if (!offer()) target.addEventListener(ASK, offer, { once: true });
  return {
    keep(element) {
      element.dispatchEvent(new Event(name + KEEP));
    },
    stop() {
      order(END);
      target.removeEventListener(ASK, offer);
      for (const [each, hear] of hears) target.removeEventListener(each, hear);
    },
  };
}

/** When the observer looks whether anybody listens still: another copy of it begins, or the person comes back to the page. */
const MOMENTS = [ASK, 'visibilitychange', 'pointerdown'];

export interface Speaker {
  /** Whether the response from this address is to be read. Where nobody listens any more, the channel ends. */
  isWanted(url: string): boolean;
  /** Says a response that is wanted. Who asked for it, the observer can't know. */
  say(url: string, body: string | Blob): void;
  /** Says a response that is wanted. @param page address of the page when it asked; @param request holds it: it is read by the listener */
  sayRequest(url: string, page: string, request: XMLHttpRequest): void;
  /** True where bytes are to be said instead of text. */
  bytes(): boolean;
}

/**
 * Observer's side. Once the page's scripts run, nothing here calls or looks up what they could have replaced: they would be
 * called from our script, and find it on their stack.
 * @param onEnd called once, when nobody will listen any more
 */
export function speak(target: Document, onEnd: () => void): Speaker {
  let name = '';
  let bytes = false;
  let order: unknown;
  let kept: EventTarget | null = null;
  const { apply, getOwnPropertyDescriptor } = Reflect;
  const { dispatchEvent, addEventListener, removeEventListener } = EventTarget.prototype;
  const Custom = CustomEvent;
  const Mouse = MouseEvent;
  const { get: readDetail } = getOwnPropertyDescriptor(Custom.prototype, 'detail') as { get(): unknown };
  // A list of options is looked up on Object.prototype, too.
  const init = <T extends object>(options: T): T => ({ __proto__: null, ...options });
  const dispatch = (event: Event) => apply(dispatchEvent, target, [event]);
  const tell = (type: string, detail?: unknown) => dispatch(new Custom(type, init({ detail })));
  const { get: readTarget } = getOwnPropertyDescriptor(Event.prototype, 'target') as { get(): EventTarget };
  const { remove } = Element.prototype;
  // Ahead of listeners that keep an event from all others.
  const hear = (type: string, listener: (event: Event) => void) =>
    apply(addEventListener, target, [type, listener, true]);
  const forget = (type: string, listener: (event: Event) => void) =>
    apply(removeEventListener, target, [type, listener, true]);
  const end = () => {
    for (let at = 0; at < MOMENTS.length; at += 1) forget(MOMENTS[at] as string, onMoment);
    forget(OFFER, onOffer);
    forget(name + ORDER, onOrder);
    forget(name + KEEP, onKeep);
    name = '';
    if (kept) apply(remove, kept, []);
    onEnd();
  };
  const onOrder = (event: Event) => {
    order = apply(readDetail, event, []);
    if (order === END) end();
  };
  const onKeep = (event: Event) => {
    kept = apply(readTarget, event, []);
  };
  /** Ends the channel where nobody answers. */
  const isHeard = (url: string) => {
    if (name === '') return;
    order = undefined;
    tell(name, url);
    if (order === undefined) end();
  };
  const onMoment = () => isHeard('');
  const onOffer = (event: Event) => {
    const detail: unknown = apply(readDetail, event, []);
    if (typeof detail !== 'string') return;
    bytes = detail.endsWith(BYTES);
    name = bytes ? detail.slice(0, -1) : detail;
    event.preventDefault();
    forget(OFFER, onOffer);
    hear(name + ORDER, onOrder);
    hear(name + KEEP, onKeep);
  };
  hear(OFFER, onOffer);
  tell(ASK);
  for (const moment of MOMENTS) hear(moment, onMoment);
  return {
    isWanted(url) {
      order = undefined;
      isHeard(url);
      return order === TAKE;
    },
    say(url, body) {
      tell(name + HEAD, `${url}\n`);
      tell(name + TEXT, body);
    },
    sayRequest(url, page, request) {
      tell(name + HEAD, `${url}\n${page}`);
      dispatch(new Mouse(name + TEXT, init({ relatedTarget: request })));
    },
    bytes: () => bytes,
  };
}
