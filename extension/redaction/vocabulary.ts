/** The words that a file about a page may hold: those that the readers know. Names of people are not among them. */
import { coreWords, readWords } from '../.generated/read-words';
import { ageWords } from '../reading/age-forms';
import { countWords } from '../reading/counted';
import type { PlatformName } from '../reading/reading';
import { monthWords } from '../reading/times';
import { TOKEN } from './tokens';

export interface Vocabulary {
  /** What the platform's readers ask for and compare with: keys, names of elements and attributes, values. */
  said: ReadonlySet<string>;
  /** Those of them that readers look for within longer names. */
  marks: readonly string[];
  /** Parts of the platform's addresses. */
  paths: ReadonlySet<string>;
  /** Words of printed numbers and times in the page's language, in lower case. */
  words: ReadonlySet<string>;
  /** Those of them that say what is counted. */
  nouns: ReadonlySet<string>;
  /** How words beside counts begin, where a language bends them. */
  stems: readonly string[];
  /** What patterns of a few words match; the words stand in the readers, so that nothing else can match. */
  matched: readonly RegExp[];
  /** Words that the core looks for in what people write, in lower case. */
  core: ReadonlySet<string>;
  /** Words of scripts without blanks, longest first. */
  unspaced: readonly string[];
}

export const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
/** Units of the ages that platforms print in one letter: '3d', '5h'. */
const SHORT_UNITS = ['s', 'm', 'h', 'd', 'w', 'mo', 'y'];

const listed = (platform: string, list: 0 | 2) => (readWords[platform]?.[list] ?? '').split(' ').filter(Boolean);
const patterns = (platform: string) => readWords[platform]?.[1] ?? [];

/** @param locale the page's language; English words are always known */
export function vocabularyOf(platform: PlatformName, locale: string | undefined): Vocabulary {
  const counted = countWords(locale);
  const phrases = [...counted.words, ...ageWords(locale), ...monthWords(locale), ...SHORT_UNITS];
  const words = phrases.flatMap((phrase) => phrase.toLowerCase().match(TOKEN) ?? []);
  const said = new Set([...listed('', 0), ...listed(platform, 0)]);
  return {
    said,
    marks: [...said].filter((name) => /^[a-z]+[_.-][a-z_.-]*[a-z]$/.test(name) && name.length > 7),
    paths: new Set([...said, ...listed(platform, 2)]),
    words: new Set(words),
    nouns: new Set(counted.nouns.flatMap((noun) => noun.toLowerCase().match(TOKEN) ?? [])),
    stems: counted.stems,
    matched: [...patterns(''), ...patterns(platform)].map(
      (pattern) => new RegExp(pattern.replace(/^\^|\$$/g, ''), 'giu'),
    ),
    core: new Set(coreWords.split(' ')),
    unspaced: [...new Set(words)].filter((word) => UNSPACED.test(word)).sort((a, b) => b.length - a.length),
  };
}
