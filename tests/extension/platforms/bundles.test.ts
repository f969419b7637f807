/** What the scripts on pages are made of: no reader of answers, and of the platforms only what each script needs. */
import { describe, expect, test } from 'vitest';
import { readers } from '../../../extension/.generated/platforms/readers';
import { partsOf } from '../bundled';

const filesIn = async (entry: string) => [...(await partsOf(entry)).keys()];

const ofTexts = Object.keys(readers).map((platform) => `platforms/${platform}/texts.ts`);

describe('bundles', () => {
  test('a reader of answers is in the background', async () => {
    const files = await filesIn('platforms/registry.ts');
    expect(ofTexts.length).toBeGreaterThan(10);
    expect(files).toEqual(expect.arrayContaining(ofTexts));
  });

  test('the script on pages holds none', async () => {
    const files = await filesIn('entrypoints/page.content.ts');
    expect(files).toEqual(
      expect.arrayContaining([
        'page/page-script.ts',
        'platforms/instagram/document.ts',
        'platforms/bluesky/document.ts',
      ]),
    );
    expect(files.filter((file) => ofTexts.includes(file))).toEqual([]);
  });

  test('the observer holds nothing of a platform: the content script knows which responses are read', async () => {
    const ofPlatforms = (files: string[]) => files.filter((file) => file.startsWith('platforms/'));
    const observer = await filesIn('entrypoints/observer.content.ts');
    expect(observer).toContain('messages/channel.ts');
    expect(ofPlatforms(observer)).toEqual([]);
    const page = await partsOf('entrypoints/page.content.ts');
    expect(ofPlatforms([...page.keys()])).toContain('platforms/responses.ts');
  });

  test('the page with the list knows whose page an address is, and holds nothing that reads one', async () => {
    const files = await filesIn('entrypoints/list/main.tsx');
    expect(files).toEqual(expect.arrayContaining(['platforms/located.ts', 'platforms/instagram/address.ts']));
    expect(files.filter((file) => /^platforms\/\w+\/(?!address|site)/.test(file))).toEqual([]);
  });

  test('the lists of responses hold nothing else of a platform', async () => {
    const parts = [...(await partsOf('platforms/responses.ts'))].filter(([file]) => /^platforms\/\w+\//.test(file));
    expect(parts.length).toBeGreaterThan(10);
    for (const [file, code] of parts) {
      expect(file).toMatch(/\/site\.ts$/);
      expect(code).toContain('paths: [');
      expect(code).not.toMatch(/example:|never:/);
    }
  });
});
