/** JSON of a page as a file may hold it: the keys that readers ask for, and the way to them. */
import { isObject, type Json, type JsonObject } from '../reading/shape';
import type { Pseudonyms } from './pseudonyms';
import type { Values } from './values';
import type { Vocabulary } from './vocabulary';
import type { Words } from './words';

const DEPTH = 160;
/** Parts about the person who looks. Of a post's `viewer` the plain yes and no stay: Bluesky's says what is pinned. */
const VIEWER =
  /^(?:viewer|me|self)$|viewer_|^my_?|logged_?in|loggedIn|current_?user|currentUser|account_?switcher|^compose|^settings$|^push_subscription/i;
/** Parts that speak of the person's own letters, searches and friends. */
const PRIVATE =
  /inbox|direct_|notif|(?:^|_)dms?(?:_|$)|messag(?:e_)?thread|recent_?search|search_?history|draft|mutual|friendship_status|profile_context|session|credential|passw|token|cookie/i;
/** What the names of a person stand under. */
const NAMES =
  /^(?:id|pk|name|user_?name|screen_?name|full_?name|display_?name|nick_?name|handle|acct|unique_?id|email|phone)/i;
const SHORTEST_NAME = 3;

export const isOfViewer = (key: string) => VIEWER.test(key);

/** Names of the person who looks, as far as the document says who that is; in lower case. */
export function viewerIn(document: Json): Set<string> {
  const found = new Set<string>();
  const look = (value: Json, key: string, within: boolean, depth: number): void => {
    if (depth > DEPTH) return;
    if (Array.isArray(value)) for (const entry of value) look(entry, key, within, depth + 1);
    else if (isObject(value))
      for (const [name, inner] of Object.entries(value)) look(inner, name, within || VIEWER.test(name), depth + 1);
    else if (
      within &&
      (NAMES.test(key) || VIEWER.test(key)) &&
      (typeof value === 'string' || typeof value === 'number')
    ) {
      const name = String(value).trim().toLowerCase();
      if (name.length >= SHORTEST_NAME && name.length < 80 && !/^(?:true|false|public|none)$/.test(name))
        found.add(name);
    }
  };
  look(document, '', false, 0);
  return found;
}

export class Documents {
  readonly #values: Values;
  readonly #words: Words;
  readonly #vocabulary: Vocabulary;
  readonly #pseudonyms: Pseudonyms;
  readonly #viewer: ReadonlySet<string>;

  constructor(
    values: Values,
    words: Words,
    vocabulary: Vocabulary,
    pseudonyms: Pseudonyms,
    viewer: ReadonlySet<string>,
  ) {
    this.#values = values;
    this.#words = words;
    this.#vocabulary = vocabulary;
    this.#pseudonyms = pseudonyms;
    this.#viewer = viewer;
  }

  document(value: Json): Json {
    return this.#part(value, '', true, 0) ?? (Array.isArray(value) ? [] : {});
  }

  /** undefined where nothing in it is read. @param asked its key is one that readers ask for */
  #part(value: Json, key: string, asked: boolean, depth: number): Json | undefined {
    if (depth > DEPTH) return undefined;
    if (Array.isArray(value)) {
      const parts = value.map((entry) => this.#part(entry, key, asked, depth + 1));
      // What stands beside each other keeps its place.
      const empty = asked || parts.some((part) => part !== undefined);
      return empty ? parts.map((part, index) => part ?? emptyOf(value[index] ?? null)) : undefined;
    }
    if (isObject(value)) return this.#object(value, key, asked, depth);
    if (!asked) return undefined;
    if (typeof value === 'string') return this.#values.text(value, key);
    return typeof value === 'number' ? this.#values.number(value, key) : value;
  }

  #object(value: JsonObject, key: string, asked: boolean, depth: number): Json | undefined {
    const onlyFlags = VIEWER.test(key);
    // YouTube lists facts of the request as pairs; the channel is the one that is read.
    const otherPair =
      typeof value['key'] === 'string' &&
      typeof value['value'] === 'string' &&
      !this.#vocabulary.said.has(value['key']);
    const made: [string, Json][] = [];
    for (const [name, inner] of Object.entries(value)) {
      // Of a table of counts the rows are read, whatever their names.
      const isRow = typeof inner === 'number' && asked && /counts$/.test(key) && /^\d{1,3}$/.test(name);
      const isAsked = isRow || this.#vocabulary.said.has(name);
      const isPart = typeof inner === 'object' && inner !== null;
      if (
        (onlyFlags && typeof inner !== 'boolean') ||
        (!isAsked && (!isPart || PRIVATE.test(name) || VIEWER.test(name)))
      )
        continue;
      if (this.#viewer.has(name.toLowerCase()) || (otherPair && name === 'value')) continue;
      const part = this.#part(inner, name, isAsked, depth + 1);
      if (part !== undefined) made.push([isAsked || this.#words.isOwn(name) ? name : this.#keyFor(name), part]);
    }
    return asked || made.length > 0 ? Object.fromEntries(made) : undefined;
  }

  /** A key that no reader asks for may be a name. It never is a number, which would stand elsewhere in its object. */
  #keyFor(name: string): string {
    const other = this.#words.name(name);
    return /^\d+$/.test(other) ? `_${other}` : other === name ? `_${this.#pseudonyms.of(name)}` : other;
  }
}

function emptyOf(value: Json): Json {
  return Array.isArray(value) ? [] : isObject(value) ? {} : null;
}
