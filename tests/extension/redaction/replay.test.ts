/** What is read of the file is what was read of the page, with pseudonyms for everybody else. */
import { afterAll, describe, expect, test } from 'vitest';
import { type CapturedPage, capturesAreThere } from '../pages/capture';
import { type Expectation, pageOf } from '../pages/expectation';
import { pagesIn, wholeFolders } from './pages';
import { pseudonymised, readOf, replayed, said } from './reported';

/** Names of other people that the readers took from a page; a shorter one stands in many words. */
function othersIn(page: CapturedPage): string[] {
  const { profile, people = [], comments = [] } = readOf(page) ?? {};
  const own = `${JSON.stringify(profile)} ${page.address}`.toLowerCase();
  const names = [
    ...people.flatMap(({ handle, displayName }) => [handle, displayName]),
    ...comments.map(({ author }) => author),
  ];
  return names.filter((name) => name !== undefined && name.length > 4 && !own.includes(name.toLowerCase())) as string[];
}

const seen = { files: 0, names: 0 };

function replays(_: string, wanted: Expectation): void {
  const page = pageOf(wanted);
  const again = replayed(page);
  expect(said(again)).toEqual(pseudonymised(page));
  const file = JSON.stringify(again).toLowerCase();
  const others = new Set(othersIn(page));
  expect([...others].filter((name) => file.includes(JSON.stringify(name).slice(1, -1).toLowerCase()))).toEqual([]);
  seen.files += 1;
  seen.names += others.size;
}

afterAll(() => {
  process.stderr.write(
    `Files that are read as their pages: ${seen.files}; other people's names in them: 0 of ${seen.names}\n`,
  );
});

describe('hand-written pages', () => {
  test.each(wholeFolders.flatMap(pagesIn))('%s', replays);
});

describe('real pages', () => {
  if (!capturesAreThere) process.stderr.write('CAPTURES MISSING: no file was made of a real page in this run.\n');
  test.skipIf(!capturesAreThere).each(pagesIn('expectations/'))('%s', replays);
});
