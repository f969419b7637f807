/**
 * Who asked? Each request that arrives is held against what the browser itself saw (a sighting), what the HAR
 * holds, and, where these two don't settle it, a second run of the same HAR without the extension.
 * What none of them explains counts as the extension's.
 */
import { canonical } from './har.ts';
import type { Arrival } from './proxy.ts';

export type Initiator = 'page' | 'extension' | 'browser';

/** One line of requests.json. `status` 0: it was tried, and stopped before it left the browser or got no answer. */
export interface RequestLine {
  url: string;
  method: string;
  status: number;
  initiator: Initiator;
}

/**
 * What a browser knows of one request.
 * - `extension`: asked by the extension's background or pages, with its principal, or from a call stack of nothing but its scripts
 * - `page`: from a call stack of the page's scripts alone, or an element that the page's own markup holds
 * - `through`: the page's script called a function that one of the extension's scripts wraps
 * - `favicon`: the tab's icon
 * - `unknown`: no call stack
 */
export interface Sighting {
  url: string;
  method: string;
  by: 'extension' | 'page' | 'through' | 'favicon' | 'unknown';
  /** Stopped by a policy before it left the browser. */
  blocked?: boolean;
}

/** A request of the browser itself that can't be switched off: exact host and path. */
export interface OwnTraffic {
  method: string;
  host: string;
  path: string;
}

export interface Case {
  arrivals: readonly Arrival[];
  sightings: readonly Sighting[];
  /** Addresses that the replay itself opened, in order. */
  opened: readonly string[];
  /** Recorded documents, scripts, styles and data: their text names what a page may load. */
  texts: readonly string[];
  /** Of all that the HAR has answers of. */
  addresses: readonly string[];
  ownTraffic: readonly OwnTraffic[];
  /** Requests of the same HAR without the extension: arrived, or stopped by the page's policy. */
  control?: readonly { url: string; method: string }[];
}

// Firefox knows a WebSocket by the address of its handshake.
const keyOf = (request: { method: string; url: string }) =>
  `${request.method.toUpperCase()} ${canonical(request.url).replace(/^ws/, 'http')}`;

/** Method, origin, path and the names of the parameters: what stays of an address that holds the time or a random number. */
function shapeOf(request: { method: string; url: string }): string {
  try {
    const url = new URL(request.url);
    return `${request.method.toUpperCase()} ${url.origin}${url.pathname}?${[...url.searchParams.keys()].sort().join('&')}`;
  } catch {
    return keyOf(request);
  }
}

class Multiset {
  readonly #left = new Map<string, number>();
  readonly #all = new Map<string, number>();

  add(key: string): void {
    this.#left.set(key, (this.#left.get(key) ?? 0) + 1);
    this.#all.set(key, (this.#all.get(key) ?? 0) + 1);
  }

  /** Takes one; a thing that was there at least twice may come once more: a page that asks at intervals. */
  take(key: string): boolean {
    const left = this.#left.get(key) ?? 0;
    const allowance = (this.#all.get(key) ?? 0) >= 2 ? -1 : 0;
    if (left <= allowance) return false;
    this.#left.set(key, left - 1);
    return true;
  }

  has(key: string): boolean {
    return this.#all.has(key);
  }
}

function decoded(path: string): string {
  try {
    return decodeURI(path);
  } catch {
    return path;
  }
}

/** Answers whether a recorded text names an address, as attributes, style sheets and JSON write it. */
export class Mentions {
  readonly #text: string;
  /** Of each recorded host the folders, with a slash at their end, in which its documents and style sheets lie. */
  readonly #folders = new Map<string, Set<string>>();

  /** @param addresses of the recorded entries: a path without a host means a place beside, below or above one of them */
  constructor(texts: readonly string[], addresses: readonly string[]) {
    for (const { host, pathname } of addresses.map((address) => new URL(address))) {
      const folders = this.#folders.get(host) ?? new Set(['/']);
      for (let end = pathname.lastIndexOf('/'); end > 0; end = pathname.lastIndexOf('/', end - 1))
        folders.add(pathname.slice(0, end + 1));
      this.#folders.set(host, folders);
    }
    this.#text = texts
      .join('\n')
      .replaceAll('&amp;', '&')
      .replaceAll('\\u0026', '&')
      .replaceAll('\\/', '/')
      .replaceAll('&quot;', '"')
      .replaceAll('&#39;', "'")
      .replaceAll('&#x2F;', '/')
      .replaceAll('\\u002F', '/');
  }

