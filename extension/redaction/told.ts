/** Texts that a file holds anyway, to be asked whether a piece of a page is a piece of them. */
import { TOKEN } from './tokens';
import { UNSPACED } from './vocabulary';

export class Told {
  readonly #all: string;
  /** Where each word stands. */
  readonly #places = new Map<string, number[]>();

  constructor(texts: readonly string[]) {
    this.#all = texts.map((text) => text.replace(/\s+/g, ' ')).join('\n');
    for (const { 0: word, index } of this.#all.matchAll(TOKEN)) {
      const places = this.#places.get(word);
      if (places) places.push(index);
      else this.#places.set(word, [index]);
    }
  }

  /** Whether a piece stands in them, from the beginning of a word to the end of one. */
  holds(piece: string): boolean {
    if (UNSPACED.test(piece)) return this.#all.includes(piece);
    const [first] = piece.matchAll(TOKEN);
    if (!first) return false;
    return (this.#places.get(first[0]) ?? []).some((place) => {
      const from = place - first.index;
      const next = this.#all.slice(from + piece.length, from + piece.length + 1);
      return (
        from >= 0 && this.#all.startsWith(piece, from) && !(/[\p{L}\p{N}]$/u.test(piece) && /[\p{L}\p{N}]/u.test(next))
      );
    });
  }
}
