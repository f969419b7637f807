/** @jsxImportSource preact */
/** A decision: the new status, why, and who says so; and what was decided before. */
import { useState } from 'preact/hooks';
import { type Decision, LONGEST_NOTE, type NewDecision, STATUSES, type Status } from '../../vetting/shortlist';
import type { MessageKey, Words } from '../../views/words';
import { Modal } from './modal';
import { nameOf, type Row } from './row';

export const statusNames = {
  new: 'status_new',
  review: 'status_review',
  shortlisted: 'status_shortlisted',
  rejected: 'status_rejected',
  hired: 'status_hired',
} as const satisfies Record<Status, MessageKey>;

export interface DecideProps {
  row: Row;
  /** Who decided last, on this device. */
  by: string;
  words: Words;
  onDecide(decision: NewDecision): void;
  onClose(): void;
}

export function Decide({ row, by: last, words, onDecide, onClose }: DecideProps) {
  const { entry, creator } = row;
  const [to, setTo] = useState<Status>(entry.status);
  const [reason, setReason] = useState('');
  const [by, setBy] = useState(last);
  return (
    <Modal title={words.text('list_decide', { name: nameOf(creator) })} words={words} onClose={onClose}>
      <form
        method="dialog"
        onSubmit={(event) => {
          event.preventDefault();
          onDecide({ to, reason: reason.trim(), by: by.trim() });
        }}
      >
        <fieldset class="choices-of">
          <legend>{words.text('list_status')}</legend>
          {STATUSES.map((status) => (
            <label key={status}>
              <input
                type="radio"
                name="status"
                checked={status === to}
                autofocus={status === entry.status}
                onChange={() => setTo(status)}
              />
              {words.text(statusNames[status])}
            </label>
          ))}
        </fieldset>
        <label class="field">
          <span>{words.text('decision_reason')}</span>
          <input
            name="reason"
            maxLength={LONGEST_NOTE}
            autoComplete="off"
            value={reason}
            onInput={(event) => setReason(event.currentTarget.value)}
          />
        </label>
        <label class="field">
          <span>{words.text('decision_by')}</span>
          <input name="by" maxLength={200} value={by} onInput={(event) => setBy(event.currentTarget.value)} />
        </label>
        {to === 'hired' && entry.status !== 'hired' && <p class="note">{words.text('list_hired_note')}</p>}
        <div class="buttons">
          <button type="submit" class="primary">
            {words.text('list_decide_save')}
          </button>
        </div>
      </form>
      <DecisionLog decisions={entry.decisions} words={words} />
    </Modal>
  );
}

/** Newest first. */
export function DecisionLog({ decisions, words }: { decisions: readonly Decision[]; words: Words }) {
  if (decisions.length === 0) return null;
  return (
    <section class="log">
      <h3>{words.text('list_log')}</h3>
      <ol reversed>
        {decisions.toReversed().map(({ at, from, to, reason, by, reading }) => (
          <li key={at}>
            <b>
              {words.text('list_log_change', { from: words.text(statusNames[from]), to: words.text(statusNames[to]) })}
            </b>{' '}
            <bdi>{reason}</bdi>
            <span class="sub">
              {[by, words.numbers.moment(at), reading && words.text('list_log_reading', { hash: reading.slice(0, 8) })]
                .filter(Boolean)
                .join(' · ')}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
