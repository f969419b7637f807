/** Times and numbers at the edges of what is read: a step further and nothing is known. */
import { describe, expect, test } from 'vitest';
import { ageOfShortCode, idOfShortCode, shortCodeOf } from '../../../extension/platforms/short-codes';
import { ageOfId } from '../../../extension/platforms/tiktok/ids';
import { perhapsRounded, tally } from '../../../extension/platforms/tiktok/stats';
import { exactCount, highOf, interval, lowOf, plainDigits, sumOf } from '../../../extension/reading/counts';
import {
  fromMilliseconds,
  fromSeconds,
  fromText,
  monthWords,
  readAge,
  readDay,
  readShortAge,
  secondsIn,
  timeOf,
} from '../../../extension/reading/times';

const NOW = '2026-01-26T12:00:00Z';

describe('moments', () => {
  test.each([
    [Date.UTC(1995, 0, 1), '1995-01-01T00:00:00Z'],
    [Date.UTC(1995, 0, 1) - 1, undefined],
    [Date.UTC(2100, 0, 1), '2100-01-01T00:00:00Z'],
    [Date.UTC(2100, 0, 1) + 1, undefined],
    [Number.NaN, undefined],
    [Number.POSITIVE_INFINITY, undefined],
    [1_781_193_633_000.4, '2026-06-11T16:00:33Z'],
  ])('%d ms are %s', (milliseconds, at) => expect(timeOf(milliseconds)).toBe(at));

  test('seconds and milliseconds, as numbers or as digits alone', () => {
    expect(fromSeconds('x1762961788')).toBeUndefined();
    expect(fromSeconds('1762961788s')).toBeUndefined();
    expect(fromSeconds('0001762961788')).toBeUndefined();
    expect(fromMilliseconds(1_690_335_192_280)).toBe('2023-07-26T01:33:12.280Z');
    for (const bad of ['x1690335192280', '1690335192280x', '0001690335192280', 0, -1, null, '', true])
      expect(fromMilliseconds(bad), String(bad)).toBeUndefined();
  });

  test.each<readonly [string, string | undefined]>([
    ['2024-02-18T15:40Z', '2024-02-18T15:40:00Z'],
    ['2024-02-18T15:40:27.123456789Z', '2024-02-18T15:40:27.123Z'],
    ['2024-02-18T15:40:27.1234567890Z', undefined],
    ['2024-02-18T15:40:27+0200', '2024-02-18T13:40:27Z'],
    ['2024-02-18T15:40:27+02:00', '2024-02-18T13:40:27Z'],
    ['2024-02-18T15:40:27', undefined],
    ['on 2024-02-18T15:40:27Z', undefined],
    ['2024-02-18T15:40:27Z.', undefined],
    ['2024-13-18T15:40:27Z', undefined],
    ['Fri, 06 Feb 2026 21:09:45 +0000', '2026-02-06T21:09:45Z'],
    ['Fri, 06 Feb 2026 21:09:45 -0130', '2026-02-06T22:39:45Z'],
    ['Re: Fri, 06 Feb 2026 21:09:45 +0000', undefined],
    ['Fri, 06 Feb 2026 21:09:45 +0000 (UTC)', undefined],
    ['Fri Feb 06 21:09:45 +0130 2026', '2026-02-06T19:39:45Z'],
    ['Fri Feb 06 21:09:45 -0130 2026', '2026-02-06T22:39:45Z'],
    ['on Fri Feb 06 21:09:45 +0000 2026', undefined],
    ['Fri Feb 06 21:09:45 +0000 2026!', undefined],
    ...['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'].map(
      (month, index) =>
        [`Xxx ${month} 06 01:02:03 +0000 2026`, `2026-${String(index + 1).padStart(2, '0')}-06T01:02:03Z`] as const,
    ),
    [`${' '.repeat(41)}2024-02-18T15:40:27Z`, undefined],
  ])('%j is %s', (text, at) => expect(fromText(text)).toBe(at));

  test.each([
    [12, 1, 12],
    ['12', 1, 12],
    [1500, 1000, 1.5],
    [9_999_999, 1, 9_999_999],
    [1e7, 1, undefined],
    [0, 1, undefined],
    [-3, 1, undefined],
    ['x12', 1, undefined],
    ['12s', 1, undefined],
    ['0000000012', 1, undefined],
    [null, 1, undefined],
  ])('%j with %d a second lasts %j s', (value, perSecond, seconds) =>
    expect(secondsIn(value, perSecond)).toBe(seconds),
  );
});

