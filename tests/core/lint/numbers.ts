/**
 * Every number of the model stands in wasm/data with its source: the core's code holds no literal but 0, 1, 2 and ½, and
 * what numbers.tsv lists with a reason. (That every constant of priors.tsv
 * is read, signals/list_test.cpp looks.)
 */
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { withoutWords } from './cpp.ts';
import { wasm } from './rooms.ts';

/** A row of numbers.tsv: a number as written, `0x*` for all hexadecimal ones of the file, or `*` for all. */
export interface Listed {
  /** Path below wasm/core. */
  file: string;
  number: string;
  reason: string;
}

export const listed: readonly Listed[] = readFileSync(path.join(import.meta.dirname, 'numbers.tsv'), 'utf8')
  .trimEnd()
  .split('\n')
  .slice(1)
  .map((row) => row.split('\t'))
  .map(([file = '', number = '', reason = '']) => ({ file, number, reason }));

export interface Found {
  file: string;
  line: number;
  number: string;
}

export interface Checked {
  /** Literals that were looked at, those that need no reason left out. */
  numbers: number;
  /** What stands in no row of the list. */
  unlisted: Found[];
  /** Rows that list nothing, or give no reason. */
  idle: Listed[];
}

/** What a reader needs no word for: none, one, two or twice, and a half. */
const PLAIN = /^(?:[012](?:\.0+)?|0?\.5)$/;

const NUMBER = /(?<![\w.])(?:0[xX][\da-fA-F]+|(?:\d[\d']*\.?\d*|\.\d+)(?:[eE][-+]?\d+)?)(?=[uUlLfF]*\b|[uUlLfF]*\W|$)/g;

/** The literals of one file that are not plain. */
export function numbersOf(file: string, text: string): Found[] {
  return (
    withoutWords(text)
      // The sizes of arrays: the compiler counts those.
      .replace(/(\barray<[^;{}=]*,\s*)\d+>/g, '$1_>')
      .split('\n')
      .flatMap((line, index) => [...line.matchAll(NUMBER)].map(([number]) => ({ file, line: index + 1, number })))
      .filter(({ number }) => !PLAIN.test(number))
  );
}

/** Looks at all files of a folder like wasm/. */
export function checkNumbers(folder: string = wasm, list: readonly Listed[] = listed): Checked {
  const core = path.join(folder, 'core');
  const sources = globSync('**/*.{cpp,hpp}', { cwd: core })
    .sort()
    .map((file) => ({ file, text: readFileSync(path.join(core, file), 'utf8') }));
  const found = sources.flatMap(({ file, text }) => numbersOf(file, text));
  const covers = (number: string, written: string) =>
    number.endsWith('*') ? written.startsWith(number.slice(0, -1)) : written === number;
  const lists = (row: Listed) => (one: Found) => row.file === one.file && covers(row.number, one.number);
  return {
    numbers: found.length,
    unlisted: found.filter((one) => !list.some((row) => lists(row)(one))),
    idle: list.filter((row) => row.reason === '' || !found.some(lists(row))),
  };
}
