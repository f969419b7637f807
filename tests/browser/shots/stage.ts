/** The stage of the overlay's pictures and browser tests: the bundled content script, the host page, the browsers. */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser } from 'puppeteer-core';
import { build } from 'vite';
import { launch as start } from '../replay/launching.ts';
import { hostPage, pageStyle, policy } from './page.ts';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Bundles a script of this folder into a temporary one, as content.js. */
export async function bundle(script: string, minify: boolean): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'plumb-stage-'));
  await build({
    root: here('../../../extension'),
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
    build: {
      outDir: folder,
      minify,
      rollupOptions: { input: here(script), output: { format: 'iife', entryFileNames: 'content.js' } },
    },
  });
  return folder;
}

/** The stage's content script as an extension folder of its own. */
export async function buildExtension(minify = false): Promise<string> {
  const folder = await bundle('content.ts', minify);
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

/** Serves /<scheme>/<direction> under the strict policy. */
export async function servePages(): Promise<{ address: string; close(): void }> {
  const server = createServer((request, response) => {
    const [, scheme, direction] = new URL(request.url ?? '/', 'http://host').pathname.split('/');
    if (direction === 'page.css')
      response.setHeader('content-type', 'text/css').end(pageStyle(scheme === 'dark' ? 'dark' : 'light'));
    else
      response
        .setHeader('content-security-policy', policy)
        .setHeader('cache-control', 'no-store')
        .setHeader('content-type', 'text/html; charset=utf-8')
        .end(hostPage(direction === 'rtl' ? 'rtl' : 'ltr'));
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return { address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close: () => server.close() };
}

export function launch(name: string): Promise<Browser> {
  if (name === 'firefox') return start({ browser: 'firefox', executablePath: '/usr/bin/firefox-esr', headless: true });
  const args = [
    '--no-sandbox',
    '--disable-gpu',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-sync',
    '--hide-scrollbars',
    '--lang=en',
  ];
  return start({
    executablePath: '/usr/bin/chromium',
    headless: true,
    enableExtensions: true,
    pipe: true,
    args,
  });
}
