/** The words that the overlay is drawn with: in the language that the person has chosen, or in the browser's. */
import { extensionWords, type MessageFile, type Words, wordsFromMessages } from '../views/words';

export interface Speech {
  /** Those that are known to be wanted, or those of the browser's language. */
  words(): Words;
  /** Their language; undefined before any were asked for. */
  readonly locale: string | undefined;
  /** All that takes long is done: drawing with them holds the page for no longer than a frame. */
  readonly isReady: boolean;
  /** Gets ready, each step in a task of its own: the first of each kind takes a process about 10 ms. */
  prepare(later: (task: () => unknown) => void, ready: () => void): void;
  /** @param messages in the language that was chosen; undefined for the browser's */
  choose(messages: MessageFile | undefined): void;
}

export function makeSpeech(): Speech {
  let chosen: Words | undefined;
  let isReady = false;
  const words = () => {
    chosen ??= extensionWords();
    return chosen;
  };
  return {
    words,
    get locale() {
      return chosen?.locale;
    },
    get isReady() {
      return isReady;
    },
    prepare(later, ready) {
      later(words);
      later(() => Intl.NumberFormat.supportedLocalesOf(words().locale));
      later(() => words().numbers.count(1));
      later(() => words().numbers.count(10_000));
      later(() => {
        words().numbers.percent(1);
        isReady = true;
        ready();
      });
    },
    choose(messages) {
      chosen = messages ? wordsFromMessages(messages) : extensionWords();
    },
  };
}
