/** The shipped package with looks for a hidden answer that follow each other quickly: what lasts for seconds takes a blink, also at rest. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { planted } from '../harness.ts';
import type { BrowserName } from '../replay/browser.ts';
import { ROOT } from '../replay.ts';

/** Time between two quick looks, ms. */
const QUICK = 100;
/** The time that the package waits between two. */
const PACE = /^export const PACE = (\d+);$/m.exec(
  readFileSync(join(ROOT, 'extension/overlay/hidden-watch.ts'), 'utf8'),
)?.[1];
if (PACE === undefined) throw new Error('hidden-watch.ts has no PACE');

const QUICKLY = `{ const { setTimeout: before } = globalThis; globalThis.setTimeout = (act, ms, ...rest) => before(act, ms === ${PACE} || (ms > ${PACE} && !Number.isInteger(ms)) ? ms * ${QUICK / Number(PACE)} : ms, ...rest); }\n`;

/** @returns the package's folder, below the system's temporary one */
export function withQuickLooks(browser: BrowserName): string {
  return planted(browser, { contentBefore: QUICKLY });
}
