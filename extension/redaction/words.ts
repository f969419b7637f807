/**
 * Texts of a page as a file may hold them. Of a text that no reader took, only words and numbers that the readers know; of
 * one that they took, all but what names or admits somebody. Everything else becomes a pseudonym.
 */
import { cleanText } from '../reading/text';
import type { Known } from './known';
import type { Pseudonyms } from './pseudonyms';
import { merged, type Span, sensitiveIn, spanOf } from './sensitive';
import { TOKEN } from './tokens';
import { Told } from './told';
import { UNSPACED, type Vocabulary } from './vocabulary';

const NUMBER = /^\p{N}+(?:[.-]\p{N}{1,6})*$/u;
const NUMBER_AND_UNIT = /^\p{N}+(?:\.\p{N}+)?(\p{L}[\p{L}\p{M}]*)$/u;
/** Longer numbers without marks between their digits are somebody's, unless the text says what they count. */
const LONGEST_BARE = 5;
const LONGEST_COUNT = 9;
/** Reddit's things: 't1_abc' is the comment 'abc'. */
const KIND_AND_ID = /^(t[1-6]_)\w/;
/** YouTube's channels begin with two letters that say so. */
const CHANNEL = /^UC[\w-]{20,22}$/;
/** What bending adds to a word; a longer rest is none of it. */
const LONGEST_ENDING = 3;
/** A short text stands in many others by chance. */
const SHORTEST_PIECE = 2;
/** A word that begins with a capital, and goes on without. */
const CAPITAL = /(?<![\p{L}\p{N}#])\p{Lu}[\p{Ll}\p{M}][\p{L}\p{M}'’-]*/gu;
/** What ends the sentence before: after it every word begins so. */
const ENDS = /(?:[.!?…:"“„«(]|\p{Extended_Pictographic}|\ufe0f)$/u;
/** Words between which nothing but a blank or a hyphen stands. */
const BESIDE = /^[\s-]$/;

type Wrote = 'own' | 'comment';
/** A text is looked for by its first characters. */
const BEGINNING = 12;

export class Words {
  readonly #known: Known;
  readonly #vocabulary: Vocabulary;
  readonly #pseudonyms: Pseudonyms;
  /** Names of the person who looks, in lower case, as far as the page tells. */
  readonly #viewer: RegExp | null;
  readonly #told: Readonly<Record<Wrote, Told>>;
  /** Texts that the readers took, by how they begin. */
  readonly #beginnings = new Map<string, { taken: string; by: Wrote }[]>();

  constructor(known: Known, vocabulary: Vocabulary, pseudonyms: Pseudonyms, viewer: ReadonlySet<string>) {
    this.#known = known;
    this.#vocabulary = vocabulary;
    this.#pseudonyms = pseudonyms;
    const names = [...viewer].map((name) => name.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&'));
    this.#viewer = names.length
      ? new RegExp(`(?<![\\p{L}\\p{N}])(?:${names.join('|')})(?![\\p{L}\\p{N}])`, 'giu')
      : null;
    const told = (texts: ReadonlySet<string>, by: Wrote) => new Told([...texts].map((text) => this.written(text, by)));
    this.#told = { own: told(known.ownTexts, 'own'), comment: told(known.comments, 'comment') };
    for (const [by, texts] of [['own', known.ownTexts] as const, ['comment', known.comments] as const])
      for (const taken of texts) {
        if (taken.length < BEGINNING) continue;
        const key = taken.slice(0, BEGINNING);
        this.#beginnings.set(key, [...(this.#beginnings.get(key) ?? []), { taken, by }]);
      }
  }

  isOwn(text: string): boolean {
    return this.#known.own.has(text.toLowerCase());
  }

  /** Any text of the page. */
  text(text: string): string {
    if (text.trim() === '') return text;
    if (this.#known.people.has(text.trim().toLowerCase())) return this.name(text);
    return this.taken(text) ?? this.#around(text) ?? this.masked(text);
  }

  /** Every word of it is another. */
  name(text: string): string {
    if (this.isOwn(text)) return text;
    return text.replace(TOKEN, (word) => this.#other(word));
  }

  /** A text without every word that the readers don't know. */
  masked(text: string): string {
    const counts = (text.match(TOKEN) ?? []).some(
      (word) => this.#vocabulary.nouns.has(word.toLowerCase()) || this.#beginning(word) > 0,
    );
    const word = (part: string) => part.replace(TOKEN, (one) => this.#word(one, counts));
    return replaced(
      text,
      this.#matched(text),
      (known) => known,
      (part) =>
        replaced(part, this.#spans(part, sensitiveIn(part, { counts, prose: false })), (one) => this.name(one), word),
    );
  }

  /** An id or a file's name: what readers look for in it stays. */
  marked(text: string): string {
    if (this.isOwn(text)) return text;
    const { marks } = this.#vocabulary;
    const found = marks.map((mark) => ({ from: text.indexOf(mark), to: text.indexOf(mark) + mark.length }));
    const spans = merged([...found.filter(({ from }) => from >= 0), ...this.#matched(text)]);
    return replaced(
      text,
      spans,
      (known) => known,
      (part) => this.name(part),
    );
  }

  /** Only what readers look for in it. */
  signs(text: string): string {
    return this.#matched(text)
      .map(({ from, to }) => text.slice(from, to))
      .join('');
  }

  /** What the readers' own patterns find in it. */
  #matched(text: string): Span[] {
    const found = this.#vocabulary.matched.flatMap((pattern) => [...text.matchAll(pattern)]);
    return merged(found.filter(([match]) => match.length > 2 || /[^\x00-\x7f]/.test(match)).map(spanOf));
  }

  /** What somebody has written, without what names or admits somebody. */
  written(text: string, by: Wrote): string {
    const spans = sensitiveIn(text, { counts: false, prose: true });
    spans.push(...this.#capitals(text, by));
    for (const match of text.matchAll(TOKEN)) if (this.#known.peopleWords.has(match[0])) spans.push(spanOf(match));
    return replaced(
      text,
      this.#spans(text, spans),
      (part) => this.name(part),
      (part) => part,
    );
  }

  /**
   * Words that begin as names do: two in a row, and in what others write one within a sentence. What the core looks for is
   * no name.
   */
  #capitals(text: string, by: Wrote): Span[] {
    const found = [...text.matchAll(CAPITAL)].map(spanOf);
    const beside = (a: Span | undefined, b: Span | undefined) => a && b && BESIDE.test(text.slice(a.to, b.from));
    return found.filter((span, at) => {
      const inRow = beside(found[at - 1], span) || beside(span, found[at + 1]);
      const within = by === 'comment' && !isStart(text, span.from);
      return (inRow || within) && !this.#vocabulary.core.has(text.slice(span.from, span.to).toLowerCase());
    });
  }

  #spans(text: string, found: readonly Span[]): Span[] {
    const viewer = this.#viewer ? [...text.matchAll(this.#viewer)].map(spanOf) : [];
    return merged([...found, ...viewer]);
  }

  /** A text that the readers took: its words stay. */
  whole(text: string): string | undefined {
    const trimmed = cleanText(text);
    const isTaken = (one: string) => this.#known.comments.has(one) || this.#known.ownTexts.has(one);
    // The texts of elements were read with single blanks.
    const clean = trimmed === undefined || isTaken(trimmed) ? trimmed : trimmed.replace(/\s+/g, ' ');
    if (clean === undefined) return undefined;
    const by = this.#known.comments.has(clean) ? 'comment' : this.#known.ownTexts.has(clean) ? 'own' : undefined;
    if (by === undefined) return undefined;
    const written = this.written(clean, by);
    return text.includes(clean) && text.length < clean.length + 200 ? text.replace(clean, () => written) : written;
  }

  /** The same, or a piece of one. */
  taken(text: string): string | undefined {
    const whole = this.whole(text);
    const clean = cleanText(text);
    if (whole !== undefined || clean === undefined) return whole;
    for (const by of ['comment', 'own'] as const) {
      const written = this.written(clean, by);
      if (clean.length >= SHORTEST_PIECE && this.#isPiece(written, by)) return text.replace(clean, () => written);
    }
    return undefined;
  }

  #isPiece(written: string, by: Wrote): boolean {
    return this.#told[by].holds(written.replace(/\s+/g, ' '));
  }

  /** A longer text that holds one that the readers took: a sentence of the platform's around a post's words. */
  #around(text: string): string | undefined {
    if (text.length < 20) return undefined;
    for (let at = 0; at + BEGINNING <= text.length; at++) {
      for (const { taken, by } of this.#beginnings.get(text.slice(at, at + BEGINNING)) ?? [])
        if (taken.length < text.length && text.startsWith(taken, at))
          return this.text(text.slice(0, at)) + this.written(taken, by) + this.text(text.slice(at + taken.length));
    }
    return undefined;
  }

  #word(word: string, counts: boolean): string {
    if (NUMBER.test(word)) {
      const longest = Math.max(...word.split(/[.-]/).map((part) => part.length));
      return longest <= (counts ? LONGEST_COUNT : LONGEST_BARE) || this.isOwn(word) ? word : this.#other(word);
    }
    const unit = NUMBER_AND_UNIT.exec(word)?.[1];
    if (this.#isWord(word) || (unit !== undefined && this.#isUnit(unit)) || this.isOwn(word)) return word;
    if (this.#known.ownWords.has(word.toLowerCase()) && !this.#known.people.has(word.toLowerCase())) return word;
    const begins = this.#beginning(word);
    if (begins > 0) return word.length - begins > LONGEST_ENDING ? word.slice(0, begins) : word;
    return UNSPACED.test(word) ? this.#unspaced(word) : this.#other(word);
  }

  /** How much of a word stands in the table of bent words: 'подписчик' of 'подписчиков'. */
  #beginning(word: string): number {
    const lower = word.toLowerCase();
    return this.#vocabulary.stems.find((stem) => stem.length > 2 && lower.startsWith(stem))?.length ?? 0;
  }

  /** A unit, and in scripts without blanks one after the other: 2.49만명. */
  #isUnit(text: string): boolean {
    if (this.#isWord(text)) return true;
    const chars = [...text];
    if (/^[\x00-\x7f]*$/.test(text) || chars.length > 8) return false;
    return chars.some(
      (_, at) => at > 0 && this.#isWord(chars.slice(0, at).join('')) && this.#isUnit(chars.slice(at).join('')),
    );
  }

  #isWord(word: string): boolean {
    return this.#vocabulary.words.has(word.toLowerCase());
  }

  /** Known words of scripts without blanks stay; what stands between them is another. */
  #unspaced(text: string): string {
    let made = '';
    let unknown = '';
    const flush = () => {
      if (unknown !== '') made += /^\p{N}+$/u.test(unknown) ? unknown : this.#other(unknown);
      unknown = '';
    };
    for (let at = 0; at < text.length; ) {
      const lower = text.slice(at).toLowerCase();
      const word =
        this.#vocabulary.unspaced.find((known) => lower.startsWith(known)) ?? /^\p{N}{1,6}/u.exec(lower)?.[0];
      const char = String.fromCodePoint(text.codePointAt(at) as number);
      if (word !== undefined) {
        flush();
        made += text.slice(at, at + word.length);
      } else unknown += char;
      at += word?.length ?? char.length;
    }
    flush();
    return made;
  }

  #other(word: string): string {
    const own = word.toLowerCase();
    if (this.#known.own.has(own) || /^(?:https?|www)$/.test(word)) return word;
    const kind = KIND_AND_ID.exec(word)?.[1];
    if (kind !== undefined) return kind + this.#other(word.slice(kind.length));
    if (CHANNEL.test(word)) return this.#pseudonyms.of(word);
    // Parts of ids and handles stand alone elsewhere: an answer's id holds that of what it answers.
    return word
      .split(/([.-]+)/)
      .map((part) =>
        part === '' || /^[.-]/.test(part) || this.#known.own.has(part.toLowerCase()) ? part : this.#pseudonyms.of(part),
      )
      .join('');
  }
}

/** Whether a sentence or a line begins there. */
function isStart(text: string, at: number): boolean {
  const before = text.slice(0, at).trimEnd();
  return before === '' || ENDS.test(before.slice(-2)) || text.slice(before.length, at).includes('\n');
}

function replaced(
  text: string,
  spans: readonly Span[],
  within: (part: string) => string,
  between: (part: string) => string,
): string {
  let made = '';
  let at = 0;
  for (const { from, to } of spans) {
    made += between(text.slice(at, from)) + within(text.slice(from, to));
    at = to;
  }
  return made + between(text.slice(at));
}
