import { afterEach, expect, it, vi } from 'vitest';
import { printedAge } from '../../../extension/reading/age-forms';
import { languageOf } from '../../../extension/reading/number-words';
import { readyWords } from '../../../extension/reading/ready-words';

afterEach(() => vi.restoreAllMocks());

it('makes the tables of a language, and none is made when a text of it is read', () => {
  const made = vi.spyOn(Intl, 'RelativeTimeFormat');
  readyWords('sw');
  const before = made.mock.calls.length;
  expect(before).toBeGreaterThan(0);
  const language = languageOf('sw');
  expect(printedAge('siku 3 zilizopita', 'sw')).toBeDefined();
  readyWords('sw');
  expect(made.mock.calls.length).toBe(before);
  expect(languageOf('sw')).toBe(language);
});

it('takes whatever a page names as its language', () => {
  for (const locale of [undefined, '', 'xx-yy', '<b>', 'é'.repeat(500)]) expect(() => readyWords(locale)).not.toThrow();
});
