/**
 * From three open profiles to a decision that can be defended, as a person does it: star, list, fees, comparison, decision, the
 * boss's sheet, the client's file out and back, hired, and what a later visit finds changed. Every click and key is counted.
 */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import type { Page } from 'puppeteer-core';
import { makeHar, type PageParts } from './har/make.ts';
import { samples } from './har/samples.ts';
import { BROWSERS, goOwn, open, own, until, wait } from './harness.ts';
import type { BrowserName } from './replay/browser.ts';
import { visitsOf } from './replay/har.ts';
import type { ReplaySession } from './replay/session.ts';
import { type Box, openCard } from './replay/view.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
/** Longer than the star must have stood in view before a press is taken, ms. */
const STOOD = 1500;

async function accessible(page: Page, name: string): Promise<void> {
  await page.evaluate(axe);
  const found = await page.evaluate(async () => {
    const { axe: tool } = globalThis as never as {
      axe: { run(options: object): Promise<{ violations: { id: string }[]; passes: unknown[] }> };
    };
    const { violations, passes } = await tool.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'] });
    return { ids: violations.map(({ id }) => id), passes: passes.length };
  });
  assert.deepEqual(found.ids, [], name);
  assert.ok(found.passes > 10);
}

/** A person at the list: what they press is counted. */
class Person {
  readonly steps: { what: string; clicks: number; keys: number }[] = [];
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  step(what: string): void {
    this.steps.push({ what, clicks: 0, keys: 0 });
  }

  counted(clicks: number, keys = 0): void {
    const step = this.steps.at(-1);
    assert.ok(step, 'a step has begun');
    step.clicks += clicks;
    step.keys += keys;
  }

  async click(selector: string): Promise<void> {
    await this.page.click(selector);
    this.counted(1);
  }

  /** Clicks the button of these words. */
  async press(words: string | RegExp): Promise<void> {
    const buttons = await this.page.$$('button');
    for (const button of buttons) {
      const text = await button.evaluate((one) => one.textContent?.trim() ?? '');
      if (typeof words === 'string' ? text === words : words.test(text)) {
        await button.click();
        this.counted(1);
        return;
      }
    }
    assert.fail(`no button ${words}`);
  }

  async type(text: string): Promise<void> {
    await this.page.keyboard.type(text);
    this.counted(0, text.length);
  }

  async key(name: 'Enter' | 'Tab' | 'ArrowDown' | 'ArrowUp' | 'Escape' | 'Space'): Promise<void> {
    await this.page.keyboard.press(name);
    this.counted(0, 1);
  }

  said(selector = 'body'): Promise<string> {
    return this.page.evaluate((one) => document.querySelector(one)?.textContent?.replace(/\s+/g, ' ') ?? '', selector);
  }

  total(): { clicks: number; keys: number } {
    const sum = (of: 'clicks' | 'keys') => this.steps.reduce((all, step) => all + step[of], 0);
    return { clicks: sum('clicks'), keys: sum('keys') };
  }

  tell(name: string): void {
    for (const { what, clicks, keys } of this.steps) console.log(`${name}: ${what}: ${clicks} clicks, ${keys} keys`);
    const { clicks, keys } = this.total();
    console.log(`${name}: all: ${clicks} clicks, ${keys} keys`);
  }
}

/** Opens a profile as a person does, and presses the star on its card. */
async function star(session: ReplaySession, parts: PageParts): Promise<void> {
  await session.replay(visitsOf(makeHar([{ ...parts, policy: undefined }]), parts.url));
  await session.browser.page.bringToFront();
  assert.ok(await openCard(session.browser), 'the card opens');
  const box = () =>
    session.browser.inOverlay<Box & { on: boolean }>(`(root) => {
      const it = root.querySelector('button.star');
      if (!it) return null;
      const { left, top, width, height } = it.getBoundingClientRect();
      return { left, top, width, height, on: it.getAttribute('aria-pressed') === 'true' };
    }`);
  const { left, top, width, height } = await until('the star', box);
  await wait(STOOD);
  await session.browser.page.mouse.move(left + width / 2, top + height / 2);
  await session.browser.page.mouse.click(left + width / 2, top + height / 2);
  await until('it is on', async () => (await box())?.on === true);
}

