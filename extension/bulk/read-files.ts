/** `plumb-read`: files of saved pages in, snapshots out, one a line. */
import { closeSync, createReadStream, openSync, readFileSync, readSync, statSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { HarError } from './har';
import { readHar } from './har-pages';
import { openJournal } from './journal';
import type { Read } from './pages';
import { isExport, readExport } from './zeeschuimer';

export const HELP = `Usage: plumb-read [options] FILE…          plumb-read *.har | plumb score

Reads saved pages with the readers of the browser extension, without a browser, and writes one snapshot a line for each
account: HAR files as the browsers' developer tools save them ("with content"), and Zeeschuimer's exports (NDJSON).
Nothing is asked of the network, and nothing of a page runs.

  --out FILE          writes snapshots there, and FILE.read beside it: the same command again reads only what is not done
  --files-from FILE   names of further files, one a line; - reads them from standard input
  --quiet             tells damaged files and nothing else
  --help              this text

On standard error: a line for each damaged file (and for each damaged line of an export), a line for each page whose account
could not be read, how far it is, and a last line of all. Posts and lists of an account that were opened within half an hour
of its profile go into its snapshot.
Exit 0 where every file was read, 1 where one was damaged, 2 a wrong usage.
`;

/** Longest HAR, bytes: a text that V8 can hold. */
const HAR_MOST = 512 * 1024 * 1024 - 1024;
/** Time between two lines of progress, ms. */
const PROGRESS = 2000;
/** Damaged lines of one export that are told one by one. */
const LINES_TOLD = 5;

export interface Doors {
  write(lines: string): Promise<void> | void;
  tell(line: string): void;
  /** Names of files from standard input. */
  names(): string;
  now(): number;
}

class UsageError extends Error {}

interface Options {
  files: string[];
  out: string | undefined;
  quiet: boolean;
  help: boolean;
}

function optionsOf(argv: readonly string[], names: () => string): Options {
  let parsed: ReturnType<typeof parse>;
  try {
    parsed = parse(argv);
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
  const { values, positionals } = parsed;
  const from = values['files-from'];
  const listed = from === undefined ? '' : from === '-' ? names() : readFileSync(from, 'utf8');
  const files = [...positionals, ...listed.split(/\r?\n/).filter((name) => name !== '')];
  if (!values.help && files.length === 0 && from === undefined) throw new UsageError('No file was given.');
  return { files, out: values.out, quiet: values.quiet, help: values.help };
}

function parse(argv: readonly string[]) {
  return parseArgs({
    args: [...argv],
    allowPositionals: true,
    options: {
      out: { type: 'string' },
      'files-from': { type: 'string' },
      quiet: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false, short: 'h' },
    },
  });
}

/** @returns the exit code */
export async function plumbRead(argv: readonly string[], doors: Doors): Promise<number> {
  try {
    const options = optionsOf(argv, doors.names);
    if (options.help) {
      await doors.write(HELP);
      return 0;
    }
    return await readAll(options, doors);
  } catch (error) {
    doors.tell(`plumb-read: ${(error as Error).message}`);
    return 2;
  }
}

async function readAll({ files, out, quiet }: Options, doors: Doors): Promise<number> {
  const journal = out === undefined ? undefined : openJournal(out);
  const sum = { read: 0, before: 0, snapshots: 0, damaged: 0 };
  let told = doors.now();
  for (const [index, file] of files.entries()) {
    if (journal?.has(file)) {
      sum.before += 1;
      continue;
    }
    const { results, faults, words } = await readFile(file);
    const lines = results.flatMap((result) => ('snapshot' in result ? [`${JSON.stringify(result.snapshot)}\n`] : []));
    for (const fault of faults) doors.tell(`plumb-read: damaged: ${fault}`);
    if (!quiet) for (const word of words) doors.tell(`plumb-read: ${word}`);
    sum.snapshots += lines.length;
    if (faults.length > 0) sum.damaged += 1;
    else sum.read += 1;
    // A damaged file is not noted as done: it may be there whole the next time.
    if (!journal) await doors.write(lines.join(''));
    else if (faults.length === 0) journal.add(file, lines.join(''));
    if (!quiet && doors.now() - told >= PROGRESS) {
      told = doors.now();
      doors.tell(`plumb-read: ${index + 1} of ${files.length} files`);
    }
  }
  const before = sum.before > 0 ? `, ${sum.before} done before` : '';
  if (!quiet)
    doors.tell(
      `plumb-read: ${files.length} files: ${sum.read} read, ${sum.damaged} damaged${before}; ${sum.snapshots} snapshots`,
    );
  return sum.damaged > 0 ? 1 : 0;
}

interface FileRead {
  results: Read[];
  /** What is damaged in it. */
  faults: string[];
  /** What else there is to say. */
  words: string[];
}

async function readFile(file: string): Promise<FileRead> {
  try {
    return isExport(firstLine(file)) ? await readExportFile(file) : await readHarFile(file);
  } catch (error) {
    // Whatever a file holds, the others are read.
    const message = error instanceof HarError ? error.message : `${file}: ${(error as Error).message}`;
    return { results: [], faults: [message], words: [] };
  }
}

async function readHarFile(file: string): Promise<FileRead> {
  const { size } = statSync(file);
  if (size > HAR_MOST) throw new HarError(`${file} is longer than 512 MiB: save fewer pages in one HAR.`);
  const results = await readHar(readFileSync(file, 'utf8'), file);
  const words = results.length === 0 ? [`${file}: no page in it shows one account`] : refusalsOf(results, file);
  return { results, faults: [], words };
}

async function readExportFile(file: string): Promise<FileRead> {
  const lines = createInterface({ input: createReadStream(file, 'utf8'), crlfDelay: Number.POSITIVE_INFINITY });
  const { results, damaged, elsewhere } = await readExport(lines);
  const faults = damaged.slice(0, LINES_TOLD).map(({ line, why }) => `${file}: line ${line} ${why}`);
  if (damaged.length > LINES_TOLD) faults.push(`${file}: ${damaged.length - LINES_TOLD} more lines`);
  const words = refusalsOf(results, file);
  if (elsewhere > 0) words.push(`${file}: ${elsewhere} items are of pages that show no account`);
  return { results, faults, words };
}

function refusalsOf(results: readonly Read[], file: string): string[] {
  return results.flatMap((result) => ('message' in result ? [`${file}: ${result.address}: ${result.message}`] : []));
}

/** Beginning of a file up to its first line's end, or '' where that is longer than any export's. */
function firstLine(file: string): string {
  const handle = openSync(file, 'r');
  try {
    const buffer = Buffer.alloc(4 * 1024 * 1024);
    const text = buffer.subarray(0, readSync(handle, buffer, 0, buffer.length, 0)).toString('utf8');
    return text.split('\n', 1)[0] ?? '';
  } finally {
    closeSync(handle);
  }
}
