/** The invented accounts, from the platform's real address to the overlay, in both browsers. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Post } from '../../extension/.generated/snapshot.ts';
import { figure } from '../threats/figure.ts';
import { neighbourOnX, x } from './har/accounts/x.ts';
import { makeHar, type PageParts } from './har/make.ts';
import { sampleHar, samples } from './har/samples.ts';
import {
  assertNoRequestOfOurs,
  assertValidReport,
  assertValidSnapshot,
  BROWSERS,
  eventually,
  kept,
  open,
  replayHar,
  snapshotOf,
  until,
} from './harness.ts';
import { visitsOf } from './replay/har.ts';
import type { ReplaySession } from './replay/session.ts';
import { openCard } from './replay/view.ts';

/** Accounts that make a band of peers where nobody has published one (visited.least in wasm/data/priors.tsv). */
const ENOUGH = 8;

/** Opens an account's page and looks at it until it is kept as one more that the person has visited. */
async function visitOf(session: ReplaySession, page: PageParts): Promise<void> {
  const [visit] = visitsOf(makeHar([page]), page.url);
  assert.ok(visit);
  const handle = new URL(page.url).pathname.slice(1);
  await session.enter(visit);
  await until(`the visit to ${handle} is kept with what a post showed`, async () => {
    const accounts = (await kept(session, 'accounts')) as { account: { handle: string; shown?: object } }[];
    return accounts.some(({ account }) => account.handle === handle && account.shown);
  });
}

/** What the badge and the open card say of the place among peers. */
const placeSaid = async ({ browser }: ReplaySession) => {
  const said = await browser.inOverlay<{ badge: string; peers: string; band?: string; bar?: string }>(`(root) => ({
    badge: root.querySelector('.badge-line')?.textContent,
    peers: root.querySelector('.card .peers')?.textContent,
    band: root.querySelector('.card .peers .band-name')?.textContent,
    bar: root.querySelector('.card svg.peer-bar[role=img]')?.getAttribute('aria-label'),
  })`);
  assert.ok(said, 'the overlay is there');
  return said;
};

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

      test(`has its place among the person's own visits where nobody published any: beside ${ENOUGH}, not beside ${ENOUGH - 1}`, async () => {
        for (let index = 1; index < ENOUGH; index += 1) await visitOf(session, neighbourOnX(index));
        // The eighth itself has seven others.
        await visitOf(session, neighbourOnX(ENOUGH));
        await until('the card opens', () => openCard(session.browser));
        await eventually(async () => {
          const { badge, peers, bar } = await placeSaid(session);
          assert.match(peers, /^No published figures for accounts like this\. Once you have visited 8 others/);
          assert.equal(bar, undefined);
          assert.doesNotMatch(badge, /\b(far|below|low|usual|high|above)\b/);
        });

        await visitOf(session, x());
        await until('the card opens', () => openCard(session.browser));
        await eventually(async () => {
          const { badge, peers, band, bar } = await placeSaid(session);
          assert.match(peers, /^Above the highest tenth of peers/);
          assert.match(
            band ?? '',
            /^most accounts like this that you visited: 0\.0\d+–\u2060\d+(\.\d+)? per follower$/,
          );
          assert.equal(bar, `Above the highest tenth of peers. ${band}`);
          assert.match(badge, /\bhigh\b/);
        });
        await session.forget();
      });
    });
  }
});
