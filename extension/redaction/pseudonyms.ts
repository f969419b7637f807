/** Other words for words: random, of the same form, and the same for the same word, so that who comes twice is seen twice. */

/** A whole number from 0 to below `below`. */
export type Random = (below: number) => number;

const secure: Random = (below) => (crypto.getRandomValues(new Uint32Array(1))[0] as number) % below;

/** What a character may become: one of the same script, so that a name stays a name of its language. */
const ALPHABETS: readonly (readonly [of: RegExp, from: string])[] = [
  [/\p{Nd}/u, '0123456789'],
  [/\p{Script=Han}/u, '丁七三上下丈久九也了于五井云亦交享京亭人仁今介他代令仲任伊伏伝住何佐'],
  [/\p{Script=Hiragana}/u, 'あいうえおかきくけこさしすせそたちつてとなにぬねの'],
  [/\p{Script=Katakana}/u, 'アイウエオカキクケコサシスセソタチツテトナニヌネノ'],
  [/\p{Script=Hangul}/u, '가나다라마바사아자차카타파하고노도로모보소오조호'],
  [/\p{Script=Arabic}/u, 'ابتثجحخدذرزسشصضطظعغفقكلمنهوي'],
  [/\p{Script=Hebrew}/u, 'אבגדהוזחטיכלמנסעפצקרשת'],
  [/\p{Script=Devanagari}/u, 'कखगघचछजझटठडढतथदधनपफबभमयरलवसह'],
  [/\p{Script=Thai}/u, 'กขคงจฉชซญดตถทธนบปผฝพฟภมยรลวสหอ'],
  [/\p{Script=Cyrillic}/u, 'абвгдежзиклмнопрстуфхцчшэюя'],
  [/\p{Script=Greek}/u, 'αβγδεζηθικλμνξοπρστυφχψω'],
];
const LATIN = 'abcdefghijklmnopqrstuvwxyz';
/** The beginning that says what an id is of: YouTube's channels. */
const KIND = /^UC(?=[\w-]{20,22}$)/;
const MOST_TRIES = 40;

export class Pseudonyms {
  readonly #random: Random;
  readonly #given = new Map<string, string>();
  readonly #taken = new Set<string>();

  /** @param random another source of chance, for tests */
  constructor(random: Random = secure) {
    this.#random = random;
  }

  /** Words that nothing else may become: those that stay. */
  reserve(words: Iterable<string>): void {
    for (const word of words) this.#taken.add(word.toLowerCase());
  }

  /** @param word letters and digits, with what joins them; upper and lower case are one */
  of(word: string): string {
    if (!/[\p{L}\p{N}]/u.test(word)) return word;
    const key = word.toLowerCase();
    const known = this.#given.get(key);
    if (known !== undefined) return known;
    let form = word;
    let made = this.#make(form);
    for (let tries = 1; this.#isTaken(key, made); tries++) {
      // Where all words of this length are taken a longer one is free.
      if (tries % MOST_TRIES === 0) form += word.slice(-1);
      made = this.#make(form);
    }
    this.#given.set(key, made);
    this.#taken.add(made.toLowerCase());
    return made;
  }

  #isTaken(key: string, made: string): boolean {
    return made.toLowerCase() === key || this.#taken.has(made.toLowerCase());
  }

  #make(word: string): string {
    const kind = KIND.exec(word)?.[0] ?? '';
    let made = kind;
    for (const char of word.slice(kind.length)) made += this.#instead(char, made === '');
    return made;
  }

  #instead(char: string, first: boolean): string {
    if (!/[\p{L}\p{N}]/u.test(char)) return char;
    const from = ALPHABETS.find(([of]) => of.test(char))?.[1] ?? LATIN;
    // A number that begins with another digit than 0 keeps its length.
    const least = first && /[1-9]/.test(char) ? 1 : 0;
    const letters = [...from];
    const letter = letters[least + this.#random(letters.length - least)] as string;
    return char === char.toLowerCase() ? letter : letter.toUpperCase();
  }
}
