/** Opens what a row is of: the creator's own page, and the page for the boss. */
import { browser } from 'wxt/browser';
import type { Creator } from '../../vetting/shortlist';
import type { Row } from './row';

/** The profile, beside the list. The person opens it; nothing is fetched for them. */
export function openProfile({ url }: Pick<Creator, 'url'>): void {
  void browser.tabs.create({ url });
}

/** What the boss page's address says of which entry it is of. */
export const bossAddress = ({ entry }: Pick<Row, 'entry'>): string =>
  `report.html#entry:${entry.list}:${entry.creator}`;

export function openBossPage(row: Row): void {
  void browser.tabs.create({ url: browser.runtime.getURL(`/${bossAddress(row)}` as never) });
}
