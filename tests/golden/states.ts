/**
 * The states of an answer that pictures and browser tests show, each by the handle of one of the golden snapshots: what
 * is drawn is what the core answers today.
 */
export const STATES = {
  clear: 'honest.clear',
  question: 'seen.some.copies',
  unusual: 'seen.pod',
  'not-enough': 'honest.few',
  'nothing-seen': 'honest.asleep',
  'far-below': 'honest.company',
  'far-above': 'far.above',
  'no-peers': 'honest.talks',
  'visited-peers': 'honest.visited',
  followers: 'seen.block',
  stale: 'honest.long.ago',
  'no-posts': 'letters',
  'views-only': 'slowtrains',
} as const;

/** Those that together hold every part of an answer: what is tried of each of them in every scheme and direction. */
export const TRIED: readonly (keyof typeof STATES)[] = [
  'clear',
  'question',
  'unusual',
  'not-enough',
  'no-posts',
  'views-only',
];

/**
 * @param lines reports.jsonl
 * @returns the report of each state, as the core wrote it
 * @throws where a state has no report, or its report is a refusal
 */
export function reportsByState(lines: string): Map<string, string> {
  const byHandle = new Map<string, string>();
  for (const line of lines.split('\n').filter(Boolean)) {
    const { handle } = JSON.parse(line) as { handle?: string };
    if (handle && !byHandle.has(handle)) byHandle.set(handle, line);
  }
  return new Map(
    Object.entries(STATES).map(([state, handle]) => {
      const report = byHandle.get(handle);
      if (!report) throw new Error(`no golden report of ${handle}, which stands for the state ${state}`);
      return [state, report];
    }),
  );
}
