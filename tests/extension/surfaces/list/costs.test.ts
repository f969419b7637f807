import { describe, expect, it } from 'vitest';
import { arranged, noFilter } from '../../../../extension/surfaces/list/arrange';
import { costsOf, difference, mainCost, sum, totalsOf } from '../../../../extension/surfaces/list/costs';
import { changesSince } from '../../../../extension/surfaces/list/since-hired';
import { report as golden } from '../../views/reports';
import { eur, rowOf, summaryFrom } from './rows';

/** 1,530 engagements a post at 1.191 % (1.09–1.3 %), of them 1,100 (840–1,400) real, as the report tells. */
const talia = () => rowOf('unusual', { fee: eur(1800, 'reel'), name: 'Talia' });
/** 46,200 views a post at 0.48 a follower (0.36–0.64); 4,210 engagements, whose range is not known. */
const noor = () => rowOf('consistent', { fee: eur(1400, 'video'), name: 'Noor' });
/** 18,564 views at 0.21 (0.16–0.28), 402 engagements. */
const marlo = () => rowOf('mixed', { fee: eur(300), name: 'Marlo' });
/** 4.1M views at 0.163 (0.11–0.24). */
const kettle = () => rowOf('views-only', { fee: eur(65_000, 'video'), name: 'Kettle' });

describe('what a fee buys', () => {
  it('is the fee for one piece over the figures of a usual post, with their range', () => {
    const { engagement, real, views, currency } = costsOf(talia())!;
    expect(currency).toBe('EUR');
    expect(engagement!.mid).toBeCloseTo(1800 / 1530, 8);
    expect(engagement!.range!.low).toBeCloseTo(1800 / (1530 * (0.013 / 0.01191)), 8);
    expect(engagement!.range!.high).toBeCloseTo(1800 / (1530 * (0.0109 / 0.01191)), 8);
    expect(real).toEqual({ mid: 1800 / 1100, range: { low: 1800 / 1400, high: 1800 / 840 } });
    expect(views).toBeUndefined();
  });

  it('has no cost for a real engagement where nothing has moved the estimate', () => {
    expect(costsOf(noor())!.real).toBeUndefined();
    expect(costsOf(marlo())!.real).toBeDefined();
  });

  it('has a range only where the page’s figure has one', () => {
    const { engagement, views } = costsOf(noor())!;
    expect(engagement).toEqual({ mid: 1400 / 4210 });
    expect(views!.range!.high).toBeCloseTo(1_400_000 / (46_200 * (0.36 / 0.48)), 8);
  });

  it('is of one piece of a package', () => {
    const one = costsOf(talia())!.engagement!.mid;
    expect(costsOf(rowOf('unusual', { fee: eur(5400, 'package', 3) }))!.engagement!.mid).toBeCloseTo(one, 8);
  });

  it('is nothing of a story, of too few posts, without a fee or before a reading', () => {
    expect(costsOf(rowOf('unusual', { fee: eur(300, 'story') }))).toBeUndefined();
    expect(costsOf(rowOf('not-enough', { fee: eur(300) }))).toBeUndefined();
    expect(costsOf(rowOf('unusual'))).toBeUndefined();
    const unread = talia();
    delete unread.creator.summary;
    expect(costsOf(unread)).toBeUndefined();
  });
});

describe('sums', () => {
  it('add the ranges of figures that vary each for itself as their squares', () => {
    const figures = [
      { mid: 2020, range: { low: 1705, high: 2380 } },
      { mid: 1131, range: { low: 960, high: 1310 } },
      { mid: 1150, range: { low: 790, high: 1350 } },
    ];
    const { mid, range } = sum(figures);
    expect(mid).toBe(4301);
    expect(range!.low).toBeCloseTo(4301 - Math.sqrt(315 ** 2 + 171 ** 2 + 360 ** 2), 8);
    expect(range!.high).toBeCloseTo(4301 + Math.sqrt(360 ** 2 + 179 ** 2 + 200 ** 2), 8);
    expect(sum([...figures, { mid: 5 }])).toEqual({ mid: 4306 });
  });

  it('never hold engagements or views of two platforms', () => {
    const { platforms, fees, withoutFee } = totalsOf([talia(), talia(), noor(), rowOf('mixed')]);
    expect(platforms.map(({ platform, creators }) => [platform, creators])).toEqual([
      ['instagram', 2],
      ['tiktok', 1],
      ['x', 1],
    ]);
    expect(platforms[0]!.engagements!.mid).toBe(3060);
    expect(platforms[1]!.views!.mid).toBe(46_200);
    expect(fees).toEqual([{ currency: 'EUR', amount: 5000 }]);
    expect(withoutFee).toBe(1);
  });

  it('count a package as often as it has posts, keep currencies apart, and leave out what is too thin', () => {
    const usd = { ...eur(200), currency: 'USD' };
    const { platforms, fees } = totalsOf([
      rowOf('unusual', { fee: eur(900, 'package', 3) }),
      rowOf('not-enough', { fee: usd }),
    ]);
    expect(platforms).toHaveLength(1);
    expect(platforms[0]!.engagements!.mid).toBe(4590);
    expect(fees).toEqual([
      { currency: 'EUR', amount: 900 },
      { currency: 'USD', amount: 200 },
    ]);
  });
});

