/** @jsxImportSource preact */
import type { Report } from '../.generated/report';
import { Icon } from './icons';
import type { Words } from './words';

/** The verdict as shape and word; the colour only repeats them. */
export function VerdictChip({ verdict, words }: { verdict: Report['verdict']; words: Words }) {
  return (
    <p class="verdict">
      <span class={`chip ${verdict}`}>
        <Icon name={verdict} size={14} />
        {words.text(`verdict_${verdict}`)}
      </span>
      <span class="small">{words.text(`verdict_${verdict}_note`)}</span>
    </p>
  );
}
