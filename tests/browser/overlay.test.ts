/**
 * The overlay in real browsers: accessible in both schemes; in Chromium also by keyboard alone, still, small, and one node.
 * A long file: all tests stand on one stage, which takes longer to build than any of them to run.
 */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import type { Browser, JSHandle, Page } from 'puppeteer-core';
import { TRIED } from '../golden/states.ts';
import { until, wait } from './harness.ts';
import { type Pieces, taken, takePieces, watchPieces } from './observer/pieces.ts';
import { buildExtension, bundle, launch, servePages } from './shots/stage.ts';
import { illegible, wordsIn } from './visual/legible.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const states = [...TRIED, 'reading', 'refusal', 'error'];

/** What the core answers to the golden snapshots, each with its line. */
const coreReports = readFileSync(new URL('../golden/reports.jsonl', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line.includes('"schema":"plumb.report/'))
  .map((line, index) => [`line ${index + 1}`, JSON.parse(line)] as const);

let browser: Browser;
let pages: Awaited<ReturnType<typeof servePages>>;
let script: string;
let folder: string;

before(async () => {
  folder = await buildExtension(true);
  script = readFileSync(join(folder, 'content.js'), 'utf8');
  pages = await servePages();
  browser = await launch('chromium');
});
after(async () => {
  await browser.close();
  pages.close();
  rmSync(folder, { recursive: true });
});

/** The overlay in the page's own world with an open root, so that the tests can look inside. */
async function stage(
  path: string,
  hash: string,
  size = { width: 1120, height: 900 },
  where: Browser = browser,
): Promise<Page> {
  const page = await where.newPage();
  // Firefox's driver can't, and needs it not: no page of this stage sets a policy.
  if (where === browser) await page.setBypassCSP(true);
  await page.setViewport(size);
  await page.evaluateOnNewDocument(() => {
    const attach = Element.prototype.attachShadow;
    Element.prototype.attachShadow = function (init) {
      const root = attach.call(this, { ...init, mode: 'open' });
      Object.assign(window, { plumbRoot: root });
      return root;
    };
    Object.assign(window, { shifts: 0 });
    if (!PerformanceObserver.supportedEntryTypes.includes('layout-shift')) return;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries())
        (window as never as { shifts: number }).shifts += (entry as never as { value: number }).value;
    }).observe({ type: 'layout-shift', buffered: true });
  });
  await page.goto(`${pages.address}${path}#${hash}`);
  await page.evaluate(() =>
    Object.assign(window, {
      domBefore: document.body.outerHTML + document.head.outerHTML,
    }),
  );
  await page.evaluate(watchPieces('stage'));
  Object.assign(first, {
    pieces: JSON.parse(String(await page.evaluate(`${script};${taken('stage')}`))),
  });
  await page.evaluate(settled, hash.includes('card=1'));
  return page;
}

/** What the script of the last stage has done before it gave the thread back. */
const first: { pieces?: Pieces } = {};

/** Returns when all is drawn that was asked for, and nothing moves that comes to an end. Runs in the page. */
async function settled(withCard: boolean): Promise<void> {
  const frame = () => new Promise((done) => requestAnimationFrame(done));
  const { plumbRoot: root } = window as never as Inside;
  while (!root.querySelector('.badge:not(.unplaced)')) await frame();
  while (withCard && !root.querySelector('.card:popover-open')) await frame();
  const ending = root.getAnimations().filter(({ effect }) => effect?.getComputedTiming().iterations !== Infinity);
  await Promise.allSettled(ending.map(({ finished }) => finished));
  await frame();
  await frame();
}

interface Inside {
  plumbRoot: ShadowRoot;
  domBefore: string;
  shifts: number;
}

