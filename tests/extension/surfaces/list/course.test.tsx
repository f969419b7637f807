/** @jsxImportSource preact */
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { beforeEach, describe, expect, it } from 'vitest';
import { CourseView } from '../../../../extension/surfaces/list/course';
import type { Course } from '../../../../extension/vetting/course';
import { wordsFromMessages } from '../../../../extension/views/words';
import { english, languages, messages } from '../../views/reports';

const at = (day: number) => `2026-11-${String(day).padStart(2, '0')}T10:00:00Z`;
const course: Course = {
  points: [
    { at: at(1), followers: { low: 48_200, high: 48_299 }, rate: 0.023 },
    { at: at(3), followers: { low: 48_300, high: 48_399 } },
    { at: at(20), followers: { low: 53_000, high: 53_099 }, rate: 0.011 },
  ],
  steps: [{ from: at(3), to: at(20), change: 0.097, kind: 'jump' }],
  fewer: [{ from: at(1), to: at(3), posts: 5 }],
  renamed: [{ from: 'old', to: 'new', at: at(3) }],
  expected: { low: 840, high: 1400, came: 410 },
};

let place: HTMLElement;
beforeEach(() => {
  place = document.createElement('main');
});
const draw = (of: Course, words = english, damaged = false) =>
  act(() => render(<CourseView course={of} damaged={damaged} words={words} />, place));
const marks = () =>
  [...(place.querySelector('svg')?.querySelectorAll('circle') ?? [])].map((one) => Number(one.getAttribute('cx')));

describe('the curves of a creator', () => {
  it('stand in the order of time, by their distance in days, with their ends in words', () => {
    draw(course);
    const curves = [...place.querySelectorAll('figure')];
    expect(curves.map((one) => one.querySelector('svg')?.getAttribute('aria-label'))).toEqual([
      'Followers: 48.2K (Nov 1, 2026), then 53K (Nov 20, 2026). Readings: 3.',
      'Engagement per post: 2.3% (Nov 1, 2026), then 1.1% (Nov 20, 2026). Readings: 2.',
    ]);
    const [first = 0, second = 0, third = 0] = marks();
    expect((second - first) / (third - first)).toBeCloseTo(2 / 19, 2);
    expect(place.querySelectorAll('.step')).toHaveLength(1);
  });

  it('run from the other side where the words do', () => {
    draw(course);
    const before = marks();
    draw(course, wordsFromMessages(messages('ar')));
    for (const [index, x] of marks().entries()) expect(x).toBeCloseTo(420 - before[index]!, 5);
  });

  it('tell steps, posts that are gone, another name, and what came of what was expected', () => {
    draw(course);
    expect([...place.querySelectorAll('li')].map(({ textContent }) => textContent)).toEqual([
      'Followers: one step of +9.7% until Nov 20, 2026',
      'Posts: at least 5 fewer on Nov 3, 2026 than on Nov 1, 2026 (deleted or hidden).',
      'Another name: @old became @new, seen on Nov 3, 2026.',
      'Engagements expected of the next post when hired: 840–\u20601,400; a usual post now has 410.',
    ]);
  });

  it('of one reading are a sentence and no curve, and of none nothing', () => {
    const nothing = { steps: [], fewer: [], renamed: [] };
    draw({ points: course.points.slice(0, 1), ...nothing });
    expect(place.textContent).toMatch(/One reading so far, of Nov 1, 2026/);
    expect(place.querySelector('svg')).toBeNull();
    draw({ points: [], ...nothing });
    expect(place.textContent).toBe('');
    draw({ points: [], ...nothing }, english, true);
    expect(place.textContent).toMatch(/could not be read/);
  });

  it('are told in every language, and accuse in none', () => {
    for (const language of languages) {
      draw(course, wordsFromMessages(messages(language)));
      expect(place.querySelectorAll('li')).toHaveLength(4);
      expect(place.textContent).not.toMatch(/\{|fake|bought|fraud/i);
    }
  });
});
