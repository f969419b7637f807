/** The report page over the real core: what if something is left out, print, the saved file; and the toolbar when a page lets us draw nothing. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import type { Page } from 'puppeteer-core';
import { makeHar, NONCE } from './har/make.ts';
import { samples } from './har/samples.ts';
import { open, until } from './harness.ts';
import { visitsOf } from './replay/har.ts';
import { pageThat } from './replay/launching.ts';
import type { ReplaySession } from './replay/session.ts';
import { holdPatience, openStage, type Stage, tabOf } from './surfaces/stage.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
/** A sourdough account with 24 posts and 60 comments, many of them alike. */
const snapshot = readFileSync(new URL('../golden/snapshots.jsonl', import.meta.url), 'utf8').split('\n')[0] as string;
const said = (page: Page, selector = 'body') =>
  page.evaluate((one) => document.querySelector(one)?.textContent ?? '', selector);

async function accessible(page: Page, name: string): Promise<void> {
  await page.evaluate(axe);
  const violations = await page.evaluate(async () => {
    const { axe: tool } = globalThis as never as {
      axe: { run(options: object): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
    };
    const found = await tool.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'] });
    return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
  });
  assert.deepEqual(violations, [], name);
}

/** Has the core answer to a snapshot, and keeps both where report.html#NAME finds them. */
async function keepReport(page: Page, name: string, snapshotText: string): Promise<void> {
  await page.evaluate(
    async (text, key) => {
      const { chrome } = globalThis as never as {
        chrome: {
          runtime: { sendMessage(message: object): Promise<string> };
          storage: { session: { set(items: object): Promise<void> } };
        };
      };
      const report = await chrome.runtime.sendMessage({ kind: 'score', snapshot: text });
      await chrome.storage.session.set({ [key]: { snapshot: text, report } });
    },
    snapshotText,
    `report:${name}`,
  );
}

/** Presses Tab until the focus stands on a control with this text. */
async function tabTo(page: Page, wanted: string): Promise<void> {
  for (let presses = 0; presses < 80; presses++) {
    await page.keyboard.press('Tab');
    const here = await page.evaluate(
      () => (document.activeElement?.closest('label') ?? document.activeElement)?.textContent?.trim() ?? '',
    );
    if (here === wanted) return;
  }
  assert.fail(`the keyboard does not reach ${wanted}`);
}

describe('the report page', { concurrency: 2 }, () => {
  for (const name of ['chromium', 'firefox'] as const) describe(name, { concurrency: 1 }, () => reportPage(name));
});

function reportPage(name: 'chromium' | 'firefox'): void {
  let stage: Stage;
  let page: Page;
  before(async () => {
    stage = await openStage(name);
    const about = await stage.open('about.html');
    await keepReport(about, 'real', snapshot);
    await about.close();
    page = await stage.open('report.html#real', 'light', { width: 1100, height: 1400 });
    await until('the core gives the same report again', async () => (await page.$('.choices')) !== null);
  });
  after(() => stage.close());

  test('a signal, a post and a benchmark are left out and put back, by keyboard alone', async () => {
    const panel = () => said(page, '.panel:has(.choices)');
    const live = () => said(page, '.panel:has(.choices) [aria-live]');
    const compared = () => page.$$eval('.compared tbody tr', (rows) => rows.map((row) => row.textContent));
    await tabTo(page, 'Comments that repeat');
    await page.keyboard.press(' ');
    await until('the answer', async () => (await live()).startsWith('1 thing left out: '));
    const [engagement] = await compared();
    const figures = [...(engagement ?? '').matchAll(/≈([\d,]+) of/g)].map(([, figure]) => figure);
    assert.equal(figures.length, 1, `as read alone: without it nothing speaks against what is shown: ${engagement}`);
    assert.match(engagement as string, /nothing read moves it$/);
    const real = await said(page, '.first-sheet .real .line');
    assert.ok(real.includes(`≈${figures[0]} of`), `the report above stays as it was read: ${real}`);

    await page.$$eval('.choices details', (groups) => {
      for (const group of groups) group.open = true;
    });
    await tabTo(page, 'Post of Nov 17, 2026: 175');
    await page.keyboard.press(' ');
    await until('the answer', async () => (await live()).startsWith('2 things left out'));
    const rows = await page.$$eval('.choices details:nth-of-type(3) span', (spans) =>
      spans.map((one) => one.textContent),
    );
    await tabTo(page, rows[0] as string);
    await page.keyboard.press(' ');
    await until('the answer', async () => (await live()).startsWith('3 things left out'));
    assert.match(await panel(), /Left out by handPost of Nov 17, 2026: 175Comments that repeatEngagement per follower/);
    await accessible(page, 'with three things left out');

    await page.focus('.top button');
    await tabTo(page, 'Undo');
    await page.keyboard.press('Enter');
    await until('one step back', async () => (await live()).startsWith('2 things left out'));
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await until(
      'nothing is left out',
      async () => (await live()) === '' && !(await panel()).includes('Left out by hand'),
    );
    await page.focus('.top button');
    await tabTo(page, 'Undo');
    await page.keyboard.press('Enter');
    await until('even that can be undone', async () => (await live()).startsWith('2 things left out'));
  });

  test('the comments stand under their kind with examples, and nobody is named', async () => {
    const examples = await page.$$eval('.examples q', (quotes) => quotes.map((one) => one.textContent));
    assert.ok(examples.length >= 4, String(examples));
    const { comments } = JSON.parse(snapshot) as { comments: { author: string; text: string }[] };
    assert.ok(
      comments.some(({ text }) => text === examples[0]),
      'as the page has it',
    );
    const whole = await said(page);
    for (const { author } of comments) assert.ok(!whole.includes(author), author);
  });

  test('claims of a media kit and figures of the creator stand beside what the page shows', async () => {
    await page.type('#claims', '1 % engagement\n40K story views');
    await until('the claims', async () => (await page.$$('.claim-table tbody tr')).length === 2);
    const claims = await page.$$eval('.claim-table tbody tr', (rows) => rows.map((row) => row.textContent));
    assert.match(String(claims[0]), /^1 % engagement\(likes \+ comments\) ÷ followers · (?:mean|median) · /);
    assert.match(String(claims[1]), /This page does not show it/);
    await page.type('#supplied-reach', '90');
    await page.type('#supplied-places', 'Germany 60 %');
    const asked = () => said(page, '.supplied .dotted');
    await until('what to ask', async () => /Fewer people reached \(90\)/.test(await asked()));
    await accessible(page, 'with claims and figures');
  });

  test('what to know of the posts stands in the appendix, with a link to each', async () => {
    const { posts, ...rest } = JSON.parse(snapshot) as { posts: { id: string }[] };
    const captioned = posts.map((post, at) => ({
      ...post,
      url: `https://www.instagram.com/p/${post.id}/`,
      caption: at === 0 ? 'Use code ADA20 for 20% off at @millhouse' : 'Bread again, the oven is happy',
    }));
    await keepReport(page, 'told', JSON.stringify({ ...rest, posts: captioned }));
    const told = await stage.open('report.html#told', 'light', { width: 1100, height: 1400 });
    await until('the panel', async () => (await told.$('.content')) !== null);
    assert.match(await said(told, '.content'), /Clearly marked: 0 of 24 posts.*discount code \(ADA20\).*@millhouse/);
    const link = await told.$eval('.content a', (one) => (one as HTMLAnchorElement).href);
    assert.match(link, /^https:\/\/www\.instagram\.com\/p\//);
    await told.type('#content-words', 'oven');
    await until('the word', async () => /oven: 20/.test(await said(told, '.content')));
    await accessible(told, 'with posts to check');
    await told.close();
  });

  test('a fee in the person’s currency gives costs with their ranges', async () => {
    await page.type('#fee', '1200');
    await until('costs', async () => /Per 1,000 likely real≈\S+\d \S+\d–\S+\d/.test(await said(page, '.fee')));
    assert.match(await said(page, 'label[for=fee]'), /\([A-Z]{3}\)$/);
  });

  if (name === 'chromium') {
    test('the saved file says what was left out, and holds nothing that would need a script', async () => {
      const folder = mkdtempSync(join(tmpdir(), 'plumb-report-'));
      try {
        const devtools = await page.createCDPSession();
        await devtools.send('Browser.setDownloadBehavior', { behavior: 'allow', downloadPath: folder });
        await page.focus('.top button');
        await tabTo(page, 'Save as HTML');
        await page.keyboard.press('Enter');
        await until('the file', async () => readdirSync(folder).some((file) => file.endsWith('.html')));
        const [file] = readdirSync(folder);
        const opened = await stage.browser.newPage();
        await opened.goto(`file://${join(folder, file as string)}`);
        const whole = await said(opened);
        assert.match(whole, /Left out by handPost of Nov 17, 2026: 175Comments that repeat/);
        assert.match(whole, /As readWith that left out/);
        assert.match(whole, /Quoted fee per post \([A-Z]{3}\)1200/);
        assert.ok(!whole.includes('Untick'), 'no way to use it is promised');
        assert.equal(await opened.$$eval('script, input, button, [aria-live]', (found) => found.length), 0);
        await accessible(opened, 'the saved file');
      } finally {
        rmSync(folder, { recursive: true });
      }
    });

    test('each state without an answer names its next step', async () => {
      let runOut = async () => {};
      const popup = (state: string) => {
        const size = { width: 360, height: 500 };
        return stage.open(`popup.html?tab=${tabOf(state)}`, 'light', size, async (one) => {
          const release = await holdPatience(one);
          if (state === 'reading') runOut = release;
        });
      };
      const reading = await popup('reading');
      const refusal = await popup('refusal');
      const nothing = await popup('nothing');
      await until('a refusal', async () => /Load the page anew.*Load this page anew/.test(await said(refusal)));
      await until('nothing', async () => (await said(nothing)).includes('See a sample'));
      assert.ok(!(await said(reading)).includes('Still nothing'), 'not at once');
      await reading.bringToFront();
      await runOut();
      await until('it says what to do', async () => /Still nothing\?.*Load this page anew/.test(await said(reading)));
      for (const one of [reading, refusal, nothing]) await one.close();
      await page.bringToFront();
    });

    test('it prints on A4: one sheet for the boss, and an appendix', async () => {
      // The money has a place on the sheet once a fee is typed.
      if ((await page.$eval('#fee', (field) => (field as HTMLInputElement).value)) === '')
        await page.type('#fee', '1200');
      const [first, second] = await printed(page);
      const wanted = [
        /read Nov \d+, 2026/,
        / 163 .*engagements a post/,
        /1% of 16\.5K followers/,
        /Higher than ≈4–\u20605 in 10 peers/,
        /most Instagram accounts of this size: 0\.4–\u20602\.8%/,
        /Decision Hire Ask first Shortlist Reject/,
        /Reason Decided by Approved/,
        /What was checked Check What was seen What is typical Result/,
        /Comments Comments that repeat: 17 of 60/,
        /Real engagement/,
        /What the fee buys/,
        /Ask the creator /,
        /What could not be seen/,
        /What the media kit says .*1 % engagement \(likes \+ comments\) ÷/,
        /Figures from the creator /,
        /does not show who or what caused a pattern/,
      ];
      for (const part of wanted) assert.match(first, part);
      assert.doesNotMatch(first, /SHA-256|Print|Save as HTML/);
      assert.match(second, /Engagement per post against what to expect/);
    });

    test('in German and Arabic, too, the first sheet has all that a boss needs', async () => {
      for (const language of ['de', 'ar']) {
        await stage.choose({ language });
        const other = await stage.open('report.html#real');
        const [first] = await printed(other);
        const file = new URL(`../../extension/public/_locales/${language}/messages.json`, import.meta.url);
        const words: Record<string, { message: string }> = JSON.parse(readFileSync(file, 'utf8'));
        for (const key of ON_THE_SHEET) {
          const text = words[key]?.message ?? '';
          assert.ok(text !== '' && inOrder(first).includes(inOrder(text)), `${language}: ${text} is not in ${first}`);
        }
        await other.close();
      }
      await stage.choose({});
    });
  }
}

/** What stands on the first sheet in every language. */
const ON_THE_SHEET = [
  'report_checked_title',
  'real_title',
  'decision_reason',
  'decision_by',
  'report_questions_title',
  'report_unseen_title',
  'check_comments',
  'closing',
] as const;

/** As pdftotext gives it: without blanks, what holds lines together, and the Arabic marks and ligatures that it puts elsewhere. */
const inOrder = (text: string) => text.normalize('NFKD').replace(/[\s\p{Cf}\p{M}اأإآل]/gu, '');

/** Prints the page. @returns the text of the first two sheets of A4, of which there are two to four */
async function printed(page: Page): Promise<[first: string, second: string]> {
  const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: false });
  const folder = mkdtempSync(join(tmpdir(), 'plumb-print-'));
  const file = join(folder, 'report.pdf');
  writeFileSync(file, pdf);
  const read = (tool: string, ...given: string[]) => execFileSync(tool, given, { encoding: 'utf8' });
  const information = read('pdfinfo', file);
  const sheets = Number(/^Pages:\s+(\d+)$/m.exec(information)?.[1]);
  assert.ok(sheets >= 2 && sheets <= 4, `${sheets} sheets`);
  assert.match(information, /^Page size:\s+59\d(\.\d+)? x 84\d(\.\d+)? pts \(A4\)$/m);
  const texts = [1, 2].map((sheet) =>
    read('pdftotext', '-layout', '-f', String(sheet), '-l', String(sheet), file, '-').replace(/\s+/g, ' '),
  );
  rmSync(folder, { recursive: true });
  return texts as [string, string];
}

