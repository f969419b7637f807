import fc from 'fast-check';
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { describe, expect, it } from 'vitest';
import { feeFacts, parseAmount } from '../../../extension/views/report/fee';
import { FeePanel } from '../../../extension/views/report/fee-panel';
import { english, report } from './reports';

describe('an amount', () => {
  it.each([
    ['1200', 1200],
    ['1,200', 1200],
    ['1.200', 1200],
    ['1 200,50', 1200.5],
    ['1.200,50', 1200.5],
    ["1'200.5", 1200.5],
    ['12,5', 12.5],
    ['1,234,567', 1234567],
    ['0.78', 0.78],
  ])('%s is %d', (text, value) => {
    expect(parseAmount(text)).toBe(value);
  });

  it.each(['', 'abc', '-5', '0', '1e9', '€5', '99999999999', '.5', '=1+1', '٣'])('%s is none', (text) => {
    expect(parseAmount(text)).toBeUndefined();
  });

  it('reads back what Intl writes, grouped or not', () => {
    const amount = fc.integer({ min: 1, max: 99_999_999 });
    fc.assert(
      fc.property(amount, fc.constantFrom('en', 'de', 'fr', 'de-CH'), (cents, locale) => {
        const text = new Intl.NumberFormat(locale, { minimumFractionDigits: 2 }).format(cents / 100);
        expect(parseAmount(text)).toBeCloseTo(cents / 100, 6);
      }),
    );
  });
});

describe('what a fee buys', () => {
  it('turns the ends of each range', () => {
    const facts = feeFacts(report('unusual'), 1200, 12);
    expect(facts.perThousandReal).toMatchObject({
      low: 1_200_000 / 72_200,
      mid: 1_200_000 / 61_700,
      high: 1_200_000 / 48_600,
    });
    expect(facts.perGenuineEngagement).toMatchObject({ low: 1200 / 1400, mid: 1200 / 1100, high: 1200 / 840 });
    expect(facts.perEngagementShown).toEqual({ low: 1200 / 1530, high: 1200 / 1530 });
    expect(facts.fair).toEqual({ low: 583.2, mid: 740.4, high: 866.4 });
  });

  it('gives no cost of an estimate that what was read has not moved', () => {
    const facts = feeFacts(report('consistent'), 900, 12);
    expect(Object.keys(facts)).toEqual(['perThousandShown', 'perEngagementShown']);
  });

  it('has no upper end where nobody may be real, and nothing without a fee', () => {
    const given = structuredClone(report('unusual'));
    given.engagement!.perPost!.real = { low: 0, mid: 2, high: 4, level: 0.9 };
    expect(feeFacts(given, 100, undefined).perGenuineEngagement).toEqual({ low: 25, mid: 50 });
    expect(feeFacts(given, undefined, undefined)).toEqual({});
    given.engagement!.perPost!.real = { low: 0, mid: 0, high: 0, level: 0.9 };
    expect(feeFacts(given, 100, undefined).perGenuineEngagement).toBeUndefined();
  });

  it('shows every estimated cost with ≈ and its range, and says what is no amount', () => {
    const place = document.createElement('div');
    act(() => render(<FeePanel report={report('unusual')} words={english} currency="EUR" />, place));
    const type = (field: string, text: string) =>
      act(() => {
        const input = place.querySelector<HTMLInputElement>(field)!;
        input.value = text;
        input.dispatchEvent(new Event('input', { bubbles: true }));
      });
    expect(place.querySelector('dl')).toBeNull();
    type('#fee', '1,200');
    const rows = [...place.querySelectorAll('.fee div')].map((row) => row.textContent);
    expect(rows).toContain('Per 1,000 likely real≈€19 €17–\u2060€25');
    expect(rows).toContain('Per engagement shown€0.78');
    type('#fee', 'about ten');
    expect(place.querySelector('#fee')?.getAttribute('aria-invalid')).toBe('true');
    expect(place.textContent).toContain('Not an amount');
  });
});
