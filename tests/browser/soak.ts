/**
 * `./dev soak`: a page whose comments come in without end in Chromium, and what it costs: itself, another tab, the machine.
 * Usage: node tests/browser/soak.ts [--comments N]
 */
import { parseArgs } from 'node:util';
import { open } from './harness.ts';
import { runLong } from './long/long-page.ts';

const { values } = parseArgs({ options: { comments: { type: 'string', default: '100000' } } });
const most = Number(values.comments);
if (!Number.isSafeInteger(most) || most < 400) throw new Error(`--comments ${values.comments}: a number from 400 on`);

const at = (sorted: readonly number[], share: number) => sorted[Math.floor(share * (sorted.length - 1))] ?? Number.NaN;
const sorted = (numbers: readonly number[]) => [...numbers].sort((a, b) => a - b);
const costs: [number, number][] = [];
for (const comments of [most / 4, most / 2, most].map(Math.round)) {
  const session = await open('chromium');
  try {
    const { others, tasks, cpu, state } = await runLong(session, comments);
    costs.push([comments, cpu]);
    const took = sorted(others);
    const { missing = [] } = JSON.parse(state.snapshot ?? '{}');
    const isCut = missing.some(
      ({ field, why }: { field: string; why: string }) => field === 'comments' && why === 'cut',
    );
    process.stdout.write(
      `${comments} comments: another tab's answer ${at(took, 0.5).toFixed(0)} ms median, ${at(took, 0.95).toFixed(0)} ms p95 of ${took.length}; ` +
        `own tasks over 50 ms: ${tasks.length}, longest ${Math.max(0, ...tasks).toFixed(0)} ms; CPU ${cpu.toFixed(1)} s; ${isCut ? 'cut' : 'not cut'}\n`,
    );
  } finally {
    await session.close();
  }
}
const [[few, little], [many, much]] = [costs[0], costs.at(-1)] as [[number, number], [number, number]];
process.stdout.write(
  `CPU grows with the comments to the power ${(Math.log(much / little) / Math.log(many / few)).toFixed(2)}\n`,
);
