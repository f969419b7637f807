/**
 * What the words beside printed digits say: a unit of magnitude, what is counted, or nothing. Digits beside a word that
 * is in no table are no number that can be told: 'lakh' dropped makes 14 of 1,400,000.
 */
import { fieldWords, numberForms, unitsEverywhere, type WordKind, wordKinds } from '../.generated/number-forms';

/** What a count can be of, as its noun says. */
export type Counted = Exclude<WordKind, 'around' | 'time' | 'counter'>;

export interface NumberForms {
  /** Characters that mark decimals and groups. */
  decimal: string;
  group: string;
  /** Text after or before the digits, without spaces around and full stop, and its power of ten; longest first. */
  after: readonly Power[];
  before: readonly Power[];
  /** Whether 1,234 is printed with a form of its own (1.2K); where not, a compact 1,230 may be a rounded one. */
  thousands: boolean;
}
export type Power = readonly [word: string, power: number];

/** The forms and words of one page language. */
export interface Language {
  forms: NumberForms;
  english: boolean;
  /** Kinds of a word in lower case. */
  words: ReadonlyMap<string, ReadonlySet<WordKind>>;
  /** Kinds of a word by its beginning, where a language bends its words. */
  stems: ReadonlyMap<string, ReadonlySet<WordKind>>;
  /** The same words of scripts without blanks, longest first. */
  unspaced: readonly string[];
  counters: readonly string[];
}

/** What stands on both sides of the digits. */
export interface Beside {
  /** Powers of ten of the unit; 0 where there is none. */
  power: number;
  /** The unit is not of the page's language: its digits may be written the English way. */
  foreign: boolean;
  /** What the words next to the number count; empty where they don't say. */
  before: ReadonlySet<Counted>;
  after: ReadonlySet<Counted>;
}

/** The tag of a page language, its parents after it: 'zh-hant-hk', 'zh-hant', 'zh'. */
export function tagsOf(locale: string | undefined): string[] {
  let tag = (locale ?? '').toLowerCase().replace(/_/g, '-').slice(0, 40);
  if (/^zh-(tw|hk|mo)\b/.test(tag)) tag = tag.startsWith('zh-tw') ? 'zh-hant' : 'zh-hant-hk';
  // Written as in Mexico, '1.2 M', not as in Spain; the other countries of America write as Spain does.
  if (/^es-(mx|pe|gt|hn|ni|pa|sv|do|pr|la)\b/.test(tag)) tag = 'es-419';
  if (/^pt-(ao|cv|gw|mz|st|tl|mo)\b/.test(tag)) tag = 'pt-pt';
  tag = tag.replace(/^iw\b/, 'he').replace(/^tl\b/, 'fil').replace(/^in\b/, 'id').replace(/^ji\b/, 'yi');
  const tags: string[] = [];
  for (; tag; tag = tag.slice(0, Math.max(0, tag.lastIndexOf('-')))) tags.push(tag);
  // The two written forms of Norwegian share their words.
  if (/^n[on]\b/.test(tags[0] ?? '')) tags.push('nb');
  return tags;
}

/** '3:K thousand;6:M' → what stands before each colon, and its words. */
function unpacked(text: string): [place: number, words: string[]][] {
  return text
    .split(';')
    .filter((part) => part !== '')
    .map((part) => {
      const [place = '', words = ''] = part.split(':', 2);
      return [Number(place), words.split(' ').map((word) => word.replace(/_/g, ' '))];
    });
}

function formsIn(text: string): NumberForms {
  const [decimal = '', group = '', thousands, after = '', before = ''] = text.split('|');
  const powers = (packed: string) =>
    unpacked(packed)
      .flatMap(([power, words]) => words.map((word): Power => [word, power]))
      .sort((a, b) => b[0].length - a[0].length);
  return { decimal, group, thousands: thousands === '1', after: powers(after), before: powers(before) };
}

const languages = new Map<string, Language>();

/** The language of a page; English where it names none that is known, as the platforms themselves fall back. */
export function languageOf(locale: string | undefined): Language {
  const tags = tagsOf(locale);
  const key = tags.join(' ');
  const known = languages.get(key);
  if (known) return known;
  const own = tags.find((tag) => numberForms.has(tag));
  const words = new Map<string, Set<WordKind>>();
  const stems = new Map<string, Set<WordKind>>();
  for (const tag of new Set([...tags, 'en', '*'])) {
    for (const [place, list] of unpacked(fieldWords.get(tag) ?? '')) {
      for (const word of list) {
        const [into, name] = word.endsWith('*') ? [stems, word.slice(0, -1)] : [words, word];
        into.set(name, (into.get(name) ?? new Set()).add(wordKinds[place] as WordKind));
      }
    }
  }
  const counters = [...words].filter(([, kinds]) => kinds.has('counter')).map(([word]) => word);
  const language: Language = {
    forms: formsIn(numberForms.get(own ?? 'en') as string),
    english: own === undefined || /^en\b/.test(own),
    words,
    stems,
    unspaced: [...words.keys()].filter((word) => UNSPACED.test(word)).sort((a, b) => b.length - a.length),
    counters,
  };
  if (languages.size > 40) languages.clear();
  languages.set(key, language);
  return language;
}

