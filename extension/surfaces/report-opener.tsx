/** @jsxImportSource preact */
/** The full report in a tab: finds the kept copy, or the entry of a list, that the address names, and draws it. */
import { useEffect, useMemo, useState } from 'preact/hooks';
import type { Snapshot } from '../.generated/snapshot';
import { namespaceOf } from '../platforms/namespace';
import { currencyOf } from '../settings/currency';
import { shortlists } from '../vetting/shortlists';
import { ReportActions, ReportPage } from '../views/report/report-page';
import type { Words } from '../views/words';
import { carryRange, StillReading, Unreadable } from './answer';
import { Claims, NoClaims } from './claims';
import { Content } from './content';
import { decisionOf, findListed, type Listed, Money, whoOf } from './list/boss-page';
import { reportOf } from './list/row';
import type { PageProps } from './mount';
import { keptReports } from './open-report';
import { Top } from './parts';
import { saveReport } from './save-report';
import { Supplied } from './supplied';
import { answerState, type ReportState, type TabState } from './tab-state';
import { WhatIfOf } from './what-if';

type Found = TabState | { kind: 'gone' } | { kind: 'listed'; listed: Listed };

async function find(id: string): Promise<Found> {
  const listed = await findListed(id).catch(() => undefined);
  if (listed !== null) return listed?.row.creator.summary ? { kind: 'listed', listed } : { kind: 'gone' };
  const kept = await keptReports.open(id).catch(() => null);
  return kept ? answerState(kept) : { kind: 'gone' };
}

export function ReportOpener({ words, settings }: PageProps) {
  const [found, setFound] = useState<Found>({ kind: 'reading' });
  useEffect(() => {
    const look = () => void find(location.hash.slice(1)).then(setFound);
    addEventListener('hashchange', look);
    const ended = shortlists.onChange(() => location.hash.startsWith('#entry:') && look());
    look();
    return () => {
      ended();
      removeEventListener('hashchange', look);
    };
  }, []);
  if (found.kind === 'report')
    return <Full state={found} words={words} currency={settings.currency ?? currencyOf(navigator.language)} />;
  if (found.kind === 'listed') return <BossPage listed={found.listed} words={words} />;
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

function save(words: Words, at: string | undefined): void {
  const drawn = document.querySelector('main.report');
  if (drawn) saveReport(drawn, words.text('report_title'), (at ?? new Date().toISOString()).slice(0, 10));
}

/** What the current list, else any, has of the account that a report is of. */
function useListed(snapshot: Snapshot | null): Listed | undefined {
  const [listed, setListed] = useState<Listed>();
  useEffect(() => {
    const look = async () => {
      const place = snapshot && namespaceOf(snapshot);
      const { url, profile } = snapshot ?? {};
      if (!place || !profile || url === undefined) return setListed(undefined);
      const found = await shortlists.find({
        ...place,
        url,
        handle: profile.handle,
        ...(profile.id && { id: profile.id }),
      });
      const { lists, current } = await shortlists.lists();
      const entry = found?.entries.find((one) => one.list === current) ?? found?.entries[0];
      const list = lists.find(({ id }) => id === entry?.list);
      setListed(found && entry && list && { list, row: { entry, creator: found.creator, damaged: false } });
    };
    const soon = () => void look().catch(() => {});
    soon();
    return shortlists.onChange(soon);
  }, [snapshot]);
  return listed;
}

function Full({ state, words, currency }: { state: ReportState; words: Words; currency: string }) {
  const { report, missing, snapshot } = state;
  const listed = useListed(snapshot);
  return (
    <div onCopy={carryRange(report, words)}>
      <ReportPage
        report={report}
        missing={missing}
        snapshot={snapshot}
        words={words}
        feeCurrency={currency}
        decision={listed && decisionOf(listed, words)}
        money={listed?.row.entry.fee && <Money row={listed.row} words={words} />}
        claims={
          <>
            <Claims state={state} words={words} />
            <Supplied state={state} words={words} />
          </>
        }
        content={<Content state={state} words={words} />}
        whatIf={<WhatIfOf state={state} words={words} />}
        actions={<ReportActions words={words} onPrint={() => print()} onSave={() => save(words, report.capturedAt)} />}
      />
    </div>
  );
}

/**
 * The first sheet of what a list keeps of the creator. Figures that the creator sent can be typed here too; what a media kit
 * says can't be checked, and why is told: it asks for single posts, and a list keeps none.
 */
function BossPage({ listed, words }: { listed: Listed; words: Words }) {
  const report = reportOf(listed.row);
  const who = useMemo(() => whoOf(listed.row), [listed.row.creator.key]);
  if (!report) return null;
  const state = { kind: 'report', report, snapshot: who, missing: [], texts: { snapshot: '', report: '' } } as const;
  return (
    <div onCopy={carryRange(report, words)}>
      <ReportPage
        report={report}
        snapshot={who}
        words={words}
        claims={
          <>
            <NoClaims words={words} />
            <Supplied state={{ ...state, missing: [] }} words={words} />
          </>
        }
        decision={decisionOf(listed, words)}
        money={listed.row.entry.fee && <Money row={listed.row} words={words} />}
        alone
        actions={<ReportActions words={words} onPrint={() => print()} onSave={() => save(words, report.capturedAt)} />}
      />
    </div>
  );
}
