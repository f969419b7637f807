/** @jsxImportSource preact */
/**
 * The report for the boss: every number with its source, the way from the starting point to the estimate, what could
 * explain it, what to ask, what could not be seen, and how to get the same result again. From the report alone.
 */
import type { ComponentChildren } from 'preact';
import type { Report } from '../../.generated/report';
import type { Missing, Snapshot } from '../../.generated/snapshot';
import { EvidenceMeter, evidenceText } from '../evidence-meter';
import { ExplanationList } from '../explanation-list';
import { Icon, Logo } from '../icons';
import { missingTexts } from '../limits';
import { basisText } from '../summary';
import { VerdictChip } from '../verdict-chip';
import type { Words } from '../words';
import { FeePanel } from './fee-panel';
import { Figures } from './figures';
import { CommentKinds, CommentLanguages } from './kinds';
import { Audience, LeadFigure, Who } from './lead';
import { Method } from './method';
import { Panel, type PartProps } from './panel';
import { PostsFigure } from './posts-figure';
import { questionTexts } from './questions';
import { Sponsored } from './sponsored';
import { Waterfall } from './waterfall';

export interface ReportPageProps {
  report: Report;
  missing?: readonly Missing[];
  /** What the report is of: for names, and for examples of the comments. */
  snapshot?: Snapshot | null;
  words: Words;
  /** Currency of the fee calculator (ISO 4217), which only a living page has. */
  feeCurrency?: string;
  /** Print, save …: only in the living page, never in a saved file. */
  actions?: ComponentChildren;
  /** What if something is left out? Only where the core can be asked again. */
  whatIf?: ComponentChildren;
}

export function ReportPage(props: ReportPageProps) {
  const { report, missing = [], snapshot, words, feeCurrency, actions, whatIf } = props;
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
        <Who report={report} snapshot={snapshot} words={words} />
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
        <Questions report={report} words={words} />
      </div>
      {/* The first sheet may travel alone. */}
      <p class="small print-only">{words.text('closing')}</p>
      {report.signals.length > 0 && (
        <Panel title={words.text('moved_title')}>
          <Waterfall report={report} words={words} direction={direction} />
        </Panel>
      )}
      {whatIf}
      <div class="two">
        <Comments report={report} snapshot={snapshot} words={words} />
        <Sponsored report={report} words={words} />
        {feeCurrency !== undefined && report.followers && (
          <Panel title={words.text('fee_title')}>
            <FeePanel report={report} words={words} currency={feeCurrency} />
          </Panel>
        )}
        <Unseen report={report} missing={missing} words={words} />
      </div>
      <Method report={report} words={words} />
      <footer class="foot">
        <p>
          {evidenceText(report.read, words)} {words.text('footer_private')}
        </p>
        <p>{words.text('closing')}</p>
      </footer>
    </main>
  );
}

function Comments({ report, snapshot, words }: PartProps & { snapshot?: Snapshot | null }) {
  if (!report.comments?.kinds) return null;
  return (
    <Panel title={words.text('report_comments_title')} aside={words.count('unit_comments', report.read.comments)}>
      <CommentKinds report={report} snapshot={snapshot ?? undefined} words={words} direction={words.direction} />
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
          ...missingTexts(missing, report.platform, words),
          ...report.cautions.map((caution) => words.text(`caution_${caution}`)),
          ...always,
        ].map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
    </Panel>
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
