import { describe, expect, it, vi } from 'vitest';

const granted = vi.hoisted(() => ({ origins: [] as string[] }));
vi.mock('wxt/browser', () => ({ browser: { permissions: { getAll: async () => granted } } }));

import { platformPages } from '../../../extension/.generated/platforms/patterns';
import { installedSites, optionalSites, siteAt } from '../../../extension/platforms/pages';
import { placeAt } from '../../../extension/platforms/registry';
import { allowedHosts, registrationsFor, unlistedHost } from '../../../extension/settings/granted';

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

describe('hosts of no list', () => {
  it('are asked for alone: https, a whole name, and no part of a listed site', () => {
    expect(unlistedHost('https://social.example/@ida?x=1')).toBe('social.example');
    for (const address of [
      'http://social.example/@ida',
      'https://social.example:8443/@ida',
      'https://ida@social.example/',
      'https://*.example/',
      'https://localhost/',
      'https://bsky.app/profile/ida',
      'https://www.instagram.com/ida/',
      'about:blank',
      undefined,
    ])
      expect(unlistedHost(address), address).toBeNull();
  });

  it('are told from what else is allowed', async () => {
    granted.origins = [
      'https://www.instagram.com/*',
      'https://social.example/*',
      'https://bsky.app/*',
      'https://*.substack.com/*',
      'https://*/*',
      '<all_urls>',
      'https://ahead.example/*',
    ];
    expect(await allowedHosts()).toEqual(['ahead.example', 'social.example']);
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
