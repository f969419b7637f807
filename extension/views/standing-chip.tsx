/** @jsxImportSource preact */
import type { Report } from '../.generated/report';
import { Icon } from './icons';
import { markOf, standingText } from './standing';
import type { Words } from './words';

/** The answer's state as shape and word; the colour only repeats them. */
export function StandingChip({ report, words }: { report: Report; words: Words }) {
  const mark = markOf(report);
  return (
    <span class={`chip is-${mark}`}>
      <Icon name={mark} size={14} />
      {standingText(report, words)}
    </span>
  );
}
