/** @jsxImportSource preact */
/** Sixty seconds: the estimate with its range, the audience, the posts, what moved it, what could explain it, what is missing. */
import type { ComponentChildren } from 'preact';
import type { Report } from '../.generated/report';
import type { Missing, Refusal } from '../.generated/snapshot';
import { EvidenceMeter, NarrowList, readText } from '../views/evidence-meter';
import { ExplanationList, leading } from '../views/explanation-list';
import { Icon, Logo } from '../views/icons';
import { Limits } from '../views/limits';
import { pageText } from '../views/page-text';
import { drawnPosts, PostsChart, PostsLegend } from '../views/posts-chart';
import { RangeBar } from '../views/range-bar';
import { type Pointer, SignalList, says, strongest } from '../views/signal-list';
import { audienceHasFigure, basisText, headline, viewsOnly } from '../views/summary';
import { VerdictChip } from '../views/verdict-chip';
import type { Words } from '../views/words';
import type { OverlayState } from './overlay';

/** How many signals and explanations fit sixty seconds; the report has all. */
const MOST_SIGNALS = 3;
const MOST_EXPLANATIONS = 4;

export interface CardProps {
  state: OverlayState;
  words: Words;
  direction: 'ltr' | 'rtl';
  arrow: boolean;
  copied: boolean;
  onClose(): void;
  onCopy(): void;
  onOpenReport?(event: Event): void;
  onReportPage?(event: Event): void;
  /** Leads from the signals to the page. */
  pointer?: Pointer;
}

export function Card(props: CardProps) {
  const { state, words, arrow, copied, onClose, onCopy } = props;
  return (
    <>
      {arrow && <span class="arrow" aria-hidden="true" />}
      <header>
        <Logo />
        <h1 id="card-title">
          {words.text('brand')}
          <span class="visually-hidden">. {cardName(state, words)}</span>
        </h1>
        <span class="small">{words.text('card_from_page')}</span>
        <span class="fill" />
        {state.kind === 'report' && (
          <button
            type="button"
            class="quiet"
            aria-label={words.text(copied ? 'card_copied' : 'card_copy')}
            title={words.text(copied ? 'card_copied' : 'card_copy')}
            onClick={onCopy}
          >
            <Icon name={copied ? 'done' : 'copy'} />
          </button>
        )}
        <button
          type="button"
          class="quiet"
          aria-label={words.text('card_close')}
          title={words.text('card_close')}
          onClick={onClose}
        >
          <Icon name="close" />
        </button>
      </header>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard */}
      <section class="scroll" tabIndex={0} aria-labelledby="card-title">
        {state.kind === 'reading' && <Skeleton words={words} />}
        {state.kind === 'refusal' && <RefusalBody {...props} refusal={state.refusal} ofPage />}
        {state.kind === 'report' && <ReportBody {...props} report={state.report} missing={state.missing ?? []} />}
      </section>
    </>
  );
}

function cardName(state: OverlayState, words: Words): string {
  return state.kind === 'report'
    ? words.text('card_title', { handle: pageText(state.report.handle) })
    : words.text(state.kind === 'reading' ? 'badge_reading' : 'refusal_title');
}

export function Skeleton({ words }: { words: Words }) {
  return (
    <div class="skeleton">
      <p class="sub">{words.text('card_reading')}</p>
      {['wide', '', 'short', 'tall'].map((kind) => (
        <span key={kind} class={`bone ${kind}`} aria-hidden="true" />
      ))}
    </div>
  );
}

type RefusalProps = Pick<CardProps, 'words' | 'onReportPage'> & {
  refusal: Refusal;
  /** Of a page that can be loaded again; not of counts that were typed. */
  ofPage?: boolean;
};

export function RefusalBody({ refusal, words, ofPage, onReportPage }: RefusalProps) {
  const { code, at } = refusal.error;
  return (
    <>
      <div class="headline">
        <p class="big grey">{words.text('refusal_title')}</p>
        <p class="sub">
          {words.text(`refusal_${code}`)} {words.text('refusal_nothing')}
        </p>
        {at && (
          <p class="place">
            <bdi>{pageText(words.text('refusal_at', { at }), 120)}</bdi>
          </p>
        )}
        {ofPage && <p class="sub">{words.text('refusal_next')}</p>}
        {onReportPage && (
          <button type="button" onClick={onReportPage}>
            {words.text('report_page')}
          </button>
        )}
      </div>
      <footer>
        <p class="reading">
          <Icon name="lock" size={13} />
          <span>{words.text('footer_private')}</span>
        </p>
      </footer>
    </>
  );
}

type BodyProps = CardProps & { report: Report; missing: readonly Missing[] };

export function ReportBody(props: BodyProps) {
  const { report, missing, words, direction, onOpenReport } = props;
  const signals = strongest(report.signals);
  const first = signals.filter(says).slice(0, MOST_SIGNALS);
  const more = signals.length - first.length;
  const muted = report.verdict === 'not_enough';
  return (
    <>
      <HeadlineBlock report={report} words={words} direction={direction} muted={muted} />
      <VerdictChip verdict={report.verdict} words={words} />
      <AudienceBlock report={report} words={words} direction={direction} muted={muted} />
      <PostsBlock report={report} words={words} direction={direction} />
      <ReturningBlock report={report} words={words} />
      <Block
        title={words.text('moved_title')}
        aside={words.text('moved_start', { start: words.numbers.percent(report.audience.start) })}
      >
        {first.length > 0 ? (
          <SignalList signals={first} words={words} direction={direction} pointer={props.pointer} />
        ) : (
          <p class="note">{words.text('moved_none')}</p>
        )}
        {more > 0 && onOpenReport && <p class="more small">{words.count('moved_more', more)}</p>}
      </Block>
      {report.explanations.length > 0 && (
        <Block title={words.text('explanations_title')}>
          <ExplanationList
            explanations={leading(report.explanations, MOST_EXPLANATIONS)}
            words={words}
            direction={direction}
          />
        </Block>
      )}
      <section class="block">
        <EvidenceMeter
          read={report.read}
          words={words}
          direction={direction}
          hide={audienceHasFigure(report) ? undefined : 'audience'}
        />
      </section>
      {(report.cautions.length > 0 || missing.length > 0) && (
        <section class="block">
          <Limits cautions={report.cautions} missing={missing} words={words} />
        </section>
      )}
      {onOpenReport && (
        <div class="actions">
          <button type="button" class="primary" onClick={onOpenReport}>
            <Icon name="report" size={15} />
            {words.text('full_report')}
          </button>
        </div>
      )}
      <footer>
        <p class="reading">
          <Icon name="lock" size={13} />
          <span>
            {readText(report.read, words)} {words.text('footer_private')}
          </span>
        </p>
        <p>{words.text('closing')}</p>
      </footer>
    </>
  );
}

type PartProps = { report: Report; words: Words; direction: 'ltr' | 'rtl'; muted: boolean };

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

function AudienceBlock({ report, words, direction, muted }: PartProps) {
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

function PostsBlock({ report, words, direction }: Omit<PartProps, 'muted'>) {
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

function ReturningBlock({ report, words }: { report: Report; words: Words }) {
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

function Block({ title, aside, children }: { title: string; aside?: ComponentChildren; children: ComponentChildren }) {
  return (
    <section class="block">
      <div class="row">
        <h2>{title}</h2>
        {aside && <span class="small">{aside}</span>}
      </div>
      {children}
    </section>
  );
}
