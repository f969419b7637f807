/** @jsxImportSource preact */
/** What is decided, and by whom: boxes and lines to fill by hand on the printed sheet. */
import type { Words } from '../words';

const choices = ['decision_hire', 'decision_ask', 'decision_shortlist', 'decision_reject'] as const;
const lines = ['decision_reason', 'decision_by', 'decision_approved'] as const;

export function Decision({ words }: { words: Words }) {
  return (
    <section class="panel decision print-only">
      <h2>{words.text('decision_title')}</h2>
      <p class="choices-by-hand">
        {choices.map((key) => (
          <span key={key}>
            <i class="box" />
            {words.text(key)}
          </span>
        ))}
      </p>
      {lines.map((key) => (
        <p key={key} class="by-hand">
          <span>{words.text(key)}</span>
          <i class="line" />
        </p>
      ))}
    </section>
  );
}
