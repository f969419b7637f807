/** `plumb score` over a file of snapshots, with one and two jobs, taking turns. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { snapshotOf } from './snapshots.ts';
import type { Row } from './table.ts';

const PLUMB = resolve(import.meta.dirname, '../../build/native/plumb');

export function batchRows(quick: boolean): Row[] {
  const folder = mkdtempSync(join(tmpdir(), 'plumb-bench-'));
  const file = join(folder, 'snapshots.ndjson');
  const count = quick ? 500 : 3000;
  const rates: Record<1 | 2, number[]> = { 1: [], 2: [] };
  try {
    writeFileSync(file, Array.from({ length: count }, (_, k) => `${snapshotOf(24, 60, 30, k + 1)}\n`).join(''));
    for (let run = 0; run < (quick ? 3 : 7); run += 1) {
      for (const jobs of [1, 2] as const) {
        const begin = performance.now();
        const { status, stderr } = spawnSync(PLUMB, ['score', '--jobs', String(jobs), file], {
          stdio: ['ignore', 'ignore', 'pipe'],
        });
        if (status !== 0) throw new Error(`plumb score ended with ${status}: ${stderr}`);
        rates[jobs].push((count / (performance.now() - begin)) * 1000);
      }
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
  return [
    { name: 'batch: snapshots a second with 1 job', unit: '/s', values: rates[1] },
    { name: 'batch: snapshots a second with 2 jobs', unit: '/s', values: rates[2] },
    {
      name: 'batch: 2 jobs against 1',
      unit: 'x',
      values: rates[2].map((rate, run) => rate / (rates[1][run] ?? Number.NaN)),
    },
  ];
}
