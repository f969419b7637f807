/** The settings in the browser's own storage, for the background and our own pages. */
import { browser } from 'wxt/browser';
import { accessSettings } from './settings';

const KEY = 'settings';

export const settings = accessSettings({
  get: async () => (await browser.storage.local.get(KEY))[KEY],
  set: (record) => browser.storage.local.set({ [KEY]: record }),
  observe(changed) {
    const heard = (changes: Record<string, { newValue?: unknown }>) => {
      if (changes[KEY]) changed(changes[KEY].newValue);
    };
    browser.storage.local.onChanged.addListener(heard);
    return () => browser.storage.local.onChanged.removeListener(heard);
  },
});