/** Scripts whose words follow each other without blanks. */
const UNSPACED =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const LETTER = /^[\p{L}\p{M}]/u;
/** A word, with what joins its parts: "m'agrada", 'vind-ik-leuks', 'abonné(e)s'. */
const WORD = /^[\p{L}\p{M}॰]+(?:(?:['’‘ʻ'-]|\((?=\p{L}{1,4}\)))[\p{L}\p{M}]+\)?[\p{L}\p{M}]*)*['’]?/u;
const LAST_WORD = /[\p{L}\p{M}][\p{L}\p{M}'’‘ʻ()-]*$/u;
/** Marks that end what a number stands beside. Before the digits a stop or comma needs a blank: '.5', 'v.2'. */
const MARK_AFTER = /^(?:[,.;:!?·•|()[\]{}…、。，،؛؟।॥‧∙⋅・/]|[-–—](?![\p{L}\d])|\p{Extended_Pictographic})/u;
const MARK_BEFORE = /(?:[;:!?·•|([{)\]}…、。،؛؟।॥‧∙⋅・]|[,./–—-] |\p{Extended_Pictographic}\ufe0f?)$/u;
/** Quotes stand around what is counted in some languages: 58 „Gefällt mir“-Angaben. */
const QUOTES_AFTER = /^["„“”«»‘’「『‹›]+ ?/;
const QUOTES_BEFORE = / ?["„“”«»‘’」』‹›]+$/;
const WINDOW = 60;
const NOTHING: ReadonlySet<Counted> = new Set();

/**
 * What stands beside digits.
 * @param head the text before them, @param tail after them; both with plain digits and single blanks.
 * @returns null where a word is in no table, so that it could be a unit.
 */
export function besides(head: string, tail: string, language: Language): Beside | null {
  const after = following(tail.slice(0, WINDOW), language);
  if (!after) return null;
  const before = preceding(head.slice(-WINDOW), language);
  if (!before) return null;
  return {
    power: after.power + before.power,
    foreign: after.foreign,
    before: before.counted,
    after: after.counted,
  };
}

interface Side {
  power: number;
  foreign: boolean;
  counted: ReadonlySet<Counted>;
}

/** Units, then words that change nothing, then a noun, a mark or the end. */
function following(tail: string, language: Language): Side | null {
  let rest = tail.replace(/^ /, '');
  let power = 0;
  let foreign = false;
  for (let steps = 0; steps < 8; steps++) {
    const unit = unitAt(rest, language);
    const word = wordAt(rest, language);
    const kinds = kindsOf(word, language);
    // 조 is 10^12 in Korean, 조회수 are views: the longer one is meant.
    if (unit && !(word !== null && kinds && word.length > unit.length)) {
      power += unit.power;
      foreign ||= unit.foreign;
      rest = rest.slice(unit.length).replace(/^\.? ?/, '');
      continue;
    }
    const quote = QUOTES_AFTER.exec(rest)?.[0];
    if (quote) {
      rest = rest.slice(quote.length);
      continue;
    }
    if (rest === '' || MARK_AFTER.test(rest)) return { power, foreign, counted: NOTHING };
    if (word === null || !kinds || kinds.has('time')) return null;
    const counted = countedOf(kinds);
    rest = rest.slice(word.length);
    // '1.5 个亿': a counter between the digits and their unit.
    if (counted.size > 0) {
      if (UNSPACED.test(rest) && unitAt(rest, language)) return null;
      // 136人追蹤中: people are counted by what follows them.
      const noun =
        counted.has('people') && counted.size === 1 ? countedOf(kindsOf(nounAt(rest, language), language)) : NOTHING;
      return { power, foreign, counted: noun.size > 0 ? noun : counted };
    }
    rest = rest.replace(/^ /, '');
  }
  return null;
}

/** A unit before the digits, then a noun, a word that changes nothing, a mark or the start. */
function preceding(head: string, language: Language): Side | null {
  const rest = head.trimEnd();
  const lower = rest.toLowerCase();
  const unit = language.forms.before.find(
    ([word]) => lower.endsWith(word.toLowerCase()) && startsThere(rest, word.length),
  );
  if (unit) {
    const further = preceding(rest.slice(0, rest.length - unit[0].length), language);
    return further && { ...further, power: further.power + unit[1] };
  }
  const plain = rest.replace(QUOTES_BEFORE, '');
  if (plain === '') return { power: 0, foreign: false, counted: NOTHING };
  // A label and its colon: 'Followers: 2,423'.
  const label = plain.replace(/ ?:$/, '').replace(QUOTES_BEFORE, '');
  const found = wordBefore(label, language);
  const kinds = kindsOf(found, language);
  if (kinds && !kinds.has('time')) return { power: 0, foreign: false, counted: countedOf(kinds) };
  return MARK_BEFORE.test(head) || MARK_BEFORE.test(rest.slice(-1))
    ? { power: 0, foreign: false, counted: NOTHING }
    : null;
}

function kindsOf(word: string | null, { words, stems }: Language): ReadonlySet<WordKind> | undefined {
  if (word === null) return undefined;
  const stem = [...stems.keys()]
    .filter((beginning) => word.startsWith(beginning))
    .reduce((longest, beginning) => (beginning.length > longest.length ? beginning : longest), '');
  return words.get(word) ?? stems.get(stem);
}

/** A word of a script without blanks that follows right behind. */
function nounAt(rest: string, language: Language): string | null {
  return UNSPACED.test(rest) ? wordAt(rest, language) : null;
}

function countedOf(kinds: ReadonlySet<WordKind> = new Set()): ReadonlySet<Counted> {
  const counted = [...kinds].filter((kind) => kind !== 'around' && kind !== 'time' && kind !== 'counter');
  return counted.length > 0 ? new Set(counted as Counted[]) : NOTHING;
}

function wordAt(rest: string, language: Language): string | null {
  const lower = rest.toLowerCase();
  if (UNSPACED.test(lower)) return language.unspaced.find((word) => lower.startsWith(word)) ?? null;
  const word = WORD.exec(lower)?.[0];
  // Vietnamese 'người' are people, 'người theo' followers.
  const phrase = word && WORD.exec(lower.slice(word.length + 1))?.[0];
  if (phrase && language.words.has(`${word} ${phrase}`)) return `${word} ${phrase}`;
  return word === undefined || language.words.has(word) ? (word ?? null) : word.replace(/['’]$/, '');
}

function wordBefore(head: string, language: Language): string | null {
  const lower = head.toLowerCase();
  if (UNSPACED.test(lower.slice(-1))) return language.unspaced.find((word) => lower.endsWith(word)) ?? null;
  const word = LAST_WORD.exec(lower)?.[0];
  if (word === undefined) return null;
  // Of two words as behind the digits: 'người theo 1.234'.
  const before = LAST_WORD.exec(lower.slice(0, -word.length).replace(/ $/, ''))?.[0];
  return before && language.words.has(`${before} ${word}`) ? `${before} ${word}` : word;
}

interface Unit {
  power: number;
  foreign: boolean;
  length: number;
}

function unitAt(rest: string, language: Language): Unit | null {
  if (!LETTER.test(rest)) return null;
  const { forms, english } = language;
  const lower = rest.toLowerCase();
  const exact = forms.after.find(([word]) => rest.startsWith(word) && endsThere(rest, word.length, language));
  // One letter in the other case can be another unit ('m' is a thousand in Catalan); English prints both.
  const own =
    exact ??
    forms.after.find(
      ([word]) =>
        (word.length > 1 || english || lower.startsWith('k')) &&
        lower.startsWith(word.toLowerCase()) &&
        endsThere(rest, word.length, language),
    );
  if (own) return { power: own[1], foreign: false, length: lengthAt(rest, own[0].length, language) };
  const common = unitsEverywhere.find(([word]) => rest.startsWith(word) && endsThere(rest, word.length, language));
  if (!common || forms.after.some(([word]) => word.toLowerCase() === common[0].toLowerCase())) return null;
  return { power: common[1], foreign: true, length: common[0].length };
}

const SPACED =
  'Latin Cyrillic Greek Arabic Hebrew Armenian Georgian Devanagari Bengali Gujarati Gurmukhi Kannada Malayalam Oriya Tamil Telugu Sinhala Ethiopic'
    .split(' ')
    .map((script) => `\\p{Script=${script}}`)
    .join('');
const ENDS_SPACED = new RegExp(`[${SPACED}]\\p{M}*$`, 'u');
const GOES_ON = new RegExp(`^[${SPACED}\\p{M}\\d]`, 'u');
const GOES_BACK = new RegExp(`[${SPACED}\\p{M}\\d]$`, 'u');

/** Scripts with blanks end a unit at a word's end, or with a counter; 万人, 천회 and ล้านคน go on without one. */
function endsThere(rest: string, length: number, language: Language): boolean {
  if (!ENDS_SPACED.test(rest.slice(0, length))) return true;
  return !GOES_ON.test(rest.slice(lengthAt(rest, length, language)));
}

function lengthAt(rest: string, length: number, { counters }: Language): number {
  const counter = counters.find((suffix) => rest.startsWith(suffix, length));
  return length + (counter && !GOES_ON.test(rest.slice(length + counter.length)) ? counter.length : 0);
}

function startsThere(head: string, length: number): boolean {
  return !ENDS_SPACED.test(head) || !GOES_BACK.test(head.slice(0, head.length - length));
}
