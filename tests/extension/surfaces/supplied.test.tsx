/** @jsxImportSource preact */
import 'fake-indexeddb/auto';
import { act } from 'preact/test-utils';
import { describe, expect, it } from 'vitest';
import { reportFile } from '../../../extension/surfaces/save-report';
import { Supplied } from '../../../extension/surfaces/supplied';
import type { ReportState } from '../../../extension/surfaces/tab-state';
import { shortlists } from '../../../extension/vetting/shortlists';
import { wordsFromMessages } from '../../../extension/views/words';
import { eventually, nobodyGivesUpWhileDrawing } from '../vetting/patient';
import { english, languages, messages, report } from '../views/reports';
import { drawnAt } from './drawn';

nobodyGivesUpWhileDrawing();

const url = 'https://www.instagram.com/mia/';
const state = {
  kind: 'report',
  report: report('unusual'),
  snapshot: {
    schema: 'plumb.snapshot/1',
    platform: 'instagram',
    url,
    profile: { handle: 'mia' },
    posts: Array.from({ length: 6 }, () => ({ views: 10_000, likes: 900 })),
    comments: Array.from({ length: 40 }, () => ({ text: 'this is so good and I love it' })),
  },
  missing: [],
  texts: { snapshot: '{}', report: '{}' },
} satisfies ReportState;

const drawn = (words = english) => drawnAt(<Supplied state={state} words={words} />);

async function type(place: HTMLElement, fields: Record<string, string>): Promise<void> {
  for (const [name, text] of Object.entries(fields)) {
    const field = place.querySelector(`#supplied-${name}`) as HTMLInputElement;
    for (const kind of ['input', 'change'])
      await act(() => {
        field.value = text;
        field.dispatchEvent(new Event(kind, { bubbles: true }));
      });
  }
}

const figures = { reach: '25K', places: 'DE 40 %, FI 10 %', ages: '18–24: 60 %', day: '2026-11-20', source: 'by mail' };

describe('figures from the creator', () => {
  it('stand beside what the page shows, with what to ask, and in the saved file without their fields', async () => {
    const place = await drawn();
    expect(reportFile(place, 'Report')).not.toContain('Figures from');
    await type(place, figures);
    const rows = [...place.querySelectorAll('tbody tr')].map((row) =>
      [...row.children].map((cell) => cell.textContent),
    );
    expect(rows).toEqual([
      ['People reached by a post', '25K', 'views a post: 10K'],
      ['Where the audience lives', 'DE 40%, FI 10%', 'languages of the comments: English 40'],
      ['Ages of the audience', '18–24 60%', 'nothing of it'],
    ]);
    expect([...place.querySelectorAll('.dotted li')].map((line) => line.textContent)).toEqual([
      'More people reached (25K) than a usual post has views (10K). Is it one post, or several?',
      '40% of the audience in DE, but comments in a language spoken there: none of 40.',
    ]);
    const file = reportFile(place, 'Report');
    expect(file).toContain('by mail · Nov 20, 2026');
    expect(file).not.toMatch(/<input|Such as/);
  });

  it('that can not be read are said so', async () => {
    const place = await drawn();
    await type(place, { reach: 'many' });
    expect(place.querySelector('[aria-invalid=true]')?.id).toBe('supplied-reach');
    expect(place.textContent).toContain("This can't be read.");
  });

  it('are kept with a creator who stands on a list, and with nobody else', async () => {
    const place = await drawn();
    await type(place, figures);
    expect(place.textContent).toContain('the creator is on no list');
    const { creators } = await shortlists.all();
    expect(creators).toEqual([]);
    await shortlists.addList('Autumn');
    await shortlists.add({ platform: 'instagram', host: '', handle: 'Mia', url }, { called: 'Autumn' });
    const listed = await drawn();
    await eventually(() => expect(listed.textContent).toContain('Kept with the creator'));
    await type(listed, figures);
    await eventually(async () =>
      expect((await shortlists.all()).creators[0]?.supplied).toEqual({ ...figures, stories: '', locale: 'en' }),
    );
    const again = await drawn();
    await eventually(() => expect(again.textContent).toContain('views a post: 10K'));
  });

  it('are asked about in every language without gaps', async () => {
    for (const language of languages) {
      const place = await drawn(wordsFromMessages(messages(language)));
      await type(place, { ...figures, stories: '9M', ages: '1–2: 80 %; 3–4: 70 %' });
      expect(place.querySelectorAll('.dotted li').length, language).toBeGreaterThanOrEqual(4);
      expect(place.textContent, language).not.toMatch(/\{[a-z]+\}|undefined|NaN/);
    }
  });
});
