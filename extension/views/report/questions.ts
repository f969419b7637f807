/** Questions for the creator. Each follows from a signal and asks; none accuses. */
import type { Report } from '../../.generated/report';
import type { MessageKey, Words } from '../words';

/** The sentences of questions; signals that say alike share one. A signal that is not here has its own: `question_<id>`. */
export const questionSentences = {
  analytics: 'question_analytics',
  reach: 'question_reach',
  growth_step: 'question_growth_step',
  growth_purge: 'question_growth_purge',
  comment_repetition: 'question_comment_repetition',
  comment_generic: 'question_comment_generic',
  comment_emoji_only: 'question_comment_generic',
  comment_mention_only: 'question_comment_generic',
  comment_off_topic: 'question_comment_generic',
  comment_spam: 'question_comment_generic',
  comment_languages: 'question_comment_languages',
  like_dispersion: 'question_like_dispersion',
  likes_above_views: 'question_likes_above_views',
  likes_per_view: 'question_likes_per_view',
  engagement_per_view: 'question_likes_per_view',
  comments_per_like: 'question_comments_per_like',
  like_comment_correlation: 'question_comments_per_like',
  view_spikes: 'question_view_spikes',
  views_per_follower: 'question_views_per_follower',
  engagement_per_follower: 'question_engagement_per_follower',
  people_with_counts: 'question_people',
  people_names_only: 'question_people',
  following_pattern: 'question_following_pattern',
  pod_overlap: 'question_pod_overlap',
  giveaway_posts: 'question_giveaway_posts',
  viral_posts: 'question_viral_posts',
  sponsored_effect: 'question_sponsored_effect',
  hidden_counts: 'question_hidden_counts',
  little_content: 'question_little_content',
  handle_changed: 'question_handle_changed',
} as const satisfies Record<string, MessageKey>;

const sentences = new Map<string, MessageKey>(Object.entries(questionSentences));

/** The message of a question. The report's question ids are open: there may be none. */
export const questionKey = (id: string) => sentences.get(id) ?? (`question_${id}` as MessageKey);

/** @returns sentences in the report's order, each once */
export function questionTexts(report: Report, words: Words): string[] {
  const texts = report.questions.map(({ id, params }) => {
    const sentence = questionKey(id);
    if (!id.startsWith('growth_')) return words.text(sentence);
    // Without the step's own figures its question would have holes.
    const step = stepOf(params, report);
    return step && words.text(sentence, step(words));
  });
  // One that has no sentence is left out rather than shown raw.
  return [...new Set(texts.filter(Boolean))] as string[];
}

/** When the step ended and how large it was: as the question says, else as the growth says. */
function stepOf(params: object, report: Report): ((words: Words) => { date: string; change: string }) | undefined {
  const { to, change } = { ...report.growth?.steps?.[0], ...params } as { to?: unknown; change?: unknown };
  if (typeof to !== 'string' || typeof change !== 'number') return undefined;
  return ({ numbers }) => ({ date: numbers.date(to, true), change: numbers.percent(Math.abs(change)) });
}
