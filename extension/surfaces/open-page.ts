import { browser } from 'wxt/browser';

/** Opens one of our own pages in a tab. */
export function openPage(
  path: 'options.html' | 'welcome.html' | 'list.html' | `${'sidepanel' | 'page-report'}.html?tab=${number}`,
): void {
  void browser.tabs.create({ url: browser.runtime.getURL(`/${path}` as never) });
}
