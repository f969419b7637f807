/** Ages as platforms print them beyond CLDR's forms, and words that only look like an age. */
import { describe, expect, test } from 'vitest';
import { ageWords, printedAge } from '../../../extension/reading/age-forms';

const HOUR = 3600;
const DAY = 86_400;
const WEEK = 604_800;
const MONTH = 2_629_800;
const YEAR = 31_557_600;

describe('counted ages', () => {
  test.each([
    ['2 साल पहले', 'hi', 2, YEAR],
    ['2 महीने पहले', 'hi', 2, MONTH],
    ['1 महीना पहले', 'hi', 1, MONTH],
    ['2 हफ़्ते पहले', 'hi', 2, WEEK],
    ['1 हफ़्ता पहले', 'hi', 1, WEEK],
    ['2 हफ्ते पहले', 'hi', 2, WEEK],
    ['3 жума мурун', 'ky', 3, WEEK],
    ['пред 2 недели', 'mk', 2, WEEK],
    ['пред 1 недела', 'mk', 1, WEEK],
    ['for 3 dager siden', 'nb', 3, DAY],
    ['for 1 dag siden', 'nb', 1, DAY],
    ['3 dager siden', 'nb-NO', 3, DAY],
    ['for 3 dager siden', 'no', 3, DAY],
    ['for 1 dag siden', 'no', 1, DAY],
    ['3 dager siden', 'no', 3, DAY],
    ['3 hari yang lalu', 'ms', 3, DAY],
    ['3 minggu yang lalu', 'ms', 3, WEEK],
    ['3 bulan yang lalu', 'ms', 3, MONTH],
    ['3 tahun yang lalu', 'ms', 3, YEAR],
    ['3 jam yang lalu', 'ms', 3, HOUR],
    ['3 hari yang lepas', 'ms', 3, DAY],
    ['for 3 dage siden', 'da', 3, DAY],
    ['3 dage siden', 'da', 3, DAY],
    ['۳ روز قبل', 'fa', 3, DAY],
    ['३ दिन अघि', 'ne', 3, DAY],
    ['3 دن قبل', 'ur', 3, DAY],
    ['3ヶ月前', 'ja', 3, MONTH],
    ['3カ月前', 'ja', 3, MONTH],
    ['3 dagar sedan', 'sv', 3, DAY],
    ['πριν 3 ημέρες', 'el', 3, DAY],
    ['πριν από 3 ημέρες', 'el', 3, DAY],
    ['35 min. ago', 'en_GB', 35, 60],
    ['35 min ago', 'en', 35, 60],
    ['30 seconds ago', 'de', 30, 1],
    ['vor 3 Tagen', 'de_AT', 3, DAY],
    ['3 days ago', 'no such language!', 3, DAY],
    ['3 days ago', '', 3, DAY],
    ['Filmed 2 and shown 3 days ago', 'en', 3, DAY],
  ])('%s in %s', (text, locale, count, seconds) => expect(printedAge(text, locale)).toEqual({ count, seconds }));

  test.each([
    ['3 daysago', 'en'],
    ['3 days agony', 'en'],
    ['3 days', 'en'],
    ['ago 3', 'en'],
    ['vor 3 Tagenx', 'de'],
    ['vor 3 Tagen', 'en'],
    ['3', 'en'],
    ['', 'en'],
  ])('%j in %s is none', (text, locale) => expect(printedAge(text, locale)).toBeUndefined());
});

describe('ages in words', () => {
  test.each([
    ['قبل يومين', 'ar', 2, DAY],
    ['לפני שבועיים', 'he', 2, WEEK],
    ['لقد كان قبل يومين', 'ar', 2, DAY],
    ['vor einem Tag', 'de', 1, DAY],
    ['Gestreamt vor einem Tag (bearbeitet)', 'de', 1, DAY],
    ['a day ago', 'en', 1, DAY],
    ['an hour ago', 'en', 1, HOUR],
    ['一天前', 'zh', 1, DAY],
  ])('%s in %s', (text, locale, count, seconds) => expect(printedAge(text, locale)).toEqual({ count, seconds }));

  test.each([
    ['yesterday', 'en', 1, DAY],
    ['today', 'en', 0, DAY],
    ['now', 'en', 0, 1],
    ['last month', 'en', 1, MONTH],
    ['Vorgestern (bearbeitet)', 'de', 2, DAY],
  ])('%s in %s is a word of the calendar', (text, locale, count, seconds) =>
    expect(printedAge(text, locale)).toEqual({ count, seconds, calendar: true }),
  );

  test.each([
    ['this month', 'en'],
    ['this year', 'en'],
    ['not yesterday', 'en'],
    ['yesterday night', 'en'],
    ['banana day ago', 'en'],
    ['a dayago', 'en'],
    ['tomorrow', 'en'],
  ])('%j in %s is none', (text, locale) => expect(printedAge(text, locale)).toBeUndefined());
});

test('the words of a language and of English', () => {
  const words = ageWords('de_AT');
  for (const word of ['vor', 'tagen', 'gestern', 'days ago', 'yesterday', 'einem', 'an'])
    expect(words, word).toContain(word);
  expect(words).not.toContain('hier');
  expect(ageWords('pt')).toContain('^(.*) atrás$');
  expect(ageWords(undefined)).toContain('yesterday');
});
