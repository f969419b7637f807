/** Numbers with what they count: by the noun beside them, or by the place where they stand. */

import { unitsEverywhere } from '../.generated/number-forms';
import type { Count } from '../.generated/snapshot';
import { type NumberStyle, readCount, readCountOf } from './counts';
import { type Counted, languageOf, tagsOf } from './number-words';

/** What a printed number can be of on a page; 'people' stand beside any of these ('フォロワー1,234人'). */
const KINDS: readonly Counted[] = [
  'views',
  'subscribers',
  'followers',
  'following',
  'likes',
  'comments',
  'reposts',
  'saves',
  'posts',
];

/**
 * The number that counts one of these, as its noun says; 0 where the words say that there is none ('No views').
 * @returns undefined where no number stands beside such a noun
 */
export function countNamed(text: unknown, kinds: readonly Counted[], style: NumberStyle): Count | undefined {
  const count = readCountOf(text, kinds, style) ?? countOfPeople(text, kinds, style);
  return count ?? (saysNone(text, kinds, style.locale) ? 0 : undefined);
}

/** 'জন সাবস্ক্রাইবার', '좋아하는 사람 12명': a counter of people stands beside the digits, the noun further off. */
function countOfPeople(text: unknown, kinds: readonly Counted[], style: NumberStyle): Count | null {
  const people = readCountOf(text, ['people'], style);
  if (people === null || typeof text !== 'string') return null;
  const said = KINDS.filter((kind) => hasNoun(text, [kind], style.locale));
  return said.length > 0 && said.every((kind) => kinds.includes(kind)) ? people : null;
}

/**
 * The number in a place that tells by itself what is counted there (a key, a row of a list).
 * @returns undefined where the noun beside it says that it counts something else
 */
export function countPlaced(text: unknown, kinds: readonly Counted[], style: NumberStyle): Count | undefined {
  const named = countNamed(text, kinds, style);
  if (named !== undefined) return named;
  const others = KINDS.filter((kind) => !kinds.includes(kind));
  const isOther =
    readCountOf(text, others, style) !== null && !(typeof text === 'string' && hasNoun(text, kinds, style.locale));
  return isOther ? undefined : (readCount(text, style) ?? undefined);
}

/** Words that deny a noun, by language; YouTube prints them where a video has no view yet. */
const NONE: Readonly<Record<string, string>> = {
  af: 'geen',
  am: 'ምንም የሉም የለም',
  ar: 'لا ليس بدون يوجد توجد',
  az: 'yoxdur heç',
  be: 'няма без',
  bg: 'няма без нула',
  bn: 'কোনো কোনও নেই',
  bs: 'nema bez',
  ca: 'cap sense no',
  cs: 'žádné žádná žádný žádných bez',
  da: 'ingen',
  de: 'keine kein keiner',
  el: 'καμία κανένα κανένας δεν χωρίς',
  en: 'no none',
  es: 'sin ninguna ningún no',
  et: 'pole ei',
  eu: 'ez',
  fa: 'بدون هیچ',
  fi: 'ei',
  fil: 'walang wala',
  fr: 'aucune aucun pas',
  gl: 'sen ningunha',
  gu: 'કોઈ નથી',
  he: 'אין ללא',
  hi: 'कोई नहीं',
  hr: 'nema bez',
  hu: 'nincs nincsenek',
  hy: 'չկան չկա',
  id: 'tidak belum tanpa',
  is: 'engin ekkert engar',
  it: 'nessuna nessun nessuno',
  ja: 'なし ありません',
  ka: 'არ არის',
  kk: 'жоқ',
  km: 'គ្មាន មិនមាន',
  kn: 'ಯಾವುದೇ ಇಲ್ಲ',
  ko: '없음 없습니다',
  ky: 'жок',
  lo: 'ບໍ່ມີ',
  lt: 'nėra',
  lv: 'nav',
  mk: 'нема без',
  ml: 'ഇല്ല',
  mn: 'байхгүй',
  mr: 'कोणतेही नाहीत नाही',
  ms: 'tiada',
  my: 'မရှိ',
  nb: 'ingen',
  ne: 'कुनै छैन',
  nn: 'ingen',
  nl: 'geen',
  no: 'ingen',
  pa: 'ਕੋਈ ਨਹੀਂ',
  pl: 'brak',
  pt: 'nenhuma nenhum sem',
  ro: 'nicio niciun fără',
  ru: 'нет без ноль',
  si: 'නැත',
  sk: 'žiadne žiadna bez',
  sl: 'ni brez',
  sq: 'asnjë nuk',
  sr: 'nema bez нема без',
  sv: 'inga ingen',
  sw: 'hakuna',
  ta: 'இல்லை',
  te: 'లేవు లేదు',
  th: 'ไม่มี',
  tr: 'yok hiç',
  uk: 'немає без',
  ur: 'کوئی نہیں',
  uz: "yoʻq yo'q",
  vi: 'không chưa',
  zh: '无 無 沒有 没有 尚無 尚无 暂无 零',
  zu: 'akukho',
};

