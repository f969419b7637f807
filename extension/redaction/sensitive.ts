/**
 * What names or admits somebody by its form, in any text: addresses, mentions, numbers of telephones, tokens, places on the
 * map. What is found here is replaced, never told: it may be more than it should.
 */
import { TOKEN } from './tokens';

export interface Span {
  from: number;
  to: number;
}

const LINK = /(?:https?:\/\/|www\.)[^\s<>"'’”»）]+/giu;
const BARE_LINK = /(?<![\p{L}\p{N}@._-])(?:[\p{L}\p{N}-]{1,63}\.){1,4}\p{L}{2,12}\/[^\s<>"'’”»）]*/gu;
const GIVEN = /=[^\s;,&"'<>]+/g;
const ADMITTED =
  /\b(?:bearer|basic|token|api[-_ ]?key|auth(?:orization)?|passw(?:or)?d|pwd|secret|session(?:[-_ ]?id)?|cookie|csrf)\b["']?[\s:=]{1,4}["']?[^\s"',;]+/gi;
const AGENT = /(?:Mozilla|AppleWebKit|Dalvik|okhttp|Gecko|Chrome|Safari|Firefox|CriOS)\/\d[^\n"<]{0,300}/g;
const IP =
  /(?<![\d.])\d{1,3}(?:\.\d{1,3}){3}(?![\d.])|(?<![\p{L}\p{N}:])(?:[0-9a-f]{0,4}:){3,7}[0-9a-f]{1,4}(?![\p{L}\p{N}:])/giu;
/** Degrees are given with at least three decimals; counts in short forms with one or two. */
const DEGREES = /(?<![\p{N}.,])[-−]?\d{1,3}[.,](?!\d{3}(?:[.,]|(?!\d)))\d{3,}/gu;
const DEGREES_WITH_THREE = /(?<![\p{N}.,])[-−]?\d{1,3}\.\d{3}(?!\d)[°º ,;]{1,3}[-−]?\d{1,3}\.\d{3}(?!\d)/gu;
const NUMBERS = /(?<![\p{L}\p{N}_.,])\+?\(?\p{Nd}(?:[\s\u00a0()./–-]{0,2}\p{Nd}){6,20}(?![\p{L}\p{N}_])/gu;
const ALWAYS = [LINK, BARE_LINK, ADMITTED, AGENT, IP, DEGREES, DEGREES_WITH_THREE];
const POSTCODE = /(?<![\p{N}.,])\d{4,5}\s\p{Lu}\p{Ll}{2,40}/gu;

/** Spaces or points between groups of three. */
const GROUPED = /^\p{Nd}{1,3}(?:([\s\u00a0.])\p{Nd}{3})(?:\1\p{Nd}{3})*$/u;
const DAY = /^(?:\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.]\d{4})(?:\s|$)/;
const UNBROKEN = /^\p{Nd}+$/u;
const LONGEST_COUNT = 9;

/** Numbers that are none of what is counted: of a telephone, of an account. */
function isNumberOfSomebody(text: string, counts: boolean): boolean {
  if (GROUPED.test(text) || DAY.test(text)) return false;
  return !(counts && UNBROKEN.test(text) && text.length <= LONGEST_COUNT);
}

/** A word that no language has: letters and digits mixed, joined parts, or too long. */
function isToken(word: string): boolean {
  if (word.length < 6) return false;
  const mixed = /\p{L}/u.test(word) && /\p{N}/u.test(word) && !/^\p{N}{1,4}\p{L}{1,10}$/u.test(word);
  const joined = /_|\p{Ll}\.\p{Ll}/u.test(word);
  const changes = word.match(/\p{Ll}\p{Lu}/gu)?.length ?? 0;
  return mixed || joined || changes > 2 || (word.length > 30 && /^[\w.-]+$/.test(word));
}

const LONGEST_PART = 64;
const LONGEST_HOST = 255;

/** How far characters of a kind go on from a place, to the right or to the left. */
function reach(text: string, from: number, step: 1 | -1, of: RegExp, most: number): number {
  let at = from;
  for (let count = 0; count < most; count++) {
    const next = step > 0 ? text.charAt(at) : text.charAt(at - 1);
    if (next === '' || !of.test(next)) break;
    at += step;
  }
  return at;
}

/** E-mail addresses and mentions, by their sign. */
function signed(text: string): Span[] {
  const found: Span[] = [];
  for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
    const from = reach(text, at, -1, /[\p{L}\p{M}\p{N}._%+-]/u, LONGEST_PART);
    const to = reach(text, at + 1, 1, /[\p{L}\p{M}\p{N}._-]/u, LONGEST_HOST);
    // A stop at the end is the sentence's.
    const end = reach(text, to, -1, /[.-]/, to - at - 1);
    if (end > at + 1) found.push({ from, to: end });
  }
  return found;
}

/** 'name [at] host [dot] com' */
function spelt(text: string): Span[] {
  return [...text.matchAll(/[[({] ?at ?[\])}]/gi)].map((sign) => {
    const before = text.charAt(sign.index - 1) === ' ' ? sign.index - 1 : sign.index;
    let to = sign.index + sign[0].length;
    // The host, and what spells its points.
    for (let words = 0; words < 3; words++) {
      const start = text.charAt(to) === ' ' ? to + 1 : to;
      const end = reach(text, start, 1, /\S/, LONGEST_PART);
      const isDot = /dot|punkt|\./i.test(text.slice(start, end));
      if (end === start || (words === 1 && !isDot)) break;
      to = end;
    }
    return { from: reach(text, before, -1, /[\w.+-]/, LONGEST_PART), to };
  });
}

/** 'name=value', as cookies and addresses write it. */
function assigned(text: string): Span[] {
  return [...text.matchAll(GIVEN)].map(({ index, 0: value }) => ({
    from: reach(text, index, -1, /[\w.-]/, 40),
    to: index + value.length,
  }));
}

const STREETS = new Set(
  'street st avenue ave road rd lane drive boulevard blvd square way str straße strasse weg platz allee gasse calle via rue rua avenida ulica piazza laan straat gatan vej utca'.split(
    ' ',
  ),
);
const ENDS_AS_STREET = /(?:straße|strasse|gasse|platz|allee|weg|straat|gatan|vej)$/;
const HOUSE = /^\d{1,5}\p{L}?$/u;

/** A street with the number of a house, before it or behind: with up to three words between. */
function streets(text: string): Span[] {
  const words = [...text.matchAll(TOKEN)];
  const isHouse = (word: RegExpExecArray | undefined) => word !== undefined && HOUSE.test(word[0]);
  const isCapital = (word: RegExpExecArray | undefined) => word !== undefined && /^\p{Lu}/u.test(word[0]);
  return words.flatMap((word, at) => {
    const lower = word[0].toLowerCase();
    if (!STREETS.has(lower) && !ENDS_AS_STREET.test(lower)) return [];
    const house = [1, 2, 3, -1, -2, -3, -4].map((step) => at + step).find((near) => isHouse(words[near]));
    if (house === undefined) return [];
    let first = Math.min(at, house);
    while (at - first < 3 && isCapital(words[first - 1])) first -= 1;
    const last = words[Math.max(at, house)] as RegExpExecArray;
    return [{ from: (words[first] as RegExpExecArray).index, to: last.index + last[0].length }];
  });
}

/**
 * @param counts numbers without marks between their digits may be counts here
 * @param prose a text that somebody has written: all else of its words stays
 * @returns where it stands, in order and without overlaps
 */
export function sensitiveIn(text: string, { counts, prose }: { counts: boolean; prose: boolean }): Span[] {
  const found = [...signed(text), ...spelt(text), ...assigned(text)];
  const add = (match: RegExpExecArray) => found.push(spanOf(match));
  for (const pattern of prose ? [...ALWAYS, POSTCODE] : ALWAYS) for (const match of text.matchAll(pattern)) add(match);
  for (const match of text.matchAll(NUMBERS)) if (isNumberOfSomebody(match[0].trim(), counts)) add(match);
  if (prose) {
    found.push(...streets(text));
    for (const match of text.matchAll(TOKEN))
      if (isToken(match[0]) && !(text[match.index - 1] === '#' && /^\p{L}+\p{N}*$/u.test(match[0]))) add(match);
  }
  return merged(found);
}

export function spanOf(match: RegExpExecArray): Span {
  return { from: match.index, to: match.index + match[0].length };
}

export function merged(spans: readonly Span[]): Span[] {
  const list: Span[] = [];
  for (const span of [...spans].sort((a, b) => a.from - b.from || b.to - a.to)) {
    const last = list.at(-1);
    if (last && span.from < last.to) last.to = Math.max(last.to, span.to);
    else list.push({ ...span });
  }
  return list;
}
