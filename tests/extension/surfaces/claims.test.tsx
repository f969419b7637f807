/** @jsxImportSource preact */
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Report } from '../../../extension/.generated/report';
import { Claims } from '../../../extension/surfaces/claims';
import { reportFile } from '../../../extension/surfaces/save-report';
import type { ReportState } from '../../../extension/surfaces/tab-state';
import { wordsFromMessages } from '../../../extension/views/words';
import { accounts } from '../vetting/claim-accounts';
import { english, languages, messages, report } from '../views/reports';

const state = {
  kind: 'report',
  report: { ...report('unusual'), ...accounts.bakery.report } as Report,
  snapshot: {
    schema: 'plumb.snapshot/1',
    platform: 'instagram',
    profile: { handle: 'bakery' },
    ...accounts.bakery.snapshot,
  },
  missing: [],
  texts: { snapshot: '{}', report: '{}' },
} satisfies ReportState;

let place: HTMLElement;
beforeEach(() => {
  place = document.createElement('main');
});

function type(text: string, words = english): string[][] {
  act(() => render(<Claims state={state} words={words} />, place));
  const field = place.querySelector('textarea') as HTMLTextAreaElement;
  act(() => {
    field.value = text;
    field.dispatchEvent(new Event('input', { bubbles: true }));
  });
  const rows = [...place.querySelectorAll('tbody tr')];
  return rows.map((row) => [...row.querySelectorAll('.line')].map((line) => line.textContent ?? ''));
}

describe('the panel of claims', () => {
  it('tells the way that gives a figure, or that none does and which comes nearest', () => {
    expect(type('5.8 % engagement\navg 40K views\n20K story views\n12 dozen followers')).toEqual([
      [
        '(likes + comments) ÷ followers · mean · all that were read (15 posts): 5.8%',
        expect.stringMatching(/^More ways that give it: \d+$/),
      ],
      [
        expect.stringMatching(/^None of the ways tried gives it \(\d+\)\.$/),
        expect.stringMatching(/^Nearest: views · mean · the best \(\d posts\): 8,000$/),
      ],
      ["This page does not show it. Ask for a screenshot of the creator's own analytics."],
      ['Not understood. Name what the number counts, such as views or followers.'],
    ]);
  });

  it('stands in the saved file as text, without its field; empty it is not there at all', () => {
    type('');
    expect(reportFile(place, 'Report')).not.toContain('media kit');
    type('5.8 % engagement <img src=x onerror=alert(1)>');
    const file = reportFile(place, 'Report');
    expect(file).toContain('What the media kit says');
    expect(file).toContain('5.8 % engagement &lt;img');
    expect(file).not.toMatch(/<textarea|<img/);
  });

  it('speaks every language without gaps', () => {
    for (const language of languages) {
      const lines = type('5.8 % engagement\n99 % engagement\n3.83 % ER', wordsFromMessages(messages(language))).flat();
      expect(lines.length, language).toBeGreaterThan(3);
      for (const line of lines) expect(line, language).not.toMatch(/\{|undefined|NaN|\(\)/);
    }
  });
});
