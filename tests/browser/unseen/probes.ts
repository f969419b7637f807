/**
 * What a page can try to tell whether we are there: run with and without the extension, each must see the same. Every probe is
 * put into the page as a text; nothing but what it is given is there. A long file, for it is a list: an entry is a probe, and
 * none knows of another.
 */

/** What the probes share; `help` below makes it in the page. */
export interface Help {
  /** An address whose answers are read, and one whose answers are not. */
  readonly listed: string;
  readonly unlisted: string;
  /** The window of an empty frame: its functions are the browser's own for certain. */
  readonly clean: Window & typeof globalThis;
  wait(ms: number): Promise<void>;
  /** Sends a request and returns it when it has ended. */
  request(url: string, prepare?: (request: XMLHttpRequest) => void, body?: unknown): Promise<XMLHttpRequest>;
  /** Runs it and returns what it throws or is rejected with, as text with its stack. */
  failure(work: () => unknown): Promise<string>;
  /** Replaces a property until the probe has ended. */
  replace(owner: object, name: PropertyKey, flags: PropertyDescriptor): void;
  /** Puts back all that was replaced. */
  restore(): void;
}

export function help(listed: string, unlisted: string): Help {
  const frame = document.createElement('iframe');
  document.body.append(frame);
  const undo: (() => void)[] = [];
  const { defineProperty, deleteProperty } = Reflect;
  return {
    listed,
    unlisted,
    clean: frame.contentWindow as Help['clean'],
    wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
    request: (url, prepare = () => {}, body = null) =>
      new Promise((resolve) => {
        const request = new XMLHttpRequest();
        request.open('GET', url);
        request.onloadend = () => setTimeout(() => resolve(request));
        prepare(request);
        request.send(body as XMLHttpRequestBodyInit);
      }),
    async failure(work) {
      try {
        return `nothing: ${await work()}`;
      } catch (error) {
        return `${error}\n${(error as Error).stack}`;
      }
    },
    replace(owner, name, flags) {
      // Object.prototype itself may be what is replaced.
      const only = (one: object) => ({ __proto__: null, ...one });
      const before = Object.getOwnPropertyDescriptor(owner, name);
      const had = before && only(before);
      undo.push(() => (had ? defineProperty(owner, name, had) : deleteProperty(owner, name)));
      defineProperty(owner, name, only({ configurable: true, ...flags }));
    },
    restore() {
      for (const put of undo.splice(0).reverse()) put();
    },
  };
}

export type Probe = (help: Help) => unknown;

