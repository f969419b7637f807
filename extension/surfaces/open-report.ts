/** Keeps a copy of a report and opens it in a tab. */
import { browser } from 'wxt/browser';
import { type KeptReport, keepReports } from '../vetting/kept-reports';

export const keptReports = keepReports({
  get: async (key) => (await browser.storage.session.get(key))[key],
  set: (key, value) => browser.storage.session.set({ [key]: value }),
  remove: (key) => browser.storage.session.remove(key),
});

/** @param beside the tab whose page the report is about; the new tab stands next to it */
export async function openReport(kept: KeptReport, beside?: { index: number; windowId?: number }): Promise<void> {
  const id = await keptReports.keep(kept);
  await browser.tabs.create({
    url: browser.runtime.getURL(`/report.html#${id ?? ''}` as never),
    ...(beside ? { index: beside.index + 1, windowId: beside.windowId } : {}),
  });
}
