/** Pages that a file can be made of: hand-written ones and, where they lie beside the project, real ones. */
import { readdirSync, readFileSync } from 'node:fs';
import { placeAt } from '../../../extension/platforms/registry';
import type { Expectation } from '../pages/expectation';

const pages = new URL('../../pages/', import.meta.url);

/** Pages of one account whose every answer was asked for there. */
export function pagesIn(folder: string): [string, Expectation][] {
  return readdirSync(new URL(folder, pages))
    .filter((file) => file.endsWith('.json') && !file.endsWith('.expect.json'))
    .map((file): [string, Expectation] => [
      `${folder}${file}`,
      JSON.parse(readFileSync(new URL(`${folder}${file}`, pages), 'utf8')),
    ])
    .filter(([, { address, loaded, responses = [] }]) => {
      const path = new URL(address).pathname;
      const here = responses.every(({ page }) => page === undefined || new URL(page).pathname === path);
      return placeAt(address) !== null && loaded === undefined && here;
    });
}

/** Folders of the hand-written ones. */
export const wholeFolders = readdirSync(pages, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && entry.name !== 'expectations')
  .map(({ name }) => `${name}/`);
