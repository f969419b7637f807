/**
 * A report of a page that was not read right: a HAR of its document and of the responses that are read, stripped, for the
 * person to look at and to send by hand. Nothing is kept unless the person has asked for it.
 */

import type { SeenResponse, SeenText } from '../messages/channel';
import { strippedAddress, strippedDocument, strippedText } from './strip';

/** Most characters or bytes of responses that are held, and most of them. */
const HELD = 6 * 1024 * 1024;
const MOST = 80;
const DOCUMENT = 6 * 1024 * 1024;

type Seen = Required<SeenResponse>;

export interface Recorder {
  add(seen: Seen): void;
  /** Whether the person has asked for it is known only after the first responses: then they are kept, or dropped for good. */
  decide(wanted: boolean): void;
  /** The texts; one that can't be read any more is left out. */
  held(): Promise<readonly SeenText[]>;
}

const sizeOf = ({ text }: Seen) => (typeof text === 'string' ? text.length : text.size);

async function textOf(seen: Seen): Promise<SeenText[]> {
  try {
    return [{ ...seen, text: typeof seen.text === 'string' ? seen.text : await seen.text.text() }];
  } catch {
    return [];
  }
}

export function createRecorder(): Recorder {
  let list: Seen[] = [];
  let size = 0;
  let ended = false;
  return {
    add(seen) {
      if (ended || list.length >= MOST || size + sizeOf(seen) > HELD) return;
      list.push(seen);
      size += sizeOf(seen);
    },
    decide(wanted) {
      if (wanted) return;
      ended = true;
      list = [];
    },
    held: async () => (await Promise.all(list.map(textOf))).flat(),
  };
}

export interface ReportedPage {
  document: Document;
  address: string;
  /** Time of the visit, RFC 3339. */
  now: string;
  version: string;
  /** Texts of the inline scripts that are read. */
  scripts: readonly string[];
  responses: readonly SeenText[];
}

/** Makes the HAR's text. Responses that were asked for on another page are left out: a replay opens this one only. */
export function pageReport({ document, address, now, version, scripts, responses }: ReportedPage): string {
  const path = pathOf(address);
  const page = strippedAddress(address);
  const html = strippedDocument(document, scripts);
  const entries = [
    entry(page, now, 'text/html; charset=utf-8', html.length > DOCUMENT ? '<!doctype html>' : html),
    ...responses
      .filter(({ page: asked }) => pathOf(asked) === path)
      .map(({ url, text }) => ({ url: strippedAddress(url), text: strippedText(text) }))
      .filter(({ text }) => text !== '')
      .map(({ url, text }) => entry(url, now, 'application/json; charset=utf-8', text)),
  ];
  const pages = [{ id: 'page_1', startedDateTime: now, title: page, pageTimings: {} }];
  return JSON.stringify({ log: { version: '1.2', creator: { name: 'plumb page report', version }, pages, entries } });
}

function pathOf(address: string): string {
  try {
    return new URL(address).pathname;
  } catch {
    return '';
  }
}

function entry(url: string, at: string, type: string, text: string): object {
  const headers = [
    { name: 'content-type', value: type },
    // The replay asks from the page, and some platforms answer from other hosts.
    { name: 'access-control-allow-origin', value: '*' },
  ];
  const none = { cookies: [], headersSize: -1, bodySize: -1 };
  return {
    pageref: 'page_1',
    startedDateTime: at,
    time: 0,
    cache: {},
    timings: { send: 0, wait: 0, receive: 0 },
    request: { method: 'GET', url, httpVersion: 'HTTP/1.1', headers: [], queryString: [], ...none },
    response: {
      status: 200,
      statusText: 'OK',
      httpVersion: 'HTTP/1.1',
      headers,
      redirectURL: '',
      content: { size: text.length, mimeType: type, text },
      ...none,
    },
  };
}