/** What axe finds in every state of badge and card. */
async function accessible(scheme: string, direction: string, where: Browser): Promise<void> {
  const lang = direction === 'rtl' ? 'ar' : 'en';
  for (const state of states) {
    const hash = `state=${state}&card=1&report=1&lang=${lang}`;
    const page = await stage(`/${scheme}/${direction}`, hash, undefined, where);
    await page.evaluate(axe);
    const found = await page.evaluate(async () => {
      const { axe: tool } = window as never as {
        axe: {
          run(
            context: unknown,
            options: unknown,
          ): Promise<{
            violations: {
              id: string;
              nodes: { html: string; failureSummary: string }[];
            }[];
            passes: unknown[];
          }>;
        };
      };
      const result = await tool.run(
        {
          include: [
            [[(window as never as Inside).plumbRoot.host.tagName, '.card']],
            [[(window as never as Inside).plumbRoot.host.tagName, '.badge']],
          ],
        },
        {
          runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
        },
      );
      return {
        passes: result.passes.length,
        violations: result.violations.map(
          ({ id, nodes }) => `${id}: ${nodes.map((node) => `${node.html} ${node.failureSummary}`).join(' | ')}`,
        ),
      };
    });
    assert.deepEqual(found.violations, [], state);
    assert.ok(found.passes > 10, `axe looked at ${found.passes} rules only`);
    await page.close();
  }
}

describe('axe finds nothing', { concurrency: 2 }, () => {
  describe('in chromium', { concurrency: 1 }, () => {
    for (const [scheme, direction] of [
      ['light', 'ltr'],
      ['dark', 'ltr'],
      ['light', 'rtl'],
      ['dark', 'rtl'],
    ] as const) {
      test(`in the ${scheme} scheme, ${direction}`, () => accessible(scheme, direction, browser));
    }
  });

  test('in Firefox, in both schemes and directions', async () => {
    const firefox = await launch('firefox');
    try {
      await accessible('light', 'ltr', firefox);
      await accessible('dark', 'rtl', firefox);
    } finally {
      await firefox.close();
    }
  });
});

test('opens, scrolls, closes by keyboard, and gives the focus back', async () => {
  const page = await stage('/light/ltr', 'state=unusual&report=1');
  const focused = () => page.evaluate(() => (window as never as Inside).plumbRoot.activeElement?.className ?? '');
  // The focus is moved once the card is drawn, a moment after the key.
  const focusIs = (wanted: RegExp) => until(`the focus is on ${wanted}`, async () => wanted.test(await focused()));
  await page.keyboard.press('Tab');
  assert.match(await focused(), /badge/);
  await page.keyboard.press('Enter');
  await focusIs(/card/);
  const visited = new Set<string>();
  for (let step = 0; step < 5; step++) {
    await page.keyboard.press('Tab');
    visited.add(
      await page.evaluate(() => {
        const { activeElement } = (window as never as Inside).plumbRoot;
        return activeElement?.getAttribute('aria-label') ?? activeElement?.textContent?.slice(0, 20) ?? '';
      }),
    );
  }
  for (const name of ['Copy the estimate', 'Close', 'Full report'])
    assert.ok(visited.has(name), `${name} was not reached: ${[...visited].join(', ')}`);
  await page.keyboard.press('Escape');
  await focusIs(/badge/);
  assert.equal(
    await page.evaluate(() => (window as never as Inside).plumbRoot.querySelector('.card')!.matches(':popover-open')),
    false,
  );
  await page.close();
});

