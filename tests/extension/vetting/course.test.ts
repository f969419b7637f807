import { describe, expect, it } from 'vitest';
import { courseOf } from '../../../extension/vetting/course';
import { earlierOf } from '../../../extension/vetting/summary';
import type { VisitedAccount } from '../../../extension/vetting/visited-account';
import { summaryFrom } from '../surfaces/list/rows';
import { report } from '../views/reports';

const day = (number: number) => `2026-11-${String(number).padStart(2, '0')}T10:00:00Z`;
const answer = (number: number) => ({ ...summaryFrom(report('consistent'), day(number)), visit: `answer${number}` });
const account = (...readings: [number, object][]): VisitedAccount => ({
  platform: 'tiktok',
  host: '',
  handle: 'new',
  readings: readings.map(([at, counts]) => ({ visit: `visit-${at}-whole`, reading: { at: day(at), ...counts } })),
});
const none = { newest: undefined, earlier: [], account: undefined, baseline: undefined };

describe('the visits to a creator', () => {
  it('are a point each, oldest first, the answer in place of the counts of the same visit', () => {
    const visits = account([9, { followers: 900 }], [2, { followers: { low: 800, high: 849 } }]);
    visits.readings.push({ visit: 'answer5-and-more'.slice(0, 7), reading: { at: day(5), followers: 1 } });
    const { points } = courseOf({ ...none, newest: answer(12), earlier: [earlierOf(answer(5))], account: visits });
    expect(points.map(({ at }) => at)).toEqual([day(2), day(5), day(9), day(12)]);
    expect(points[0]).toEqual({ at: day(2), followers: { low: 800, high: 849 } });
    expect(points[1]?.followers).toEqual(report('consistent').followers);
    expect(points[3]?.rate).toBe(report('consistent').engagement?.perFollower?.shown);
  });

  it('tell posts that are gone, at least so many as the printed counts leave no doubt of', () => {
    const { fewer } = courseOf({
      ...none,
      account: account(
        [1, { posts: 120 }],
        [2, { posts: { low: 100, high: 115 } }],
        [3, {}],
        [4, { posts: { low: 110, high: 114 } }],
        [5, { posts: 90 }],
      ),
    });
    expect(fewer).toEqual([
      { from: day(1), to: day(2), posts: 5 },
      { from: day(4), to: day(5), posts: 20 },
    ]);
  });

  it('tell another name once, and none where only its capitals changed', () => {
    const { renamed } = courseOf({
      ...none,
      account: account([1, { handle: 'old' }], [2, { handle: 'Old' }], [3, {}], [4, {}]),
    });
    expect(renamed).toEqual([{ from: 'Old', to: 'new', at: day(3) }]);
  });

  it('set what was expected when hired beside what came, once a later answer is there', () => {
    const nextPost = { low: 1000, mid: 2000, high: 4000, level: 0.9 };
    const baseline = { ...answer(1), engagement: { ...answer(1).engagement, nextPost } };
    expect(courseOf({ ...none, newest: baseline, baseline }).expected).toBeUndefined();
    expect(courseOf({ ...none, newest: answer(9), baseline }).expected).toEqual({
      low: 1000,
      high: 4000,
      came: report('consistent').engagement?.perPost?.shown.mid,
    });
  });

  it('are nothing of somebody who was never visited', () => {
    expect(courseOf(none)).toEqual({ points: [], steps: [], fewer: [], renamed: [] });
  });
});
