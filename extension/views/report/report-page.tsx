/** @jsxImportSource preact */
/**
 * The report for the boss: every number with its source, the way from the starting point to the estimate, what could
 * explain it, what to ask, what could not be seen, and how to get the same result again. From the report alone.
 */
import type { ComponentChildren } from 'preact';
import type { Report } from '../../.generated/report';
import type { Missing } from '../../.generated/snapshot';
import { EvidenceMeter, NarrowList, readText } from '../evidence-meter';
import { ExplanationList } from '../explanation-list';
import { Icon, Logo } from '../icons';
import { missingTexts } from '../limits';
import { pageText } from '../page-text';
import { RangeBar, type RangeBarProps } from '../range-bar';
import { audienceHasFigure, basisText, headline, viewsOnly } from '../summary';
import { VerdictChip } from '../verdict-chip';
import type { Words } from '../words';
import { FeePanel } from './fee-panel';
import { Figures } from './figures';
import { CommentKinds, CommentLanguages } from './kinds';
import { PostsFigure } from './posts-figure';
import { questionTexts } from './questions';
import { Waterfall } from './waterfall';

export interface ReportPageProps {
  report: Report;
  missing?: readonly Missing[];
  words: Words;
  /** Currency of the fee calculator (ISO 4217), which only a living page has. */
  feeCurrency?: string;
  /** Print, save …: only in the living page, never in a saved file. */
  actions?: ComponentChildren;
}

export function ReportPage({ report, missing = [], words, feeCurrency, actions }: ReportPageProps) {
  const { direction } = words;
  const muted = report.verdict === 'not_enough';
  return (
    <main class="plumb report" dir={direction} lang={words.locale}>
      <header class="top">
        <span class="brand">
          <Logo size={22} />
          <b>{words.text('brand')}</b>
        </span>
        <span class="small">{words.text('report_title')}</span>
        <span class="fill" />
        {actions}
      </header>
      <section class="panel">
        <Who report={report} words={words} />
        <div class="lead">
          <div>
            <LeadFigure report={report} words={words} muted={muted} />
          </div>
          <aside>
            <VerdictChip verdict={report.verdict} words={words} />
            <p>{words.text(`verdict_${report.verdict}_long`)}</p>
            <EvidenceMeter read={report.read} words={words} direction={direction} />
          </aside>
        </div>
      </section>
      <Figures report={report} words={words} />
      <Audience report={report} words={words} muted={muted} />
      {(report.items.posts?.length ?? 0) > 0 && (
        <Panel
          title={words.text(report.engagement?.basis === 'views' ? 'posts_title_views' : 'report_posts_title')}
          aside={words.text('report_posts_scale', { basis: basisText(report, words) })}
        >
          <PostsFigure report={report} words={words} direction={direction} />
        </Panel>
      )}
      {report.signals.length > 0 && (
        <Panel title={words.text('moved_title')}>
          <Waterfall report={report} words={words} direction={direction} />
        </Panel>
      )}
      <div class="two">
        {report.explanations.length > 0 && (
          <Panel title={words.text('explanations_title')}>
            <ExplanationList
              explanations={[...report.explanations].sort((a, b) => b.weight - a.weight)}
              words={words}
              direction={direction}
            />
          </Panel>
        )}
        <Comments report={report} words={words} />
        {feeCurrency !== undefined && report.followers && (
          <Panel title={words.text('fee_title')}>
            <FeePanel report={report} words={words} currency={feeCurrency} />
          </Panel>
        )}
        <Questions report={report} words={words} />
        <Unseen report={report} missing={missing} words={words} />
      </div>
      <Method report={report} words={words} />
      <footer class="foot">
        <p>
          {readText(report.read, words)} {words.text('footer_private')}
        </p>
        <p>{words.text('closing')}</p>
      </footer>
    </main>
  );
}

interface PartProps {
  report: Report;
  words: Words;
  muted?: boolean;
}

