/** Which mutants of the readers are tried, and what a run of StrykerJS says of them. No library: the unit tests read this file. */
import { seeded } from '../../browser/navigation/random.ts';

/** A place as StrykerJS counts it; from 1 in its report, from 0 where it hands mutants to a checker. */
interface Position {
  line: number;
  column: number;
}

export interface Mutant {
  fileName: string;
  mutatorName: string;
  location: { start: Position; end: Position };
  /** What stands there instead. */
  replacement?: string;
}

/** Two mutants of one file are the same where all of this is. @param fileName with slashes, from the tree's root */
export function keyOf(mutant: Mutant): string {
  const { start, end } = mutant.location;
  const place = [start.line, start.column, end.line, end.column].join(':');
  return JSON.stringify([mutant.fileName, place, mutant.mutatorName, mutant.replacement]);
}

/** So many by chance, each as likely as any other, in the order of the list. All, where there are no more. */
export function chosen<T>(all: readonly T[], sample: number, seed: number): T[] {
  const random = seeded(seed);
  const drawn = all.map((one, index) => ({ one, index, by: random() })).sort((a, b) => a.by - b.by);
  return drawn
    .slice(0, sample)
    .sort((a, b) => a.index - b.index)
    .map(({ one }) => one);
}

/** What StrykerJS's JSON report holds of what is read here (mutation-testing-report-schema). */
export interface Report {
  files: Record<
    string,
    {
      source: string;
      mutants: (Omit<Mutant, 'fileName'> & { status: string; static?: boolean; statusReason?: string })[];
    }
  >;
}

export interface Outcome {
  /** How many ended in each way, by StrykerJS's name of it. */
  counts: Record<string, number>;
  /** How many of them stand in what runs once, when a file is loaded: all tests are run for each. */
  static: number;
  /** Those that no test finds: place, what stood there and what stands there instead. */
  living: string[];
  /** Those that count: all but those that could not be run. */
  counted: number;
  /** Share of those that count which a test finds: it fails, or does not end. NaN where none counts. */
  score: number;
}

/** Not in the sample. */
const LEFT_OUT = 'CompileError';
const FOUND = ['Killed', 'Timeout'];
const MISSED = ['Survived', 'NoCoverage'];

/** The text between two places, counted from 1, on one line and not too long. */
function excerpt(source: string, { start, end }: Mutant['location']): string {
  const lines = source.split('\n').slice(start.line - 1, end.line);
  lines.push((lines.pop() ?? '').slice(0, end.column - 1));
  return short([(lines[0] ?? '').slice(start.column - 1), ...lines.slice(1)].join('\n'));
}

function short(text: string): string {
  const flat = text.replace(/\s+/g, ' ').trim();
  return flat.length > 90 ? `${flat.slice(0, 89)}…` : flat;
}

/** @throws Error where StrykerJS tells an end that is not known here, so none is left out unseen */
export function outcomeOf(report: Report): Outcome {
  const counts: Record<string, number> = {};
  const living: string[] = [];
  let fixed = 0;
  for (const [file, { source, mutants }] of Object.entries(report.files))
    for (const mutant of mutants) {
      const { status, location } = mutant;
      if (status === LEFT_OUT) continue;
      if (![...FOUND, ...MISSED, 'RuntimeError'].includes(status)) throw new Error(`${file}: ${status} is unknown`);
      counts[status] = (counts[status] ?? 0) + 1;
      if (mutant.static) fixed += 1;
      if (!MISSED.includes(status)) continue;
      const never = status === 'NoCoverage' ? ' (never run)' : '';
      const place = `${file}:${location.start.line}:${location.start.column}`;
      living.push(
        `${place}: ${mutant.mutatorName}: ${excerpt(source, location)} → ${short(mutant.replacement ?? '')}${never}`,
      );
    }
  const sum = (names: readonly string[]) => names.reduce((total, name) => total + (counts[name] ?? 0), 0);
  const counted = sum([...FOUND, ...MISSED]);
  return { counts, static: fixed, living, counted, score: sum(FOUND) / counted };
}
