/** @jsxImportSource preact */
/** The bundled sample, drawn as on a page: the badge beside the count, the card under it. */
import { useEffect, useMemo, useState } from 'preact/hooks';
import { Badge } from '../views/card/badge';
import type { Words } from '../views/words';
import { Answer, StillReading, Unreadable } from './answer';
import { ask } from './ask';
import { openReport } from './open-report';
import { sampleProfile } from './sample-profile';
import { answerState, cardState, type TabState } from './tab-state';

const guide = ['guide_badge', 'guide_bar', 'guide_verdict', 'guide_signals', 'guide_narrow'] as const;
const snapshot = JSON.stringify(sampleProfile);

export function Sample({ words, mark }: { words: Words; mark: string }) {
  const [state, setState] = useState<TabState>({ kind: 'reading' });
  const [open, setOpen] = useState(true);
  const narrow = useNarrow();
  useEffect(() => {
    void ask({ kind: 'score', snapshot }).then((report) => setState(answerState({ snapshot, report: report ?? '' })));
  }, []);
  const { displayName, followers } = sampleProfile.profile;
  return (
    <div class="sample-page">
      <h3>{displayName}</h3>
      <p class="counts">
        <span>{words.count('sample_followers', Number(followers))}</span>
        <span class="badge-place">
          <Badge
            state={cardState(state)}
            words={words}
            direction={words.direction}
            open={open}
            mini={narrow}
            placed={true}
            mark={mark}
            onToggle={() => setOpen(!open)}
          />
        </span>
      </p>
      <div class="sample-rows">
        <div class="guide">
          <ol>
            {guide.map((key) => (
              <li key={key}>{words.text(key)}</li>
            ))}
          </ol>
          {state.kind === 'report' && (
            // The card's own stands at its end, out of sight on most screens.
            <button type="button" onClick={() => void openReport(state.texts)}>
              {words.text('full_report')}
            </button>
          )}
        </div>
        {open && (
          <div class="sample-card">
            {state.kind === 'report' && <Answer state={state} words={words} />}
            {state.kind === 'reading' && <StillReading words={words} />}
            {state.kind === 'refusal' && <Unreadable refusal={state.refusal} words={words} />}
          </div>
        )}
      </div>
    </div>
  );
}

/** Where the whole badge has no room, it is the mark and the bar, as on a page. */
function useNarrow(): boolean {
  const query = useMemo(() => matchMedia('(max-width: 620px)'), []);
  const [narrow, setNarrow] = useState(query.matches);
  useEffect(() => {
    const look = () => setNarrow(query.matches);
    query.addEventListener('change', look);
    return () => query.removeEventListener('change', look);
  }, [query]);
  return narrow;
}
