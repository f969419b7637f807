/** The invented accounts, from the platform's real address to the overlay, in both browsers. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Post } from '../../extension/.generated/snapshot.ts';
import { figure } from '../threats/figure.ts';
import { sampleHar, samples } from './har/samples.ts';
import {
  assertNoRequestOfOurs,
  assertValidReport,
  assertValidSnapshot,
  BROWSERS,
  open,
  replayHar,
  snapshotOf,
} from './harness.ts';
import type { ReplaySession } from './replay/session.ts';

describe('invented accounts', { concurrency: 2 }, () => {
  for (const browser of BROWSERS) {
    describe(browser, { concurrency: 1 }, () => {
      let session: ReplaySession;
      before(async () => {
        session = await open(browser);
      });
      after(() => session?.close());

      for (const sample of samples) {
        test(`T21: ${sample.name}`, async () => {
          const result = await replayHar(session, sampleHar(sample), sample.name);
          const snapshot = snapshotOf(result);
          const { expected } = sample;
          assert.equal(snapshot.platform, sample.platform);
          assert.equal(snapshot.capturedAt, '2026-11-20T09:00:00Z');
          assert.equal(snapshot.profile.handle.toLowerCase(), expected.handle);
          assert.deepEqual(snapshot.profile.followers, expected.followers);
          if (expected.following !== undefined) assert.deepEqual(snapshot.profile.following, expected.following);
          if (expected.postsTotal !== undefined) assert.deepEqual(snapshot.profile.posts, expected.postsTotal);
          assert.equal(snapshot.posts?.length, expected.posts);
          for (const [id, values] of Object.entries(expected.some)) {
            const post: Post | undefined = snapshot.posts?.find((each) => each.id === id);
            assert.ok(post, `post ${id} was not read`);
            for (const [name, value] of Object.entries(values))
              assert.deepEqual(post[name as keyof typeof post], value, `${name} of ${id}`);
          }
          if (expected.comments !== undefined) assert.equal(snapshot.comments?.length, expected.comments);
          if (expected.people !== undefined)
            assert.equal(snapshot.people?.filter(({ relation }) => relation === 'follower').length, expected.people);
          assertValidSnapshot(result.snapshot ?? '');
          assertValidReport(result.report);
          assertNoRequestOfOurs(result);
          assert.ok(result.overlay, 'the overlay is not drawn');
          figure('T21', `${browser}: requests of ours: ${sample.name}`, 0, 0);
        });
      }
    });
  }
});
