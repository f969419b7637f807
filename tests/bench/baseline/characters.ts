/** What kind of character a code point is, and what it is read as: characters.tsv and lookalikes.tsv as arrays. */
import { rowsOf } from './tables.ts';

const NAMES = [
  'common',
  'space',
  'digit',
  'latin',
  'greek',
  'cyrillic',
  'arabic',
  'hebrew',
  'devanagari',
  'bengali',
  'tamil',
  'thai',
  'hangul',
  'hiragana',
  'katakana',
  'han',
  'other_letter',
  'mark',
  'joiner',
  'emoji',
] as const;
export const KIND_COUNT = NAMES.length;
export const Kind = Object.fromEntries(NAMES.map((name, at) => [name, at])) as Record<(typeof NAMES)[number], number>;

export const isLetter = (kind: number) => kind >= Kind.latin && kind <= Kind.other_letter;

/** How a character came to stand for another one: itself, styled, full width, or alike in another script. */
export const Stand = { itself: 0, style: 1, wide: 2, alike: 3 } as const;

const kinds = new Uint8Array(0x11_0000);
for (const [first = '', last = '', kind = ''] of rowsOf('characters'))
  kinds.fill(Kind[kind as keyof typeof Kind], Number.parseInt(first, 16), Number.parseInt(last, 16) + 1);

export const kindOf = (code: number) => kinds[code] as number;

/** All that stand for another character lie below. */
const FOLDED = 0x2_0000;
const codes = Uint32Array.from({ length: FOLDED }, (_, code) => code);
const likes = new Uint32Array(FOLDED);
const stands = new Uint8Array(FOLDED);
for (const [first = '', last = '', step, target = '', advance, use = ''] of rowsOf('lookalikes')) {
  let to = Number.parseInt(target, 16);
  for (let code = Number.parseInt(first, 16); code <= Number.parseInt(last, 16); code += Number(step)) {
    (use === 'alike' ? likes : codes)[code] = to;
    if (use !== 'fold') stands[code] = Stand[use as keyof typeof Stand];
    to += Number(advance);
  }
}
for (let code = 0x41; code <= 0x5a; code += 1) codes[code] = code + 32;
// Letters with accents, of Latin-1 and Latin Extended-A: those that Unicode does not decompose are written out.
const WITHOUT = {
  æ: 'æ',
  ð: 'd',
  ø: 'o',
  þ: 'þ',
  ß: 's',
  đ: 'd',
  ħ: 'h',
  ı: 'i',
  ł: 'l',
  ŋ: 'n',
  œ: 'œ',
  ŧ: 't',
  ĸ: 'k',
  ŀ: 'l',
  ŉ: 'n',
  ſ: 's',
};
for (let code = 0xc0; code < 0x180; code += 1) {
  const letter = String.fromCodePoint(code).toLowerCase();
  const base = WITHOUT[letter as keyof typeof WITHOUT] ?? letter.normalize('NFD').charAt(0);
  if (/^[a-z]$/.test(base)) codes[code] = base.charCodeAt(0);
}

/** What a character is read as; of one that is alike, the letter of its own script. */
export const foldedCode = (code: number) => (code < FOLDED ? (codes[code] as number) : code);
/** The Latin letter that one of another script looks like. */
export const likeOf = (code: number) => (code < FOLDED ? (likes[code] as number) : 0);
export const standOf = (code: number) => (code < FOLDED ? (stands[code] as number) : Stand.itself);
