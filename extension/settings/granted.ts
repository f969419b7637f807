/** Optional sites: the scripts run there exactly while the person's permission lasts. (A site that is switched off is left alone by the scripts themselves.) */
import { type Browser, browser } from 'wxt/browser';
import { optionalSites } from '../platforms/pages';

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
  return optionalSites.flatMap(({ matches }) => matches.filter((match) => origins.includes(match)));
}

async function register(): Promise<void> {
  const wanted = registrationsFor(await grantedMatches());
  const present = await browser.scripting.getRegisteredContentScripts();
  const same = (a: readonly string[] = [], b: readonly string[] = []) => [...a].sort().join() === [...b].sort().join();
  if (wanted.length === present.length && same(wanted[0]?.matches, present[0]?.matches)) return;
  if (present.length > 0) await browser.scripting.unregisterContentScripts();
  if (wanted.length > 0) await browser.scripting.registerContentScripts(wanted);
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
