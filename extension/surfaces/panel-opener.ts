/** Opens the panel: Chrome's side panel, Firefox's sidebar, or a tab where a browser has neither. */
import { browser } from 'wxt/browser';
import { openPage } from './parts';

interface PanelDoors {
  sidePanel?: { open(options: { windowId: number }): Promise<void> };
  sidebarAction?: { open(): Promise<void> };
}

/** To be called in a click, before anything is waited for: browsers open a panel only then. */
export function openPanel(tab: { id?: number; windowId?: number } | undefined): Promise<void> {
  const { sidePanel, sidebarAction } = browser as unknown as PanelDoors;
  const opened =
    sidePanel && tab?.windowId !== undefined
      ? sidePanel.open({ windowId: tab.windowId })
      : sidebarAction
        ? sidebarAction.open()
        : Promise.reject(new Error('no panel'));
  return opened.catch(() => {
    if (tab?.id !== undefined) openPage(`sidepanel.html?tab=${tab.id}`);
  });
}