/** One of our own pages in the tab that belongs to the test. */
async function goTo(page: Page, path: string): Promise<void> {
  await goOwn(page, `/${path}`);
  await until(`${path} is drawn`, () =>
    page.evaluate(
      () => document.querySelector('#page > .surface') !== null && !document.querySelector('[aria-busy=true]'),
    ),
  );
  await page.bringToFront();
}

/** From now on the texts of files that the page offers are kept in it, and nothing is saved. */
const keepFiles = (page: Page) =>
  page.evaluate(() => {
    const offered: Promise<string>[] = [];
    const make = URL.createObjectURL.bind(URL);
    URL.createObjectURL = (blob) => {
      offered.push((blob as Blob).text());
      return make(blob);
    };
    HTMLAnchorElement.prototype.click = () => {};
    Object.assign(globalThis, { offered });
  });
const lastFile = (page: Page): Promise<string> =>
  page.evaluate(async () => (await (globalThis as never as { offered: Promise<string>[] }).offered.at(-1)) ?? '');

/** The client's answer in the file that they got. */
function answered(file: string, handle: string, status: string, reason: string): string {
  const [head = '', ...lines] = file
    .replace(/^\ufeff/, '')
    .trimEnd()
    .split('\r\n');
  assert.deepEqual(head.split(',').slice(-2), ['client_status', 'client_reason']);
  const at = lines.findIndex((line) => line.includes(`,${handle},`));
  assert.ok(at >= 0, `${handle} is in the file`);
  return `\ufeff${[head, ...lines.map((line, index) => (index === at ? line.replace(/,,$/, `,${status},${reason}`) : line))].join('\r\n')}\r\n`;
}

const [first, second, third] = samples as [
  (typeof samples)[number],
  (typeof samples)[number],
  (typeof samples)[number],
];

/** The first creator's profile a month later, with more followers. */
function later(): PageParts {
  const parts = first.parts();
  const at = '2026-12-20T09:00:00Z';
  const text = JSON.stringify({ ...parts, at })
    .replaceAll('48213', '53034')
    .replaceAll('48,213', '53,034')
    .replaceAll('48.2K', '53K');
  assert.ok(text.includes('53034'));
  return JSON.parse(text);
}

