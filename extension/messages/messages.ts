/**
 * What the content script and the background say to each other. A message of any other form is refused.
 * Everything from a page's process is page data: the background checks who sent it and of what form it is.
 */
import type { Report } from '../.generated/report';
import type { Missing, Refusal } from '../.generated/snapshot';
import type { PageText } from '../reading/place';
import type { PlatformName, Reading } from '../reading/reading';
import type { MessageFile } from '../views/message-keys';

/** Page → background. `epoch` tells apart documents and, within one, the addresses that it has shown. */
export type FromPage =
  /**
   * A page was opened (`fresh`), or its address changed. `late`: the page had its first answers before our scripts came.
   * The answer tells the time.
   */
  | { kind: 'arrive'; epoch: number; address: string; fresh: boolean; locale?: string; late?: true }
  /** A response or an inline script, to be read in the background. */
  | { kind: 'text'; epoch: number; text: PageText | PageBytes }
  /** What the content script read from the rendered page. */
  | { kind: 'readings'; epoch: number; readings: Reading[] }
  /** The page said more than finds room on its way to the background: something of it was left out. */
  | { kind: 'dropped'; epoch: number }
  /** The page has been quiet for a while: say what could not be read. */
  | { kind: 'quiet'; epoch: number }
  /** The person came to this address and has looked at it for a while: a visit that is remembered. */
  | { kind: 'looked'; epoch: number }
  /** The answer stands on the page; `took` ms after the last datum came to hand. Measured, never shown. */
  | { kind: 'drawn'; epoch: number; took: number }
  /** The person does not see what we drew; without `how` they do again. */
  | { kind: 'unseen'; epoch: number; how?: Unseen }
  /** The person asked for the full report of what is shown. */
  | { kind: 'open_report'; epoch: number }
  /** The person wants to report that the page is not read right. */
  | { kind: 'open_page_report'; epoch: number }
  /** The person has put the account on their list, or taken it off. Answered by `Star`; it can't ask who is on it. */
  | { kind: 'star'; epoch: number; on: boolean };

/** Whether the page's account is on the person's list, and the line that stands under the star. */
export interface Star {
  on: boolean;
  note?: string;
  /** Rises with each look at the list: of two that are told the higher is the newer, in whatever order they arrive. */
  turn: number;
}

/** The page has removed what we drew, for good; or hides it. */
export type Unseen = 'removed' | 'hidden';

const unseen: readonly unknown[] = ['removed', 'hidden', undefined] satisfies (Unseen | undefined)[];

/** A text as its UTF-8. */
export type PageBytes = Omit<PageText, 'text'> & { bytes: Blob };

/**
 * Whether messages hold bytes: Chromium copies messages from 148 on (manifest: message_serialization), and writes them as
 * JSON before. Firefox copies them, but hands no bytes from the page's world to a content script.
 */
export function messagesCarryBytes(userAgent: string): boolean {
  return Number(/Chrom(?:e|ium)\/(\d+)/.exec(userAgent)?.[1] ?? 0) >= 148;
}

export interface Arrived {
  /** Now, RFC 3339 UTC. */
  now: string;
  /** The person has switched this site off: nothing is to be read or drawn. */
  off?: true;
  /** The person has asked for a report of this page: its responses are to be kept for it. */
  record?: true;
  /** The badge opens the report instead of the card. */
  badgeOnly?: true;
  /** The person's own mark. */
  mark?: string;
  /** Messages in the language that the person chose; without them the browser's language holds. */
  messages?: MessageFile;
}

/** Background → page: what the page said is put away. Without this answer the page says it once more. */
export interface Kept {
  kept: true;
}

/** Background → page: what is to be shown for the address of that epoch. */
export interface Answer {
  kind: 'answer';
  epoch: number;
  report?: Report;
  refusal?: Refusal;
  missing?: Missing[];
  /** What the comments that the report points at say, so that they can be found on the page. */
  comments?: CommentTrace[];
}

/** How a comment can be recognised on the page where no link holds its id. */
export interface CommentTrace {
  id: string;
  author?: string;
  /** Its first characters. */
  text?: string;
}

/** Background or our own pages → page: what the person asks for outside the page. */
export type ToPage =
  /** Which address is shown? Answered by `Here`; a page without our script answers nothing. */
  | { kind: 'where' }
  /** Open or close the card. */
  | { kind: 'toggle_card' }
  /** Settings have changed: arrive once more. */
  | { kind: 'again' }
  /** Make the report of the page. Answered by the text of a HAR. */
  | { kind: 'report_page' }
  /** All was deleted: forget this page until it goes elsewhere. */
  | { kind: 'stop' }
  /** The star of the address of that epoch; null where its account can't be put on a list. */
  | { kind: 'star'; epoch: number; star: Star | null };

export interface Here {
  epoch: number;
  off: boolean;
  /** Why the person does not see what we drew. */
  unseen?: Unseen;
  platform?: PlatformName;
}

/** The answer to `where` if it has its form, else null. */
export function asHere(answer: unknown): Here | null {
  return isRecord(answer) && Number.isSafeInteger(answer.epoch) && typeof answer.off === 'boolean'
    ? (answer as unknown as Here)
    : null;
}

const toPageKinds: readonly unknown[] = [
  'where',
  'toggle_card',
  'again',
  'report_page',
  'stop',
  'star',
] satisfies ToPage['kind'][];

/** The message if it has one of the known forms, else null. */
export function asToPage(message: unknown): ToPage | null {
  return isRecord(message) && toPageKinds.includes(message.kind) ? (message as ToPage) : null;
}

const TEXT_CAP = 8 * 1024 * 1024;

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isShort(value: unknown, cap: number): value is string {
  return typeof value === 'string' && value.length <= cap;
}

/** The message if it has one of the known forms, else null. Contents of readings are checked where they are merged. */
export function asFromPage(message: unknown): FromPage | null {
  if (!isRecord(message) || !Number.isSafeInteger(message.epoch)) return null;
  switch (message.kind) {
    case 'arrive':
      if (!isShort(message.address, 8192) || typeof message.fresh !== 'boolean') return null;
      if (message.locale !== undefined && !isShort(message.locale, 64)) return null;
      if (message.late !== undefined && message.late !== true) return null;
      return message as FromPage;
    case 'text': {
      const { text } = message;
      if (!isRecord(text) || (text.via !== 'response' && text.via !== 'inline')) return null;
      const { bytes } = text;
      const fits = bytes instanceof Blob ? bytes.size <= TEXT_CAP : isShort(text.text, TEXT_CAP);
      if (!isShort(text.url, 8192) || !fits) return null;
      if (text.name !== undefined && !isShort(text.name, 256)) return null;
      if (text.page !== undefined && !isShort(text.page, 8192)) return null;
      return message as FromPage;
    }
    case 'readings': {
      const { readings } = message;
      return Array.isArray(readings) && readings.length <= 64 && readings.every(isRecord)
        ? (message as FromPage)
        : null;
    }
    case 'dropped':
    case 'quiet':
    case 'looked':
    case 'open_report':
    case 'open_page_report':
      return message as FromPage;
    case 'star':
      return typeof message.on === 'boolean' ? (message as FromPage) : null;
    case 'unseen':
      return unseen.includes(message.how) ? (message as FromPage) : null;
    case 'drawn':
      return Number.isFinite(message.took) ? (message as FromPage) : null;
    default:
      return null;
  }
}

/** The answer if it has the known form, else null. */
export function asAnswer(message: unknown): Answer | null {
  return isRecord(message) && message.kind === 'answer' && Number.isSafeInteger(message.epoch)
    ? (message as unknown as Answer)
    : null;
}
