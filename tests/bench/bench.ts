/**
 * `./dev bench`: what Plumb takes of time and memory, in one table, each figure beside its budget (budgets.json).
 * With --check it ends with 1 where a figure is past its budget by more than the margin for noise.
 * Usage: node tests/bench/bench.ts [--check] [--quick] [--only core|batch|comments|sizes|browser]
 */
import { availableParallelism, loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { browserRows } from '../browser/bench.ts';
import { batchRows } from './batch.ts';
import { commentRows } from './comments.ts';
import { coreRows } from './core.ts';
import { sizeRows } from './sizes.ts';
import { printHead, printRow, type Row, readBudgets } from './table.ts';

const PARTS: Record<string, (quick: boolean) => AsyncIterable<Row> | Promise<Row[]> | Row[]> = {
  sizes: sizeRows,
  core: coreRows,
  comments: commentRows,
  batch: batchRows,
  browser: browserRows,
};

const { values } = parseArgs({
  options: {
    check: { type: 'boolean', default: false },
    quick: { type: 'boolean', default: false },
    only: { type: 'string' },
  },
});
if (values.only !== undefined && !(values.only in PARTS))
  throw new Error(`--only knows ${Object.keys(PARTS).join(', ')}, and not ${values.only}`);

const budgets = readBudgets();
const began = Date.now();
const load = loadavg()[0]?.toFixed(1);
process.stdout.write(`${availableParallelism()} processors, load ${load} before; margin ${budgets.margin * 100} %\n`);
printHead();
const seen = new Set<string>();
const past: string[] = [];
for (const [part, rows] of Object.entries(PARTS)) {
  if (values.only !== undefined && values.only !== part) continue;
  for await (const row of await rows(values.quick)) {
    seen.add(row.name);
    if (printRow(row, budgets)) past.push(row.name);
  }
}
// A budget of a figure that nobody measures would hold nothing.
const unmeasured = values.only === undefined ? Object.keys(budgets.rows).filter((name) => !seen.has(name)) : [];
process.stdout.write(
  `${((Date.now() - began) / 60_000).toFixed(1)} minutes, load ${loadavg()[0]?.toFixed(1)} at the end\n`,
);
for (const name of unmeasured) process.stdout.write(`NOT MEASURED, and has a budget: ${name}\n`);
for (const name of past) process.stdout.write(`PAST ITS BUDGET: ${name}\n`);
process.exit(values.check && past.length + unmeasured.length > 0 ? 1 : 0);
