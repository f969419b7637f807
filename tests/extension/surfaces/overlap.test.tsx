/** @jsxImportSource preact */
import { render } from 'preact';
import { describe, expect, it } from 'vitest';
import { type Compared, OverlapTable } from '../../../extension/surfaces/overlap';
import { packed } from '../../../extension/vetting/sketch';
import { wordsFromMessages } from '../../../extension/views/words';
import { english, languages, messages } from '../views/reports';

/** A sketch of people by their numbers, all of whose comments were read unless more are shown. */
const sketch = (from: number, to: number, shown = to - from) => {
  const hashes = Array.from({ length: to - from }, (_, at) => (from + at) * 1000);
  return packed({ people: to - from, read: to - from, shown, hashes });
};
const creator = (handle: string, part: Partial<Compared> = {}): Compared => ({
  platform: 'x',
  host: '',
  handle,
  ...part,
});

function rows(creators: readonly Compared[], words = english): string[] {
  const place = document.createElement('div');
  render(<OverlapTable creators={creators} words={words} />, place);
  return [...place.querySelectorAll('tr')].map((row) =>
    [...row.querySelectorAll('th, .line')].map((one) => one.textContent).join(' | '),
  );
}

describe('the table of shared commenters', () => {
  const [mia, jo] = [
    creator('mia', { sketch: sketch(0, 200) }),
    creator('jo', { name: 'Jo <b>', sketch: sketch(150, 550) }),
  ];

  it('tells the share of each, pair by pair', () => {
    expect(rows([mia, jo])).toEqual(["mia · Jo <b> | 25% of mia's commenters | 13% of Jo <b>'s commenters"]);
    expect(rows([mia, jo, mia, jo])).toHaveLength(6);
    expect(rows([mia])).toEqual([]);
    expect(rows([creator('a'), creator('b')])).toEqual([]);
  });

  it('has a range where a part was read', () => {
    expect(rows([mia, creator('jo', { sketch: sketch(150, 550, 1000) })])[0]).toMatch(/\d+–\u2060\d+% of mia's/);
  });

  it('says why nothing is told', () => {
    expect(rows([mia, creator('jo')])).toEqual(['mia · jo | no comments kept of jo yet: open some of the posts']);
    expect(rows([creator('jo', { sketch: 'AAAA' }), mia])[0]).toContain('no comments kept of jo');
    expect(rows([mia, creator('jo', { sketch: sketch(0, 59) })])[0]).toContain('too few people were read');
    expect(rows([mia, creator('jo', { sketch: sketch(0, 100, 5000) })])[0]).toContain('too small a part');
    expect(rows([mia, creator('jo', { platform: 'tiktok', sketch: sketch(0, 100) })])[0]).toContain('on two sites');
  });

  it('speaks every language without gaps', () => {
    for (const language of languages)
      for (const row of rows([mia, jo, creator('a')], wordsFromMessages(messages(language))))
        expect(row, language).not.toMatch(/\{|undefined|NaN/);
  });
});
