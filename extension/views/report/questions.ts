/** Questions for the creator. Each follows from a signal and asks; none accuses. */
import type { Report } from '../../.generated/report';
import type { MessageKey, Words } from '../words';

/** The report's question ids are open: one that has no sentence here is left out rather than shown raw. */
export const questionIds = [
  'analytics',
  'reach',
  'growth_step',
  'growth_purge',
  'comment_repetition',
  'comment_languages',
  'like_dispersion',
  'likes_above_views',
  'likes_per_view',
  'view_spikes',
  'views_per_follower',
  'engagement_per_follower',
  'people',
  'pod_overlap',
  'giveaway_posts',
  'viral_posts',
  'sponsored_effect',
  'hidden_counts',
  'little_content',
  'handle_changed',
] as const;
const keys = new Map<string, MessageKey>(questionIds.map((id) => [id, `question_${id}`]));

/** @returns sentences in the report's order, each once */
export function questionTexts(report: Report, words: Words): string[] {
  const step = report.growth?.steps?.[0];
  const values = {
    date: step ? words.numbers.date(step.to, true) : '',
    change: step ? words.numbers.percent(Math.abs(step.change)) : '',
  };
  const texts = report.questions.map(({ id }) => {
    // Without the step's own figures its question would have holes.
    const key = id.startsWith('growth_') && !step ? undefined : keys.get(id);
    return key && words.text(key, values);
  });
  return [...new Set(texts.filter((text) => text !== undefined))];
}
