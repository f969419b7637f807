/** @jsxImportSource preact */
/**
 * The place among peers: their middle 80 % as a band, this account as a dot with the range of its usual post. Each ratio
 * has one fixed logarithmic scale, so that the band keeps its place from profile to profile.
 */
import type { Report } from '../.generated/report';
import type { Missing } from '../.generated/snapshot';
import { placeText } from './fact';
import { Icon } from './icons';
import { isPlaced, lacksDates } from './standing';
import type { Words } from './words';

type Position = NonNullable<Report['position']>;

type Ends = readonly [number, number];

/** Ends of the scales: every published band lies between them, and so do accounts far from it. */
const scales: Record<Position['of'], Ends> = {
  perFollower: [0.0002, 2],
  perView: [0.001, 1],
  viewsPerFollower: [0.001, 20],
};
/** Where few of very many followers ever answer, the other scale's end is in the midst of the band. */
const SPARSE: Ends = [1e-7, 0.02];

/** The one scale of a ratio; of two for a share of the followers, by the band's low end. */
export const peerScale = (of: Position['of'], bandLow: number): Ends =>
  of === 'perFollower' && bandLow < 0.0003 ? SPARSE : scales[of];

const WIDTH = 328;
const INSET = 6;

/** Place of a value on its scale, px from the reading side's start; what lies beyond an end stands at it. */
export function alongScale([low, high]: Ends, value: number, width = WIDTH): number {
  const share = value > 0 ? Math.log(value / low) / Math.log(high / low) : 0;
  return INSET + Math.min(Math.max(share, 0), 1) * (width - 2 * INSET);
}

export interface PeersProps {
  report: Report;
  missing?: readonly Missing[];
  words: Words;
  direction: 'ltr' | 'rtl';
}

/** The sentence, the bar and whose the band is; one sentence alone where nobody has published a figure. */
export function Peers({ report, missing = [], words, direction }: PeersProps) {
  const { position } = report;
  if (!position)
    return report.read.postsUsed > 0 ? (
      <p class="peers note">
        {words.text(
          !report.followers
            ? 'peers_no_followers'
            : missing.some(({ field }) => field === 'posts[].kind')
              ? 'peers_one_list'
              : 'peers_none',
        )}
      </p>
    ) : null;
  const unsure = !isPlaced(report);
  const far = !unsure && (position.place === 'far_below' || position.place === 'far_above');
  const sentence = unsure
    ? words.text(lacksDates(report) ? 'peers_no_dates' : 'peers_unsure')
    : placeText(report, position, words);
  return (
    <div class={`peers${unsure ? ' unsure' : ''}`}>
      <p class={`says${far ? ' far' : ''}`}>
        {far && <Icon name={position.place === 'far_below' ? 'low' : 'question'} size={14} />}
        <span>{sentence}</span>
      </p>
      <PeerBar position={position} label={`${sentence}. ${bandText(report, position, words)}`} direction={direction} />
      <p class="band-name small">
        <svg class="icon peer-bar" width="14" height="8" aria-hidden="true">
          <rect class="peer-band" x=".5" y=".5" width="13" height="7" rx="2.5" />
        </svg>
        <span>{bandText(report, position, words)}</span>
      </p>
      {far && <p class="note">{noteText(position, words)}</p>}
    </div>
  );
}

function noteText({ of, place }: Position, words: Words): string {
  if (place === 'far_above') return words.text('peers_high_note');
  return words.text(of === 'viewsPerFollower' ? 'peers_low_views_note' : 'peers_low_note');
}

/** A ratio as it is written beside its scale. */
function valueText(of: Position['of'], value: number, words: Words): string {
  return of === 'viewsPerFollower' ? words.numbers.plain(value) : words.numbers.percent(value);
}

function bandText(report: Report, { of, typical, whose }: Position, words: Words): string {
  const range = words.numbers.range(valueText(of, typical.low, words), valueText(of, typical.high, words));
  return words.text(whose === 'visited' ? 'peers_band_visited' : 'peers_band', {
    platform: words.text(`platform_${report.platform}`),
    typical: of === 'viewsPerFollower' ? words.text('value_per_follower', { ratio: range }) : range,
  });
}

export interface PeerBarProps {
  position: Position;
  label: string;
  direction: 'ltr' | 'rtl';
  /** px; a bar in a table's cell is short. */
  width?: number;
}

export function PeerBar({ position: { of, shown, typical }, label, direction, width = WIDTH }: PeerBarProps) {
  const ends = peerScale(of, typical.low);
  const along = (value: number) => alongScale(ends, value, width);
  const at = (value: number) => (direction === 'rtl' ? width - along(value) : along(value));
  const span = (low: number, high: number) => {
    const [from, to] = [at(low), at(high)];
    return { x: round(Math.min(from, to)), width: round(Math.max(Math.abs(to - from), 1)) };
  };
  const outside = shown.mid < typical.low || shown.mid > typical.high;
  const [from, to, dot] = [at(shown.low), at(shown.high), at(shown.mid)].map(round) as [number, number, number];
  const whisker = `M${from} 10H${to}M${from} 6v8M${to} 6v8`;
  return (
    <svg class="peer-bar" viewBox={`0 0 ${width} 20`} width="100%" role="img" aria-label={label}>
      <rect class="rail" y="9" width={width} height="2" rx="1" />
      <rect class="peer-band" {...span(typical.low, typical.high)} y="3" height="14" rx="4" />
      <path class="halo" d={whisker} />
      <path class="whisker" d={whisker} />
      {outside ? (
        <path class="here" d={`M${dot} 3.5l6.5 6.5l-6.5 6.5l-6.5 -6.5z`} />
      ) : (
        <circle class="here" cx={dot} cy="10" r="5" />
      )}
    </svg>
  );
}

const round = (value: number) => Math.round(value * 10) / 10;
