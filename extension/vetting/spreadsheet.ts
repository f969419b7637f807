/**
 * Tables as text for spreadsheets: CSV by RFC 4180 with a byte order mark, or TSV. Texts can't become formulas: one that a
 * spreadsheet could take for one gets an apostrophe, which reading takes away again. Written here and not taken from a
 * library, since those that read CSV bring requests, workers or code made from text with them.
 */

export type Separator = ',' | '\t';
/** A number is written with a point and without grouping; undefined is an empty cell. */
export type Cell = string | number | undefined;

const BOM = '\ufeff';

/** Full-width signs and the minus sign are signs in some versions of spreadsheets. */
const SIGN = /[=+\-@|%\u2212\uff1d\uff0b\uff0d\uff20\ufe62\ufe63\ufe66\ufe6b]/u;
/** What could be taken for the end of a cell where the file is read in another way; in CSV commas are within quotes. */
const endIn = (separator: string) => (separator === '\t' ? /[,;\t\r\n]/ : /[;\t\r\n]/);
/** Blanks, quotes and invisible characters before a sign do not keep a spreadsheet from seeing it. */
const BLANK = /["\s\p{Cc}\p{Cf}]/u;

/** Goes through a text and changes the apostrophes before each sign with which a formula could begin. */
function atFormulas(text: string, separator: string, change: (marks: string) => string): string {
  const end = endIn(separator);
  let changed = '';
  let marks = '';
  let fresh = true;
  for (const one of text) {
    if (fresh && one === "'") {
      marks += one;
      continue;
    }
    changed += fresh && SIGN.test(one) ? change(marks) : marks;
    fresh = end.test(one) || (fresh && marks === '' && BLANK.test(one));
    marks = '';
    changed += one;
  }
  return changed + marks;
}

/** The text as no spreadsheet takes it for a formula. */
export const guarded = (text: string, separator: string = ','): string =>
  atFormulas(text, separator, (marks) => `${marks}'`);

/** What `guarded` was given. */
export const unguarded = (text: string, separator: string = ','): string =>
  atFormulas(text, separator, (marks) => marks.slice(1));

function field(cell: Cell, separator: Separator): string {
  if (cell === undefined) return '';
  if (typeof cell === 'number') return Number.isFinite(cell) ? String(cell) : '';
  const plain = cell.toWellFormed().replaceAll('\0', '');
  // Not all that read TSV know of lines within quotes.
  const text = guarded(separator === '\t' ? plain.replace(/[\t\r\n]+/g, ' ') : plain, separator);
  return /[",;\t\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** @returns the file's text, with a byte order mark so that spreadsheets read it as UTF-8 */
export function tableText(rows: readonly (readonly Cell[])[], separator: Separator): string {
  return BOM + rows.map((row) => `${row.map((cell) => field(cell, separator)).join(separator)}\r\n`).join('');
}

export type TableError = 'too_large' | 'unclosed_quote' | 'nothing';
export type Table = { rows: string[][] } | { error: TableError };

/** UTF-16 code units, rows and columns that are read at most. */
const MOST = { text: 4_000_000, rows: 5000, columns: 200 };

/**
 * Reads CSV or TSV, as spreadsheets write it in any country: the separator is the one of comma, semicolon and tab that the
 * first line has most of. Empty rows are left out; guards are taken away.
 */
export function readTable(text: string): Table {
  if (text.length > MOST.text) return { error: 'too_large' };
  const plain = text.startsWith(BOM) ? text.slice(1) : text;
  const separator = separatorOf(plain);
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  while (at < plain.length) {
    const read = plain[at] === '"' ? quoted(plain, at, separator) : bare(plain, at, separator);
    if (!read) return { error: 'unclosed_quote' };
    row.push(unguarded(read.text, separator));
    at = read.end;
    const more = plain[at] === separator;
    // A separator at the end of the text leaves an empty cell behind it.
    if (more && at + 1 === plain.length) row.push('');
    if (more) at += 1;
    else at += plain.startsWith('\r\n', at) ? 2 : 1;
    if (more && at < plain.length) continue;
    if (row.length > MOST.columns || rows.length === MOST.rows) return { error: 'too_large' };
    if (row.some((cell) => cell !== '')) rows.push(row);
    row = [];
  }
  return rows.length === 0 ? { error: 'nothing' } : { rows };
}

function separatorOf(text: string): string {
  const line = /^[^\r\n]*/.exec(text)?.[0].replace(/"[^"]*"/g, '') ?? '';
  const count = (one: string) => line.split(one).length;
  return [',', ';', '\t'].reduce((best, one) => (count(one) > count(best) ? one : best));
}

/** A cell in quotes, and what follows them up to the cell's end. */
function quoted(text: string, start: number, separator: string): { text: string; end: number } | null {
  let value = '';
  let from = start + 1;
  for (;;) {
    const quote = text.indexOf('"', from);
    if (quote < 0) return null;
    value += text.slice(from, quote);
    // What stands behind the closing quote belongs to the cell all the same.
    if (text[quote + 1] !== '"') {
      const rest = bare(text, quote + 1, separator);
      return { text: value + rest.text, end: rest.end };
    }
    value += '"';
    from = quote + 2;
  }
}

function bare(text: string, start: number, separator: string): { text: string; end: number } {
  let end = start;
  while (end < text.length && text[end] !== separator && text[end] !== '\r' && text[end] !== '\n') end += 1;
  return { text: text.slice(start, end), end };
}
