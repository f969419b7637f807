/** @jsxImportSource preact */
/** How much was read, and what would narrow the range by how much. */
import type { Report } from '../.generated/report';
import { Icon } from './icons';
import type { Words } from './words';

type Narrow = Report['read']['narrow'][number];
const levels = ['none', 'low', 'moderate', 'strong'] as const;

/** "From 24 posts, 60 comments, and 30 people read." People are named where some were seen. */
export function evidenceText({ posts, comments, people }: Report['read'], words: Words): string {
  const parts = [
    words.count('unit_posts', posts),
    words.count('unit_comments', comments),
    people > 0 && words.count('unit_people', people),
  ].filter((part) => part !== false);
  return words.text('footer_read', { what: new Intl.ListFormat(words.locale).format(parts) });
}

/** Steps after which more posts can be judged: what they give is a verdict, not a narrower range. */
const forVerdict: readonly Narrow['action'][] = ['scroll_posts', 'revisit'];

/** "Open the followers list (30 people): the audience range would narrow to about ±16 points" */
export function narrowText(narrow: Narrow, words: Words): string {
  const action = words.count(`narrow_${narrow.action}`, narrow.count);
  if (forVerdict.includes(narrow.action)) return words.text('narrow_enough', { action });
  return narrow.of === 'audience'
    ? words.text('narrow_audience', { action, half: words.numbers.count(Math.round((narrow.width / 2) * 100)) })
    : words.text('narrow_engagement', { action, half: words.numbers.percent(narrow.width / 2) });
}

export interface EvidenceMeterProps {
  read: Report['read'];
  words: Words;
  direction: 'ltr' | 'rtl';
  /** Steps that are named beside their own bar already. */
  hide?: Narrow['of'];
}

export function EvidenceMeter({ read, words, direction, hide }: EvidenceMeterProps) {
  const level = levels.indexOf(read.evidence);
  const counts = [
    words.count('unit_posts', read.posts),
    words.count('unit_comments', read.comments),
    read.people > 0 && words.count('unit_people', read.people),
    read.history > 0 && words.count('unit_readings', read.history),
  ].filter((text) => text !== false);
  return (
    <div class="evidence">
      <div class="row">
        <h2>{words.text('evidence_title')}</h2>
        <span class="meter">
          <svg width="46" height="8" viewBox="0 0 46 8" aria-hidden="true">
            {[0, 1, 2].map((step) => (
              <rect
                key={step}
                class={step < level ? 'full' : 'empty'}
                x={(direction === 'rtl' ? 2 - step : step) * 16 + 0.5}
                y=".5"
                width="13"
                height="7"
                rx="2"
              />
            ))}
          </svg>
          <b>{words.text(`evidence_${read.evidence}`)}</b>
        </span>
      </div>
      <p class="small">{counts.join(' · ')}</p>
      <NarrowList narrow={read.narrow.filter((step) => step.of !== hide)} words={words} />
    </div>
  );
}

/** What the person can do, and the range to expect then. */
export function NarrowList({ narrow, words }: { narrow: readonly Narrow[]; words: Words }) {
  if (narrow.length === 0) return null;
  return (
    <ul class="narrow">
      {narrow.map((step) => (
        <li key={`${step.action} ${step.of}`}>
          <Icon name="narrow" size={14} />
          <span>{narrowText(step, words)}</span>
        </li>
      ))}
    </ul>
  );
}
