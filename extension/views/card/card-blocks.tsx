/** @jsxImportSource preact */
/** The card's parts that say a figure: the fact, and what of it is real where what was read has moved that. */
import type { Report } from '../../.generated/report';
import { factOf, ratioText, secondFact, whenText } from '../fact';
import { RangeBar } from '../range-bar';
import { audienceText, realFigure } from '../summary';
import type { Words } from '../words';

export type PartProps = { report: Report; words: Words; direction: 'ltr' | 'rtl' };

export function FactBlock({ report, words }: Omit<PartProps, 'direction'>) {
  const fact = factOf(report, words);
  if (!fact)
    return (
      <div class="fact">
        <p class="big grey">{words.text('headline_none')}</p>
      </div>
    );
  const ratio = ratioText(report, fact, words);
  const second = secondFact(report, words);
  return (
    <div class="fact">
      <p class="big">
        <span class="value">{fact.value}</span> {fact.name}
      </p>
      {ratio && <p class="ratio">{ratio}</p>}
      {second && <p class="ratio">{second}</p>}
      <p class={report.fresh?.stale ? 'when old' : 'when'}>{whenText(report, fact, words)}</p>
    </div>
  );
}

/** The estimate where what was read has moved it; else one sentence that says why there is none. */
export function RealBlock({ report, words, direction }: PartProps) {
  const audience = audienceText(report, words);
  const shown = report.engagement?.perPost;
  if (!shown && !audience) return null;
  return (
    <section class="real">
      {shown && <RealEngagement report={report} words={words} direction={direction} />}
      {audience && (
        <p class="audience">
          <b>{words.text('audience_title')}</b> <span>{audience}</span>
        </p>
      )}
    </section>
  );
}

export function RealEngagement({ report, words, direction }: PartProps) {
  const perPost = report.engagement?.perPost;
  const figure = realFigure(report, words);
  if (!perPost) return null;
  if (!figure) return <p class="note">{unmovedText(report, words)}</p>;
  const { estimate, count } = words.numbers;
  const [low, high] = [estimate(perPost.real.low), estimate(perPost.real.high)];
  const { real, shown, range, level } = figure;
  return (
    <>
      <p class="line">
        <b>{words.text('real_title')}</b>
        <span>
          <b>≈{real}</b> {words.text('real_of', { shown })}
        </span>
      </p>
      <RangeBar
        id="engagement"
        size="card"
        rail={Math.max(perPost.shown.mid, perPost.real.high)}
        interval={perPost.real}
        direction={direction}
        label={words.text('bar_engagement', { shown, mid: real, level, low, high })}
        axis={{ zero: count(0), low, high, rail: words.text('axis_shown', { value: shown }) }}
      />
      <p class="note">{words.text('headline_range', { range, level })}</p>
    </>
  );
}

/** Why no estimate is drawn. */
function unmovedText({ verdict, engagement }: Report, words: Words): string {
  const { low = 0, mid = 0, high = 0 } = engagement?.perPost?.shown ?? {};
  const shown = low === high ? words.numbers.count(mid) : words.numbers.estimate(mid);
  if (verdict === 'not_enough') return words.text('real_too_little', { shown });
  if (verdict !== 'clear' && verdict !== 'nothing_seen') return words.text('real_unknown', { shown });
  return words.text(engagement?.basis === 'comments' ? 'real_nothing_comments' : 'real_nothing', { shown });
}
