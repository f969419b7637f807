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
  /** Address of the page when it asked. */
  page: string;
  /** Its text, or its bytes, unread: much less work on the page's thread, where the listener takes them. */
  text: string | Blob;
}

/** A response as its text. */
export type SeenText = SeenResponse & { text: string };

/** Fixed names of the handshake; used once. */
const OFFER = 'rendezvous:offer';
const ASK = 'rendezvous:ask';

/** Longest response that is passed on, in UTF-16 code units or bytes. */
export const RESPONSE_CAP = 8 * 1024 * 1024;

/** A response goes as two events, its addresses and its text: put together, a long text would be copied once more. */
const TEXT = '+';
/** After the name in the offer: bytes are welcome. */
const BYTES = '!';

/** Longest pair of addresses. */
const ADDRESSES_CAP = 8192;

function token(): string {
  const words = crypto.getRandomValues(new Uint32Array(4));
  return Array.from(words, (word) => word.toString(36)).join('-');
}

/** Orders to the observer under the agreed name; its own texts begin with an address. */
const PAUSE = 'pause';
const RESUME = 'resume';

export interface Channel {
  /** The observer reads no response until `resume`. */
  pause(): void;
  resume(): void;
  /** Ends the channel for good; the observer reads nothing more. */
  stop(): void;
}

/**
 * Content script's side: offers a fresh name and hears what the observer says under it.
 * @param origin with a slash at its end: what pages of another one have asked for is not heard
 * @param bytes whether the observer is to send bytes unread: where events and messages carry them
 */
export function listen(target: Document, origin: string, heard: (seen: SeenResponse) => void, bytes = false): Channel {
  const name = token();
  const detail = bytes ? name + BYTES : name;
  /** True where the observer took the name: nobody may ask for it again. */
  const offer = () => !target.dispatchEvent(new CustomEvent(OFFER, { detail, cancelable: true }));
  let head: { url: string; page: string } | undefined;
  const onHead = (event: Event) => {
    const { detail } = event as CustomEvent<unknown>;
    const parts = typeof detail === 'string' && detail.length <= ADDRESSES_CAP ? detail.split('\n') : [];
    const [url = '', page = ''] = parts;
    head = parts.length === 2 && url !== '' && page.startsWith(origin) ? { url, page } : undefined;
  };
  const onText = (event: Event) => {
    const asked = head;
    head = undefined;
    if (!asked) return;
    const { detail: text } = event as CustomEvent<unknown>;
    const length = typeof text === 'string' ? text.length : text instanceof Blob ? text.size : 0;
    if (length > 0 && length <= RESPONSE_CAP) heard({ ...asked, text: text as SeenResponse['text'] });
  };
  target.addEventListener(name, onHead);
  target.addEventListener(name + TEXT, onText);
  if (!offer()) target.addEventListener(ASK, offer, { once: true });
  const order = (detail: string) => target.dispatchEvent(new CustomEvent(name, { detail }));
  return {
    pause: () => order(PAUSE),
    resume: () => order(RESUME),
    stop() {
      order(PAUSE);
      target.removeEventListener(ASK, offer);
      target.removeEventListener(name, onHead);
      target.removeEventListener(name + TEXT, onText);
    },
  };
}

export interface Speaker {
  /** Says one response, or holds it until the name is known. */
  say(seen: SeenResponse): void;
  /** True while nobody wants to hear: then nothing is to be read. */
  paused(): boolean;
  /** True where bytes are to be said instead of text. */
  bytes(): boolean;
}

/** Observer's side. */
export function speak(target: Document): Speaker {
  let name: string | undefined;
  let paused = false;
  let bytes = false;
  const held: SeenResponse[] = [];
  // Taken before the page can replace them.
  const dispatch = target.dispatchEvent.bind(target);
  const Custom = CustomEvent;
  const say = (seen: SeenResponse) => {
    if (name === undefined) held.length < 16 && held.push(seen);
    else {
      dispatch(new Custom(name, { detail: `${seen.url}\n${seen.page}` }));
      dispatch(new Custom(name + TEXT, { detail: seen.text }));
    }
  };
  target.addEventListener(
    OFFER,
    (event) => {
      const detail: unknown = (event as CustomEvent).detail;
      if (typeof detail !== 'string') return;
      [name, bytes] = detail.endsWith(BYTES) ? [detail.slice(0, -1), true] : [detail, false];
      event.preventDefault();
      target.addEventListener(name, ({ detail: order }: CustomEventInit) => {
        if (order === PAUSE || order === RESUME) paused = order === PAUSE;
      });
      for (const seen of held.splice(0)) say(seen);
    },
    { once: true },
  );
  dispatch(new Custom(ASK));
  return { say, paused: () => paused, bytes: () => bytes };
}
