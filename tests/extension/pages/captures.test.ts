/**
 * Real captures against expectations that were typed by hand from them (tests/pages/expectations).
 * With PLUMB_SNAPSHOTS=DIR the snapshots are left there, one file each, to be scored: build/native/plumb score DIR/*
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { CAPTURES, capturesAreThere, snapshotOf } from './capture';
import { pageOf, verify } from './expectation';

const folder = new URL('../../pages/expectations/', import.meta.url);
const names = readdirSync(folder)
  .filter((name) => name.endsWith('.json'))
  .sort();
const left = process.env['PLUMB_SNAPSHOTS'];

/** Captures that no expectation reads, and why. */
const NOT_PAGES: Readonly<Record<string, string>> = {
  'README.md': 'where they come from',
};

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
  test.skipIf(!capturesAreThere)('each is read, or it is said why not', () => {
    const all = readdirSync(CAPTURES, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => `${entry.parentPath}/${entry.name}`.slice(CAPTURES.pathname.length).replace(/^\//, ''));
    const typed = names.map((name) => readFileSync(new URL(name, folder), 'utf8')).join('\n');
    expect(all.length).toBeGreaterThan(1);
    expect(all.filter((file) => !typed.includes(`"${file}"`) && NOT_PAGES[file] === undefined)).toEqual([]);
  });
});
