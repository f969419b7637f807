/** @jsxImportSource preact */
import type { Report } from '../.generated/report';
import type { Words } from './words';

/** Explanations that compete, each with its weight: never one alone, never without the ordinary one where it has weight. */
export function ExplanationList({
  explanations,
  words,
  direction,
}: {
  explanations: Report['explanations'];
  words: Words;
  direction: 'ltr' | 'rtl';
}) {
  return (
    <ul class="explanations">
      {explanations.map(({ id, weight }) => {
        const length = Math.min(Math.max(weight, 0), 1) * 56;
        return (
          <li key={id}>
            <span>{words.text(`explanation_${id}`)}</span>
            <svg viewBox="0 0 56 6" width="56" height="6" aria-hidden="true">
              <rect class="rail" width="56" height="6" rx="3" />
              <rect class="weight" x={direction === 'rtl' ? 56 - length : 0} width={length} height="6" rx="3" />
            </svg>
            <span class="number">
              {words.text('explanation_weight', { weight: words.numbers.percent(Math.round(weight * 100) / 100) })}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