function Who({ report, words }: PartProps) {
  const facts = [
    words.text(`platform_${report.platform}`),
    report.capturedAt && words.text('report_read_at', { moment: words.numbers.moment(report.capturedAt) }),
    report.followers && words.text('report_followers_shown', { followers: words.numbers.shown(report.followers) }),
  ].filter(Boolean);
  return (
    <div class="who">
      <h1>
        <bdi>@{pageText(report.handle)}</bdi>
      </h1>
      <p class="small numbers">{facts.join(' · ')}</p>
    </div>
  );
}

function LeadFigure({ report, words, muted }: PartProps) {
  const parts = headline(report, words);
  const perPost = report.engagement?.perPost;
  const views = viewsOnly(report, words);
  if (!parts || !perPost)
    return (
      <p class="big grey">
        {views === undefined ? words.text('headline_none') : words.text('headline_shown_only', { shown: views })}
      </p>
    );
  const [low, high] = [words.numbers.estimate(perPost.real.low), words.numbers.estimate(perPost.real.high)];
  return (
    <>
      <p class={`big${muted ? ' grey' : ''}`}>
        <span class="value">≈ {parts.real}</span> {words.text('headline_of_shown', { shown: parts.shown })}
      </p>
      <p class="sub">
        {words.text('headline_real', { basis: basisText(report, words) })} ·{' '}
        {words.text('headline_range', { range: parts.range, level: parts.level })}
        {parts.ofFollowers && ` · ${parts.ofFollowers}`}
      </p>
      <Bars
        id="engagement"
        rail={Math.max(perPost.shown.mid, perPost.real.high)}
        interval={perPost.real}
        muted={muted}
        direction={words.direction}
        label={words.text('bar_engagement', { shown: parts.shown, mid: parts.real, level: parts.level, low, high })}
        axis={{ zero: words.numbers.count(0), low, high, rail: words.text('axis_shown', { value: parts.shown }) }}
      />
      <BarLegend words={words} muted={muted} />
    </>
  );
}

/** The bar in the report's size, and in the card's where the page is as narrow as one: its labels stay readable. */
function Bars(props: Omit<RangeBarProps, 'size'>) {
  return (
    <>
      <div class="wide">
        <RangeBar {...props} size="report" id={`${props.id}-wide`} />
      </div>
      <div class="slim">
        <RangeBar {...props} size="card" id={`${props.id}-slim`} />
      </div>
    </>
  );
}

/** What solid, hatched and empty mean. */
function BarLegend({ words, muted }: { words: Words; muted?: boolean }) {
  const key = (kind: 'solid' | 'hatched' | 'empty') => (
    <svg class={`icon range-bar${muted ? ' muted' : ''}`} width="20" height="10" viewBox="0 0 20 10" aria-hidden="true">
      <rect class={kind === 'solid' ? 'solid' : kind === 'hatched' ? 'soft' : 'rail'} width="20" height="10" rx="3" />
      {kind === 'hatched' && <path class="hatch" d="M1 9L9 1M6 9.5L15 .5M12 9.5L19 2.5" stroke-width="2" />}
    </svg>
  );
  return (
    <p class="legend small">
      <span>
        {key('solid')}
        {words.text('legend_at_least')}
      </span>
      <span>
        {key('hatched')}
        {words.text('legend_could_be')}
      </span>
      <span>
        {key('empty')}
        {words.text('legend_unlikely')}
      </span>
    </p>
  );
}

function Audience({ report, words, muted }: PartProps) {
  const { share, people } = report.audience;
  const { estimate, percent, range, shown, count } = words.numbers;
  const followers = report.followers && shown(report.followers);
  if (followers === undefined) return null;
  if (audienceHasFigure(report) && people) {
    const [low, high] = [estimate(people.low), estimate(people.high)];
    return (
      <Panel
        title={words.text('audience_title')}
        aside={<b>{words.text('audience_people', { people: estimate(people.mid) })}</b>}
      >
        <Bars
          id="audience"
          rail={1}
          interval={share}
          muted={muted}
          direction={words.direction}
          label={words.text('bar_audience', {
            followers,
            mid: estimate(people.mid),
            level: percent(share.level),
            low,
            high,
          })}
          axis={{ zero: count(0), low, high, rail: words.text('axis_shown', { value: followers }) }}
        />
        <p class="note">
          {words.text('audience_range', { range: range(low, high), followers, level: percent(share.level) })}
        </p>
      </Panel>
    );
  }
  return (
    <Panel title={words.text('audience_title')} aside={words.text('audience_wide')}>
      <Bars
        id="audience"
        rail={1}
        interval={share}
        muted={muted}
        wide
        direction={words.direction}
        label={words.text('bar_audience_wide', { followers, low: percent(share.low), high: percent(share.high) })}
      />
      <p class="note">{words.text('audience_wide_note', { range: range(percent(share.low), percent(share.high)) })}</p>
      <NarrowList narrow={report.read.narrow.filter((step) => step.of === 'audience')} words={words} />
    </Panel>
  );
}

