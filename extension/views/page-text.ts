/** Text that came from a page: names and handles. Shown only as text, and only after this. */

/** Controls that reorder or hide neighbouring text (UAX #9 embeddings, overrides, isolates, marks), zero-width and C0/C1 controls. */
const HIDDEN = /[\p{Cc}\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/gu;
/** A zero-width joiner belongs to emoji sequences and to several scripts; it is kept between two visible characters. */
const JOINER = '\u200d';

/**
 * Cleans a page's text for showing: repairs lone surrogates, strips reordering and invisible controls,
 * allows at most four marks on one character, and cuts after `graphemes` of them.
 * @param graphemes at most this many user-perceived characters; a cut is marked by an ellipsis
 */
export function pageText(text: string, graphemes = 60): string {
  // Cutting first keeps hostile input cheap: no later step sees more than this.
  const bounded = text
    .slice(0, graphemes * 16)
    .toWellFormed()
    .normalize('NFC');
  const plain = bounded.replace(HIDDEN, (control) => (control === JOINER ? JOINER : ''));
  const parts: string[] = [];
  for (const { segment } of segmenter().segment(plain)) {
    if (parts.length === graphemes) return `${parts.join('')}…`;
    // A grapheme may carry any number of marks; eight code points hold the longest real ones but family emoji.
    parts.push(
      [...segment]
        .slice(0, 11)
        .join('')
        .replace(/(\p{M}{4})\p{M}+/u, '$1'),
    );
  }
  return parts.join('').trim();
}

let shared: Intl.Segmenter | undefined;
function segmenter(): Intl.Segmenter {
  shared ??= new Intl.Segmenter(undefined, { granularity: 'grapheme' });
  return shared;
}
