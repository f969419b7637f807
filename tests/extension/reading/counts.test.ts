import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  exactCount,
  interval,
  type NumberStyle,
  readCount,
  readCountOf,
  readCounts,
  sumOf,
} from '../../../extension/reading/counts';

const cut = (locale?: string, compact = true): NumberStyle => ({ rounding: 'truncated', locale, compact });
const unknown = (locale?: string): NumberStyle => ({ rounding: 'unknown', locale });
const between = (low: number, high: number) => ({ low, high });

describe('printed numbers', () => {
  test.each([
    ['25m subscribers', 'en-GB', between(25_000_000, 25_999_999)],
    ['2.52m subscribers', 'en-GB', between(2_520_000, 2_529_999)],
    ['16.4K', 'en', between(16_400, 16_499)],
    ['3,893', 'en', 3893],
    ['23.9K posts', 'en', between(23_900, 23_999)],
    ['1.2bn views', 'en-GB', between(1_200_000_000, 1_299_999_999)],
    ['4,69 M de suscriptores', 'es-ES', between(4_690_000, 4_699_999)],
    ['6,8 K vídeos', 'es-ES', between(6800, 6899)],
    ['127 mil visualizaciones', 'es-ES', between(127_000, 127_999)],
    ['127.696 visualizaciones', 'es-ES', 127_696],
    ['1.813.549 visualizaciones', 'es-ES', 1_813_549],
    ['2,5 mil milhões', 'pt-PT', between(2_500_000_000, 2_599_999_999)],
    ['1,2 Mio. Abonnenten', 'de', between(1_200_000, 1_299_999)],
    ['19.924', 'de-DE', 19_924],
    ['12.300 Abonnenten', 'de', between(12_300, 12_399)],
    ['チャンネル登録者数 2520万人', 'ja', between(25_200_000, 25_209_999)],
    ['1.5万 回視聴', 'ja', between(15_000, 15_999)],
    ['조회수 3.4천회', 'ko', between(3400, 3499)],
    ['12.3萬', 'zh-TW', between(123_000, 123_999)],
    ['1,2 тыс. подписчиков', 'ru', between(1200, 1299)],
    ['١٫٢ مليون مشترك', 'ar-EG', between(1_200_000, 1_299_999)],
    ['۲۵ هزار', 'fa', between(25_000, 25_999)],
    ['người theo 1 nghìn', 'vi', between(1000, 1999)],
    ['1.2 लाख सदस्य', 'hi', between(120_000, 129_999)],
    ['1.2Cr views', 'en-IN', between(12_000_000, 12_999_999)],
    ['1,2 B', 'tr', between(1200, 1299)],
    ['5,2 Mn', 'tr', between(5_200_000, 5_299_999)],
    ['1,2 rb', 'id', between(1200, 1299)],
    ['3,4 M', 'id', between(3_400_000_000, 3_499_999_999)],
    ['1,5 N', 'vi', between(1500, 1599)],
    ['2 Tr', 'vi', between(2_000_000, 2_999_999)],
    ['1,5 mil.', 'cs', between(1_500_000, 1_599_999)],
    ['12,5 t', 'da', between(12_500, 12_599)],
    ['1 234 567 prenumeranter', 'sv', 1_234_567],
    ["1'234'567", 'de-CH', 1_234_567],
    ['2.4 M de vistas', 'es-MX', between(2_400_000, 2_499_999)],
    ['𞥑𞥒𞥓 followers', 'en', 123],
    ['12,34,567', 'en-IN', 1_234_567],
    ['\u200e\u20682.86m subscribers\u2069', 'en', between(2_860_000, 2_869_999)],
    ['1.2K\u200f', 'he', between(1200, 1299)],
  ])('%s in %s', (text, locale, count) => expect(readCount(text, cut(locale))).toEqual(count));

  test.each([
    ['5 mil followers', 'en', 'mil is a thousand in Spanish and a million in Czech'],
    ['1.234 K', 'de', 'a thousand or a decimal'],
    ['1.5', 'en', 'no count has decimals'],
    ['25万回視聴', 'en', 'a form of another language'],
    ['1,23,4', 'en', 'no way to group'],
    ['12:34', 'en', 'a time'],
    ['A12', 'en', 'a name'],
    ['50 %', 'en', 'a share'],
    ['10,000+', 'en', 'at least so many'],
    ['Over 10,000 subscribers', 'en', 'more than so many'],
    ['888 Xyz. Abonnenten', 'de', 'a word that could be a unit'],
    ['14 లక్షలు వీక్షణలు', 'hi', 'a unit of another language'],
    ['1,234²', 'en', 'a footnote'],
    ['1½ views', 'en', 'a fraction'],
    ['5௲ பார்வைகள்', 'ta', 'a numeral for a thousand'],
    ['5 十万', 'ja', 'a numeral for ten'],
    ['.5K', 'en', 'digits that begin with their mark'],
    ['1.5个亿', 'zh', 'a counter before the unit'],
    ['13 days ago', 'en', 'an age'],
    ['3 个月前', 'zh', 'an age'],
    ['no digits', 'en', 'nothing'],
    ['9999999999999', 'en', 'above the cap'],
    ['1.2345K', 'en', 'finer than one'],
    [17, 'en', 'no text'],
  ])('%s in %s is not told: %s', (text, locale, _) => expect(readCount(text, cut(locale))).toBeNull());

  test('where it is not known whether a page rounds, the interval goes half a unit below', () => {
    expect(readCount('783.4K', unknown('en'))).toEqual(between(783_350, 783_499));
    expect(readCount('3.9M', unknown('en'))).toEqual(between(3_850_000, 3_999_999));
    expect(readCount('2925', unknown('en'))).toBe(2925);
  });

  test('all numbers of a sentence', () => {
    expect(readCounts('2,362 Followers, 136 Following, 224 Posts', cut('en'))).toEqual([2362, 136, 224]);
    expect(readCounts('447 replies, 14088 reposts, 58367 likes, 44759 bookmarks, 6360915 views', cut('en'))).toEqual([
      447, 14088, 58367, 44759, 6360915,
    ]);
    expect(readCounts('298K likes, 553 comments', cut('en'))).toEqual([between(298_000, 298_999), 553]);
  });

  test.each([
    ['500+ connections | 1,234 followers on LinkedIn', 'en', ['followers'], 1234],
    ['Made 3 films. 1,234 followers', 'en', ['followers'], 1234],
    ['12.345 Follower • 56 Threads', 'de', ['followers'], 12_345],
    ['12.345 Follower • 56 Threads', 'de', ['posts'], 56],
    ['フォロワー2,362人、フォロー中136人、投稿224件', 'ja', ['followers'], 2362],
    ['フォロワー2,362人、フォロー中136人、投稿224件', 'ja', ['posts'], 224],
    ['Followers 2,362 Following 136', 'en', ['followers'], null],
    ['and 2 more', 'en', ['views', 'followers', 'people'], null],
    ['12 likes, 30 likes', 'en', ['likes'], null],
    ['2.423 personas siguen esto', 'es', ['people'], 2423],
  ] as const)('%s in %s, counted %s', (text, locale, counted, count) =>
    expect(readCountOf(text, counted, { rounding: 'truncated', locale })).toEqual(count),
  );

  test.each([
    ['de', '447 Antworten, 14.088 Reposts, 58.367 Gefällt mir, 44.759 Lesezeichen, 6.360.915 Mal angezeigt'],
    ['es', '447 respuestas, 14.088 reposts, 58.367 Me gusta, 44.759 elementos guardados, 6.360.915 reproducciones'],
    ['fr', '447 réponses, 14088 reposts, 58367 J’aime, 44759 signets, 6360915 vues'],
    ['ja', '447 件の返信、14088 件のリポスト、58367 件のいいね、44759 件のブックマーク、6360915 件の表示'],
    ['ko', '답글 447개, 재게시 14088회, 마음에 들어요 58367개, 북마크 44759개, 조회수 6360915회'],
    [
      'ar',
      '447 من الردود، 14088 من إعادات النشر، 58367 من تسجيلات الإعجاب، 44759 من الإشارات المرجعية، 6360915 مشاهدات',
    ],
    ['ru', '447 ответов, 14088 репостов, 58367 отметок «Нравится», 44759 в закладках, 6360915 просмотров'],
    ['tr', '447 yanıt, 14088 yeniden gönderi, 58367 beğeni, 44759 yer işareti, 6360915 görüntüleme'],
    ['zh-TW', '447 則回覆、14088 次轉發、58367 個喜歡、44759 個書籤、6360915 次觀看'],
    ['hi', '447 जवाब, 14088 रीपोस्ट, 58367 पसंद, 44759 बुकमार्क, 6360915 व्यू'],
  ])('the numbers of a sentence about a post in %s', (locale, text) =>
    expect(readCounts(text, { rounding: 'truncated', locale })).toEqual([447, 14088, 58367, 44759, 6360915]),
  );

  test('exact counts of JSON', () => {
    expect([
      exactCount(5),
      exactCount('783427'),
      exactCount(-1),
      exactCount(1.5),
      exactCount('1e3'),
      exactCount(2e12),
      exactCount(null),
      exactCount(''),
    ]).toEqual([5, 783427, undefined, undefined, undefined, undefined, undefined, undefined]);
  });

  test('sums of intervals', () => {
    expect(sumOf([3, between(10, 19)])).toEqual(between(13, 22));
    expect(sumOf([])).toBeUndefined();
  });

  test('a rounded number is never a bare integer, and its interval holds the number', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1000, max: 999_999_999 }),
        fc.constantFrom('truncated' as const, 'unknown' as const),
        (value, rounding) => {
          const unit = value >= 1e6 ? 1e5 : 100;
          const shown = rounding === 'truncated' ? Math.floor(value / unit) * unit : Math.round(value / unit) * unit;
          const text = shown >= 1e6 ? `${(shown / 1e6).toFixed(1)}M` : `${(shown / 1e3).toFixed(1)}K`;
          const count = readCount(text, { rounding, locale: 'en' });
          expect(typeof count).toBe('object');
          const { low, high } = count as { low: number; high: number };
          expect(low <= value && value <= high).toBe(true);
          expect(interval(shown, unit, rounding)).toEqual(count);
        },
      ),
    );
  });

  test('no text makes it throw or go beyond the cap', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 60 }),
        fc.constantFrom('en', 'de', 'ja', 'ar', 'tr', 'xx', '', '__proto__'),
        (text, locale) => {
          const count = readCount(text, cut(locale));
          const [low, high] =
            count === null ? [0, 0] : typeof count === 'number' ? [count, count] : [count.low, count.high];
          expect(Number.isSafeInteger(low) && low >= 0 && low <= high && high <= 1e12).toBe(true);
        },
      ),
    );
  });
});
