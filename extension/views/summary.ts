/** The answer in one sentence: what the badge is called, what is announced, what is copied. Always with ≈, range and basis. */
import type { Report } from '../.generated/report';
import { evidenceText } from './evidence-meter';
import { pageText } from './page-text';
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

/**
 * The audience has a figure only where a sample of people or a history stands behind it and the share's interval is
 * narrower than 0.40: no page without such a sample allows one.
 */
export function audienceHasFigure(report: Report): boolean {
  const { share, people } = report.audience;
  return people !== undefined && (report.read.people > 0 || report.read.history > 0) && share.high - share.low < 0.4;
}

/** "1,530", or the middle in the manner of an estimate where the page printed rounded counts. */
export function shownPerPost(report: Report, words: Words): string | undefined {
  const shown = report.engagement?.perPost?.shown;
  if (!shown) return undefined;
  return shown.low === shown.high ? words.numbers.count(shown.mid) : words.numbers.estimate(shown.mid);
}

export interface Headline {
  real: string;
  shown: string;
  range: string;
  level: string;
  ofFollowers?: string;
}

/** The parts of the headline; nothing where no engagement could be estimated. */
export function headline(report: Report, words: Words): Headline | undefined {
  const perPost = report.engagement?.perPost;
  const shown = shownPerPost(report, words);
  if (!perPost || shown === undefined) return undefined;
  const { estimate, percent } = words.numbers;
  const share = report.engagement?.perFollower?.real;
  return {
    real: estimate(perPost.real.mid),
    shown,
    range: words.numbers.range(estimate(perPost.real.low), estimate(perPost.real.high)),
    level: percent(perPost.real.level),
    ofFollowers:
      share && report.followers
        ? words.text('headline_of_followers', {
            share: percent(share.mid),
            followers: words.numbers.shown(report.followers),
          })
        : undefined,
  };
}

/** "≈1,100 of 1,530 engagements a post look genuine (840–1,400) · 0.9% of 128K followers" */
export function summary(report: Report, words: Words): string {
  const parts = headline(report, words);
  if (!parts) {
    const views = viewsOnly(report, words);
    return views === undefined ? words.text('headline_none') : words.text('headline_shown_only', { shown: views });
  }
  const sentence = words.text('summary', { real: parts.real, shown: parts.shown, range: parts.range });
  return parts.ofFollowers === undefined ? sentence : `${sentence} · ${parts.ofFollowers}`;
}

/** Views per follower as shown, where that is all a page tells. */
export function viewsOnly(report: Report, words: Words): string | undefined {
  const shown = report.engagement?.viewsPerFollower?.shown;
  return report.engagement?.perPost || shown === undefined ? undefined : words.numbers.plain(shown);
}

/** The paragraph that is put on the clipboard: whose, the answer, the verdict, what it was read from, what it is not. */
export function copyText(report: Report, words: Words): string {
  const { numbers } = words;
  const people = report.audience.people;
  const audience =
    audienceHasFigure(report) && people && report.followers
      ? `; ${words.text('summary_audience', {
          people: numbers.estimate(people.mid),
          followers: numbers.shown(report.followers),
          range: words.numbers.range(numbers.estimate(people.low), numbers.estimate(people.high)),
        })}`
      : '';
  return words.text('summary_copied', {
    handle: pageText(report.handle),
    platform: words.text(`platform_${report.platform}`),
    summary: summary(report, words) + audience,
    verdict: `${words.text(`verdict_${report.verdict}`)} (${words.text(`verdict_${report.verdict}_note`)})`,
    read: evidenceText(report.read, words),
    date: report.capturedAt ? numbers.date(report.capturedAt, true) : '',
    closing: words.text('closing'),
  });
}
