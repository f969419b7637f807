/** @jsxImportSource preact */
/** Whose report it is, the two range bars of the headline and the audience, and what their parts mean. */
import type { Count, Snapshot } from '../../.generated/snapshot';
import { NarrowList } from '../evidence-meter';
import { printedValue } from '../numbers';
import { pageText } from '../page-text';
import { RangeBar, type RangeBarProps } from '../range-bar';
import { audienceHasFigure, basisText, headline, viewsOnly } from '../summary';
import type { Words } from '../words';
import { Panel, type PartProps } from './panel';

/** The account as the page names it, and what the page shows of it. */
export function Who({ report, snapshot, words }: PartProps & { snapshot?: Snapshot | null }) {
  const { displayName, posts, following } = snapshot?.profile ?? {};
  const name = displayName === undefined ? '' : pageText(displayName);
  const rangeOf = (count: Count) => (typeof count === 'number' ? { low: count, high: count } : count);
  const facts = [
    name !== '' && `@${pageText(report.handle)}`,
    words.text(`platform_${report.platform}`),
    report.capturedAt && words.text('report_read_at', { moment: words.numbers.moment(report.capturedAt) }),
    report.followers && words.text('report_followers_shown', { followers: words.numbers.shown(report.followers) }),
    posts !== undefined && words.count('unit_posts', Math.round(printedValue(rangeOf(posts)))),
    following !== undefined &&
      words.text('report_following_shown', { following: words.numbers.shown(rangeOf(following)) }),
  ].filter(Boolean);
  return (
    <div class="who">
      <h1>
        <bdi>{name || `@${pageText(report.handle)}`}</bdi>
      </h1>
      <p class="small numbers">{facts.join(' · ')}</p>
    </div>
  );
}

export function LeadFigure({ report, words, muted }: PartProps) {
  const parts = headline(report, words);
  const perPost = report.engagement?.perPost;
  const views = viewsOnly(report, words);
  if (!parts || !perPost)
    return (
      <p class="big grey">
        {views === undefined ? words.text('headline_none') : words.text('headline_shown_only', { shown: views })}
      </p>
    );
  const [low, high] = [words.numbers.estimate(perPost.real.low), words.numbers.estimate(perPost.real.high)];
  return (
    <>
      <p class={`big${muted ? ' grey' : ''}`}>
        <span class="value">≈ {parts.real}</span> {words.text('headline_of_shown', { shown: parts.shown })}
      </p>
      <p class="sub">
        {words.text('headline_real', { basis: basisText(report, words) })} ·{' '}
        {words.text('headline_range', { range: parts.range, level: parts.level })}
        {parts.ofFollowers && ` · ${parts.ofFollowers}`}
      </p>
      <Bars
        id="engagement"
        rail={Math.max(perPost.shown.mid, perPost.real.high)}
        interval={perPost.real}
        muted={muted}
        direction={words.direction}
        label={words.text('bar_engagement', { shown: parts.shown, mid: parts.real, level: parts.level, low, high })}
        axis={{ zero: words.numbers.count(0), low, high, rail: words.text('axis_shown', { value: parts.shown }) }}
      />
      <BarLegend words={words} muted={muted} />
    </>
  );
}

/** The bar in the report's size, and in the card's where the page is as narrow as one: its labels stay readable. */
export function Bars(props: Omit<RangeBarProps, 'size'>) {
  return (
    <>
      <div class="wide">
        <RangeBar {...props} size="report" id={`${props.id}-wide`} />
      </div>
      <div class="slim">
        <RangeBar {...props} size="card" id={`${props.id}-slim`} />
      </div>
    </>
  );
}

/** What solid, hatched and empty mean. */
function BarLegend({ words, muted }: { words: Words; muted?: boolean }) {
  const key = (kind: 'solid' | 'hatched' | 'empty') => (
    <svg class={`icon range-bar${muted ? ' muted' : ''}`} width="20" height="10" viewBox="0 0 20 10" aria-hidden="true">
      <rect class={kind === 'solid' ? 'solid' : kind === 'hatched' ? 'soft' : 'rail'} width="20" height="10" rx="3" />
      {kind === 'hatched' && <path class="hatch" d="M1 9L9 1M6 9.5L15 .5M12 9.5L19 2.5" stroke-width="2" />}
    </svg>
  );
  return (
    <p class="legend small">
      <span>
        {key('solid')}
        {words.text('legend_at_least')}
      </span>
      <span>
        {key('hatched')}
        {words.text('legend_could_be')}
      </span>
      <span>
        {key('empty')}
        {words.text('legend_unlikely')}
      </span>
    </p>
  );
}

export function Audience({ report, words, muted }: PartProps) {
  const { share, people } = report.audience;
  const { estimate, percent, range, shown, count } = words.numbers;
  const followers = report.followers && shown(report.followers);
  if (followers === undefined) return null;
  if (audienceHasFigure(report) && people) {
    const [low, high] = [estimate(people.low), estimate(people.high)];
    return (
      <Panel
        title={words.text('audience_title')}
        aside={<b>{words.text('audience_people', { people: estimate(people.mid) })}</b>}
      >
        <Bars
          id="audience"
          rail={1}
          interval={share}
          muted={muted}
          direction={words.direction}
          label={words.text('bar_audience', {
            followers,
            mid: estimate(people.mid),
            level: percent(share.level),
            low,
            high,
          })}
          axis={{ zero: count(0), low, high, rail: words.text('axis_shown', { value: followers }) }}
        />
        <p class="note">
          {words.text('audience_range', { range: range(low, high), followers, level: percent(share.level) })}
        </p>
      </Panel>
    );
  }
  return (
    <Panel title={words.text('audience_title')} aside={words.text('audience_wide')}>
      <Bars
        id="audience"
        rail={1}
        interval={share}
        muted={muted}
        wide
        direction={words.direction}
        label={words.text('bar_audience_wide', { followers, low: percent(share.low), high: percent(share.high) })}
      />
      <p class="note">{words.text('audience_wide_note', { range: range(percent(share.low), percent(share.high)) })}</p>
      <NarrowList narrow={report.read.narrow.filter((step) => step.of === 'audience')} words={words} />
    </Panel>
  );
}
