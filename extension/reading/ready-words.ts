import { printedAge } from './age-forms';
import { readCountOf } from './counts';

/** Makes the tables of a page's language, which takes longer than to read a text by them. */
export function readyWords(locale: string | undefined): void {
  printedAge('2 weeks ago', locale);
  readCountOf('1.2K followers', ['followers'], { rounding: 'unknown', locale });
}
