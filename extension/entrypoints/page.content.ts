/** On the pages of the platforms that come with the install. */
import { defineContentScript } from 'wxt/utils/define-content-script';
import { followPage } from '../page/page-script';
import { placeAt } from '../platforms/installed';
import { platformPages } from '../platforms/pages';

export default defineContentScript({
  matches: [...platformPages],
  runAt: 'document_start',
  noScriptStartedPostMessage: true,
  main: (ctx) => followPage(ctx, placeAt),
});
