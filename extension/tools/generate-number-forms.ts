/**
 * What stands beside a printed number, for the languages that the platforms speak: extension/.generated/number-forms.ts.
 * Units of magnitude ('mil' → 3 in es, 6 in cs) are cut from cldr-numbers-full (Unicode-3.0); what platforms print beyond
 * it, and the words that a count may stand beside, from reading/number-words.tsv, which names the source of each row.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';

const LOCALES =
  `af am ar as ast az be bg bn br bs ca ceb ckb cs cy da de de-AT de-CH el en en-GB en-IN eo es es-419 es-US et eu fa fi fil
  fo fr fr-CA fy ga gd gl gu ha he hi hr hu hy id ig is it ja jv ka kk km kn ko ku ky lb lo lt lv mk ml mn mr ms mt my nb ne
  nl nn no or pa pl ps pt pt-PT ro ru sc sd si sk sl so sq sr sr-Latn sv sw ta te tg th ti tk tr tt ug uk ur uz vi xh yi yo
  yue zh zh-Hant zh-Hant-HK zu`.split(/\s+/);
/** What a word beside a count can be, apart from a unit of magnitude. */
const KINDS =
  `views subscribers followers following likes comments reposts saves posts people around time counter`.split(/\s+/);

const source = new URL('../node_modules/cldr-numbers-full/main/', import.meta.url);
const target = new URL('../.generated/', import.meta.url);

interface CldrNumbers {
  defaultNumberingSystem: string;
  [key: string]: unknown;
}
type Patterns = Record<string, string>;
type Unit = [word: string, power: number];

/** Spaces, direction marks and full stops differ between CLDR and the pages: both sides are compared without them. */
function plain(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\u00ad\u200b-\u200f\u061c\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/\.$/, '');
}

