/** Gathers what pages say, asks the core, answers the pages. All state lies in storage: this script may die at any time. */
import coreAddress from '@core/plumb.wasm?url';
import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { createEngine } from '../engine/engine';
import { placeAt } from '../platforms/registry';
import { asFromPage } from '../reading/messages';
import type { VisitState } from '../reading/visit';
import { createVisits } from '../reading/visits';
import { createHistory } from '../vetting/history';

const key = (tab: number) => `page:${tab}`;

// The clock can be set from our own pages only: a replay has to live in the time of its recording.
async function now(): Promise<string> {
  const { now } = await browser.storage.local.get('now');
  return typeof now === 'string' ? now : `${new Date().toISOString().slice(0, 19)}Z`;
}

export default defineBackground({
  type: 'module',
  main() {
    const history = createHistory({
      get: async () => (await browser.storage.local.get('history')).history,
      set: (list) => browser.storage.local.set({ history: list }),
    });
    const visits = createVisits(
      {
        placeAt,
        now,
        // The only request of the whole extension: its own WebAssembly, from its own package.
        score: createEngine(async () => (await fetch(browser.runtime.getURL(coreAddress as never))).arrayBuffer()),
        history: history.earlier,
        remember: history.remember,
      },
      {
        load: async (tab) => (await browser.storage.session.get(key(tab)))[key(tab)] as VisitState | undefined,
        save: (tab, state) => browser.storage.session.set({ [key(tab)]: state }),
        remove: (tab) => browser.storage.session.remove(key(tab)),
      },
      (tab, answer) => browser.tabs.sendMessage(tab, answer, { frameId: 0 }),
    );

    browser.runtime.onMessage.addListener((message: unknown, sender, respond) => {
      const tab = sender.tab?.id;
      if (sender.id !== browser.runtime.id || tab === undefined || sender.frameId !== 0) return false;
      const known = asFromPage(message);
      if (!known) return false;
      visits.hear(tab, known).then(respond, () => respond(undefined));
      return true;
    });
    browser.tabs.onRemoved.addListener((tab) => void visits.forget(tab));
  },
});
