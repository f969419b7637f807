/**
 * On a host of no list the scripts come after a click: what the page asked for before is not heard. The popup tells it, and
 * offers to load the page once more with a permission for that host; then all of it is read. The same place takes it back.
 */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Page } from 'puppeteer-core';
import type { Snapshot } from '../../extension/.generated/snapshot.ts';
import { makeHar } from './har/make.ts';
import { BROWSERS, goOwn, open, own, snapshotOf, until } from './harness.ts';
import type { BrowserName } from './replay/browser.ts';
import { visitsOf } from './replay/har.ts';
import type { ReplaySession } from './replay/session.ts';

const HOST = 'social.example';
const account = {
  id: '11',
  acct: 'ida',
  url: `https://${HOST}/@ida`,
  display_name: 'Ida',
  note: '',
  followers_count: 3553,
  following_count: 31,
  statuses_count: 75,
  created_at: '2019-04-01T00:00:00.000Z',
};
const statuses = Array.from({ length: 6 }, (_, index) => ({
  id: `9000${index}`,
  url: `https://${HOST}/@ida/9000${index}`,
  account,
  created_at: `2026-10-${10 + index}T08:00:00.000Z`,
  content: '<p>Bread</p>',
  favourites_count: 40 + index,
  replies_count: 3,
  reblogs_count: 5,
  media_attachments: [],
}));
const link = (list: string, count: number) => `<a href="/@ida${list}" title="${count}"><strong>${count}</strong></a>`;
const page = {
  url: `https://${HOST}/@ida`,
  at: '2026-11-20T09:00:00Z',
  document: `<!DOCTYPE html><html lang="en"><head><title>Ida</title><link rel="icon" href="data:,"></head><body>
    <div id="mastodon"><div class="account__header"><h1>Ida</h1>${link('', 75)}${link('/following', 31)}${link('/followers', 3553)}</div></div>
    <script>for (const path of ['lookup?acct=ida', '11/statuses?exclude_replies=true']) fetch('/api/v1/accounts/' + path).then((answer) => answer.text());</script>
    </body></html>`,
  asks: [
    {
      via: 'fetch' as const,
      method: 'GET' as const,
      url: `https://${HOST}/api/v1/accounts/lookup?acct=ida`,
      body: JSON.stringify(account),
    },
    {
      via: 'fetch' as const,
      method: 'GET' as const,
      url: `https://${HOST}/api/v1/accounts/11/statuses?exclude_replies=true`,
      body: JSON.stringify(statuses),
    },
  ],
};

const whyOf = ({ missing = [] }: Snapshot, name: string) => missing.find(({ field }) => field === name)?.why;
const allowedOrigins = (session: ReplaySession) =>
  own<string[]>(
    session,
    `api.permissions.getAll().then(({ origins }) => origins.filter((one) => one.includes('${HOST}')))`,
  );
const runsOn = (session: ReplaySession) =>
  own<string[]>(
    session,
    'api.scripting.getRegisteredContentScripts().then((all) => all.flatMap(({ matches }) => matches))',
  );

/** The tab of our own pages, gone to another one: Firefox's driver opens none of them itself. */
async function ownPage({ browser }: ReplaySession, path: string): Promise<Page> {
  const { control } = browser;
  assert.ok(control);
  await goOwn(control, `/${path}`);
  await until(path, () => control.evaluate(() => document.querySelector('#page > .surface') !== null));
  await control.bringToFront();
  return control;
}

/** The tab of the page, as the extension names it. */
const tabOf = (session: ReplaySession) =>
  own<number>(session, `api.tabs.query({}).then((tabs) => tabs.find(({ title }) => title === 'Ida').id)`);

async function press(opened: Page, label: string): Promise<void> {
  const button = await until(`the button ${label}`, async () => {
    for (const each of await opened.$$('button'))
      if ((await each.evaluate((one) => one.textContent)) === label) return each;
    return null;
  });
  await button.click();
}

function suite(browser: BrowserName): void {
  let session: ReplaySession;
  before(async () => {
    session = await open(browser);
  });
  after(() => session?.close());
  const visit = async () => snapshotOf(await session.replay(visitsOf(makeHar([page]), 'late')));

  test('what came before the click is told as not heard, and no change of the page', async () => {
    const snapshot = await visit();
    assert.equal(snapshot.profile.followers, 3553);
    assert.equal(snapshot.posts, undefined);
    assert.equal(whyOf(snapshot, 'posts'), 'not_heard');
    assert.ok(!snapshot.missing?.some(({ why }) => why === 'not_read'));
  });

  test('the popup tells what, and loads the page once more with a permission for its host alone', async () => {
    const tab = await tabOf(session);
    await session.browser.sayYes([`https://${HOST}/*`]);
    const popup = await ownPage(session, `popup.html?tab=${tab}`);
    const said = () => popup.evaluate(() => document.body.textContent ?? '');
    await until('what was not heard', async () => /did not hear: [^.]*the posts/.test(await said()));
    await press(popup, `Load ${HOST} once more and read it`);
    await until('the scripts run there', async () =>
      (await runsOn(session)).every((one) => one === `https://${HOST}/*`),
    );
    assert.deepEqual(await allowedOrigins(session), [`https://${HOST}/*`]);
    const read = await until('the posts are read', async () => {
      const kept = await own<{ snapshot: string | null } | null>(
        session,
        `api.storage.session.get('page:${tab}').then((all) => all['page:${tab}'] ?? null)`,
      );
      const snapshot = kept?.snapshot ? (JSON.parse(kept.snapshot) as Snapshot) : null;
      return snapshot?.posts?.length === statuses.length ? snapshot : null;
    });
    assert.equal(read.profile.createdAt, '2019-04-01T00:00:00Z');
    assert.equal(read.postsOrder, 'latest');
    assert.ok(!read.missing?.some(({ why }) => why === 'not_heard' || why === 'not_read'));
    await until('the popup has nothing more to offer', async () => !/did not hear/.test(await said()));
  });

  test('the settings name the host, and give the permission back', async () => {
    const options = await ownPage(session, 'options.html');
    const switchOf = () =>
      options.evaluateHandle(
        (host) => [...document.querySelectorAll('label.switch')].find((one) => one.textContent?.startsWith(host)),
        HOST,
      );
    const found = await until('the host', async () => (await switchOf()).asElement());
    await (found as unknown as { click(): Promise<void> }).click();
    await until('the permission is gone', async () => (await allowedOrigins(session)).length === 0);
    await until('no script runs there', async () => (await runsOn(session)).length === 0);
    await until('the settings have it no more', async () => !(await switchOf()).asElement());
    // What the tab has heard before counts as seen together with the page.
    await session.forget();
    const snapshot = await visit();
    assert.equal(whyOf(snapshot, 'posts'), 'not_heard', 'the next page is read after a click again');
  });
}

describe('a host of no list', { concurrency: 2 }, () => {
  for (const browser of BROWSERS) describe(browser, { concurrency: 1 }, () => suite(browser));
});
