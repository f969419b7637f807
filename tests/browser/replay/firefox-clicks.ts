/**
 * What a person clicks in Firefox's own window. The functions run in its privileged scope, given as text: they see no
 * name of this module.
 */

/** The yes to an optional host permission: what Firefox's own question does with it. */
export async function allowInParent(id: string, origins: readonly string[]): Promise<void> {
  // biome-ignore lint/suspicious/noExplicitAny: Firefox's privileged globals have no types here
  const { ChromeUtils, WebExtensionPolicy } = globalThis as any;
  const { ExtensionPermissions } = ChromeUtils.importESModule('resource://gre/modules/ExtensionPermissions.sys.mjs');
  const { extension } = WebExtensionPolicy.getByID(id);
  await ExtensionPermissions.add(id, { permissions: [], origins: [...origins] }, extension);
}

/** Firefox answers its own question about optional permissions with yes. */
export async function sayYesInParent(): Promise<void> {
  // biome-ignore lint/suspicious/noExplicitAny: as above
  const { Services } = globalThis as any;
  Services.prefs.setBoolPref('extensions.webextOptionalPermissionPrompts', false);
}

/** The toolbar button over the selected tab: grants activeTab and opens the popup. */
export async function pressInParent(id: string): Promise<void> {
  // biome-ignore lint/suspicious/noExplicitAny: as above
  const { ChromeUtils, WebExtensionPolicy, Services } = globalThis as any;
  const { ExtensionParent } = ChromeUtils.importESModule('resource://gre/modules/ExtensionParent.sys.mjs');
  const { extension } = WebExtensionPolicy.getByID(id);
  const action = ExtensionParent.apiManager.global.browserActionFor(extension);
  const window = Services.wm.getMostRecentWindow('navigator:browser');
  // A second press would close a popup that is still open.
  for (const panel of window.document.querySelectorAll('panel')) if (panel.state === 'open') panel.hidePopup();
  action.triggerAction(window);
}
