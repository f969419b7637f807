/** @jsxImportSource preact */
/** The list by keys: letters act on the row where the focus stands, and can be switched off (WCAG 2.1.4). */
import { useEffect, useRef } from 'preact/hooks';
import type { MessageKey, Words } from '../../views/words';
import { Switch } from '../parts';
import { Modal } from './modal';

/** What a key does. */
export interface KeyActions {
  /** Goes to the row so many below. */
  move(by: number): void;
  /** Goes on, and opens the profile there. */
  open(by: number): void;
  fee(): void;
  status(): void;
  note(): void;
  compare(): void;
  report(): void;
  keys(): void;
}

const named: readonly [keys: string, name: MessageKey][] = [
  ['↑ ↓', 'key_move'],
  ['J K', 'key_open'],
  ['Space', 'key_select'],
  ['F', 'key_fee'],
  ['Esc', 'key_leave'],
  ['S', 'key_status'],
  ['N', 'key_note'],
  ['C', 'key_compare'],
  ['B', 'key_report'],
  ['?', 'key_keys'],
];

const letters: Record<string, (actions: KeyActions) => void> = {
  j: (actions) => actions.open(1),
  k: (actions) => actions.open(-1),
  f: (actions) => actions.fee(),
  s: (actions) => actions.status(),
  n: (actions) => actions.note(),
  c: (actions) => actions.compare(),
  b: (actions) => actions.report(),
  '?': (actions) => actions.keys(),
};

const isTyping = (target: EventTarget | null) =>
  target instanceof Element && target.closest('input:not([type=checkbox]), select, textarea, dialog') !== null;

/** @param on whether letters do anything; the arrow keys always do */
export function useKeys(actions: KeyActions, on: boolean): void {
  const last = useRef(actions);
  last.current = actions;
  useEffect(() => {
    const heard = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey || isTyping(event.target)) return;
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      const letter = letters[event.key.toLowerCase()];
      if (step !== undefined && event.target instanceof Element && event.target.closest('.list-frame'))
        last.current.move(step);
      else if (on && letter) letter(last.current);
      else return;
      event.preventDefault();
    };
    document.addEventListener('keydown', heard);
    return () => document.removeEventListener('keydown', heard);
  }, [on]);
}

/** The line of keys under the table. */
export function KeyLine({ words, onKeys }: { words: Words; onKeys(): void }) {
  return (
    <p class="keys">
      {named.map(([keys, name]) => (
        <span key={name}>
          {keys.split(' ').map((key) => (
            <kbd key={key}>{key}</kbd>
          ))}{' '}
          {words.text(name)}
        </span>
      ))}
      <button type="button" class="linklike" onClick={onKeys}>
        {words.text('key_choose')}
      </button>
    </p>
  );
}

export interface KeysProps {
  words: Words;
  on: boolean;
  onChange(on: boolean): void;
  onClose(): void;
}

export function Keys({ words, on, onChange, onClose }: KeysProps) {
  return (
    <Modal title={words.text('key_keys')} words={words} onClose={onClose}>
      <dl class="key-list">
        {named.map(([keys, name]) => (
          <div key={name}>
            <dt>
              {keys.split(' ').map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{words.text(name)}</dd>
          </div>
        ))}
      </dl>
      <Switch label={words.text('key_letters')} note={words.text('key_letters_note')} on={on} onChange={onChange} />
    </Modal>
  );
}
