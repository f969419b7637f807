/**
 * HAR 1.2 as the browsers' developer tools save it (http://www.softwareishard.com/blog/har-12-spec/), and
 * which recorded answer a request gets.
 */
import { isDeepStrictEqual } from 'node:util';

export interface HarHeader {
  name: string;
  value: string;
}

export interface HarEntry {
  pageref?: string;
  startedDateTime?: string;
  request: {
    method: string;
    url: string;
    headers?: HarHeader[];
    postData?: { mimeType?: string; text?: string; params?: { name: string; value?: string }[] };
  };
  response: {
    status: number;
    statusText?: string;
    headers?: HarHeader[];
    redirectURL?: string;
    content?: { size?: number; mimeType?: string; text?: string; encoding?: string };
  };
}

export interface HarPage {
  id: string;
  startedDateTime: string;
  title?: string;
}

export interface Har {
  log: { version?: string; creator?: { name: string; version: string }; pages?: HarPage[]; entries: HarEntry[] };
}

/** One page of a HAR to be opened: where, and at what time. */
export interface Visit {
  /** Address typed into the address bar. */
  url: string;
  /** "Now" for the extension, RFC 3339 in UTC. */
  now: string;
  entries: readonly HarEntry[];
}

/** A sentence for the person who gave the HAR. */
export class HarError extends Error {}

const isHtml = (entry: HarEntry) => /html/i.test(mimeType(entry));
const isRedirect = (entry: HarEntry) =>
  entry.response.status >= 300 && entry.response.status < 400 && entry.response.status !== 304;

function mimeType(entry: HarEntry): string {
  return headerOf(entry.response.headers, 'content-type') ?? entry.response.content?.mimeType ?? '';
}

export function headerOf(headers: readonly HarHeader[] | undefined, name: string): string | undefined {
  return headers?.find((header) => header.name.toLowerCase() === name)?.value;
}

/** Reads a HAR text. @throws HarError with a sentence where it is none. */
export function parseHar(text: string, name: string): Har {
  let har: Har;
  try {
    har = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    throw new HarError(`${name} is not JSON.`);
  }
  if (!Array.isArray(har?.log?.entries)) throw new HarError(`${name} is not a HAR: it has no log.entries.`);
  for (const [index, entry] of har.log.entries.entries()) {
    if (
      typeof entry?.request?.url !== 'string' ||
      typeof entry.request.method !== 'string' ||
      typeof entry?.response?.status !== 'number'
    ) {
      throw new HarError(`${name}: log.entries[${index}] has no request address, method or response status.`);
    }
  }
  return har;
}

/** A page that a person has reported (extension/redaction/page-report.ts) holds no script: nothing in it asks for its answers. */
const REPORTED = 'plumb page report';

/** The entries of a reported page, with a script in its document that asks for the others in order. */
function asking(entries: readonly HarEntry[]): HarEntry[] {
  const [document, ...answers] = entries;
  if (!document) return [];
  const addresses = JSON.stringify(answers.map(({ request }) => request.url)).replaceAll('<', '\\u003c');
  const script = `<script>(async () => { for (const address of ${addresses}) await fetch(address, { cache: 'no-store' }).then((answer) => answer.text()).catch(() => {}); })();</script>`;
  const content = { ...document.response.content, text: `${document.response.content?.text ?? ''}${script}` };
  return [{ ...document, response: { ...document.response, content } }, ...answers];
}

/** The pages of a HAR in order; a HAR without `pages` has one. @throws HarError where no page can be opened. */
export function visitsOf(har: Har, name: string): Visit[] {
  const entries = har.log.creator?.name === REPORTED ? asking(har.log.entries) : har.log.entries;
  const pages = har.log.pages?.length ? har.log.pages : [undefined];
  return pages.map((page) => {
    const own = entries.filter(
      (entry) => page === undefined || entry.pageref === undefined || entry.pageref === page.id,
    );
    const gets = own.filter(
      (entry) => entry.request.method.toUpperCase() === 'GET' && /^https?:/i.test(entry.request.url),
    );
    const titled = gets.find((entry) => entry.request.url === page?.title);
    const first = titled ?? gets.find((entry) => isHtml(entry) || isRedirect(entry)) ?? gets[0];
    if (!first) throw new HarError(`${name}: page ${page?.id ?? '1'} has no document to open.`);
    const started = page?.startedDateTime ?? first.startedDateTime;
    const time = started === undefined ? Number.NaN : Date.parse(started);
    if (Number.isNaN(time)) throw new HarError(`${name}: page ${page?.id ?? '1'} has no startedDateTime.`);
    const utc = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/.test(started ?? '');
    return { url: first.request.url, now: utc ? (started as string) : new Date(time).toISOString(), entries: own };
  });
}

/** Bytes of a recorded body. */
export function bodyOf(entry: HarEntry): Buffer {
  const { text = '', encoding } = entry.response.content ?? {};
  return encoding === 'base64' ? Buffer.from(text, 'base64') : Buffer.from(text, 'utf8');
}

