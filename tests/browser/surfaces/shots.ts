/**
 * Pictures of our own pages: node tests/browser/surfaces/shots.ts [--browser NAME] [--only TEXT]
 * Writes out/shots/surfaces/<browser>/<scheme>-<view>.png.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { type BrowserName, openStage, type Scheme, views } from './stage.ts';

const { values } = parseArgs({ options: { browser: { type: 'string' }, only: { type: 'string' } } });
const browsers = (values.browser ? [values.browser] : ['chromium', 'firefox']) as BrowserName[];

for (const name of browsers) {
  const out = fileURLToPath(new URL(`../../../out/shots/surfaces/${name}`, import.meta.url));
  mkdirSync(out, { recursive: true });
  for (const scheme of ['light', 'dark'] satisfies Scheme[]) {
    const stage = await openStage(name, scheme);
    try {
      for (const view of views.filter((one) => !values.only || one.name.includes(values.only))) {
        const page = await stage.open(view.path, scheme, view);
        await new Promise((done) => setTimeout(done, 400));
        await page.screenshot({ path: join(out, `${scheme}-${view.name}.png`), fullPage: true });
        await page.close();
        process.stdout.write(`${name} ${scheme} ${view.name}\n`);
      }
    } finally {
      await stage.close();
    }
  }
}