/** What stands on the stack while the page's own code runs within a function of the browser's. */
const stacks: Record<string, Probe> = {
  'stack within fetch: options, address, headers, a class of requests, something with then': async ({
    listed,
    failure,
  }) => {
    const stacks: string[] = [];
    const note = () => void stacks.push(String(new Error('here').stack));
    const noted =
      <Value>(value: Value) =>
      () => {
        note();
        return value;
      };
    const options = new Proxy({}, { get: (_, key) => void stacks.push(`${String(key)} ${new Error('here').stack}`) });
    await fetch(listed, options);
    await fetch({ toString: noted(listed) } as unknown as string);
    await fetch({ [Symbol.toPrimitive]: noted(listed) } as unknown as string);
    await fetch(listed, {
      headers: {
        *[Symbol.iterator]() {
          note();
          yield ['x-a', 'b'];
        },
      } as unknown as HeadersInit,
    });
    class Asked extends Request {
      override get method() {
        note();
        return 'GET';
      }
    }
    await fetch(new Asked(listed));
    const thenable = {
      // biome-ignore lint/suspicious/noThenProperty: what is tried here
      then(resolve: (value: string) => void) {
        note();
        resolve(listed);
      },
      toString: noted(listed),
    };
    stacks.push(await failure(async () => (await fetch(thenable as unknown as string)).status));
    return stacks;
  },
  'stack within send: its body, and the handlers that it calls': async ({ listed, request }) => {
    const stacks: string[] = [];
    const note = (name: string) => void stacks.push(`${name} ${new Error('here').stack}`);
    const noted = (name: string, value: string) => ({
      toString() {
        note(name);
        return value;
      },
    });
    const heard = (event: Event) => note(event.type);
    await request(
      listed,
      (one) => {
        one.open('POST', listed);
        for (const type of ['readystatechange', 'loadstart', 'load', 'loadend']) one.addEventListener(type, heard);
      },
      noted('body', 'body'),
    );
    const now = new XMLHttpRequest();
    now.open('GET', noted('address', listed) as unknown as string, false);
    now.onload = heard;
    now.send();
    await new Promise((resolve) => {
      const one = new XMLHttpRequest();
      one.open('GET', listed);
      one.onloadend = resolve;
      // Called by nobody but the browser.
      setTimeout(one.send.bind(one));
    });
    return stacks;
  },
  'stack within JSON: toJSON everywhere, getters in what a request has read': async ({ listed, request, replace }) => {
    const stacks: string[] = [];
    const note = (name: string) => void stacks.push(`${name} ${new Error('here').stack}`);
    for (const owner of [Object, Array, String, Number, Boolean])
      replace(owner.prototype, 'toJSON', { get: () => note(`toJSON of ${owner.name}`) });
    await request(listed, (one) => {
      one.responseType = 'json';
    });
    await request(listed, (one) => {
      one.responseType = 'json';
      one.onreadystatechange = () => {
        if (one.readyState !== 4) return;
        const { data } = one.response;
        data.user = new Proxy(
          {},
          { get: (_, key) => note(String(key)), has: (_, key) => note(String(key)) !== undefined },
        );
        Object.defineProperty(data, 'more', { enumerable: true, get: () => note('getter') });
      };
    });
    await (await fetch(listed)).json();
    return stacks;
  },
  'files that Error.prepareStackTrace is ever told': async ({ listed, request, failure, replace, wait }) => {
    const files = new Set<string>();
    const prepare = (error: Error, sites: { getFileName(): string | null; getFunctionName(): string | null }[]) => {
      for (const site of sites) files.add(`${site.getFileName()} ${site.getFunctionName()}`);
      return `${error}`;
    };
    replace(Error, 'prepareStackTrace', { value: prepare, writable: true });
    await failure(() => fetch(`${listed}?broken`));
    await failure(() => new XMLHttpRequest().send());
    await failure(async () => (await fetch(listed)).clone().json());
    await request(listed);
    await request(`${listed}?broken`);
    for (const key of ['then', 'send'] as const)
      for (const odd of [{}, null, Response.prototype, Object.create(XMLHttpRequest.prototype), document])
        await failure(
          () => Reflect.get(key === 'then' ? Response.prototype : XMLHttpRequest.prototype, key, odd) as unknown,
        );
    await wait(100);
    return [...files].sort();
  },
  'the deepest call that still succeeds': ({ unlisted }) => {
    // Frames of ours would leave less room; the depths themselves differ from run to run.
    const deepest = (work: () => unknown) => {
      let depth = 0;
      const dive = () => {
        depth += 1;
        try {
          dive();
        } catch {}
        if (depth > 0) {
          try {
            work();
            depth = -depth;
          } catch {}
        }
      };
      dive();
      return depth < 0;
    };
    return [
      deepest(() => void fetch(unlisted).catch(() => {})),
      deepest(() => new XMLHttpRequest().open('GET', unlisted)),
    ];
  },
};

