/** @jsxImportSource preact */
/** Five seconds: a mark, what the page shows of a post, and its place among peers or what is to be asked. */
import type { Report } from '../../.generated/report';
import { factOf, figureText, placedFact, placeText, shortRatio } from '../fact';
import { Icon } from '../icons';
import { OwnMark } from '../own-mark';
import { fewText, isPlaced, markOf, saysOf, standingText } from '../standing';
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
  /** The person's own. */
  mark?: string;
  onToggle(event: Event): void;
}

export function Badge(props: BadgeProps) {
  const { state, words, open, mini, placed, leadsAway, onToggle } = props;
  const reading = state.kind === 'reading';
  const classes = ['badge', mini && 'mini', reading && 'reading', !placed && 'unplaced'].filter(Boolean).join(' ');
  return (
    <button
      type="button"
      class={classes}
      aria-haspopup={leadsAway ? undefined : 'dialog'}
      aria-expanded={leadsAway ? undefined : open}
      tabIndex={placed ? 0 : -1}
      onClick={onToggle}
    >
      {reading && <Ghosts words={words} />}
      <span class="badge-line">
        <span class="visually-hidden">{spokenFirst(state, words)} </span>
        <Line state={state} words={words} />
        <span class="visually-hidden"> {spokenLast(state, words)}</span>
      </span>
      <OwnMark {...props} />
    </button>
  );
}

/** Before the figures, for those who hear them: the name, and the words of the mark. */
function spokenFirst(state: OverlayState, words: Words): string {
  return state.kind === 'report'
    ? `${words.text('named_value', { name: words.text('brand'), value: standingText(state.report, words) })}.`
    : `${words.text('brand')}:`;
}

/** After the figures: the place in a whole sentence, what is old, and what the button does. */
function spokenLast(state: OverlayState, words: Words): string {
  const report = state.kind === 'report' ? state.report : undefined;
  const fresh = report?.fresh;
  return [
    '',
    report?.position && isPlaced(report) && `${placeText(report, report.position, words)}.`,
    fresh?.stale && `${words.text('fact_newest', { ago: words.numbers.ago(fresh.days) })}.`,
    words.text('badge_open'),
  ]
    .filter((part) => part !== false && part !== undefined)
    .join(' ');
}

/** The widest texts of the usual kind, unseen: the skeleton is given a spot that has room for any answer. */
function Ghosts({ words }: { words: Words }) {
  const { count, percent, ago } = words.numbers;
  const figure = words.text('badge_per_post', { value: count(8888) });
  const texts: readonly BadgeParts[] = [
    { mark: 'plain', figure, rest: percent(0.0088), says: words.text('place_far_below'), loud: true },
    { mark: 'plain', figure, rest: percent(0.0088), says: words.text('badge_unusual'), loud: true },
    { mark: 'plain', figure, rest: ago(240), says: words.text('place_typical') },
    { mark: 'plain', rest: words.text('badge_refusal') },
  ];
  return (
    <>
      {texts.map((parts) => (
        <span key={`${parts.rest} ${parts.says}`} class="badge-ghost" aria-hidden="true">
          <Parts {...parts} />
        </span>
      ))}
    </>
  );
}

function Line({ state, words }: { state: OverlayState; words: Words }) {
  if (state.kind === 'reading')
    return (
      <>
        <span class="bone round" />
        <span class="bone text" />
        <span class="bone text" />
        <span class="visually-hidden">{words.text('badge_reading')}</span>
      </>
    );
  if (state.kind === 'refusal') return <Parts mark="unread" rest={words.text('badge_refusal')} />;
  return <Parts {...badgeParts(state.report, words)} />;
}

export interface BadgeParts {
  mark: Parameters<typeof Icon>[0]['name'];
  /** In bold, and in the mini badge alone. */
  figure?: string;
  rest?: string;
  /** The rest is a caution. */
  old?: boolean;
  says?: string;
  /** What it says is asked about. */
  loud?: boolean;
}

/** Widths of a Latin letter that have room beside the mark; a letter of another script may take two. */
const ROOM = 25;
const lengthOf = (text = '') => [...text].reduce((sum, letter) => sum + (letter > '\u2e80' ? 1.9 : 1), 0);

/** The badge's words: a finding or the place among peers, and the ratio, or how old all this is, where that has room. */
export function badgeParts(report: Report, words: Words): BadgeParts {
  const mark = markOf(report);
  const says = saysOf(report, words);
  const fact = says?.place ? placedFact(report, words) : factOf(report, words);
  // A finding is told though no post was read.
  if (!fact && says?.loud) return { mark, says: says.text, loud: true };
  if (!fact) return { mark, rest: words.text(mark === 'few' ? 'verdict_not_enough' : 'headline_none') };
  const figure = figureText(fact, words);
  const { fresh } = report;
  const placed = isPlaced(report);
  const old = placed && fresh?.stale;
  const rest = !placed ? fewText(report, words) : old ? words.numbers.ago(fresh.days) : shortRatio(report, fact, words);
  const fits = lengthOf(figure) + lengthOf(rest) + lengthOf(says?.text) <= ROOM;
  // What is old is a caution: before it goes, a place that nobody would ask about does.
  const kept = fits || !(old && says && !says.loud) ? says : undefined;
  return {
    mark,
    figure,
    rest: fits || kept === undefined ? rest : undefined,
    old,
    says: kept?.text,
    loud: kept?.loud,
  };
}

function Parts({ mark, figure, rest, old, says, loud }: BadgeParts) {
  return (
    <>
      <span class={`mark is-${mark}`}>
        <Icon name={mark} size={14} />
      </span>
      {figure && <b class="figure">{figure}</b>} {rest && <span class={old ? 'rest old' : 'rest'}>{rest}</span>}{' '}
      {says && <span class={loud ? `says is-${mark}` : 'says quiet'}>{says}</span>}
    </>
  );
}