/** Letters, and what joins parts of a word; a blank is written _. */
const WORD = /^(?:∅|(?:[\p{L}\p{M}॰_'’‘ʻ()-]|\u200c|\u200d)+\*?)$/u;

interface Row {
  language: string;
  kind: string;
  words: string[];
}

function rowsOf(file: URL): Row[] {
  const rows: Row[] = [];
  readFileSync(file, 'utf8')
    .split('\n')
    .forEach((line, index) => {
      if (line === '' || line.startsWith('#')) return;
      const [language, kind, words, from, ...rest] = line.split('\t');
      if (
        !language ||
        !kind ||
        !words ||
        !from ||
        rest.length > 0 ||
        !(/^\^?\d+$/.test(kind) || kind === 'one' || KINDS.includes(kind))
      )
        throw new Error(`number-words.tsv:${index + 1}: not "language, kind, words, source": ${line}`);
      if (language !== '*' && !LOCALES.some((locale) => locale.toLowerCase() === language))
        throw new Error(`number-words.tsv:${index + 1}: no such language: ${language}`);
      const odd = words.split(' ').find((word) => !WORD.test(word));
      if (odd) throw new Error(`number-words.tsv:${index + 1}: a word is of letters: ${odd}`);
      rows.push({ language, kind, words: words.split(' ').map((word) => plain(word.replace(/_/g, ' '))) });
    });
  return rows;
}

const ROWS = rowsOf(new URL('../reading/number-words.tsv', import.meta.url));
const unitsIn = (language: string, before: boolean): Unit[] =>
  ROWS.filter(
    (row) => row.language === language && /^\^?\d/.test(row.kind) && row.kind.startsWith('^') === before,
  ).flatMap(({ kind, words }) => words.map((word): Unit => [word, Number(kind.replace('^', ''))]));

interface Forms {
  before: Unit[];
  after: Unit[];
  thousands: boolean;
}

function cldrForms(numbers: CldrNumbers): Forms {
  let thousands = false;
  const before = new Map<string, Unit>();
  const after = new Map<string, Unit>();
  for (const system of new Set([numbers.defaultNumberingSystem, 'latn'])) {
    const formats = numbers[`decimalFormats-numberSystem-${system}`] as
      | { short?: { decimalFormat: Patterns }; long?: { decimalFormat: Patterns } }
      | undefined;
    const short = formats?.short?.decimalFormat ?? {};
    for (const patterns of [short, formats?.long?.decimalFormat ?? {}]) {
      for (const [key, pattern] of Object.entries(patterns)) {
        const size = key.split('-', 1)[0] ?? '';
        const bare = (pattern.split(';', 1)[0] ?? '').replace(/'/g, '');
        const zeros = /0+/.exec(bare);
        if (!zeros || !/^10+$/.test(size)) continue;
        const power = size.length - zeros[0].length;
        const head = plain(bare.slice(0, zeros.index));
        const tail = plain(bare.slice(zeros.index + zeros[0].length));
        // No count is beyond 10^12: such a unit is as good as unknown.
        if (power < 2 || power > 11 || (head && tail)) continue;
        if (patterns === short && size === '1000' && (head || tail)) thousands = true;
        if (tail) after.set(`${tail}/${power}`, [tail, power]);
        else if (head) before.set(`${head}/${power}`, [head, power]);
      }
    }
  }
  return { before: [...before.values()], after: [...after.values()], thousands };
}

/** '3:K thousand;6:M million': as short as it goes, since every page of a platform loads it. */
function packed(units: readonly Unit[]): string {
  const powers = [...new Set(units.map(([, power]) => power))].sort((a, b) => a - b);
  const wordsOf = (power: number) =>
    units.filter(([, same]) => same === power).map(([word]) => word.replace(/ /g, '_'));
  return powers.map((power) => `${power}:${wordsOf(power).join(' ')}`).join(';');
}

/** A row of the table stands for its word, whatever CLDR says of it. */
function withRows(units: readonly Unit[], rows: readonly Unit[]): Unit[] {
  const kept = units.filter(([word]) => !rows.some(([other]) => other === word));
  const all = [...kept, ...rows];
  return all.filter(
    ([word, power], index) => all.findIndex(([other, same]) => other === word && same === power) === index,
  );
}

const lines: string[] = [];
const units: [word: string, locale: string][] = [];
for (const locale of LOCALES) {
  const file = new URL(`${locale}/numbers.json`, source);
  if (!existsSync(file)) throw new Error(`cldr-numbers-full has no ${locale}`);
  const numbers: CldrNumbers = JSON.parse(readFileSync(file, 'utf8')).main[locale].numbers;
  const symbols = (numbers[`symbols-numberSystem-${numbers.defaultNumberingSystem}`] ??
    numbers['symbols-numberSystem-latn']) as { decimal: string; group: string };
  const latin = numbers['symbols-numberSystem-latn'] as { decimal: string; group: string };
  const name = locale.toLowerCase();
  const { before, after, thousands } = cldrForms(numbers);
  const parent = name === 'no' || name === 'nn' ? 'nb' : name;
  const forms = {
    before: withRows(before, unitsIn(parent, true)),
    after: withRows(after, unitsIn(parent, false)),
    thousands,
  };
  for (const [word, power] of forms.after) {
    const same = forms.after.find(([other, less]) => other === word && less !== power);
    if (same)
      throw new Error(`${locale}: ${word} stands for 10^${power} and 10^${same[1]}: say which in number-words.tsv`);
  }
  for (const [word] of [...forms.after, ...forms.before]) units.push([word.toLowerCase(), name]);
  const decimal = [...new Set([symbols.decimal, latin.decimal])].join('');
  const group = [...new Set([symbols.group, latin.group])].join('');
  lines.push(
    `  [${JSON.stringify(name)}, ${JSON.stringify([decimal, group, thousands ? '1' : '', packed(forms.after), packed(forms.before)].join('|'))}],`,
  );
}

const fields = new Map<string, Record<string, string[]>>();
for (const { language, kind, words } of ROWS) {
  if (/^\^?\d/.test(kind) || kind === 'one') continue;
  for (const word of words) {
    // English words are looked up on pages of every language.
    const other = units.find(
      ([unit, locale]) =>
        (word.endsWith('*') ? unit.startsWith(word.slice(0, -1).toLowerCase()) : unit === word.toLowerCase()) &&
        (language === '*' || language === 'en' || locale.split('-')[0] === language),
    );
    if (other) throw new Error(`number-words.tsv: ${language} ${kind} ${word} is a unit in ${other[1]}`);
  }
  const known = fields.get(language) ?? {};
  fields.set(language, known);
  known[kind] = [...new Set([...(known[kind] ?? []), ...words.map((word) => word.toLowerCase())])];
}
const oneLines = ROWS.filter(({ kind }) => kind === 'one').map(
  ({ language, words }) => `  [${JSON.stringify(language)}, ${JSON.stringify(words.join(' '))}],`,
);
const fieldLines = [...fields].map(
  ([language, kinds]) =>
    `  [${JSON.stringify(language)}, ${JSON.stringify(
      Object.entries(kinds)
        .map(([kind, words]) => `${KINDS.indexOf(kind)}:${words.map((word) => word.replace(/ /g, '_')).join(' ')}`)
        .join(';'),
    )}],`,
);

mkdirSync(target, { recursive: true });
writeFileSync(
  new URL('number-forms.ts', target),
  `/* Generated from cldr-numbers-full (Unicode-3.0) and reading/number-words.tsv by tools/generate-number-forms.ts: do not edit. */
/** By language: decimal marks | group marks | 1 where thousands have a unit | units after the digits | units before. */
export const numberForms: ReadonlyMap<string, string> = new Map<string, string>([
${lines.join('\n')}
]);
/** Units in any language that has no other meaning for the same letter. */
export const unitsEverywhere: [string, number][] = ${JSON.stringify(unitsIn('*', false))};
/** What a word beside a count can be: what is counted, or one of the last three (number-words.tsv). */
export type WordKind = ${KINDS.map((kind) => `'${kind}'`).join(' | ')};
export const wordKinds: readonly WordKind[] = ${JSON.stringify(KINDS)};
/** The words that may stand beside a count, by language, in lower case: place in wordKinds, words. */
export const fieldWords: ReadonlyMap<string, string> = new Map<string, string>([
${fieldLines.join('\n')}
]);
/** Words for one in an age, by language; ∅ where the unit alone says it. */
export const wordsForOne: ReadonlyMap<string, string> = new Map<string, string>([
${oneLines.join('\n')}
]);
`,
);
