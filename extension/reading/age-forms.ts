/** How languages write ages: the forms of Intl (CLDR) turned round, and what platforms print beyond them. */
import { wordsForOne } from '../.generated/number-forms';
import { plainDigits } from './counts';
import { tagsOf } from './number-words';

const DAY = 86_400;
const UNITS: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
  ['second', 1],
  ['minute', 60],
  ['hour', 3600],
  ['day', DAY],
  ['week', 7 * DAY],
  ['month', 30.4375 * DAY],
  ['year', 365.25 * DAY],
];

export interface PrintedAge {
  count: number;
  /** Length of the unit. */
  seconds: number;
  /** A day, week or month of the calendar ('yesterday'), not a length of time. */
  calendar?: boolean;
}

interface AgeForm {
  before: string;
  after: string;
  seconds: number;
  /** Forms without digits ('قبل يومين') say their number in a word. */
  count?: number;
  /** The form of one unit: 'vor 1 Monat', so 'vor einem Monat' too. */
  single?: boolean;
  /** A word of the calendar, which stands alone: 'yesterday'. */
  calendar?: boolean;
}

/** What platforms print and CLDR doesn't: words before and after the number. */
const OTHER_AGES: Record<string, readonly (readonly [before: string, after: string, seconds: number])[]> = {
  hi: [
    ['', 'साल पहले', 365.25 * DAY],
    ['', 'महीने पहले', 30.4375 * DAY],
    ['', 'महीना पहले', 30.4375 * DAY],
    ['', 'हफ़्ते पहले', 7 * DAY],
    ['', 'हफ़्ता पहले', 7 * DAY],
    ['', 'हफ्ते पहले', 7 * DAY],
  ],
  ky: [['', 'жума мурун', 7 * DAY]],
  mk: [
    ['пред', 'недели', 7 * DAY],
    ['пред', 'недела', 7 * DAY],
  ],
  nb: [
    ['for', 'dager siden', DAY],
    ['for', 'dag siden', DAY],
  ],
  no: [
    ['for', 'dager siden', DAY],
    ['for', 'dag siden', DAY],
  ],
  ms: [
    ['', 'hari yang lalu', DAY],
    ['', 'minggu yang lalu', 7 * DAY],
    ['', 'bulan yang lalu', 30.4375 * DAY],
    ['', 'tahun yang lalu', 365.25 * DAY],
    ['', 'jam yang lalu', 3600],
  ],
};

/** Other words for "ago" than CLDR's, and what CLDR writes in their place (texts in lower case). */
const OTHER_AGO: Record<string, readonly (readonly [printed: RegExp, cldr: string])[]> = {
  ar: [[/منذ/, 'قبل']],
  az: [[/əvvəl/, 'öncə']],
  da: [[/^for /, '']],
  el: [[/^πριν (?!από)/, 'πριν από ']],
  fa: [[/قبل/, 'پیش']],
  ja: [[/[ヶカヵケ]月/, 'か月']],
  ms: [[/(?:yang )?lepas/, 'lalu']],
  nb: [[/^(?=\d)/, 'for ']],
  ne: [[/अघि/, 'पहिले']],
  no: [[/^(?=\d)/, 'for ']],
  pt: [[/^(.*) atrás$/, 'há $1']],
  sv: [[/^(?=\d)/, 'för ']],
  ur: [[/قبل/, 'پہلے']],
};

/** The text, and as CLDR would write it. */
function readingsOf(plain: string, language: string): string[] {
  const others = OTHER_AGO[language.toLowerCase().split('-', 1)[0] ?? ''] ?? [];
  return [plain, ...others.map(([printed, cldr]) => plain.replace(printed, cldr)).filter((text) => text !== plain)];
}

/** Pages write abbreviations with and without their full stop ('35 min ago'), and two kinds of apostrophe. */
function agePlain(text: string): string {
  return plainDigits(text)
    .toLowerCase()
    .replace(/[’ʼ‘]/g, "'")
    .replace(/\.(?!\d)/g, '');
}

