/** Report a page: from the popup's own page to a file that a replay reads the same. In both browsers. */
import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import type { Snapshot } from '../../extension/.generated/snapshot.ts';
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

/** What the person's two presses do: record and reload, then take the file. */
async function reportOf(session: ReplaySession, answers: number): Promise<Har> {
  const tab = await tabOf(session);
  const ask = () =>
    own<string | null>(session, `api.tabs.sendMessage(${tab}, { kind: 'report_page' }, { frameId: 0 })`);
  const before = parseHar((await ask()) ?? '', 'without recording');
  assert.equal(before.log.entries.length, 1, 'nothing is kept of a page that nobody reports');
  await own(session, `api.storage.session.set({ record: ${tab} }).then(() => api.tabs.reload(${tab}))`);
  await until('all answers are in the report', async () => {
    const text = await ask().catch(() => null);
    return text && parseHar(text, 'report').log.entries.length > answers;
  });
  // What the page draws of its answers belongs to it.
  return parseHar((await steady("the page's report", ask)) ?? '', 'report');
}

/** All that was read, without the paths on which it came. */
function said(result: ReplayResult): Partial<Snapshot> {
  const { sources: _, ...rest } = snapshotOf(result);
  return rest;
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
          const report = await reportOf(session, Math.min(asked, 1));
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
      await page.waitForSelector('.points li:nth-child(2)');
      // The list grows while the page goes on loading.
      await steady('the list', () => page.$$eval('.points li', (items) => items.map((item) => item.textContent)), 2500);
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
