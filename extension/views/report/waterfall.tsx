/** @jsxImportSource preact */
/**
 * From the starting point through each signal and what they say together to the estimate, every row with what was seen.
 * Where what was read has not moved the estimate, neither it nor the point that all accounts start from is told.
 */
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
      {report.audience.moved ? (
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
            figure={estimateText(report.audience.share, words)}
          />
        </tbody>
      ) : (
        audience.length > 0 && (
          <tbody>
            {rows(audience)}
            <Edge title={words.text('waterfall_estimate')} text={words.text('waterfall_unmoved')} />
          </tbody>
        )
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

/** The share with its range. */
function estimateText({ low, mid, high }: Report['audience']['share'], words: Words): string {
  const range = words.numbers.range(words.numbers.percent(low), words.numbers.percent(high));
  return `≈${words.numbers.percent(mid)} (${range})`;
}

function Edge({ title, text, figure }: { title: string; text: string; figure?: string }) {
  return (
    <tr class="edge">
      <th scope="row">{title}</th>
      <td>{text}</td>
      <td />
      <td class="effect">{figure && <b>{figure}</b>}</td>
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
