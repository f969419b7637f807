/** @jsxImportSource preact */
import 'fake-indexeddb/auto';
import { act } from 'preact/test-utils';
import { describe, expect, it } from 'vitest';
import { Content } from '../../../extension/surfaces/content';
import { reportFile } from '../../../extension/surfaces/save-report';
import type { ReportState } from '../../../extension/surfaces/tab-state';
import { shortlists } from '../../../extension/vetting/shortlists';
import { wordsFromMessages } from '../../../extension/views/words';
import { captions } from '../vetting/captions';
import { eventually, nobodyGivesUpWhileDrawing } from '../vetting/patient';
import { english, languages, messages, report } from '../views/reports';
import { drawnAt } from './drawn';

nobodyGivesUpWhileDrawing();

const state = {
  kind: 'report',
  report: report('unusual'),
  snapshot: {
    schema: 'plumb.snapshot/1',
    platform: 'instagram',
    profile: { handle: 'mia' },
    posts: captions.map(([, , caption], at) => ({
      id: `p${at}`,
      url: `https://www.instagram.com/p/p${at}/`,
      at: '2026-11-05T10:00:00Z',
      caption,
    })),
  },
  missing: [],
  texts: { snapshot: '{}', report: '{}' },
} satisfies ReportState;

const drawn = (words = english) => drawnAt(<Content state={state} words={words} />);

const accuses =
  /\b(?:illegal|unlawful|break\w*|violat\w*|undisclosed|secret\w*|hidden ad\w*|surreptitious|must|failed|ilegal|oculta|encubierta|verboten|schleichwerbung|rechtswidrig|illégal\w*|dissimulé\w*|clandestin\w*)\b|違反|違法|ステマ|مخالف|غير قانوني/iu;

describe('the panel of contents', () => {
  it('says why each post is listed, without a word that accuses, in every language', async () => {
    for (const language of languages) {
      const text = (await drawn(wordsFromMessages(messages(language)))).textContent ?? '';
      expect(text, language).not.toMatch(/\{[a-z]+\}|undefined|NaN/);
      const own = Object.entries(messages(language)).filter(([key]) => key.startsWith('content_'));
      expect(own.length, language).toBeGreaterThan(20);
      expect(
        own.filter(([, { message }]) => accuses.test(message)),
        language,
      ).toEqual([]);
    }
    expect(accuses.test('this breaks the law')).toBe(true);
  });

  it('links the day to the post, and the saved file keeps the day alone', async () => {
    const place = await drawn();
    const link = place.querySelector('a');
    expect([link?.getAttribute('href'), link?.rel]).toEqual([
      expect.stringMatching(/^https:\/\/www\.instagram\.com\/p\/p\d+\/$/),
      'noopener noreferrer',
    ]);
    const file = reportFile(place, 'Report');
    expect(file).toContain('Nov 5, 2026');
    expect(file).not.toMatch(/<a\b|https:\/\/www\.instagram|<input/);
  });

  it('looks for the names of the current list, and keeps there what is changed', async () => {
    const list = await shortlists.addList('Autumn');
    await shortlists.changeList(list.id, { rivals: ['bergluft'], words: [] });
    const place = await drawn();
    const field = place.querySelector('#content-rivals') as HTMLInputElement;
    await eventually(() => expect(field.value).toBe('bergluft'));
    expect(place.textContent).toContain('Rivalsbergluft: 2');
    await act(() => {
      field.value = 'bergluft, @schlafgut';
      field.dispatchEvent(new Event('input', { bubbles: true }));
      field.dispatchEvent(new Event('change', { bubbles: true }));
    });
    await eventually(async () =>
      expect((await shortlists.lists()).lists[0]?.rivals).toEqual(['bergluft', 'schlafgut']),
    );
  });
});
