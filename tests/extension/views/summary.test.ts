import { describe, expect, it } from 'vitest';
import type { Report } from '../../../extension/.generated/report';
import { audienceText, copyText, summary } from '../../../extension/views/summary';
import { english, report, reportNames } from './reports';

describe('the answer in one sentence', () => {
  it('says the fact, what it is of, how new it is, the place, and the estimate where it has moved', () => {
    expect(summary(report('unusual'), english)).toBe(
      '1,530 engagements a post · 1.2% of 128K followers · last post yesterday · 1.9 a week · median of 22 posts · Below the lowest tenth of peers · engagement a post: ≈1,100 of 1,530 look genuine (840–\u20601,400)',
    );
    expect(summary(report('views-only'), english)).toMatch(/^4\.1M views a post · 0\.16 per follower · 25M followers/);
  });

  it('says how many posts a year where there is less than one in two weeks', () => {
    const says = (perWeek: number) => {
      const given = report('unusual');
      return summary({ ...given, fresh: { ...given.fresh!, perWeek } }, english);
    };
    expect(says(0.056)).toContain(' · 2.9 a year · ');
    expect(says(0.5)).toContain(' · 0.5 a week · ');
  });

  it.each(reportNames)(
    '%s: copied text carries an estimate only where it has moved, the basis, and what it is not',
    (name) => {
      const text = copyText(report(name), english);
      if (report(name).engagement?.perPost?.moved)
        expect(text).toMatch(/≈[\d,.KM]+ of [\d,.KM]+ .*\([\d,.KM]+–[\d,.KM]+\)/);
      else expect(text).not.toContain('genuine');
      expect(text).toMatch(/From \d+ posts?(?: and \d+ comments?|, \d+ comments?, and \d+ people) read\./);
      expect(text).toContain('does not show who or what caused a pattern');
      expect(text).not.toMatch(/[{}]/);
    },
  );

  it('tells of the audience what the report says to tell, and what it was read from', () => {
    type Audience = Report['audience'];
    const told = (low: number, high: number, told?: Audience['told'], read?: Partial<Report['read']>) =>
      audienceText(
        {
          ...report('unusual'),
          read: { ...report('unusual').read, ...read },
          // Without followers; those who like or comment are no sample of the audience.
          signals: report('unusual').signals.filter(
            ({ family, on }) => !read || family !== 'people' || on !== 'audience',
          ),
          audience: { ...report('unusual').audience, told, share: { low, mid: 0.4, high, level: 0.9 } },
        },
        english,
      );
    expect(told(0.38, 0.56, 'between')).toBe('≈38–\u206056% of the followers look reachable, from 30 people');
    expect(told(0.1, 0.58, 'at_most')).toBe('at most ≈58% of the followers look reachable, from 30 people');
    expect(told(0.55, 0.98, 'at_least')).toBe('at least ≈55% of the followers look reachable, from 30 people');
    const nobody = { people: 40, history: 0 };
    expect(told(0.1, 0.58, 'at_most', { ...nobody, history: 3 })).toMatch(/, from 3 earlier readings$/);
    expect(told(0.1, 0.58, 'at_most', nobody)).toMatch(/, from 22 posts$/);
    expect(told(0.1, 0.58)).toBeUndefined();
    expect(copyText(report('consistent'), english)).not.toContain('reachable');
  });

  it('strips what a handle must not do to its neighbours', () => {
    expect(copyText({ ...report('mixed'), handle: 'a\u202eb' }, english)).toContain('@ab,');
  });
});
