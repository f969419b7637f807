/** The core's own tables, read as any script would: what differs from the core shall be the language alone. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const FOLDER = join(import.meta.dirname, '../../../wasm/data');

/** Rows of a table of wasm/data without its header, cell by cell. */
export const rowsOf = (name: string): string[][] =>
  readFileSync(join(FOLDER, `${name}.tsv`), 'utf8')
    .trimEnd()
    .split('\n')
    .slice(1)
    .map((line) => line.split('\t'));

/** The constants of a table whose first two columns are key and value. @throws where a key is not there */
export function constantsOf(name: string): (key: string) => number {
  const values = new Map(rowsOf(name).map(([key = '', value]) => [key, Number(value)]));
  return (key) => {
    const value = values.get(key);
    if (value === undefined) throw new Error(`${name}.tsv has no ${key}`);
    return value;
  };
}

export const logistic = (x: number) => 1 / (1 + Math.exp(-x));
export const clamp = (x: number, low: number, high: number) => Math.min(Math.max(x, low), high);