const tables = new Map<string, readonly AgeForm[]>();
/** Counts that show every plural form of every language; one comes first, for it is told from others of its form. */
const PLURALS = [1, 2, 0, 3, 4, 5, 6, 8, 10, 11, 15, 20, 21, 22, 100];
const STYLES = ['long', 'short', 'narrow'] as const;

class Forms {
  private readonly known = new Map<string, AgeForm>();
  private readonly unclear = new Set<string>();

  add(form: AgeForm): void {
    const key = `${form.before}|${form.after}|${form.count === undefined ? '' : 'word'}`;
    const other = this.known.get(key);
    if (!other) this.known.set(key, form);
    else if (other.seconds !== form.seconds || other.count !== form.count) this.unclear.add(key);
    else if (form.single) this.known.set(key, { ...other, single: true });
  }

  /** The most telling first; none that means two things. */
  list(): AgeForm[] {
    return [...this.known]
      .filter(([key, form]) => !this.unclear.has(key) && (form.before || form.after))
      .map(([, form]) => form)
      .sort((a, b) => b.before.length + b.after.length - a.before.length - a.after.length);
  }
}

const textOf = (parts: readonly Intl.RelativeTimeFormatPart[]) =>
  agePlain(parts.map((part) => part.value).join('')).trim();

/** One count for each plural form of the language, since asking Intl is what takes time. */
function countsOf(locale: string): number[] {
  const rules = new Intl.PluralRules(locale);
  const counts = new Map<string, number>();
  for (const count of PLURALS) {
    const form = rules.select(count);
    if (!counts.has(form)) counts.set(form, count);
  }
  return [...counts.values()];
}

/** '3 days ago' and, where Intl writes it so, 'قبل يومين' and Hebrew's 'לפני שבועיים (2)', whose digits pages leave out. */
function addCounted(forms: Forms, format: Intl.RelativeTimeFormat, counts: readonly number[]): void {
  for (const [unit, seconds] of UNITS) {
    for (const count of counts) {
      const parts = format.formatToParts(-count, unit);
      const at = parts.findIndex((part) => part.type === 'integer');
      if (at < 0) forms.add({ before: textOf(parts), after: '', seconds, count });
      else {
        const [before, after] = [textOf(parts.slice(0, at)), textOf(parts.slice(at + 1))];
        forms.add({ before, after, seconds, ...(count === 1 ? { single: true } : {}) });
        if (before.endsWith('(') && after === ')')
          forms.add({ before: before.slice(0, -1).trim(), after: '', seconds, count });
      }
    }
  }
}

/** 'yesterday', 'vorgestern', 'last week': words of the calendar. */
function addCalendar(forms: Forms, format: Intl.RelativeTimeFormat): void {
  for (const [unit, seconds] of UNITS) {
    for (const count of [0, 1, 2, 3]) {
      // 'This month' is as good as no time; 'now' and 'today' are one.
      if (count === 0 && unit !== 'day' && unit !== 'second') continue;
      const text = textOf(format.formatToParts(-count, unit));
      if (!/\d/.test(text)) forms.add({ before: text, after: '', seconds, count, calendar: true });
    }
  }
}

function ageForms(locale: string): readonly AgeForm[] {
  const known = tables.get(locale);
  if (known) return known;
  const forms = new Forms();
  const calendar = new Forms();
  try {
    const counts = countsOf(locale);
    for (const style of STYLES) {
      addCounted(forms, new Intl.RelativeTimeFormat(locale, { style, numeric: 'always' }), counts);
      addCalendar(calendar, new Intl.RelativeTimeFormat(locale, { style, numeric: 'auto' }));
    }
  } catch {
    return [];
  }
  for (const [before, after, seconds] of OTHER_AGES[locale.toLowerCase().split('-', 1)[0] ?? ''] ?? [])
    forms.add({ before: agePlain(before), after: agePlain(after), seconds });
  const list = [...forms.list(), ...calendar.list()];
  if (tables.size > 40) tables.clear();
  tables.set(locale, list);
  return list;
}

interface Split {
  count: number;
  head: string;
  tail: string;
}

