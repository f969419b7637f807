/**
 * `./dev shots --store`: the pictures that the stores show, of invented accounts, in Chromium: the card on three platforms, and
 * the list. Writes out/store.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { sampleHar, samples } from './har/samples.ts';
import { visitsOf } from './replay/har.ts';
import { ReplaySession } from './replay/session.ts';
import { takePicture } from './replay/view.ts';
import { builtExtension } from './replay.ts';
import { putLists, winterRoast } from './surfaces/lists.ts';
import { openStage } from './surfaces/stage.ts';

/** What both stores ask for, px. */
const SIZE = { width: 1280, height: 800 };
/** Samples whose card is shown, and in which scheme. */
const CARDS = [
  ['sample-instagram', false],
  ['sample-youtube', true],
  ['sample-tiktok', false],
] as const;

async function cardOf(name: string, dark: boolean): Promise<Uint8Array> {
  const sample = samples.find((one) => one.name === name);
  if (!sample) throw new Error(`There is no ${name}.`);
  const session = await ReplaySession.open({
    browser: 'chromium',
    extension: builtExtension('chromium'),
    ...SIZE,
    dark,
  });
  try {
    await session.replay(visitsOf(sampleHar(sample), name), 'badge');
    return await takePicture(session.browser, SIZE.height, true);
  } finally {
    await session.close();
  }
}

async function theList(): Promise<Uint8Array> {
  const stage = await openStage('chromium');
  try {
    const page = await stage.open('list.html', 'light', SIZE);
    await putLists(page, winterRoast(Date.now()));
    await page.waitForSelector('.list tbody tr');
    return await page.screenshot();
  } finally {
    await stage.close();
  }
}

/** @param say takes a line of progress */
export async function storePictures(say: (line: string) => void): Promise<void> {
  const out = fileURLToPath(new URL('../../out/store', import.meta.url));
  mkdirSync(out, { recursive: true });
  const keep = (name: string, picture: Uint8Array) => {
    const file = join(out, `${name}.png`);
    writeFileSync(file, picture);
    say(file);
  };
  for (const [name, dark] of CARDS) keep(`card-${name.replace('sample-', '')}`, await cardOf(name, dark));
  keep('list', await theList());
}
