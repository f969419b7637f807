/** @jsxImportSource preact */
/** The fee calculator: what the person types stays on the page; every estimated cost carries its range. */
import { useState } from 'preact/hooks';
import type { Report } from '../../.generated/report';
import type { Words } from '../words';
import { type Cost, feeFacts, parseAmount, toldCost } from './fee';

/** @param currency ISO 4217 code */
export function FeePanel({ report, words, currency }: { report: Report; words: Words; currency: string }) {
  const [fee, setFee] = useState('');
  const [target, setTarget] = useState('');
  const facts = feeFacts(report, parseAmount(fee), parseAmount(target));
  const rows = (
    [
      ['fee_per_thousand_shown', facts.perThousandShown],
      ['fee_per_thousand_real', facts.perThousandReal],
      ['fee_per_engagement', facts.perEngagementShown],
      ['fee_per_genuine', facts.perGenuineEngagement],
      ['fee_fair', facts.fair],
    ] as const
  ).flatMap(([key, cost]) => (cost ? [[key, cost] as const] : []));
  return (
    <>
      <div class="fee-fields">
        <Field id="fee" label={words.text('fee_quoted', { currency })} value={fee} onInput={setFee} words={words} />
        <Field
          id="target"
          label={words.text('fee_target', { currency })}
          value={target}
          onInput={setTarget}
          words={words}
        />
      </div>
      {rows.length > 0 && (
        <dl class="fee" aria-live="polite">
          {rows.map(([key, cost]) => (
            <div key={key}>
              <dt>{words.text(key)}</dt>
              <dd>
                <CostText cost={cost} currency={currency} words={words} />
              </dd>
            </div>
          ))}
        </dl>
      )}
    </>
  );
}

interface FieldProps {
  id: string;
  label: string;
  value: string;
  onInput(text: string): void;
  words: Words;
}

function Field({ id, label, value, onInput, words }: FieldProps) {
  const wrong = value.trim() !== '' && parseAmount(value) === undefined;
  return (
    <div>
      <label for={id}>{label}</label>
      <input
        id={id}
        type="text"
        inputMode="decimal"
        autoComplete="off"
        maxLength={32}
        value={value}
        aria-invalid={wrong}
        aria-describedby={wrong ? `${id}-wrong` : undefined}
        onInput={(event) => onInput(event.currentTarget.value)}
      />
      {wrong && (
        <p class="small" id={`${id}-wrong`}>
          {words.text('fee_wrong')}
        </p>
      )}
    </div>
  );
}

/** "€9.35", or "≈€20 (€17–€25)", or the range alone. */
function CostText({ cost, currency, words }: { cost: Cost; currency: string; words: Words }) {
  const { money, range } = words.numbers;
  const show = (value: number) => money(toldCost(value), currency);
  const ends =
    cost.high === undefined ? words.text('fee_from', { low: show(cost.low) }) : range(show(cost.low), show(cost.high));
  if (cost.mid !== undefined) {
    return (
      <>
        <b>≈{show(cost.mid)}</b> <span class="small">{ends}</span>
      </>
    );
  }
  return <b>{cost.high !== undefined && show(cost.low) === show(cost.high) ? show(cost.low) : ends}</b>;
}