/** Scripts that write words without blanks. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/** Whether a short text without digits denies a noun of these kinds, in the page's language or English. */
export function saysNone(text: unknown, kinds: readonly Counted[], locale: string | undefined): boolean {
  if (typeof text !== 'string' || text.length > 60 || /\p{N}/u.test(text)) return false;
  const plain = text.normalize('NFKC').toLowerCase();
  const denials = [...tagsOf(locale), 'en'].flatMap((tag) => NONE[tag]?.split(' ') ?? []);
  const parts = wordsIn(plain);
  const denied = UNSPACED.test(plain)
    ? denials.some((word) => plain.includes(word))
    : parts.length <= 6 && parts.some((part) => denials.includes(part));
  return denied && hasNoun(plain, kinds, locale);
}

/** Words that stand beside counts in a language and in English, the nouns among them, and how bent ones begin. */
export function countWords(locale: string | undefined): { words: string[]; nouns: string[]; stems: string[] } {
  const { words, stems, forms } = languageOf(locale);
  const units = [...forms.after, ...forms.before, ...languageOf('en').forms.after, ...unitsEverywhere];
  const denials = [...tagsOf(locale), 'en'].flatMap((tag) => NONE[tag]?.split(' ') ?? []);
  return {
    words: [...words.keys(), ...units.map(([word]) => word), ...denials],
    nouns: [...words].filter(([, kinds]) => KINDS.some((kind) => kinds.has(kind))).map(([word]) => word),
    stems: [...stems.keys()],
  };
}

/** Whether a noun of these kinds stands anywhere in a text. */
function hasNoun(text: string, kinds: readonly Counted[], locale: string | undefined): boolean {
  const plain = text.normalize('NFKC').toLowerCase().slice(0, 200);
  const { words, stems } = languageOf(locale);
  const ofKinds = (table: typeof words) =>
    [...table].filter(([, said]) => kinds.some((kind) => said.has(kind))).map(([word]) => word);
  const [nouns, beginnings] = [ofKinds(words), ofKinds(stems)];
  return UNSPACED.test(plain)
    ? nouns.some((word) => plain.includes(word))
    : wordsIn(plain).some((word) => isForm(word, nouns, beginnings));
}

function wordsIn(text: string): string[] {
  return text.split(/[\s.,!:·•]/).filter(Boolean);
}

/** A noun is often bent (Finnish 'katselukertoja' of 'katselukertaa'): the longer part of it tells. */
function isForm(word: string, nouns: readonly string[], beginnings: readonly string[]): boolean {
  return (
    beginnings.some((stem) => word.startsWith(stem)) ||
    nouns.some(
      (noun) => word === noun || (noun.length > 5 && word.startsWith(noun.slice(0, Math.max(5, noun.length - 3)))),
    )
  );
}
