/** Optional sites, and hosts that the person has allowed: the scripts run there exactly while the permission lasts. (A site that is switched off is left alone by the scripts themselves.) */
import { type Browser, browser } from 'wxt/browser';
import { optionalSites, siteAt } from '../platforms/pages';
import { permissionsOf } from '../platforms/site';

/** One registration for each script; the browser keeps them over restarts. */
const scripts = [
  { id: 'observer', js: ['content-scripts/observer.js'], world: 'MAIN' },
  { id: 'page', js: ['content-scripts/page.js'], world: 'ISOLATED' },
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

/** What the person is asked for a host of no list: that host alone. */
const patternOf = (host: string) => `https://${host}/*`;

/** The host of a page that is on no list of ours, as it can be asked for; null for every other page. */
export function unlistedHost(url: string | undefined): string | null {
  const host = /^https:\/\/([a-z0-9-]+(?:\.[a-z0-9-]+)+)(?:[/?#]|$)/.exec(url ?? '')?.[1];
  return host === undefined || siteAt(patternOf(host)) ? null : host;
}

/** The hosts of no list that the person has allowed, in the order of their names. */
export async function allowedHosts(): Promise<string[]> {
  const { origins = [] } = await browser.permissions.getAll();
  const hosts = origins.map((pattern) => (pattern.endsWith('/*') ? unlistedHost(pattern.slice(0, -1)) : null));
  return hosts.filter((host) => host !== null).sort();
}

async function grantedMatches(): Promise<string[]> {
  const { origins = [] } = await browser.permissions.getAll();
  const listed = optionalSites
    .flatMap(permissionsOf)
    .filter(({ asked }) => origins.includes(asked))
    .flatMap(({ matches }) => matches);
  return [...listed, ...(await allowedHosts()).map(patternOf)];
}

/** The same scripts, those of an earlier version included, on the same pages. */
function alike(wanted: readonly Registered[], present: readonly Registered[]): boolean {
  const told = (all: readonly Registered[]) =>
    all.map(({ id, js = [], matches = [] }) => [id, ...js, ...[...matches].sort()].join()).sort();
  return told(wanted).join('\n') === told(present).join('\n');
}
type Registered = Pick<Browser.scripting.RegisteredContentScript, 'id' | 'js' | 'matches'>;

async function register(): Promise<void> {
  const wanted = registrationsFor(await grantedMatches());
  const present = await browser.scripting.getRegisteredContentScripts();
  if (alike(wanted, present)) return;
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

const REGISTERED_WITHIN_MS = 3000;
const LOOK_MS = 50;

/** Resolves once the scripts run on the next page of one of these; after a while in any case. */
async function registered(matches: readonly string[]): Promise<void> {
  for (let waited = 0; waited < REGISTERED_WITHIN_MS; waited += LOOK_MS) {
    const present = await browser.scripting.getRegisteredContentScripts().catch(() => []);
    if (
      present.length === scripts.length &&
      present.every((one) => matches.every((match) => one.matches?.includes(match)))
    )
      return;
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
  }
}

/**
 * Asks the browser, which asks the person; to be called in a click.
 * @returns whether the person said yes; the scripts then run on the next page
 */
export async function requestHosts(asked: readonly string[], matches: readonly string[]): Promise<boolean> {
  const granted = await browser.permissions.request({ origins: [...asked] }).catch(() => false);
  if (granted) await registered(matches);
  return granted;
}

/** Asks for one host of no list; to be called in a click. */
export const requestHost = (host: string) => requestHosts([patternOf(host)], [patternOf(host)]);

/** Takes that back: the host's next page is left alone. */
export function dropHost(host: string): Promise<boolean> {
  return browser.permissions.remove({ origins: [patternOf(host)] }).catch(() => false);
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
