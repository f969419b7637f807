/** HAR 1.2 as the browsers' developer tools save it (http://www.softwareishard.com/blog/har-12-spec/): its pages, bodies, addresses. */

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

/** One page of a HAR: where, and at what time. */
export interface Visit {
  /** Address that was opened, before any redirect. */
  url: string;
  /** When it was opened, RFC 3339 in UTC. */
  now: string;
  entries: readonly HarEntry[];
}

/** A sentence for the person who gave the HAR. */
export class HarError extends Error {}

export const isHtml = (entry: HarEntry) => /html/i.test(mimeType(entry));
export const isRedirect = (entry: HarEntry) =>
  entry.response.status >= 300 && entry.response.status < 400 && entry.response.status !== 304;

export function mimeType(entry: HarEntry): string {
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

/** The pages of a HAR in order; a HAR without `pages` has one. @throws HarError where no page can be opened. */
export function visitsIn(har: Har, name: string): Visit[] {
  const { entries } = har.log;
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
