/** @jsxImportSource preact */
/** A question before what can't be done lightly: the harmless answer has the focus. */
import type { RefObject } from 'preact';
import type { Words } from '../views/words';

export interface QuestionProps {
  /** To be shown by `showModal`. */
  dialog: RefObject<HTMLDialogElement | null>;
  /** Names the elements of this question in the page. */
  name: string;
  title: string;
  detail: string;
  yes: string;
  words: Words;
  onYes(): void;
}

export function Question({ dialog, name, title, detail, yes, words, onYes }: QuestionProps) {
  return (
    <dialog ref={dialog} aria-labelledby={`${name}-question`} aria-describedby={`${name}-detail`}>
      <h2 id={`${name}-question`}>{title}</h2>
      <p id={`${name}-detail`} class="note">
        {detail}
      </p>
      <div class="buttons">
        <button
          type="button"
          class="grave"
          onClick={() => {
            dialog.current?.close();
            onYes();
          }}
        >
          {yes}
        </button>
        <button type="button" autofocus onClick={() => dialog.current?.close()}>
          {words.text('erase_no')}
        </button>
      </div>
    </dialog>
  );
}
