/**
 * Cuts the compact number forms of the locales that the platforms speak from cldr-numbers-full
 * (Unicode-3.0): extension/.generated/number-forms.ts. A form is the text around the digits and the
 * power of ten that it stands for: 'mil' → 3 in es, 6 in cs.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';

const LOCALES =
  `af am ar as az be bg bn bs ca cs cy da de de-AT de-CH el en en-GB en-IN es es-419 es-US et eu fa fi fil fr fr-CA
  ga gl gu he hi hr hu hy id is it ja jv ka kk km kn ko ky lo lt lv mk ml mn mr ms my nb ne nl nn no or pa pl ps pt pt-PT ro ru
  si sk sl sq sr sr-Latn sv sw ta te th tk tr uk ur uz vi yo yue zh zh-Hant zh-Hant-HK zu`.split(/\s+/);

const source = new URL('../node_modules/cldr-numbers-full/main/', import.meta.url);
const target = new URL('../.generated/', import.meta.url);

interface CldrNumbers {
  defaultNumberingSystem: string;
  [key: string]: unknown;
}
type Patterns = Record<string, string>;

/** Spaces, direction marks and full stops differ between CLDR and the pages: both sides are compared without them. */
function plain(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/\.$/, '');
}

function formsOf(numbers: CldrNumbers): { before: [string, number][]; after: [string, number][]; thousands: boolean } {
  let thousands = false;
  const before = new Map<string, [string, number]>();
  const after = new Map<string, [string, number]>();
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
        if (power < 2 || power > 12 || (head && tail)) continue;
        if (patterns === short && size === '1000' && (head || tail)) thousands = true;
        if (tail) after.set(`${tail}/${power}`, [tail, power]);
        else if (head) before.set(`${head}/${power}`, [head, power]);
      }
    }
  }
  const longestFirst = (a: [string, number], b: [string, number]) =>
    b[0].length - a[0].length || (a[0] < b[0] ? -1 : 1) || a[1] - b[1];
  // Bengali's pattern for 10^11 lost its digits in CLDR 48.2: the same word stands for 10^7.
  for (const [word, power] of [...after.values()])
    if (power >= 11 && [...after.values()].some(([other, less]) => other === word && less < power))
      after.delete(`${word}/${power}`);
  return { before: [...before.values()].sort(longestFirst), after: [...after.values()].sort(longestFirst), thousands };
}

const lines: string[] = [];
for (const locale of LOCALES) {
  const file = new URL(`${locale}/numbers.json`, source);
  if (!existsSync(file)) throw new Error(`cldr-numbers-full has no ${locale}`);
  const numbers: CldrNumbers = JSON.parse(readFileSync(file, 'utf8')).main[locale].numbers;
  const symbols = (numbers[`symbols-numberSystem-${numbers.defaultNumberingSystem}`] ??
    numbers['symbols-numberSystem-latn']) as { decimal: string; group: string };
  const latin = numbers['symbols-numberSystem-latn'] as { decimal: string; group: string };
  const forms = formsOf(numbers);
  const decimal = [...new Set([symbols.decimal, latin.decimal])].join('');
  const group = [...new Set([symbols.group, latin.group])].join('');
  lines.push(`  [${JSON.stringify(locale.toLowerCase())}, ${JSON.stringify({ decimal, group, ...forms })}],`);
}
mkdirSync(target, { recursive: true });
writeFileSync(
  new URL('number-forms.ts', target),
  `/* Generated from cldr-numbers-full (Unicode-3.0) by tools/generate-number-forms.ts: do not edit. */
export interface NumberForms {
  /** Characters that mark decimals and groups. */
  decimal: string;
  group: string;
  /** Text after or before the digits, without spaces around and full stop, and its power of ten; longest first. */
  after: [string, number][];
  before: [string, number][];
  /** Whether 1,234 is printed with a form of its own (1.2K); where not, a compact 1,230 may be a rounded one. */
  thousands: boolean;
}
export const numberForms: ReadonlyMap<string, NumberForms> = new Map<string, NumberForms>([
${lines.join('\n')}
]);
`,
);
