import type { Report } from '../../.generated/report';
import type { Missing, Refusal } from '../../.generated/snapshot';
import { CheckList, type Pointer } from '../check-list';
import { evidenceText, NarrowList } from '../evidence-meter';
import { Icon, Logo } from '../icons';
import { FoldedLimits } from '../limits';
import { OwnMark } from '../own-mark';
import { pageText } from '../page-text';
import { Peers } from '../peer-bar';
import { StandingChip } from '../standing-chip';
import type { Words } from '../words';
import { FactBlock, RealBlock } from './card-blocks';
import type { OverlayState } from './state';

export interface CardProps {
  state: OverlayState;
  words: Words;
  direction: 'ltr' | 'rtl';
  arrow: boolean;
  copied: boolean;
  /** The person's own. */
  mark?: string;
  onClose(): void;
  onCopy(): void;
  onOpenReport?(event: Event): void;
  onReportPage?(event: Event): void;
  /** Whether the creator is on the list; undefined where they can't be put there. */
  star?: { on: boolean; note?: string };
  onStar?(event: MouseEvent): void;
  /** Leads from the checks to the page. */
  pointer?: Pointer;
}

export function Card(props: CardProps) {
  const { state, words, arrow, onClose } = props;
  return (
    <>
      {arrow && <span class="arrow" aria-hidden="true" />}
      <header>
        <Logo />
        <h1 id="card-title">
          {words.text('brand')}
          <span class="visually-hidden">. {cardName(state, words)}</span>
        </h1>
        <OwnMark {...props} />
        <span class="fill" />
        {state.kind === 'report' && <StandingChip report={state.report} words={words} />}
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
      {state.kind === 'report' && <CardFoot {...props} report={state.report} />}
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
  const otherVersion = code === 'unknown_value' && at === 'schema';
  return (
    <>
      <div class="fact">
        <p class="big grey">{words.text('refusal_title')}</p>
        <p class="sub">
          {otherVersion ? words.text('refusal_other_version') : words.text(`refusal_${code}`)}{' '}
          {words.text('refusal_nothing')}
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
      <p class="private small">{words.text('footer_private')}</p>
    </>
  );
}

type ReportProps = Pick<CardProps, 'words' | 'direction' | 'pointer'> & {
  report: Report;
  missing: readonly Missing[];
};

/** What the card says of a report, in the card or in a page of our own. */
export function ReportBody({ report, missing, words, direction, pointer }: ReportProps) {
  return (
    <>
      <FactBlock report={report} words={words} />
      <Peers report={report} missing={missing} words={words} direction={direction} />
      <CheckList report={report} words={words} pointer={pointer} />
      <RealBlock report={report} words={words} direction={direction} />
      {report.verdict === 'not_enough' && (
        <NarrowList narrow={report.read.narrow.filter(({ action }) => action === 'scroll_posts')} words={words} />
      )}
      <FoldedLimits report={report} missing={missing} words={words} />
    </>
  );
}

type FootProps = Pick<CardProps, 'words' | 'onOpenReport' | 'star' | 'onStar'> &
  Partial<Pick<CardProps, 'copied' | 'onCopy'>> & { report: Report };

/** What can be done with the answer, and what it rests on: always to be seen. */
export function CardFoot({ report, words, copied, star, onStar, onCopy, onOpenReport }: FootProps) {
  return (
    <footer>
      <div class="actions">
        {star && onStar && (
          <button type="button" class="primary star" aria-pressed={star.on} onClick={onStar}>
            <Icon name="star" size={15} filled={star.on} />
            {words.text(star.on ? 'star_on' : 'star_add')}
          </button>
        )}
        {onOpenReport && (
          <button type="button" class={star ? '' : 'primary'} onClick={onOpenReport}>
            <Icon name="report" size={15} />
            {words.text('full_report')}
          </button>
        )}
        {onCopy && (
          <button
            type="button"
            class="copy"
            aria-label={words.text(copied ? 'card_copied' : 'card_copy')}
            title={words.text(copied ? 'card_copied' : 'card_copy')}
            onClick={onCopy}
          >
            <Icon name={copied ? 'done' : 'copy'} />
          </button>
        )}
      </div>
      <p title={star?.note}>{star?.note ?? `${evidenceText(report.read, words)} ${words.text('footer_private')}`}</p>
    </footer>
  );
}
