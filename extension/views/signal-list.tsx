/** @jsxImportSource preact */
/** The signals: what was seen, what is typical, the signed effect and how strong the evidence is. */
import type { Signal } from '../.generated/report';
import type { Words } from './words';

type Unit = Signal['seen']['unit'];
const counted = {
  posts: 'unit_posts',
  comments: 'unit_comments',
  people: 'unit_people',
  readings: 'unit_readings',
  days: 'unit_days',
} as const;
const countedOf = { posts: 'of_posts', comments: 'of_comments', people: 'of_people' } as const;

/**
 * "17 of 60 comments", "41 %", "2.1 a week": the figure in the words of its unit.
 * @param named    the noun stands beside it already: "17 of 60"
 * @param typical  what stands beside it: both are written alike
 */
export function seenText(seen: Signal['seen'], words: Words, named = false, typical?: Signal['typical']): string {
  const { value, of, unit } = seen;
  if (of !== undefined) {
    const key = !named && unit in countedOf ? countedOf[unit as keyof typeof countedOf] : undefined;
    return key
      ? words.count(key, of, { value: words.numbers.count(value) })
      : words.text('of_any', { value: valueText(value, unit, value, words), of: words.numbers.count(of) });
  }
  if (unit === 'days' && value >= 730) return words.count('unit_years', Math.floor(value / 365.25));
  if (unit in counted) return words.count(counted[unit as keyof typeof counted], value);
  return valueText(value, unit, largestOf(seen, typical), words);
}

const largestOf = ({ value }: Signal['seen'], typical?: Signal['typical']) =>
  Math.max(...[value, typical?.low ?? 0, typical?.high ?? 0].map(Math.abs));

/** "0–6", "25–60 %": the ends in the same unit, without its noun, which the seen value names. */
export function typicalText(signal: Pick<Signal, 'seen' | 'typical'>, words: Words): string | undefined {
  const { typical, seen } = signal;
  if (!typical) return undefined;
  const end = (value: number) => valueText(value, seen.unit, largestOf(seen, typical), words);
  const [low, high] = [end(typical.low), end(typical.high)];
  return low === high ? low : words.numbers.range(low, high);
}

/** @param largest decides between per cent and multiples for ratios, so that both ends of a range are written alike */
function valueText(value: number, unit: Unit, largest: number, words: Words): string {
  switch (unit) {
    case 'share':
    case 'spread':
      return words.numbers.percent(value);
    case 'ratio':
      return largest <= 1.5
        ? words.numbers.percent(value)
        : words.text('unit_times', { value: words.numbers.plain(value) });
    case 'per_week':
      return words.text('unit_per_week', { value: words.numbers.plain(value) });
    case 'correlation':
      return words.numbers.plain(Math.round(value * 100) / 100);
    case 'multiple':
      return words.numbers.plain(value);
    default:
      return words.numbers.count(value);
  }
}

/** "−14 points" of the audience's share, "−11 % engagement". */
export function effectText(signal: Signal, words: Words): string {
  return signal.on === 'audience'
    ? words.count('effect_audience', Math.abs(Math.round(signal.effect * 100)), {
        points: words.numbers.points(signal.effect),
      })
    : words.text('effect_engagement', { change: words.numbers.change(signal.effect) });
}

/** Signals with evidence behind them, the strongest first: by how far each moves the odds. */
export function strongest(signals: readonly Signal[]): Signal[] {
  return signals
    .filter((signal) => signal.strength > 0 || signal.effect !== 0)
    .sort((a, b) => Math.abs(b.logOdds) - Math.abs(a.logOdds) || Math.abs(b.effect) - Math.abs(a.effect));
}

/** Weak evidence gets no colour: a small doubt must not look like a finding. */
export function toneOf(signal: Signal): 'lowers' | 'raises' | 'weak' {
  return signal.strength < 2 || signal.effect === 0 ? 'weak' : signal.effect < 0 ? 'lowers' : 'raises';
}

/** ●●○ */
export function Strength({ strength, words }: { strength: number; words: Words }) {
  const level = Math.min(Math.max(Math.round(strength), 0), 3) as 0 | 1 | 2 | 3;
  return (
    <svg class="strength" width="26" height="8" role="img" aria-label={words.text(`strength_${level}`)}>
      {[0, 1, 2].map((dot) => (
        <circle key={dot} class={dot < level ? 'full' : 'empty'} cx={4 + dot * 9} cy="4" r="3" />
      ))}
    </svg>
  );
}

/** A bar from the middle towards the side that the signal moves the estimate; `full` is the effect that fills a half. */
export function EffectBar({
  signal,
  full,
  width,
  direction,
}: {
  signal: Signal;
  full: number;
  width: number;
  direction: 'ltr' | 'rtl';
}) {
  const { effect } = signal;
  const half = width / 2;
  const length = full > 0 ? Math.min(Math.abs(effect) / full, 1) * (half - 2) : 0;
  const towardsEnd = effect > 0 === (direction === 'ltr');
  return (
    <svg class="effect-bar" viewBox={`0 0 ${width} 12`} width={width} height="12" aria-hidden="true">
      <rect class="rail" x="0" y="5" width={width} height="2" rx="1" />
      <path class="zero" d={`M${half} 0V12`} />
      {length > 0 && (
        <rect class={toneOf(signal)} x={towardsEnd ? half : half - length} y="2" width={length} height="8" rx="2" />
      )}
    </svg>
  );
}