  has(address: string): boolean {
    let url: URL;
    try {
      url = new URL(address);
    } catch {
      return false;
    }
    const path = url.pathname + url.search;
    const paths = [...new Set([path, decoded(path), path.replaceAll('%20', ' ')])];
    const spellings = paths.flatMap((each) => [`${url.origin}${each}`, `//${url.host}${each}`]);
    const folders = this.#folders.get(url.host);
    if (folders) {
      // What lies in a folder is named by the rest alone; '../' before it ends with a slash, as any name may begin after.
      const rests = [...folders].flatMap((folder) =>
        paths.filter((each) => each.startsWith(folder)).map((each) => each.slice(folder.length)),
      );
      // A name without a slash, dot or question mark is too common a word.
      spellings.push(...paths.filter((each) => each.length > 1), ...rests.filter((each) => /[./?]/.test(each)));
    }
    if (path === '/') spellings.push(url.origin);
    return spellings.some((spelling) => this.#delimited(spelling));
  }

  /** Whether an address on this host is named: a connection that asked for nothing tells no more. */
  hasHost(host: string): boolean {
    return ['/', '"', "'", ')', '\\', ':', ' '].some((end) => this.#text.includes(`//${host}${end}`));
  }

  /** A spelling counts only as a whole: between quotes, brackets, white space or commas. */
  #delimited(spelling: string): boolean {
    for (let at = this.#text.indexOf(spelling); at >= 0; at = this.#text.indexOf(spelling, at + 1)) {
      const before = at === 0 ? '"' : (this.#text[at - 1] as string);
      const after = this.#text[at + spelling.length] ?? '"';
      if (/["'(=\s,\\./]/.test(before) && /["')\s,\\>#]/.test(after)) return true;
    }
    return false;
  }
}

/** How one request is explained; `open` where only a control run could tell. */
type Judgement = Initiator | 'open';

function judge(arrival: Arrival, sighting: Sighting | undefined, known: Case, mentions: Mentions): Judgement {
  if (sighting?.by === 'extension') return 'extension';
  if (sighting?.by === 'page') return 'page';
  if (arrival.recorded === 'har') return 'page';
  if (known.opened.includes(arrival.url) && arrival.method === 'GET') return 'page';
  const url = new URL(arrival.url);
  if (arrival.method === 'CONNECT' && mentions.hasHost(url.host)) return 'page';
  if (sighting?.by !== 'through') {
    const icon = arrival.method === 'GET' && url.pathname === '/favicon.ico' && url.search === '';
    if (icon) return 'browser';
    if (mentions.has(arrival.url)) return sighting?.by === 'favicon' ? 'browser' : 'page';
  }
  const own = known.ownTraffic.some(
    ({ method, host, path }) =>
      (method === arrival.method || arrival.method === 'CONNECT') &&
      host === url.host &&
      (path === url.pathname || arrival.method === 'CONNECT'),
  );
  if (own && sighting === undefined) return 'browser';
  return 'open';
}

export interface Finding {
  lines: RequestLine[];
  /** How many requests wait for a control run; 0 when there was one. */
  open: number;
}

/** Explains every arrival, and every try of the extension's that a policy stopped. */
export function attribute(known: Case): Finding {
  const mentions = new Mentions(known.texts, known.addresses);
  const sightings = new Map<string, Sighting[]>();
  for (const sighting of known.sightings) {
    if (sighting.blocked) continue;
    const key = keyOf(sighting);
    sightings.set(key, [...(sightings.get(key) ?? []), sighting]);
  }
  const exact = new Multiset();
  const shapes = new Multiset();
  for (const request of known.control ?? []) {
    exact.add(keyOf(request));
    shapes.add(shapeOf(request));
  }
  let open = 0;
  const settle = (request: { url: string; method: string }, by: Sighting['by'] | undefined): Initiator => {
    if (known.control === undefined) open += 1;
    else if (exact.take(keyOf(request))) return by === undefined ? 'browser' : 'page';
    else if (by === 'through' && !exact.has(keyOf(request)) && shapes.has(shapeOf(request))) return 'page';
    return 'extension';
  };
  const hosts = new Set(
    known.arrivals.filter(({ method }) => method !== 'CONNECT').map(({ url }) => new URL(url).host),
  );
  const lines = known.arrivals.flatMap((arrival): RequestLine[] => {
    // An unused connection to a host that was asked anyway tells nothing new.
    if (arrival.method === 'CONNECT' && hosts.has(new URL(arrival.url).host)) return [];
    const sighting = sightings.get(keyOf(arrival))?.shift();
    const judgement = judge(arrival, sighting, known, mentions);
    const initiator = judgement === 'open' ? settle(arrival, sighting?.by) : judgement;
    if (judgement !== 'open') exact.take(keyOf(arrival));
    return [{ url: arrival.url, method: arrival.method, status: arrival.status, initiator }];
  });
  for (const sighting of known.sightings) {
    if (!sighting.blocked || sighting.by === 'page' || sighting.by === 'through') continue;
    if (sighting.by !== 'extension' && (mentions.has(sighting.url) || settle(sighting, sighting.by) === 'page'))
      continue;
    lines.push({ url: sighting.url, method: sighting.method, status: 0, initiator: 'extension' });
  }
  return { lines, open };
}
