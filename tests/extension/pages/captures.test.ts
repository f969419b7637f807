/** Real captures against expectations that were typed by hand from them (tests/pages/expectations). */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, test } from 'vitest';
import { capturesAreThere } from './capture';
import { verify } from './expectation';

const folder = new URL('../../pages/expectations/', import.meta.url);
const names = readdirSync(folder)
  .filter((name) => name.endsWith('.json'))
  .sort();

describe('captures', () => {
  if (!capturesAreThere)
    process.stderr.write('CAPTURES MISSING: ../shared/captures is not there, so no real page was read in this run.\n');
  test.skipIf(!capturesAreThere).each(names)('%s', (name) =>
    verify(JSON.parse(readFileSync(new URL(name, folder), 'utf8'))),
  );
});
