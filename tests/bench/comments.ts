/** The comments' analysis in plain JavaScript beside the core, in one engine, taking turns on the same pages. */
import { analyse } from './baseline/comments.ts';
import { processorTime, webAssembly } from './core.ts';
import { campaignOf, snapshotOf } from './snapshots.ts';
import type { Row } from './table.ts';

/** Beside a usual page's posts, of which both read the captions. */
const POSTS = 24;

/**
 * How often as long the baseline takes for kinds and groups as the core for its whole answer, which reads and checks the
 * snapshot, scores it and tells kinds, groups and all else.
 */
export async function commentRows(quick: boolean): Promise<Row[]> {
  const { plumb } = await webAssembly();
  const timed = (act: () => unknown): number => {
    const began = processorTime();
    act();
    return processorTime() - began;
  };
  const rows: Row[] = [];
  for (const [name, text] of [
    ['2500 comments', snapshotOf(POSTS, 2500, 0)],
    ['20000 comments', snapshotOf(POSTS, 20_000, 0)],
    ['20000 comments of a campaign', campaignOf(20_000, 3)],
  ] as const) {
    const ratios: number[] = [];
    for (let run = -2; run < (quick ? 3 : 9); run += 1) {
      const [core, baseline] = [timed(() => plumb.score(text, false)), timed(() => analyse(text))];
      if (run >= 0) ratios.push(baseline / core); // the first two are for warming up
    }
    rows.push({ name: `plain JavaScript against the core, ${name}`, unit: 'x', values: ratios });
  }
  return rows;
}
