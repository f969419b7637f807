/**
 * What the browser is told to run where: on optional sites our scripts, exactly while the person's permission lasts; and,
 * where the person has chosen what a skeleton must not be drawn before (a site that is off, a language), a mark that
 * says so. (A site that is switched off is left alone by the scripts themselves.)
 */
import { type Browser, browser } from 'wxt/browser';
import { installedSites, optionalSites, type Site, siteAt } from '../platforms/pages';
import type { Settings } from './settings';
import { settings } from './stored';

/** One registration for each script; the browser keeps them over restarts. */
const scripts = [
  { id: 'observer', js: ['content-scripts/observer.js'], world: 'MAIN' },
  { id: 'site', js: ['content-scripts/site.js'], world: 'ISOLATED' },
] as const;

const askFirst = { id: 'ask-first', js: ['ask-first.js'], world: 'ISOLATED' } as const;

/**
 * @param granted match patterns of the optional sites that the person has allowed
 * @returns a registration for each script; those of the sites first, so that an unchanged list is known as such
 */
export function registrationsFor(
  granted: readonly string[],
  { off, language }: Pick<Settings, 'off' | 'language'>,
): Browser.scripting.RegisteredContentScript[] {
  const open = (site: Site) => site.matches.filter((match) => !optionalSites.includes(site) || granted.includes(match));
  const unlike = [...installedSites, ...optionalSites].filter(({ platform }) => language || off.includes(platform));
  const list = [
    ...scripts.map((script) => ({ ...script, matches: granted })),
    { ...askFirst, matches: unlike.flatMap(open) },
  ];
  return list
    .filter(({ matches }) => matches.length > 0)
    .map(({ id, js, world, matches }) => ({
      id,
      js: [...js],
      world,
      matches: [...matches],
      runAt: 'document_start',
      persistAcrossSessions: true,
    }));
}

async function grantedMatches(): Promise<string[]> {
  const { origins = [] } = await browser.permissions.getAll();
  return optionalSites.flatMap(({ matches }) => matches.filter((match) => origins.includes(match)));
}

const told = (list: readonly Browser.scripting.RegisteredContentScript[]) =>
  JSON.stringify(list.map(({ id, matches = [] }) => [id, ...[...matches].sort()]).sort());

async function register(): Promise<void> {
  const wanted = registrationsFor(await grantedMatches(), await settings.read());
  const present = await browser.scripting.getRegisteredContentScripts();
  if (told(wanted) === told(present)) return;
  if (present.length > 0) await browser.scripting.unregisterContentScripts();
  if (wanted.length > 0) await browser.scripting.registerContentScripts(wanted);
}

/**
 * Runs the scripts once in a tab whose host is on none of our lists (Mastodon, any page with schema.org): to be called
 * from the popup, since the click that opened it is what lets us read the tab (activeTab). The observer comes too late
 * for what the page asked for before; the document, its inline JSON and all later responses are read.
 * @returns false where the tab shows no such page, or the browser refuses
 */
export async function readOnce(tab: number): Promise<boolean> {
  try {
    const { url = '' } = await browser.tabs.get(tab);
    // Listed sites have a permission of their own, which lasts: they are offered instead.
    if (!/^https?:/.test(url) || siteAt(url)) return false;
    for (const { js, world } of [askFirst, ...scripts])
      await browser.scripting.executeScript({ target: { tabId: tab }, files: [...js] as never, world });
    return true;
  } catch {
    return false;
  }
}

/** Keeps the registrations in step with permissions and settings; to be called at each start of the background. */
export function keepInStep(): void {
  let last: Promise<void> = Promise.resolve();
  const soon = () => {
    last = last.then(register).catch(() => {});
  };
  browser.permissions.onAdded.addListener(soon);
  browser.permissions.onRemoved.addListener(soon);
  settings.observe(soon);
  soon();
}
