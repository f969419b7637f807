/** @jsxImportSource preact */
/** From the starting point through each signal and their overlap to the estimate, every row with what was seen. */
import type { Report, Signal } from '../../.generated/report';
import { EffectBar, effectText, Strength, seenText, strongest, toneOf, typicalText } from '../signal-list';
import type { Words } from '../words';

interface Props {
  report: Report;
  words: Words;
  direction: 'ltr' | 'rtl';
}

export function Waterfall({ report, words, direction }: Props) {
  const signals = strongest(report.signals);
  const audience = signals.filter((signal) => signal.on === 'audience');
  const engagement = signals.filter((signal) => signal.on === 'engagement');
  const full = Math.max(0.02, ...signals.map((signal) => Math.abs(signal.effect)));
  const rows = (list: Signal[]) =>
    list.map((signal) => <Row key={signal.id} signal={signal} full={full} words={words} direction={direction} />);
  return (
    <table class="waterfall">
      <thead>
        <tr>
          <th scope="col">{words.text('column_signal')}</th>
          <th scope="col">{words.text('column_seen')}</th>
          <th scope="col">{words.text('column_typical')}</th>
          <th scope="col" class="effect">
            {words.text('column_effect')}
          </th>
          <th scope="col">{words.text('column_evidence')}</th>
        </tr>
      </thead>
      {(audience.length > 0 || report.audience.moved) && (
        <tbody>
          <Edge
            title={words.text('waterfall_start')}
            text={words.text('waterfall_start_note')}
            figure={words.numbers.percent(report.audience.start)}
          />
          {rows(audience)}
          <Edge
            title={words.text('waterfall_remainder')}
            text={words.text('waterfall_remainder_note')}
            figure={words.numbers.points(report.audience.remainder)}
          />
          <Edge
            title={words.text('waterfall_estimate')}
            text={words.text('waterfall_estimate_note')}
            figure={estimateText(report, words)}
          />
        </tbody>
      )}
      {engagement.length > 0 && (
        <tbody>
          <tr class="group">
            <th scope="rowgroup" colSpan={5}>
              {words.text('waterfall_engagement')}
            </th>
          </tr>
          {rows(engagement)}
        </tbody>
      )}
    </table>
  );
}

/** The share with its range; the range alone where what was read has not moved it. */
function estimateText(report: Report, words: Words): string {
  const { share } = report.audience;
  const range = words.numbers.range(words.numbers.percent(share.low), words.numbers.percent(share.high));
  return report.audience.moved ? `≈${words.numbers.percent(share.mid)} (${range})` : range;
}

function Edge({ title, text, figure }: { title: string; text: string; figure: string }) {
  return (
    <tr class="edge">
      <th scope="row">{title}</th>
      <td>{text}</td>
      <td />
      <td class="effect">
        <b>{figure}</b>
      </td>
      <td />
    </tr>
  );
}

function Row({
  signal,
  full,
  words,
  direction,
}: {
  signal: Signal;
  full: number;
  words: Words;
  direction: 'ltr' | 'rtl';
}) {
  const typical = typicalText(signal, words);
  return (
    <tr>
      <th scope="row">{words.text(`signal_${signal.id}_name`)}</th>
      <td>{words.text(`signal_${signal.id}_seen`, { seen: seenText(signal.seen, words, false, signal.typical) })}</td>
      <td class="quiet">
        {typical && (
          <>
            <span class="label">{words.text('column_typical')}: </span>
            {typical}
          </>
        )}
      </td>
      <td class="effect">
        <span class={toneOf(signal)}>{effectText(signal, words)}</span>
        <EffectBar signal={signal} full={full} width={96} direction={direction} />
      </td>
      <td class="dots">
        <Strength strength={signal.strength} words={words} />
      </td>
    </tr>
  );
}