/** What is thrown, rejected and reported. */
const failures: Record<string, Probe> = {
  'what fetch is rejected with, and its stack': async ({ listed, failure }) => {
    const call = fetch as unknown as (...given: unknown[]) => Promise<Response>;
    return [
      await failure(() => call()),
      await failure(() => call.call({}, listed)),
      await failure(() => new (fetch as unknown as new (url: string) => object)(listed)),
      await failure(() => call('http://[')),
      await failure(() => call(listed, { method: 'bad method' })),
      await failure(() => call(`${listed}?broken`)),
      await failure(() => call(listed, { signal: AbortSignal.abort() })),
      await failure(async () => {
        const response = await call(listed);
        await response.text();
        return response.json();
      }),
      ...(await Promise.all(
        ['empty', 'nothing', 'words'].map(async (kind) =>
          // Chromium says more, and with a stack, where the body has come by then: that is chance, with and without us.
          (
            await failure(async () => (await call(`${listed}?${kind}`)).json())
          )
            .replace("Failed to execute 'json' on 'Response': ", '')
            .replace(/\n(?:.|\n)*/, ''),
        ),
      )),
      await failure(async () => (await call(`${listed}?words`)).formData()),
    ];
  },
  'what a request throws, and its stack': async ({ listed, failure }) => {
    const made = (type: XMLHttpRequestResponseType = '') => {
      const one = new XMLHttpRequest();
      one.open('GET', listed);
      one.responseType = type;
      return one;
    };
    return [
      await failure(() => new XMLHttpRequest().send()),
      await failure(() => XMLHttpRequest.prototype.send.call({} as XMLHttpRequest)),
      await failure(() => (XMLHttpRequest as unknown as () => void)()),
      await failure(() => new (XMLHttpRequest.prototype.send as unknown as new () => object)()),
      await failure(() => made('json').responseText),
      await failure(() => {
        const one = made();
        one.send();
        one.send();
      }),
      await failure(() => {
        const one = new XMLHttpRequest();
        one.open('GET', `${listed}?broken`, false);
        one.send();
      }),
      await failure(() => Reflect.construct(XMLHttpRequest, [], Object) instanceof XMLHttpRequest),
    ];
  },
  'rejections that nobody handles: how many, of which promise, with which stack': async ({ listed, wait }) => {
    const told: string[] = [];
    let promise: Promise<unknown> | undefined;
    const hear = (event: PromiseRejectionEvent) => {
      told.push(`${event.type} ${event.promise === promise} ${event.reason?.stack}`);
      event.preventDefault();
    };
    for (const type of ['unhandledrejection', 'rejectionhandled'] as const) addEventListener(type, hear);
    promise = fetch(`${listed}?broken`);
    for (let left = 100; told.length === 0 && left > 0; left -= 1) await wait(100);
    promise.catch(() => {});
    await wait(100);
    promise = fetch(listed).then((response) => response.formData());
    for (let left = 50; told.length < 3 && left > 0; left -= 1) await wait(100);
    for (const type of ['unhandledrejection', 'rejectionhandled'] as const) removeEventListener(type, hear);
    return told;
  },
  'errors, messages and violations that the page is told of': ({ wait }) =>
    wait(200).then(() => (window as unknown as { told: unknown[] }).told),
};

