/** What the stores are told holds for the package: a text in each language, a reason for each permission, a name of each site. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { optionalSites } from '../../../extension/platforms/pages';

const extension = join(import.meta.dirname, '../../../extension');
const read = (path: string) => readFileSync(join(extension, path), 'utf8');
const languages = readdirSync(join(extension, 'public/_locales'));
/** Chrome takes no longer short description; Firefox twice as much. */
const LONGEST_SHORT = 132;

describe('what the stores are told', () => {
  it('stands in every language of the extension, and in no other', () => {
    expect(readdirSync(join(extension, 'store/texts')).sort()).toEqual(languages.map((one) => `${one}.txt`).sort());
  });

  it.each(languages)('names every site and stays short enough: %s', (language) => {
    const { extension_description: short } = JSON.parse(read(`public/_locales/${language}/messages.json`));
    expect(short.message.length).toBeLessThanOrEqual(LONGEST_SHORT);
    const text = read(`store/texts/${language}.txt`);
    const names = optionalSites.map(({ platform }) => platform);
    for (const name of ['Instagram', 'TikTok', 'YouTube', 'X', 'Mastodon', ...names])
      expect(text.toLowerCase()).toContain(name.toLowerCase());
  });

  it('gives a reason for each permission that the manifest asks for, and for no other', () => {
    const asked = [...read('wxt.config.ts').matchAll(/permissions: \[(.*)\],$/gm)][0]?.[1] ?? '';
    const permissions = [...asked.matchAll(/'(\w+)'/g)].map(([, name]) => name).filter((name) => name !== 'firefox');
    expect(permissions.length).toBeGreaterThanOrEqual(5);
    const table = read('store/README.md').split('## What is collected')[0] ?? '';
    const explained = [...table.matchAll(/^\| `(\w+)`/gm)].map(([, name]) => name);
    expect(explained.sort()).toEqual(permissions.sort());
  });
});
