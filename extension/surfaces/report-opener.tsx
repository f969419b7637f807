/** @jsxImportSource preact */
/** The full report in a tab: finds the kept copy that the address names, and draws it. */
import { useEffect, useState } from 'preact/hooks';
import { currencyOf } from '../settings/currency';
import { ReportActions, ReportPage } from '../views/report/report-page';
import type { Words } from '../views/words';
import { carryRange, StillReading, Unreadable } from './answer';
import { Claims } from './claims';
import { Content } from './content';
import type { PageProps } from './mount';
import { keptReports } from './open-report';
import { Top } from './parts';
import { saveReport } from './save-report';
import { Supplied } from './supplied';
import { answerState, type ReportState, type TabState } from './tab-state';
import { WhatIfOf } from './what-if';

type Found = TabState | { kind: 'gone' };

async function find(id: string): Promise<Found> {
  const kept = await keptReports.open(id).catch(() => null);
  return kept ? answerState(kept) : { kind: 'gone' };
}

export function ReportOpener({ words, settings }: PageProps) {
  const [found, setFound] = useState<Found>({ kind: 'reading' });
  useEffect(() => {
    const look = () => void find(location.hash.slice(1)).then(setFound);
    addEventListener('hashchange', look);
    look();
    return () => removeEventListener('hashchange', look);
  }, []);
  if (found.kind === 'report')
    return <Full state={found} words={words} currency={settings.currency ?? currencyOf(navigator.language)} />;
  return (
    <main class="column">
      <h1 class="visually-hidden">{words.text('full_report')}</h1>
      <Top words={words} />
      <section class="panel" aria-busy={found.kind === 'reading'}>
        {found.kind === 'reading' && <StillReading words={words} />}
        {found.kind === 'refusal' && <Unreadable refusal={found.refusal} words={words} />}
        {(found.kind === 'gone' || found.kind === 'no_profile') && (
          <>
            <h2>{words.text('report_gone')}</h2>
            <p class="note">{words.text('report_gone_note')}</p>
          </>
        )}
      </section>
    </main>
  );
}

function Full({ state, words, currency }: { state: ReportState; words: Words; currency: string }) {
  const { report, missing, snapshot } = state;
  const save = () => {
    const drawn = document.querySelector('main.report');
    if (drawn)
      saveReport(drawn, words.text('report_title'), (report.capturedAt ?? new Date().toISOString()).slice(0, 10));
  };
  return (
    <div onCopy={carryRange(report, words)}>
      <ReportPage
        report={report}
        missing={missing}
        snapshot={snapshot}
        words={words}
        feeCurrency={currency}
        claims={
          <>
            <Claims state={state} words={words} />
            <Supplied state={state} words={words} />
          </>
        }
        content={<Content state={state} words={words} />}
        whatIf={<WhatIfOf state={state} words={words} />}
        actions={<ReportActions words={words} onPrint={() => print()} onSave={save} />}
      />
    </div>
  );
}
