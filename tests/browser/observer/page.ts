/** What a page can do with fetch and XMLHttpRequest, and can see of it: run with and without the extension, it must say the same. */
import { makeHar, NONCE } from '../har/make.ts';

export const AT = '2026-11-20T09:00:00Z';
export const ORIGIN = 'https://www.instagram.com';
/** An address that is read, and one that is not. */
export const LISTED = `${ORIGIN}/graphql/query`;
export const UNLISTED = `${ORIGIN}/ajax/unread`;

/** Runs in the page. @returns what it saw, by the name of the try */
async function tries(listed: string, unlisted: string): Promise<Record<string, unknown>> {
  const seen: Record<string, unknown> = {};
  const said = (error: unknown) => `${(error as Error)?.name}: ${(error as Error)?.message}`;
  const wait = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));
  const note = async (name: string, work: () => unknown) => {
    try {
      seen[name] = (await work()) ?? null;
    } catch (error) {
      seen[name] = said(error);
    }
  };
  const shape = (response: Response) => [
    response.status,
    response.ok,
    response.type,
    response.redirected,
    response.url,
    response.bodyUsed,
    [...response.headers].filter(([name]) => name !== 'date'),
  ];
  /** Returns once the last request that is never answered has arrived at the server. */
  const arrived = (url: string) => fetch(`${url}?arrived`);
  const lengthOf = async (reader: ReadableStreamDefaultReader<Uint8Array>) => {
    let length = 0;
    for (let part = await reader.read(); !part.done; part = await reader.read()) length += part.value.length;
    return length;
  };

  // How often the page's own replacements are called.
  const calls: Record<string, number> = {};
  const counted = (owner: object, name: string) => {
    const before = (owner as Record<string, (...given: unknown[]) => unknown>)[name] as (
      ...given: unknown[]
    ) => unknown;
    (owner as Record<string, unknown>)[name] = function (this: unknown, ...given: unknown[]) {
      calls[name] = (calls[name] ?? 0) + 1;
      return before.apply(this, given);
    };
    return () => {
      (owner as Record<string, unknown>)[name] = before;
    };
  };

  for (const [kind, url] of [
    ['listed', listed],
    ['unlisted', unlisted],
  ] as const) {
    const get = (init?: RequestInit) => fetch(url, init);
    await note(`${kind}: text`, async () => {
      const response = await get();
      return [shape(response), await response.text(), response.bodyUsed];
    });
    for (const body of ['json', 'blob', 'arrayBuffer', 'formData', 'bytes'] as const)
      await note(`${kind}: ${body}`, async () => {
        const value = (await ((await get()) as Response & { bytes(): Promise<Uint8Array> })[body]()) as unknown;
        return value instanceof Blob
          ? [value.size, value.type]
          : value instanceof ArrayBuffer
            ? value.byteLength
            : JSON.stringify(value).length;
      });
    await note(`${kind}: address as an object`, async () => (await fetch(new URL(url))).status);
    await note(`${kind}: a request`, async () => {
      const request = new Request(url, {
        method: 'POST',
        headers: { 'X-One': '1', Accept: 'a/b' },
        body: 'from the request',
      });
      const response = await fetch(request);
      return [response.status, request.bodyUsed, request.method];
    });
    await note(
      `${kind}: a request with another body`,
      async () =>
        (await fetch(new Request(url, { method: 'POST', body: 'one' }), { body: 'two', headers: { 'X-Two': '2' } }))
          .status,
    );
    const bodies: Record<string, BodyInit> = {
      text: 'plain',
      parameters: new URLSearchParams({ a: '1', b: 'é&=' }),
      blob: new Blob(['{"a":1}'], { type: 'application/json' }),
      bytes: new Uint8Array([104, 105]),
    };
    for (const [name, body] of Object.entries(bodies))
      await note(
        `${kind}: posts ${name}`,
        async () => (await get({ method: 'POST', body, referrerPolicy: 'no-referrer' })).status,
      );
    await note(`${kind}: other modes`, async () => [
      (await get({ mode: 'same-origin', credentials: 'omit', cache: 'no-store', keepalive: true })).status,
      (await get({ method: 'HEAD' })).status,
    ]);
    await note(`${kind}: aborted before`, () => get({ signal: AbortSignal.abort() }));
    await note(`${kind}: aborted meanwhile`, () => {
      const abort = new AbortController();
      const answer = fetch(`${url}?slow`, { signal: abort.signal });
      void arrived(url).then(() => abort.abort());
      return answer;
    });
    await note(`${kind}: aborted while its body is read`, async () => {
      const abort = new AbortController();
      const response = await get({ signal: abort.signal });
      abort.abort();
      return response.text();
    });
    await note(`${kind}: read twice`, async () => {
      const response = await get();
      await response.text();
      return response.text();
    });
    await note(`${kind}: copies`, async () => {
      const response = await get();
      const copy = response.clone();
      const [one, two] = await Promise.all([response.text(), copy.text()]);
      return [one === two, response.bodyUsed, copy.bodyUsed];
    });
    await note(`${kind}: copied too late`, async () => {
      const response = await get();
      await response.text();
      response.clone();
    });
    await note(`${kind}: read as a stream`, async () => {
      const response = await get();
      const before = [response.body?.locked, response.bodyUsed];
      const reader = (response.body as ReadableStream<Uint8Array>).getReader();
      return [before, response.body?.locked, await lengthOf(reader), response.bodyUsed];
    });
    await note(`${kind}: read into a buffer`, async () => {
      const reader = ((await get()).body as ReadableStream<Uint8Array>).getReader({ mode: 'byob' });
      const { value, done } = await reader.read(new Uint8Array(4));
      return [value && [...value], done];
    });
    await note(`${kind}: split in two`, async () => {
      const [one, two] = ((await get()).body as ReadableStream<Uint8Array>).tee();
      return Promise.all([lengthOf(one.getReader()), lengthOf(two.getReader())]);
    });
    await note(`${kind}: given up`, async () => {
      const response = await get();
      await response.body?.cancel();
      return [response.bodyUsed, (await get()).status];
    });
    await note(`${kind}: piped`, async () => {
      const piped = (await get()).body?.pipeThrough(new TextDecoderStream());
      return (await new Response(piped?.pipeThrough(new TextEncoderStream())).text()).length;
    });
    await note(`${kind}: not found`, async () => shape(await fetch(`${url}/missing`)));
    await note(`${kind}: empty`, async () => shape(await fetch(`${url}?empty`)));
    for (const redirect of ['follow', 'error', 'manual'] as const)
      await note(`${kind}: redirect ${redirect}`, async () => shape(await fetch(`${url}?moved`, { redirect })));
    await note(`${kind}: never answered`, () => fetch(`${url}?broken`));
    await note(`${kind}: a failure that nobody handles`, async () => {
      const unhandled: string[] = [];
      let first = () => {};
      const told = new Promise<void>((done) => {
        first = done;
      });
      const hear = (event: PromiseRejectionEvent) => {
        unhandled.push(said(event.reason));
        event.preventDefault();
        first();
      };
      window.addEventListener('unhandledrejection', hear);
      void fetch(`${url}?broken`);
      // A browser that asks again, up to ten times, may need long; one that never tells is a difference, too.
      await Promise.race([told, wait(30_000)]);
      await wait(50);
      window.removeEventListener('unhandledrejection', hear);
      return unhandled;
    });
    await note(`${kind}: the page's own replacements`, async () => {
      for (const name of Object.keys(calls)) delete calls[name];
      const undo = [
        ...['clone', 'text', 'json', 'blob', 'arrayBuffer'].map((name) => counted(Response.prototype, name)),
        ...['then', 'catch', 'finally'].map((name) => counted(Promise.prototype, name)),
        ...['addEventListener', 'dispatchEvent'].map((name) => counted(EventTarget.prototype, name)),
        counted(JSON, 'stringify'),
        counted(XMLHttpRequest.prototype, 'send'),
      ];
      const response = await get();
      await new Promise((resolve) => {
        const request = new XMLHttpRequest();
        request.open('GET', url);
        request.onloadend = resolve;
        request.send();
      });
      await wait(100);
      for (const restore of undo) restore();
      return [await response.text(), { ...calls }];
    });

    const ask = (
      prepare: (request: XMLHttpRequest) => void,
      method = 'GET',
      to = url,
      body: XMLHttpRequestBodyInit | null = null,
      make = () => new XMLHttpRequest(),
    ) =>
      new Promise((resolve) => {
        const request = make();
        const events: unknown[] = [];
        const heard = ({ type }: Event) => {
          events.push(type === 'readystatechange' ? `${type} ${request.readyState}` : type);
          if (type !== 'loadend') return;
          const { response } = request;
          setTimeout(() =>
            resolve([
              // How many parts an answer comes in is chance.
              events.filter((event, index) => event !== 'progress' && event !== events[index - 1]),
              request.status,
              request.responseURL,
              request.getAllResponseHeaders().replace(/date:.*\r\n/, ''),
              request.response === response,
              response instanceof Blob
                ? [response.size, response.type]
                : response instanceof ArrayBuffer
                  ? response.byteLength
                  : response instanceof Document
                    ? 'document'
                    : response,
            ]),
          );
        };
        for (const type of [
          'readystatechange',
          'loadstart',
          'progress',
          'load',
          'abort',
          'error',
          'timeout',
          'loadend',
        ])
          request.addEventListener(type, heard as EventListener);
        request.open(method, to);
        prepare(request);
        request.send(body);
      });
    for (const type of ['', 'text', 'json', 'blob', 'arraybuffer', 'document'] as const)
      await note(`${kind}: asked for as '${type}'`, () =>
        ask((request) => {
          request.responseType = type;
        }),
      );
    await note(`${kind}: posted`, () =>
      ask((request) => request.setRequestHeader('X-Asbd-Id', '7'), 'POST', url, new URLSearchParams({ doc_id: '1' })),
    );
    await note(`${kind}: with credentials and another type`, () =>
      ask((request) => {
        request.withCredentials = true;
        request.overrideMimeType('text/plain; charset=x-user-defined');
      }),
    );
    await note(`${kind}: request not found`, () => ask(() => {}, 'GET', `${url}/missing`));
    await note(`${kind}: request moved`, () => ask(() => {}, 'GET', `${url}?moved`));
    await note(`${kind}: request broken`, () => ask(() => {}, 'GET', `${url}?broken`));
    await note(`${kind}: request late`, () =>
      ask(
        (request) => {
          void arrived(url).then(() => {
            request.timeout = 1;
          });
        },
        'GET',
        `${url}?slow`,
      ),
    );
    await note(`${kind}: request aborted`, () =>
      ask((request) => void arrived(url).then(() => request.abort()), 'GET', `${url}?slow`),
    );
    await note(`${kind}: a class of the page's`, () =>
      ask(
        () => {},
        'GET',
        url,
        null,
        () => new (class extends XMLHttpRequest {})(),
      ),
    );
    await note(`${kind}: used twice`, async () => {
      const request = new XMLHttpRequest();
      const once = () =>
        new Promise((resolve) => {
          request.open('GET', url);
          request.onload = () => resolve(request.responseText.length);
          request.send();
        });
      return [await once(), await once()];
    });
    await note(`${kind}: at once`, () => {
      const request = new XMLHttpRequest();
      request.open('GET', url, false);
      request.send();
      return [request.readyState, request.responseText];
    });
  }
  // How the properties themselves are made: see unseen.
  const form = (owner: object, name: string) => {
    const value = (owner as Record<string, (...given: unknown[]) => unknown>)[name] as () => unknown;
    return [value.name, value.length, typeof value, Function.prototype.toString.call(value), Object.keys(value)];
  };
  await note('the functions', () => [
    form(window, 'fetch'),
    form(XMLHttpRequest.prototype, 'send'),
    Object.keys(window)
      .filter((key) => !/^on/.test(key))
      .sort(),
  ]);
  await note('no address', () => (fetch as unknown as () => Promise<Response>)());
  await note('another owner', () => fetch.call({} as Window, unlisted));
  await note('made with new', () => new (fetch as unknown as new (address: string) => object)(unlisted));
  await note('sent unopened', () => new XMLHttpRequest().send());
  await note('sent by another', () => XMLHttpRequest.prototype.send.call({} as XMLHttpRequest));
  await note('its promise', async () => {
    const promise = fetch(unlisted);
    await promise;
    return [promise instanceof Promise, promise.constructor === Promise, Object.prototype.toString.call(promise)];
  });
  // The browser notes a request a moment after the page has its answer.
  const noted = () =>
    performance
      .getEntriesByType('resource')
      .map(({ name }) => name)
      // Asked together with a slow one: which of the two ends first is chance.
      .filter((name) => !name.endsWith('?arrived'));
  for (let before = -1; noted().length > before; await wait(500)) before = noted().length;
  seen['all that was asked for'] = noted();
  return seen;
}

