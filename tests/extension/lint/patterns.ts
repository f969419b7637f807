/**
 * No pattern of the extension takes longer than its text is long: whatever a page prints is matched against them. Every
 * regular expression of the source is judged by recheck, which looks for the text that makes it slow.
 */
import { globSync, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { check } from 'recheck';
import { parseAst } from 'rolldown/parseAst';
import { readWords } from '../../../extension/.generated/read-words.ts';

/** Patterns that are slower on long texts than on short ones, and why they never see a long one. */
export const short: ReadonlyMap<string, string> = new Map([
  [String.raw`[\s]*[%٪]\u2069?$`, 'views/numbers: one number that Intl has formatted'],
  ['0+$', 'reading/counts: the digits of one number, at most 60 characters'],
  [String.raw`[\p{L}\p{M}][\p{L}\p{M}'’‘ʻ()-]*$`, 'reading/number-words: 60 characters beside a number'],
  [' ?["„“”«»‘’」』‹›]+$', 'reading/number-words: 60 characters beside a number'],
  [String.raw`(\d+\s?(?:s|m|h|d|w|mo|y))\s*$`, 'platforms/bluesky: the last 24 characters of a link'],
]);

export interface Pattern {
  file: string;
  source: string;
  flags: string;
}

/** Stands for what is put into a pattern while the program runs. */
const HOLE = 'x';

/** Is no pattern: stands for one of which nothing is written. */
const UNKNOWN = '(';

interface Literal {
  type: string;
  value?: unknown;
  quasis?: { value: { cooked: string } }[];
}

/**
 * A pattern that is put together while the program runs, with one letter in each hole: what is put there are names and
 * lists of words. What else than a template is given has no source here, and can't be judged.
 */
function composed(file: string, [pattern, flags]: Literal[]): Pattern {
  const parts = pattern?.quasis?.map(({ value }) => value.cooked);
  const source = parts?.join(HOLE) ?? (typeof pattern?.value === 'string' ? pattern.value : UNKNOWN);
  return { file, source, flags: typeof flags?.value === 'string' ? flags.value : '' };
}

/** The patterns written in a file. */
export function patternsIn(file: string, text: string): Pattern[] {
  const found: Pattern[] = [];
  const walk = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    const {
      type,
      regex,
      callee,
      arguments: given,
    } = node as {
      type?: string;
      regex?: { pattern: string; flags: string };
      callee?: { name?: string };
      arguments?: Literal[];
    };
    if (type === 'Literal' && regex) found.push({ file, source: regex.pattern, flags: regex.flags });
    if (/^(?:New|Call)Expression$/.test(type ?? '') && callee?.name === 'RegExp')
      found.push(composed(file, given ?? []));
    for (const part of Object.values(node)) walk(part);
  };
  walk(parseAst(text, { lang: file.endsWith('.tsx') ? 'tsx' : 'ts' }, file));
  return found;
}

const VOCABULARY = 'redaction/vocabulary.ts';

/**
 * Patterns that redaction/vocabulary makes of those of the readers, as it makes them: without their ends they match elsewhere, and
 * may take longer there.
 */
function unanchored(): Pattern[] {
  const readers = Object.values(readWords).flatMap(([, matched]) => matched);
  return readers.map((source) => ({
    file: VOCABULARY,
    source: source.replace(/^\^|\$$/g, ''),
    flags: 'giu',
  }));
}
/** All that are written in the extension, or made in it of those. */
export function patternsOf(root: string): Pattern[] {
  const written = globSync('**/*.{ts,tsx}', {
    cwd: root,
    exclude: (name) => /^(node_modules|\.output|\.wxt|\.generated|tools|\w+\.config\.ts)$/.test(name),
  }).flatMap((file) => patternsIn(file, readFileSync(root + file, 'utf8')));
  return [...written.filter(({ file, source }) => file !== VOCABULARY || source !== UNKNOWN), ...unanchored()];
}

export interface Judged extends Pattern {
  verdict: 'safe' | 'vulnerable' | 'unknown';
  /** How the time grows with the text at worst: `linear`, `2nd degree polynomial`; `safe` where recheck says no more than that it is no worse. */
  worst: string;
  /** How the time grows, and a text that shows it. */
  why: string;
}

/**
 * Steps are counted, not time: a busy machine comes to the same verdict. Some texts are found by chance, the same in every
 * run. What can't be judged at all keeps the test from its end, which fails it.
 */
const LIMITS = {
  timeout: null,
  randomSeed: 20261126,
  seedingTimeout: null,
  incubationTimeout: null,
  attackTimeout: null,
} as const;

/** Each different pattern once. */
export async function judged(patterns: readonly Pattern[]): Promise<Judged[]> {
  const rest = [...new Map(patterns.map((one) => [`/${one.source}/${one.flags}`, one])).values()];
  const done: Judged[] = [];
  const work = async () => {
    for (let next = rest.pop(); next; next = rest.pop()) {
      const { status, ...told } = await check(next.source, next.flags, LIMITS);
      const why =
        'attack' in told ? `${told.complexity?.summary}: ${told.attack?.pattern.slice(0, 120)}` : JSON.stringify(told);
      done.push({
        ...next,
        verdict: status,
        worst: ('complexity' in told ? told.complexity?.summary : undefined) ?? 'unknown',
        why,
      });
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, work));
  return done;
}
