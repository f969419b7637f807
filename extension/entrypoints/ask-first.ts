/** Runs before the page's script where a skeleton must not be drawn by itself (settings/granted.ts registers it). */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { markAskFirst } from '../overlay/ask-first';

export default defineUnlistedScript(markAskFirst);
