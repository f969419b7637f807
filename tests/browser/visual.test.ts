/** Our surfaces look as they did when a person last looked: kept pictures, compared in Chromium with a tolerance. */
import assert from 'node:assert/strict';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import type { Page } from 'puppeteer-core';
import { ROOT } from './replay.ts';
import { ANSWERING, MAIN_STATES, nameOf, references, type Shot } from './shots/matrix.ts';
import { openStudio, type Studio } from './shots/studio.ts';
import { compare, type Difference, PIXELS } from './visual/compare.ts';
import { referenceOf, weigh } from './visual/references.ts';

const OUT = join(ROOT, 'out/visual');
const RENEW = 'if the change is meant: ./dev shots --accept, and look at what it has changed';

let studio: Studio;
let desk: Page;
before(async () => {
  studio = await openStudio('chromium');
  desk = await studio.stage.browser.newPage();
});
after(() => studio?.close());

const same = ({ sizes, pixels }: Difference) => sizes === null && pixels <= PIXELS;

test('the choice is pairwise, at most 40 pictures, at most 6 MB', (context) => {
  const shots = references();
  const { names, bytes } = weigh();
  context.diagnostic(`${names.length} pictures, ${bytes} bytes`);
  assert.deepEqual(names.sort(), shots.map(nameOf).sort(), RENEW);
  assert.ok(names.length <= 40 && bytes <= 6 * 1024 * 1024, `${names.length} pictures, ${bytes} bytes`);
  const values = {
    surface: ANSWERING as readonly string[],
    state: MAIN_STATES as readonly string[],
    scheme: ['light', 'dark'],
    language: ['en', 'ar'],
  };
  const factors = Object.keys(values) as (keyof typeof values)[];
  for (const one of factors)
    for (const other of factors.slice(factors.indexOf(one) + 1))
      for (const a of values[one])
        for (const b of values[other])
          assert.ok(
            shots.some((shot) => shot[one] === a && shot[other] === b),
            `no picture of ${one} ${a} with ${other} ${b}`,
          );
});

test('every kept picture is what is drawn now', async (context) => {
  rmSync(OUT, { recursive: true, force: true });
  const changed: string[] = [];
  let most = 0;
  for (const shot of references()) {
    const seen = await studio.take(shot);
    const difference = await compare(desk, seen, referenceOf(shot));
    most = Math.max(most, difference.pixels);
    if (same(difference)) continue;
    changed.push(`${nameOf(shot)}: ${difference.sizes ?? `${difference.pixels} pixels`}`);
    mkdirSync(OUT, { recursive: true });
    writeFileSync(join(OUT, `${nameOf(shot)}.png`), seen);
    if (difference.picture) writeFileSync(join(OUT, `${nameOf(shot)}-difference.png`), difference.picture);
  }
  context.diagnostic(`most pixels that differ: ${most}`);
  assert.deepEqual(changed, [], `pictures in ${OUT}; ${RENEW}`);
});

const POPUP: Shot = { surface: 'popup', state: 'unusual', scheme: 'light', language: 'en' };
const withStyle = (css: string) => (page: Page) =>
  page.evaluate((text) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  }, css);

test('a colour, a place, a word and a mark that change are noticed; the smoothing of edges is not', async () => {
  const kept = await studio.take(POPUP);
  const after = async (change: (page: Page) => Promise<unknown>) =>
    compare(
      desk,
      await studio.take(POPUP, async (page) => {
        await change(page);
      }),
      kept,
    );
  assert.deepEqual(await after(async () => {}), { sizes: null, pixels: 0 });
  const smoothed = await after(withStyle('.big .value { transform: translateX(0.3px); }'));
  assert.ok(same(smoothed), `smoothing alone makes ${smoothed.pixels} pixels`);
  const changes = {
    'a shade of the main colour': withStyle(':root, .plumb { --real: #0a7f70 !important; }'),
    'a chip moved by 3 px': withStyle('.chip { transform: translateX(3px); }'),
    'a mark that is gone': withStyle('.chip svg { visibility: hidden; }'),
    'one other digit': (page: Page) =>
      page.evaluate(() => {
        const value = document.querySelector('.big .value') as Element;
        value.textContent = (value.textContent ?? '').replace('389', '339');
      }),
    'a higher page': withStyle('main { padding-bottom: 40px !important; }'),
  };
  for (const [name, change] of Object.entries(changes)) {
    const difference = await after(change);
    assert.ok(!same(difference), `${name} is not noticed: ${difference.pixels} pixels`);
  }
});