describe('ages and days', () => {
  test.each([
    ['4s', '2026-01-26T11:59:55Z', 1],
    ['4m', '2026-01-26T11:55:30Z', 60],
    ['4h', '2026-01-26T07:30:00Z', 3600],
    ['4d', '2026-01-22T00:00:00Z', 86_400],
    ['4w', '2025-12-26T00:00:00Z', 604_800],
    ['4mo', '2025-09-11T12:45:00Z', 2_629_800],
    ['4y', '2021-07-27T21:00:00Z', 31_557_600],
    [' 4 d ago ', '2026-01-22T00:00:00Z', 86_400],
    ['٤d', '2026-01-22T00:00:00Z', 86_400],
  ])('%j is an age', (text, at, atStep) => expect(readShortAge(text, NOW)).toEqual({ at, atStep }));

  test.each(['x4d', '4d later', '1234d', '4x', 'd', 4, null])('%j is no short age', (text) =>
    expect(readShortAge(text, NOW)).toBeUndefined(),
  );

  test('an age of more than 1,000 units is none, nor one in a long text', () => {
    expect(readAge('1000 days ago', NOW, 'en')?.at).toBe('2023-05-02T00:00:00Z');
    expect(readAge('1001 days ago', NOW, 'en')).toBeUndefined();
    expect(readAge(`${' '.repeat(190)}3 days ago`, NOW, 'en')?.at).toBe('2026-01-23T00:00:00Z');
    expect(readAge(`${' '.repeat(191)}3 days ago`, NOW, 'en')).toBeUndefined();
  });

  test.each([
    ['2019-8-4', 'en', '2019-08-04'],
    ['2019.08.24', 'en', '2019-08-24'],
    ['2019년 8월 24일', 'ko', '2019-08-24'],
    ['2019年 8月 24日', 'ja', '2019-08-24'],
    ['1999/12/31', 'en', '1999-12-31'],
    ['24. 8. 2019', 'cs', '2019-08-24'],
    ['24 thg 8, 2019', 'vi', '2019-08-24'],
    ['24 tháng 8, 2019', 'vi', '2019-08-24'],
    ['24/08/2019', 'fr', '2019-08-24'],
    ['08/24/2019', 'en', '2019-08-24'],
    ['13/12/2019', 'fr', '2019-12-13'],
    ['12/13/2019', 'en', '2019-12-13'],
    ['August 31, 2019', 'de', '2019-08-31'],
    ['AUG 30 2019', undefined, '2019-08-30'],
    ['٢٤ أغسطس ٢٠١٩', 'ar', '2019-08-24'],
    ['24 Aug 2019', 'no such language!', '2019-08-24'],
  ])('%s in %s is %s', (text, locale, day) => {
    expect(readDay(text, locale)).toEqual({ at: `${day}T12:00:00Z`, atStep: 86_400 });
  });

  test.each([
    '12/12/2019',
    '13/13/2019',
    '2019/13/40',
    '32.8.2019',
    '30 Feb 2019',
    '24 Aug 1819',
    '24 Aug 20190',
    '124/08/2019',
    'Augustus 24 2019x',
    `${' '.repeat(110)}24 Aug 2019`,
    5,
  ])('%j is no day', (text) => expect(readDay(text, 'en')).toBeUndefined());

  test('the months of a language and of English', () => {
    const german = monthWords('de');
    expect(
      ['januar', 'märz', 'dezember', 'january', 'december', 'dec'].filter((name) => !german.includes(name)),
    ).toEqual([]);
    expect(german).not.toContain('janvier');
    expect(monthWords(undefined)).toContain('january');
  });
});

