/** @jsxImportSource preact */
/** The fee: an amount typed in the table, Enter goes to the next row, Escape back to its own; what it is for is asked in a dialog of its own. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { FEE_UNITS, type Fee } from '../../vetting/shortlist';
import { parseAmount } from '../../views/report/fee';
import type { MessageKey, Words } from '../../views/words';
import { Modal } from './modal';
import { nameOf, type Row } from './row';

const unitNames = {
  post: 'list_unit_post',
  reel: 'list_unit_reel',
  story: 'list_unit_story',
  video: 'list_unit_video',
  package: 'list_unit_package',
} as const satisfies Record<Fee['unit'], MessageKey>;

/** "EUR · post", "EUR · 3 × reel", "EUR · package of 4 posts". */
export function feeTerms({ currency, unit, count }: Omit<Fee, 'amount'>, words: Words): string {
  const name = words.text(unitNames[unit]);
  return `${currency} · ${count === 1 ? name : `${words.numbers.count(count)} × ${name}`}`;
}

/** As it is typed again: digits alone. */
const typed = (fee: Fee | undefined) => (fee ? String(fee.amount) : '');

export interface FeeCellProps {
  row: Row;
  /** What a new fee is for. */
  usual: Omit<Fee, 'amount'>;
  words: Words;
  tabIndex: number;
  onFee(fee: Fee | undefined): void;
  onTerms(): void;
  /** Enter was pressed. */
  onNext(): void;
  /** Escape was: back to the row, where letters are keys. */
  onLeave(): void;
}

export function FeeCell({ row, usual, words, tabIndex, onFee, onTerms, onNext, onLeave }: FeeCellProps) {
  const { fee } = row.entry;
  const [text, setText] = useState(typed(fee));
  useEffect(() => setText(typed(fee)), [fee?.amount]);
  const amount = parseAmount(text);
  const wrong = text.trim() !== '' && amount === undefined;
  // What must not be written when the focus goes: Enter has written it, or Escape has given it up.
  const written = useRef<string | undefined>(undefined);
  const commit = () => {
    if (wrong || text === written.current || amount === fee?.amount) return;
    written.current = text;
    onFee(amount === undefined ? undefined : { ...(fee ?? usual), amount });
  };
  return (
    <span class="fee-cell">
      <input
        class="fee"
        type="text"
        inputMode="decimal"
        autoComplete="off"
        maxLength={32}
        tabIndex={tabIndex}
        aria-label={words.text('list_fee_of', { name: nameOf(row.creator) })}
        aria-invalid={wrong}
        title={wrong ? words.text('fee_wrong') : undefined}
        placeholder={words.text('list_add_fee')}
        value={text}
        onInput={(event) => setText(event.currentTarget.value)}
        onFocus={() => {
          written.current = undefined;
        }}
        onBlur={commit}
        onKeyDown={(event) => {
          if (event.key === 'Enter') {
            commit();
            if (!wrong) onNext();
          } else if (event.key === 'Escape') {
            setText(typed(fee));
            written.current = text;
            onLeave();
          }
        }}
      />
      <button type="button" class="linklike sub" tabIndex={tabIndex} onClick={onTerms}>
        {feeTerms(fee ?? usual, words)}
      </button>
    </span>
  );
}

const CODE = /^[A-Za-z]{3}$/;
/** Pieces of one package at most. */
const MOST_PIECES = 1000;

export interface FeeTermsProps {
  row: Row;
  usual: Omit<Fee, 'amount'>;
  words: Words;
  onTerms(terms: Omit<Fee, 'amount'>): void;
  onClose(): void;
}

/** Currency, unit and number of pieces. */
export function FeeTerms({ row, usual, words, onTerms, onClose }: FeeTermsProps) {
  const known = row.entry.fee ?? usual;
  const [currency, setCurrency] = useState(known.currency);
  const [unit, setUnit] = useState(known.unit);
  const [count, setCount] = useState(String(known.count));
  const pieces = Number(count);
  const fits = CODE.test(currency) && Number.isInteger(pieces) && pieces >= 1 && pieces <= MOST_PIECES;
  return (
    <Modal title={words.text('list_fee_for', { name: nameOf(row.creator) })} words={words} onClose={onClose}>
      <form
        method="dialog"
        onSubmit={(event) => {
          event.preventDefault();
          if (fits) onTerms({ currency: currency.toUpperCase(), unit, count: pieces });
        }}
      >
        <div class="pair">
          <label class="field">
            <span>{words.text('list_currency')}</span>
            <input
              value={currency}
              maxLength={3}
              autoComplete="off"
              aria-invalid={!CODE.test(currency)}
              onInput={(event) => setCurrency(event.currentTarget.value)}
            />
          </label>
          <label class="field">
            <span>{words.text('list_unit')}</span>
            <select value={unit} onChange={(event) => setUnit(event.currentTarget.value as Fee['unit'])}>
              {FEE_UNITS.map((one) => (
                <option key={one} value={one}>
                  {words.text(unitNames[one])}
                </option>
              ))}
            </select>
          </label>
          <label class="field">
            <span>{words.text('list_pieces')}</span>
            <input
              inputMode="numeric"
              value={count}
              maxLength={4}
              autoComplete="off"
              onInput={(event) => setCount(event.currentTarget.value)}
            />
          </label>
        </div>
        {unit === 'story' && <p class="note">{words.text('list_story_note')}</p>}
        <div class="buttons">
          <button type="submit" class="primary" disabled={!fits}>
            {words.text('list_save')}
          </button>
        </div>
      </form>
    </Modal>
  );
}
