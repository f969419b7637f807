/** @jsxImportSource preact */
/** Two to four creators on common scales. */
import type { ComponentChildren } from 'preact';
import { toldCost } from '../../views/report/fee';
import { ticksBetween } from '../../views/report/posts-figure';
import { questionTexts } from '../../views/report/questions';
import type { Words } from '../../views/words';
import { OverlapTable } from '../overlap';
import { ChecksCell } from './cells';
import {
  type CostUnit,
  costsOf,
  type Difference,
  difference,
  type Figure,
  realEngagements,
  usualEngagements,
  usualViews,
} from './costs';
import { nameOf, type Row, reportOf } from './row';

/** Of a column of figures: no one number asks for its form. */
const MANY = 10_000;

const WIDTH = 170;
const INSET = 7;
/** Between the middles of two names under a scale, px at least. */
const NAMED = 44;

interface Scale {
  low: number;
  high: number;
  /** Of the lines that are named under the column. */
  ticks: number[];
  logarithmic: boolean;
}

/** One scale for all figures of a column, with some room at its ends. */
function scaleOf(figures: readonly (Figure | undefined)[]): Scale | undefined {
  const ends = figures.flatMap((one) =>
    one && one.mid > 0 ? [one.range?.low ?? one.mid, one.range?.high ?? one.mid] : [],
  );
  if (ends.length === 0) return undefined;
  const low = Math.max(Math.min(...ends) / 1.3, Number.MIN_VALUE);
  const high = Math.max(...ends) * 1.3;
  const ticks = ticksBetween(low, high);
  return {
    low,
    high,
    ticks: ticks.length > 3 ? [ticks[0]!, ticks[ticks.length >> 1]!, ticks.at(-1)!] : ticks,
    logarithmic: true,
  };
}

const PERCENT: Scale = { low: 0, high: 100, ticks: [0, 50, 100], logarithmic: false };

function placer({ low, high, logarithmic }: Scale, direction: 'ltr' | 'rtl'): (value: number) => number {
  const share = (value: number) =>
    logarithmic ? Math.log(Math.max(value, low) / low) / Math.log(high / low) : (value - low) / (high - low);
  return (value) => {
    const along = INSET + Math.min(Math.max(share(value), 0), 1) * (WIDTH - 2 * INSET);
    return Math.round((direction === 'rtl' ? WIDTH - along : along) * 10) / 10;
  };
}

interface BarProps {
  figure: Figure;
  scale: Scale;
  label: string;
  direction: 'ltr' | 'rtl';
  /** The middle 80 % of peers. */
  band?: true;
}

function ScaleBar({ figure, scale, label, direction, band }: BarProps) {
  const at = placer(scale, direction);
  const dot = at(figure.mid);
  const [from, to] = figure.range ? [at(figure.range.low), at(figure.range.high)] : [dot, dot];
  const [start, end] = [at(10), at(90)];
  const whisker = `M${from} 10H${to}M${from} 6v8M${to} 6v8`;
  return (
    <svg class="peer-bar" viewBox={`0 0 ${WIDTH} 20`} width="100%" role="img" aria-label={label}>
      <rect class="rail" y="9" width={WIDTH} height="2" rx="1" />
      {band && (
        <rect class="peer-band" x={Math.min(start, end)} width={Math.abs(end - start)} y="3" height="14" rx="4" />
      )}
      {figure.range && <path class="halo" d={whisker} />}
      {figure.range && <path class="whisker" d={whisker} />}
      <circle class="here" cx={dot} cy="10" r="5" />
    </svg>
  );
}

interface Column {
  id: string;
  name: string;
  note: string;
  figures: (Figure | undefined)[];
  scale: Scale | undefined;
  show(value: number): string;
  band?: true;
}

function columnsOf(chosen: readonly Row[], words: Words): Column[] {
  const { estimate, count } = words.numbers;
  const reports = chosen.map(reportOf);
  const costs = chosen.map(costsOf);
  const [first] = costs.flatMap((one) => one ?? []);
  // Costs in another money stand on no common scale.
  const alike = costs.every((one) => one === undefined || one.currency === first?.currency);
  const columnOf = (id: string, name: string, note: string, figures: (Figure | undefined)[], show: Column['show']) => ({
    id,
    name,
    note,
    figures,
    scale: scaleOf(figures),
    show,
  });
  const places = reports.map((report) => {
    const place = report?.position?.percentile;
    return place && { mid: 100 * place.mid, range: { low: 100 * place.low, high: 100 * place.high } };
  });
  const pay = (value: number) => words.numbers.money(toldCost(value), first?.currency ?? '');
  return [
    {
      ...columnOf('peers', words.text('list_compare_peers'), words.text('list_compare_band'), places, count),
      scale: PERCENT,
      band: true as const,
    },
    columnOf(
      'engagements',
      words.text('list_compare_engagements'),
      words.text('list_compare_engagements_note'),
      reports.map((report) => report && (realEngagements(report) ?? usualEngagements(report))),
      estimate,
    ),
    columnOf(
      'views',
      words.text('check_views'),
      words.count('fact_views', MANY),
      reports.map((report) => report && usualViews(report)),
      estimate,
    ),
    ...(alike
      ? (['engagement', 'views'] as const).map((unit) =>
          columnOf(
            `cost-${unit}`,
            words.text(unit === 'engagement' ? 'fee_per_engagement' : 'list_cost_views'),
            words.text('list_compare_fee'),
            costs.map((one) => one?.[unit]),
            pay,
          ),
        )
      : []),
  ].filter(({ figures }) => figures.some((one) => one !== undefined));
}