describe('numbers', () => {
  test.each([
    [0, 0],
    ['0', 0],
    [1e12, 1e12],
    ['1000000000000', 1e12],
    [1e12 + 1, undefined],
    ['00000000000012', undefined],
    ['x12', undefined],
    ['12 ', undefined],
    [Number.NaN, undefined],
    [true, undefined],
  ])('%j counts %j', (value, count) => expect(exactCount(value)).toBe(count));

  test('what a number printed in steps stands for', () => {
    expect(interval(1200, 100, 'truncated')).toEqual({ low: 1200, high: 1299 });
    expect(interval(1200, 100, 'unknown')).toEqual({ low: 1150, high: 1299 });
    expect(interval(0, 100, 'unknown')).toEqual({ low: 0, high: 99 });
    expect(interval(7, 1, 'unknown')).toBe(7);
    expect(interval(1e12, 1, 'truncated')).toBe(1e12);
    expect(interval(1e12, 2, 'truncated')).toBeNull();
    expect(interval(1.5, 1, 'truncated')).toBeNull();
    expect([lowOf(7), highOf(7), lowOf({ low: 1, high: 2 }), highOf({ low: 1, high: 2 })]).toEqual([7, 7, 1, 2]);
    expect(sumOf([1, 2])).toBe(3);
    expect(sumOf([1e12, 0])).toBe(1e12);
    expect(sumOf([1e12, 1])).toBeUndefined();
  });

  test.each([
    ['１２３', '123'],
    ['٠١٢٣٤٥٦٧٨٩', '0123456789'],
    ['۰۹', '09'],
    ['१२', '12'],
    ['𞥐𞥙', '09'],
    ['1\u00a0 \t2', '1 2'],
    ['1\u200b2\u00ad3\ufeff', '123'],
    ['12²', '12¤'],
    ['①½', '¤¤'],
    ['ｋ', 'k'],
  ])('%j is written %j', (text, plain) => expect(plainDigits(text)).toBe(plain));
});

describe("TikTok's numbers", () => {
  test.each([
    [9999, 9999],
    [10_000, { low: 9950, high: 10_099 }],
    [12_345, 12_345],
    [999_900, { low: 999_850, high: 999_999 }],
    [1_000_000, { low: 950_000, high: 1_099_999 }],
    [1_000_100, 1_000_100],
    [1_200_000_000, { low: 1_150_000_000, high: 1_299_999_999 }],
    [1_000_000_000, { low: 950_000_000, high: 1_099_999_999 }],
    [1_000_100_000, 1_000_100_000],
    [-1, undefined],
    [undefined, undefined],
  ])('%j stands for %j', (value, count) => expect(perhapsRounded(value)).toEqual(count));

  test('a text beside another number is exact, beside the same it is as rounded as that', () => {
    expect(tally([{ n: 12_300 }, { n: '12345' }], 'n')).toBe(12_345);
    expect(tally([{ n: 12_300 }, { n: '12300' }], 'n')).toEqual({ low: 12_250, high: 12_399 });
    expect(tally([{ n: '20000' }], 'n')).toEqual({ low: 19_950, high: 20_099 });
    expect(tally([{ n: 'many' }, { n: '21' }], 'n')).toBe(21);
    expect(tally([{ n: null }, { m: 3 }], 'n')).toBeUndefined();
    expect(tally([{ n: 5 }, { n: 6 }], 'n')).toBe(5);
  });
});

describe('times in ids', () => {
  test('a short code has 9 signs or more, of which 11 count', () => {
    expect(idOfShortCode('AAAAAAAAB')).toBe(1n);
    expect(idOfShortCode('AAAAAAABA')).toBe(64n);
    expect(idOfShortCode('AAAAAAAA_')).toBe(63n);
    expect(idOfShortCode('AAAAAAAA')).toBeUndefined();
    expect(idOfShortCode(`AAAAAAAAAAB${'x'.repeat(29)}`)).toBe(1n);
    expect(idOfShortCode(`AAAAAAAAAAB${'x'.repeat(30)}`)).toBeUndefined();
    expect(idOfShortCode('!AAAAAAAAB')).toBeUndefined();
    expect(ageOfShortCode('AAAAAAAAB')?.at).toBe('2011-08-24T21:07:01Z');
    expect(ageOfShortCode('AAAAAAAA')).toBeUndefined();
  });

  test('an id has 15 to 20 digits', () => {
    expect(shortCodeOf('100000000000000')).toBe('WvMQekAA');
    for (const bad of ['10000000000000', '100000000000000000000', 'x100000000000000', '100000000000000x', ''])
      expect(shortCodeOf(bad), bad).toBeUndefined();
  });

  test("TikTok's has 17 to 20", () => {
    expect(ageOfId('7571863205253778710')?.atStep).toBe(86_400);
    for (const bad of ['x7571863205253778710', '7571863205253778710x', '7571863205253778', '757186320525377871012'])
      expect(ageOfId(bad), bad).toBeUndefined();
  });
});
