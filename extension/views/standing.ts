/** How a report's answer looks: one mark, one tone and a few words, the first of the states that holds. */
import type { Report } from '../.generated/report';
import type { MessageKey, Words } from './words';

/** `odd` and `question` are questions; `low` is a fact about reach; `plain` claims nothing. */
export type Mark = 'few' | 'unusual' | 'low' | 'question' | 'plain';

export function markOf({ verdict, position }: Report): Mark {
  if (verdict === 'not_enough') return 'few';
  if (verdict === 'unusual') return 'unusual';
  if (position?.place === 'far_below') return 'low';
  return verdict === 'mixed' || position?.place === 'far_above' ? 'question' : 'plain';
}

const placeNames = {
  far_below: 'place_far_below',
  below: 'place_below',
  typical: 'place_typical',
  above: 'place_above',
  far_above: 'place_far_above',
} as const satisfies Record<string, MessageKey>;

export interface Says {
  text: string;
  /** It is asked about: written in the mark's colour. */
  loud: boolean;
}

/** What the badge says last: a finding, else the place among peers; nothing where there is neither. */
export function saysOf(report: Report, words: Words): Says | undefined {
  const mark = markOf(report);
  const place = report.position && words.text(placeNames[report.position.place]);
  if (mark === 'few') return undefined;
  if (mark === 'unusual') return { text: words.text('badge_unusual'), loud: true };
  if (report.verdict === 'mixed' && mark === 'question') return { text: words.text('badge_question'), loud: true };
  return place === undefined ? undefined : { text: place, loud: mark !== 'plain' };
}

/** The mark in words. */
export function standingText(report: Report, words: Words): string {
  const mark = markOf(report);
  if (mark === 'few') return words.text('verdict_not_enough');
  if (mark === 'unusual') return words.text('verdict_unusual');
  if (mark === 'low') return words.text('standing_far_below');
  if (mark === 'question') return words.text(report.verdict === 'mixed' ? 'verdict_mixed' : 'standing_far_above');
  return words.text('standing_plain');
}
