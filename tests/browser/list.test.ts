/** The list of creators as shipped: fees, decisions and undo by keyboard, the comparison, long lists, and nothing that axe finds. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { after, before, describe, test } from 'node:test';
import type { Page } from 'puppeteer-core';
import { BROWSERS, until } from './harness.ts';
import { type ListFixture, longList, putLists, winterRoast } from './surfaces/lists.ts';
import { calm, openStage, type Stage } from './surfaces/stage.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'];

async function accessible(page: Page, name: string): Promise<void> {
  await calm(page);
  await page.evaluate(axe);
  const violations = await page.evaluate(async (rules) => {
    const { axe: tool } = globalThis as never as {
      axe: { run(options: object): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
    };
    const found = await tool.run({ runOnly: rules });
    return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
  }, RULES);
  assert.deepEqual(violations, [], name);
}

const said = (page: Page, selector = 'body') =>
  page.evaluate((one) => document.querySelector(one)?.textContent?.replace(/\s+/g, ' ') ?? '', selector);
const rowText = (page: Page, row: number) => said(page, `.list tbody tr:nth-child(${row})`);

/** What is on disk of one entry. */
function entry(page: Page, place: number, fixture: ListFixture): Promise<Record<string, unknown>> {
  const { list, creator } = fixture.entries[place] as ListFixture['entries'][number];
  return page.evaluate(
    (key) =>
      new Promise<Record<string, unknown>>((resolve, reject) => {
        const opening = indexedDB.open('plumb');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const asked = opening.result.transaction('entries').objectStore('entries').get(key);
          asked.onsuccess = () => resolve(asked.result);
          opening.result.close();
        };
      }),
    [list, creator],
  );
}

/** A stage with the list open on it. */
async function openList(stage: Stage, fixture: ListFixture, scheme: 'light' | 'dark' = 'light'): Promise<Page> {
  const size = { width: 1440, height: 820 };
  const page = await stage.open('list.html', scheme, size);
  await putLists(page, fixture);
  // Before it is told of them the page shows the lists of the test before.
  await page.waitForSelector(`.list[aria-rowcount="${fixture.entries.length + 1}"] tbody tr`);
  return page;
}

describe('the list', { concurrency: 2 }, () => {
  for (const name of BROWSERS) describe(name, { concurrency: 1 }, () => listIn(name));
});

