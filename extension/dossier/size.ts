/** Cuts a snapshot to the contract's cap in bytes: the newest stay, and `missing` says that something was cut. */
import type { Comment, Missing, Person, Post, Snapshot } from '../.generated/snapshot';
import { newest } from './dossier';

/** The contract's 8 MiB, less room for the history, which is added later. */
export const SNAPSHOT_BYTES = 8 * 1024 * 1024 - 256 * 1024;

/** The most that each list may take where all together are too much; what one leaves, the next may have. */
const SHARES = [
  ['posts', 3 / 8],
  ['people', 2 / 8],
  ['comments', 3 / 8],
] as const;

const encoder = new TextEncoder();
/** UTF-8 bytes of its JSON. */
const bytesOf = (value: unknown) => encoder.encode(JSON.stringify(value)).length;

type Entry = Post | Person | Comment;
const timeOf = (entry: Entry) => ('at' in entry ? entry.at : undefined);

/** What fits of a list, newest first, in the order in which it stood. */
function fitting(list: readonly Entry[], most: number): { kept: Entry[]; bytes: number } {
  const kept = new Set<Entry>();
  let bytes = 0;
  for (const entry of newest([...list], list.length, timeOf)) {
    const more = bytesOf(entry) + 1;
    if (bytes + more > most) break;
    bytes += more;
    kept.add(entry);
  }
  return { kept: list.filter((entry) => kept.has(entry)), bytes };
}

/** @returns the snapshot, at most SNAPSHOT_BYTES long as JSON in UTF-8 */
export function withinSize(snapshot: Snapshot, cap = SNAPSHOT_BYTES): Snapshot {
  const { posts = [], people = [], comments = [], ...rest } = snapshot;
  // Most snapshots are far smaller: no text is longer than three bytes a code unit.
  const units = JSON.stringify(snapshot).length;
  if (3 * units <= cap || bytesOf(snapshot) <= cap) return snapshot;
  const lists: Record<string, readonly Entry[]> = { posts, people, comments };
  // Room for the lists' names and for what is said to be missing.
  let room = cap - bytesOf(rest) - 4096;
  let shares = 1;
  const cut: Missing[] = [];
  const result: Record<string, unknown> = { ...rest };
  for (const [name, share] of SHARES) {
    const list = lists[name] ?? [];
    const { kept, bytes } = fitting(list, (room * share) / shares);
    room -= bytes;
    shares -= share;
    if (kept.length > 0) result[name] = kept;
    if (kept.length < list.length) cut.push({ field: name, why: 'cut' });
  }
  const before = (snapshot.missing ?? []).filter(
    ({ field, why }) => why !== 'cut' || !cut.some((one) => one.field === field),
  );
  return { ...(result as unknown as Snapshot), missing: [...before, ...cut] };
}
