import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pageText } from '../../../extension/views/page-text';
import { figure } from '../../threats/figure';

describe('text from a page', () => {
  it('loses what reorders, hides or breaks its neighbours', () => {
    expect(pageText('evil\u202egnp.exe\u2066x\u2069')).toBe('evilgnp.exex');
    expect(pageText('a\u200b\u200d\u0000b\u0007')).toBe('a\u200db');
    expect(pageText('half \ud83d emoji')).toBe('half \ufffd emoji');
  });

  it('keeps letters of every script and joined emoji', () => {
    for (const text of ['مارا ليندكفيست', '山田太郎', 'Ştefan Çelik', '👩‍👩‍👧‍👦 family', 'é'])
      expect(pageText(text)).toBe(text.normalize('NFC'));
  });

  it('bounds marks on a letter and the number of letters', () => {
    expect(pageText(`z${'\u0335'.repeat(10_000)}`).length).toBeLessThan(12);
    expect(pageText('x'.repeat(500), 30)).toBe(`${'x'.repeat(30)}…`);
  });

  it('T14: holds for any text: no control, no override, bounded length', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
        const shown = pageText(text, 40);
        expect(shown.isWellFormed()).toBe(true);
        expect(shown).not.toMatch(/[\p{Cc}\u202a-\u202e\u2066-\u2069\u200e\u200f]/u);
        expect([...new Intl.Segmenter().segment(shown)].length).toBeLessThanOrEqual(41);
      }),
    );
    figure('T14', 'texts with a control, an override, a half letter or too many', '0 of 100', 0);
  });
});
