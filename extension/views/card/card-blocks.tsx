/** @jsxImportSource preact */
/** The card's parts that say a figure: the headline, the audience, the posts, the people who come back. */
import type { Report } from '../../.generated/report';
import { NarrowList } from '../evidence-meter';
import { drawnPosts, PostsChart, PostsLegend } from '../posts-chart';
import { RangeBar } from '../range-bar';
import { audienceHasFigure, basisText, headline, viewsOnly } from '../summary';
import { Titled, type TitledProps } from '../titled';
import type { Words } from '../words';

export type PartProps = { report: Report; words: Words; direction: 'ltr' | 'rtl'; muted: boolean };

export function HeadlineBlock({ report, words, direction, muted }: PartProps) {
  const parts = headline(report, words);
  const perPost = report.engagement?.perPost;
  if (!parts || !perPost) return <NoHeadline report={report} words={words} />;
  const { estimate } = words.numbers;
  const [low, high] = [estimate(perPost.real.low), estimate(perPost.real.high)];
  return (
    <div class="headline">
      <p class={`big${muted ? ' grey' : ''}`}>
        <span class="value">≈ {parts.real}</span> {words.text('headline_of_shown', { shown: parts.shown })}
      </p>
      <p class="sub">{words.text('headline_real', { basis: basisText(report, words) })}</p>
      <p class="sub">
        {words.text('headline_range', { range: parts.range, level: parts.level })}
        {parts.ofFollowers && ` · ${parts.ofFollowers}`}
      </p>
      <RangeBar
        id="engagement"
        size="card"
        rail={Math.max(perPost.shown.mid, perPost.real.high)}
        interval={perPost.real}
        muted={muted}
        direction={direction}
        label={words.text('bar_engagement', { shown: parts.shown, mid: parts.real, level: parts.level, low, high })}
        axis={{ zero: words.numbers.count(0), low, high, rail: words.text('axis_shown', { value: parts.shown }) }}
      />
    </div>
  );
}

/** A page that shows views alone, or no posts: what is shown, and no estimate. */
function NoHeadline({ report, words }: { report: Report; words: Words }) {
  const views = viewsOnly(report, words);
  const typical = report.engagement?.viewsPerFollower?.typical;
  if (views === undefined)
    return (
      <div class="headline">
        <p class="big grey">{words.text('headline_none')}</p>
      </div>
    );
  return (
    <div class="headline">
      <p class="big">
        <span class="value">{views}</span> {words.text('headline_views_only')}
      </p>
      {typical && (
        <p class="sub">
          {words.text('typical_range', {
            typical: words.numbers.range(words.numbers.plain(typical.low), words.numbers.plain(typical.high)),
          })}
        </p>
      )}
    </div>
  );
}

export function AudienceBlock({ report, words, direction, muted }: PartProps) {
  const { share, people } = report.audience;
  const { estimate, percent, shown } = words.numbers;
  const followers = report.followers && shown(report.followers);
  const ends = { low: percent(share.low), high: percent(share.high) };
  if (audienceHasFigure(report) && people && followers !== undefined) {
    const range = words.numbers.range(estimate(people.low), estimate(people.high));
    return (
      <Block
        title={words.text('audience_title')}
        aside={<b>{words.text('audience_people', { people: estimate(people.mid) })}</b>}
      >
        <RangeBar
          id="audience"
          size="card"
          rail={1}
          interval={share}
          muted={muted}
          direction={direction}
          label={words.text('bar_audience', {
            followers,
            mid: estimate(people.mid),
            level: percent(share.level),
            low: estimate(people.low),
            high: estimate(people.high),
          })}
          axis={{
            zero: words.numbers.count(0),
            low: estimate(people.low),
            high: estimate(people.high),
            rail: words.text('axis_shown', { value: followers }),
          }}
        />
        <p class="note">{words.text('audience_range', { range, followers, level: percent(share.level) })}</p>
      </Block>
    );
  }
  return (
    <Block title={words.text('audience_title')} aside={words.text('audience_wide')}>
      <RangeBar
        id="audience"
        size="card"
        rail={1}
        interval={share}
        muted={muted}
        wide
        direction={direction}
        label={words.text('bar_audience_wide', { followers: followers ?? '', ...ends })}
      />
      <p class="note">{words.text('audience_wide_note', { range: words.numbers.range(ends.low, ends.high) })}</p>
      <NarrowList narrow={report.read.narrow.filter((step) => step.of === 'audience')} words={words} />
    </Block>
  );
}

export function PostsBlock({ report, words, direction }: Omit<PartProps, 'muted'>) {
  const posts = drawnPosts(report.items.posts);
  if (posts.length === 0) return null;
  return (
    <Block
      title={words.text(report.engagement?.basis === 'views' ? 'posts_title_views' : 'posts_title')}
      aside={<Rate report={report} words={words} />}
    >
      <PostsChart posts={posts} width={328} height={64} words={words} direction={direction} />
      <PostsLegend posts={posts} words={words} />
      <TypicalRate report={report} words={words} />
    </Block>
  );
}

/** The rate whose denominator the page shows, followers before views. */
function rateOf(report: Report) {
  const { perFollower, perView } = report.engagement ?? {};
  if (perFollower?.shown !== undefined)
    return {
      ...perFollower,
      shown: perFollower.shown,
      key: 'posts_per_follower' as const,
      typicalKey: 'typical_per_follower' as const,
    };
  if (perView?.shown !== undefined)
    return {
      ...perView,
      shown: perView.shown,
      key: 'posts_per_view' as const,
      typicalKey: 'typical_per_view' as const,
    };
  return undefined;
}

function Rate({ report, words }: { report: Report; words: Words }) {
  const rate = rateOf(report);
  return rate ? <b>{words.text(rate.key, { shown: words.numbers.percent(rate.shown) })}</b> : null;
}

function TypicalRate({ report, words }: { report: Report; words: Words }) {
  const rate = rateOf(report);
  if (!rate?.typical) return null;
  const { percent, range } = words.numbers;
  return (
    <p class="note">
      {words.text(rate.typicalKey, { typical: range(percent(rate.typical.low), percent(rate.typical.high)) })}
    </p>
  );
}

export function ReturningBlock({ report, words }: { report: Report; words: Words }) {
  const returning = report.engagement?.returning;
  if (!returning || returning.of === 0) return null;
  const { count, estimate } = words.numbers;
  const { real } = returning;
  return (
    <Block
      title={words.text('returning_title')}
      aside={<b>{words.text('returning_of', { people: count(returning.people), of: count(returning.of) })}</b>}
    >
      <p class="note">
        {words.text('returning_seen', { posts: count(returning.posts) })}
        {real && returning.people > 0 && (
          <>
            {' '}
            ·{' '}
            {words.text('returning_real', {
              real: estimate(real.mid),
              range: words.numbers.range(estimate(real.low), estimate(real.high)),
            })}
          </>
        )}
      </p>
    </Block>
  );
}

export function Block(props: TitledProps) {
  return <Titled kind="block" {...props} />;
}
