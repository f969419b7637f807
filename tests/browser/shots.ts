/**
 * Pictures of the overlay and the report page in both browsers, from the golden reports: node tests/browser/shots.ts [--browser NAME] [--only TEXT]
 * The overlay runs as a content script of a small extension on a page with a strict policy, as it does in the field.
 * Writes out/shots/<browser>/<scheme>-<direction>-<state>.png.
 */
import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { buildExtension, bundle, launch, servePages } from './shots/stage.ts';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const { values } = parseArgs({ options: { browser: { type: 'string' }, only: { type: 'string' } } });

interface Shot {
  name: string;
  path: string;
  hash: string;
  width: number;
  height: number;
  scheme?: 'light' | 'dark';
  whole?: boolean;
}

function shots(): Shot[] {
  const reports = readdirSync(here('../golden/reports')).map((file) => file.replace('.json', ''));
  const languages = readdirSync(here('../../extension/public/_locales')).filter((language) => language !== 'en');
  const tall = { width: 1120, height: 1320 };
  const list: Shot[] = [];
  for (const scheme of ['light', 'dark']) {
    for (const state of [...reports, 'reading', 'refusal'])
      list.push({
        name: `${scheme}-ltr-${state}`,
        path: `/${scheme}/ltr`,
        hash: `state=${state}&card=1&report=1`,
        ...tall,
      });
    list.push({ name: `${scheme}-ltr-badge`, path: `/${scheme}/ltr`, hash: 'state=unusual', width: 1120, height: 420 });
    list.push({
      name: `${scheme}-rtl-unusual`,
      path: `/${scheme}/rtl`,
      hash: 'state=unusual&card=1&report=1',
      ...tall,
    });
  }
  for (const language of languages) {
    const path = language === 'ar' ? '/light/rtl' : '/light/ltr';
    for (const state of ['unusual', 'consistent', 'not-enough'])
      list.push({
        name: `light-${language}-${state}`,
        path,
        hash: `state=${state}&card=1&report=1&lang=${language}`,
        ...tall,
      });
  }
  // 400 % zoom of a 1280 px window, and a phone's width.
  list.push({
    name: 'light-ltr-zoom-400',
    path: '/light/ltr',
    hash: 'state=unusual&card=1&report=1',
    width: 320,
    height: 640,
  });
  list.push({ name: 'light-ltr-phone', path: '/light/ltr', hash: 'state=unusual', width: 390, height: 500 });
  for (const scheme of ['light', 'dark'] as const) {
    for (const state of reports)
      list.push({
        name: `report-${scheme}-${state}`,
        path: '/report/',
        hash: `state=${state}`,
        width: 1040,
        height: 800,
        scheme,
        whole: true,
      });
    list.push({
      name: `report-${scheme}-rtl`,
      path: '/report/',
      hash: 'state=unusual&lang=ar',
      width: 1040,
      height: 800,
      scheme,
      whole: true,
    });
  }
  for (const language of languages)
    list.push({
      name: `report-light-${language}`,
      path: '/report/',
      hash: `state=unusual&lang=${language}`,
      width: 1040,
      height: 800,
      scheme: 'light',
      whole: true,
    });
  list.push({
    name: 'report-light-panel',
    path: '/report/',
    hash: 'state=unusual',
    width: 375,
    height: 800,
    scheme: 'light',
    whole: true,
  });
  return list;
}

const folder = await buildExtension();
const own = await bundle('report.tsx', false);
const pages = await servePages(readFileSync(join(own, 'content.js'), 'utf8'));
for (const name of values.browser ? [values.browser] : ['chromium', 'firefox']) {
  const out = here(`../../out/shots/${name}`);
  mkdirSync(out, { recursive: true });
  const browser = await launch(name);
  try {
    await browser.installExtension(folder);
    const page = await browser.newPage();
    for (const shot of shots().filter((one) => !values.only || one.name.includes(values.only))) {
      await page.setViewport({ width: shot.width, height: shot.height });
      // Firefox follows the system alone; its dark report is Chromium's.
      if (name === 'chromium' && shot.scheme)
        await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: shot.scheme }]);
      await page.goto(`${pages.address}${shot.path}?${shot.name}#${shot.hash}`);
      await new Promise((done) => setTimeout(done, 500));
      await page.screenshot({ path: join(out, `${shot.name}.png`), fullPage: shot.whole });
      process.stdout.write(`${name} ${shot.name}\n`);
    }
  } finally {
    await browser.close();
  }
}
pages.close();
rmSync(folder, { recursive: true });
rmSync(own, { recursive: true });
