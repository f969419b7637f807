import { describe, expect, it } from 'vitest';
import { currencyOf } from '../../../extension/settings/currency';

describe('the currency of a locale', () => {
  it.each([
    ['en', 'USD'],
    ['en-GB', 'GBP'],
    ['de', 'EUR'],
    ['de-CH', 'CHF'],
    ['pt-BR', 'BRL'],
    ['pt-PT', 'EUR'],
    ['ja', 'JPY'],
    ['ar', 'EGP'],
    ['zh-Hant-TW', 'TWD'],
    ['es-419', 'EUR'],
    ['', 'EUR'],
    ['not a locale', 'EUR'],
  ])('%s is %s', (locale, currency) => {
    expect(currencyOf(locale)).toBe(currency);
  });
});
