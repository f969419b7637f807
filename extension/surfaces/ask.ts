/** Asks the background; the answer is of the question's kind. */
import { browser } from 'wxt/browser';
import type { FromOwnPage, OwnAnswers } from '../messages/own-messages';

/** @returns undefined where the background could not answer */
export async function ask<Kind extends FromOwnPage['kind']>(
  message: FromOwnPage & { kind: Kind },
): Promise<OwnAnswers[Kind] | undefined> {
  // The background may end in mid-request: the next message starts it again.
  const send = () => browser.runtime.sendMessage(message);
  return send().catch(() => send().catch(() => undefined));
}
