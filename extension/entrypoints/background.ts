/** Gathers what pages say, asks the core, answers the pages. All state lies in storage: this script may die at any time. */
import coreAddress from '@core/plumb.wasm?url';
import { type Browser, browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { tabSession } from '../dossier/tab-session';
import { Visits } from '../dossier/visits';
import { createEngine, type Engine, type Score } from '../engine/engine';
import { type Answer, type Arrived, asFromPage, type FromPage, type Kept, type ToPage } from '../messages/messages';
import { asFromOwnPage, type FromOwnPage, type OwnAnswers } from '../messages/own-messages';
import { namespaceOf } from '../platforms/namespace';
import { optionalSites, siteAt } from '../platforms/pages';
import { placeAt, platformAt } from '../platforms/registry';
import { readyWords } from '../reading/ready-words';
import { erase, restore } from '../settings/erase';
import { keepInStep } from '../settings/granted';
import { anyMark } from '../settings/marks';
import type { Settings } from '../settings/settings';
import { settings } from '../settings/stored';
import { openPage } from '../surfaces/open-page';
import { openReport } from '../surfaces/open-report';
import { createStars } from '../surfaces/starred';
import { answerState } from '../surfaces/tab-state';
import { visitedAccounts } from '../vetting/database';
import { createHistory } from '../vetting/history';
import { shortlists } from '../vetting/shortlists';
import { createStarring } from '../vetting/starring';
import type { MessageFile } from '../views/message-keys';
import { extensionWords, type Words, wordsFromMessages } from '../views/words';

const session = tabSession(browser.storage.session);
const disk = { earlier: visitedAccounts, lists: shortlists };

// The only request of the whole extension: files of its own package, which are its WebAssembly and its messages.
const ownFile = (path: string) => fetch(browser.runtime.getURL(path as never));

// The clock can be set from our own pages only: a replay has to live in the time of its recording.
async function now(): Promise<string> {
  return (await session.clock()) ?? `${new Date().toISOString().slice(0, 19)}Z`;
}

/**
 * What the person has chosen; read once for each life of the background, then kept in step. One of our own pages that has
 * just changed it may ask before we have heard of the change: it gets what is stored.
 */
function chosen(): Promise<Settings> {
  settingsRead ??= settings.read();
  return settingsRead;
}
let settingsRead: Promise<Settings> | undefined;

/** The same, with a mark: chosen by chance where there is none, when it is installed and after all was deleted. */
async function marked(): Promise<Settings> {
  const choice = await chosen();
  if (choice.mark) return choice;
  // Two pages that arrive at once get one.
  marking ??= settings.change({ mark: anyMark() }).finally(() => {
    marking = undefined;
  });
  settingsRead = marking.catch(() => choice);
  return settingsRead;
}
let marking: Promise<Settings> | undefined;

/** Messages in the chosen language; null where the browser's holds. */
async function messagesOf({ language }: Settings): Promise<MessageFile | null> {
  if (language === null || language === browser.i18n.getMessage('language_tag' as never)) return null;
  if (loaded?.language !== language) {
    const file = await ownFile(`/_locales/${language}/messages.json`).catch(() => null);
    if (!file?.ok) return null;
    loaded = { language, messages: await file.json() };
  }
  return loaded.messages;
}
let loaded: { language: string; messages: MessageFile } | undefined;

async function chosenWords(): Promise<Words> {
  const messages = await messagesOf(await chosen());
  return messages ? wordsFromMessages(messages) : extensionWords();
}

async function tellAllTabs(message: ToPage): Promise<void> {
  const tabs = await browser.tabs.query({});
  // Most tabs show pages that are not ours to read: they answer with an error.
  await Promise.all(tabs.map(({ id }) => id !== undefined && tellTab(id, message)));
}

function tellTab(tab: number, message: ToPage): Promise<unknown> {
  return browser.tabs.sendMessage(tab, message, { frameId: 0 }).catch(() => undefined);
}

export default defineBackground({
  type: 'module',
  main() {
    const engine = createEngine(async () => (await ownFile(coreAddress)).arrayBuffer());
    const { score } = engine;
    const history = createHistory(visitedAccounts, namespaceOf);
    const starring = createStarring(shortlists, namespaceOf, browser.storage.session, async () =>
      (await chosenWords()).text('star_first_list'),
    );
    const stars = createStars(starring, {
      look: (tab) => visits.look(tab),
      words: chosenWords,
      tell: tellTab,
      placeAt,
    });
    const visits = new Visits(
      {
        placeAt,
        platformAt,
        now,
        score: (text, asker) => score(text, { asker }),
        history: history.earlier,
        peers: history.peers,
        remember: async (snapshot, visit, report) => {
          await Promise.all([history.remember(snapshot, visit, report), starring.renew(snapshot, report, visit)]);
        },
      },
      session,
      (tab, answer, unseen) => {
        void markToolbar(tab, unread(answer) ? 'refusal' : (unseen ?? 'nothing'));
        if (answer.report) void stars.tellPage(tab);
        return browser.tabs.sendMessage(tab, answer, { frameId: 0 });
      },
    );
    hearMessages(
      (message) => (message.kind === 'star' ? stars.ofOwnPage(message) : hearOwnPage(message, score, visits)),
      (tab, message) =>
        message.kind === 'star' ? stars.pressed(tab.id, message) : hearPage(tab, message, visits, engine),
    );
    followStars(stars);
    browser.tabs.onRemoved.addListener((tab) => void visits.forget(tab));
    followSettings(stars.offer);
    keepInStep();
    // Firefox for Android has neither keys nor menus.
    browser.commands?.onCommand.addListener(async (command, tab) => {
      const id = tab?.id ?? (await browser.tabs.query({ active: true, lastFocusedWindow: true }))[0]?.id;
      if (id === undefined) return;
      if (command === 'toggle-card') await tellTab(id, { kind: 'toggle_card' });
      if (command === 'star') await stars.toggle(id);
    });
    browser.runtime.onInstalled.addListener(async ({ reason }) => {
      await marked();
      if (reason !== 'install' || (await settings.read()).firstRunSeen) return;
      await browser.tabs.create({ url: browser.runtime.getURL('/welcome.html' as never) });
    });
  },
});

type PageTab = Browser.tabs.Tab & { id: number };

/** Messages of the known forms, from our own pages and from the main frames of tabs; others are not answered. */
function hearMessages(
  own: (message: FromOwnPage) => Promise<unknown>,
  page: (tab: PageTab, message: FromPage) => Promise<unknown>,
): void {
  browser.runtime.onMessage.addListener((message: unknown, sender, respond) => {
    const answer = (promise: Promise<unknown>) => {
      promise.then(respond, () => respond(undefined));
      return true;
    };
    if (sender.id !== browser.runtime.id) return false;
    if (sender.url?.startsWith(browser.runtime.getURL('/' as never))) {
      const fromOwnPage = asFromOwnPage(message);
      return fromOwnPage ? answer(own(fromOwnPage)) : false;
    }
    const { tab } = sender;
    if (tab?.id === undefined || sender.frameId !== 0) return false;
    const fromPage = asFromPage(message);
    return fromPage ? answer(page({ ...tab, id: tab.id }, fromPage)) : false;
  });
}

async function hearPage(
  tab: PageTab,
  message: FromPage,
  visits: Visits,
  engine: Engine,
): Promise<Arrived | Kept | undefined> {
  if (message.kind === 'open_report') {
    const state = await visits.look(tab.id);
    if (state?.report && state.epoch === message.epoch)
      await openReport({ snapshot: state.snapshot, report: state.report }, tab);
    return undefined;
  }
  if (message.kind === 'open_page_report') {
    const state = await visits.look(tab.id);
    if (state?.epoch === message.epoch) openPage(`page-report.html?tab=${tab.id}`);
    return undefined;
  }
  if (message.kind === 'unseen') return hearUnseen(tab.id, message, visits);
  if (message.kind === 'text' || message.kind === 'readings') engine.prepare();
  if (message.kind !== 'arrive') return visits.hear(tab.id, message);
  const choice = await marked();
  const { off, badgeOnly, mark } = choice;
  const site = siteAt(message.address);
  if (site && off.includes(site.platform)) {
    await visits.forget(tab.id);
    return { now: await now(), off: true };
  }
  const isProfile = placeAt(message.address) !== null;
  if (isProfile) engine.rehearse();
  if (isProfile && message.fresh) {
    // The disk and the tables of words are slow at first: what the page says soon finds them ready.
    void visitedAccounts.count().catch(() => {});
    setTimeout(() => readyWords(message.locale), 0);
  }
  // All at once: the page has nothing on it until this is answered.
  const [arrived, messages, record] = await Promise.all([
    visits.hear(tab.id, message) as Promise<Arrived>,
    messagesOf(choice),
    message.fresh ? session.takeRecording(tab.id) : undefined,
  ]);
  return {
    ...arrived,
    mark,
    ...(record && { record }),
    ...(badgeOnly && { badgeOnly }),
    ...(messages && { messages }),
  };
}

async function hearUnseen(
  tab: number,
  message: FromPage & { kind: 'unseen' },
  visits: Visits,
): Promise<Arrived | Kept> {
  const kept = await visits.hear(tab, message);
  const state = await visits.look(tab);
  const isRead = state?.report != null && answerState({ report: state.report, snapshot: null }).kind === 'report';
  // What could not be read is told first: there is no answer to be seen.
  if (state?.epoch === message.epoch && isRead) void markToolbar(tab, state.unseen ?? 'nothing');
  return kept;
}

/** Pages show how the star stands, whoever has changed the lists. */
function followStars(stars: ReturnType<typeof createStars>): void {
  shortlists.onChange(async () => {
    for (const { id } of await browser.tabs.query({ active: true })) if (id !== undefined) void stars.tellPage(id);
  });
  browser.contextMenus?.onClicked.addListener(stars.chosen);
  browser.runtime.onInstalled.addListener(stars.offer);
}

type Asked = Exclude<FromOwnPage, { kind: 'star' }>;

async function hearOwnPage(message: Asked, score: Score, visits: Visits): Promise<OwnAnswers[Asked['kind']]> {
  switch (message.kind) {
    case 'score':
      return score(message.snapshot, { without: message.without });
    case 'words': {
      const choice = await settings.read();
      return { settings: choice, messages: await messagesOf(choice) };
    }
    case 'readable':
      return optionalSites.filter(({ example }) => placeAt(example)).map(({ platform }) => platform);
    case 'erase':
      await tellAllTabs({ kind: 'stop' });
      await visits.forgetAll();
      return erase(browser.storage, disk);
    case 'restore':
      await restore(browser.storage.local, disk, message.kept);
      return true;
  }
}

/**
 * Tells the pages where a setting has changed that makes a difference on them; one change after another.
 * @param spoken called where all that has words is to be said anew
 */
function followSettings(spoken: () => Promise<void>): void {
  let told = chosen();
  settings.observe((changed) => {
    settingsRead = Promise.resolve(changed);
    const before = told;
    told = before.then(async (toldBefore) => {
      // The first mark comes with a page, and goes where all is deleted.
      const isOther = toldBefore.mark !== '' && changed.mark !== '' && changed.mark !== toldBefore.mark;
      if (isOther || onPages(changed) !== onPages(toldBefore))
        await Promise.all([tellAllTabs({ kind: 'again' }), spoken()]);
      return changed;
    });
  });
}

/** What else of the settings makes a difference on pages. */
function onPages({ off, badgeOnly, language }: Settings): string {
  return JSON.stringify([off, badgeOnly, language]);
}

/** A profile that could not be read. */
function unread({ report, refusal }: Answer): boolean {
  return !report && refusal !== undefined && refusal.error.code !== 'not_a_profile';
}

const marks = { refusal: '?', removed: '≈', hidden: '≈', nothing: '' } as const;

/** What the toolbar button says by itself: a profile that was not read, an answer that its page does not let be seen. */
async function markToolbar(tab: number, mark: keyof typeof marks): Promise<void> {
  const words = await chosenWords();
  const titles = {
    refusal: 'toolbar_refusal',
    removed: 'toolbar_removed',
    hidden: 'toolbar_hidden',
    nothing: 'extension_name',
  } as const;
  await Promise.all([
    browser.action.setBadgeText({ tabId: tab, text: marks[mark] }),
    browser.action.setTitle({ tabId: tab, title: words.text(titles[mark]) }),
  ]).catch(() => {});
}
