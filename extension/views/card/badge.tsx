/** @jsxImportSource preact */
/** Five seconds: the verdict's mark, the range bar, real engagements a post with the range, their share of the followers. */
import type { Report } from '../../.generated/report';
import { Icon } from '../icons';
import { RangeBar } from '../range-bar';
import { headline, viewsOnly } from '../summary';
import type { Words } from '../words';
import type { OverlayState } from './state';

export interface BadgeProps {
  state: OverlayState;
  words: Words;
  direction: 'ltr' | 'rtl';
  open: boolean;
  mini: boolean;
  placed: boolean;
  /** A click leads to the report in a tab, not to the card. */
  leadsAway?: boolean;
  onToggle(event: Event): void;
}

export function Badge(props: BadgeProps) {
  const { state, words, direction, open, mini, placed, leadsAway, onToggle } = props;
  const classes = ['badge', mini && 'mini', !placed && 'unplaced'].filter(Boolean).join(' ');
  return (
    <button
      type="button"
      class={classes}
      aria-haspopup={leadsAway ? undefined : 'dialog'}
      aria-expanded={leadsAway ? undefined : open}
      tabIndex={placed ? 0 : -1}
      onClick={onToggle}
    >
      <span class="badge-ghost" aria-hidden="true">
        <Ghost words={words} />
      </span>
      <span class="badge-line">
        <span class="visually-hidden">{spokenVerdict(state, words)} </span>
        <Line state={state} words={words} direction={direction} />
        <span class="visually-hidden"> {spokenRest(props)}</span>
      </span>
    </button>
  );
}

/** Before the figures, for those who hear them: the name and the verdict that the mark shows. */
function spokenVerdict(state: OverlayState, words: Words): string {
  return state.kind === 'report'
    ? `${words.text('brand')}: ${words.text(`verdict_${state.report.verdict}`)}.`
    : `${words.text('brand')}:`;
}

/** After the figures: whose share the last one is, and what the button does. */
function spokenRest({ state, words }: BadgeProps): string {
  const followers =
    state.kind === 'report' &&
    state.report.verdict !== 'not_enough' &&
    headline(state.report, words)?.ofFollowers &&
    state.report.followers;
  return `${followers ? words.text('badge_of_followers', { followers: words.numbers.shown(followers) }) : ''}. ${words.text('badge_open')}`;
}

/** The widest figures of the usual kind, unseen: the badge has its final width before anything is known. */
function Ghost({ words }: { words: Words }) {
  const longest = (texts: string[]) => texts.reduce((a, b) => (b.length > a.length ? b : a));
  const { estimate, percent } = words.numbers;
  const real = longest([8888, 888_888, 8_800_000].map(estimate));
  const range = longest(
    [
      [8700, 8888],
      [877_777, 888_888],
    ].map(([low, high]) => words.numbers.range(estimate(low!), estimate(high!))),
  );
  return (
    <>
      <span class="mark">
        <Icon name="not_enough" size={14} />
      </span>
      <svg class="range-bar" width="44" height="8" />
      <span class="figure">{words.text('badge_real', { real })}</span>
      <span class="range">
        {range} · ≈{longest([0.088, 0.00088].map(percent))}
      </span>
    </>
  );
}

function Line({ state, words, direction }: { state: OverlayState; words: Words; direction: 'ltr' | 'rtl' }) {
  if (state.kind === 'reading')
    return (
      <>
        <span class="bone round" />
        <span class="bone bar" />
        <span class="bone text" />
        <span class="visually-hidden">{words.text('badge_reading')}</span>
      </>
    );
  if (state.kind === 'refusal') {
    return (
      <>
        <span class="mark not_enough">
          <Icon name="not_enough" size={14} />
        </span>
        <span class="figure grey">{words.text('badge_refusal')}</span>
      </>
    );
  }
  const { report } = state;
  return (
    <>
      <span class={`mark ${report.verdict}`}>
        <Icon name={report.verdict} size={14} />
      </span>
      <BadgeBar report={report} direction={direction} />
      <Figures report={report} words={words} />
    </>
  );
}

function Figures({ report, words }: { report: Report; words: Words }) {
  if (report.verdict === 'not_enough') {
    const next = nextStep(report, words);
    return (
      <span class="figure grey">
        {words.text('verdict_not_enough')}
        {next && ` · ${next}`}
      </span>
    );
  }
  const parts = headline(report, words);
  if (!parts) {
    const views = viewsOnly(report, words);
    return (
      <span class="figure grey">
        {views === undefined ? words.text('headline_none') : words.text('badge_views_only', { shown: views })}
      </span>
    );
  }
  const share = report.engagement?.perFollower?.real;
  return (
    <>
      <span class="figure">{words.text('badge_real', { real: parts.real })}</span>{' '}
      <span class="range">
        {parts.range}
        {share && ` · ≈${words.numbers.percent(share.mid)}`}
      </span>
    </>
  );
}

/** What to open next, in two or three words. */
function nextStep(report: Report, words: Words): string | undefined {
  const [first] = report.read.narrow;
  if (!first) return undefined;
  switch (first.action) {
    case 'open_posts':
      return words.count('badge_open_posts', first.count);
    case 'scroll_posts':
      return words.count('badge_scroll_posts', first.count);
    case 'open_followers':
      return words.text('badge_open_followers');
    case 'revisit':
      return words.text('badge_revisit');
  }
}

function BadgeBar({ report, direction }: { report: Report; direction: 'ltr' | 'rtl' }) {
  const perPost = report.engagement?.perPost;
  const muted = report.verdict === 'not_enough';
  return perPost ? (
    <RangeBar
      id="badge"
      size="badge"
      rail={Math.max(perPost.shown.mid, perPost.real.high)}
      interval={perPost.real}
      muted={muted}
      direction={direction}
    />
  ) : (
    <RangeBar
      id="badge"
      size="badge"
      rail={1}
      interval={report.audience.share}
      muted={muted}
      wide
      direction={direction}
    />
  );
}
