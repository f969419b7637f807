/** What the page's script is told and asked: by the background, and by our own pages. */
import { browser } from 'wxt/browser';
import { type Answer, asAnswer, asToPage, type Here, type Star } from '../messages/messages';

export interface AskedDoors {
  show(answer: Answer): void;
  /** What is shown here. */
  where(): Here;
  /** Whether the account of that address is on the person's list; null where it can't be put there. */
  star(star: Star | null, epoch: number): void;
  toggleCard(): void;
  /** Settings have changed. */
  again(): void;
  /** What stands on the page, as JSON (redaction/page-parts.ts); undefined where the page is no account's. */
  report(): Promise<string | undefined>;
  /** All was deleted. */
  stop(): void;
}

/** Hears messages of the known forms from the extension itself, and nobody else. */
export function answerAsked(doors: AskedDoors): void {
  browser.runtime.onMessage.addListener((message: unknown, sender, respond) => {
    if (sender.id !== browser.runtime.id) return;
    const answer = asAnswer(message);
    if (answer) doors.show(answer);
    const asked = asToPage(message);
    switch (asked?.kind) {
      case 'star':
        doors.star(asked.star, asked.epoch);
        break;
      case 'where':
        respond(doors.where());
        break;
      case 'toggle_card':
        doors.toggleCard();
        break;
      case 'again':
        doors.again();
        break;
      case 'report_page':
        void doors.report().then(respond);
        // The answer comes later.
        return true;
      case 'stop':
        doors.stop();
        break;
    }
  });
}
