/** A page whose posts are not found where its platform has them: the card says so, once the page has been quiet for a while. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { inScript, makeHar } from './har/make.ts';
import { BROWSERS, open, snapshotOf, until } from './harness.ts';
import type { BrowserName } from './replay/browser.ts';
import { visitsOf } from './replay/har.ts';
import type { ReplaySession } from './replay/session.ts';
import { openCard } from './replay/view.ts';

const user = {
  pk: '50118800217',
  username: 'fernhollow.kitchen',
  full_name: 'Fern Hollow Kitchen',
  follower_count: 48_213,
  following_count: 612,
  is_private: false,
};
const page = (name: string, more: object = {}) => ({
  url: 'https://www.instagram.com/fernhollow.kitchen/',
  at: '2026-11-20T09:00:00Z',
  document: `<!DOCTYPE html><html lang="en"><head><title>${name}</title><link rel="icon" href="data:,"></head><body><main><header><section><ul>
    <li><a href="/fernhollow.kitchen/followers/"><span title="48,213">48.2K</span> followers</a></li></ul></section></header></main>
    <script type="application/json" data-sjs>${inScript({ data: { xig_user_by_username: { ...user, ...more } } })}</script></body></html>`,
});
const SAID = 'the posts: not found where Instagram has them: this page may have changed';

function suite(browser: BrowserName): void {
  let session: ReplaySession;
  before(async () => {
    session = await open(browser);
  });
  after(() => session?.close());
  const card = () => session.browser.inOverlay<string>('(root) => root.textContent');
  const visit = (name: string, more?: object) =>
    session.replay(visitsOf(makeHar([page(name, more)]), name)).then(snapshotOf);

  test('is told by the reader that found nothing', async () => {
    const { missing } = await visit('no posts');
    assert.ok(missing?.some(({ field, why }) => field === 'posts' && why === 'not_read'));
    await openCard(session.browser);
    await until('the card says it', async () => (await card())?.includes(SAID));
    await session.forget();
  });

  test('is not told of an account without posts', async () => {
    const { missing } = await visit('empty', { media_count: 0 });
    assert.ok(!missing?.some(({ why }) => why === 'not_read'));
    // Longer than the page waits before it says what could not be read.
    await new Promise((resolve) => setTimeout(resolve, 8000));
    await openCard(session.browser);
    const said = await card();
    assert.match(said ?? '', /Could not read/);
    assert.ok(!said?.includes('may have changed'));
  });
}

describe('a silent change', { concurrency: 2 }, () => {
  for (const browser of BROWSERS) describe(browser, { concurrency: 1 }, () => suite(browser));
});
