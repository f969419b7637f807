/** @jsxImportSource preact */
/** The one sheet for whoever decides, from the list: what was read, what it costs, what was decided, why and by whom. */
import type { Snapshot } from '../../.generated/snapshot';
import type { Shortlist, Status } from '../../vetting/shortlist';
import { shortlists } from '../../vetting/shortlists';
import type { DecisionFacts } from '../../views/report/decision';
import type { MessageKey, Words } from '../../views/words';
import { money } from './cells';
import { costsOf } from './costs';
import { feeTerms } from './fee-cell';
import type { Row } from './row';

/** An entry of a list, and the list. */
export interface Listed {
  list: Shortlist;
  row: Row;
}

const ADDRESS = /^entry:([0-9a-f-]{36}):([0-9a-f-]{36})$/;

/** What an address of the boss page names; undefined where that is no longer there, null where it names no entry. */
export async function findListed(hash: string): Promise<Listed | undefined | null> {
  const [, of, key] = ADDRESS.exec(hash) ?? [];
  return of === undefined || key === undefined ? null : shortlists.entry(of, key);
}

const choices: Record<Status, DecisionFacts['choice']> = {
  new: undefined,
  review: 'ask',
  shortlisted: 'shortlist',
  rejected: 'reject',
  hired: 'hire',
};

export function decisionOf({ list, row: { entry } }: Listed, words: Words): DecisionFacts | undefined {
  const last = entry.decisions.at(-1);
  if (!last && entry.status === 'new' && !entry.reason) return undefined;
  const { budget } = list;
  return {
    choice: choices[entry.status],
    reason: entry.reason,
    by: entry.decidedBy,
    ...(last && { at: last.at }),
    campaign: budget
      ? words.text('boss_campaign', { list: list.name, budget: words.numbers.money(budget.amount, budget.currency) })
      : list.name,
  };
}

/** The account as the sheet's head names it. */
export function whoOf({ creator }: Row): Snapshot {
  const { platform, handle, name, id, url } = creator;
  const profile = { handle, ...(id !== undefined && { id }), ...(name && { displayName: name }) };
  return { schema: 'plumb.snapshot/1', platform, url, profile };
}

const names = {
  engagement: 'fee_per_engagement',
  real: 'fee_per_genuine',
  views: 'list_cost_views',
} as const satisfies Record<string, MessageKey>;

/** What the fee buys; nothing where no fee is known. */
export function Money({ row, words }: { row: Row; words: Words }) {
  const { fee } = row.entry;
  if (!fee) return null;
  const costs = costsOf(row);
  return (
    <>
      <p class="note">
        {words.numbers.money(fee.amount, fee.currency)} · {feeTerms(fee, words)}
      </p>
      <dl class="fee">
        {(['engagement', 'real', 'views'] as const).map((unit) => {
          const cost = costs?.[unit];
          const said = cost && money(cost, fee.currency, words);
          return (
            said && (
              <div key={unit}>
                <dt>{words.text(names[unit])}</dt>
                <dd>
                  <b>{said.mid}</b> <span class="small">{said.range}</span>
                </dd>
              </div>
            )
          );
        })}
      </dl>
      {!costs && <p class="note">{words.text('list_too_thin')}</p>}
    </>
  );
}
