/** @jsxImportSource preact */
/** The person's own mark: by it they know what is ours from what a page has drawn like it. */
import type { Words } from './words';

/** @param mark  drawn by the style sheet: what is no text can't be found by a page that looks for one mark after the other */
export function OwnMark({ mark, words }: { mark?: string; words: Words }) {
  if (!mark) return null;
  const name = words.text('own_mark', { mark });
  return <span class="own" role="img" aria-label={name} title={name} data-mark={mark} />;
}