/** How properties and functions look. */
const forms: Record<string, Probe> = {
  'how functions print, in this window and in an empty frame': ({ clean }) => {
    const functions = [
      fetch,
      XMLHttpRequest,
      Response,
      Request,
      Promise,
      EventTarget,
      CustomEvent,
      MouseEvent,
      WeakMap,
    ];
    const owners = [Response, XMLHttpRequest, EventTarget, Promise, Function, WeakMap, WeakSet, Event, CustomEvent];
    const print = clean.Function.prototype.toString;
    const printed: string[] = [];
    for (const one of functions) printed.push(`${print.call(one)} ${Function.prototype.toString.call(one)}`);
    for (const { prototype } of owners)
      for (const key of Reflect.ownKeys(prototype)) {
        const { get, value } = Object.getOwnPropertyDescriptor(prototype, key) ?? {};
        // What is no value is looked up as the page does.
        const found = get ? (key === 'send' ? (prototype as XMLHttpRequest).send : undefined) : value;
        if (typeof found === 'function')
          printed.push(
            `${String(key)} ${print.call(found)} ${found.name} ${found.length} ${Reflect.ownKeys(found).map(String).sort().join()}`,
          );
      }
    return printed;
  },
  'whether functions can be made with new, and whether a circle of prototypes is refused': async ({ failure }) => {
    const seen: unknown[] = [];
    for (const one of [
      fetch,
      XMLHttpRequest,
      XMLHttpRequest.prototype.send,
      Response.prototype.text,
      Promise.prototype.then,
    ]) {
      seen.push(await failure(() => typeof Reflect.construct(Object, [], one)));
      const proto = Object.getPrototypeOf(one);
      const circle = await failure(() => void Object.setPrototypeOf(one, Object.create(one)));
      Object.setPrototypeOf(one, proto);
      seen.push(circle, 'x' in Object.create(one), await failure(() => String(Object.create(one))));
    }
    return seen;
  },
  'the prototypes of prototypes': () =>
    ['Response', 'XMLHttpRequest', 'XMLHttpRequestEventTarget', 'EventTarget', 'Promise', 'Document', 'Window'].map(
      (name) => {
        const chain: string[] = [];
        const { prototype } = (window as unknown as Record<string, { prototype: object }>)[name] as {
          prototype: object;
        };
        for (let at = prototype; at; at = Object.getPrototypeOf(at)) chain.push(Object.prototype.toString.call(at));
        return [name, chain, Object.isExtensible(prototype)];
      },
    ),
  'names of the window, the document and the navigator': () => {
    const seen: string[][] = [];
    for (const one of [window, document, navigator, document.documentElement])
      seen.push(Reflect.ownKeys(one).map(String));
    for (const one of [window, document, navigator]) {
      const keys: string[] = [];
      for (const key in one) keys.push(key);
      seen.push(keys);
    }
    // What drives the browser puts its own names there.
    return seen.map((keys) => keys.filter((key) => !/puppeteer|aria/.test(key)).sort());
  },
  'order of the names of the window': () =>
    Reflect.ownKeys(window)
      .map(String)
      .filter((key) => !/puppeteer|aria/.test(key)),
  'a response and a request, and what is copied of them': async ({ listed, request }) => {
    const response = await fetch(listed);
    const one = await request(listed);
    const names = (owner: object) => {
      const keys: string[] = [];
      for (const key in owner) keys.push(key);
      return [Reflect.ownKeys(owner).map(String), keys];
    };
    return [
      names(response),
      names(one),
      Object.prototype.toString.call(response),
      response.body?.locked,
      response.bodyUsed,
      (await response.text()).length,
      JSON.stringify(response),
      JSON.stringify(one),
    ];
  },
  "a page's own function in the place of send, of all and of one": async ({ listed, request, replace }) => {
    const { send } = XMLHttpRequest.prototype;
    const seen: unknown[] = [];
    const flags = Object.getOwnPropertyDescriptor(XMLHttpRequest.prototype, 'send') as PropertyDescriptor;
    XMLHttpRequest.prototype.send = function (...given) {
      seen.push('all');
      return send.apply(this, given);
    };
    seen.push(XMLHttpRequest.prototype.send.toString());
    await request(listed, (one) => {
      const all = one.send;
      one.send = function (...given) {
        seen.push('one');
        return all.apply(this, given);
      };
      seen.push(Object.getOwnPropertyDescriptor(one, 'send') && Object.keys(one));
    });
    XMLHttpRequest.prototype.send = send;
    replace(XMLHttpRequest.prototype, 'send', flags);
    await request(listed);
    return [...seen, XMLHttpRequest.prototype.send === send];
  },
};

