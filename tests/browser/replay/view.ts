/** Looks at the replayed tab from outside: what the extension keeps of it, where its badge stands, pictures. */
import type { PageState, ReplayBrowser } from './browser.ts';
import { canonical } from './har.ts';
import { steady, until } from './waiting.ts';

/**
 * Reads the extension's storage from its own page, which no web page can reach.
 * @param cut snapshots and reports, often of 100 kB each, come as empty texts: for who only asks whether they are there
 */
export async function pageStates(browser: ReplayBrowser, cut = false): Promise<Record<string, PageState>> {
  const value = cut ? "key === 'snapshot' || key === 'report' ? value && '' : value" : 'value';
  const text = await browser.control?.evaluate(`(globalThis.browser ?? chrome).storage.session.get().then((all) =>
    JSON.stringify(
      Object.fromEntries(Object.entries(all).filter(([key]) => key.startsWith('page:'))),
      (key, value) => ${value},
    ))`);
  return JSON.parse(String(text ?? '{}'));
}

/** The state of the replayed tab: the one with its address, the newest where there are several. */
export function stateOf(states: Record<string, PageState>, address: string): PageState | undefined {
  return Object.values(states)
    .filter((state) => canonical(state.address) === canonical(address))
    .sort((a, b) => b.seq - a.seq)[0];
}

export interface Box {
  left: number;
  top: number;
  width: number;
  height: number;
}

/** Where the overlay's badge stands in the window, px; null where none is to be seen. */
export function badgeOf(browser: ReplayBrowser): Promise<Box | null> {
  return browser.inOverlay(`(root) => {
    const button = [...root.querySelectorAll('button')].find((each) => each.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && each.getBoundingClientRect().width > 0);
    if (!button) return null;
    const { left, top, width, height } = button.getBoundingClientRect();
    return { left, top, width, height };
  }`);
}

/** Presses the badge, as a person would. @returns false where there is none */
export async function pressBadge(browser: ReplayBrowser): Promise<boolean> {
  const badge = await badgeOf(browser);
  if (!badge) return false;
  await browser.page.mouse.click(badge.left + badge.width / 2, badge.top + badge.height / 2);
  return true;
}

/** Presses the badge and waits until the card stands open and still. @returns false where there is no badge */
export async function openCard(browser: ReplayBrowser): Promise<boolean> {
  if (!(await pressBadge(browser))) return false;
  await until('the card is open', () =>
    browser.inOverlay<boolean>(`(root) => root.querySelector('.card').matches(':popover-open') &&
      root.getAnimations().every(({ effect, playState }) => playState === 'finished' || effect.getComputedTiming().iterations === Infinity)`),
  );
  return true;
}

/** Scrolls the badge into the window: a rendered page without its styles may have its header anywhere. @param height of the window, px */
export async function bringBadgeToSight(browser: ReplayBrowser, height: number): Promise<void> {
  await browser.page.bringToFront();
  const badge = await badgeOf(browser);
  if (!badge || (badge.top >= 0 && badge.top + badge.height <= height)) return;
  await browser.page.evaluate(`scrollBy(0, ${Math.round(badge.top - height / 3)})`);
  // It scrolls along with the page, and may then be given another spot.
  await steady('the badge', () => badgeOf(browser), 500);
}

/** A PNG of the window with the badge in sight. @param height of the window, px */
export async function takePicture(browser: ReplayBrowser, height: number, card: boolean): Promise<Uint8Array> {
  await bringBadgeToSight(browser, height);
  if (card) await openCard(browser);
  return browser.page.screenshot({ type: 'png' });
}
