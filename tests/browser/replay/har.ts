/**
 * Which recorded answer of a HAR a request gets. What a HAR is, and its pages, stands in extension/bulk/har.ts.
 */
import { isDeepStrictEqual } from 'node:util';
import {
  bodyOf,
  canonical,
  type Har,
  type HarEntry,
  isRedirect,
  mimeType,
  type Visit,
  visitsIn,
} from '../../../extension/bulk/har.ts';

export {
  bodyOf,
  canonical,
  type Har,
  type HarEntry,
  HarError,
  type HarHeader,
  headerOf,
  parseHar,
  type Visit,
} from '../../../extension/bulk/har.ts';

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

/** The pages of a HAR in order, as a browser can open them. @throws HarError where no page can be opened. */
export function visitsOf(har: Har, name: string): Visit[] {
  const { log } = har;
  return visitsIn(log.creator?.name === REPORTED ? { log: { ...log, entries: asking(log.entries) } } : har, name);
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
  addresses(): string[] {
    const urls = this.#visits.flatMap((visit) => [...visit.values()].flat().map(({ entry }) => entry.request.url));
    return [...new Set(urls.filter((url) => URL.canParse(url)))];
  }

  /** All recorded texts in which a page may name the addresses of its pictures, scripts and styles. */
  texts(): string[] {
    const entries = new Set(this.#visits.flatMap((visit) => [...visit.values()].flat().map(({ entry }) => entry)));
    return [...entries]
      .filter((entry) => /html|css|javascript|json|text/i.test(mimeType(entry)))
      .map((entry) => bodyOf(entry).toString('utf8'));
  }
}
