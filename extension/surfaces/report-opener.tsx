/** @jsxImportSource preact */
/** The full report in a tab: finds the kept copy that the address names, and draws it. */
import { useEffect, useState } from 'preact/hooks';
import { Answer, Reading, Unreadable } from './answer';
import type { PageProps } from './mount';
import { keptReports } from './open-report';
import { Top } from './parts';
import { answerState, type TabState } from './tab-state';

type Found = TabState | { kind: 'gone' };

async function find(id: string): Promise<Found> {
  const kept = await keptReports.open(id).catch(() => null);
  return kept ? answerState(kept) : { kind: 'gone' };
}

export function ReportOpener({ words }: PageProps) {
  const [found, setFound] = useState<Found>({ kind: 'reading' });
  useEffect(() => {
    const look = () => void find(location.hash.slice(1)).then(setFound);
    addEventListener('hashchange', look);
    look();
    return () => removeEventListener('hashchange', look);
  }, []);
  return (
    <main class="column">
      <h1 class="visually-hidden">{words.text('full_report')}</h1>
      <Top words={words} />
      <section class="panel">
        {found.kind === 'report' && <Answer state={found} words={words} />}
        {found.kind === 'reading' && <Reading words={words} />}
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
