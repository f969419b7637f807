/** @jsxImportSource preact */
/** Asks the core again without what the person leaves out. Nothing of it is kept. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Report } from '../.generated/report';
import type { Snapshot } from '../.generated/snapshot';
import { countLeftOut, type LeftOut, nothingLeftOut, withoutPosts } from '../views/report/left-out';
import { WhatIf } from '../views/report/what-if';
import type { Words } from '../views/words';
import { ask } from './ask';
import { answerState, type ReportState } from './tab-state';

/** @returns the report without what is left out; nothing where the core refuses */
async function answerTo(snapshot: Snapshot, leftOut: LeftOut): Promise<Report | undefined> {
  const text = JSON.stringify(leftOut.posts.length > 0 ? withoutPosts(snapshot, leftOut.posts) : snapshot);
  const report = await ask({ kind: 'score', snapshot: text, without: [...leftOut.signals, ...leftOut.benchmarks] });
  const state = answerState({ snapshot: text, report: report ?? '' });
  return state.kind === 'report' ? state.report : undefined;
}

/** Whether the core still gives this report to this snapshot, byte for byte: only then does a difference mean anything. */
function useRepeatable({ texts }: ReportState): boolean {
  const [same, setSame] = useState(false);
  useEffect(() => {
    const { snapshot, report } = texts;
    setSame(false);
    if (snapshot !== null) void ask({ kind: 'score', snapshot }).then((again) => setSame(again === report));
  }, [texts.snapshot, texts.report]);
  return same;
}

/** Nothing, where the report can't be had again from what is kept of it. */
export function WhatIfOf({ state, words }: { state: ReportState; words: Words }) {
  const repeatable = useRepeatable(state);
  const [steps, setSteps] = useState<readonly LeftOut[]>([nothingLeftOut]);
  const [answer, setAnswer] = useState<Report>();
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState(false);
  const turn = useRef(0);
  if (!repeatable || !state.snapshot) return null;
  const { snapshot, report } = state;
  const leftOut = steps.at(-1) ?? nothingLeftOut;

  const go = async (next: readonly LeftOut[]) => {
    const mine = ++turn.current;
    setSteps(next);
    setFailed(false);
    const last = next.at(-1) ?? nothingLeftOut;
    const some = countLeftOut(last) > 0;
    setBusy(some);
    const found = some ? await answerTo(snapshot, last) : undefined;
    // An answer that was overtaken by the next question is of no use.
    if (mine !== turn.current) return;
    setBusy(false);
    setAnswer(found);
    setFailed(some && !found);
  };
  return (
    <WhatIf
      base={report}
      {...{ leftOut, answer, busy, failed, words }}
      canUndo={steps.length > 1}
      onChange={(next) => void go([...steps, next])}
      onUndo={() => void go(steps.slice(0, -1))}
    />
  );
}
