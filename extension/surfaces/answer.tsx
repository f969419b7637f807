/** @jsxImportSource preact */
/** The answer as the card gives it, in a page of our own. */
import type { Report } from '../.generated/report';
import type { Refusal } from '../.generated/snapshot';
import { CardFoot, RefusalBody, ReportBody, Skeleton } from '../views/card/card';
import { copyWithRange, selectedText } from '../views/copying';
import { StandingChip } from '../views/standing-chip';
import type { Words } from '../views/words';
import { openReport } from './open-report';
import type { ReportState } from './tab-state';

/** Handles copying: a figure never leaves without its range and what it was read from. */
export function carryRange(report: Report, words: Words) {
  return (event: ClipboardEvent) => {
    const selected = selectedText(document.getSelection());
    if (selected !== '') copyWithRange(event, selected, report, words);
  };
}

export function Answer({ state, words }: { state: ReportState; words: Words }) {
  const { report, missing, texts } = state;
  return (
    <div class="plumb answer card" onCopy={carryRange(report, words)}>
      <p>
        <StandingChip report={report} words={words} />
      </p>
      <ReportBody report={report} missing={missing} words={words} direction={words.direction} />
      <CardFoot report={report} words={words} onOpenReport={() => void openReport(texts)} />
    </div>
  );
}

export function Unreadable({ refusal, words, ofPage }: { refusal: Refusal; words: Words; ofPage?: boolean }) {
  return (
    <div class="plumb answer card">
      <RefusalBody refusal={refusal} words={words} ofPage={ofPage} />
    </div>
  );
}

export function StillReading({ words }: { words: Words }) {
  return (
    <div class="plumb answer card" aria-busy="true">
      <Skeleton words={words} />
    </div>
  );
}
