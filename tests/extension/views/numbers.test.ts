import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { numbersFor, printedValue } from '../../../extension/views/numbers';

const en = numbersFor('en');

describe('numbers', () => {
  it.each([
    [840, '840'],
    [9_999, '9,999'],
    [16_476, '16.5K'],
    [128_499, '128K'],
    [25_400_000, '25.4M'],
  ])('count %d is %s', (value, text) => {
    expect(en.count(value)).toBe(text);
  });

  it.each([
    [{ low: 1_200_000, high: 1_299_999 }, '1.2M'], // truncated by the page
    [{ low: 1_150_000, high: 1_299_999 }, '1.2M'], // rounded or truncated
    [{ low: 25_000_000, high: 25_999_999 }, '25M'],
    [{ low: 16_400, high: 16_499 }, '16.4K'],
    [{ low: 16_476, high: 16_476 }, '16.5K'],
    [{ low: 402, high: 402 }, '402'],
  ])('shows %o as the page printed it', (range, text) => {
    expect(en.shown(range)).toBe(text);
  });

  it('finds what the page printed for every rounding step', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 999 }),
        fc.integer({ min: 1, max: 8 }),
        fc.boolean(),
        (digits, exponent, truncates) => {
          const unit = 10 ** exponent;
          const printed = digits * unit;
          const low = truncates ? printed : printed - unit / 2;
          expect(printedValue({ low, high: printed + unit - 1 })).toBe(printed);
        },
      ),
    );
  });

  it.each([
    [1100, '1,100'],
    [1149, '1,100'],
    [61_700, '62K'],
    [338, '340'],
    [6, '6'],
    [0.4, '0'],
    [4.1, '4'],
    [0, '0'],
  ])('an estimate of %d claims two digits: %s', (value, text) => {
    expect(en.estimate(value)).toBe(text);
  });

  it.each([
    [0.477, '48%'],
    [0.00856, '0.9%'],
    [0.0119, '1.2%'],
    [0.0004, '0.04%'],
    [0, '0%'],
    [1, '100%'],
    [-0.01, '−1%'],
  ])('share %d is %s', (value, text) => {
    expect(en.percent(value)).toBe(text);
  });

  it('writes the per cent sign of a range once, in every language', () => {
    expect(en.range(en.percent(0.022), en.percent(0.041))).toBe('2.2–\u20604.1%');
    const de = numbersFor('de');
    expect(de.range(de.percent(0.022), de.percent(0.041))).toBe('2,2–\u20604,1\u00a0%');
    expect(en.range('49K', '72K')).toBe('49K–\u206072K');
    expect(en.range(en.percent(-0.01), en.percent(0.03))).toBe('−1%\u00a0–\u00a03%');
  });

  it('lets no mark of a number turn the direction of its line', () => {
    const ar = numbersFor('ar');
    const texts = [
      ar.percent(0.41),
      ar.points(-0.14),
      ar.points(0.05),
      ar.change(-0.118),
      ar.money(12.5, 'EUR'),
      ar.range(ar.percent(0.51), ar.percent(0.95)),
    ];
    for (const text of texts) expect(text).not.toMatch(/[\u200e\u200f\u061c]/);
    expect(ar.points(-0.14)).toBe('\u2066−14\u2069');
    expect(ar.range(ar.percent(0.51), ar.percent(0.95))).toBe('51–\u2060\u206695%\u2069');
  });

  it('signs differences with a true minus, and nothing with no sign', () => {
    expect([en.points(-0.141), en.points(0.047), en.points(0.001)]).toEqual(['−14', '+5', '0']);
    expect([en.change(-0.118), en.change(0.031)]).toEqual(['−11%', '+3%']);
  });

  it('answers a bad time with nothing, and a bad locale with English', () => {
    expect(en.date('yesterday')).toBe('');
    expect(en.date('2026-11-03T09:00:00Z')).toBe('Nov 3');
    expect(numbersFor('no such tag').count(1234)).toBe('1,234');
  });

  it('never turns an order of estimates round', () => {
    fc.assert(
      fc.property(fc.nat(1e9), fc.nat(1e9), (a, b) => {
        const value = (text: string) =>
          Number(text.replace(/[,KMB]/g, '')) *
          (text.includes('K') ? 1e3 : text.includes('M') ? 1e6 : text.includes('B') ? 1e9 : 1);
        const [low, high] = [Math.min(a, b), Math.max(a, b)];
        expect(value(en.estimate(low))).toBeLessThanOrEqual(value(en.estimate(high)));
      }),
    );
  });
});
