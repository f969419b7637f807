/** What a short text is made of, in one pass over its characters: words, links, names, amounts, emoji, sentences. */
import { foldedCode, isLetter, Kind, kindOf, likeOf, Stand, standOf } from './characters.ts';

export type TokenKind = 'disguised' | 'spaced' | 'numbered' | 'account';

export interface Token {
  word: string;
  kind: TokenKind;
  begin: number;
  end: number;
}

export class Shape {
  characters = 0;
  letters = 0;
  capitals = 0;
  disguised = 0;
  emoji = 0;
  links = 0;
  mentions = 0;
  hashtags = 0;
  offeringNames = 0;
  decoratedNames = 0;
  endorsedNames = 0;
  amounts = 0;
  moneyEmoji = 0;
  longNumbers = 0;
  /** Letters of Han, kana and Hangul: beside them full width is how Latin is typed. */
  eastAsian = 0;
  closed = 0;
  unclosed = 0;
  words: string[] = [];
  lengths: number[] = [];
  tokens: Token[] = [];
  tail: number[] = [];
  /** Folded letters, one space between words, every digit as 0. */
  plain: number[] = [];
}

const DOMAIN = /^\.(?:com|net|org|info|io|ly|gg|tv|co|me|xyz|ru|shop|online|site|ga|tk|ca|de|uk)(?![a-z\d_])/i;
const MONEY =
  /trade|trading|crypto|invest|earn|profit|finance|wealth|forex|bitcoin|btc|income|fx|billionaire|entrepren|broker|token|coin|expert/i;
