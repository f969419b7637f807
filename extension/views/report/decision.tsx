/** @jsxImportSource preact */
/** What is decided, why and by whom: as the list has it, else boxes and lines to fill by hand on the printed sheet. */
import { Icon } from '../icons';
import { pageText } from '../page-text';
import type { MessageKey, Words } from '../words';

const choices = {
  hire: 'decision_hire',
  ask: 'decision_ask',
  shortlist: 'decision_shortlist',
  reject: 'decision_reject',
} as const satisfies Record<string, MessageKey>;
type Choice = keyof typeof choices;

/** A decision that was made. */
export interface DecisionFacts {
  choice?: Choice;
  reason: string;
  by: string;
  /** RFC 3339. */
  at?: string;
  /** The list and its budget. */
  campaign: string;
}

/** Longest reason on the sheet, in characters: the list has all of it. */
const REASON = 400;

export function Decision({ words, decision }: { words: Words; decision?: DecisionFacts }) {
  const by = decision && [
    pageText(decision.by, REASON),
    decision.at && words.numbers.date(decision.at, true),
    pageText(decision.campaign),
  ];
  return (
    <section class={`panel decision${decision ? '' : ' print-only'}`}>
      <h2>{words.text('decision_title')}</h2>
      <ul class="choices-by-hand">
        {(Object.keys(choices) as Choice[]).map((key) => (
          <li key={key} class={decision?.choice === key ? 'chosen' : undefined}>
            {decision?.choice === key ? (
              <i class="box" role="img" aria-label="✓">
                <Icon name="done" size={11} />
              </i>
            ) : (
              <i class="box" />
            )}
            {words.text(choices[key])}
          </li>
        ))}
      </ul>
      <ByHand name={words.text('decision_reason')} text={decision && pageText(decision.reason, REASON)} />
      <ByHand name={words.text('decision_by')} text={by?.filter(Boolean).join(' · ')} />
      <ByHand name={words.text('decision_approved')} />
    </section>
  );
}

/** A line to write on, where nothing is written yet. */
function ByHand({ name, text }: { name: string; text?: string }) {
  return (
    <p class={text ? 'by-hand written' : 'by-hand'}>
      <span>{name}</span>
      {text ? <bdi>{text}</bdi> : <i class="line" />}
    </p>
  );
}
