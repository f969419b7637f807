/** What a person's click opens: optional sites by their permission, pages of any host by the toolbar button (activeTab). */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { linkedinDocument } from '../extension/pages/shapes.ts';
import { inScript, makeHar } from './har/make.ts';
import { assertNoRequestOfOurs, assertValidSnapshot, BROWSERS, open, replayHar, snapshotOf, wait } from './harness.ts';
import type { ReplaySession } from './replay/session.ts';
import { pageStates } from './replay/view.ts';

const at = '2026-05-01T12:00:00Z';
const counter = (kind: string, count: number) => ({
  '@type': 'InteractionCounter',
  interactionType: `https://schema.org/${kind}`,
  userInteractionCount: count,
});

const linkedin = {
  url: 'https://www.linkedin.com/in/ada-tests/',
  at,
  document: linkedinDocument([
    {
      profile: {
        '@type': 'Person',
        name: 'Ada Tests',
        url: 'https://www.linkedin.com/in/ada-tests',
        interactionStatistic: { ...counter('FollowAction', 4321), name: 'Follows' },
      },
      posts: [],
    },
  ]),
};

const schemaOrg = {
  url: 'https://ada.example/about',
  at,
  document: `<!DOCTYPE html><html lang="en"><head><title>Ada</title><script type="application/ld+json">${inScript({
    '@context': 'https://schema.org',
    '@type': 'ProfilePage',
    mainEntity: { '@type': 'Person', name: 'adatests', interactionStatistic: [counter('FollowAction', 1234)] },
  })}</script></head><body><main><h1>Ada</h1></main></body></html>`,
};

/** The header comes two seconds after the page has loaded, so after the click. */
const mastodon = {
  url: 'https://social.example/@ada',
  at,
  document: `<!DOCTYPE html><html lang="en"><body><div id="mastodon"></div><script>setTimeout(() => {
    document.getElementById('mastodon').innerHTML = '<div class="account__header"><a href="/@ada/followers" title="5,678"><strong>5.6K</strong> followers</a></div>';
  }, 2000)</script></body></html>`,
};

const plain = {
  url: 'https://plain.example/',
  at,
  document: '<!DOCTYPE html><html lang="en"><body><main><h1>A shop</h1><p>12,345 followers</p></main></body></html>',
};

describe("a person's click", { concurrency: 2 }, () => {
  for (const browser of BROWSERS) {
    describe(browser, { concurrency: 1 }, () => {
      let session: ReplaySession;
      before(async () => {
        // The header of a page below comes after two seconds.
        session = await open(browser, { quiet: 2500 });
      });
      after(() => session?.close());

      const followers = async (page: typeof plain) => {
        const result = await replayHar(session, makeHar([page]), page.url);
        assertNoRequestOfOurs(result);
        assertValidSnapshot(result.snapshot ?? 'null');
        assert.ok(result.overlay, 'the overlay is drawn');
        const { platform, profile } = snapshotOf(result);
        return [platform, profile.followers];
      };

      test('an optional site is read once it is allowed', async () => {
        assert.deepEqual(await followers(linkedin), ['linkedin', 4321]);
      });

      test('a page of any host is read after the toolbar button was pressed, and never without', async () => {
        assert.deepEqual(await followers(schemaOrg), ['generic', 1234]);
        await session.browser.navigate(schemaOrg.url);
        await wait(2500);
        assert.equal(await session.browser.address(), schemaOrg.url);
        assert.deepEqual(await pageStates(session.browser), {});
        assert.equal(await session.browser.inOverlay('() => true'), null);
      });

      test('a page that prints its counts after the click is waited for', async () => {
        assert.deepEqual(await followers(mastodon), ['mastodon', 5678]);
      });

      test('two such pages in one tab are both read', async () => {
        const result = await replayHar(session, makeHar([schemaOrg, mastodon]), 'two pages');
        assert.equal(snapshotOf(result).profile.followers, 5678);
      });

      test('a page without an account is no profile, and nothing stays on it', async () => {
        const result = await replayHar(session, makeHar([plain]), plain.url);
        assert.equal(result.snapshot, null);
        assert.deepEqual(JSON.parse(result.report).error, {
          code: 'not_a_profile',
          message: 'This page does not show one account.',
        });
        assert.ok(!result.overlay);
      });
    });
  }
});