test('is small, still, and changes nothing of the page', async () => {
  const page = await stage('/light/ltr', 'state=unusual&card=1&report=1');
  const seen = await page.evaluate(() => {
    const { plumbRoot, domBefore, shifts } = window as never as Inside;
    const badge = plumbRoot.querySelector('.badge')!.getBoundingClientRect();
    const count = document.querySelector('[data-count]')!.getBoundingClientRect();
    const row = [...document.querySelectorAll('.stats > span')].map((each) => each.getBoundingClientRect());
    const between = Math.max(...row.slice(1).map(({ left }, index) => left - row[index]!.right));
    const line = plumbRoot.querySelector('.badge-line')!;
    return {
      badge: badge.height,
      // Another count follows in the row: the badge stands at its end, farther from that count than the counts from each other.
      off: Math.abs(badge.top + badge.height / 2 - count.top - count.height / 2),
      apart: badge.left - row.at(-1)!.right - between,
      empty: badge.width - line.getBoundingClientRect().width,
      told: line.scrollWidth - line.clientWidth,
      shifts,
      targets: [...plumbRoot.querySelectorAll('button')]
        .map((button) => button.getBoundingClientRect())
        .map(({ width, height }) => Math.min(width, height)),
      card: plumbRoot.querySelector('.card')!.getBoundingClientRect().width,
      same: document.body.outerHTML + document.head.outerHTML === domBefore,
      added: document.documentElement.children.length - 2,
      attributes: plumbRoot.host.attributes.length,
      wide: document.documentElement.scrollWidth <= innerWidth,
    };
  });
  assert.ok(seen.badge <= 26, `badge is ${seen.badge} px high`);
  assert.ok(seen.off <= 1, `badge is ${seen.off} px off the row`);
  assert.ok(seen.apart >= 8 && seen.apart <= 40, `${seen.apart} px more than between the counts`);
  assert.ok(seen.empty <= 18, `${seen.empty} px of the badge are empty`);
  assert.equal(seen.told, 0, 'a part of the line is cut off');
  assert.ok(Math.min(...seen.targets) >= 24, `a target is ${Math.min(...seen.targets)} px`);
  assert.ok(seen.shifts <= 0.01, `layout shift ${seen.shifts}`);
  assert.deepEqual(
    {
      card: seen.card,
      same: seen.same,
      added: seen.added,
      attributes: seen.attributes,
      wide: seen.wide,
    },
    { card: 362, same: true, added: 1, attributes: 0, wide: true },
  );
  await page.close();
});

test('draws without measuring, and then measures once what is laid out', async (context) => {
  const page = await stage('/light/ltr', 'state=unusual');
  const { pieces: mounted } = first;
  const { most } = await takePieces(page, 'stage');
  await page.close();
  context.diagnostic(
    `mounted and shown: ${JSON.stringify(mounted?.sum)}; later, in one piece: ${JSON.stringify(most)}`,
  );
  assert.ok(mounted && mounted.sum.made > 20, 'it is drawn at once');
  // A part of them is unseen: the badge's widest texts, for its width.
  assert.ok(mounted.sum.made <= 100, `${mounted.sum.made} nodes`);
  assert.equal(mounted.sum.measured, 0, 'what is measured before the layout makes the browser lay out the page');
  assert.ok(most.measured > 5 && most.measured <= 120, `${most.measured} measures in one piece`);
  assert.ok(most.made <= 40, `${most.made} nodes more in one piece`);
});

test('begins where its skeleton did, both ways, and is no wider', async () => {
  for (const direction of ['ltr', 'rtl']) {
    const place = async (state: string) => {
      const page = await stage(`/light/${direction}`, `state=${state}`);
      const { left, right, width } = await page.evaluate(() =>
        (window as never as Inside).plumbRoot.querySelector('.badge')!.getBoundingClientRect().toJSON(),
      );
      await page.close();
      return { begin: direction === 'ltr' ? left : right, width };
    };
    const skeleton = await place('reading');
    for (const state of states) {
      const { begin, width } = await place(state);
      assert.ok(Math.abs(begin - skeleton.begin) <= 0.5, `${direction} ${state}: ${begin}, not ${skeleton.begin}`);
      assert.ok(width <= skeleton.width + 0.5, `${direction} ${state}: ${width} px, more than ${skeleton.width}`);
    }
  }
});

