/** @jsxImportSource preact */
/**
 * The report. Its first printed sheet is the one that a boss gets: who, when, the fact, the place among peers, what
 * stands out, money, a decision to write down, questions, and what could not be seen. The rest is its appendix. From
 * the report alone.
 */
import type { ComponentChildren } from 'preact';
import type { Report } from '../../.generated/report';
import type { Missing, Snapshot } from '../../.generated/snapshot';
import { FactBlock, RealBlock } from '../card/card-blocks';
import { CheckTable } from '../check-list';
import { EvidenceMeter, evidenceText } from '../evidence-meter';
import { ExplanationList } from '../explanation-list';
import { Icon, Logo } from '../icons';
import { cautionTexts, missingTexts } from '../limits';
import { Peers } from '../peer-bar';
import { drawnPosts } from '../posts-chart';
import { strongest } from '../signal-list';
import { StandingChip } from '../standing-chip';
import { basisText } from '../summary';
import type { Words } from '../words';
import { Decision, type DecisionFacts } from './decision';
import { FeePanel } from './fee-panel';
import { Figures } from './figures';
import { CommentGroups, CommentKinds, CommentLanguages } from './kinds';
import { Who } from './lead';
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
  /** What the list says was decided; without it the sheet has lines to fill by hand. */
  decision?: DecisionFacts;
  /** What the fee of the list buys, in place of the calculator. */
  money?: ComponentChildren;
  /** Only the first sheet, for somebody who decides. */
  alone?: true;
  /** What the person has of the creator beside the page, such as a media kit: it belongs to the first sheet. */
  claims?: ComponentChildren;
  /** What to know of the posts before hiring, for the appendix. */
  content?: ComponentChildren;
  /** What if something is left out? Only where the core can be asked again. */
  whatIf?: ComponentChildren;
}

/** Questions of the first sheet; the appendix has the rest. */
const FIRST_QUESTIONS = 3;

export function ReportPage(props: ReportPageProps) {
  const { report, words, actions, whatIf, alone } = props;
  return (
    <main class={alone ? 'plumb report alone' : 'plumb report'} dir={words.direction} lang={words.locale}>
      <header class="top">
        <span class="brand">
          <Logo size={22} />
          <b>{words.text('brand')}</b>
        </span>
        <span class="small">{words.text('report_title')}</span>
        <span class="fill" />
        {actions}
      </header>
      <FirstSheet {...props} />
      {!alone && <Appendix {...props} whatIf={whatIf} />}
      {!alone && <Method report={report} words={words} />}
      {!alone && (
        <footer class="foot">
          <p>
            {evidenceText(report.read, words)} {words.text('footer_private')}
          </p>
          <p>{words.text('closing')}</p>
        </footer>
      )}
    </main>
  );
}

function FirstSheet(props: ReportPageProps) {
  const { report, missing = [], snapshot, words, feeCurrency, claims, decision, money, alone } = props;
  const { direction } = words;
  return (
    <div class="first-sheet">
      <section class="panel">
        <Who report={report} snapshot={snapshot} words={words} />
        <div class="lead">
          <FactBlock report={report} words={words} />
          <div class="place-of">
            <p>
              <StandingChip report={report} words={words} />
            </p>
            <Peers report={report} missing={missing} words={words} direction={direction} />
          </div>
        </div>
      </section>
      <Decision words={words} decision={decision} />
      <Panel title={words.text('report_checked_title')}>
        <CheckTable report={report} words={words} />
      </Panel>
      <div class="split">
        {(report.engagement?.perPost || report.audience.told) && (
          <Panel title={words.text('real_title')}>
            <RealBlock report={report} words={words} direction={direction} />
          </Panel>
        )}
        {money ? (
          <Panel title={words.text('fee_title')}>{money}</Panel>
        ) : (
          feeCurrency !== undefined &&
          report.followers && (
            <Panel title={words.text('fee_title')}>
              <FeePanel report={report} words={words} currency={feeCurrency} />
            </Panel>
          )
        )}
        <Questions texts={questionTexts(report, words).slice(0, FIRST_QUESTIONS)} words={words} />
        <Unseen report={report} missing={missing} words={words} />
      </div>
      <div class="brought">{claims}</div>
      {/* The first sheet may travel alone. */}
      <p class={alone ? 'small' : 'small print-only'}>
        {evidenceText(report.read, words)} {words.text('closing')}
      </p>
    </div>
  );
}

function Appendix({ report, snapshot, words, whatIf, content }: ReportPageProps) {
  const { direction } = words;
  // Of too little no estimate is told, nor what would have moved one.
  const enough = report.verdict !== 'not_enough';
  const asked = report.checks.some(({ state }) => state === 'unusual' || state === 'question');
  return (
    <>
      {drawnPosts(report.items.posts).length > 0 && (
        <Panel
          title={words.text(report.engagement?.basis === 'views' ? 'posts_title_views' : 'report_posts_title')}
          aside={words.text('report_posts_scale', { basis: basisText(report, words) })}
        >
          <PostsFigure report={report} words={words} direction={direction} />
        </Panel>
      )}
      <Figures report={report} words={words} />
      <CommentGroups report={report} snapshot={snapshot} words={words} />
      <div class="two">
        <Comments report={report} snapshot={snapshot} words={words} />
        {asked && report.explanations.length > 1 && (
          <Panel title={words.text('explanations_title')} aside={words.text('explanations_order')}>
            <ExplanationList explanations={report.explanations} words={words} />
          </Panel>
        )}
        <Questions texts={questionTexts(report, words).slice(FIRST_QUESTIONS)} words={words} />
        {enough && <Sponsored report={report} words={words} />}
        <section class="panel">
          <EvidenceMeter read={report.read} words={words} direction={direction} />
        </section>
      </div>
      {enough && strongest(report.signals).length > 0 && (
        <Panel title={words.text('moved_title')}>
          <Waterfall report={report} words={words} direction={direction} />
        </Panel>
      )}
      {content}
      {whatIf}
    </>
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

function Questions({ texts, words }: { texts: readonly string[]; words: Words }) {
  if (texts.length === 0) return null;
  return (
    <Panel title={words.text('report_questions_title')}>
      <ol>
        {texts.map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ol>
    </Panel>
  );
}

function Unseen({ report, missing, words }: PartProps & { missing: readonly Missing[] }) {
  const told = (field: string) => missing.some((one) => one.field?.split('[')[0] === field);
  const always = [
    report.read.people === 0 && !told('people') && words.text('unseen_people'),
    report.read.comments > 0
      ? words.count('unseen_comments', report.read.comments)
      : !told('comments') && words.text('unseen_all_comments'),
    words.text('unseen_reach'),
  ].filter((text) => text !== false);
  return (
    <Panel title={words.text('report_unseen_title')}>
      <ul class="dotted unseen">
        {[...missingTexts(missing, report.platform, words), ...cautionTexts(report, missing, words), ...always].map(
          (text) => (
            <li key={text}>{text}</li>
          ),
        )}
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
