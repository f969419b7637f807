/** How a report's answer looks: one mark, one tone and a few words, the first of the states that holds. */
import type { Report } from '../.generated/report';
import type { MessageKey, Words } from './words';

export type Check = Report['checks'][number];
/** `low` is a fact about reach; `plain` claims nothing; `fine` was checked with the power to find something. */
export type Mark = 'few' | 'unusual' | 'low' | 'question' | 'fine' | 'plain';

const marks = {
  not_enough: 'few',
  unusual: 'unusual',
  question: 'question',
  clear: 'fine',
  nothing_seen: 'plain',
} as const satisfies Record<Report['verdict'], Mark>;

export function markOf(report: Report): Mark {
  const mark = marks[report.verdict];
  return isPlaced(report) && report.position?.place === 'far_below' && mark !== 'few' && mark !== 'unusual'
    ? 'low'
    : mark;
}

const placeNames = {
  far_below: 'place_far_below',
  below: 'place_below',
  typical: 'place_typical',
  above: 'place_above',
  far_above: 'place_far_above',
} as const satisfies Record<string, MessageKey>;

/** Whether the place among peers is told: not of fewer posts than any answer needs. */
export function isPlaced({ verdict, cautions }: Pick<Report, 'verdict' | 'cautions'>): boolean {
  return verdict !== 'not_enough' && !cautions.includes('few_posts');
}

/** Posts of known age that any answer needs: verdict.posts of the core. */
const NEEDED = 5;

/** Why so little is said: "only 3 posts", or that nobody knows how old they are. */
export function fewText(
  { read, fresh }: Pick<Report, 'fresh'> & { read: { postsUsed: number } },
  words: Words,
): string {
  return lacksDates({ read, fresh }) ? words.text('badge_no_dates') : words.count('badge_only_posts', read.postsUsed);
}

/** Whether posts enough were read, and nobody knows how old they are. */
export const lacksDates = ({ read, fresh }: Pick<Report, 'fresh'> & { read: { postsUsed: number } }) =>
  !fresh && read.postsUsed >= NEEDED;

const numberOf = ({ checks }: Report, state: Check['state']) => checks.filter((check) => check.state === state).length;

export interface Says {
  text: string;
  /** It is asked about: written in the mark's colour. */
  loud: boolean;
  /** It is the place among peers. */
  place?: true;
}

/** What the badge says last: findings, else the place among peers; nothing where there is neither. */
export function saysOf(report: Report, words: Words): Says | undefined {
  const mark = markOf(report);
  const position = isPlaced(report) ? report.position : undefined;
  if (mark === 'few') return undefined;
  if (mark === 'unusual') {
    const number = numberOf(report, 'unusual');
    return { text: number > 0 ? words.count('badge_unusual_checks', number) : words.text('badge_unusual'), loud: true };
  }
  const [unusual, questions] = [numberOf(report, 'unusual'), numberOf(report, 'question')];
  if (mark === 'question' && unusual > 0) return { text: words.count('badge_unusual_checks', unusual), loud: true };
  if (mark === 'question' && questions > 0) return { text: words.count('badge_questions', questions), loud: true };
  if (mark === 'question' && position?.place !== 'far_above') return { text: words.text('badge_question'), loud: true };
  const loud = mark === 'low' || mark === 'question';
  return position && { text: words.text(placeNames[position.place]), loud, place: true };
}

/** The mark in words, with the number of checks that stand behind it. */
export function standingText(report: Report, words: Words): string {
  const mark = markOf(report);
  const [unusual, questions, fine] = [
    numberOf(report, 'unusual'),
    numberOf(report, 'question'),
    numberOf(report, 'fine'),
  ];
  const found = [
    unusual > 0 && words.count('badge_unusual_checks', unusual),
    questions > 0 && words.count('badge_questions', questions),
  ];
  switch (mark) {
    case 'few':
      return words.text('verdict_not_enough');
    case 'unusual':
      // Two questions of different kinds can be unusual together.
      return words.list([unusual === 0 && words.text('verdict_unusual'), ...found]);
    case 'low':
      return words.list([words.text('standing_far_below'), ...found]);
    case 'question':
      if (unusual + questions > 0) return words.list(found);
      if (report.position?.place === 'far_above') return words.text('standing_far_above');
      return words.text(report.cautions.includes('sources_disagree') ? 'standing_sources' : 'standing_question');
    case 'fine':
      return words.count('standing_fine', fine);
    case 'plain':
      return words.text('standing_plain');
  }
}
