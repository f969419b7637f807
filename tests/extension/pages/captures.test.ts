/** Real captures against expectations that were typed by hand from them (tests/pages/expectations). */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { CAPTURES, capturesAreThere } from './capture';
import { verify } from './expectation';

const folder = new URL('../../pages/expectations/', import.meta.url);
const names = readdirSync(folder)
  .filter((name) => name.endsWith('.json'))
  .sort();

/** Captures that no expectation reads, and why. */
const NOT_PAGES: Readonly<Record<string, string>> = {
  'README.md': 'where they come from',
};

describe('captures', () => {
  if (!capturesAreThere)
    process.stderr.write('CAPTURES MISSING: ../shared/captures is not there, so no real page was read in this run.\n');
  test.skipIf(!capturesAreThere).each(names)('%s', (name) =>
    verify(JSON.parse(readFileSync(new URL(name, folder), 'utf8'))),
  );
  test.skipIf(!capturesAreThere)('each is read, or it is said why not', () => {
    const all = readdirSync(CAPTURES, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => `${entry.parentPath}/${entry.name}`.slice(CAPTURES.pathname.length).replace(/^\//, ''));
    const typed = names.map((name) => readFileSync(new URL(name, folder), 'utf8')).join('\n');
    expect(all.length).toBeGreaterThan(1);
    expect(all.filter((file) => !typed.includes(`"${file}"`) && NOT_PAGES[file] === undefined)).toEqual([]);
  });
});
