/** @jsxImportSource preact */
import { RangeBar } from '../range-bar';
import { Panel, type PartProps } from './panel';

/** What sponsored posts get beside the account's others; only where both kinds were read. */
export function Sponsored({ report, words }: PartProps) {
  const effect = report.sponsored?.effect;
  if (!effect) return null;
  const { percent, range } = words.numbers;
  const [low, high] = [percent(effect.low), percent(effect.high)];
  return (
    <Panel
      title={words.text('signal_sponsored_effect_name')}
      aside={<b>{words.text('sponsored_effect', { effect: percent(effect.mid) })}</b>}
    >
      <RangeBar
        id="sponsored"
        size="card"
        // The rail ends at what the others get, or beyond it where the sponsored ones may get more.
        rail={Math.max(1, effect.high)}
        interval={effect}
        direction={words.direction}
        label={words.text('sponsored_bar', { mid: percent(effect.mid), level: percent(effect.level), low, high })}
        axis={{ zero: percent(0), low, high, rail: percent(Math.max(1, effect.high)) }}
      />
      <p class="note">
        {words.text('sponsored_range', { range: range(low, high), level: percent(effect.level), same: percent(1) })}{' '}
        {words.text('sponsored_share', { share: percent(report.sponsored?.share ?? 0) })}
      </p>
    </Panel>
  );
}
