/** On the pages of the platforms that come with the install. */
import { defineContentScript } from 'wxt/utils/define-content-script';
import { platformPages } from '../.generated/platforms/patterns';
import { followPage } from '../page/page-script';
import { placeAt } from '../platforms/installed';

export default defineContentScript({
  matches: [...platformPages],
  runAt: 'document_start',
  noScriptStartedPostMessage: true,
  main: (ctx) => followPage(ctx, placeAt),
});
