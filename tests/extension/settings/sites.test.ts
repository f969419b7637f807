import { describe, expect, it, vi } from 'vitest';

const granted = vi.hoisted(() => ({ origins: [] as string[] }));
const scripting = vi.hoisted(() => ({
  present: [] as { id: string; js: string[]; matches: string[] }[],
  changes: 0,
  getRegisteredContentScripts: async () => scripting.present,
  unregisterContentScripts: async () => {
    scripting.present = [];
  },
  registerContentScripts: async (wanted: typeof scripting.present) => {
    scripting.present = wanted;
    scripting.changes += 1;
  },
}));
vi.mock('wxt/browser', () => {
  const event = { addListener: () => {} };
  const permissions = { getAll: async () => granted, onAdded: event, onRemoved: event };
  return { browser: { permissions, scripting } };
});

import { platformPages } from '../../../extension/.generated/platforms/patterns';
import { installedSites, optionalSites, siteAt } from '../../../extension/platforms/pages';
import { placeAt } from '../../../extension/platforms/registry';
import { allowedHosts, keepInStep, registrationsFor, unlistedHost } from '../../../extension/settings/granted';

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
    const [observer, page, ...more] = registrationsFor(['https://bsky.app/*']);
    expect(more).toEqual([]);
    expect(observer).toMatchObject({ world: 'MAIN', runAt: 'document_start', matches: ['https://bsky.app/*'] });
    expect(page).toMatchObject({
      js: ['content-scripts/page.js'],
      world: 'ISOLATED',
      runAt: 'document_start',
      matches: ['https://bsky.app/*'],
    });
  });

  it('are renewed where an earlier version registered others, and left alone where they are right', async () => {
    granted.origins = ['https://bsky.app/*'];
    const wanted = registrationsFor(['https://bsky.app/*']);
    scripting.present = wanted.map(({ id, matches = [] }) => ({
      id,
      js: [`content-scripts/${id === 'page' ? 'site' : id}.js`],
      matches,
    }));
    scripting.changes = 0;
    keepInStep();
    await vi.waitFor(() => expect(scripting.present).toEqual(wanted));
    expect(scripting.changes).toBe(1);
    scripting.present = [...scripting.present].reverse();
    keepInStep();
    await new Promise((done) => setTimeout(done, 20));
    expect(scripting.changes).toBe(1);
  });
});
