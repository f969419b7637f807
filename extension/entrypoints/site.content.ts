/** On the pages of the sites that the person has allowed: registered by the background (settings/granted.ts). */
import { defineContentScript } from 'wxt/utils/define-content-script';
import { followPage } from '../page/page-script';
import { placeAt } from '../platforms/shown';

export default defineContentScript({
  matches: [],
  registration: 'runtime',
  noScriptStartedPostMessage: true,
  main: (ctx) => followPage(ctx, placeAt),
});