function listIn(name: (typeof BROWSERS)[number]): void {
  let stage: Stage;
  before(async () => {
    stage = await openStage(name);
  });
  after(() => stage?.close());

  test('shows what was read, what it costs, what was decided, and what is too thin to compare', async () => {
    const page = await openList(stage, winterRoast(Date.now()));
    assert.match(await rowText(page, 1), /Noor Haddad.*46K views.*usual.*per 1,000 views.*Shortlisted.*Ines Okafor/);
    assert.match(await rowText(page, 2), /≈€0\.89 a real one/);
    assert.match(await rowText(page, 3), /1,530.*1\.2%.*≈€1\.18 an engagement.*≈€1\.64 a real one/);
    assert.match(await rowText(page, 4), /40 days ago.*Read again/);
    assert.match(await rowText(page, 5), /only 3 posts.*too thin to compare/);
    assert.match(await rowText(page, 7), /Not read yet: open the profile/);
    assert.equal((await page.$$('.list .thin-cell')).length, 1);
    await page.close();
  });

  test('fees are typed one after the other, Enter goes on, and the last is undone', async () => {
    const fixture = winterRoast(Date.now());
    const page = await openList(stage, fixture);
    await page.focus('.list tbody tr:nth-child(6) .fee');
    await page.keyboard.type('1.250,50');
    await page.keyboard.press('Enter');
    await until('the next fee has the focus', () =>
      page.evaluate(() => document.activeElement === document.querySelector('.list tbody tr:nth-child(7) .fee')),
    );
    await page.keyboard.type('no');
    assert.equal(
      await page.$eval('.list tbody tr:nth-child(7) .fee', (one) => one.getAttribute('aria-invalid')),
      'true',
    );
    await page.keyboard.press('Escape');
    await until('it is written', async () => {
      const { fee } = await entry(page, 5, fixture);
      return JSON.stringify(fee) === '{"amount":1250.5,"currency":"EUR","unit":"post","count":1}';
    });
    await until('its cost follows', async () => /≈€27 per 1,000 views/.test(await rowText(page, 6)));
    await page.click('.toast .done button');
    await until('undone', async () => (await entry(page, 5, fixture))['fee'] === undefined);
    await page.close();
  });

  test('a decision is made by keyboard alone, with its reason and who made it, and is written down', async () => {
    const fixture = winterRoast(Date.now());
    const page = await openList(stage, fixture);
    await page.focus('.pick-row');
    await page.keyboard.press('ArrowDown');
    await until('the second row', async () => /Marlo/.test(await said(page, 'tr.here')));
    await page.keyboard.press('s');
    await page.waitForSelector('dialog[open] input[type=radio]:checked');
    await until('the focus is in it', () => page.evaluate(() => document.activeElement?.closest('dialog') !== null));
    if (name === 'chromium') await accessible(page, 'the question');
    await page.focus('dialog input[type=radio]:checked');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Tab');
    await page.keyboard.type('Answers came.');
    await page.keyboard.press('Tab');
    await page.keyboard.type('Ines Okafor');
    await page.keyboard.press('Enter');
    await until('it is decided', async () => (await entry(page, 1, fixture))['status'] === 'shortlisted');
    const { decisions, reason, decidedBy } = await entry(page, 1, fixture);
    assert.deepEqual([reason, decidedBy], ['Answers came.', 'Ines Okafor']);
    const [{ from, to, by, reading }] = decisions as [Record<string, string>];
    assert.deepEqual([from, to, by], ['review', 'shortlisted', 'Ines Okafor']);
    assert.match(reading as string, /^[0-9a-f]{64}$/);
    await until('the focus is back in the row', () =>
      page.evaluate(() => document.activeElement?.closest('tr')?.textContent?.includes('Marlo') ?? false),
    );
    await page.keyboard.press('s');
    await page.waitForSelector('dialog[open] [name=by]');
    assert.equal(
      await page.$eval('[name=by]', (one) => (one as HTMLInputElement).value),
      'Ines Okafor',
      'is remembered',
    );
    assert.match(await said(page, 'dialog .log'), /In review → Shortlisted Answers came\./);
    await page.keyboard.press('Escape');
    await page.close();
  });

  test('the visits to a creator are curves, beside the notes; one visit is a sentence', async () => {
    const page = await openList(stage, longList(Date.now(), 3, 12));
    await page.focus('.pick-row');
    await page.keyboard.press('n');
    await page.waitForSelector('dialog[open] .curve svg');
    assert.equal((await page.$$('dialog .curve:first-of-type circle')).length, 13);
    assert.match(await said(page, 'dialog .course'), /Earlier readings.*Followers.*Engagement per post/);
    if (name === 'chromium') await accessible(page, 'the curves');
    await page.keyboard.press('Escape');
    await putLists(page, winterRoast(Date.now()));
    await until('the other list', async () => /Noor Haddad/.test(await rowText(page, 1)));
    await page.focus('.pick-row');
    await page.keyboard.press('n');
    await until('one reading', async () => /One reading so far/.test(await said(page, 'dialog[open]')));
    assert.equal((await page.$$('dialog .curve')).length, 0);
    await page.close();
  });

  test('two to four are compared on common scales, and platforms are never added', async () => {
    const page = await openList(stage, winterRoast(Date.now()));
    for (const row of [1, 2, 3]) await page.click(`.list tbody tr:nth-child(${row}) .pick-row`);
    await until('the bar', async () => /3 selected.*€3,500 of/.test(await said(page, '.tray')));
    const bar = await said(page, '.tray');
    assert.match(bar, /≈4,200 engagements.*TikTok.*≈400 engagements.*X.*≈1,500 engagements.*Instagram/);
    await page.click('.tray .primary');
    await page.waitForSelector('.drawer');
    assert.equal((await page.$$('.compare tbody th')).length, 3);
    const words = await said(page, '.drawer');
    assert.match(words, /Noor Haddad costs ≈[\d.]+–\u2060[\d.]+× what Marlo Vance does|can’t be told apart/);
    assert.match(words, /are never added/);
    if (name === 'chromium') await accessible(page, 'the comparison');
    await page.click('.tray button:not(.primary)');
    await until('three are off the list', async () => (await page.$$('.list tbody tr')).length === 4);
    await page.click('.toast .done button');
    await until('and back', async () => (await page.$$('.list tbody tr')).length === 7);
    await page.close();
  });

  test('a list is made, named anew and deleted, and comes back by undo', async () => {
    const page = await openList(stage, winterRoast(Date.now()));
    const press = (text: string) =>
      page.evaluate((wanted) => {
        const found = [...document.querySelectorAll('button')].find((one) => one.textContent === wanted);
        found?.click();
      }, text);
    await press('Delete list');
    await until('there is none', async () => /Your lists/.test(await said(page, 'h1')));
    await press('Undo');
    await until('it is back', async () => /Winter roast/.test(await said(page, 'h1')));
    assert.equal((await page.$$('.list tbody tr')).length, 7);
    await press('New list');
    await page.waitForSelector('dialog[open] input');
    await page.type('dialog input', 'Spring');
    await page.keyboard.press('Enter');
    await until('the new one', async () => /Spring/.test(await said(page, 'h1')));
    assert.match(await said(page), /Nobody is on this list yet/);
    await press('Rename');
    await page.waitForSelector('dialog[open] input');
    await page.type('dialog input', ' 2027');
    await page.keyboard.press('Enter');
    await until('the name', async () => /Spring 2027/.test(await said(page, 'h1')));
    await page.close();
  });

  if (name === 'chromium') {
    for (const scheme of ['light', 'dark'] as const)
      test(`axe finds nothing in the ${scheme} scheme`, async () => {
        const page = await openList(stage, winterRoast(Date.now()), scheme);
        await accessible(page, scheme);
        await page.close();
      });

    test('of a list of 500 with 50 readings each only what can be seen is drawn, wherever it is scrolled', async () => {
      const page = await openList(stage, longList(Date.now(), 500, 50));
      const drawnRows = () => page.$$eval('.list tbody tr[data-key]', (rows) => rows.length);
      assert.ok((await drawnRows()) < 60, `${await drawnRows()} rows are drawn`);
      assert.equal(await page.$eval('.list', (one) => one.getAttribute('aria-rowcount')), '501');
      await page.click('.list thead th:nth-child(8) button');
      await until('the cheapest first', async () =>
        /^100$/.test(await page.$eval('.list .fee', (one) => (one as HTMLInputElement).value)),
      );
      await page.$eval('.list-frame', (one) => one.scrollTo(0, one.scrollHeight));
      await until('the last row', async () => (await page.$('.list tbody tr[aria-rowindex="501"]')) !== null);
      assert.ok((await drawnRows()) < 60);
      await page.close();
    });
  }
}
