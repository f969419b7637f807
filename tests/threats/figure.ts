/**
 * What the tests of SECURITY.md's threats have measured. A test whose title begins with a row's name (`T8: …`) tells its
 * figure here, after all that it asserts: `./dev test --threats` gathers them and prints one table.
 */
import { appendFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';

export interface Figure {
  /** Of the table in SECURITY.md: T1, T2 … */
  row: string;
  what: string;
  value: string | number;
  /** What the value has to be; where a browser can't do it, the reason. */
  goal: string | number;
}

/**
 * How often something is tried: `./dev test --threats` (PLUMB_THREATS=full) takes as many as SECURITY.md's goals ask for,
 * the tests of every day fewer, of the same kind.
 */
export const full = (long: number, short: number): number => (process.env.PLUMB_THREATS === 'full' ? long : short);

/** What the table says of it. */
export const FORM = process.env.PLUMB_THREATS === 'full' ? 'long form' : 'short form: not as many as the goals ask for';

/** Kept only where somebody gathers them: the folder is named by PLUMB_FIGURES. */
export function figure(row: `T${number}`, what: string, value: string | number, goal: string | number): void {
  const folder = process.env.PLUMB_FIGURES;
  if (!folder) return;
  mkdirSync(folder, { recursive: true });
  const line: Figure = { row, what, value, goal };
  appendFileSync(join(folder, `${process.pid}.jsonl`), `${JSON.stringify(line)}\n`);
}