function Comments({ report, words }: PartProps) {
  if (!report.comments?.kinds) return null;
  return (
    <Panel title={words.text('report_comments_title')} aside={words.count('unit_comments', report.read.comments)}>
      <CommentKinds report={report} words={words} direction={words.direction} />
      {report.comments.languages && (
        <>
          <h3>{words.text('report_languages_title')}</h3>
          <CommentLanguages report={report} words={words} direction={words.direction} />
        </>
      )}
    </Panel>
  );
}

function Questions({ report, words }: PartProps) {
  const questions = questionTexts(report, words);
  if (questions.length === 0) return null;
  return (
    <Panel title={words.text('report_questions_title')}>
      <ol>
        {questions.map((question) => (
          <li key={question}>{question}</li>
        ))}
      </ol>
    </Panel>
  );
}

function Unseen({ report, missing, words }: PartProps & { missing: readonly Missing[] }) {
  const always = [
    report.read.people === 0 && words.text('unseen_people'),
    report.read.comments > 0 ? words.count('unseen_comments', report.read.comments) : words.text('unseen_all_comments'),
    words.text('unseen_reach'),
  ].filter((text) => text !== false);
  return (
    <Panel title={words.text('report_unseen_title')}>
      <ul class="dotted">
        {[
          ...missingTexts(missing, words),
          ...report.cautions.map((caution) => words.text(`caution_${caution}`)),
          ...always,
        ].map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
    </Panel>
  );
}

/** What is needed to get the same bytes again. */
function Method({ report, words }: PartProps) {
  const { perFollower, perView, viewsPerFollower } = report.engagement ?? {};
  const rows = [
    ...new Set(
      [perFollower, perView, viewsPerFollower]
        .flatMap((rate) => rate?.typical?.rows ?? [])
        .concat(report.signals.flatMap((signal) => signal.typical?.rows ?? [])),
    ),
  ];
  const facts = [
    [words.text('method_model'), report.model.version],
    [words.text('method_benchmarks'), report.model.benchmarks],
    ...(rows.length > 0 ? [[words.text('method_rows'), rows.map((row) => pageText(row)).join(', ')] as const] : []),
    [words.text('method_hash'), report.snapshotHash],
  ] as const;
  return (
    <Panel title={words.text('method_title')}>
      <p class="note">{words.text('method_note')}</p>
      <dl class="facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              <bdi>{value}</bdi>
            </dd>
          </div>
        ))}
      </dl>
    </Panel>
  );
}

function Panel({ title, aside, children }: { title: string; aside?: ComponentChildren; children: ComponentChildren }) {
  return (
    <section class="panel">
      <div class="row">
        <h2>{title}</h2>
        {aside && <span class="small">{aside}</span>}
      </div>
      {children}
    </section>
  );
}

/** The bar of actions, for the living page. */
export function ReportActions({ words, onPrint, onSave }: { words: Words; onPrint?: () => void; onSave?: () => void }) {
  return (
    <>
      {onPrint && (
        <button type="button" class="action" onClick={onPrint}>
          <Icon name="print" size={15} />
          {words.text('action_print')}
        </button>
      )}
      {onSave && (
        <button type="button" class="action" onClick={onSave}>
          <Icon name="save" size={15} />
          {words.text('action_save')}
        </button>
      )}
    </>
  );
}
