/** Addresses of a page as a file may hold them: the parts that readers look at, of the hosts that they name. */
import { responses } from '../.generated/platforms/responses';
import { isHostOf, type Site } from '../platforms/site';
import { isObject, type Json, parseDocuments } from '../reading/shape';
import type { Vocabulary } from './vocabulary';
import type { Words } from './words';

/** Query parts that readers look at. */
const ASKED = new Set(
  'v lc id list secUid uniqueId aweme_id item_id comment_id scene post_item_list_request_type username actor actors pinned sort sk'.split(
    ' ',
  ),
);
const VARIABLES = ['userId', 'screen_name', 'focalTweetId'];
const INNER: Readonly<Record<string, (value: Json) => Json>> = {
  variables: (value) => pick(value, VARIABLES),
  data: (value) => ({ options: pick(isObject(value) ? (value['options'] ?? null) : null, ['username']) }),
};
const BASE = 'https://page.invalid';
/** What stands for an address that leads nowhere on the web. */
const NOWHERE = '#';

function pick(value: Json, names: readonly string[]): Json {
  return isObject(value) ? Object.fromEntries(Object.entries(value).filter(([name]) => names.includes(name))) : null;
}

export class Addresses {
  readonly #words: Words;
  readonly #vocabulary: Vocabulary;
  readonly #site: Pick<Site, 'hosts'> | undefined;
  readonly #host: string;
  /** The page's own path: it names the viewed account and what is shown of it. */
  readonly #path: string;

  constructor(words: Words, vocabulary: Vocabulary, site: Pick<Site, 'hosts'> | undefined, page: string) {
    this.#words = words;
    this.#vocabulary = vocabulary;
    this.#site = site;
    const { hostname, pathname } = new URL(page);
    this.#host = hostname;
    this.#path = pathname;
  }

  /** @returns an address of the web, whole or from the page's root; '#' for every other one */
  address(target: string): string {
    let url: URL;
    try {
      url = new URL(target, BASE);
    } catch {
      return NOWHERE;
    }
    if (url.protocol !== 'https:' && url.protocol !== 'http:') return NOWHERE;
    const isHere = url.origin === BASE;
    const path =
      !isHere && url.hostname !== this.#host
        ? this.#pathOf(url.pathname)
        : url.pathname === this.#path
          ? this.#path
          : this.#pathOf(url.pathname);
    const port = url.port === '' ? '' : ':1';
    const root = isHere ? '' : `${url.protocol}//${this.#hostOf(url.hostname)}${port}`;
    return `${root}${path}${this.#queryOf(url)}`;
  }

  /** @returns the address of an answer: its host and the beginning of its path are on the list of those that are read */
  answer(address: string): string {
    const { protocol, hostname, pathname } = new URL(address);
    const kept = this.address(address);
    if (kept === NOWHERE) return kept;
    const host = /^[a-z.]+$/.test(hostname) ? hostname : this.#hostOf(hostname);
    const rest = new URL(kept);
    const listed =
      responses
        .flatMap(({ paths }) => paths)
        .find((path) => pathname.includes(path))
        ?.replace(/\d$/, '') ?? '';
    // What the list names is as long as the words beside it: '/app.feed.' of '/app.feed.getThread'.
    const from = pathname.indexOf(listed);
    const rest_ = /[A-Za-z.]$/.test(listed) ? /^[A-Za-z.]*/.exec(pathname.slice(from + listed.length))?.[0] : '';
    const to = from + listed.length + (rest_?.length ?? 0);
    const named = (part: string) => this.#pathOf(part);
    const path =
      listed === ''
        ? rest.pathname
        : named(pathname.slice(0, from)) + pathname.slice(from, to) + named(pathname.slice(to));
    return `${protocol}//${host}${path}${rest.search}`;
  }

  /** @returns the page's own address */
  page(address: string): string {
    const url = new URL(address);
    return `${url.origin}${url.pathname}${this.#queryOf(url)}`;
  }

  #hostOf(host: string): string {
    const isKnown =
      host === this.#host ||
      this.#vocabulary.paths.has(host) ||
      (this.#site !== undefined && isHostOf(this.#site, host));
    return isKnown ? host : this.#words.name(host).toLowerCase();
  }

  #pathOf(pathname: string): string {
    return pathname
      .split('/')
      .map((part) => {
        const plain = decoded(part);
        if (plain === '' || this.#isKnown(plain)) return part;
        return encodeURIComponent(this.pieces(plain)).replace(/%(?:40|3A|2C|24|2B)/g, decodeURIComponent);
      })
      .join('/');
  }

  /** 'urn:li:activity:7100', 'at://did:plc:abc/app.bsky.feed.post/3k': words of the platform's addresses, and ids. */
  pieces(text: string): string {
    return text.replace(/[^:/(),]+/g, (piece) => (this.#isKnown(piece) ? piece : this.#words.marked(piece)));
  }

  #isKnown(part: string): boolean {
    return this.#words.isOwn(part.replace(/^@/, '')) || this.#vocabulary.paths.has(part) || /^v?\d{1,2}$/.test(part);
  }

  #queryOf(url: URL): string {
    const kept = new URLSearchParams();
    for (const [name, value] of url.searchParams) {
      const inner = INNER[name];
      if (inner) kept.append(name, JSON.stringify(this.#named(inner(parseDocuments(value)[0] ?? null))));
      else if (name === 'q' && /^https?:\/\//.test(value)) kept.append(name, this.address(value));
      else if (ASKED.has(name)) kept.append(name, this.#named(value) as string);
    }
    const text = kept.toString();
    return text === '' ? '' : `?${text}`;
  }

  #named(value: Json): Json {
    if (typeof value === 'string')
      return this.#isKnown(value) || /^\d{1,3}$/.test(value) ? value : this.#words.name(value);
    if (isObject(value))
      return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, this.#named(inner)]));
    return null;
  }
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