const BODY = '{"data":{"user":null},"words":"é 漢 🙂 \\"quoted\\""}';

/** A document that asks for nothing by itself, and the answers that the tries meet. */
export function triesHar() {
  const get = (url: string, body = BODY) => ({ via: 'fetch' as const, method: 'GET' as const, url, body });
  const asks = [LISTED, UNLISTED].flatMap((url) => [
    get(url),
    { ...get(url), method: 'POST' as const },
    get(`${url}?slow`),
    get(`${url}?arrived`, ''),
    get(`${url}?to`, '{"moved":true}'),
    get(`${url}?empty`, ''),
    get(`${url}?nothing`, ''),
    get(`${url}?words`, 'no JSON'),
    get(`${url}?moved`),
    get(`${url}?broken`),
  ]);
  const document = `<!DOCTYPE html><html lang="en"><head><title>tries</title><link rel="icon" href="data:,"></head><body><script nonce="${NONCE}">window.tries = ${tries.toString()};</script></body></html>`;
  const har = makeHar([{ url: `${ORIGIN}/explore/`, at: AT, document, asks }]);
  for (const { request, response } of har.log.entries) {
    if (request.url.endsWith('?moved'))
      Object.assign(response, {
        status: 302,
        redirectURL: request.url.replace('?moved', '?to'),
        headers: [{ name: 'location', value: request.url.replace('?moved', '?to') }],
      });
    if (request.url.endsWith('?broken')) response.status = 0;
    if (request.url.endsWith('?empty')) response.status = 204;
  }
  return har;
}

export const RUN_TRIES = `window.tries(${JSON.stringify(LISTED)}, ${JSON.stringify(UNLISTED)})`;