/** The popup over the page, as the toolbar button opens it. */
async function popupOf({ browser: { page } }: ReplaySession): Promise<Page> {
  const browser = page.browser();
  const [extension] = (await browser.extensions()).values();
  assert.ok(extension, 'the extension is installed');
  await page.bringToFront();
  await page.triggerExtensionAction(extension);
  return pageThat(browser, (url) => url.endsWith('/popup.html'));
}

const REMOVES_ALL = `<script nonce="${NONCE}">
  const keep = new Set(document.documentElement.children);
  new MutationObserver(() => { for (const child of [...document.documentElement.children]) if (!keep.has(child)) child.remove(); }).observe(document.documentElement, { childList: true });
</script></body>`;

describe('a page that lets us draw nothing', () => {
  test('that removes the badge for good: the toolbar says so, and has the answer', async () => {
    const session = await open('chromium');
    try {
      const parts = (samples[0] as (typeof samples)[number]).parts();
      const document = parts.document.replace('</body>', () => REMOVES_ALL);
      assert.notEqual(document, parts.document);
      await session.replay(visitsOf(makeHar([{ ...parts, document }]), 'blocked'));
      const mark = `chrome.tabs.query({ active: true }).then(async ([tab]) => [await chrome.action.getBadgeText({ tabId: tab.id }), await chrome.action.getTitle({ tabId: tab.id })])`;
      await session.browser.page.bringToFront();
      await until('the toolbar tells', async () => {
        const [badge, title] = ((await session.browser.control?.evaluate(mark)) ?? []) as string[];
        return badge === '≈' && /this page removes the badge/.test(title as string);
      });
      const popup = await popupOf(session);
      await until('the popup has the answer', async () => /≈/.test(await said(popup)));
      assert.match(await said(popup), /This page removes what Plumb draws on it/);
      assert.ok(!(await said(popup)).includes('Card on the page'), 'no button that would do nothing');
      await popup.close().catch(() => {});
      await session.replay(visitsOf(makeHar([(samples[1] as (typeof samples)[number]).parts()]), 'after it'));
      await until('the next page is told nothing of it', async () => {
        const [badge] = ((await session.browser.control?.evaluate(mark)) ?? []) as string[];
        return badge === '';
      });
    } finally {
      await session.close();
    }
  });
});
