/** Optional sites: the scripts run there exactly while the person's permission lasts. (A site that is switched off is left alone by the scripts themselves.) */
import { type Browser, browser } from 'wxt/browser';
import { optionalSites, siteAt } from '../platforms/pages';
import { permissionsOf } from '../platforms/site';

/** One registration for each script; the browser keeps them over restarts. */
const scripts = [
  { id: 'observer', js: ['content-scripts/observer.js'], world: 'MAIN' },
  { id: 'site', js: ['content-scripts/site.js'], world: 'ISOLATED' },
] as const;

/** The scripts' registrations for these match patterns; none for none. */
export function registrationsFor(matches: readonly string[]): Browser.scripting.RegisteredContentScript[] {
  if (matches.length === 0) return [];
  return scripts.map(({ id, js, world }) => ({
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
  return optionalSites
    .flatMap(permissionsOf)
    .filter(({ asked }) => origins.includes(asked))
    .flatMap(({ matches }) => matches);
}

async function register(): Promise<void> {
  const wanted = registrationsFor(await grantedMatches());
  const present = await browser.scripting.getRegisteredContentScripts();
  const same = (a: readonly string[] = [], b: readonly string[] = []) => [...a].sort().join() === [...b].sort().join();
  if (wanted.length === present.length && same(wanted[0]?.matches, present[0]?.matches)) return;
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
    for (const { js, world } of scripts)
      await browser.scripting.executeScript({ target: { tabId: tab }, files: [...js] as never, world });
    return true;
  } catch {
    return false;
  }
}

/** Keeps the registrations in step with the permissions; to be called at each start of the background. */
export function keepInStep(): void {
  let last: Promise<void> = Promise.resolve();
  const soon = () => {
    last = last.then(register).catch(() => {});
  };
  browser.permissions.onAdded.addListener(soon);
  browser.permissions.onRemoved.addListener(soon);
  soon();
}
