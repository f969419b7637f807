import coreAddress from '@core/plumb.wasm?url';
import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { createEngine } from '../engine/engine';
import { platformAt } from '../platforms/registry';
import { asFromPage, type FromPage } from '../reading/messages';
import { emptyVisit, judge, take, type VisitDoors, type VisitState } from '../reading/visit';
import { createHistory } from '../vetting/history';

/** Time between two scores of one tab, ms: at most four a second. */
const PACE = 250;

export default defineBackground({
  type: 'module',
  main() {
    const history = createHistory({
      get: async () => (await browser.storage.local.get('history')).history,
      set: (list) => browser.storage.local.set({ history: list }),
    });
    const doors: VisitDoors = {
      platformAt,
      // The clock can be set from our own pages only: a replay has to live in the time of its recording.
      async now() {
        const { now } = await browser.storage.local.get('now');
        return typeof now === 'string' ? now : `${new Date().toISOString().slice(0, 19)}Z`;
      },
      // The only request of the whole extension: its own WebAssembly, from its own package.
      score: createEngine(async () => (await fetch(browser.runtime.getURL(coreAddress as never))).arrayBuffer()),
      history: history.earlier,
      remember: history.remember,
    };

    const visits = new Map<number, Promise<VisitState>>();
    const key = (tab: number) => `page:${tab}`;

    async function recall(tab: number): Promise<VisitState> {
      const stored = (await browser.storage.session.get(key(tab)))[key(tab)];
      return (stored as VisitState | undefined) ?? emptyVisit();
    }

    /** Runs one step after another for a tab, so that no two change its visit at once. */
    function step<T>(tab: number, work: (state: VisitState) => Promise<T>): Promise<T> {
      const before = visits.get(tab) ?? recall(tab);
      const result = before.then(work);
      visits.set(
        tab,
        result.then(
          () => before,
          () => before,
        ),
      );
      return result;
    }

    const waiting = new Set<number>();
    function judgeSoon(tab: number): void {
      if (waiting.has(tab)) return;
      waiting.add(tab);
      setTimeout(() => {
        waiting.delete(tab);
        void step(tab, async (state) => {
          const answer = await judge(state, doors);
          await browser.storage.session.set({ [key(tab)]: state });
          // The tab may be gone, or its page may have been replaced: then nobody waits for the answer.
          await browser.tabs.sendMessage(tab, answer, { frameId: 0 }).catch(() => {});
        });
      }, PACE);
    }

    async function hear(tab: number, message: FromPage) {
      const learnt = await step(tab, (state) => take(state, message, doors));
      if (learnt) judgeSoon(tab);
      return message.kind === 'arrive' ? { now: await doors.now() } : undefined;
    }

    browser.runtime.onMessage.addListener((message: unknown, sender, respond) => {
      const tab = sender.tab?.id;
      if (sender.id !== browser.runtime.id || tab === undefined || sender.frameId !== 0) return false;
      const known = asFromPage(message);
      if (!known) return false;
      hear(tab, known).then(respond, () => respond(undefined));
      return true;
    });

    browser.tabs.onRemoved.addListener((tab) => {
      visits.delete(tab);
      void browser.storage.session.remove(key(tab));
    });
  },
});
