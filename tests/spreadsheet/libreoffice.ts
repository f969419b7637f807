/**
 * Opens files of the list in LibreOffice, without a window, and counts what it takes for formulas and for numbers: of texts
 * that try to be formulas, guarded as the list writes them, and bare, so that it is seen that the count can be another.
 * Usage: node tests/spreadsheet/libreoffice.ts   (`./dev spreadsheet` installs LibreOffice first)
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { tableText } from '../../extension/vetting/spreadsheet.ts';
import { formulaPayloads } from '../extension/vetting/formula-payloads.ts';

/** As many columns of texts as the list's own files have, and a number beside them. */
const TEXT_COLUMNS = 11;
const rows = formulaPayloads.map((payload) => [...Array.from({ length: TEXT_COLUMNS }, () => payload), 12.5]);
const head = rows[0]?.map((_, column) => `column_${column}`) ?? [];

const bare = () =>
  [head, ...rows].map((row) => row.map((cell) => `"${String(cell).replaceAll('"', '""')}"`).join(',')).join('\r\n');

/** LibreOffice's own words for: separator, quote, UTF-8, from the first line, numbers as such, formulas as such. */
const filter = (separator: string) => `CSV:${separator.charCodeAt(0)},34,76,1,,0,false,true,false,false`;

interface Counts {
  formulas: number;
  numbers: number;
  rows: number;
}

function opened(folder: string, name: string, text: string, separator: string): Counts {
  writeFileSync(join(folder, `${name}.csv`), text);
  const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
  const more = [`--infilter=${filter(separator)}`, '--convert-to', 'fods', '--outdir', folder];
  execFileSync('soffice', ['--headless', profile, ...more, join(folder, `${name}.csv`)], { stdio: 'pipe' });
  const sheet = readFileSync(join(folder, `${name}.fods`), 'utf8');
  const count = (pattern: RegExp) => sheet.match(pattern)?.length ?? 0;
  return {
    formulas: count(/table:formula=/g),
    numbers: count(/office:value-type="float"/g),
    rows: count(/<table:table-row/g),
  };
}

const folder = mkdtempSync(join(tmpdir(), 'plumb-spreadsheet-'));
try {
  const all = [head, ...rows];
  const found: Record<string, Counts> = {
    'CSV as the list writes it': opened(folder, 'csv', tableText(all, ','), ','),
    'the same, opened with semicolons': opened(folder, 'semicolon', tableText(all, ','), ';'),
    'TSV as the list writes it': opened(folder, 'tsv', tableText(all, '\t'), '\t'),
    'CSV without the guard': opened(folder, 'bare', bare(), ','),
  };
  for (const [name, { formulas, numbers, rows: lines }] of Object.entries(found))
    process.stdout.write(`${name.padEnd(36)} formulas ${formulas}, numbers ${numbers}, lines ${lines}\n`);
  const { 'CSV without the guard': without, ...guarded } = found;
  const wrong = Object.entries(guarded).filter(([, { formulas }]) => formulas > 0);
  const typed = found['CSV as the list writes it']?.numbers === rows.length;
  if (wrong.length > 0 || !typed || !without || without.formulas === 0) {
    process.stderr.write('a text is a formula, a number is none, or nothing was measured\n');
    process.exitCode = 1;
  }
} finally {
  rmSync(folder, { recursive: true });
}
