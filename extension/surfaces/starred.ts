/**
 * The star's ways in, all in the background: the button on a page's card, our own pages, the key, and the menu of a page or
 * of a link. What comes from a page's process says on or off, and is about the account that its tab shows; nothing else.
 */
import { type Browser, browser } from 'wxt/browser';
import type { VisitState } from '../dossier/visit';
import type { FromPage, Star, ToPage } from '../messages/messages';
import type { FromOwnPage } from '../messages/own-messages';
import { installedSites, optionalSites, siteAt } from '../platforms/pages';
import type { Place } from '../reading/place';
import type { CreatorName } from '../vetting/shortlist';
import { sinceText } from '../vetting/since';
import type { Starring, StarState } from '../vetting/starring';
import type { MessageKey, Words } from '../views/words';

export interface StarDoors {
  look(tab: number): Promise<VisitState | undefined>;
  words(): Promise<Words>;
  tell(tab: number, message: ToPage): Promise<unknown>;
  placeAt(address: string): { place: Place } | null;
}

const MENUS = { page: 'star-page', link: 'star-link' } as const;
/** How long the toolbar button tells of it, ms. */
const TOLD = 4000;

export function createStars(starring: Starring, doors: StarDoors) {
  const inTurn = createTurns();
  /** What the star says of itself; after a press, what that has come to. */
  const starOf = (look: () => Promise<StarState | undefined>, pressed = false): Promise<Star | null> =>
    inTurn(async (turn) => {
      const state = await look();
      if (!state) return null;
      const words = await doors.words();
      const { on, since } = state;
      if (pressed) return { on, turn, note: words.text(on ? 'star_added' : 'star_removed') };
      return { on, turn, ...(since && { note: sinceText(since, words) }) };
    });
  const isOf = (visit: VisitState | undefined, handle: string): visit is VisitState =>
    visit?.report != null && (JSON.parse(visit.report) as { handle?: unknown }).handle === handle;
  /** Puts on or takes off what a tab shows, and tells it there. */
  const toggle = async (tab: number) => {
    const visit = await doors.look(tab);
    const turned = async (of: VisitState) => {
      const before = await starring.look(of);
      return before && starring.set(of, !before.on);
    };
    const star = visit && (await starOf(() => turned(visit), true).catch(() => null));
    await tellToolbar(tab, star?.on, handleOf(visit), await doors.words());
    if (visit && star) await doors.tell(tab, { kind: 'star', epoch: visit.epoch, star });
  };
  const addLink = async (tab: number, address: string) => {
    const name = nameOf(address, doors.placeAt(address)?.place);
    const isAdded =
      name &&
      (await starring.setNamed(name, true).then(
        () => true,
        () => undefined,
      ));
    await tellToolbar(tab, isAdded, name?.handle ?? '', await doors.words());
  };
  return {
    /** The button on the page. Only the address that the tab shows now is meant. */
    async pressed(tab: number, { epoch, on }: FromPage & { kind: 'star' }): Promise<Star | null> {
      const visit = await doors.look(tab);
      return visit?.epoch === epoch ? starOf(() => starring.set(visit, on), true) : null;
    },

    async ofOwnPage({ tab, handle, on }: FromOwnPage & { kind: 'star' }): Promise<Star | null> {
      const visit = await doors.look(tab);
      if (!isOf(visit, handle)) return null;
      return on === undefined ? starOf(() => starring.look(visit)) : starOf(() => starring.set(visit, on), true);
    },

    /** Tells the page of a tab how its star stands. */
    async tellPage(tab: number): Promise<void> {
      const visit = await doors.look(tab);
      if (visit?.report == null) return;
      // Where the disk does not answer, nothing is known anew.
      const star = await starOf(() => starring.look(visit)).catch(() => undefined);
      if (star === undefined) return;
      await doors.tell(tab, { kind: 'star', epoch: visit.epoch, star });
    },

    toggle,

    /** The entries of the pages' and links' menus, in the person's language. */
    async offer(): Promise<void> {
      // Firefox for Android has no menus.
      if (!browser.contextMenus) return;
      const title = (await doors.words()).text('star_menu');
      const patterns = [...installedSites, ...optionalSites].flatMap(({ matches }) => matches);
      await browser.contextMenus.removeAll();
      browser.contextMenus.create({ id: MENUS.page, title, contexts: ['page'], documentUrlPatterns: patterns });
      browser.contextMenus.create({ id: MENUS.link, title, contexts: ['link'], targetUrlPatterns: patterns });
    },

    chosen({ menuItemId, linkUrl }: Browser.contextMenus.OnClickData, tab: Browser.tabs.Tab | undefined): void {
      if (tab?.id === undefined) return;
      if (menuItemId === MENUS.page) void toggle(tab.id);
      if (menuItemId === MENUS.link && linkUrl) void addLink(tab.id, linkUrl);
    },
  };
}

/** Runs one look at the list after the other, each with a number that is higher than any before, of an earlier background too. */
function createTurns() {
  let last = 0;
  let before: Promise<unknown> = Promise.resolve();
  return <T>(step: (turn: number) => Promise<T>): Promise<T> => {
    const mine = before.then(() => {
      last = Math.max(last + 1, Date.now());
      return step(last);
    });
    before = mine.catch(() => {});
    return mine;
  };
}

/** The account that an address of a profile names; only where the address is of the site that names it. */
function nameOf(address: string, place: Place | undefined): CreatorName | undefined {
  if (place?.kind !== 'profile' || siteAt(address)?.platform !== place.platform) return undefined;
  const handle = place.handle ?? place.id;
  if (handle === undefined) return undefined;
  const url = address.replace(/[?#].*$/s, '');
  return { platform: place.platform, host: '', handle, url, ...(place.id === undefined ? {} : { id: place.id }) };
}

function handleOf(visit: VisitState | undefined): string {
  const { handle } = visit?.report == null ? { handle: '' } : (JSON.parse(visit.report) as { handle?: string });
  return handle ?? '';
}

/** Says for a while what has come of it; then the button says again what it said. @param on undefined: nothing has */
async function tellToolbar(tab: number, on: boolean | undefined, handle: string, words: Words): Promise<void> {
  const key: MessageKey = on === undefined ? 'star_told_not' : on ? 'star_told' : 'star_told_off';
  const { action } = browser;
  const [text, title] = await Promise.all([action.getBadgeText({ tabId: tab }), action.getTitle({ tabId: tab })]);
  const mark = on === undefined ? '–' : on ? '★' : '☆';
  await action.setBadgeText({ tabId: tab, text: mark });
  await action.setTitle({ tabId: tab, title: words.text(key, { handle: `@${handle}` }) });
  setTimeout(async () => {
    // What has been said since stands.
    if ((await action.getBadgeText({ tabId: tab }).catch(() => '')) !== mark) return;
    await Promise.all([action.setBadgeText({ tabId: tab, text }), action.setTitle({ tabId: tab, title })]).catch(
      () => {},
    );
  }, TOLD);
}
