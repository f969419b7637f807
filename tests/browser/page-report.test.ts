/** Report a page: from the popup's own page to a file that a replay reads the same. In both browsers. */
import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { sampleHar, samples } from './har/samples.ts';
import { BROWSERS, open, own, snapshotOf, steady, until } from './harness.ts';
import { type Har, parseHar, visitsOf } from './replay/har.ts';
import type { ReplayResult, ReplaySession } from './replay/session.ts';

const tabOf = async (session: ReplaySession) =>
  Number(
    (
      await own<string>(
        session,
        `api.storage.session.get(null).then((all) => Object.keys(all).find((key) => key.startsWith('page:')))`,
      )
    ).slice(5),
  );

/** What runs in our own page that makes the file; `view` is its window. */
const inReport = <T>(session: ReplaySession, expression: string) =>
  own<T | null>(
    session,
    `(() => {
      const view = api.extension.getViews({ type: 'tab' }).find(({ location }) => location.pathname === '/page-report.html');
      return view ? ${expression} : null;
    })()`,
  );

/** All that our own page shows of the file, part by part. */
const shown = (session: ReplaySession) =>
  inReport<{ address: string; text: string }[]>(
    session,
    `[...view.document.querySelectorAll('details.part')].map((part) => ({
      address: part.querySelector('bdi').textContent, text: part.querySelector('pre').textContent,
    }))`,
  );

/** The file that is saved: our own page makes it of the text whose parts it shows. */
async function saved(session: ReplaySession, parts: number): Promise<Har> {
  const tab = await tabOf(session);
  await own(session, `api.tabs.create({ url: 'page-report.html?tab=${tab}', active: false }).then(() => null)`);
  await until('our page offers to record', () =>
    inReport<boolean>(session, `!!view.document.querySelector('.buttons button')`),
  );
  // What is saved is a link to an object of the page's: its text is kept beside it.
  await inReport(
    session,
    `(view.made = [], view.URL.createObjectURL = (blob) => (blob.text().then((text) => view.made.push(text)), 'data:,'), true)`,
  );
  assert.deepEqual(await shown(session), [], 'nothing is kept of a page that nobody reports');
  await inReport(session, `(view.document.querySelector('.buttons button').click(), true)`);
  await until('all answers are in the file', async () => ((await shown(session)) ?? []).length >= parts);
  const looked = await steady('what is shown', () => shown(session), 2500);
  await inReport(session, `(view.document.querySelectorAll('.buttons button')[1].click(), true)`);
  const text = await until('the file', () => inReport<string>(session, 'view.made[0] ?? null'));
  const har = parseHar(text, 'report');
  const held = har.log.entries.map(({ request, response }) => ({ address: request.url, text: response.content?.text }));
  assert.deepEqual(held, looked, 'what is in the file was shown before');
  await inReport(session, `(view.close(), true)`).catch(() => {});
  return har;
}

/** Texts that hold pseudonyms where they named somebody. */
const NAMING = new Set(
  'id postId author handle displayName bio text caption replyTo links url collaborators sponsors'.split(' '),
);
const shapeOf = (value: unknown): unknown =>
  typeof value === 'string'
    ? value.replace(/\p{L}/gu, 'x').replace(/\p{Nd}/gu, '0')
    : Array.isArray(value)
      ? value.map(shapeOf)
      : value;

/** All that was read, without the paths on which it came; of what may hold a pseudonym the shape. */
function said(result: ReplayResult): unknown {
  const { sources: _, ...rest } = snapshotOf(result);
  return JSON.parse(JSON.stringify(rest), (key, value) => (NAMING.has(key) ? shapeOf(value) : value));
}

describe('the report of a page', { concurrency: 2 }, () => {
  for (const browser of BROWSERS) {
    describe(browser, { concurrency: 1 }, () => {
      let session: ReplaySession;
      before(async () => {
        session = await open(browser);
      });
      after(() => session?.close());
      for (const sample of samples) {
        test(`${sample.name}: the file replays to what was read of the page`, async () => {
          const har = sampleHar(sample);
          const wanted = await session.replay(visitsOf(har, sample.name));
          const asked = har.log.entries.filter(({ response }) => /json/.test(response.content?.mimeType ?? '')).length;
          const report = await saved(session, 1 + Math.min(asked, 1));
          await session.forget();
          assert.ok(!JSON.stringify(report).includes('<script nonce'), 'no script of the page is in it');
          const seen = await session.replay(visitsOf(report, `report of ${sample.name}`));
          await session.forget();
          assert.deepEqual(said(seen), said(wanted));
        });
      }
    });
  }

  test('a person’s two presses: record and reload, then save the file (Chromium)', async () => {
    const session = await open('chromium');
    const folder = mkdtempSync(join(tmpdir(), 'plumb-page-'));
    try {
      const [sample] = samples;
      assert.ok(sample);
      const wanted = await session.replay(visitsOf(sampleHar(sample), sample.name));
      const tab = await tabOf(session);
      const before = session.browser.page.url();
      const [extension] = session.browser.page
        .browser()
        .targets()
        .map((target) => /^chrome-extension:\/\/\w+\//.exec(target.url())?.[0])
        .filter(Boolean);
      const page = await session.browser.page.browser().newPage();
      const devtools = await page.createCDPSession();
      await devtools.send('Browser.setDownloadBehavior', { behavior: 'allow', downloadPath: folder });
      await page.goto(`${extension}page-report.html?tab=${tab}`);
      const press = async (words: string) =>
        (await page.waitForSelector(`::-p-xpath(//button[.='${words}'])`))?.click();
      assert.ok(await page.$eval('button:disabled', (button) => button.textContent), 'there is nothing to save yet');
      await press('Reload and record');
      await page.waitForSelector('details.part:nth-of-type(2)');
      // The list grows while the page goes on loading.
      await steady(
        'the list',
        () => page.$$eval('details.part', (items) => items.map((item) => item.textContent)),
        2500,
      );
      await press('Save the file');
      const files = () => readdirSync(folder).filter((name) => name.endsWith('.har'));
      const [file] = await until('the file', () => files().length > 0 && files());
      assert.match(file ?? 'no file', /^plumb-page-\d{4}-\d\d-\d\d\.har$/);
      await page.close();
      await session.forget();
      const seen = await session.replay(
        visitsOf(parseHar(readFileSync(join(folder, String(file)), 'utf8'), 'saved'), 'saved'),
      );
      assert.equal(seen.address, before);
      assert.deepEqual(said(seen), said(wanted));
    } finally {
      await session.close();
      rmSync(folder, { recursive: true });
    }
  });
});
