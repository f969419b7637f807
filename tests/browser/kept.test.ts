/** All that is kept is in the person's hand: told with its size, saved as one file, put back from it, deleted one by one. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Page } from 'puppeteer-core';
import { BROWSERS, until } from './harness.ts';
import { putLists, winterRoast } from './surfaces/lists.ts';
import { openStage, type Stage } from './surfaces/stage.ts';

const NOW = Date.UTC(2026, 10, 20);
const CREATORS = `Creators on your lists${winterRoast(NOW).creators.length}`;

const said = (page: Page) => page.evaluate(() => document.body.textContent ?? '');
/** The amounts' table, row by row. */
const amounts = (page: Page) =>
  page.evaluate(() => [...document.querySelectorAll('.amounts tbody tr')].map((row) => row.textContent ?? ''));
const press = (page: Page, words: string) =>
  page.evaluate((wanted) => {
    const found = [...document.querySelectorAll('button')].find(
      (one) => (one.getAttribute('aria-label') ?? one.textContent) === wanted && one.checkVisibility(),
    );
    if (!found) throw new Error(`no button "${wanted}"`);
    found.click();
  }, words);

/** What the page offers to save, as text. */
async function saved(page: Page): Promise<string> {
  await page.evaluate(() => {
    const make = URL.createObjectURL;
    URL.createObjectURL = (blob) => {
      void (blob as Blob).text().then((text) => Object.assign(window, { savedText: text }));
      URL.createObjectURL = make;
      return make(blob);
    };
  });
  await press(page, 'Save all as one file');
  return until('the file is made', () =>
    page.evaluate(() => {
      const { savedText } = window as never as { savedText?: string };
      Object.assign(window, { savedText: undefined });
      return savedText;
    }),
  );
}

/** Chooses a file of this text, and says yes. */
async function load(page: Page, text: string): Promise<void> {
  // It comes once all that is kept has been looked at.
  await page.waitForSelector('input[type=file]');
  await page.evaluate((content) => {
    const field = document.querySelector<HTMLInputElement>('input[type=file]')!;
    const chosen = new DataTransfer();
    chosen.items.add(new File([content], 'kept.json'));
    field.files = chosen.files;
    field.dispatchEvent(new Event('change', { bubbles: true }));
  }, text);
  await until('it asks', () =>
    page.evaluate(() => document.querySelector<HTMLDialogElement>('dialog[aria-labelledby=load-question]')?.open),
  );
  await press(page, 'Put back');
}

/** The settings of a person who keeps the invented list. */
async function settingsWithList(stage: Stage): Promise<Page> {
  const page = await stage.open('options.html');
  await putLists(page, winterRoast(NOW));
  await until('the lists are counted', async () => (await amounts(page))[1]?.startsWith(CREATORS));
  return page;
}

async function fileIsWhole(stage: Stage): Promise<void> {
  const page = await settingsWithList(stage);
  const file = await saved(page);
  assert.match(file, /^{"format":"plumb\.kept\/1"/);
  assert.match(file, /miro\.bakes/);
  const before = await amounts(page);

  await press(page, 'Delete everything…');
  await press(page, 'Delete everything');
  await until('all is gone', async () => (await amounts(page))[1]?.startsWith('Creators on your lists0'));
  await load(page, file);
  await until('it says so', async () => (await said(page)).includes('Put back from the file.'));
  await until('all is there', async () => (await amounts(page))[1] === before[1]);
  // What the file had no settings of stays as it is put: the lists and visits are the file's, to the last byte.
  const again = await saved(page);
  assert.equal(again, file);

  await page.close();
  for (const wrong of ['', '{"format":"plumb.kept/1","lists":{"lists":5}}', file.slice(0, -9)]) {
    const another = await stage.open('options.html');
    await load(another, wrong);
    await until('it is refused', async () => (await said(another)).includes('Nothing was changed.'));
    assert.equal(await saved(another), file);
    await another.close();
  }
}

async function oneIsDeleted(stage: Stage): Promise<void> {
  const page = await settingsWithList(stage);
  const file = await saved(page);
  await page.evaluate(() => document.querySelector<HTMLElement>('details summary')?.click());
  await until('each is named', async () => (await said(page)).includes('miro.bakes'));
  await press(page, 'Delete miro.bakes');
  await until('it says so', async () => (await said(page)).includes('miro.bakes is deleted.'));
  assert.doesNotMatch(await saved(page), /miro\.bakes/);
  await press(page, 'Undo');
  await until('it is back', async () => (await saved(page)) === file);
  await page.close();
}

describe('what is kept', { concurrency: 2 }, () => {
  for (const name of BROWSERS)
    test(`is in the person's hand in ${name}`, async (context) => {
      const stage = await openStage(name);
      try {
        await context.test('the file holds it all: deleted and put back it gives the same bytes', () =>
          fileIsWhole(stage),
        );
        await context.test('one account is deleted by itself, and comes back by undo', () => oneIsDeleted(stage));
      } finally {
        await stage.close();
      }
    });
});
