/**
 * Prints what the tests of the threats have measured: row, defence, figure, goal. Ends with 1 where a row has no figure.
 * Says whether the tests ran in their long form: in the same environment as they.
 * Usage: node tests/threats/table.ts FOLDER   (the PLUMB_FIGURES of the tests' run)
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Figure, FORM } from './figure.ts';
import { threats } from './rows.ts';

const [folder = ''] = process.argv.slice(2);
const lines = existsSync(folder)
  ? readdirSync(folder).flatMap((file) => readFileSync(join(folder, file), 'utf8').split('\n').filter(Boolean))
  : [];
const figures = [...new Set(lines)].map((line) => JSON.parse(line) as Figure);

const short = (text: string, most: number) => (text.length > most ? `${text.slice(0, most - 1)}…` : text);
const rows = threats().flatMap(({ row, defence }) => {
  const own = figures.filter((each) => each.row === row);
  const none: Figure = { row, what: 'NO FIGURE', value: '', goal: '' };
  return (own.length > 0 ? own : [none]).map(({ what, value, goal }, index) => [
    index === 0 ? row : '',
    index === 0 ? short(defence, 60) : '',
    short(what, 62),
    String(value),
    String(goal),
  ]);
});
const table = [['row', 'defence', 'figure', 'value', 'goal'], ...rows];
process.stdout.write(`${FORM}\n`);
const widths = [0, 1, 2, 3].map((column) => Math.max(...table.map((cells) => (cells[column] as string).length)));
for (const cells of table)
  process.stdout.write(
    `${cells
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd()}\n`,
  );

const without = threats().filter(({ row }) => !figures.some((each) => each.row === row));
process.stdout.write(`${threats().length} threats, ${figures.length} figures, ${without.length} without one\n`);
if (without.length > 0) process.exitCode = 1;
