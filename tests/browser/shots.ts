/**
 * Pictures of the overlay in both browsers, from the golden reports: node tests/browser/shots.ts [--browser NAME] [--only TEXT]
 * The overlay runs as a content script of a small extension on a page with a strict policy, as it does in the field.
 * Writes out/shots/<browser>/<scheme>-<direction>-<state>.png.
 */
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import puppeteer, { type Browser } from 'puppeteer-core';
import { build } from 'vite';
import { hostPage, pageStyle, policy } from './shots/page.ts';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const { values } = parseArgs({ options: { browser: { type: 'string' }, only: { type: 'string' } } });

/** Bundles the content script into an extension folder of its own. */
async function buildExtension(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'plumb-shots-'));
  await build({
    root: here('../../extension'),
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
    build: {
      outDir: folder,
      minify: false,
      rollupOptions: { input: here('shots/content.ts'), output: { format: 'iife', entryFileNames: 'content.js' } },
    },
  });
  writeFileSync(
    join(folder, 'manifest.json'),
    JSON.stringify({
      manifest_version: 3,
      name: 'pictures',
      version: '1',
      content_scripts: [{ matches: ['http://127.0.0.1/*'], js: ['content.js'] }],
      browser_specific_settings: { gecko: { id: 'pictures@plumb.example' } },
    }),
  );
  return folder;
}

/** Serves /<scheme>/<direction> and its style. */
async function servePages(): Promise<{ port: number; close(): void }> {
  let scheme: 'light' | 'dark' = 'light';
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://host').pathname;
    if (path === '/page.css') response.setHeader('content-type', 'text/css').end(pageStyle(scheme));
    else {
      scheme = path.startsWith('/dark') ? 'dark' : 'light';
      response
        .setHeader('content-security-policy', policy)
        .setHeader('cache-control', 'no-store')
        .setHeader('content-type', 'text/html; charset=utf-8');
      response.end(hostPage(path.endsWith('/rtl') ? 'rtl' : 'ltr'));
    }
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return { port: (server.address() as AddressInfo).port, close: () => server.close() };
}

function launch(name: string): Promise<Browser> {
  if (name === 'firefox')
    return puppeteer.launch({ browser: 'firefox', executablePath: '/usr/bin/firefox-esr', headless: true });
  const args = [
    '--no-sandbox',
    '--disable-gpu',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-sync',
    '--hide-scrollbars',
    '--lang=en',
  ];
  return puppeteer.launch({
    executablePath: '/usr/bin/chromium',
    headless: true,
    enableExtensions: true,
    pipe: true,
    args,
  });
}

interface Shot {
  name: string;
  path: string;
  hash: string;
  width: number;
  height: number;
}

function shots(): Shot[] {
  const reports = readdirSync(here('../golden/reports')).map((file) => file.replace('.json', ''));
  const languages = readdirSync(here('../../extension/public/_locales')).filter((language) => language !== 'en');
  const list: Shot[] = [];
  for (const scheme of ['light', 'dark']) {
    for (const state of [...reports, 'reading', 'refusal'])
      list.push({
        name: `${scheme}-ltr-${state}`,
        path: `/${scheme}/ltr`,
        hash: `state=${state}&card=1&report=1`,
        width: 1120,
        height: 1320,
      });
    list.push({ name: `${scheme}-ltr-badge`, path: `/${scheme}/ltr`, hash: 'state=unusual', width: 1120, height: 420 });
    list.push({
      name: `${scheme}-rtl-unusual`,
      path: `/${scheme}/rtl`,
      hash: 'state=unusual&card=1&report=1',
      width: 1120,
      height: 1320,
    });
  }
  for (const language of languages) {
    list.push({
      name: `light-${language}-unusual`,
      path: language === 'ar' ? '/light/rtl' : '/light/ltr',
      hash: `state=unusual&card=1&report=1&lang=${language}`,
      width: 1120,
      height: 1320,
    });
    list.push({
      name: `light-${language}-consistent`,
      path: language === 'ar' ? '/light/rtl' : '/light/ltr',
      hash: `state=consistent&card=1&lang=${language}`,
      width: 1120,
      height: 1320,
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
  return list;
}

const folder = await buildExtension();
const pages = await servePages();
for (const name of values.browser ? [values.browser] : ['chromium', 'firefox']) {
  const out = here(`../../out/shots/${name}`);
  mkdirSync(out, { recursive: true });
  const browser = await launch(name);
  try {
    await browser.installExtension(folder);
    const page = await browser.newPage();
    for (const shot of shots().filter((one) => !values.only || one.name.includes(values.only))) {
      await page.setViewport({ width: shot.width, height: shot.height });
      await page.goto(`http://127.0.0.1:${pages.port}${shot.path}?${shot.name}#${shot.hash}`);
      await new Promise((done) => setTimeout(done, 500));
      await page.screenshot({ path: join(out, `${shot.name}.png`) });
      process.stdout.write(`${name} ${shot.name}\n`);
    }
  } finally {
    await browser.close();
  }
}
pages.close();
rmSync(folder, { recursive: true });
