/**
 * On a host of no list the scripts come after a click, into a page that runs: a hostile one learns the channel's name. What it
 * then says under it does no more than what it could say by itself.
 */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { inScript, makeHar, type PageParts } from './har/make.ts';
import { samples } from './har/samples.ts';
import { assertNoRequestOfOurs, BROWSERS, open, snapshotOf } from './harness.ts';
import type { BrowserName } from './replay/browser.ts';
import { visitsOf } from './replay/har.ts';
import type { ReplaySession } from './replay/session.ts';
import { pageStates } from './replay/view.ts';

const at = '2026-11-20T09:00:00Z';
const instagram = samples[0] as (typeof samples)[number];

/** An account of the page's own, and a script that listens for the scripts that will come. */
function hostile(script: string): PageParts {
  const account = {
    '@context': 'https://schema.org',
    '@type': 'ProfilePage',
    mainEntity: {
      '@type': 'Person',
      name: 'adatests',
      interactionStatistic: [
        {
          '@type': 'InteractionCounter',
          interactionType: 'https://schema.org/FollowAction',
          userInteractionCount: 1234,
        },
      ],
    },
  };
  return {
    url: 'https://hostile.example/about',
    at,
    document: `<!DOCTYPE html><html lang="en"><head><title>Ada</title><link rel="icon" href="data:,"><script type="application/ld+json">${inScript(account)}</script></head><body><main><h1>Ada</h1></main><script>${script}</script></body></html>`,
  };
}

/** The Instagram sample's header with a number that no time in ms has among its digits, and orders to whoever takes them. */
const header = JSON.stringify({
  data: {
    user: { pk: '50118800217', username: 'fernhollow.kitchen', full_name: 'Forged', follower_count: 7_351_864 },
  },
});
const FORGE = `
  document.addEventListener('rendezvous:offer', ({ detail }) => {
    const name = detail.replace('!', '');
    window.learnt = name;
    setTimeout(() => {
      const say = (head, text) => {
        document.dispatchEvent(new CustomEvent(name, { detail: head.split('\\n')[0] }));
        document.dispatchEvent(new CustomEvent(name + ':', { detail: head }));
        document.dispatchEvent(new CustomEvent(name + '+', { detail: text }));
      };
      const header = ${inScript(header)};
      const api = 'https://www.instagram.com/api/v1/users/web_profile_info/?username=fernhollow.kitchen';
      for (const page of [location.href, 'https://www.instagram.com/fernhollow.kitchen/', 'https://hostile.example@www.instagram.com/'])
        for (const text of [header, new Blob([header]), '{"kind":"arrive","epoch":1,"address":"https://www.instagram.com/fernhollow.kitchen/","fresh":true}', '{"kind":"erase"}'])
          say(api + '\\n' + page, text);
      for (const order of ['take', 'skip', 'end', 'again']) document.dispatchEvent(new CustomEvent(name + '<', { detail: order }));
      for (let i = 0; i < 500; i += 1) say(api + '\\n' + location.href, header + ' '.repeat(i));
      window.said = true;
    }, 600);
  }, true);`;

function suite(browser: BrowserName): void {
  let session: ReplaySession;
  before(async () => {
    // The page below speaks a while after it has learnt the name.
    session = await open(browser, { quiet: 2000 });
  });
  after(() => session?.close());

  test('a page that knows the name says no more than a page that does not', async () => {
    const plain = await session.replay(visitsOf(makeHar([hostile('')]), 'plain'));
    await session.forget();
    const forged = await session.replay(visitsOf(makeHar([hostile(FORGE)]), 'forged'));
    const { page } = session.browser;
    assert.match(String(await page.evaluate('window.learnt')), /^[0-9a-z]+(-[0-9a-z]+){3}$/, 'the page has the name');
    assert.equal(await page.evaluate('window.said'), true);
    assert.deepEqual(JSON.parse(forged.snapshot ?? ''), JSON.parse(plain.snapshot ?? '{}'));
    assert.equal(forged.report, plain.report);
    assertNoRequestOfOurs(forged);
    const states = await pageStates(session.browser);
    assert.deepEqual(
      Object.values(states).map(({ address }) => address),
      ['https://hostile.example/about'],
    );
    assert.ok(!JSON.stringify(states).includes('7351864'), 'nothing of what it forged is kept');
  });

  test('and nothing of it reaches the account that it named, in the same tab', async () => {
    const result = await session.replay(visitsOf(makeHar([instagram.parts()]), 'after'));
    const { profile, posts } = snapshotOf(result);
    assert.deepEqual(
      [profile.handle, profile.followers, profile.displayName],
      ['fernhollow.kitchen', instagram.expected.followers, 'Fern Hollow Kitchen'],
    );
    assert.equal(posts?.length, instagram.expected.posts);
    assert.ok(!JSON.parse(result.report).cautions.includes('sources_disagree'));
  });
}

describe('the name of the channel', { concurrency: 2 }, () => {
  for (const browser of BROWSERS) describe(browser, { concurrency: 1 }, () => suite(browser));
});