test('the card fits a window of 320 px, 400 % zoom, with targets of 24 px, both ways', async () => {
  for (const [direction, lang] of [
    ['ltr', 'en'],
    ['rtl', 'ar'],
  ]) {
    const page = await stage(`/light/${direction}`, `state=unusual&card=1&report=1&lang=${lang}`, {
      width: 320,
      height: 640,
    });
    const seen = await page.evaluate(() => {
      const { plumbRoot } = window as never as Inside;
      const card = plumbRoot.querySelector('.card')!;
      const { left, right, top, bottom } = card.getBoundingClientRect();
      const boxes = [...plumbRoot.querySelectorAll('button')].map((button) => button.getBoundingClientRect());
      const least = Math.min(...boxes.map(({ width, height }) => Math.min(width, height)));
      const sideways = card.querySelector('.scroll')!.scrollWidth > card.querySelector('.scroll')!.clientWidth;
      const page = document.documentElement.scrollWidth;
      plumbRoot.host.remove();
      const widened = page > document.documentElement.scrollWidth;
      return {
        inside: left >= 0 && right <= innerWidth && top >= 0 && bottom <= innerHeight,
        sideways,
        widened,
        least,
      };
    });
    assert.deepEqual(
      { ...seen, least: seen.least >= 24 },
      { inside: true, sideways: false, widened: false, least: true },
    );
    await page.close();
  }
});

test('with forced colours every word of badge and card can be seen', async () => {
  const desk = await browser.newPage();
  for (const scheme of ['light', 'dark']) {
    const page = await stage(`/${scheme}/ltr`, 'state=unusual&card=1&report=1', { width: 1120, height: 1500 });
    const devtools = await page.createCDPSession();
    await devtools.send('Emulation.setEmulatedMedia', {
      features: [
        { name: 'forced-colors', value: 'active' },
        { name: 'prefers-color-scheme', value: scheme },
      ],
    });
    await wait(300);
    await page.bringToFront();
    const root = (await page.evaluateHandle(() => (window as never as Inside).plumbRoot)) as JSHandle<ShadowRoot>;
    // Badge and card are laid out anew with the new colours.
    const words = await until('badge and card say more than twenty pieces of text', async () => {
      const found = await page.evaluate(wordsIn, root);
      return found.length > 20 && found;
    });
    assert.deepEqual(await illegible(desk, await page.screenshot(), words), [], scheme);
    await page.close();
  }
  await desk.close();
});

test('badge and card keep their sizes, and the badge its words, in every language with every report', async (context) => {
  const folder = fileURLToPath(new URL('../../extension/public/_locales', import.meta.url));
  const wrong: string[] = [];
  let [widest, highest] = [0, 0];
  for (const lang of readdirSync(folder)) {
    const page = await stage(`/light/${lang === 'ar' ? 'rtl' : 'ltr'}`, `state=unusual&lang=${lang}&card=1&report=1`, {
      width: 1366,
      height: 690,
    });
    for (const [name, state] of [...states.map((one) => [one, one] as const), ...coreReports]) {
      const seen = await page.evaluate(async (next) => {
        const { plumbRoot: root, plumbShow } = window as never as Inside & {
          plumbShow(state: unknown): void;
        };
        plumbShow(next);
        await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
        const box = (selector: string) => root.querySelector(selector)?.getBoundingClientRect();
        const words = [...root.querySelectorAll<HTMLElement>('.badge-line > :is(.figure, .rest, .says)')];
        const end = root.querySelector('.badge-line')!.getBoundingClientRect();
        const foot = box('.card footer');
        return {
          badge: [box('.badge')!.width, box('.badge')!.height],
          cut: words
            .filter((one) => {
              const { left, right } = one.getBoundingClientRect();
              return one.scrollWidth > one.clientWidth || left < end.left - 0.5 || right > end.right + 0.5;
            })
            .map((one) => one.textContent),
          card: [box('.card')!.width, box('.card')!.height],
          foot: !foot || (foot.top >= 0 && foot.bottom <= innerHeight),
          sideways: root.querySelector('.card .scroll')!.scrollWidth > root.querySelector('.card .scroll')!.clientWidth,
        };
      }, state);
      const [badgeWidth = 0, badgeHeight = 0] = seen.badge;
      const [cardWidth = 0, cardHeight = 0] = seen.card;
      widest = Math.max(widest, badgeWidth);
      highest = Math.max(highest, cardHeight);
      if (badgeWidth > 220 || badgeHeight > 26) wrong.push(`${lang} ${name}: badge ${seen.badge}`);
      if (seen.cut.length > 0) wrong.push(`${lang} ${name}: cut "${seen.cut.join('", "')}"`);
      if (cardWidth !== 362 || cardHeight > 640 || !seen.foot)
        wrong.push(`${lang} ${name}: card ${seen.card}, foot ${seen.foot}`);
      if (seen.sideways) wrong.push(`${lang} ${name}: the card scrolls sideways`);
    }
    await page.close();
  }
  context.diagnostic(`widest badge ${widest} px, highest card ${highest} px`);
  assert.deepEqual(wrong, []);
});

