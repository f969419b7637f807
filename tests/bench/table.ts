/** The one table of `./dev bench`: what was measured, how it spreads, and whether it stays within budgets.json. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** One figure. Its name is its key in budgets.json. */
export interface Row {
  name: string;
  unit: string;
  /** Of each run; one where there is nothing to repeat. */
  values: readonly number[];
}

/** @param least true where the figure must not fall below `limit`, instead of not rising above it */
interface Budget {
  limit: number;
  least?: boolean;
  /** Which part of the runs must keep it: 0.5 is the median, where nothing else is said. */
  quantile?: number;
  /** The figure that is wanted, where the budget is not there yet, and why. */
  goal?: number;
  why?: string;
}

export interface Budgets {
  /** A figure may be past its budget by this part of it: noise. */
  margin: number;
  rows: Record<string, Budget | Budget[]>;
}

export const readBudgets = (): Budgets => JSON.parse(readFileSync(join(import.meta.dirname, 'budgets.json'), 'utf8'));

/** By linear interpolation. @param share from 0 to 1 */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const place = share * (sorted.length - 1);
  const [low, high] = [sorted[Math.floor(place)] ?? Number.NaN, sorted[Math.ceil(place)] ?? Number.NaN];
  return low + (high - low) * (place - Math.floor(place));
}

export const median = (values: readonly number[]) => quantile(values, 0.5);

/** What became of one budget. */
export interface Verdict {
  text: string;
  past: boolean;
}

export function judge(row: Row, budget: Budget, margin: number): Verdict {
  const { limit, least = false, quantile: share = 0.5, goal, why } = budget;
  const figure = quantile(row.values, share);
  const past = least ? figure < limit * (1 - margin) : !(figure <= limit * (1 + margin));
  const over = least ? figure < limit : figure > limit;
  const of = share === 0.5 ? '' : share === 1 ? ' (worst)' : ` (p${Math.round(share * 100)} ${show(figure)})`;
  const state = past ? 'PAST' : over ? 'within the margin' : 'ok';
  const wanted = goal === undefined ? '' : `; goal ${least ? '≥' : '≤'} ${goal}${why ? `: ${why}` : ''}`;
  return { text: `${least ? '≥' : '≤'} ${limit}${of} ${state}${wanted}`, past };
}

const show = (figure: number) =>
  Number.isInteger(figure)
    ? String(figure)
    : figure.toFixed(Math.abs(figure) >= 100 ? 0 : Math.abs(figure) >= 1 ? 2 : 3);

/** Prints a row with what its budgets say. @returns whether one is past */
export function printRow(row: Row, { rows, margin }: Budgets): boolean {
  if (row.values.length === 0 || row.values.some((value) => !Number.isFinite(value)))
    throw new Error(`${row.name}: nothing was measured`);
  const budgets = [rows[row.name] ?? []].flat();
  const verdicts = budgets.map((budget) => judge(row, budget, margin));
  const figures = [0.5, 0.1, 0.9].map((share) => show(quantile(row.values, share)).padStart(9)).join('');
  process.stdout.write(
    `${row.name.padEnd(62)}${figures} ${row.unit.padEnd(6)}${String(row.values.length).padStart(4)}  ${verdicts.map(({ text }) => text).join(', ')}\n`,
  );
  return verdicts.some(({ past }) => past);
}

export function printHead(): void {
  const columns = ['median', 'p10', 'p90'].map((text) => text.padStart(9)).join('');
  process.stdout.write(`${'what'.padEnd(62)}${columns} ${'unit'.padEnd(6)}${'runs'.padStart(4)}  budget\n`);
}
