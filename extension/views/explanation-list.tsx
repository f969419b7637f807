/** @jsxImportSource preact */
import type { Report } from '../.generated/report';
import type { Words } from './words';

/**
 * The weightiest explanations; the ordinary one is among them wherever it has weight, since an accusation must not
 * stand alone for want of room.
 */
export function leading(explanations: Report['explanations'], most: number): Report['explanations'] {
  const sorted = [...explanations].sort((a, b) => b.weight - a.weight);
  const first = sorted.slice(0, most);
  const ordinary = sorted.find(({ id, weight }) => id === 'ordinary' && weight > 0);
  return ordinary && !first.includes(ordinary) ? [...first.slice(0, most - 1), ordinary] : first;
}

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
