/**
 * The passive observer in the page's world: sees the responses that the page itself asked for.
 * It asks for nothing, changes no request and no response, and reads only those that the content script wants.
 *
 * No function of the browser's is replaced, so none can be told apart by how it prints, by the stack beneath it, by what
 * it throws or by when its promise settles: none of ours runs while one of the browser's does. Two properties that are looked
 * up at the right moment are getters here:
 * - `then` of a response: the browser looks for it on what fetch's promise is about to be fulfilled with. There is none.
 * - `send` of a request: the page looks it up to call it, and gets the browser's own.
 *
 * Once the page's scripts run, nothing here calls or looks up what they could have replaced: it would be called from our
 * script, and find that on its stack. What a page can see nevertheless stands in SECURITY.md.
 */
import { defineContentScript } from 'wxt/utils/define-content-script';
import { platformPages } from '../.generated/platforms/patterns';
import { type Speaker, speak } from '../messages/channel';

export default defineContentScript({
  matches: [...platformPages],
  runAt: 'document_start',
  world: 'MAIN',
  globalName: false,
  main() {
    const speaker = speak(document, () => {
      leaveResponses();
      leaveRequests();
    });
    const leaveResponses = watchResponses(speaker);
    const leaveRequests = watchRequests(speaker);
  },
});

/** Options that are left out would be looked for on Object.prototype. */
const only = <Options extends object>(options: Options): Options => ({ __proto__: null, ...options });

/** Nothing that happens in here may reach the page. */
function quietly(look: () => void): void {
  try {
    look();
  } catch {}
}

/** Reads a property as the browser does, whatever the page will have put in its place. */
function reader<Owner extends object, Key extends keyof Owner & string>(owner: Owner, key: Key) {
  const { apply, getOwnPropertyDescriptor } = Reflect;
  const { get } = getOwnPropertyDescriptor(owner, key) as { get(): Owner[Key] };
  return (from: Owner): Owner[Key] => apply(get, from, []);
}

/**
 * Puts getters in a property's place; they print as the browser's own functions do.
 * @param before what is to stand there in the end; undefined: nothing
 * @returns puts it there, if the getters still do
 */
function hook(owner: object, key: string, flags: PropertyDescriptor, before: () => PropertyDescriptor | undefined) {
  const { defineProperty, deleteProperty, getOwnPropertyDescriptor } = Reflect;
  const printed = (getter: object) => new Proxy(getter, only({})) as never;
  const get = printed(flags.get as object);
  defineProperty(
    owner,
    key,
    only({ ...flags, get, ...(flags.set ? { set: printed(flags.set) } : {}), configurable: true }),
  );
  return () => {
    if (getOwnPropertyDescriptor(owner, key)?.get !== get) return;
    const flags = before();
    if (flags) defineProperty(owner, key, only({ ...flags, configurable: true }));
    else deleteProperty(owner, key);
  };
}

function watchResponses({ isWanted, say, bytes }: Speaker): () => void {
  const { apply, defineProperty } = Reflect;
  const { then } = Promise.prototype;
  const { has, add } = WeakSet.prototype;
  const { clone, text: readText, blob } = Response.prototype;
  const statusOf = reader(Response.prototype, 'status');
  const addressOf = reader(Response.prototype, 'url');
  const seen = new WeakSet<Response>();
  const look = (response: Response) => {
    // A promise that is fulfilled with the response once more looks once more.
    if (apply(has, seen, [response])) return;
    apply(add, seen, [response]);
    const url = addressOf(response);
    const status = statusOf(response);
    // 204 and 205 have none.
    const hasBody = status >= 200 && status <= 299 && status !== 204 && status !== 205;
    if (url === '' || !hasBody || !isWanted(url)) return;
    const copy = apply(bytes() ? blob : readText, apply(clone, response, []), []) as Promise<string | Blob>;
    // `then` would ask the page's Promise how to make another.
    defineProperty(copy, 'constructor', only({ value: undefined }));
    apply(then, copy, [(text: string | Blob) => quietly(() => say(url, text)), () => {}]);
  };
  const getter = {
    get(this: Response) {
      quietly(() => look(this));
    },
  };
  return hook(Response.prototype, 'then', getter, () => undefined);
}

function watchRequests({ isWanted, sayRequest }: Speaker): () => void {
  const { apply, defineProperty } = Reflect;
  const { addEventListener } = EventTarget.prototype;
  const { get: valueIn, set: putIn } = WeakMap.prototype;
  const { prototype } = XMLHttpRequest;
  const statusOf = reader(prototype, 'status');
  const addressOf = reader(prototype, 'responseURL');
  /** The address of the page when it sent each. */
  const pages = new WeakMap<XMLHttpRequest, string>();
  function onLoad(this: XMLHttpRequest) {
    quietly(() => {
      const status = statusOf(this);
      const url = addressOf(this);
      if (status >= 200 && status <= 299 && isWanted(url))
        sayRequest(url, apply(valueIn, pages, [this]) as string, this);
    });
  }
  let { send } = prototype;
  const accessor = {
    get(this: XMLHttpRequest) {
      quietly(() => {
        // Throws where it is no request, but the prototype or something of the page's.
        statusOf(this);
        // The same listener is added once, however often the page looks.
        apply(addEventListener, this, ['load', onLoad]);
        apply(putIn, pages, [this, location.href]);
      });
      return send;
    },
    /** The page puts its own function before the browser's, for all requests or for one. */
    set(this: XMLHttpRequest, value: typeof send) {
      if (this === prototype) send = value;
      else defineProperty(this, 'send', only({ value, writable: true, enumerable: true, configurable: true }));
    },
    enumerable: true,
  };
  return hook(prototype, 'send', accessor, () => ({ value: send, writable: true, enumerable: true }));
}
