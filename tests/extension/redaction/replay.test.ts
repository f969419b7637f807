/** What is read of the file is what was read of the page, with pseudonyms for everybody else. */
import { describe, expect, test } from 'vitest';
import { capturesAreThere } from '../pages/capture';
import { type Expectation, pageOf } from '../pages/expectation';
import { pagesIn, wholeFolders } from './pages';
import { pseudonymised, replayed, said } from './reported';

function replays(_: string, wanted: Expectation): void {
  const page = pageOf(wanted);
  expect(said(replayed(page))).toEqual(pseudonymised(page));
}

describe('hand-written pages', () => {
  test.each(wholeFolders.flatMap(pagesIn))('%s', replays);
});

describe('real pages', () => {
  if (!capturesAreThere) process.stderr.write('CAPTURES MISSING: no file was made of a real page in this run.\n');
  test.skipIf(!capturesAreThere).each(capturesAreThere ? pagesIn('expectations/') : [])('%s', replays);
});
