/** @jsxImportSource preact */
/** Small parts that several of our own pages use. */
import type { ComponentChildren } from 'preact';
import type { Unseen } from '../messages/messages';
import type { PlatformName } from '../reading/reading';
import { Logo, SettingsIcon } from '../views/icons';
import { OwnMark } from '../views/own-mark';
import type { Words } from '../views/words';
import { openPage } from './open-page';

export function Top({ words, mark = '', children }: { words: Words; mark?: string; children?: ComponentChildren }) {
  return (
    <header class="top">
      <Logo size={22} />
      <b>{words.text('brand')}</b>
      <OwnMark mark={mark} words={words} />
      <span class="fill" />
      {children}
    </header>
  );
}

/** The way to the settings: a wheel, since the word takes a second line of a popup's head in several languages. */
export function SettingsButton({ words }: { words: Words }) {
  const name = words.text('options_open');
  return (
    <button type="button" class="quiet" aria-label={name} title={name} onClick={() => openPage('options.html')}>
      <SettingsIcon />
    </button>
  );
}

/** The way to the list. */
export function ListButton({ words }: { words: Words }) {
  return (
    <button type="button" class="plain" onClick={() => openPage('list.html')}>
      {words.text('list_open_page')}
    </button>
  );
}

/** Where the page does not let the person see what stands on it: that the answer is to be had here. */
export function UnseenNote({ unseen, words }: { unseen: Unseen | undefined; words: Words }) {
  return unseen ? (
    <p class="note unseen" role="status">
      {words.text(unseen === 'removed' ? 'overlay_removed' : 'overlay_hidden')}
    </p>
  ) : null;
}

export { openPage };

export interface SwitchProps {
  label: string;
  note?: string;
  on: boolean;
  onChange(on: boolean): void;
}

export function Switch({ label, note, on, onChange }: SwitchProps) {
  return (
    <label class="switch">
      <span>
        {label}
        {note && <small>{note}</small>}
      </span>
      {/* biome-ignore lint/a11y/useAriaPropsForRole: a checkbox says by itself whether it is checked */}
      <input type="checkbox" role="switch" checked={on} onChange={(event) => onChange(event.currentTarget.checked)} />
    </label>
  );
}

export function platformName(platform: PlatformName, words: Words): string {
  return words.text(`platform_${platform}`);
}
