import { describe, expect, test } from 'vitest';
import { countNamed, countPlaced, saysNone } from '../../../extension/reading/counted';
import type { NumberStyle } from '../../../extension/reading/counts';

const style = (locale: string): NumberStyle => ({ rounding: 'truncated', locale });

describe('a number with what it counts', () => {
  test.each([
    ['en', 'No views'],
    ['de', 'Keine Aufrufe'],
    ['fr', 'Aucune vue'],
    ['es', 'Sin vistas'],
    ['es', 'No hay visualizaciones'],
    ['pt', 'Nenhuma visualização'],
    ['it', 'Nessuna visualizzazione'],
    ['nl', 'Geen weergaven'],
    ['sv', 'Inga visningar'],
    ['da', 'Ingen visninger'],
    ['no', 'Ingen visninger'],
    ['fi', 'Ei katselukertoja'],
    ['pl', 'Brak wyświetleń'],
    ['cs', 'Žádné zhlédnutí'],
    ['hu', 'Nincs megtekintés'],
    ['ro', 'Nicio vizionare'],
    ['ru', 'Нет просмотров'],
    ['uk', 'Немає переглядів'],
    ['hr', 'Nema pregleda'],
    ['tr', 'Görüntüleme yok'],
    ['id', 'Tidak ada tayangan'],
    ['vi', 'Không có lượt xem'],
    ['ko', '조회수 없음'],
    ['ja', '視聴回数 なし'],
    ['zh-CN', '无人观看'],
    ['zh-TW', '沒有觀看次數'],
    ['th', 'ไม่มีการดู'],
    ['he', 'אין צפיות'],
    ['ar', 'لا مشاهدات'],
    ['hi', 'कोई व्यू नहीं'],
    ['de', 'No views'],
  ])('%s: "%s" is 0', (locale, text) => {
    expect(countNamed(text, ['views'], style(locale))).toBe(0);
  });

  test.each([
    ['en', 'No comments'],
    ['en', 'Views'],
    ['en', 'No'],
    ['de', 'Aufrufe'],
    ['de', 'Keine Kommentare'],
    ['en', 'There is no doubt that these were the best views of all the city of Rome'],
  ])('%s: "%s" denies no views', (locale, text) => {
    expect(saysNone(text, ['views'], locale)).toBe(false);
  });

  test('is taken by its noun', () => {
    expect(countNamed('1,234 followers', ['followers'], style('en'))).toBe(1234);
    expect(countNamed('Ann and 2 more', ['views'], style('en'))).toBeUndefined();
    expect(countNamed('500+ connections', ['followers'], style('en'))).toBeUndefined();
  });

  test('in a place that tells, a noun of another kind speaks against it', () => {
    expect(countPlaced('1,234', ['views'], style('en'))).toBe(1234);
    expect(countPlaced('1,234 views', ['views'], style('en'))).toBe(1234);
    expect(countPlaced('1,234 subscribers', ['views'], style('en'))).toBeUndefined();
  });

  test.each([
    ['12 views', 'views'],
    ['12 subscribers', 'subscribers'],
    ['12 followers', 'followers'],
    ['12 following', 'following'],
    ['12 likes', 'likes'],
    ['12 comments', 'comments'],
    ['12 reposts', 'reposts'],
    ['12 bookmarks', 'saves'],
    ['12 posts', 'posts'],
  ] as const)('%s are %s, and in a place of another kind nothing', (text, kind) => {
    expect(countPlaced(text, [kind], style('en'))).toBe(12);
    expect(countPlaced(text, [kind === 'views' ? 'likes' : 'views'], style('en'))).toBeUndefined();
  });
});
