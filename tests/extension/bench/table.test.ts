import { expect, it } from 'vitest';
import { judge, quantile, type Row } from '../../bench/table';

const row = (...values: number[]): Row => ({ name: 'a figure', unit: 'ms', values });
const MARGIN = 0.15;

it('takes a quantile between the two values beside it', () => {
  expect(quantile([4, 1, 2, 3], 0.5)).toBe(2.5);
  expect(quantile([4, 1, 2, 3], 1)).toBe(4);
  expect(quantile([7], 0.9)).toBe(7);
});

it.each([
  ['below its limit', row(1, 9, 90), { limit: 10 }, false, '≤ 10 ok'],
  ['past it by less than noise', row(11), { limit: 10 }, false, '≤ 10 within the margin'],
  ['past it by more', row(12), { limit: 10 }, true, '≤ 10 PAST'],
  ['too little of what must be much', row(8), { limit: 10, least: true }, true, '≥ 10 PAST'],
  ['a little less of it', row(9), { limit: 10, least: true }, false, '≥ 10 within the margin'],
  ['the worst past its limit', row(1, 1, 12), { limit: 10, quantile: 1 }, true, '≤ 10 (worst) PAST'],
  ['nothing where nothing may be', row(0), { limit: 0 }, false, '≤ 0 ok'],
  ['no number', row(Number.NaN), { limit: 10 }, true, '≤ 10 PAST'],
] as const)('says of a figure that it is %s', (_, figure, budget, past, text) => {
  expect(judge(figure, budget, MARGIN)).toEqual({ text, past });
});
