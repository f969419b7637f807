/** Which mutants of the readers are tried, and how StrykerJS's report of them is read. */
import { describe, expect, it } from 'vitest';
import { chosen, keyOf, type Mutant, outcomeOf, type Report } from '../../mutants/readers/sample';

describe('the sample', () => {
  const all = Array.from({ length: 1000 }, (_, index) => index);

  it('is the same for the same seed, and another for another', () => {
    expect(chosen(all, 50, 7)).toEqual(chosen(all, 50, 7));
    expect(chosen(all, 50, 7)).not.toEqual(chosen(all, 50, 8));
  });

  it('holds so many, each once, in the order of the list', () => {
    const sample = chosen(all, 50, 7);
    expect(new Set(sample).size).toBe(50);
    expect(sample).toEqual([...sample].sort((a, b) => a - b));
    expect(chosen([3, 1, 2], 10, 7)).toEqual([3, 1, 2]);
  });

  it('takes each as often as any other', () => {
    const times = new Array<number>(10).fill(0);
    for (let seed = 1; seed <= 1000; seed += 1) for (const one of chosen(all.slice(0, 10), 3, seed)) times[one]! += 1;
    // 300 are expected, with a deviation of 14.
    expect(Math.min(...times)).toBeGreaterThan(230);
    expect(Math.max(...times)).toBeLessThan(370);
  });
});

describe('one mutant is told from another', () => {
  const mutant: Mutant = {
    fileName: 'extension/reading/text.ts',
    mutatorName: 'Regex',
    location: { start: { line: 4, column: 7 }, end: { line: 4, column: 19 } },
    replacement: '/a/',
  };

  it('by its file, place, kind and what stands there instead', () => {
    expect(keyOf({ ...mutant })).toBe(keyOf(mutant));
    const others = [
      { fileName: 'extension/reading/times.ts' },
      { mutatorName: 'StringLiteral' },
      { replacement: '/b/' },
      { location: { start: { line: 4, column: 8 }, end: { line: 4, column: 19 } } },
      { location: { start: { line: 4, column: 7 }, end: { line: 5, column: 19 } } },
    ];
    expect(new Set([mutant, ...others.map((other) => ({ ...mutant, ...other }))].map(keyOf)).size).toBe(6);
  });
});

describe('the report', () => {
  const source = ['const one = a && b;', 'if (one) {', '  two();', '}'].join('\n');
  const of = (status: string, line = 1, column = 13, end: readonly [number, number] = [1, 19], fixed = false) => ({
    mutatorName: 'LogicalOperator',
    location: { start: { line, column }, end: { line: end[0], column: end[1] } },
    replacement: 'a || b',
    status,
    static: fixed,
  });
  const report = (...mutants: Report['files'][string]['mutants']): Report => ({
    files: { 'reading/text.ts': { source, mutants } },
  });

  it('counts a failing test and an endless one as found, and what no test reaches as living', () => {
    const all = ['Killed', 'Killed', 'Timeout', 'Survived', 'NoCoverage', 'RuntimeError', 'CompileError'];
    const outcome = outcomeOf(report(...all.map((status) => of(status))));
    expect(outcome.counts).toEqual({ Killed: 2, Timeout: 1, Survived: 1, NoCoverage: 1, RuntimeError: 1 });
    expect(outcome.counted).toBe(5);
    expect(outcome.score).toBe(0.6);
    expect(outcome.living).toEqual([
      'reading/text.ts:1:13: LogicalOperator: a && b → a || b',
      'reading/text.ts:1:13: LogicalOperator: a && b → a || b (never run)',
    ]);
  });

  it('shows what stood on more than one line as one', () => {
    const { living } = outcomeOf(report(of('Survived', 2, 10, [4, 2])));
    expect(living).toEqual(['reading/text.ts:2:10: LogicalOperator: { two(); } → a || b']);
  });

  it('counts those that stand where a file is loaded, but for what is not in the sample', () => {
    const at = (status: string) => of(status, 1, 13, [1, 19], true);
    expect(outcomeOf(report(at('Killed'), at('Survived'), at('CompileError'), of('Killed'))).static).toBe(2);
  });

  it('has no score where nothing was tried', () => {
    expect(outcomeOf(report(of('CompileError'))).score).toBeNaN();
  });

  it('is refused where it tells an end that is not known', () => {
    expect(() => outcomeOf(report(of('Pending')))).toThrow('reading/text.ts: Pending is unknown');
  });
});
