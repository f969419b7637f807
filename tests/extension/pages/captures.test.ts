/**
 * Real captures against expectations that were typed by hand from them (tests/pages/expectations).
 * With PLUMB_SNAPSHOTS=DIR the snapshots are left there, one file each, to be scored: build/native/plumb score DIR/*
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, test } from 'vitest';
import { capturesAreThere, snapshotOf } from './capture';
import { pageOf, verify } from './expectation';

const folder = new URL('../../pages/expectations/', import.meta.url);
const names = readdirSync(folder)
  .filter((name) => name.endsWith('.json'))
  .sort();
const left = process.env['PLUMB_SNAPSHOTS'];

describe('captures', () => {
  if (!capturesAreThere)
    process.stderr.write('CAPTURES MISSING: ../shared/captures is not there, so no real page was read in this run.\n');
  test.skipIf(!capturesAreThere).each(names)('%s', (name) => {
    const wanted = JSON.parse(readFileSync(new URL(name, folder), 'utf8'));
    if (left) {
      const result = snapshotOf(pageOf(wanted));
      mkdirSync(left, { recursive: true });
      writeFileSync(`${left}/${name}`, `${JSON.stringify('snapshot' in result ? result.snapshot : result.refusal)}\n`);
    }
    verify(wanted);
  });
});
