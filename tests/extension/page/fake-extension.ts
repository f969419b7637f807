/** The extension's other side and the browser, as a page's script meets them: what it says is kept, what it asks is answered here. */
import type { ContentScriptContext } from 'wxt/utils/content-script-context';
import type { FromPage } from '../../../extension/messages/messages';
import english from '../../../extension/public/_locales/en/messages.json';

type Listener = (message: unknown, sender: { id: string }, respond: (answer: unknown) => void) => unknown;

/** What the tests set and look at. */
export const background = {
  /** What the page has said, in order. */
  heard: [] as FromPage[],
  /** How the background answers; a promise that rejects is a background that died. */
  answer: (_message: FromPage): unknown => undefined,
  listeners: [] as Listener[],
  stored: {} as Record<string, unknown>,
  /** Says something to the page's script. @returns what it responds; undefined where it does not */
  async say(message: unknown, id = 'plumb'): Promise<unknown> {
    let answer: unknown;
    for (const listener of this.listeners) {
      await new Promise<void>((resolve) => {
        const waits = listener(message, { id }, (given) => {
          answer = given;
          resolve();
        });
        if (waits !== true) resolve();
      });
    }
    return answer;
  },
  said: <K extends FromPage['kind']>(kind: K) =>
    background.heard.filter((message): message is Extract<FromPage, { kind: K }> => message.kind === kind),
  reset() {
    this.heard = [];
    this.answer = () => undefined;
    this.listeners = [];
    this.stored = {};
    browser.runtime.id = 'plumb';
  },
};

export const browser = {
  runtime: {
    id: 'plumb',
    async sendMessage(message: FromPage) {
      background.heard.push(message);
      return background.answer(message);
    },
    onMessage: { addListener: (listener: Listener) => background.listeners.push(listener) },
    getManifest: () => ({ version: '9.8.7' }),
  },
  i18n: {
    getMessage: (key: string) => (english as Record<string, { message: string } | undefined>)[key]?.message ?? '',
  },
  storage: { local: { get: async () => background.stored, onChanged: { addListener() {}, removeListener() {} } } },
};

/** Changes the address without a new document and without a word of the browser. */
export function moveQuietly(address: string): void {
  (window as unknown as { happyDOM: { setURL(address: string): void } }).happyDOM.setURL(address);
}

const navigation = new EventTarget();
Object.assign(window, { navigation });

/** Changes the address without a new document. */
export function moveTo(address: string): void {
  moveQuietly(address);
  navigation.dispatchEvent(new Event('currententrychange'));
}

/** WXT's context of a content script, and its end. */
export function contentScript() {
  const ended: (() => void)[] = [];
  let valid = true;
  const invalidate = () => {
    if (!valid) return;
    valid = false;
    for (const end of ended) end();
  };
  const ctx = {
    get isValid() {
      if (browser.runtime.id === undefined) invalidate();
      return valid;
    },
    setTimeout: (task: () => void, ms: number) => setTimeout(task, ms),
    addEventListener: (target: EventTarget, name: string, heard: EventListener, options?: AddEventListenerOptions) =>
      target.addEventListener(name, heard, options),
    onInvalidated: (end: () => void) => ended.push(end),
  };
  return {
    ctx: ctx as unknown as ContentScriptContext,
    /** The extension was updated or removed. */
    invalidate,
  };
}
