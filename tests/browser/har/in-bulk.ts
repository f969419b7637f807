/** What `plumb-read` makes of a HAR: the program as it is handed out, in a process of its own. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Snapshot } from '../../../extension/.generated/snapshot.ts';
import type { Har } from '../replay/har.ts';

export const PLUMB_READ = resolve(import.meta.dirname, '../../../build/plumb-read/plumb-read.mjs');

/** The snapshots of a HAR, in order. */
export function readInBulk(har: Har): Snapshot[] {
  const folder = mkdtempSync(join(tmpdir(), 'plumb-read-'));
  try {
    const file = join(folder, 'page.har');
    writeFileSync(file, JSON.stringify(har));
    const said = execFileSync(process.execPath, [PLUMB_READ, '--quiet', file], {
      encoding: 'utf8',
      maxBuffer: 1 << 28,
    });
    return said
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as Snapshot);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
