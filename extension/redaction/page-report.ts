/**
 * A report of a page that was not read right: a HAR of its document and of the answers that are read, for the person to
 * look at and to send by hand. It holds what the readers look at, and names nobody but the viewed account.
 */
import type { Snapshot } from '../.generated/snapshot';
import { siteNamed } from '../platforms/pages';
import { parseDocuments } from '../reading/shape';
import { Addresses } from './addresses';
import { Documents, viewerIn } from './json';
import { type Known, knownOf } from './known';
import { attributesOf, isViewersPart, Markup } from './markup';
import type { PageParts, Tree } from './page-parts';
import type { Pseudonyms } from './pseudonyms';
import { jsonText } from './scripts';
import { Values } from './values';
import { vocabularyOf } from './vocabulary';
import { Words } from './words';

/** Longest document, in characters. */
const DOCUMENT = 6 * 1024 * 1024;
const MOST_VIEWER_NAMES = 200;

/**
 * @param read what was read of the page; without it no text of the page stays as it was
 * @param pseudonyms of this file: the next file has others
 * @returns the HAR's text. Answers that were asked for on another page are left out: a replay opens this one only.
 */
export function pageReport(parts: PageParts, read: Snapshot | null, pseudonyms: Pseudonyms): string {
  const { address, now, version, tree, responses } = parts;
  const path = pathOf(address);
  const { documents, addresses, markup } = keepOf(parts, read, pseudonyms);
  const page = addresses.page(address);
  const html = markup.document(tree);
  const entries = [
    entry(page, now, 'text/html; charset=utf-8', html.length > DOCUMENT ? '<!doctype html>' : html),
    ...responses
      .filter(({ page: asked }) => pathOf(asked) === path)
      .map(({ url, text }) => ({ url: addresses.answer(url), text: jsonText(text, documents) }))
      .filter(({ text }) => text !== '')
      .map(({ url, text }) => entry(url, now, 'application/json; charset=utf-8', text)),
  ];
  const pages = [{ id: 'page_1', startedDateTime: now, title: page, pageTimings: {} }];
  return JSON.stringify({ log: { version: '1.2', creator: { name: 'plumb page report', version }, pages, entries } });
}

/** What may stay of this page. */
export function keepOf({ address, place, tree, responses }: PageParts, read: Snapshot | null, pseudonyms: Pseudonyms) {
  const known = knownOf(place, read);
  pseudonyms.reserve(known.own);
  const vocabulary = vocabularyOf(place.platform, localeOf(tree));
  const viewer = new Set(
    [...responses.flatMap(({ text }) => parseDocuments(text)), ...scriptsIn(tree).flatMap(parseDocuments)].flatMap(
      (document) => [...viewerIn(document)],
    ),
  );
  for (const name of viewersIn(tree, false)) if (!vocabulary.paths.has(name)) viewer.add(name);
  const words = new Words(known, vocabulary, pseudonyms, named(viewer, known));
  const addresses = new Addresses(words, vocabulary, siteNamed(place.platform), address);
  const values = new Values(words, addresses, vocabulary);
  const documents = new Documents(values, words, vocabulary, pseudonyms, viewer);
  return {
    words,
    addresses,
    values,
    documents,
    markup: new Markup({ words, values, addresses, documents, vocabulary }),
  };
}

/** Who looks at their own account is named by its address already. */
function named(viewer: ReadonlySet<string>, { own, ownWords }: Known): Set<string> {
  return new Set([...viewer].filter((name) => !own.has(name) && !ownWords.has(name)).slice(0, MOST_VIEWER_NAMES));
}

function localeOf(tree: Tree): string | undefined {
  return typeof tree === 'string' ? undefined : attributesOf(tree[1]).get('lang') || undefined;
}

function scriptsIn(tree: Tree): string[] {
  if (typeof tree === 'string') return [];
  const [name, , inside] = tree;
  return name === 'script' ? inside.filter((part) => typeof part === 'string') : inside.flatMap(scriptsIn);
}

/** Names in the addresses of the parts where a site shows who is logged in: '/@name'. */
function viewersIn(tree: Tree, within: boolean): string[] {
  if (typeof tree === 'string') return [];
  const [name, flat, inside] = tree;
  const attributes = attributesOf(flat);
  const isViewers = within || isViewersPart(name, attributes);
  const link = isViewers ? /^\/@?([\w.-]{3,60})\/?$/.exec(attributes.get('href') ?? '')?.[1] : undefined;
  return [...(link === undefined ? [] : [link.toLowerCase()]), ...inside.flatMap((part) => viewersIn(part, isViewers))];
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
