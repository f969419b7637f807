/** What the shipped core takes of memory while it answers on and on: nothing that it doesn't use again. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import createCore from '@core/plumb.mjs';
import { expect, it } from 'vitest';
import { shippedModule } from '../../core/endless';
import { figure, full } from '../../threats/figure';
import { ROOT } from '../../threats/rows';

const SCORES = full(10_000, 500);
/** After so many an instance has seen every golden snapshot once. */
const FIRST = 100;
const PAGE = 65_536;

it('T15: scores on and on take no more memory than the first hundred', async () => {
  const snapshots = readFileSync(join(ROOT, 'tests/golden/snapshots.jsonl'), 'utf8').trimEnd().split('\n');
  expect(snapshots.length).toBeLessThanOrEqual(FIRST);
  const core = await createCore({
    wasmBinary: shippedModule().slice().buffer as ArrayBuffer,
    locateFile: (path) => path,
  });
  const pages = () => core.HEAPU8.byteLength / PAGE;
  let first = 0;
  for (let at = 0; at < SCORES; at += 1) {
    expect(core.score(snapshots[at % snapshots.length] as string, true).length).toBeGreaterThan(50);
    if (at + 1 === FIRST) first = pages();
  }
  expect(first).toBeGreaterThan(1);
  expect(pages()).toBe(first);
  figure(
    'T15',
    `pages of memory that ${SCORES} scores take beyond the ${first} of the first ${FIRST}`,
    pages() - first,
    0,
  );
});
