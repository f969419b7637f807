import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  fromMilliseconds,
  fromSeconds,
  fromText,
  readAge,
  readDay,
  readShortAge,
} from '../../../extension/reading/times';

const NOW = '2026-01-26T12:00:00Z';

describe('times', () => {
  test('clock times', () => {
    expect(fromSeconds(1_781_193_633)).toBe('2026-06-11T16:00:33Z');
    expect(fromSeconds('1762961788')).toBe('2025-11-12T15:36:28Z');
    expect(fromMilliseconds('1690335192280')).toBe('2023-07-26T01:33:12.280Z');
    expect(fromText('Fri Feb 06 21:09:45 +0000 2026')).toBe('2026-02-06T21:09:45Z');
    expect(fromText('2024-02-18T15:40:27.000Z')).toBe('2024-02-18T15:40:27Z');
    expect(fromText('2019-08-24T17:54:59-07:00')).toBe('2019-08-25T00:54:59Z');
    for (const bad of [0, -1, 1, '', 'yesterday', null, 1e20, Number.NaN]) expect(fromSeconds(bad)).toBeUndefined();
    for (const bad of ['2024-02-18', '18/02/2024', 'Fri Foo 06 21:09:45 +0000 2026', '', 5])
      expect(fromText(bad)).toBeUndefined();
  });

  test.each([
    ['13 days ago', 'en', '2026-01-13T00:00:00Z', 86_400],
    ['Streamed 6 months ago', 'en-GB', '2025-07-12T15:45:00Z', 2_629_800],
    ['14 hours ago (edited)', 'en', '2026-01-25T21:30:00Z', 3600],
    ['vor 3 Tagen', 'de', '2026-01-23T00:00:00Z', 86_400],
    ['vor 4 Jahren (bearbeitet)', 'de-DE', '2021-07-27T21:00:00Z', 31_557_600],
    ['hace 2 semanas', 'es', '2026-01-09T00:00:00Z', 604_800],
    ['il y a 5 jours', 'fr', '2026-01-21T00:00:00Z', 86_400],
    ['3 日前', 'ja', '2026-01-23T00:00:00Z', 86_400],
    ['2개월 전', 'ko', '2025-11-11T09:45:00Z', 2_629_800],
    ['5 дней назад', 'ru', '2026-01-21T00:00:00Z', 86_400],
    ['قبل 3 أيام', 'ar', '2026-01-23T00:00:00Z', 86_400],
    ['10 days ago', 'de', '2026-01-16T00:00:00Z', 86_400],
  ])('%s in %s', (text, locale, at, atStep) => expect(readAge(text, NOW, locale)).toEqual({ at, atStep }));

  test.each(['', 'Yesterday and today', 'a month', 'this month', '3', '3 apples', '12,345 views', 'x'.repeat(300)])(
    'no age: %s',
    (text) => expect(readAge(text, NOW, 'en')).toBeUndefined(),
  );

  test.each([
    ['1 saat əvvəl', 'az', 'hour'],
    ['منذ شهر واحد', 'ar', 'month'],
    ['1ヶ月前', 'ja', 'month'],
    ['1 hora atrás', 'pt', 'hour'],
    ['1 time siden', 'nb', 'hour'],
    ['1 timme sedan', 'sv', 'hour'],
    ['1 hari lepas', 'ms', 'day'],
    ['πριν 1 ώρα', 'el', 'hour'],
    ['a month ago', 'en', 'month'],
    ['Streamed an hour ago', 'en', 'hour'],
    ['vor einem Monat', 'de', 'month'],
    ['vor einer Woche (bearbeitet)', 'de', 'week'],
    ['il y a un mois', 'fr', 'month'],
    ['il y a une semaine', 'fr', 'week'],
    ['hace un año', 'es', 'year'],
    ["un'ora fa", 'it', 'hour'],
    ['un’ora fa', 'it', 'hour'],
    ['há uma semana', 'pt', 'week'],
    ['месяц назад', 'ru', 'month'],
    ['год назад', 'ru-RU', 'year'],
    ['рік тому', 'uk', 'year'],
    ['před rokem', 'cs', 'year'],
    ['bir ay önce', 'tr', 'month'],
    ['een maand geleden', 'nl', 'month'],
    ['för en vecka sedan', 'sv', 'week'],
    ['kuukausi sitten', 'fi', 'month'],
    ['một năm trước', 'vi', 'year'],
    ['一個月前', 'zh-TW', 'month'],
    ['एक दिन पहले', 'hi', 'day'],
    ['قبل شهر واحد', 'ar', 'month'],
    ['לפני חודש', 'he', 'month'],
    ['לפני שנה', 'iw', 'year'],
  ])('%s in %s is one %s', (text, locale, unit) => {
    const seconds = { hour: 3600, day: 86_400, week: 604_800, month: 2_629_800, year: 31_557_600 }[unit as 'day'];
    const age = readAge(text, NOW, locale) as { at: string; atStep: number };
    expect(age.atStep).toBe(seconds);
    expect(Math.abs((Date.parse(NOW) - Date.parse(age.at)) / 1000 - 1.5 * seconds)).toBeLessThan(2);
  });

  test.each([
    ['Yesterday', 'en', 1, 2],
    ['gestern', 'de', 1, 2],
    ['vorgestern', 'de', 2, 2],
    ['hier', 'fr', 1, 2],
    ['昨日', 'ja', 1, 2],
    ['вчера', 'ru', 1, 2],
    ['ayer', 'es', 1, 2],
    ['אתמול', 'he', 1, 2],
    ['today', 'en', 0.5, 1],
    ['last week', 'en', 7, 14],
    ['letzten Monat', 'de', 30.4375, 60.875],
  ])('%s in %s is %f days ago, uncertain by %f', (text, locale, days, step) => {
    const age = readAge(text, NOW, locale) as { at: string; atStep: number };
    expect((Date.parse(NOW) - Date.parse(age.at)) / 86_400_000).toBeCloseTo(days, 3);
    expect(age.atStep).toBe(step * 86_400);
  });

  test.each([
    ['hier, das ist neu', 'de'],
    ['Hier', 'de'],
    ['gestern', 'en'],
    ['ein Monat', 'de'],
    ['4 horas', 'pt'],
    ['4 timmar', 'sv'],
    ['News of a month', 'en'],
    ['5 people yesterday', 'en'],
  ])('no age: %s in %s', (text, locale) => expect(readAge(text, NOW, locale)).toBeUndefined());

  test('an age holds the true time', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 29 }), fc.double({ min: 0, max: 0.999, noNaN: true }), (days, part) => {
        const truth = Date.parse(NOW) - (days + part) * 86_400_000;
        const age = readAge(`${days} days ago`, NOW, 'en') as { at: string; atStep: number };
        expect(Math.abs(Date.parse(age.at) - truth)).toBeLessThanOrEqual((age.atStep * 1000) / 2);
      }),
    );
  });

  test('short ages', () => {
    expect(readShortAge('3d', NOW)?.at).toBe('2026-01-23T00:00:00Z');
    expect(readShortAge('2w ago', NOW)?.atStep).toBe(604_800);
    expect(readShortAge('3-25', NOW)).toBeUndefined();
  });

  test.each([
    ['24 Aug 2019', 'en-GB', '2019-08-24T12:00:00Z'],
    ['Aug 4, 2022', 'en', '2022-08-04T12:00:00Z'],
    ['Premiered 24 Aug 2019', 'en', '2019-08-24T12:00:00Z'],
    ['29 de mayo de 2021', 'es', '2021-05-29T12:00:00Z'],
    ['24.08.2019', 'de', '2019-08-24T12:00:00Z'],
    ['2019/08/24', 'ja', '2019-08-24T12:00:00Z'],
    ['2019年8月24日', 'ja', '2019-08-24T12:00:00Z'],
    ['Joined 9 Jul 2013', 'en-GB', '2013-07-09T12:00:00Z'],
  ])('day %s in %s', (text, locale, at) => expect(readDay(text, locale)).toEqual({ at, atStep: 86_400 }));

  test.each(['04/08/2022', '2022', '31 Feb 2022', 'May', '6 years ago'])('no day: %s', (text) =>
    expect(readDay(text, 'en')).toBeUndefined(),
  );
});
