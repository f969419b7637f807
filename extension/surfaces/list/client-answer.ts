/**
 * The client's file on its way back: which of its lines are about whom, what the client decided, and where that meets a
 * decision that was made here in the meantime. Nothing is written here: the person chooses.
 */
import { LONGEST_NOTE, STATUSES, type Status } from '../../vetting/shortlist';
import type { Row } from './row';

export interface Answer {
  row: Row;
  to: Status;
  reason: string;
  /** Here another status or reason stands by now than the file was sent with: the person is asked. */
  conflict: boolean;
}

export interface ClientAnswers {
  answers: Answer[];
  /** Lines that the client left empty, or that say what stands here already. */
  unchanged: number;
  /** Handles of lines of nobody on this list. */
  unknown: string[];
  /** Statuses that mean nothing here, as written. */
  unclear: string[];
}

const plain = (text: string) => text.normalize('NFKC').trim().toLocaleLowerCase();
/** Columns without which a file is none of ours. */
const NEEDED = ['platform', 'handle', 'client_status'] as const;

/**
 * @param rows of the file, the names of its columns first
 * @param words the statuses in the words of the person's language
 * @returns null where it is not a client file
 */
export function clientAnswers(
  rows: readonly (readonly string[])[],
  list: readonly Row[],
  words: Readonly<Record<Status, string>>,
): ClientAnswers | null {
  const [head = [], ...lines] = rows;
  const columns = head.map((name) => plain(name));
  if (!NEEDED.every((name) => columns.includes(name))) return null;
  const known = new Map(list.map((row) => [`${row.creator.platform} ${plain(row.creator.handle)}`, row]));
  const found: ClientAnswers = { answers: [], unchanged: 0, unknown: [], unclear: [] };
  const seen = new Set<Row>();
  for (const line of lines) {
    const cell = (name: string) => line[columns.indexOf(name)]?.trim() ?? '';
    const handle = cell('handle').replace(/^@/, '');
    const row = known.get(`${plain(cell('platform'))} ${plain(handle)}`);
    const wanted = cell('client_status');
    const reason = cell('client_reason').slice(0, LONGEST_NOTE);
    if (!row) {
      if (handle) found.unknown.push(handle);
      continue;
    }
    const to = STATUSES.find((status) => plain(wanted) === status || plain(wanted) === plain(words[status]));
    if (wanted && !to) found.unclear.push(wanted);
    else if (to === undefined && reason === '') found.unchanged += 1;
    else {
      const { entry } = row;
      const answer = { row, to: to ?? entry.status, reason };
      const same = answer.to === entry.status && (reason === '' || reason === entry.reason);
      if (same) found.unchanged += 1;
      else {
        const moved = plain(cell('status')) !== entry.status || cell('reason') !== entry.reason.trim();
        // The same creator twice: the second line is a contradiction too.
        found.answers.push({ ...answer, conflict: moved || seen.has(row) });
        seen.add(row);
      }
    }
  }
  return found;
}
