/** Follows the active tab of the window that our page stands in, and says each new state of it. */
import { browser } from 'wxt/browser';
import { tabSession } from '../dossier/tab-session';
import { asHere, type ToPage, type Unseen } from '../messages/messages';
import { installedSites, optionalSites } from '../platforms/pages';
import type { PlatformName } from '../reading/reading';
import { allowedHosts, unlistedHost } from '../settings/granted';
import { ask } from './ask';
import { type TabState, tabState, visitState } from './tab-state';

const session = tabSession(browser.storage.session);

export interface FollowedTab {
  id: number | undefined;
  state: TabState;
  /** The page does not let the person see what we draw on it: the answer is to be had here alone. */
  unseen?: Unseen;
  /** The page's host where it is on no list, and whether the person has allowed it. */
  host?: { name: string; allowed: boolean };
}

/** Platforms whose pages the browser lets us read. */
async function allowedPlatforms(): Promise<PlatformName[]> {
  const { origins = [] } = await browser.permissions.getAll();
  const sites = [...installedSites, ...optionalSites];
  // The person can take the installed ones away, too, in the browser's own settings.
  return sites
    .filter(({ asked }) => asked.every((pattern) => origins.includes(pattern)))
    .map(({ platform }) => platform);
}

async function hostOf(url: string | undefined): Promise<Pick<FollowedTab, 'host'>> {
  const name = unlistedHost(url);
  return name === null ? {} : { host: { name, allowed: (await allowedHosts()).includes(name) } };
}

async function lookAt(tab: { id?: number; url?: string }): Promise<FollowedTab> {
  const { id, url } = tab;
  if (id === undefined) return { id, state: { kind: 'nothing' } };
  const [here, visit, allowed, readable] = await Promise.all([
    browser.tabs.sendMessage(id, { kind: 'where' } satisfies ToPage, { frameId: 0 }).then(asHere, () => null),
    session.load(id),
    allowedPlatforms(),
    readablePlatforms(),
  ]);
  const state = tabState({ here, visit, url, allowed, readable });
  return { id, state, unseen: here?.unseen, ...(await hostOf(url)) };
}

let optionalReadable: Promise<PlatformName[]> | undefined;
export async function readablePlatforms(): Promise<PlatformName[]> {
  optionalReadable ??= ask({ kind: 'readable' }).then(
    (list) => list ?? [],
    () => [],
  );
  return [...installedSites.map(({ platform }) => platform), ...(await optionalReadable)];
}

/**
 * @param pinned follow what is kept of this tab instead, whatever is active
 * @param changed called with the first state and with each that differs from the one before
 * @returns a function that stops it
 */
export function followTab(pinned: number | undefined, changed: (tab: FollowedTab) => void): () => void {
  const stop = new AbortController();
  let turn = 0;
  let said = '';

  const look = async () => {
    const mine = ++turn;
    const next = await (pinned === undefined ? active() : keptOf(pinned));
    const text = JSON.stringify(next);
    if (mine !== turn || stop.signal.aborted || text === said) return;
    said = text;
    changed(next);
  };
  const active = async (): Promise<FollowedTab> => {
    const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
    return lookAt(tab ?? {});
  };
  const keptOf = async (id: number): Promise<FollowedTab> => {
    const [visit, tab] = await Promise.all([session.load(id), browser.tabs.get(id).catch(() => undefined)]);
    const state: TabState = visit ? visitState(visit) : { kind: 'nothing' };
    return { id, state, unseen: visit?.unseen, ...(await hostOf(tab?.url)) };
  };

  const soon = () => void look();
  const heard: { addListener(f: () => void): void; removeListener(f: () => void): void }[] = [
    browser.tabs.onActivated,
    browser.tabs.onUpdated,
    browser.storage.session.onChanged,
    browser.storage.local.onChanged,
    browser.permissions.onAdded,
    browser.permissions.onRemoved,
  ];
  for (const event of heard) event.addListener(soon);
  soon();
  return () => {
    stop.abort();
    for (const event of heard) event.removeListener(soon);
  };
}