export function Compare({ chosen, words, onClose }: { chosen: readonly Row[]; words: Words; onClose(): void }) {
  const columns = columnsOf(chosen, words);
  return (
    <section class="drawer" aria-labelledby="compare-title">
      <header>
        <h2 id="compare-title">{words.text('list_compare', { n: words.numbers.count(chosen.length) })}</h2>
        <span class="hush">{words.text('list_compare_note')}</span>
        <button type="button" class="plain end" onClick={onClose}>
          {words.text('card_close')}
        </button>
      </header>
      <div class="compare-frame">
        <table class="compare">
          <thead>
            <tr>
              <th scope="col">{words.text('list_column_creator')}</th>
              {columns.map(({ id, name, note }) => (
                <th key={id} scope="col">
                  {name}
                  <small>{note}</small>
                </th>
              ))}
              <th scope="col">{words.text('report_checked_title')}</th>
              <th scope="col">{words.text('list_compare_question')}</th>
            </tr>
          </thead>
          <tbody>
            {chosen.map((row, index) => (
              <CompareRow key={row.creator.key} row={row} index={index} columns={columns} words={words} />
            ))}
            <tr class="scales">
              <td />
              {columns.map(({ id, scale, show }) => (
                <td key={id}>{scale && <Ticks scale={scale} show={show} direction={words.direction} />}</td>
              ))}
              <td />
              <td />
            </tr>
          </tbody>
        </table>
      </div>
      <Sentences chosen={chosen} words={words} />
      <OverlapTable creators={chosen.map(({ creator }) => creator)} words={words} />
    </section>
  );
}

function Ticks({ scale, show, direction }: { scale: Scale; show(value: number): string; direction: 'ltr' | 'rtl' }) {
  const at = placer(scale, direction);
  // Names that would touch the one before give way.
  const shown = scale.ticks.filter(
    (tick, index, all) => index === 0 || Math.abs(at(tick) - at(all[index - 1] ?? 0)) > NAMED,
  );
  return (
    <svg class="scale-ticks" viewBox={`0 0 ${WIDTH} 14`} width="100%" aria-hidden="true">
      {shown.map((tick) => {
        const x = at(tick);
        return (
          <text key={tick} x={x} y="11" text-anchor={x < 20 ? 'start' : x > WIDTH - 20 ? 'end' : 'middle'}>
            {show(tick)}
          </text>
        );
      })}
    </svg>
  );
}

function CompareRow({ row, index, columns, words }: { row: Row; index: number; columns: Column[]; words: Words }) {
  const { creator, entry } = row;
  const report = reportOf(row);
  const { shown, range } = words.numbers;
  const about = [
    words.text(`platform_${creator.platform}`),
    report?.followers && shown(report.followers),
    entry.fee && words.numbers.money(entry.fee.amount, entry.fee.currency),
  ].filter(Boolean);
  const [question] = report ? questionTexts(report, words) : [];
  const asked = report?.checks.some(({ state }) => state === 'question' || state === 'unusual');
  return (
    <tr>
      <th scope="row">
        <bdi>{nameOf(creator)}</bdi>
        <span class="sub">{about.join(' · ')}</span>
      </th>
      {columns.map(({ id, figures, scale, show, band }) => {
        const figure = figures[index];
        const ends = figure?.range && range(show(figure.range.low), show(figure.range.high));
        return (
          <td key={id}>
            {figure && scale ? (
              <>
                <Value>
                  <b>≈{show(figure.mid)}</b> <span class="hush">{ends}</span>
                </Value>
                <ScaleBar
                  figure={figure}
                  scale={scale}
                  band={band}
                  direction={words.direction}
                  label={words.list([`≈${show(figure.mid)}`, ends])}
                />
              </>
            ) : (
              <span class="hush">–</span>
            )}
          </td>
        );
      })}
      <td>{report && <ChecksCell report={report} words={words} />}</td>
      <td>{asked && question ? question : <span class="hush">{words.text('evidence_none')}</span>}</td>
    </tr>
  );
}

const Value = ({ children }: { children: ComponentChildren }) => <span class="val">{children}</span>;

function differenceText(found: Difference, unit: CostUnit, words: Words): string {
  const of = words.text(unit === 'engagement' ? 'fee_per_engagement' : 'list_cost_views');
  if (found.kind === 'alike') {
    const names = new Intl.ListFormat(words.locale).format(found.rows.map(({ creator }) => nameOf(creator)));
    return words.text('list_alike', { names, of });
  }
  const times = words.numbers.range(words.numbers.plain(found.low), words.numbers.plain(found.high));
  return words.text('list_dearer', { name: nameOf(found.row.creator), than: nameOf(found.than.creator), times, of });
}

/** What the scales let be said, and what not. */
function Sentences({ chosen, words }: { chosen: readonly Row[]; words: Words }) {
  const texts = (['engagement', 'views'] as const).flatMap((unit) => {
    const found = difference(chosen, unit);
    return found ? [differenceText(found, unit, words)] : [];
  });
  const platforms = new Set(chosen.map(({ creator }) => creator.platform));
  if (platforms.size > 1) texts.push(words.text('list_not_alike'));
  return (
    <ul class="verdicts">
      {texts.map((text) => (
        <li key={text}>{text}</li>
      ))}
    </ul>
  );
}
