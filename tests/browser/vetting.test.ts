/**
 * From three open profiles to a decision that can be defended, as a person does it: star, list, fees, comparison, decision, the
 * boss's sheet, the client's file out and back, hired, and what a later visit finds changed. Once with a mouse, once by
 * keyboard alone; every click and key is counted. A long file, for both ways are one story in one browser.
 */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import type { KeyInput, Page } from 'puppeteer-core';
import { makeHar, type PageParts } from './har/make.ts';
import { samples } from './har/samples.ts';
import { BROWSERS, goOwn, open, own, steady, until } from './harness.ts';
import type { BrowserName } from './replay/browser.ts';
import { visitsOf } from './replay/har.ts';
import type { ReplaySession } from './replay/session.ts';
import { type Box, openCard } from './replay/view.ts';
import { focused } from './surfaces/focus.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
/** Longer than the star must have stood in view before a press is taken, ms. */
const STOOD = 1500;
/** More than any of the pages has controls before the one that is looked for. */
const MOST_TABS = 60;

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
  /** Where they are. */
  page: Page;

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

  async key(name: KeyInput, times = 1): Promise<void> {
    for (let press = 0; press < times; press += 1) await this.page.keyboard.press(name);
    this.counted(0, times);
  }

  /** Presses Tab, back where `back` says so, until the focus is on what is wanted. */
  async tabTo(wanted: RegExp, focus: () => Promise<string> = () => focused(this.page), back = false): Promise<void> {
    for (let presses = 0; presses < MOST_TABS; presses += 1) {
      if (wanted.test(await focus())) return;
      if (back) await this.page.keyboard.down('Shift');
      await this.key('Tab');
      if (back) await this.page.keyboard.up('Shift');
    }
    assert.fail(`the keyboard does not reach ${wanted}; the focus is on ${await focus()}`);
  }

  /** From the chosen status on: why, and who says so. */
  async decides(reason: string, by: string): Promise<void> {
    await this.key('Tab');
    await this.type(reason);
    await this.key('Tab');
    await this.type(by);
    await this.key('Enter');
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

/** Opens a profile, as a person who has followed a link. */
async function visit(session: ReplaySession, parts: PageParts): Promise<void> {
  await session.replay(visitsOf(makeHar([{ ...parts, policy: undefined }]), parts.url));
  await session.browser.page.bringToFront();
}

/** The star where it has stood still for long enough, and whether it is on. */
const starOf = (session: ReplaySession) =>
  session.browser.inOverlay<Box & { on: boolean }>(`(root) => {
      const it = root.querySelector('button.star');
      if (!it) return null;
      const { left, top, width, height } = it.getBoundingClientRect();
      return { left, top, width, height, on: it.getAttribute('aria-pressed') === 'true' };
    }`);
async function starAtRest(session: ReplaySession): Promise<Box> {
  await until('the star', () => starOf(session));
  const box = await steady('the star', () => starOf(session), STOOD);
  assert.ok(box);
  return box;
}
const starIsOn = (session: ReplaySession) => until('it is on', async () => (await starOf(session))?.on === true);

/** Opens a profile as a person does, and presses the star on its card. */
async function star(session: ReplaySession, parts: PageParts): Promise<void> {
  await visit(session, parts);
  assert.ok(await openCard(session.browser), 'the card opens');
  const { left, top, width, height } = await starAtRest(session);
  await session.browser.page.mouse.move(left + width / 2, top + height / 2);
  await session.browser.page.mouse.click(left + width / 2, top + height / 2);
  await starIsOn(session);
}

/** The same by keys: to the badge, into the card, to the star. */
async function starByKeys(session: ReplaySession, parts: PageParts, person: Person): Promise<void> {
  await visit(session, parts);
  const focus = async () => (await session.browser.inOverlay<string>(`(root) => root.activeElement?.className`)) ?? '';
  await person.tabTo(/badge/, focus);
  await person.key('Enter');
  await until('the focus is in the card', async () => !/badge/.test(await focus()) && (await focus()) !== '');
  await until('the star', () => starOf(session));
  await person.tabTo(/\bstar\b/, focus);
  await starAtRest(session);
  await person.key('Enter');
  await starIsOn(session);
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

interface Tab {
  id: number;
  /** Of other pages than ours Chromium doesn't tell it. */
  url?: string;
  pendingUrl?: string;
}

/**
 * What a press opens beside the list: closed again, since its address can be looked at in the tab of the test.
 * @param isOurs a page of ours, whose address the browser tells; of others it tells none
 * @returns the end of the address; '' where the browser does not tell it
 */
async function openedBeside(session: ReplaySession, press: () => Promise<void>, isOurs = true): Promise<string> {
  const tabs = () => own<Tab[]>(session, 'api.tabs.query({})');
  const before = new Set((await tabs()).map(({ id }) => id));
  await press();
  // The address comes a little after the tab: the browser's empty one, or none that it would tell, stands there before.
  const opened = await until('a tab opens', async () =>
    (await tabs()).find(({ id, url, pendingUrl }) => {
      const address = pendingUrl || url;
      return !before.has(id) && (address ? !/^(about|chrome):/.test(address) : !isOurs);
    }),
  );
  await own(session, `api.tabs.remove(${opened.id})`);
  return ((opened.pendingUrl || opened.url) ?? '').split('/').at(-1) ?? '';
}

/** What the browser's own window for choosing a file comes to. */
const chooseFile = (page: Page, content: string) =>
  page.$eval(
    'dialog[open] input[type=file]',
    (field, text) => {
      const chosen = new DataTransfer();
      chosen.items.add(new File([text], 'client.csv', { type: 'text/csv' }));
      (field as HTMLInputElement).files = chosen.files;
      field.dispatchEvent(new Event('change', { bubbles: true }));
    },
    content,
  );

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
    await person.decides('Best fit.', 'Ines');
    await until('it is decided', async () =>
      /Shortlisted.*Best fit\./.test(await person.said('.list tbody tr:nth-child(1)')),
    );
  });

  test('the boss gets one sheet with the decision and what the fee buys', async () => {
    person.step('the sheet for the boss');
    const address = await openedBeside(session, () => person.click('.list tbody tr:nth-child(1) button.name'));
    assert.match(address, /^report\.html#entry:/);
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
    await chooseFile(here(), file);
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

  test('the same by keyboard alone, from the first profile to what has changed', async () => {
    await session.forget();
    const keys = new Person(session.browser.page);
    await chooseByKeys(session, keys);
    await tellByKeys(session, keys);
    keys.tell(`${name}, by keyboard alone`);
    assert.equal(keys.total().clicks, 0);
  });
}

const firstRow = '.list tbody tr:nth-child(1)';
const focusIsOn = (page: Page, wanted: RegExp) =>
  until(`the focus is on ${wanted}`, async () => wanted.test(await focused(page)));

/** From the profiles to a decision. Nothing sets the focus but keys; what a press opens beside the list is closed again. */
async function chooseByKeys(session: ReplaySession, person: Person): Promise<void> {
  const list = session.browser.control as Page;
  const isAt = (wanted: RegExp) => focusIsOn(list, wanted);
  person.step('star');
  for (const sample of [first, second, third]) await starByKeys(session, sample.parts(), person);

  person.step('the list, by the popup');
  person.page = list;
  await goTo(list, 'popup.html');
  await person.tabTo(/^Shortlist$/);
  await goTo(list, await openedBeside(session, () => person.key('Enter')));
  await until('all three', async () => (await list.$$('.list tbody tr')).length === 3);

  person.step('fees');
  await person.key('f');
  for (const [place, fee] of ['900', '1400', '650'].entries()) {
    await isAt(/^Fee of/);
    const before = await focused(list);
    await person.type(fee);
    await person.key('Enter');
    await until('the focus has gone on', async () => (await focused(list)) !== before);
    await until('its cost', async () => (await list.$(`.list tbody tr:nth-child(${place + 1}) .cost b`)) !== null);
  }
  person.step('compare');
  await isAt(/^Select/);
  await person.key('c');
  await until('three side by side', async () => (await list.$$('.compare tbody th')).length === 3);

  person.step('decide');
  await person.key('ArrowUp', 2);
  await until('the first row', async () => (await list.$(`${firstRow}.here :focus`)) !== null);
  await person.key('s');
  await isAt(/^status$/);
  await person.key('ArrowDown', 2);
  await person.decides('Best fit.', 'Ines');
  await until('it is decided', async () => /Shortlisted.*Best fit\./.test(await person.said(firstRow)));
  await isAt(/^Select/);
}

/** From the decision to what a later visit finds changed, by keys alone likewise. */
async function tellByKeys(session: ReplaySession, person: Person): Promise<void> {
  const list = session.browser.control as Page;
  const isAt = (wanted: RegExp) => focusIsOn(list, wanted);
  person.step('the sheet for the boss');
  await goTo(list, await openedBeside(session, () => person.key('b')));
  await until('it is drawn', async () => /Decision.*Best fit\..*Ines.*What the fee buys/.test(await person.said()));
  assert.match(await person.said(), /checked against single posts, and a list keeps none/);
  await list.evaluate(() => Object.assign(globalThis, { print: () => document.body.setAttribute('data-printed', '') }));
  await person.tabTo(/^Print/);
  await person.key('Enter');
  await until('it is printed', async () => (await list.$('body[data-printed]')) !== null);

  person.step('the client’s file out');
  await goTo(list, 'list.html');
  await until('the list', async () => (await list.$$('.list tbody tr')).length === 3);
  await keepFiles(list);
  await person.tabTo(/^Export$/);
  await person.key('Enter');
  await list.waitForSelector('dialog[open]');
  await person.tabTo(/^Client file \(CSV\)$/);
  await person.key('Enter');
  await isAt(/^Export$/);
  const file = answered(await lastFile(list), first.expected.handle, 'hired', 'We like the recipes.');

  person.step('and back, without the browser’s own window for files');
  await person.tabTo(/^Import$/, undefined, true);
  await person.key('Enter');
  await list.waitForSelector('dialog[open] input[type=file]');
  await until('the focus is in it', async () => (await list.$('dialog[open] :focus')) !== null);
  const field = () => list.evaluate(() => (document.activeElement as HTMLInputElement | null)?.type ?? '');
  await person.tabTo(/^file$/, field, true);
  // Enter opens the browser's own window, which a test can't reach.
  person.counted(0, 1);
  await chooseFile(list, file);
  await until('the answers', async () => /Shortlisted → Hired/.test(await person.said('dialog[open]')));
  await person.tabTo(/^Take over 1$/);
  await person.key('Enter');
  await until('hired', async () => /Hired.*We like the recipes\..*Client/.test(await person.said(firstRow)));

  person.step('looked at again');
  await isAt(/^Import$/);
  await openedBeside(session, () => person.key('k'), false);
  await session.replay(visitsOf(makeHar([later()]), 'later'));
  await list.bringToFront();
  await until('the change is told', async () => /Followers: \+10%/.test(await person.said(firstRow)));
}

describe('vetting before hiring', { concurrency: 2 }, () => {
  for (const name of BROWSERS) describe(name, { concurrency: 1 }, () => workflow(name));
});
