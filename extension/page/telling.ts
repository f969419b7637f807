/** What the page's script says to the background. */
import { browser } from 'wxt/browser';
import type { ContentScriptContext } from 'wxt/utils/content-script-context';
import type { FromPage } from '../messages/messages';

/** Time until the background is asked once more, ms; twice as long after each further failure. */
const RETRY = 400;

export interface Telling {
  /** @returns the answer; undefined where there is none */
  tell(message: FromPage): Promise<unknown>;
  /** Waits until a background that died may be there again. @param failed tries that had no answer, from 1 */
  pause(failed: number): Promise<void>;
}

export function makeTelling(ctx: ContentScriptContext): Telling {
  return {
    async tell(message) {
      // After an update or removal of the extension this script is an orphan: it must fall silent.
      if (!ctx.isValid) return undefined;
      return browser.runtime.sendMessage(message).catch(() => undefined);
    },
    pause: (failed) => new Promise((resolve) => ctx.setTimeout(resolve, RETRY * 2 ** (failed - 1))),
  };
}
