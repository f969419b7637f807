/** @jsxImportSource preact */
/** A dialog of the list: opens when it is drawn, closes by Esc, and gives the focus back where it was. */
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { Words } from '../../views/words';

export interface ModalProps {
  title: string;
  words: Words;
  onClose(): void;
  wide?: boolean;
  children: ComponentChildren;
}

export function Modal({ title, words, onClose, wide, children }: ModalProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    dialog.current?.showModal();
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);
  return (
    <dialog ref={dialog} class={wide ? 'modal wide' : 'modal'} aria-labelledby="modal-title" onClose={onClose}>
      <header class="row">
        <h2 id="modal-title">{title}</h2>
        <button type="button" class="plain" onClick={() => dialog.current?.close()}>
          {words.text('card_close')}
        </button>
      </header>
      {children}
    </dialog>
  );
}
