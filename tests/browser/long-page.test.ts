/**
 * A page whose comments come in without end costs itself alone: another tab is answered while it speaks, its own answer
 * stands and says that it was cut, and twice the comments are twice the work. Counts and ratios; `./dev soak` has the times.
 */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { figure } from '../threats/figure.ts';
import { assertValidReport, open, until } from './harness.ts';
import { LONG, runLong, stateAt } from './long/long-page.ts';

/** More than a snapshot may hold. */
const COMMENTS = 21_000;
const CAP = 20_000;

describe('a long page in Chromium', () => {
  test('T11: another tab is answered while it speaks, and its own answer is cut and says so', async (context) => {
    const session = await open('chromium');
    try {
      const { others, ahead } = await runLong(session, COMMENTS);
      context.diagnostic(`${others.length} answers of the other tab; of the long page to come: ${ahead.join(', ')}`);
      assert.ok(ahead.filter((left) => left > 0).length >= 3, `only after it: ${ahead.join(', ')}`);
      // Where the machine has no time the last comments are taken up after a rest.
      const state = await until('its answer says that it was cut', async () => {
        const now = await stateAt(session, LONG);
        return /"why":"cut"/.test(now?.snapshot ?? '') && now;
      });
      assertValidReport(state.report ?? '');
      const { comments = [], missing = [] } = JSON.parse(state.snapshot ?? '{}');
      assert.equal(comments.length, CAP);
      assert.ok(
        missing.some(({ field, why }: { field: string; why: string }) => field === 'comments' && why === 'cut'),
        JSON.stringify(missing),
      );
      figure(
        'T11',
        `answers of another tab while ${COMMENTS} comments come in`,
        ahead.filter((left) => left > 0).length,
        '≥ 3',
      );
    } finally {
      await session.close();
    }
  });
});
