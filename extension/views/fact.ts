/** What the page shows of a typical post: the fact that stands first on every surface, and what stands beside it. */
import type { Range, Report } from '../.generated/report';
import { printedValue } from './numbers';
import { peersText } from './peers-text';
import { isPlaced } from './standing';
import type { MessageKey, PluralKey, Values, Words } from './words';

const perPostNames = {
  'likes+comments': 'fact_engagements',
  likes: 'fact_likes',
  comments: 'fact_comments',
  views: 'fact_views',
} as const satisfies Record<string, PluralKey>;

type Shown = NonNullable<Report['views']>['perPost'];

/** "1,530", or two digits where the page printed rounded counts: a figure gains no digits. */
function shownText({ low, mid, high }: Shown, words: Words): string {
  return low === high ? words.numbers.count(mid) : words.numbers.estimate(mid);
}

export interface Fact {
  of: 'views' | 'engagements';
  value: string;
  /** The figure as a number. */
  mid: number;
  /** "engagements a post", "views a post". */
  name: string;
}

/**
 * Views first where most used posts show them; nothing where no post was read.
 * @param first  whether views come first, where not as the posts have it
 */
export function factOf({ views, engagement }: Report, words: Words, first = views?.first): Fact | undefined {
  const perPost = engagement?.perPost;
  const ofViews = views && (first || !perPost);
  const shown = ofViews ? views.perPost : perPost?.shown;
  return (
    shown && {
      of: ofViews ? 'views' : 'engagements',
      value: shownText(shown, words),
      mid: shown.mid,
      name: words.count(ofViews ? 'fact_views' : perPostNames[engagement?.basis ?? 'likes+comments'], shown.mid),
    }
  );
}

/** "31K views", "1,131/post". */
export function figureText({ of, value, mid }: Fact, words: Words): string {
  return of === 'views' ? words.count('badge_views', mid, { value }) : words.text('badge_per_post', { value });
}

/** The fact by which the account has its place, where only one fact has room beside it: the two must speak of one measure. */
export function placedFact(report: Report, words: Words): Fact | undefined {
  return factOf(report, words, report.position && isPlaced(report) ? viewsPlace(report.position) : undefined);
}

const viewsPlace = ({ of }: NonNullable<Report['position']>) => of === 'viewsPerFollower';

const placeNames = {
  perFollower: 'peers_by_follower',
  perView: 'peers_by_view',
  viewsPerFollower: 'peers_by_views',
} as const satisfies Record<string, MessageKey>;

/** The place among peers in a sentence, with its measure where the fact that stands first is of another one. */
export function placeText(report: Report, position: NonNullable<Report['position']>, words: Words): string {
  const place = peersText(position, words);
  return (factOf(report, words)?.of === 'views') === viewsPlace(position) && position.of !== 'perView'
    ? place
    : words.text(placeNames[position.of], { place });
}

/** The engagements where the views stand first: "4,210 engagements a post · 9.2% of views". */
export function secondFact(report: Report, words: Words): string | undefined {
  const { perPost, perView, basis = 'likes+comments' } = report.engagement ?? {};
  if (!perPost || !report.views?.first) return undefined;
  const parts = [
    `${shownText(perPost.shown, words)} ${words.count(perPostNames[basis], perPost.shown.mid)}`,
    perView?.shown !== undefined && words.text('posts_per_view', { shown: words.numbers.percent(perView.shown) }),
  ];
  return parts.filter(Boolean).join(' · ');
}

/** The fact's ratio in the fewest words: "2.3%"; of views, "0.11/follower" where there is no place among peers to tell. */
export function shortRatio(report: Report, fact: Fact, words: Words): string | undefined {
  return fact.of === 'views' && report.position && isPlaced(report) ? undefined : ratioOf(report, fact, words);
}

/** "2.3%" of the followers, "4.1%/view" where the place is by views, "0.11/follower" of views. */
export function ratioOf({ engagement, position }: Report, fact: Fact, words: Words): string | undefined {
  const { perFollower, perView, viewsPerFollower } = engagement ?? {};
  const { percent, plain } = words.numbers;
  if (fact.of === 'views')
    return viewsPerFollower?.shown === undefined
      ? undefined
      : words.text('badge_per_follower', { ratio: plain(viewsPerFollower.shown) });
  if (position?.of === 'perView' && perView?.shown !== undefined)
    return words.text('badge_per_view', { share: percent(perView.shown) });
  return perFollower?.shown === undefined ? undefined : percent(perFollower.shown);
}

/** "2.3% of 48.2K followers", "0.11 per follower · 50.3K followers", or the count alone. */
export function ratioText({ engagement, followers }: Report, fact: Fact, words: Words): string | undefined {
  if (!followers) return undefined;
  const { perFollower, viewsPerFollower } = engagement ?? {};
  if (fact.of === 'views' && viewsPerFollower?.shown !== undefined)
    return followersText('fact_ratio_of_followers', followers, words, {
      ratio: words.numbers.plain(viewsPerFollower.shown),
    });
  if (fact.of === 'engagements' && perFollower?.shown !== undefined)
    return followersText('fact_of_followers', followers, words, { share: words.numbers.percent(perFollower.shown) });
  return followersText('report_followers_shown', followers, words);
}

/** A sentence with the followers as the page printed them, in the form that their number asks for. */
export const followersText = (key: PluralKey, followers: Range, words: Words, values?: Values) =>
  words.count(key, printedValue(followers), { ...values, followers: words.numbers.shown(followers) });

/** "1.4 a week"; of fewer than one in two weeks how many a year, which can be pictured. */
function rhythmText(perWeek: number, words: Words): string {
  const { plain } = words.numbers;
  return perWeek < 0.5
    ? words.text('unit_per_year', { value: plain((perWeek * 365.25) / 7) })
    : words.text('unit_per_week', { value: plain(perWeek) });
}

/** "last post 6 days ago · 1.4 a week · median of 24 posts". */
export function whenText({ fresh, views, read }: Report, fact: Fact, words: Words): string {
  const posts = fact.of === 'views' ? (views?.posts ?? read.postsUsed) : read.postsUsed;
  const parts = [
    fresh && words.text('fact_newest', { ago: words.numbers.ago(fresh.days) }),
    fresh?.perWeek !== undefined && rhythmText(fresh.perWeek, words),
    words.text('fact_median', { posts: words.count('unit_posts', posts) }),
  ];
  return parts.filter(Boolean).join(' · ');
}
