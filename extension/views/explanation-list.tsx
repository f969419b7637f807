/** @jsxImportSource preact */
import type { Report } from '../.generated/report';
import type { Words } from './words';

/**
 * Explanations that compete, the likeliest first: never one alone, and the ordinary one among them. Their weights are
 * rough, so that only their order is told.
 */
export function ExplanationList({ explanations, words }: { explanations: Report['explanations']; words: Words }) {
  return (
    <ol class="explanations">
      {[...explanations]
        .sort((a, b) => b.weight - a.weight)
        .map(({ id }) => (
          <li key={id}>{words.text(`explanation_${id}`)}</li>
        ))}
    </ol>
  );
}
