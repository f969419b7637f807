/** What the page shows of a typical post: the fact that stands first on every surface, and what stands beside it. */
import type { Report } from '../.generated/report';
import { isPlaced } from './standing';
import type { MessageKey, Words } from './words';

const perPostNames = {
  'likes+comments': 'fact_engagements',
  likes: 'fact_likes',
  comments: 'fact_comments',
  views: 'fact_views',
} as const satisfies Record<string, MessageKey>;

type Shown = NonNullable<Report['views']>['perPost'];

/** "1,530", or two digits where the page printed rounded counts: a figure gains no digits. */
function shownText({ low, mid, high }: Shown, words: Words): string {
  return low === high ? words.numbers.count(mid) : words.numbers.estimate(mid);
}

export interface Fact {
  of: 'views' | 'engagements';
  value: string;
  /** "engagements a post", "views a post". */
  name: string;
}

/** Views first where most used posts show them; nothing where no post was read. */
export function factOf({ views, engagement }: Report, words: Words): Fact | undefined {
  const perPost = engagement?.perPost;
  if (views && (views.first || !perPost))
    return { of: 'views', value: shownText(views.perPost, words), name: words.text('fact_views') };
  return perPost
    ? {
        of: 'engagements',
        value: shownText(perPost.shown, words),
        name: words.text(perPostNames[engagement?.basis ?? 'likes+comments']),
      }
    : undefined;
}

/** The engagements where the views stand first: "4,210 engagements a post · 9.2% of views". */
export function secondFact(report: Report, words: Words): string | undefined {
  const { perPost, perView, basis = 'likes+comments' } = report.engagement ?? {};
  if (!perPost || !report.views?.first) return undefined;
  const parts = [
    `${shownText(perPost.shown, words)} ${words.text(perPostNames[basis])}`,
    perView?.shown !== undefined && words.text('posts_per_view', { shown: words.numbers.percent(perView.shown) }),
  ];
  return parts.filter(Boolean).join(' · ');
}

/** The fact's ratio in the fewest words: "2.3%"; of views, "0.11/follower" where there is no place among peers to tell. */
export function shortRatio(report: Report, fact: Fact, words: Words): string | undefined {
  const { perFollower, viewsPerFollower } = report.engagement ?? {};
  if (fact.of === 'views')
    return (report.position && isPlaced(report)) || viewsPerFollower?.shown === undefined
      ? undefined
      : words.text('badge_per_follower', { ratio: words.numbers.plain(viewsPerFollower.shown) });
  return perFollower?.shown === undefined ? undefined : words.numbers.percent(perFollower.shown);
}

/** "2.3% of 48.2K followers", "0.11 per follower · 50.3K followers", or the count alone. */
export function ratioText({ engagement, followers }: Report, fact: Fact, words: Words): string | undefined {
  if (!followers) return undefined;
  const count = words.numbers.shown(followers);
  const { perFollower, viewsPerFollower } = engagement ?? {};
  if (fact.of === 'views' && viewsPerFollower?.shown !== undefined)
    return words.text('fact_ratio_of_followers', {
      ratio: words.numbers.plain(viewsPerFollower.shown),
      followers: count,
    });
  if (fact.of === 'engagements' && perFollower?.shown !== undefined)
    return words.text('fact_of_followers', { share: words.numbers.percent(perFollower.shown), followers: count });
  return words.text('report_followers_shown', { followers: count });
}

/** "last post 6 days ago · 1.4 a week · median of 24 posts". */
export function whenText({ fresh, views, read }: Report, fact: Fact, words: Words): string {
  const posts = fact.of === 'views' ? (views?.posts ?? read.postsUsed) : read.postsUsed;
  const parts = [
    fresh && words.text('fact_newest', { ago: words.numbers.ago(fresh.days) }),
    fresh?.perWeek !== undefined && words.text('unit_per_week', { value: words.numbers.plain(fresh.perWeek) }),
    words.text('fact_median', { posts: words.count('unit_posts', posts) }),
  ];
  return parts.filter(Boolean).join(' · ');
}
