/** What our own pages ask of the background. Only senders whose address is the extension's own are heard. */
import type { PlatformName } from '../reading/reading';
import type { KeptOnDisk } from '../settings/erase';
import type { Settings } from '../settings/settings';
import type { MessageFile } from '../views/message-keys';
import { isRecord, type Star } from './messages';

export type FromOwnPage =
  /**
   * Score a snapshot that no page gave: typed by the person, the bundled sample, or one from which something was left
   * out. `without` names signals and benchmark rows that the core is not to use.
   */
  | { kind: 'score'; snapshot: string; without?: string[] }
  /** The words in the language that the person chose. */
  | { kind: 'words' }
  /** Which of the optional sites have a reader. */
  | { kind: 'readable' }
  /** Delete everything that is kept. Answered by what was kept on disk, for an undo. */
  | { kind: 'erase' }
  | { kind: 'restore'; kept: KeptOnDisk }
  /**
   * Puts the account of a tab's page on the current list, or takes it off; without `on` it only asks. `handle` is whose
   * answer the person saw: where the tab has gone on to another, nothing is done.
   */
  | { kind: 'star'; tab: number; handle: string; on?: boolean };

/** The answers, kind by kind. */
export interface OwnAnswers {
  /** Report or refusal, as text. */
  score: string;
  /** Null: the browser's language holds. */
  words: { settings: Settings; messages: MessageFile | null };
  readable: PlatformName[];
  erase: KeptOnDisk;
  restore: true;
  /** Null where there is nobody to be put on a list. */
  star: Star | null;
}

/** The contract's cap on a snapshot, in UTF-16 code units. */
const SNAPSHOT_CAP = 8 * 1024 * 1024;

/** Things that a what-if question leaves out at most, and the form of their ids: they go to the core with commas between. */
const WITHOUT_CAP = 200;
const ID = /^[a-z][\w+-]{0,63}$/;

function isWithout(value: unknown): boolean {
  return (
    value === undefined ||
    (Array.isArray(value) && value.length <= WITHOUT_CAP && value.every((id) => typeof id === 'string' && ID.test(id)))
  );
}

/** The message if it has one of the known forms, else null. */
export function asFromOwnPage(message: unknown): FromOwnPage | null {
  if (!isRecord(message)) return null;
  switch (message.kind) {
    case 'score':
      return typeof message.snapshot === 'string' &&
        message.snapshot.length <= SNAPSHOT_CAP &&
        isWithout(message.without)
        ? (message as FromOwnPage)
        : null;
    case 'restore':
      return isRecord(message.kept) ? (message as FromOwnPage) : null;
    case 'star':
      return Number.isSafeInteger(message.tab) &&
        typeof message.handle === 'string' &&
        (message.on === undefined || typeof message.on === 'boolean')
        ? (message as FromOwnPage)
        : null;
    case 'words':
    case 'readable':
    case 'erase':
      return message as FromOwnPage;
    default:
      return null;
  }
}
