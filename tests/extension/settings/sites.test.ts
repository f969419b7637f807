import { describe, expect, it, vi } from 'vitest';

vi.mock('wxt/browser', () => ({ browser: {} }));

import { platformPages } from '../../../extension/.generated/platforms/patterns';
import { installedSites, optionalSites, siteAt } from '../../../extension/platforms/pages';
import { placeAt } from '../../../extension/platforms/registry';
import { registrationsFor } from '../../../extension/settings/granted';

describe('sites', () => {
  it('are named once, and each pattern is a whole host over https', () => {
    const all = [...installedSites, ...optionalSites];
    expect(new Set(all.map(({ platform }) => platform)).size).toBe(all.length);
    for (const { matches } of all)
      for (const match of matches) expect(match).toMatch(/^https:\/\/(?:\*\.)?[a-z.-]+\/\*$/);
  });

  it('that come with the install have a reader for their example', () => {
    for (const { platform, example } of installedSites) expect(placeAt(example)?.platform.site.platform).toBe(platform);
    expect(platformPages).toEqual(installedSites.flatMap(({ matches }) => matches));
  });

  it.each([...installedSites, ...optionalSites].map((site) => [site.platform, site] as const))(
    'finds %s by its example',
    (_, site) => expect(siteAt(site.example)).toBe(site),
  );

  it('takes no other host for a site', () => {
    for (const address of [
      'https://instagram.com.example/name',
      'https://evil-x.com/name',
      'https://x.com.evil.example/',
      'http://x.com/name',
      'https://notsubstack.com/',
      'https://example.com/?https://x.com/',
      'about:blank',
      '',
    ])
      expect(siteAt(address)).toBeNull();
    expect(siteAt('https://somebody.substack.com/p/x')?.platform).toBe('substack');
  });
});

describe('scripts on optional sites', () => {
  it('are none without a permission', () => {
    expect(registrationsFor([])).toEqual([]);
  });

  it('are the observer in the page’s world and the reader in ours, at document start', () => {
    const [observer, site, ...more] = registrationsFor(['https://bsky.app/*']);
    expect(more).toEqual([]);
    expect(observer).toMatchObject({ world: 'MAIN', runAt: 'document_start', matches: ['https://bsky.app/*'] });
    expect(site).toMatchObject({
      js: ['content-scripts/site.js'],
      world: 'ISOLATED',
      runAt: 'document_start',
      matches: ['https://bsky.app/*'],
    });
  });
});