test('follows the count when the page moves it, and hides under what covers it', async () => {
  const page = await stage('/light/ltr', 'state=unusual');
  /** From the count to the badge where it was placed at first, px. */
  let home = 0;
  const gap = () =>
    page.evaluate((start) => {
      const badge = (window as never as Inside).plumbRoot.querySelector('.badge')!;
      const count = document.querySelector('[data-count]')?.getBoundingClientRect();
      const box = badge.getBoundingClientRect();
      return {
        off: count ? Math.round(box.top + box.height / 2 - count.top - count.height / 2 - start) : Number.NaN,
        hidden: badge.classList.contains('unplaced'),
        inCorner: innerWidth - box.right < 40 && innerHeight - box.bottom < 40,
      };
    }, home);
  // Changes of the document are followed at most twice a second.
  const becomes = (what: string, wanted: Partial<Awaited<ReturnType<typeof gap>>>) =>
    until(what, async () => {
      const seen = await gap();
      return (Object.keys(wanted) as (keyof typeof seen)[]).every((key) => seen[key] === wanted[key]);
    });
  await becomes('it is placed', { hidden: false, inCorner: false });
  home = (await gap()).off;
  await page.evaluate(() => {
    document.querySelector<HTMLElement>('main')!.style.marginTop = '150px';
  });
  await becomes('it follows the count', {
    off: 0,
    hidden: false,
    inCorner: false,
  });
  await page.evaluate(() => scrollTo(0, 40));
  await becomes('it scrolls along', { off: 0, hidden: false, inCorner: false });
  await page.evaluate(() => scrollTo(0, 250));
  await becomes('it hides under the sticky header', { hidden: true });
  await page.evaluate(() => {
    scrollTo(0, 0);
    document.querySelector('[data-count]')!.remove();
  });
  await becomes('it stands in the corner where there is no count', {
    hidden: false,
    inCorner: true,
  });
  await page.close();
});

test('wins over a hostile page style', async () => {
  const page = await stage('/light/ltr', 'state=unusual');
  const shown = await page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(
      ':not(:defined), html > :last-child, body ~ * { display: none !important; visibility: hidden !important; opacity: 0 !important; font-size: 90px !important; }',
    );
    document.adoptedStyleSheets = [sheet];
    const badge = (window as never as Inside).plumbRoot.querySelector('.badge')!;
    return {
      height: badge.getBoundingClientRect().height,
      style: getComputedStyle(badge).fontSize,
      visible: getComputedStyle(badge).visibility,
      opacity: getComputedStyle((window as never as Inside).plumbRoot.host).opacity,
    };
  });
  assert.deepEqual(shown, {
    height: 26,
    style: '12px',
    visible: 'visible',
    opacity: '1',
  });
  await page.close();
});

test('stays under 60 kB', async () => {
  const alone = await bundle('alone.ts', true);
  const overlay = readFileSync(join(alone, 'content.js'));
  rmSync(alone, { recursive: true });
  const size = gzipSync(overlay).length;
  process.stdout.write(`overlay: ${overlay.length} B raw, ${size} B gz\n`);
  assert.ok(size > 5000, 'the bundle is empty');
  assert.ok(size < 60 * 1024, `${size} B gz`);
});
