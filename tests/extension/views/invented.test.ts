import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { report, reportNames, reportSchema } from './reports';

const validate = new Ajv2020({ strict: false }).compile(reportSchema());

describe('the invented reports', () => {
  it.each(reportNames)('%s keeps the contract', (name) => {
    expect(validate(report(name)) || validate.errors).toBe(true);
  });

  it.each(reportNames)('%s adds up: low ≤ mid ≤ high, and the effects lead from the start to the estimate', (name) => {
    const { audience, signals, engagement } = report(name);
    for (const interval of [
      audience.share,
      audience.people,
      engagement?.perPost?.real,
      engagement?.perFollower?.real,
    ]) {
      if (interval)
        expect([interval.low, interval.mid, interval.high]).toEqual(
          [interval.low, interval.mid, interval.high].toSorted((a, b) => a - b),
        );
    }
    const moved = signals.filter((signal) => signal.on === 'audience').reduce((sum, signal) => sum + signal.effect, 0);
    const mean = audience.start + moved + audience.remainder;
    expect(mean).toBeGreaterThan(audience.share.low);
    expect(mean).toBeLessThan(audience.share.high);
  });

  it('has every verdict, a profile without posts, and one with views alone', () => {
    expect(new Set(reportNames.map((name) => report(name).verdict))).toEqual(
      new Set(['nothing_seen', 'question', 'unusual', 'not_enough']),
    );
    expect(report('no-posts').engagement?.perPost).toBeUndefined();
    expect(report('views-only').engagement).toMatchObject({ basis: 'views' });
  });
});
