/** Makes a HAR of parts: a document, and the responses that the document's own script asks for. */
import type { Har, HarEntry, HarHeader } from '../replay/har.ts';

/** A request of the page's own script, and its recorded answer. */
export interface Ask {
  via: 'fetch' | 'xhr';
  method: 'GET' | 'POST';
  url: string;
  /** Body of a POST. */
  post?: { type: string; text: string };
  /** The answer's body. */
  body: string;
  type?: string;
}

export interface PageParts {
  url: string;
  /** Time of the visit, RFC 3339. */
  at: string;
  document: string;
  /** Content-Security-Policy of the document. */
  policy?: string;
  asks?: readonly Ask[];
}

const NONE = { cookies: [], headersSize: -1, bodySize: -1 };

function entry(
  pageref: string,
  at: string,
  request: { method: string; url: string; post?: Ask['post'] },
  headers: HarHeader[],
  body: string,
): HarEntry {
  const { searchParams } = new URL(request.url);
  const recorded = {
    pageref,
    startedDateTime: at,
    time: 1,
    cache: {},
    timings: { send: 0, wait: 1, receive: 0 },
    request: {
      method: request.method,
      url: request.url,
      httpVersion: 'HTTP/1.1',
      headers: [],
      queryString: [...searchParams].map(([name, value]) => ({ name, value })),
      ...NONE,
      ...(request.post ? { postData: { mimeType: request.post.type, text: request.post.text } } : {}),
    },
    response: {
      status: 200,
      statusText: 'OK',
      httpVersion: 'HTTP/1.1',
      headers,
      redirectURL: '',
      ...NONE,
      content: { size: Buffer.byteLength(body), mimeType: headers[0]?.value ?? '', text: body },
    },
  };
  return recorded;
}

/** @returns a HAR 1.2 of the pages, in order */
export function makeHar(pages: readonly PageParts[]): Har {
  const entries: HarEntry[] = [];
  for (const [index, page] of pages.entries()) {
    const id = `page_${index + 1}`;
    const headers = [{ name: 'content-type', value: 'text/html; charset=utf-8' }];
    if (page.policy) headers.push({ name: 'content-security-policy', value: page.policy });
    entries.push(entry(id, page.at, { method: 'GET', url: page.url }, headers, page.document));
    for (const ask of page.asks ?? []) {
      const type = [{ name: 'content-type', value: ask.type ?? 'application/json; charset=utf-8' }];
      entries.push(entry(id, page.at, ask, type, ask.body));
    }
  }
  return {
    log: {
      version: '1.2',
      creator: { name: 'plumb make-har', version: '1' },
      pages: pages.map((page, index) => ({
        id: `page_${index + 1}`,
        startedDateTime: page.at,
        title: page.url,
        pageTimings: {},
      })),
      entries,
    },
  };
}

export const NONCE = 'cGx1bWI';

/** The policies under which the shells are served: as strict as a page with one script can have. */
export const STRICT_POLICY = [
  "default-src 'none'",
  `script-src 'nonce-${NONCE}' 'strict-dynamic'`,
  `style-src 'nonce-${NONCE}'`,
  "img-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ');

/** What X sends, in short: a rendered page of it has inline styles. */
export const X_POLICY = [
  "default-src 'self'",
  "script-src 'self' 'nonce-none' https://*.twimg.com",
  "style-src 'self' 'unsafe-inline' https://*.twimg.com",
  "img-src 'self' blob: data: https://*.twimg.com",
  "connect-src 'self' blob: https://api.x.com https://*.twimg.com",
  "object-src 'none'",
  "worker-src 'self' blob:",
  "frame-ancestors 'self'",
].join('; ');

/** JSON as it may stand in a script element. */
export function inScript(value: unknown): string {
  return JSON.stringify(value)
    .replaceAll('<', '\\u003c')
    .replaceAll('\u2028', '\\u2028')
    .replaceAll('\u2029', '\\u2029');
}

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