/** When things happen, and what is called meanwhile. */
const courses: Record<string, Probe> = {
  'turns of the queue until a promise of fetch settles': async ({ listed, clean }) => {
    const turns = async (work: () => Promise<unknown>) => {
      let settled = false;
      let count = 0;
      const promise = work();
      promise.then(
        () => {
          settled = true;
        },
        () => {
          settled = true;
        },
      );
      for (; !settled && count < 50; count += 1) await null;
      return count;
    };
    const abort = new AbortController();
    const aborted = fetch(`${listed}?slow`, { signal: abort.signal });
    return [
      await turns(() => fetch('http://[')),
      await turns(() => clean.fetch('http://[')),
      await turns(() => fetch(listed, { signal: AbortSignal.abort() })),
      await turns(() => {
        abort.abort();
        return aborted;
      }),
    ];
  },
  'order of handlers when an answer has come': async ({ listed }) => {
    const order: string[] = [];
    const promise = fetch(listed);
    const first = promise.then((response) => {
      order.push('first');
      const text = response.text();
      Promise.resolve()
        .then(() => order.push('one turn later'))
        .then(() => order.push('two turns later'));
      return text;
    });
    const second = promise.then(() => order.push('second'));
    await Promise.all([first, second]);
    return [order, promise.constructor === Promise, Object.getPrototypeOf(promise) === Promise.prototype];
  },
  'order of listeners of a request, and those that stop the rest': async ({ listed, request }) => {
    const order: string[] = [];
    await request(listed, (one) => {
      one.onload = () => void order.push('onload');
      one.addEventListener('load', (event) => {
        order.push('first');
        event.stopImmediatePropagation();
      });
      one.addEventListener('load', () => order.push('second'));
      one.addEventListener('loadend', () => order.push('end'));
    });
    return order;
  },
  "what of the page's own is called or looked up while it asks": async (help) => {
    const { listed, request, replace } = help;
    const calls: Record<string, number> = {};
    let on = false;
    const note = (name: string) => {
      if (on) calls[name] = (calls[name] ?? 0) + 1;
    };
    const owners = {
      Response,
      Request,
      XMLHttpRequest,
      EventTarget,
      Event,
      CustomEvent,
      MouseEvent,
      Promise,
      Function,
      Array,
    };
    const more = { String, RegExp, WeakMap, WeakSet, Map, Set, URL, URLSearchParams, Blob, Headers, ArrayBuffer };
    const { apply, ownKeys } = Reflect;
    for (const [name, { prototype }] of Object.entries({ ...owners, ...more }))
      for (const key of ownKeys(prototype)) {
        const flags = Object.getOwnPropertyDescriptor(prototype, key) as PropertyDescriptor;
        if (!flags.configurable || key === 'constructor' || (name === 'Function' && key !== 'toString')) continue;
        const called = `${name}.${String(key)}`;
        const { value, get } = flags;
        if (typeof value === 'function' && key !== 'send')
          replace(prototype, key, {
            ...flags,
            value(this: unknown, ...given: unknown[]) {
              note(called);
              return apply(value, this, given);
            },
          });
        // Ours are not the page's own.
        else if (get && key !== 'then' && key !== 'send')
          replace(prototype, key, {
            enumerable: flags.enumerable as boolean,
            set: flags.set as never,
            get(this: unknown) {
              note(called);
              return apply(get, this, []);
            },
          });
      }
    for (const owner of [Object.prototype, Promise.prototype])
      for (const key of ['bubbles', 'cancelable', 'detail', 'relatedTarget', 'get', 'set', 'value', 'writable', 'once'])
        replace(owner, key, { get: () => note(`looked up: ${key}`) });
    replace(Promise.prototype, 'constructor', {
      get: () => {
        note('Promise.constructor');
        return Promise;
      },
    });
    for (const name of ['apply', 'construct', 'defineProperty', 'getOwnPropertyDescriptor'] as const) {
      const before = Reflect[name] as (...given: unknown[]) => unknown;
      const value = (...given: unknown[]) => {
        note(`Reflect.${name}`);
        return before(...given);
      };
      replace(Reflect, name, { value });
    }
    on = true;
    const response = fetch(listed);
    const asked = request(listed);
    const json = request(listed, (one) => {
      one.responseType = 'json';
    });
    await response;
    await asked;
    await json;
    await help.wait(300);
    on = false;
    help.restore();
    return Object.entries(calls).sort();
  },
  'what the browser notes of the page: resources, long tasks and frames, by whose script': async ({ wait }) => {
    const kinds: string[] = [];
    const watch = new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & { scripts?: { sourceURL: string }[] })[])
        for (const { sourceURL } of entry.scripts ?? [])
          if (!sourceURL.startsWith(location.origin)) kinds.push(sourceURL);
    });
    for (const type of ['long-animation-frame', 'longtask'] as const)
      if (PerformanceObserver.supportedEntryTypes.includes(type)) watch.observe({ type, buffered: true });
    await wait(300);
    watch.disconnect();
    const names = performance
      .getEntries()
      .filter(
        ({ entryType, name }) =>
          !['longtask', 'long-animation-frame', 'event'].includes(entryType) && !name.endsWith('?slow'),
      )
      .map(({ entryType, name }) => `${entryType} ${name}`);
    // How many frames are long is a matter of the machine.
    return [[...new Set(names)].sort(), [...new Set(kinds)].sort()];
  },
};

/** Kept apart by what they look at; their names are told in the table. */
export const probes: Record<string, Probe> = { ...stacks, ...failures, ...forms, ...courses };
