/** The answer in one sentence: what is announced, what is copied. The fact with what it rests on; an estimate with ≈ and its range. */
import type { Report } from '../.generated/report';
import { evidenceText } from './evidence-meter';
import { factOf, placeText, ratioText, secondFact, whenText } from './fact';
import { pageText } from './page-text';
import { isPlaced, standingText } from './standing';
import type { MessageKey, Words } from './words';

const basisNames = {
  'likes+comments': 'basis_likes_comments',
  likes: 'basis_likes',
  comments: 'basis_comments',
  views: 'basis_views',
} as const satisfies Record<string, MessageKey>;

export function basisText(report: Report, words: Words): string {
  return words.text(basisNames[report.engagement?.basis ?? 'likes+comments']);
}

export interface RealFigure {
  real: string;
  shown: string;
  range: string;
  level: string;
}

/** How much of the shown engagement is real, with its range; nothing where what was read has not moved it. */
export function realFigure({ engagement }: Report, words: Words): RealFigure | undefined {
  const perPost = engagement?.perPost;
  if (!perPost?.moved) return undefined;
  const { estimate, count, percent, range } = words.numbers;
  const { shown, real } = perPost;
  return {
    real: estimate(real.mid),
    shown: shown.low === shown.high ? count(shown.mid) : estimate(shown.mid),
    range: range(estimate(real.low), estimate(real.high)),
    level: percent(real.level),
  };
}

/** What was read says of all followers, where that says something: the range, or the one end that excludes something. */
export function audienceText({ audience, read, signals }: Report, words: Words): string | undefined {
  const { low, high } = audience.share;
  const followers = signals
    .filter(({ family, on }) => family === 'people' && on === 'audience')
    .reduce((sum, { seen }) => sum + (seen.of ?? 0), 0);
  const { percent, range } = words.numbers;
  const from =
    followers > 0
      ? words.count('unit_people', followers)
      : read.history > 0
        ? words.count('unit_readings', read.history)
        : words.count('unit_posts', read.postsUsed);
  switch (audience.told) {
    case 'between':
      return words.text('audience_between', { range: range(percent(low), percent(high)), from });
    case 'at_most':
      return words.text('audience_at_most', { share: percent(high), from });
    case 'at_least':
      return words.text('audience_at_least', { share: percent(low), from });
    default:
      return undefined;
  }
}

/** "1,530 engagements a post · 1.2% of 128K followers · last post yesterday · … · Below the lowest tenth of peers". */
export function summary(report: Report, words: Words): string {
  const fact = factOf(report, words);
  const real = realFigure(report, words);
  if (!fact) return words.text('headline_none');
  return [
    `${fact.value} ${fact.name}`,
    ratioText(report, fact, words),
    secondFact(report, words),
    whenText(report, fact, words),
    report.position && isPlaced(report) && placeText(report, report.position, words),
    real && words.text('summary', { real: real.real, shown: real.shown, range: real.range }),
  ]
    .filter(Boolean)
    .join(' · ');
}

/** Without what holds a line together: outside of a page it would only be in the way of who looks for a number. */
export const plainText = (text: string) => text.replaceAll('\u2060', '');

/** The paragraph that is put on the clipboard: whose, the answer, the verdict, what it was read from, what it is not. */
export function copyText(report: Report, words: Words): string {
  const audience = audienceText(report, words);
  const said = words.text('summary_copied', {
    handle: pageText(report.handle),
    platform: words.text(`platform_${report.platform}`),
    summary: summary(report, words) + (audience === undefined ? '' : ` · ${audience}`),
    verdict: standingText(report, words),
    read: evidenceText(report.read, words),
    date: report.capturedAt ? words.numbers.date(report.capturedAt, true) : '',
    closing: words.text('closing'),
  });
  return plainText(said);
}
