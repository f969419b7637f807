/** The card's copy button, and what else is copied out of the overlay. */
import type { Report } from '../.generated/report';
import { copyWithRange, selectedText } from '../views/copying';
import { copyText } from '../views/summary';
import type { Words } from '../views/words';

/**
 * Answers copying in the overlay's root.
 * @param report what is shown; undefined where there is nothing to copy
 * @returns copies the sentence, and calls `done` when it is on the clipboard
 */
export function makeCopying(
  root: ShadowRoot,
  words: Words,
  report: () => Report | undefined,
  done: () => void,
): () => void {
  const { ownerDocument: document } = root;
  root.addEventListener('copy', (event) => {
    const shown = report();
    if (shown) copyWithRange(event as ClipboardEvent, selectedText(selectionIn(root)), shown, words);
  });
  return () => {
    const shown = report();
    if (!shown) return;
    const { clipboard } = document.defaultView!.navigator;
    // Where the page's policy forbids the clipboard, the copy event above still carries the text.
    Promise.resolve(clipboard?.writeText(copyText(shown, words)) ?? Promise.reject(new Error('no clipboard'))).then(
      done,
      () => document.execCommand('copy') && done(),
    );
  };
}

/** Chromium asks the root for its selection, Firefox the document. */
function selectionIn(root: ShadowRoot): Selection | null {
  const { getSelection } = root as ShadowRoot & { getSelection?: () => Selection | null };
  return getSelection?.call(root) ?? root.ownerDocument.getSelection();
}