// What belongs to the connection, or describes bytes that the HAR holds decoded.
const TRANSFER = new Set([
  'transfer-encoding',
  'content-encoding',
  'content-length',
  'connection',
  'keep-alive',
  'proxy-connection',
  'proxy-authenticate',
  'te',
  'trailer',
  'upgrade',
  'alt-svc',
  'http2-settings',
]);

/** Recorded response headers without those of the transfer, as Node wants them: name, value, name, value … */
export function headersOf(entry: HarEntry): string[] {
  const lines: string[] = [];
  for (const { name, value } of entry.response.headers ?? []) {
    if (!/^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/.test(name) || TRANSFER.has(name.toLowerCase())) continue;
    // Chromium joins several headers of one name with a line feed.
    for (const line of String(value).split('\n')) lines.push(name, line.replace(/[^\t\x20-\x7e\x80-\xff]/g, ''));
  }
  const has = (name: string) => lines.some((item, index) => index % 2 === 0 && item.toLowerCase() === name);
  const type = entry.response.content?.mimeType;
  if (!has('content-type') && type && !/^x-unknown$/i.test(type))
    lines.push('Content-Type', type.replace(/[^\x20-\x7e]/g, ''));
  if (!has('location') && entry.response.redirectURL && isRedirect(entry))
    lines.push('Location', encodeURI(decodeURI(entry.response.redirectURL)));
  return lines;
}

/** An address without its fragment, spelt as a browser sends it. */
export function canonical(url: string): string {
  try {
    const parsed = new URL(url);
    parsed.hash = '';
    return parsed.href;
  } catch {
    return url;
  }
}

function postedText(entry: HarEntry): string | undefined {
  const data = entry.request.postData;
  if (data === undefined) return undefined;
  if (typeof data.text === 'string' && data.text !== '') return data.text;
  if (data.params?.length)
    return new URLSearchParams(data.params.map(({ name, value }) => [name, value ?? ''])).toString();
  return data.text;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Whether two bodies are the same text or the same JSON value. */
export function sameBody(recorded: string, asked: string): boolean {
  if (recorded === asked) return true;
  const value = parsed(recorded);
  return value !== undefined && isDeepStrictEqual(value, parsed(asked));
}

interface Recorded {
  entry: HarEntry;
  key: string;
  body: string | undefined;
  uses: number;
}

const keyOf = (method: string, url: string) => `${method.toUpperCase()} ${canonical(url)}`;

/**
 * The answers of one visit and of those before it. Several entries for one address answer in order, the last one
 * repeats; a visit's own entries come before those of the others.
 */
export class Recording {
  readonly #visits: Map<string, Recorded[]>[];
  #current = 0;

  constructor(visits: readonly Visit[]) {
    this.#visits = visits.map((visit) => {
      const byKey = new Map<string, Recorded[]>();
      for (const entry of visit.entries) {
        const key = keyOf(entry.request.method, entry.request.url);
        const list = byKey.get(key) ?? [];
        list.push({ entry, key, body: postedText(entry), uses: 0 });
        byKey.set(key, list);
      }
      return byKey;
    });
  }

  /** From now on the visit at `index` is the one that asks. */
  open(index: number): void {
    this.#current = index;
  }

  /** The entry that answers, or undefined: 404. `first` tells whether this entry answers for the first time. */
  answer(method: string, url: string, body: string): { entry: HarEntry; first: boolean } | undefined {
    const key = keyOf(method, url);
    const order = [this.#current, ...[...this.#visits.keys()].filter((index) => index !== this.#current).reverse()];
    for (const index of order) {
      const list = this.#visits[index]?.get(key);
      if (!list) continue;
      const equal = list.filter((recorded) => recorded.body !== undefined && sameBody(recorded.body, body));
      const fitting = equal.length ? equal : list.filter((recorded) => recorded.body === undefined);
      const chosen = fitting.find((recorded) => recorded.uses === 0) ?? fitting.at(-1);
      if (chosen) {
        chosen.uses += 1;
        return { entry: chosen.entry, first: chosen.uses === 1 };
      }
    }
    return undefined;
  }

  /** The entry that would answer `method url`, without using it up: for preflights. */
  has(method: string, url: string): boolean {
    const key = keyOf(method, url);
    return this.#visits.some((visit) => visit.has(key));
  }

  /** The hosts of all entries. */
  hosts(): string[] {
    const urls = this.#visits.flatMap((visit) => [...visit.values()].flat().map(({ entry }) => entry.request.url));
    return [...new Set(urls.filter((url) => URL.canParse(url)).map((url) => new URL(url).host))];
  }

  /** All recorded texts in which a page may name the addresses of its pictures, scripts and styles. */
  texts(): string[] {
    const entries = new Set(this.#visits.flatMap((visit) => [...visit.values()].flat().map(({ entry }) => entry)));
    return [...entries]
      .filter((entry) => /html|css|javascript|json|text/i.test(mimeType(entry)))
      .map((entry) => bodyOf(entry).toString('utf8'));
  }
}
