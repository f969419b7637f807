/** The pages that were reported as read wrong (tests/pages/reported), opened with the shipped package in both browsers. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Report } from '../../extension/.generated/report.ts';
import type { Snapshot } from '../../extension/.generated/snapshot.ts';
import { reportedHar, reportedNames, wrongValues } from '../extension/pages/reported.ts';
import { assertNoRequestOfOurs, assertValidReport, assertValidSnapshot, BROWSERS, open, replayHar } from './harness.ts';
import { parseHar } from './replay/har.ts';
import { isRefusal, type ReplaySession } from './replay/session.ts';

// A page whose address is a profile's, and of whose account nothing at all can be read, is refused: nothing was read wrong.
const nothing = { profile: {} } as Snapshot;

test('the reported pages are there', () => assert.ok(reportedNames.length >= 16));

// Both browsers at once: a replay mostly waits for silence.
describe('reported pages', { concurrency: 2 }, () => {
  for (const browser of BROWSERS) {
    describe(browser, { concurrency: 1 }, () => {
      let session: ReplaySession;
      before(async () => {
        session = await open(browser);
      });
      after(() => session?.close());

      for (const name of reportedNames) {
        test(name, async () => {
          const result = await replayHar(session, parseHar(reportedHar(name), name), name);
          assertNoRequestOfOurs(result);
          assert.ok(result.settled, 'the page came to rest');
          if (result.snapshot !== null) {
            assertValidSnapshot(result.snapshot);
            assertValidReport(result.report);
          } else assert.ok(isRefusal(result.report), 'what is not read is refused');
          const snapshot = result.snapshot === null ? nothing : (JSON.parse(result.snapshot) as Snapshot);
          assert.deepEqual(wrongValues(name, snapshot, JSON.parse(result.report) as Report), []);
        });
      }
    });
  }
});