const LINK = /(?:https?:\/\/|www\.)[^\s<"]*/iy;
const NAME = /[@#]([\w.\-\u0080-\uffff]+)/y;
const TAG = /<[a-z/][^>]*>/iy;
const ENTITY = /&(?:lt|gt|amp|quot|#39|nbsp);/y;
const MOMENT = /[^A-Za-z]t=\d/;
const ENDS = new Set([...'.!?…\u3002\uff01\uff1f\u061f\u0964'].map((sign) => sign.codePointAt(0)));
const MONEY_EMOJI = new Set([0x1f911, 0x1f48e, 0x1f4c8, 0x1fa99, 0x1f680]);
const LETTER_FOR: Record<number, number | undefined> = Object.fromEntries(
  Object.entries({ 0: 'o', 1: 'i', 3: 'e', 4: 'a', 5: 's', 7: 't', 8: 'b', 9: 'g' }).map(([digit, letter]) => [
    digit.charCodeAt(0),
    letter.charCodeAt(0),
  ]),
);

const isDigit = (code: number) => code >= 0x30 && code <= 0x39;
const isCurrency = (code: number) =>
  code === 0x24 || code === 0x20ac || code === 0xa3 || code === 0xa5 || (code >= 0x20a0 && code <= 0x20c0);
const isCapital = (code: number) =>
  (code >= 0x41 && code <= 0x5a) ||
  (code >= 0xc0 && code <= 0xde) ||
  (code >= 0x391 && code <= 0x3a9) ||
  (code >= 0x410 && code <= 0x42f);
const isOrnament = (code: number) =>
  (code >= 0x332 && code <= 0x36f && code !== 0x342 && code !== 0x345) ||
  (code >= 0x1ab0 && code <= 0x1aff) ||
  (code >= 0x20d0 && code <= 0x20f0);
const countsTwice = (kind: number) =>
  kind === Kind.han || kind === Kind.hiragana || kind === Kind.katakana || kind === Kind.hangul;
const halvesOf = (kind: number) => (countsTwice(kind) ? 4 : kind === Kind.arabic || kind === Kind.hebrew ? 3 : 2);
/** A word ends where Han, Hiragana and Katakana change. */
const wordScript = (kind: number) =>
  kind === Kind.han || kind === Kind.hiragana || kind === Kind.katakana ? kind : Kind.latin;
const isStyled = (code: number) => code >= 0x2000 && standOf(code) === Stand.style && kindOf(code) !== Kind.emoji;
const isNamePart = (code: number) => code >= 0x80 || /[\w.-]/.test(String.fromCharCode(code));

/** What a word is made of, beside its letters. */
interface Parts {
  begin: number;
  digits: number;
  letters: number;
  halves: number;
  styled: number;
  wide: number;
  borrowed: number;
  latin: number;
  ornaments: number;
  capital: boolean;
}

class Reader {
  readonly #text: string;
  readonly #self: string;
  readonly #shape = new Shape();
  #at = 0;
  #fresh = true;
  #afterCurrency = false;
  #afterNumber = false;
  #joined = false;
  #inSentence = false;
  #sentenceBegins = false;
  #capital = false;
  #wide = 0;
  #spaced = '';
  #spacedLetters = 0;
  #spacedBegin = 0;
  #spacedEnd = 0;
  // Of the word that is read.
  #plain: number[] = [];
  #like: number[] = [];
  #digit: boolean[] = [];

  constructor(text: string, self: string) {
    this.#text = text;
    this.#self = self;
  }

  read(): Shape {
    const shape = this.#shape;
    while (this.#at < this.#text.length) {
      if (this.#special()) continue;
      const code = this.#text.codePointAt(this.#at) as number;
      const kind = kindOf(code);
      if (isLetter(kind) || kind === Kind.digit || isStyled(code)) this.#word();
      else {
        this.#sign(code, kind);
        this.#at += code > 0xffff ? 2 : 1;
      }
    }
    this.#endSpaced();
    this.#endSentence(false);
    if (shape.eastAsian === 0) shape.disguised += this.#wide;
    else if (this.#wide > 0) shape.tokens = shape.tokens.filter(({ kind }) => kind !== 'disguised');
    return shape;
  }

  /** What a sticky expression finds here. */
  #here(expression: RegExp): RegExpExecArray | null {
    expression.lastIndex = this.#at;
    return expression.exec(this.#text);
  }

  /** Links, names, tags and entities; false where none begins here. */
  #special(): boolean {
    const first = this.#text.charCodeAt(this.#at);
    if (first === 0x40 || first === 0x23) return this.#name(first === 0x40);
    if (first === 0x3c) {
      const tag = this.#here(TAG)?.[0];
      if (!tag) return false;
      if (/href=/i.test(tag)) this.#link(tag.slice(0, -1));
      this.#at += tag.length;
      return true;
    }
    if (first === 0x26) {
      const entity = this.#here(ENTITY)?.[0];
      if (!entity) return false;
      this.#at += entity.length;
      this.#shape.characters += 1;
      return true;
    }
    if (!this.#fresh || !/[hw]/i.test(this.#text[this.#at] as string)) return false;
    const link = this.#here(LINK)?.[0];
    if (!link) return false;
    this.#link(link);
    this.#at += link.length;
    return true;
  }

  #link(link: string): void {
    if (!MOMENT.test(link)) this.#shape.links += 1;
    this.#shape.characters += 1;
    this.#append(0x2f);
  }

  #name(mention: boolean): boolean {
    const [whole = '', name = ''] = this.#here(NAME) ?? [];
    if (!whole) return false;
    const shape = this.#shape;
    shape.characters += Buffer.byteLength(whole);
    this.#at += whole.length;
    if (mention && this.#self && name.toLowerCase() === this.#self) return true;
    this.#append(mention ? 0x40 : 0x23);
    shape.tail = [];
    const endorsed = shape.words.length >= 5;
    if (mention && endorsed) this.#token(name.toLowerCase(), 'account', this.#at - whole.length);
    shape[mention ? 'mentions' : 'hashtags'] += 1;
    if (endorsed) shape.endorsedNames += 1;
    if (/^_|_$|__/.test(name)) shape.decoratedNames += 1;
    if (MONEY.test(name)) shape.offeringNames += 1;
    return true;
  }

  #sign(code: number, kind: number): void {
    if (kind === Kind.joiner || kind === Kind.mark) {
      this.#joined ||= code === 0x200d;
      return;
    }
    this.#fresh = true;
    if (kind === Kind.space) return;
    const shape = this.#shape;
    shape.characters += 1;
    if (kind === Kind.emoji) this.#emoji(code);
    if (ENDS.has(code)) this.#endSentence(true);
    this.#afterCurrency = isCurrency(code);
    if (this.#afterCurrency && this.#afterNumber) {
      shape.amounts += 1;
      this.#afterCurrency = false;
    }
    this.#afterNumber = false;
    if (code === 0x2e && this.#at > 0 && isNamePart(this.#text.charCodeAt(this.#at - 1))) {
      if (DOMAIN.test(this.#text.slice(this.#at, this.#at + 10))) shape.links += 1;
    }
    if (code === 0x3f && /^\?v=/i.test(this.#text.slice(this.#at, this.#at + 3))) shape.links += 1;
  }

  #emoji(code: number): void {
    const shape = this.#shape;
    shape.emoji += 1;
    if ((code >= 0x1f4b0 && code <= 0x1f4b9) || MONEY_EMOJI.has(code)) shape.moneyEmoji += 1;
    const part = this.#joined || (code >= 0x1f3fb && code <= 0x1f3ff);
    this.#joined = false;
    if (!part && shape.tail.length < 3 && !shape.tail.includes(code)) shape.tail.push(code);
  }

  #word(): void {
    const parts: Parts = {
      begin: this.#at,
      digits: 0,
      letters: 0,
      halves: 0,
      styled: 0,
      wide: 0,
      borrowed: 0,
      latin: 0,
      ornaments: 0,
      capital: false,
    };
    this.#plain = [];
    this.#like = [];
    this.#digit = [];
    this.#append(0x20);
    let script = Kind.common;
    while (this.#at < this.#text.length) {
      const code = this.#text.codePointAt(this.#at) as number;
      const width = code > 0xffff ? 2 : 1;
      let kind = kindOf(code);
      if (kind === Kind.mark || kind === Kind.joiner || code === 0x640) {
        if (isOrnament(code)) parts.ornaments += 1;
        this.#at += width;
        continue;
      }
      const folded = foldedCode(code);
      const stand = standOf(code);
      if (stand === Stand.style) kind = isDigit(folded) ? Kind.digit : Kind.latin;
      const letter = isLetter(kind);
      if (!letter && kind !== Kind.digit) break;
      if (letter) {
        const own = wordScript(kind);
        if (script !== Kind.common && own !== script) break;
        script = own;
        this.#letter(code, kind, parts);
      } else parts.digits += 1;
      this.#shape.characters += 1;
      if (stand === Stand.style) parts.styled += 1;
      if (stand === Stand.wide) parts.wide += 1;
      if (stand === Stand.alike && kind !== Kind.latin) parts.borrowed += 1;
      this.#plain.push(folded);
      this.#like.push(stand === Stand.alike ? likeOf(code) : folded);
      this.#digit.push(!letter);
      this.#at += width;
    }
    if (this.#plain.length > 0) this.#endWord(parts);
  }

  #letter(code: number, kind: number, parts: Parts): void {
    const shape = this.#shape;
    parts.letters += 1;
    shape.letters += 1;
    if (countsTwice(kind)) shape.eastAsian += 1;
    parts.halves += halvesOf(kind);
    if (kind === Kind.latin) parts.latin += 1;
    const capital = isCapital(code);
    if (capital) shape.capitals += 1;
    if (parts.letters === 1) parts.capital = capital || countsTwice(kind) || kind === Kind.arabic;
  }

  /** Reads look-alikes and digits inside the word as the letters that they stand for. @returns whether it was in disguise */
  #undisguise(parts: Parts): boolean {
    const mixed = parts.borrowed > 0 && (parts.latin > 0 || parts.styled > 0);
    if (mixed) this.#plain = this.#like;
    if (parts.digits > 0 && parts.letters > 1) {
      for (let i = 0; i + 1 < this.#plain.length; i += 1) {
        const inside = this.#digit[i] && !this.#digit[i + 1] && (i === 0 ? parts.letters > 2 : !this.#digit[i - 1]);
        const letter = inside ? LETTER_FOR[this.#plain[i] as number] : undefined;
        if (letter) this.#plain[i] = letter;
      }
    }
    if (parts.letters === 0) return false;
    return parts.styled + parts.wide + (mixed ? parts.borrowed : 0) > 0 || (parts.ornaments > 2 && parts.latin > 0);
  }

  /** niiiice as nice: from the third repetition on, a run of a letter shrinks to one. */
  #spelled(): string {
    const codes: number[] = [];
    for (let i = 0; i < this.#plain.length; ) {
      const code = this.#plain[i] as number;
      let end = i + 1;
      if (!this.#digit[i]) while (end < this.#plain.length && this.#plain[end] === code && !this.#digit[end]) end += 1;
      codes.push(code);
      if (end - i === 2) codes.push(code);
      for (; i < end; i += 1) this.#append(this.#digit[i] ? 0x30 : code);
    }
    return String.fromCodePoint(...codes);
  }

  #endWord(parts: Parts): void {
    const shape = this.#shape;
    const disguised = this.#undisguise(parts);
    const word = this.#spelled();
    if (disguised) {
      shape.disguised += parts.styled + (parts.ornaments > 2 ? parts.latin : 0);
      if (parts.latin + parts.styled > 0) shape.disguised += parts.borrowed;
      this.#wide += parts.wide;
      if (parts.letters + parts.digits >= 3) this.#token(word, 'disguised', parts.begin);
    } else if (this.#isNumbered(parts)) this.#token(word, 'numbered', parts.begin);
    if (shape.words.length === 0 || this.#sentenceBegins) this.#capital = parts.capital || parts.letters === 0;
    this.#sentenceBegins = false;
    this.#inSentence = true;
    shape.tail = [];
    shape.words.push(word);
    shape.lengths.push(Math.min(parts.halves >> 1, 255));
    this.#followSpaced(parts);
    if (parts.digits >= 7 && parts.letters <= 1) shape.longNumbers += 1;
    const thousands = parts.digits > 0 && parts.letters === 1 && /k/i.test(this.#text[this.#at - 1] as string);
    if (parts.digits > 0 && parts.letters <= 1 && (this.#afterCurrency || (thousands && parts.begin > 0)))
      shape.amounts += 1;
    this.#afterCurrency = false;
    this.#afterNumber = parts.digits > 0 && parts.letters === 0;
    this.#fresh = false;
  }

  /** Letters with digits that look like a name, and like no year and no part2. */
  #isNumbered(parts: Parts): boolean {
    if (parts.digits === 0 || parts.letters < 3 || parts.letters + parts.digits < 5 || parts.latin !== parts.letters)
      return false;
    const length = this.#digit.length;
    const atEnd = length - 1 - this.#digit.lastIndexOf(false);
    const leading = this.#digit.indexOf(false);
    if (atEnd < parts.digits) return parts.digits > atEnd + leading;
    if (atEnd === 1) return false;
    const first = this.#plain[length - atEnd];
    return !(atEnd === 4 && (first === 0x31 || first === 0x32));
  }

  /** P U L A U 7 7 7: four signs or more that stand alone are one name. */
  #followSpaced(parts: Parts): void {
    if (this.#plain.length > 1 || parts.halves > 3) {
      this.#endSpaced();
      return;
    }
    if (!this.#spaced) {
      this.#spacedBegin = parts.begin;
      this.#spacedLetters = 0;
    }
    this.#spaced += String.fromCodePoint(this.#plain[0] as number);
    this.#spacedLetters += parts.letters;
    this.#spacedEnd = this.#at;
  }

  #endSpaced(): void {
    if ([...this.#spaced].length >= 4 && this.#spacedLetters >= 3)
      this.#shape.tokens.push({ word: this.#spaced, kind: 'spaced', begin: this.#spacedBegin, end: this.#spacedEnd });
    this.#spaced = '';
  }

  #token(word: string, kind: TokenKind, begin: number): void {
    this.#shape.tokens.push({ word, kind, begin, end: this.#at });
  }

  #endSentence(closed: boolean): void {
    if (!this.#inSentence) return;
    this.#shape[closed && this.#capital ? 'closed' : 'unclosed'] += 1;
    this.#inSentence = false;
    this.#sentenceBegins = true;
  }

  #append(code: number): void {
    const { plain } = this.#shape;
    if (code === 0x20 && (plain.length === 0 || plain.at(-1) === 0x20)) return;
    if (plain.length === 0 && (code === 0x40 || code === 0x23 || code === 0x2f)) return;
    plain.push(code);
  }
}

/** @param self  a name in lower case whose mention does not count: the creator's */
export const shapeOf = (text: string, self = '') => new Reader(text, self).read();
