/** @jsxImportSource preact */
/** The head of the list: which list, what can be done with it, and which of its creators are shown. */
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { type Shortlist, STATUSES, type Status } from '../../vetting/shortlist';
import { pageText } from '../../views/page-text';
import type { Words } from '../../views/words';
import type { Filter } from './arrange';
import { statusNames } from './decide';
import { Modal } from './modal';
import type { Row } from './row';

export interface HeadProps {
  lists: readonly Shortlist[];
  list: Shortlist;
  words: Words;
  onChoose(id: string): void;
  onNew(): void;
  onRename(): void;
  onDelete(): void;
  children?: ComponentChildren;
}

export function Head({ lists, list, words, onChoose, onNew, onRename, onDelete, children }: HeadProps) {
  return (
    <header class="page-head">
      <h1>
        <bdi>{pageText(list.name)}</bdi>
      </h1>
      {lists.length > 1 && (
        <label class="choose">
          <span class="visually-hidden">{words.text('list_choose')}</span>
          <select value={list.id} onChange={(event) => onChoose(event.currentTarget.value)}>
            {lists.map(({ id, name }) => (
              <option key={id} value={id}>
                {pageText(name)}
              </option>
            ))}
          </select>
        </label>
      )}
      <span class="end">
        <button type="button" class="plain" onClick={onNew}>
          {words.text('list_new')}
        </button>
        <button type="button" class="plain" onClick={onRename}>
          {words.text('list_rename')}
        </button>
        <button type="button" class="plain" onClick={onDelete}>
          {words.text('list_delete')}
        </button>
        {children}
      </span>
    </header>
  );
}

export interface FilterBarProps {
  rows: readonly Row[];
  /** How many pass. */
  shown: number;
  filter: Filter;
  words: Words;
  onFilter(filter: Filter): void;
}

export function FilterBar({ rows, shown, filter, words, onFilter }: FilterBarProps) {
  const platforms = [...new Set(rows.map(({ creator }) => creator.platform))].sort();
  return (
    <search class="filters">
      <input
        type="search"
        aria-label={words.text('list_search')}
        placeholder={words.text('list_search')}
        maxLength={100}
        value={filter.text}
        onInput={(event) => onFilter({ ...filter, text: event.currentTarget.value })}
      />
      <select
        aria-label={words.text('list_status')}
        value={filter.status ?? ''}
        onChange={(event) =>
          onFilter({ ...filter, status: (event.currentTarget.value || undefined) as Status | undefined })
        }
      >
        <option value="">{words.text('list_any_status')}</option>
        {STATUSES.map((status) => (
          <option key={status} value={status}>
            {words.text(statusNames[status])}
          </option>
        ))}
      </select>
      {platforms.length > 1 && (
        <select
          aria-label={words.text('list_column_platform')}
          value={filter.platform ?? ''}
          onChange={(event) =>
            onFilter({ ...filter, platform: platforms.find((one) => one === event.currentTarget.value) })
          }
        >
          <option value="">{words.text('list_any_platform')}</option>
          {platforms.map((platform) => (
            <option key={platform} value={platform}>
              {words.text(`platform_${platform}`)}
            </option>
          ))}
        </select>
      )}
      <span class="hush" role="status">
        {shown === rows.length
          ? words.count('list_all', rows.length)
          : words.text('of_any', { value: words.numbers.count(shown), of: words.count('list_all', rows.length) })}
      </span>
    </search>
  );
}

export interface NameProps {
  title: string;
  name: string;
  words: Words;
  onName(name: string): void;
  onClose(): void;
}

/** Asks what a list is called. */
export function Name({ title, name, words, onName, onClose }: NameProps) {
  const [text, setText] = useState(name);
  const wanted = text.trim();
  return (
    <Modal title={title} words={words} onClose={onClose}>
      <form
        method="dialog"
        onSubmit={(event) => {
          event.preventDefault();
          if (wanted) onName(wanted);
        }}
      >
        <label class="field">
          <span>{words.text('list_name')}</span>
          <input maxLength={80} autofocus value={text} onInput={(event) => setText(event.currentTarget.value)} />
        </label>
        <div class="buttons">
          <button type="submit" class="primary" disabled={!wanted}>
            {words.text('list_save')}
          </button>
        </div>
      </form>
    </Modal>
  );
}
