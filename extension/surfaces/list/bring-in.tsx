/** @jsxImportSource preact */
/** What comes in: handles and addresses as a queue to open, and the client's decisions. */
import { useState } from 'preact/hooks';
import { installedSites, optionalSites } from '../../platforms/pages';
import type { PlatformName } from '../../reading/reading';
import type { CreatorName } from '../../vetting/shortlist';
import { readTable, type TableError } from '../../vetting/spreadsheet';
import { pageText } from '../../views/page-text';
import type { MessageKey, Words } from '../../views/words';
import { type Answer, type ClientAnswers, clientAnswers } from './client-answer';
import { statusNames } from './decide';
import { readHandles } from './handles';
import { Modal } from './modal';
import { nameOf, type Row } from './row';

export interface BringInProps {
  rows: readonly Row[];
  words: Words;
  onAdd(names: readonly CreatorName[]): void;
  onAnswers(answers: readonly Answer[], by: string): void;
  onClose(): void;
}

const errors = {
  too_large: 'bring_too_large',
  unclosed_quote: 'bring_unclosed',
  nothing: 'bring_nothing',
} as const satisfies Record<TableError, MessageKey>;

/** Bytes of a file that are read at most. */
const MOST_BYTES = 8_000_000;

export function BringIn(props: BringInProps) {
  const { rows, words, onAdd, onClose } = props;
  const [text, setText] = useState('');
  const [platform, setPlatform] = useState<PlatformName>(installedSites[0]!.platform);
  const [answers, setAnswers] = useState<ClientAnswers>();
  const [wrong, setWrong] = useState<MessageKey>();
  const statuses = Object.fromEntries(
    Object.entries(statusNames).map(([status, key]) => [status, words.text(key)]),
  ) as Record<keyof typeof statusNames, string>;
  const open = async (file: File | undefined) => {
    if (!file) return;
    const content = file.size > MOST_BYTES ? undefined : await file.text();
    const table = content === undefined ? { error: 'too_large' as const } : readTable(content);
    setWrong('error' in table ? errors[table.error] : undefined);
    if (content === undefined || 'error' in table) return;
    const found = clientAnswers(table.rows, rows, statuses);
    if (found) setAnswers(found);
    else setText(content);
  };
  if (answers) return <Answers {...props} answers={answers} />;
  const handles = readHandles(text, platform);
  return (
    <Modal title={words.text('bring_title')} words={words} onClose={onClose} wide>
      <form
        method="dialog"
        onSubmit={(event) => {
          event.preventDefault();
          if (handles.found.length > 0) onAdd(handles.found);
        }}
      >
        <label class="field">
          <span>{words.text('bring_file')}</span>
          <input
            type="file"
            accept=".csv,.tsv,.txt,text/csv,text/plain"
            onChange={(event) => void open(event.currentTarget.files?.[0])}
          />
        </label>
        {wrong && (
          <p class="wrong" role="alert">
            {words.text(wrong)}
          </p>
        )}
        <label class="field">
          <span>{words.text('bring_handles')}</span>
          <textarea rows={5} autofocus value={text} onInput={(event) => setText(event.currentTarget.value)} />
        </label>
        <label class="field">
          <span>{words.text('bring_platform')}</span>
          <select value={platform} onChange={(event) => setPlatform(event.currentTarget.value as PlatformName)}>
            {[...installedSites, ...optionalSites].map((site) => (
              <option key={site.platform} value={site.platform}>
                {words.text(`platform_${site.platform}`)}
              </option>
            ))}
          </select>
        </label>
        <p class="note" aria-live="polite">
          {text.trim() !== '' && words.text('bring_found', { n: words.count('list_all', handles.found.length) })}{' '}
          {handles.unclear.length > 0 && words.text('bring_unclear', { texts: listed(handles.unclear, words) })}
        </p>
        <p class="fine">{words.text('bring_note')}</p>
        <div class="buttons">
          <button type="submit" class="primary" disabled={handles.found.length === 0}>
            {words.text('bring_add')}
          </button>
        </div>
      </form>
    </Modal>
  );
}

/** Texts of a file that are shown of many. */
const SHOWN = 5;

function listed(texts: readonly string[], words: Words): string {
  const shown = texts.slice(0, SHOWN).map((text) => pageText(text, 40));
  return new Intl.ListFormat(words.locale).format(texts.length > SHOWN ? [...shown, '…'] : shown);
}

function Answers({ answers: found, words, onAnswers, onClose }: BringInProps & { answers: ClientAnswers }) {
  const { answers, unchanged, unknown, unclear } = found;
  const [taken, setTaken] = useState<ReadonlySet<Answer>>(new Set(answers.filter(({ conflict }) => !conflict)));
  const [by, setBy] = useState(words.text('bring_client'));
  const take = (answer: Answer, on: boolean) => {
    const next = new Set(taken);
    if (on) next.add(answer);
    else next.delete(answer);
    setTaken(next);
  };
  return (
    <Modal title={words.text('bring_answers')} words={words} onClose={onClose} wide>
      <form
        method="dialog"
        onSubmit={(event) => {
          event.preventDefault();
          onAnswers([...taken], by.trim());
        }}
      >
        <ul class="answers">
          {answers.map((answer, index) => (
            <li key={index} class={answer.conflict ? 'conflict clash' : 'conflict'}>
              <label>
                <input
                  type="checkbox"
                  checked={taken.has(answer)}
                  onChange={(event) => take(answer, event.currentTarget.checked)}
                />
                <span>
                  <b>
                    <bdi>{nameOf(answer.row.creator)}</bdi>
                  </b>{' '}
                  {words.text('list_log_change', {
                    from: words.text(statusNames[answer.row.entry.status]),
                    to: words.text(statusNames[answer.to]),
                  })}{' '}
                  <bdi>{answer.reason}</bdi>
                  {answer.conflict && (
                    <small>{words.text('bring_conflict', { reason: answer.row.entry.reason || '–' })}</small>
                  )}
                </span>
              </label>
            </li>
          ))}
        </ul>
        <p class="note">
          {[
            words.text('bring_unchanged', { n: words.numbers.count(unchanged) }),
            unknown.length > 0 && words.text('bring_unknown', { texts: listed(unknown, words) }),
            unclear.length > 0 && words.text('bring_unclear', { texts: listed(unclear, words) }),
          ]
            .filter(Boolean)
            .join(' ')}
        </p>
        <label class="field">
          <span>{words.text('decision_by')}</span>
          <input maxLength={200} value={by} onInput={(event) => setBy(event.currentTarget.value)} />
        </label>
        <div class="buttons">
          <button type="submit" class="primary" disabled={taken.size === 0}>
            {words.text('bring_take', { n: words.numbers.count(taken.size) })}
          </button>
        </div>
      </form>
    </Modal>
  );
}
