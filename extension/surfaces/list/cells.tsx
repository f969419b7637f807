/** @jsxImportSource preact */
/** What stands in the cells of the list: the fact, the place among peers, checks, audience, costs, the age of the reading. */
import type { Report } from '../../.generated/report';
import { dueOf } from '../../vetting/shortlist';
import { checkText, powerText, stateIcon } from '../../views/check-list';
import { figureText, placedFact, placeText, ratioOf } from '../../views/fact';
import { Icon } from '../../views/icons';
import { PeerBar } from '../../views/peer-bar';
import { toldCost } from '../../views/report/fee';
import { fewText } from '../../views/standing';
import { audienceText } from '../../views/summary';
import type { MessageKey, Words } from '../../views/words';
import { type Costs, costsOf, type Figure, isThin, mainCost } from './costs';
import type { Row } from './row';

export const placeNames = {
  far_below: 'place_far_below',
  below: 'place_below',
  typical: 'place_typical',
  above: 'place_above',
  far_above: 'place_far_above',
} as const satisfies Record<NonNullable<Report['position']>['place'], MessageKey>;

/** "1,131" over "2.3%"; of videos "31K views" over "0.15/follower". */
export function FactCell({ report, words }: { report: Report; words: Words }) {
  const fact = placedFact(report, words);
  if (!fact) return <span class="hush">–</span>;
  const ratio = ratioOf(report, fact, words);
  return (
    <>
      <b>{fact.of === 'views' ? figureText(fact, words) : fact.value}</b>
      {ratio && <span class="sub">{ratio}</span>}
    </>
  );
}

export function PeersCell({ report, words }: { report: Report; words: Words }) {
  const { position } = report;
  if (!position) return <span class="hush">{words.text('list_no_peers')}</span>;
  const thin = isThin(report);
  const far = !thin && (position.place === 'far_below' || position.place === 'far_above');
  const word = thin ? fewText(report, words) : words.text(placeNames[position.place]);
  return (
    <span class={`peers${thin ? ' unsure' : ''}${far ? ' far-off' : ''}`}>
      <span class={thin ? 'hush' : undefined}>{word}</span>
      <PeerBar
        position={position}
        label={thin ? words.text('peers_unsure') : placeText(report, position, words)}
        direction={words.direction}
        width={104}
      />
    </span>
  );
}

/** Six marks, each with its name, state and what it saw. */
export function ChecksCell({ report, words }: { report: Report; words: Words }) {
  const texts = report.checks.map((check) => {
    const { state } = check;
    const known = state !== 'not_read' && state !== 'not_shown';
    const said = known
      ? words.list([words.text(`state_${state}`), checkText(check, report, words)])
      : words.text('check_not_read');
    const value = words.list([said, powerText(check, words)], 'list_semicolon');
    return words.text('named_value', { name: words.text(`check_${check.id}`), value });
  });
  return (
    <span class="dots" role="img" aria-label={texts.join('. ')}>
      {report.checks.map((check, index) => (
        <span key={check.id} class={`is-${stateIcon(check.state)}`} title={texts[index]}>
          {check.state === 'not_shown' ? <i class="dash" /> : <Icon name={stateIcon(check.state)} size={14} />}
        </span>
      ))}
    </span>
  );
}

export function AudienceCell({ report, words }: { report: Report; words: Words }) {
  const text = audienceText(report, words);
  return <span class={text ? 'clip' : 'hush'}>{text ?? words.text('list_not_checked')}</span>;
}

/** "≈€0.80" and its range; without one where none is known. */
export function money(figure: Figure, currency: string, words: Words): { mid: string; range?: string } {
  const show = (value: number) => words.numbers.money(toldCost(value), currency);
  return {
    mid: `≈${show(figure.mid)}`,
    ...(figure.range && { range: words.numbers.range(show(figure.range.low), show(figure.range.high)) }),
  };
}

export const costNames = {
  engagement: 'list_per_engagement',
  views: 'list_per_views',
  real: 'list_per_real',
} as const satisfies Record<Exclude<keyof Costs, 'currency'>, MessageKey>;

/** The cost that is compared first, the others under it; greyed where too little was read. */
export function CostCell({ row, report, words }: { row: Row; report: Report | undefined; words: Words }) {
  if (report && isThin(report)) return <span class="hush">{words.text('list_too_thin')}</span>;
  const main = mainCost(row);
  const costs = costsOf(row);
  if (!main || !costs) return <span class="hush">–</span>;
  const said = money(main, main.currency, words);
  const others = (['engagement', 'views', 'real'] as const).flatMap((unit) => {
    const cost = unit === main.unit ? undefined : costs[unit];
    return cost ? [`${money(cost, costs.currency, words).mid} ${words.text(costNames[unit])}`] : [];
  });
  return (
    <span class="cost">
      <b>{said.mid}</b> <span class="hush">{words.text(costNames[main.unit])}</span>
      <span class="sub">{[said.range, ...others].filter(Boolean).join(' · ')}</span>
    </span>
  );
}

const DAY = 86_400_000;

/** How long ago it was read, and that it is due again. @param now ms */
export function ReadCell({ row, now, words, onOpen }: { row: Row; now: number; words: Words; onOpen(): void }) {
  const { creator, entry } = row;
  if (!creator.summary)
    return (
      <button type="button" class="linklike" onClick={onOpen}>
        {words.text('list_open')}
      </button>
    );
  const days = Math.max(0, Math.floor((now - Date.parse(creator.summary.capturedAt)) / DAY));
  const due = dueOf(entry, creator);
  return (
    <>
      {words.numbers.ago(days)}
      {due !== undefined && Date.parse(due) <= now && (
        <button type="button" class="linklike due" onClick={onOpen}>
          {words.text('list_recheck')}
        </button>
      )}
    </>
  );
}
