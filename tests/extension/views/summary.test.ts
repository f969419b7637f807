import { describe, expect, it } from 'vitest';
import type { Report } from '../../../extension/.generated/report';
import { audienceHasFigure, copyText, summary } from '../../../extension/views/summary';
import { english, report, reportNames } from './reports';

describe('the answer in one sentence', () => {
  it('says the headline as agreed', () => {
    expect(summary(report('unusual'), english)).toBe(
      '≈1,100 of 1,530 engagements a post look genuine (840–1,400) · ≈0.9% of 128K followers',
    );
  });

  it.each(reportNames)('%s: copied text carries ≈, the range, the basis, and what it is not', (name) => {
    const text = copyText(report(name), english);
    if (report(name).engagement?.perPost) expect(text).toMatch(/≈[\d,.KM]+ of [\d,.KM]+ .*\([\d,.KM]+–[\d,.KM]+\)/);
    expect(text).toMatch(/From \d+ posts? and \d+ comments? read\./);
    expect(text).toContain('does not show who or what caused a pattern');
    expect(text).not.toMatch(/[{}]/);
  });

  it('never names the audience without a sample behind it', () => {
    const given = report('unusual');
    const without = (change: (copy: Report) => void) => {
      const copy = structuredClone(given);
      change(copy);
      return audienceHasFigure(copy);
    };
    expect(audienceHasFigure(given)).toBe(true);
    expect(without((copy) => Object.assign(copy.read, { people: 0, history: 0 }))).toBe(false);
    expect(without((copy) => Object.assign(copy.read, { people: 0 }))).toBe(true);
    expect(without((copy) => Object.assign(copy.audience.share, { low: 0.2, high: 0.61 }))).toBe(false);
    expect(
      without((copy) => {
        copy.audience.people = undefined;
      }),
    ).toBe(false);
    expect(copyText(report('consistent'), english)).not.toContain('real and reachable');
  });

  it('strips what a handle must not do to its neighbours', () => {
    expect(copyText({ ...report('mixed'), handle: 'a\u202eb' }, english)).toContain('@ab,');
  });
});
