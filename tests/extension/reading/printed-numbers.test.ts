/** Printed counts and ages with the number beside them (../shared/data/printed-numbers.json), where that is there. */
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { highOf, lowOf, readCount } from '../../../extension/reading/counts';
import { readAge } from '../../../extension/reading/times';

interface Printed {
  exact: Record<string, number>;
  counts: Record<string, Record<string, string>>;
  ages: Record<string, [text: string, count: number, unit: string][]>;
}

const FILE = new URL('../../../../shared/data/printed-numbers.json', import.meta.url);
const THERE = process.env['PLUMB_PRINTED_NUMBERS'] ?? (existsSync(FILE) ? FILE : undefined);
/** Every second language was looked at while the tables were made; the others were only measured at the end. */
const DEVELOPED = (_: string, index: number) => index % 2 === 0;
const NOW = '2026-01-26T12:00:00Z';
const SECONDS: Record<string, number> = {
  min: 60,
  h: 3600,
  d: 86_400,
  w: 7 * 86_400,
  mo: 30.4375 * 86_400,
  y: 365.25 * 86_400,
};

interface Tally {
  right: number;
  unknown: string[];
  wrong: string[];
}
const tally = (): Tally => ({ right: 0, unknown: [], wrong: [] });
const told = (name: string, { right, unknown, wrong }: Tally) =>
  `${name}: ${right} of ${right + unknown.length + wrong.length} right, ${unknown.length} unknown, ${wrong.length} wrong`;

/** A rounded number is right if its interval holds the exact one and is no wider than a step of what was printed. */
function judge(text: string, exact: number, locale: string, into: Tally): void {
  const count = readCount(text, { rounding: 'truncated', locale, compact: true });
  const line = `${locale}: ${text.replace(/\s/g, ' ')} → ${JSON.stringify(count)}`;
  if (count === null) into.unknown.push(line);
  else if (lowOf(count) <= exact && exact <= highOf(count) && highOf(count) - lowOf(count) < exact) into.right++;
  else into.wrong.push(line);
}

function judgeAge(text: string, units: number, unit: string, locale: string, into: Tally): void {
  const age = readAge(text, NOW, locale);
  const seconds = SECONDS[unit] as number;
  const line = `${locale}: ${text} → ${JSON.stringify(age)}`;
  const ago = age === undefined ? 0 : (Date.parse(NOW) - Date.parse(age.at)) / 1000 / seconds;
  if (age === undefined) into.unknown.push(line);
  else if (Math.abs(ago - units - 0.5) <= 0.51 && age.atStep <= 2 * seconds) into.right++;
  else into.wrong.push(line);
}

describe.skipIf(THERE === undefined)('printed numbers with their exact ones', () => {
  const printed: Printed =
    THERE === undefined ? { exact: {}, counts: {}, ages: {} } : JSON.parse(readFileSync(THERE, 'utf8'));
  for (const [half, mine] of [
    ['languages developed on', true],
    ['languages left out', false],
  ] as const) {
    test(half, () => {
      const [counts, ages] = [tally(), tally()];
      for (const locale of Object.keys(printed.counts).filter((name, index) => DEVELOPED(name, index) === mine)) {
        for (const [index, text] of Object.entries(printed.counts[locale] ?? {}))
          judge(text, printed.exact[index] as number, locale, counts);
        for (const [text, units, unit] of printed.ages[locale] ?? []) judgeAge(text, units, unit, locale, ages);
      }
      console.log([told(`${half}, counts`, counts), told(`${half}, ages`, ages)].join('\n'));
      if (process.env['SHOW'] === half.split(' ')[1])
        console.log([...counts.wrong, '--', ...counts.unknown, '--', ...ages.wrong, '--', ...ages.unknown].join('\n'));
      expect([counts.wrong, ages.wrong]).toEqual([[], []]);
      expect(counts.right / (counts.right + counts.unknown.length)).toBeGreaterThanOrEqual(0.98);
      expect(ages.right / (ages.right + ages.unknown.length)).toBeGreaterThanOrEqual(0.98);
    });
  }
});

test.runIf(THERE === undefined)(
  'printed numbers are measured where ../shared/data/printed-numbers.json is there',
  () => {
    console.log('printed numbers not measured: ../shared/data/printed-numbers.json is not there');
  },
);
