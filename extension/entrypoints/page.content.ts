/**
 * On the pages of the platforms that come with the install, and of the sites that the person has allowed, where the background
 * registers it (settings/granted.ts). One script for both: another would hold all but a tenth of it again.
 */
import { defineContentScript } from 'wxt/utils/define-content-script';
import { platformPages } from '../.generated/platforms/patterns';
import { followPage } from '../page/page-script';
import { placeAt } from '../platforms/shown';

export default defineContentScript({
  matches: [...platformPages],
  runAt: 'document_start',
  noScriptStartedPostMessage: true,
  main: (ctx) => followPage(ctx, placeAt),
});