/** The age that a text prints, in the page's language or English. */
export function printedAge(text: string, locale: string | undefined): PrintedAge | undefined {
  const plain = agePlain(text);
  for (const language of new Set([(locale || 'en').slice(0, 40).replace(/_/g, '-'), 'en'])) {
    const forms = ageForms(language);
    for (const reading of readingsOf(plain, language)) {
      const numbers = numbersIn(reading);
      const found = numbers.length > 0 ? countedAge(numbers, forms) : wordedAge(reading, forms, language);
      if (found) return found;
    }
  }
  return undefined;
}

/** Words and phrases that ages are printed with in a language, and in English. */
export function ageWords(locale: string | undefined): string[] {
  const languages = [(locale || 'en').slice(0, 40).replace(/_/g, '-'), 'en'];
  return languages.flatMap((language) => [
    ...ageForms(language).flatMap(({ before, after }) => [before, after]),
    ...(OTHER_AGO[language.toLowerCase().split('-', 1)[0] ?? ''] ?? []).map(([printed]) => printed.source),
    ...onesOf(language),
  ]);
}

function numbersIn(plain: string): Split[] {
  return [...plain.matchAll(/\d{1,4}/g)].map((match) => {
    const tail = plain.slice(match.index + match[0].length);
    return { count: Number(match[0]), head: plain.slice(0, match.index).trimEnd(), tail: tail.trimStart() };
  });
}

function countedAge(numbers: readonly Split[], forms: readonly AgeForm[]): PrintedAge | undefined {
  for (const form of forms) {
    if (form.count !== undefined) continue;
    const found = numbers.find((number) => stands(number, form));
    if (found) return { count: found.count, seconds: form.seconds };
  }
  return undefined;
}

function stands({ head, tail }: Split, { before, after }: AgeForm): boolean {
  return head.endsWith(before) && tail.startsWith(after) && isWhole(tail, after);
}

/** Without digits: a word for the whole ('gestern', 'قبل يومين'), or one for the number ('vor einem Monat'). */
function wordedAge(plain: string, forms: readonly AgeForm[], language: string): PrintedAge | undefined {
  // What stands in brackets after an age says that it was edited.
  const said = plain.replace(/ ?\([^()]{1,40}\)$/, '').trim();
  for (const { count, seconds, before, calendar } of forms) {
    if (count === undefined || !(calendar ? said === before : endsWithWord(said, before))) continue;
    return { count, seconds, ...(calendar ? { calendar } : {}) };
  }
  const singles = forms.filter((form) => form.single);
  for (const one of onesOf(language)) {
    for (const form of singles) {
      const { before, after, seconds } = form;
      if (
        one === ''
          ? endsWithWord(said, `${before} ${after}`.trim())
          : splitsAt(said, one).some((at) => stands(at, form))
      )
        return { count: 1, seconds };
    }
  }
  return undefined;
}

function onesOf(language: string): string[] {
  const tag = tagsOf(language).find((name) => wordsForOne.has(name));
  const words = tag === undefined ? [] : (wordsForOne.get(tag) as string).split(' ');
  return words.map((word) => (word === '∅' ? '' : word));
}

/** Where a word for one stands as a word of its own; "un'" and the words of scripts without blanks stand before others. */
function splitsAt(text: string, one: string): Split[] {
  const splits: Split[] = [];
  for (let at = text.indexOf(one); at >= 0; at = text.indexOf(one, at + 1)) {
    const [head, tail] = [text.slice(0, at), text.slice(at + one.length)];
    const joined = UNSPACED.test(one) || one.endsWith("'");
    if (/[\p{L}\p{M}]$/u.test(head) && !UNSPACED.test(one)) continue;
    if (!joined && !tail.startsWith(' ')) continue;
    splits.push({ count: 1, head: head.trimEnd(), tail: tail.trimStart() });
  }
  return splits;
}

const UNSPACED = /[\p{Script=Han}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]$/u;

/** Nothing of a longer word: '前' ends one in Japanese, 'day' doesn't end 'days'. */
function isWhole(tail: string, form: string): boolean {
  return /[\p{Script=Han}\p{Script=Hangul}\p{Script=Thai}]$/u.test(form) || !/^\p{L}/u.test(tail.slice(form.length));
}

function endsWithWord(text: string, words: string): boolean {
  return text === words || text.endsWith(` ${words}`);
}