describe('costs of two', () => {
  it('can’t be told apart where their ranges overlap', () => {
    const found = difference([noor(), rowOf('mixed', { fee: eur(500) })], 'views');
    expect(found?.kind).toBe('alike');
  });

  it('differ by the factor between the ends of their ranges', () => {
    const found = difference([noor(), marlo()], 'views');
    const [dear, cheap] = [costsOf(noor())!.views!, costsOf(marlo())!.views!];
    expect(found).toMatchObject({ kind: 'dearer', low: dear.range!.low / cheap.range!.high });
    expect(found?.kind === 'dearer' && found.row.creator.name).toBe('Noor');
  });

  it('say nothing of different currencies, or of figures without a range', () => {
    expect(difference([noor(), rowOf('mixed', { fee: { ...eur(300), currency: 'USD' } })], 'views')).toBeUndefined();
    expect(difference([noor(), marlo()], 'engagement')).toBeUndefined();
  });
});

describe('the order of a list', () => {
  const rows = [kettle(), noor(), marlo(), talia(), rowOf('not-enough', { fee: eur(10), name: 'Thin' })];
  const names = (by: Parameters<typeof arranged>[1]['by'], descending = false) =>
    arranged(rows, { by, descending }, noFilter).map(({ creator }) => creator.name);

  it('puts costs in order inside their unit, and what has none last in either direction', () => {
    expect(rows.map((row) => mainCost(row)?.unit)).toEqual(['views', 'views', 'views', 'engagement', undefined]);
    expect(names('cost')).toEqual(['Talia', 'Kettle', 'Marlo', 'Noor', 'Thin']);
    expect(names('cost', true)).toEqual(['Talia', 'Noor', 'Marlo', 'Kettle', 'Thin']);
  });

  it('goes by the fee, by name and by what was added', () => {
    expect(names('fee')).toEqual(['Thin', 'Marlo', 'Noor', 'Talia', 'Kettle']);
    expect(names('name')).toEqual(['Kettle', 'Marlo', 'Noor', 'Talia', 'Thin']);
    expect(names('added', true)).toEqual(['Thin', 'Talia', 'Marlo', 'Noor', 'Kettle']);
  });

  it('holds only what the filter lets through', () => {
    const tagged = rowOf('unusual', {
      name: 'Äsa',
      entry: { tags: ['Winter'], status: 'hired', decidedBy: 'Ines Okafor' },
    });
    const all = [...rows, tagged];
    const of = (filter: object) => arranged(all, { by: 'added', descending: false }, { text: '', ...filter }).length;
    expect(of({ text: ' WINTER ' })).toBe(1);
    expect(of({ text: 'okafor' })).toBe(1);
    expect(of({ status: 'hired' })).toBe(1);
    expect(of({ platform: 'instagram' })).toBe(3);
    expect(of({ platform: 'instagram', text: 'nobody' })).toBe(0);
  });
});

describe('what has changed since somebody was hired', () => {
  it('is told of followers, rate and checks, against the reading that was frozen', () => {
    const row = talia();
    const report = golden('unusual');
    row.entry.baseline = summaryFrom(
      {
        ...report,
        followers: { low: 100_000, high: 100_000 },
        checks: report.checks.map((check) => ({ ...check, state: 'fine' as const })) as typeof report.checks,
      },
      '2026-10-01T10:00:00Z',
    );
    const changes = changesSince(row)!;
    expect(changes.followers!.to).toEqual(row.creator.summary!.followers);
    expect(changes.checks.length).toBeGreaterThan(0);
    // A check that had less to go on has found nothing else.
    for (const { from, to } of changes.checks)
      expect([from, to]).toEqual(['fine', expect.stringMatching(/question|unusual/)]);
  });

  it('is nothing before a later reading', () => {
    const row = talia();
    expect(changesSince(row)).toBeUndefined();
    row.entry.baseline = row.creator.summary!;
    expect(changesSince(row)).toBeUndefined();
  });
});
