/** Values of JSON and of attributes as a file may hold them, by their key and their form. */
import type { Addresses } from './addresses';
import { htmlText } from './html-text';
import type { Vocabulary } from './vocabulary';
import type { Words } from './words';

const IDS =
  /(?:^|_)(?:id|ids|pk|uid|gid|fbid|urn|did|cid|rkey|uri|id_str)$|(?:Id|Ids|ID|Urn|Uid|_ids_str|_id_str)$|^thing|^parentid/;
/** Keys whose texts name somebody. */
const NAMES =
  /user_?name|screen_?name|full_?name|nick_?name|first_?name|last_?name|display_?name|handle|unique_?id|^acct$|^author$|slug|^login$/i;
const LANGUAGES = /lang|locale/i;
const LANGUAGE = /^[a-z]{2,3}(?:[-_][A-Za-z]{2,4})?$/;
const TIMES = [
  /^\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z| ?[+-]\d{2}:?\d{2}(?::\d{2})?)?)?$/,
  /^\w{3} \w{3} \d{2} \d{2}:\d{2}:\d{2} [+-]\d{4} \d{4}$/,
  /^\w{3}, \d{2} \w{3} \d{4} \d{2}:\d{2}:\d{2} (?:[+-]\d{4}|GMT|UTC)$/,
  /^P(?:\d{1,4}[DWMY]){0,4}(?:T(?:\d{1,5}(?:\.\d{1,3})?[HMS]){0,3})?$/,
];
const ADDRESS = /^(?:https?:)?\/\/|^\/[\w@%]/i;
/** 'urn:li:activity:7100', 'did:plc:abc', 'at://did:plc:abc/app.bsky.feed.post/3k' */
const URN = /^[a-z]+:[\w.:/%(),-]+$/;
/** 'engagement-panel-comments-section': readers look for a part of it. */
const JOINED = /^[a-z]+[-_][\w-]+$/;
/** What readers compare with has letters. */
const COMPARED = /[A-Za-z]{2}/;
const ENUM = /^[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)*$/;
/** Times since 1970 that a page of a platform can hold, by the number of their digits: s, ms, µs. */
const isTime = (digits: string) => {
  const unit = { 10: 1, 13: 1e3, 16: 1e6 }[digits.length];
  const seconds = Number(digits) / (unit ?? Number.NaN);
  return seconds > 8e8 && seconds < 4.2e9;
};
const LONGEST_COUNT = 11;
/** Shorter numbers are counts, lengths and days wherever they stand. */
const SHORTEST_ID = 7;
/** Keys under which anything may stand. */
const OTHERS_NUMBER = /^(?:name|text|title|value|label|content|description|user|author|owner|contact|key|url)$/i;
const TIME_KEY = /(?<!date)time|date$|created|taken|published|stamp|msec|seconds|_at$|At$|^at$|start$|end$/i;
const COUNT_KEY = /(?:counts?|total|views|hearts?|likes|subscribers|followers|members|score)$/i;

export class Values {
  readonly #words: Words;
  readonly #addresses: Addresses;
  readonly #vocabulary: Vocabulary;
  readonly #parts: ReadonlySet<string>;

  constructor(words: Words, addresses: Addresses, vocabulary: Vocabulary) {
    this.#words = words;
    this.#addresses = addresses;
    this.#vocabulary = vocabulary;
    this.#parts = new Set(
      [...vocabulary.said].flatMap((name) => name.split(/_|(?<=[a-z])(?=[A-Z])/)).map((part) => part.toUpperCase()),
    );
  }

  number(value: number, key: string): number {
    const digits = String(Math.abs(value));
    if (!Number.isInteger(value))
      return /\.\d{4,}/.test(digits) && Math.abs(value) < 181 && !/duration|length/i.test(key)
        ? Math.trunc(value)
        : value;
    if (value === 0 || this.#words.isOwn(digits)) return value;
    if (IDS.test(key)) return this.#otherNumber(digits);
    const isKnown =
      digits.length < SHORTEST_ID ||
      (isTime(digits) && TIME_KEY.test(key)) ||
      (digits.length <= LONGEST_COUNT + 1 && !OTHERS_NUMBER.test(key));
    return isKnown ? value : this.#otherNumber(digits);
  }

  text(value: string, key: string): string {
    if (value === '' || this.#words.isOwn(value)) return value;
    const isName = NAMES.test(key);
    if (!isName && COMPARED.test(value) && this.#vocabulary.said.has(value)) return value;
    if (TIMES.some((time) => time.test(value)) || (LANGUAGES.test(key) && LANGUAGE.test(value))) return value;
    if (/^0+$/.test(value)) return value;
    if (/^\d+$/.test(value)) return this.#digits(value, key);
    const whole = this.#words.whole(value);
    if (whole !== undefined) return whole;
    if (ENUM.test(value) && value.includes('_')) return this.#enumerator(value);
    if (ADDRESS.test(value) && !/\s/.test(value)) return this.#addresses.address(value);
    if (URN.test(value)) return this.#addresses.pieces(value);
    if (/<\/?\w[^<>]*>|&(?:amp|lt|gt|quot|#39);/.test(value)) return htmlText(value, this.#words, this.#addresses);
    if (JOINED.test(value)) return this.#words.marked(value);
    return isName ? (this.#words.taken(value) ?? this.#words.name(value)) : this.#words.text(value);
  }

  #digits(value: string, key: string): string {
    if (IDS.test(key)) return this.#words.name(value);
    const isKnown =
      value.length < SHORTEST_ID ||
      (isTime(value) && TIME_KEY.test(key)) ||
      (value.length < 10 && !OTHERS_NUMBER.test(key)) ||
      (value.length <= LONGEST_COUNT && COUNT_KEY.test(key));
    return isKnown ? value : this.#words.name(value);
  }

  /** 'BADGE_STYLE_LIVE': the parts that readers look for stay. */
  #enumerator(value: string): string {
    return value
      .split('_')
      .map((part) => (this.#parts.has(part) || /^\d$/.test(part) ? part : this.#words.name(part)))
      .join('_');
  }

  #otherNumber(digits: string): number {
    // A number that is too long to be exact stays too long.
    return /^\d+$/.test(digits) ? Number(this.#words.name(digits)) : 1e21;
  }
}
