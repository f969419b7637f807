/**
 * `./dev shots`: pictures of every surface and state, drawn from what the core answers today, contact sheets of them, and the kept
 * references. Writes out/shots/<browser>/.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { allShots, LANGUAGES, languagesSheetOf, nameOf, references, sheetOf, wholeProduct } from './shots/matrix.ts';
import { writeSheets } from './shots/sheets.ts';
import { openStudio } from './shots/studio.ts';
import { storePictures } from './store-pictures.ts';
import type { BrowserName } from './surfaces/stage.ts';
import { keepReferences } from './visual/references.ts';

const HELP = `Usage: ./dev shots [options]

  --browser NAME   chromium or firefox; default: both
  --only TEXT      only the pictures whose name holds TEXT, such as card-, -dark-rtl, unusual
  --locale CODES   the whole product of surface, state and scheme in these languages, such as de or en,de,ar;
                   default: English and Arabic whole, some pictures of the others
  --accept         renews the kept references (tests/browser/visual/references) instead, in Chromium; look at them
  --store          the pictures for the stores instead, 1280 × 800, in out/store
  --help           this text

Pictures, contact sheets (sheet-*.png) and an index are left in out/shots/NAME.
`;

const { values } = parseArgs({
  options: {
    browser: { type: 'string' },
    only: { type: 'string', default: '' },
    locale: { type: 'string' },
    accept: { type: 'boolean', default: false },
    store: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false, short: 'h' },
  },
});
/** The languages asked for. @throws where Plumb does not speak one of them */
const locales = values.locale?.split(',');
for (const code of locales ?? [])
  if (!LANGUAGES.includes(code)) throw new Error(`--locale ${code}: there are ${LANGUAGES.join(', ')}`);
const say = (line: string) => process.stdout.write(`${line}\n`);

/** Firefox takes its scheme when it starts. */
async function takeAll(name: BrowserName): Promise<void> {
  const out = fileURLToPath(new URL(`../../out/shots/${name}`, import.meta.url));
  mkdirSync(out, { recursive: true });
  const wanted = (locales ? wholeProduct(locales) : allShots())
    .filter((shot) => nameOf(shot).includes(values.only))
    .filter(({ scheme }) => name === 'chromium' || scheme !== 'forced')
    // A change of language is a change of the settings: as few as can be.
    .sort((a, b) => a.language.localeCompare(b.language));
  const runs =
    name === 'chromium' ? [wanted] : ['light', 'dark'].map((one) => wanted.filter(({ scheme }) => scheme === one));
  const sheets = new Map<string, string[]>();
  for (const shots of runs) {
    const [first] = shots;
    if (!first) continue;
    const studio = await openStudio(name, first.scheme === 'dark' ? 'dark' : 'light');
    try {
      for (const shot of shots) {
        writeFileSync(join(out, `${nameOf(shot)}.png`), await studio.take(shot));
        const sheet = locales ? sheetOf(shot) : languagesSheetOf(shot);
        sheets.set(sheet, [...(sheets.get(sheet) ?? []), nameOf(shot)]);
        say(`${name} ${nameOf(shot)}`);
      }
      if (shots === runs.at(-1)) await writeSheets(out, sheets, await studio.stage.browser.newPage());
    } finally {
      await studio.close();
    }
  }
  say(`${[...sheets.values()].flat().length} pictures, ${sheets.size} sheets: ${join(out, 'index.html')}`);
}

async function accept(): Promise<void> {
  const studio = await openStudio('chromium');
  try {
    const { files, bytes } = await keepReferences(references(), (shot) => studio.take(shot));
    say(`${files} references, ${bytes} bytes`);
  } finally {
    await studio.close();
  }
}

if (values.help) say(HELP);
else if (values.store) await storePictures(say);
else if (values.accept) await accept();
else for (const name of values.browser ? [values.browser] : ['chromium', 'firefox']) await takeAll(name as BrowserName);
