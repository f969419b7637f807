/** @jsxImportSource preact */
/** The bar of what is selected: its fees against the budget, and what they buy, platform by platform. */
import { useEffect, useMemo, useState } from 'preact/hooks';
import type { Shortlist } from '../../vetting/shortlist';
import { parseAmount } from '../../views/report/fee';
import type { PluralKey, Words } from '../../views/words';
import { type Figure, totalsOf } from './costs';
import type { Row } from './row';

export interface TrayProps {
  /** Those that are selected; all of the list where none is. */
  chosen: readonly Row[];
  selected: number;
  list: Shortlist;
  currency: string;
  words: Words;
  comparing: boolean;
  onCompare(): void;
  onBudget(budget: Shortlist['budget']): void;
  onRemove(): void;
}

/** Creators that are compared at most. */
export const MOST_COMPARED = 4;

export function Tray(props: TrayProps) {
  const { chosen, selected, list, currency, words, comparing, onCompare, onRemove } = props;
  const totals = useMemo(() => totalsOf(chosen), [chosen]);
  const budgetCurrency = list.budget?.currency ?? currency;
  const spent = totals.fees.find((one) => one.currency === budgetCurrency)?.amount ?? 0;
  const others = totals.fees.filter((one) => one.currency !== budgetCurrency);
  const show = (amount: number, of: string) => words.numbers.money(amount, of);
  const comparable = chosen.length >= 2 && chosen.length <= MOST_COMPARED;
  return (
    <section class="tray" aria-label={words.text('list_selection')}>
      <b>{selected > 0 ? words.count('list_selected', selected) : words.count('list_all', chosen.length)}</b>
      <div class="budget">
        <span>
          {[show(spent, budgetCurrency), ...others.map((one) => show(one.amount, one.currency))].join(' + ')}{' '}
          {words.text('list_of_budget')} <Budget {...props} currency={budgetCurrency} />
        </span>
        {list.budget && list.budget.amount > 0 && (
          <progress
            class={spent > list.budget.amount ? 'over' : undefined}
            max={list.budget.amount}
            value={Math.min(spent, list.budget.amount)}
            aria-label={words.text('list_budget_used')}
          />
        )}
        {totals.withoutFee > 0 && <small>{words.count('list_without_fee', totals.withoutFee)}</small>}
      </div>
      {totals.platforms.map(({ platform, engagements, views }) => (
        <div key={platform} class="sums">
          {engagements && <Sum figure={engagements} name="list_sum_engagements" words={words} />}
          {views && <Sum figure={views} name="list_sum_views" words={words} />}
          <small>{words.text(`platform_${platform}`)}</small>
        </div>
      ))}
      <span class="end">
        {comparable ? (
          <button type="button" class="primary" aria-expanded={comparing} onClick={onCompare}>
            {words.text('list_compare', { n: words.numbers.count(chosen.length) })}
          </button>
        ) : (
          <span class="hush">{words.text('list_choose_some')}</span>
        )}
        {selected > 0 && (
          <button type="button" onClick={onRemove}>
            {words.text('list_remove')}
          </button>
        )}
      </span>
    </section>
  );
}

function Sum({ figure, name, words }: { figure: Figure; name: PluralKey; words: Words }) {
  const { estimate, range } = words.numbers;
  return (
    <span class="sum">
      <b>≈{estimate(figure.mid)}</b> {words.count(name, figure.mid)}
      {figure.range && <small>{range(estimate(figure.range.low), estimate(figure.range.high))}</small>}
    </span>
  );
}

function Budget({ list, currency, words, onBudget }: Pick<TrayProps, 'list' | 'currency' | 'words' | 'onBudget'>) {
  const known = list.budget ? String(list.budget.amount) : '';
  const [text, setText] = useState(known);
  useEffect(() => setText(known), [known]);
  const amount = parseAmount(text);
  const wrong = text.trim() !== '' && amount === undefined;
  const commit = () => {
    if (!wrong && text !== known) onBudget(amount === undefined ? undefined : { amount, currency });
  };
  return (
    <input
      class="budget-field"
      inputMode="decimal"
      maxLength={32}
      autoComplete="off"
      aria-label={words.text('list_budget', { currency })}
      placeholder={words.text('list_budget', { currency })}
      aria-invalid={wrong}
      value={text}
      onInput={(event) => setText(event.currentTarget.value)}
      onBlur={commit}
      onKeyDown={(event) => {
        if (event.key === 'Enter') commit();
      }}
    />
  );
}
