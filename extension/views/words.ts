/**
 * The words of the views: messages in the form of the browser's message files, read from the extension's API or from
 * a plain map (tests, pictures, saved files). Values are named: "From {posts} and {comments} read." Plural forms are
 * keys with the CLDR category as suffix (`posts_one`, `posts_other`), chosen by Intl.PluralRules.
 */
import { browser } from 'wxt/browser';
import type { MessageFile, MessageKey, PluralKey } from './message-keys';
import { type Numbers, numbersFor } from './numbers';

export type { MessageFile, MessageKey, PluralKey };

export type Direction = 'ltr' | 'rtl';

export interface Words {
  /** BCP 47 tag of the language that the messages are in. */
  readonly locale: string;
  readonly direction: Direction;
  readonly numbers: Numbers;
  text(key: MessageKey, values?: Values): string;
  /** The plural form for `n`; `{n}` in it is the formatted count. */
  count(key: PluralKey, n: number, values?: Values): string;
  /** The parts that there are, one after the other, with the language's own comma or semicolon between them. */
  list(parts: readonly (string | false | undefined)[], between?: 'list_comma' | 'list_semicolon'): string;
}
export type Values = Readonly<Record<string, string>>;

/** Words from the extension's own message files, in the browser's language. */
export function extensionWords(): Words {
  // WXT types the keys by a file that only its own build makes; the types of message-keys.ts take their place.
  return makeWords((key) => browser.i18n.getMessage(key as never));
}

/** Words from one message file, already parsed. */
export function wordsFromMessages(messages: MessageFile): Words {
  const table = new Map(Object.entries(messages).map(([key, entry]) => [key, entry.message]));
  return makeWords((key) => table.get(key) ?? '');
}

function makeWords(lookup: (key: string) => string): Words {
  const locale = lookup('language_tag') || 'en';
  let plural: Intl.PluralRules | undefined;
  const words: Words = {
    locale,
    direction: /^(ar|he|fa|ur)\b/.test(locale) ? 'rtl' : 'ltr',
    // Made when first wanted: the first use of Intl in a process takes 10 ms.
    get numbers() {
      return numbersFor(locale);
    },
    text: (key, values) => fill(lookup(key), values),
    count: (key, n, values) => {
      plural ??= new Intl.PluralRules(locale);
      const message = lookup(`${key}_${plural.select(asWritten(n))}`) || lookup(`${key}_other`);
      return fill(message, { ...values, n: words.numbers.count(n) });
    },
    list: (parts, between = 'list_comma') =>
      parts.reduce<string>(
        (before, next) => (before && next ? fill(lookup(between), { before, next }) : before || next || ''),
        '',
      ),
  };
  return words;
}

/** The number whose form the written one asks for: whole below 10,000; compact above, a round number of thousands or millions. */
const asWritten = (n: number) => (n < 10_000 ? Math.round(n) : n < 1e6 ? 10_000 : 1e6);

/** One pass, so that a value that contains braces stays what it is. */
function fill(message: string, values: Values = {}): string {
  return message.replace(/\{([a-z]+)\}/g, (whole, name: string) =>
    Object.hasOwn(values, name) ? values[name]! : whole,
  );
}
