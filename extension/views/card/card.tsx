import type { Report } from '../../.generated/report';
import type { Missing, Refusal } from '../../.generated/snapshot';
import { EvidenceMeter, evidenceText } from '../evidence-meter';
import { ExplanationList, leading } from '../explanation-list';
import { Icon, Logo } from '../icons';
import { Limits } from '../limits';
import { pageText } from '../page-text';
import { type Pointer, SignalList, says, strongest } from '../signal-list';
import { audienceHasFigure } from '../summary';
import { VerdictChip } from '../verdict-chip';
import type { Words } from '../words';
import { AudienceBlock, Block, HeadlineBlock, PostsBlock, ReturningBlock } from './card-blocks';
import type { OverlayState } from './state';

/** How many signals and explanations fit sixty seconds; the report has all. */
const MOST_SIGNALS = 3;
const MOST_EXPLANATIONS = 4;

export interface CardProps {
  state: OverlayState;
  words: Words;
  direction: 'ltr' | 'rtl';
  arrow: boolean;
  copied: boolean;
  onClose(): void;
  onCopy(): void;
  onOpenReport?(event: Event): void;
  onReportPage?(event: Event): void;
  /** Leads from the signals to the page. */
  pointer?: Pointer;
}

export function Card(props: CardProps) {
  const { state, words, arrow, copied, onClose, onCopy } = props;
  return (
    <>
      {arrow && <span class="arrow" aria-hidden="true" />}
      <header>
        <Logo />
        <h1 id="card-title">
          {words.text('brand')}
          <span class="visually-hidden">. {cardName(state, words)}</span>
        </h1>
        <span class="small">{words.text('card_from_page')}</span>
        <span class="fill" />
        {state.kind === 'report' && (
          <button
            type="button"
            class="quiet"
            aria-label={words.text(copied ? 'card_copied' : 'card_copy')}
            title={words.text(copied ? 'card_copied' : 'card_copy')}
            onClick={onCopy}
          >
            <Icon name={copied ? 'done' : 'copy'} />
          </button>
        )}
        <button
          type="button"
          class="quiet"
          aria-label={words.text('card_close')}
          title={words.text('card_close')}
          onClick={onClose}
        >
          <Icon name="close" />
        </button>
      </header>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard */}
      <section class="scroll" tabIndex={0} aria-labelledby="card-title">
        {state.kind === 'reading' && <Skeleton words={words} />}
        {state.kind === 'refusal' && <RefusalBody {...props} refusal={state.refusal} ofPage />}
        {state.kind === 'report' && <ReportBody {...props} report={state.report} missing={state.missing ?? []} />}
      </section>
    </>
  );
}

function cardName(state: OverlayState, words: Words): string {
  return state.kind === 'report'
    ? words.text('card_title', { handle: pageText(state.report.handle) })
    : words.text(state.kind === 'reading' ? 'badge_reading' : 'refusal_title');
}

export function Skeleton({ words }: { words: Words }) {
  return (
    <div class="skeleton">
      <p class="sub">{words.text('card_reading')}</p>
      {['wide', '', 'short', 'tall'].map((kind) => (
        <span key={kind} class={`bone ${kind}`} aria-hidden="true" />
      ))}
    </div>
  );
}

type RefusalProps = Pick<CardProps, 'words' | 'onReportPage'> & {
  refusal: Refusal;
  /** Of a page that can be loaded again; not of counts that were typed. */
  ofPage?: boolean;
};

export function RefusalBody({ refusal, words, ofPage, onReportPage }: RefusalProps) {
  const { code, at } = refusal.error;
  return (
    <>
      <div class="headline">
        <p class="big grey">{words.text('refusal_title')}</p>
        <p class="sub">
          {words.text(`refusal_${code}`)} {words.text('refusal_nothing')}
        </p>
        {at && (
          <p class="place">
            <bdi>{pageText(words.text('refusal_at', { at }), 120)}</bdi>
          </p>
        )}
        {ofPage && <p class="sub">{words.text('refusal_next')}</p>}
        {onReportPage && (
          <button type="button" onClick={onReportPage}>
            {words.text('report_page')}
          </button>
        )}
      </div>
      <footer>
        <p class="reading">
          <Icon name="lock" size={13} />
          <span>{words.text('footer_private')}</span>
        </p>
      </footer>
    </>
  );
}

type ReportProps = Pick<CardProps, 'words' | 'direction' | 'onOpenReport' | 'pointer'> & {
  report: Report;
  missing: readonly Missing[];
};

/** What the card says of a report, in the card or in a page of our own. */
export function ReportBody({ report, missing, words, direction, onOpenReport, pointer }: ReportProps) {
  const signals = strongest(report.signals);
  const first = signals.filter(says).slice(0, MOST_SIGNALS);
  const more = signals.length - first.length;
  const muted = report.verdict === 'not_enough';
  return (
    <>
      <HeadlineBlock report={report} words={words} direction={direction} muted={muted} />
      <VerdictChip verdict={report.verdict} words={words} />
      <AudienceBlock report={report} words={words} direction={direction} muted={muted} />
      <PostsBlock report={report} words={words} direction={direction} />
      <ReturningBlock report={report} words={words} />
      <Block
        title={words.text('moved_title')}
        aside={words.text('moved_start', { start: words.numbers.percent(report.audience.start) })}
      >
        {first.length > 0 ? (
          <SignalList signals={first} words={words} direction={direction} pointer={pointer} />
        ) : (
          <p class="note">{words.text('moved_none')}</p>
        )}
        {more > 0 && onOpenReport && <p class="more small">{words.count('moved_more', more)}</p>}
      </Block>
      {report.explanations.length > 0 && (
        <Block title={words.text('explanations_title')}>
          <ExplanationList
            explanations={leading(report.explanations, MOST_EXPLANATIONS)}
            words={words}
            direction={direction}
          />
        </Block>
      )}
      <section class="block">
        <EvidenceMeter
          read={report.read}
          words={words}
          direction={direction}
          hide={audienceHasFigure(report) ? undefined : 'audience'}
        />
      </section>
      {(report.cautions.length > 0 || missing.length > 0) && (
        <section class="block">
          <Limits report={report} missing={missing} words={words} />
        </section>
      )}
      {onOpenReport && (
        <div class="actions">
          <button type="button" class="primary" onClick={onOpenReport}>
            <Icon name="report" size={15} />
            {words.text('full_report')}
          </button>
        </div>
      )}
      <footer>
        <p class="reading">
          <Icon name="lock" size={13} />
          <span>
            {evidenceText(report.read, words)} {words.text('footer_private')}
          </span>
        </p>
        <p>{words.text('closing')}</p>
      </footer>
    </>
  );
}
