/** Contact sheets: many pictures side by side, for a person's eye. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';

/** Width of a picture on its sheet, px, by the surface that the sheet is named after. */
const widths: Record<string, number> = {
  badge: 740,
  card: 363,
  panel: 250,
  popup: 300,
  report: 370,
  welcome: 500,
  options: 500,
  about: 500,
};
const SHEET = 1540;

const page = (title: string, body: string) =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><title>${title}</title><style>
body{margin:16px;font:14px system-ui,sans-serif;background:#8a8f98;color:#000}h1{font-size:18px}
main{display:flex;flex-wrap:wrap;gap:14px;align-items:flex-start}figure{margin:0}img{display:block;width:100%}figcaption{font-weight:600;padding:2px 0}
</style><h1>${title}</h1><main>${body}</main></html>`;

/**
 * Writes a page for each sheet, a picture of it, and an index of all.
 * @param pictures names of PNG files without their ending, by sheet; they stand in `folder`
 * @param view an open page of any browser, which draws the sheets
 */
export async function writeSheets(
  folder: string,
  pictures: ReadonlyMap<string, readonly string[]>,
  view: Page,
): Promise<void> {
  const index: string[] = [];
  for (const [sheet, names] of pictures) {
    const width = widths[sheet.split('-')[0] ?? ''] ?? 370;
    const figures = names.map(
      (name) =>
        `<figure style="width:${width}px"><a href="${name}.png"><img src="${name}.png" alt=""></a><figcaption>${name}</figcaption></figure>`,
    );
    const file = join(folder, `sheet-${sheet}.html`);
    writeFileSync(file, page(sheet, figures.join('')));
    await view.setViewport({ width: SHEET, height: 400 });
    await view.goto(`file://${file}`, { waitUntil: 'load' });
    await view.screenshot({ path: join(folder, `sheet-${sheet}.png`), fullPage: true });
    index.push(
      `<figure style="width:480px"><a href="sheet-${sheet}.html"><img loading="lazy" src="sheet-${sheet}.png" alt=""></a><figcaption>${sheet}</figcaption></figure>`,
    );
  }
  writeFileSync(join(folder, 'index.html'), page('Plumb: pictures of every surface and state', index.join('')));
}
