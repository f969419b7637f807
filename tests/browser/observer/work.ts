/**
 * What a script does on the page's thread, counted instead of timed: planted before it, in its own world, this notes each
 * pass over a long text, each copy of it, and what is sent on. A count is the same on every machine.
 */
import type { Page } from 'puppeteer-core';

/** From how many characters or bytes on a text counts as long. */
const LONG = 100_000;

/** Under these names the two worlds are asked for what they have noted, and answer. */
const asks = (world: string) => `plumb-work:${world}`;

/** How often each function was called with a long text, by `owner.name`. */
export type Work = Record<string, number>;

/** Runs in the world that is watched, before the script of ours. */
function watch(long: number, ask: string): void {
  let noted: Record<string, number> = {};
  const { apply, defineProperty, getOwnPropertyDescriptor, ownKeys } = Reflect;
  const { stringify } = JSON;
  const isString = (value: unknown): value is string => typeof value === 'string';
  const isBlob = (value: unknown): value is Blob => typeof Blob !== 'undefined' && value instanceof Blob;
  /** Of the longest text in what is given, and two levels below: a message holds it in an object in an object. */
  const longest = (value: unknown, depth = 2): number => {
    if (isString(value)) return value.length;
    if (isBlob(value)) return value.size;
    if (typeof value !== 'object' || value === null) return 0;
    if (ArrayBuffer.isView(value) || value instanceof ArrayBuffer) return value.byteLength;
    if (depth === 0) return 0;
    let most = 0;
    for (const key in value) {
      const length = longest((value as Record<string, unknown>)[key], depth - 1);
      if (length > most) most = length;
    }
    return most;
  };
  const note = (name: string) => {
    noted[name] = (noted[name] ?? 0) + 1;
  };
  const follow = (owner: object, called: string, name: string | symbol, always = false) => {
    const before = (owner as Record<string | symbol, unknown>)[name];
    if (typeof before !== 'function') return;
    const value = new Proxy(before, {
      apply(target, self, given: unknown[]) {
        let met = always || (isString(self) && self.length >= long) || (isBlob(self) && self.size >= long);
        for (let at = 0; !met && at < given.length; at += 1) met = longest(given[at]) >= long;
        if (met) note(`${called}.${String(name)}`);
        return apply(target, self, given);
      },
    });
    defineProperty(owner, name, { value, configurable: true, enumerable: false, writable: true });
  };
  // One character of it, or its length, is no pass over it.
  const single = ['constructor', 'at', 'charAt', 'charCodeAt', 'codePointAt', 'toString', 'valueOf'];
  for (const name of ownKeys(String.prototype))
    if (!single.includes(String(name))) follow(String.prototype, 'String', name);
  for (const name of ownKeys(RegExp.prototype)) follow(RegExp.prototype, 'RegExp', name);
  for (const name of ['parse', 'stringify']) follow(JSON, 'JSON', name);
  for (const name of ['encode', 'encodeInto']) follow(TextEncoder.prototype, 'TextEncoder', name);
  follow(TextDecoder.prototype, 'TextDecoder', 'decode');
  follow(globalThis, 'window', 'structuredClone');
  for (const name of ['text', 'arrayBuffer', 'bytes', 'slice', 'stream']) follow(Blob.prototype, 'Blob', name);
  // Whatever the length: how long an answer is, is known only when it is read.
  for (const name of ['clone', 'text', 'json', 'blob', 'arrayBuffer', 'bytes', 'formData'])
    follow(Response.prototype, 'Response', name, true);
  for (const name of ['response', 'responseText']) {
    const flags = getOwnPropertyDescriptor(XMLHttpRequest.prototype, name);
    if (!flags?.get) continue;
    const { get } = flags;
    defineProperty(XMLHttpRequest.prototype, name, {
      ...flags,
      get(this: XMLHttpRequest) {
        note(`XMLHttpRequest.${name}`);
        return apply(get, this, []);
      },
    });
  }
  for (const name of ['Blob', 'CustomEvent'] as const) {
    const made = globalThis[name] as new (...given: unknown[]) => object;
    Object.assign(globalThis, {
      [name]: new Proxy(made, {
        construct(target, given, to) {
          for (const each of given) if (longest(each) >= long) note(`new ${name}`);
          return Reflect.construct(target, given, to);
        },
      }),
    });
  }
  // Only where a content script runs; the page's world has no such function.
  const { browser, chrome } = globalThis as never as Record<'browser' | 'chrome', { runtime?: object } | undefined>;
  for (const runtime of new Set([browser?.runtime, chrome?.runtime]))
    if (runtime) follow(runtime, 'runtime', 'sendMessage');
  const { addEventListener, dispatchEvent } = EventTarget.prototype;
  const Told = CustomEvent;
  apply(addEventListener, document, [
    ask,
    () => {
      const told = stringify(noted);
      noted = {};
      apply(dispatchEvent, document, [new Told(`${ask}!`, { detail: told })]);
    },
  ]);
}

/** The text to plant before a script. @param world names it among several */
export const watchWork = (world: string): string => `(${watch.toString()})(${LONG}, ${JSON.stringify(asks(world))});\n`;

/** What a world has done since it was asked last. @throws where nothing was planted in it */
export async function takeWork(page: Page, world: string): Promise<Work> {
  const told = await page.evaluate((ask) => {
    let heard: string | undefined;
    document.addEventListener(
      `${ask}!`,
      (event) => {
        heard = (event as CustomEvent<string>).detail;
      },
      { once: true },
    );
    document.dispatchEvent(new CustomEvent(ask));
    return heard;
  }, asks(world));
  if (told === undefined) throw new Error(`Nothing is planted in ${world}.`);
  return JSON.parse(told);
}