function workflow(name: BrowserName): void {
  let session: ReplaySession;
  let person: Person;
  const folder = mkdtempSync(join(tmpdir(), 'plumb-vetting-'));
  before(async () => {
    session = await open(name, { remembers: true });
    person = new Person(session.browser.control as Page);
  });
  after(() => session?.close());
  after(() => rmSync(folder, { recursive: true }));
  const { here } = { here: () => person.page };

  test('three creators are starred on their profiles, and stand on the list', async () => {
    person.step('star');
    for (const sample of [first, second, third]) {
      await star(session, sample.parts());
      person.counted(1);
    }
    person.step('the list, by the toolbar button and its popup');
    person.counted(2);
    await goTo(here(), 'list.html');
    await until('all three', async () => (await here().$$('.list tbody tr')).length === 3);
    const text = await person.said('.list');
    for (const { expected } of [first, second, third]) assert.ok(text.includes(expected.handle), expected.handle);
    if (name === 'chromium') await accessible(here(), 'the list');
  });

  test('their fees are typed, and they are compared', async () => {
    person.step('fees');
    await person.click('.list tbody tr:nth-child(1) .fee');
    for (const fee of ['900', '1400', '650']) {
      await person.type(fee);
      await person.key('Enter');
      await wait(200);
    }
    await until('costs', async () => (await here().$$('.list .cost b')).length === 3);
    person.step('compare');
    await person.press('Compare 3');
    await here().waitForSelector('.drawer');
    assert.equal((await here().$$('.compare tbody th')).length, 3);
    if (name === 'chromium') await accessible(here(), 'the comparison');
  });

  test('one is decided on, with a reason and a name', async () => {
    person.step('decide');
    await person.click('.list tbody tr:nth-child(1) button.pick');
    await here().waitForSelector('dialog[open] [name=status]');
    await person.click('dialog .choices-of label:nth-of-type(3) input');
    await person.key('Tab');
    await person.type('Best fit.');
    await person.key('Tab');
    await person.type('Ines');
    await person.key('Enter');
    await until('it is decided', async () =>
      /Shortlisted.*Best fit\./.test(await person.said('.list tbody tr:nth-child(1)')),
    );
  });

  test('the boss gets one sheet with the decision and what the fee buys', async () => {
    person.step('the sheet for the boss');
    await person.click('.list tbody tr:nth-child(1) button.name');
    // The tab that it opens in is the browser's; its address is looked at in the tab of the test.
    const [tab, address] = await until('its tab', async () => {
      const tabs = await own<{ id: number; url?: string }[]>(session, 'api.tabs.query({})');
      const found = tabs.find(({ url }) => url?.includes('report.html#entry:'));
      return found && ([found.id, found.url?.split('/').at(-1) ?? ''] as const);
    });
    await own(session, `api.tabs.remove(${tab})`);
    await goTo(here(), address);
    await until('it is drawn', async () => /What the fee buys/.test(await person.said()));
    const text = await person.said();
    assert.match(text, /Decision.*Shortlist.*Best fit\..*Ines/);
    assert.match(text, /What the fee buys.*900.*≈/);
    assert.equal((await here().$$('.decision .chosen')).length, 1);
    await until('what the creator sent is kept with them', async () =>
      /kept with/i.test(await person.said('.supplied')),
    );
    if (name === 'chromium') {
      await accessible(here(), 'the sheet');
      const pdf = join(folder, 'sheet.pdf');
      writeFileSync(pdf, await here().pdf({ preferCSSPageSize: true, printBackground: false }));
      const printed = execFileSync('pdftotext', ['-layout', pdf, '-'], { encoding: 'utf8' }).replace(/\s+/g, ' ');
      assert.match(execFileSync('pdfinfo', [pdf], { encoding: 'utf8' }), /^Pages:\s+1$/m, printed);
      assert.match(printed, /Decision.*Reason Best fit\..*Decided by Ines.*What was checked.*What the fee buys/);
    }
    await goTo(here(), 'list.html');
    await until('the list', async () => (await here().$$('.list tbody tr')).length === 3);
  });

  test('the client’s file goes out and comes back, and hires', async () => {
    await keepFiles(here());
    person.step('the client’s file out');
    await person.press('Export');
    await person.press('Client file (CSV)');
    const file = answered(await lastFile(here()), first.expected.handle, 'hired', 'We like the recipes.');
    person.step('and back');
    await person.press('Import');
    await here().waitForSelector('dialog[open] input[type=file]');
    // What the browser's own window for choosing a file comes to.
    await here().$eval(
      'dialog[open] input[type=file]',
      (field, content) => {
        const chosen = new DataTransfer();
        chosen.items.add(new File([content], 'client.csv', { type: 'text/csv' }));
        (field as HTMLInputElement).files = chosen.files;
        field.dispatchEvent(new Event('change', { bubbles: true }));
      },
      file,
    );
    person.counted(1);
    await until('the answers', async () =>
      /What the client decided.*Shortlisted → Hired.*We like the recipes\./.test(await person.said('dialog[open]')),
    );
    if (name === 'chromium') await accessible(here(), 'what the client decided');
    await person.press('Take over 1');
    await until('hired', async () =>
      /Hired.*We like the recipes\..*Client/.test(await person.said('.list tbody tr:nth-child(1)')),
    );
  });

  test('a later visit tells what has changed since', async () => {
    await session.replay(visitsOf(makeHar([later()]), 'later'));
    await here().bringToFront();
    await until('the change is told', async () =>
      /Followers: \+10%/.test(await person.said('.list tbody tr:nth-child(1)')),
    );
    person.tell(name);
    const { clicks } = person.total();
    assert.ok(clicks - 3 <= 14, `${clicks - 3} clicks beyond the stars`);
  });
}

describe('vetting before hiring', { concurrency: 2 }, () => {
  for (const name of BROWSERS) describe(name, { concurrency: 1 }, () => workflow(name));
});
