/**
 * A creator as the database holds them: earlier answers stand apart, as text. A list of hundreds is shown without them, and
 * they cost it neither a copy of each of their values nor a check.
 */
import { asCreator, type Creator } from './shortlist';
import type { Key } from './visited-account';

export type ListedCreator = Omit<Creator, 'earlier'>;

export interface StoredCreator {
  key: string;
  account: Key;
  handle: string;
  creator: ListedCreator;
  /** `Creator.earlier` as JSON. */
  earlier?: string;
}

/** The record with the earlier answers apart; one that has them so already, or is damaged, as it is. */
export function apart(stored: Omit<StoredCreator, 'creator'> & { creator: unknown }): StoredCreator {
  const { earlier, ...creator } = (stored.creator ?? {}) as Partial<Creator>;
  if (!Array.isArray(earlier)) return stored as StoredCreator;
  return { ...stored, creator: creator as ListedCreator, earlier: JSON.stringify(earlier) };
}

function parsed(text: unknown): unknown {
  try {
    return JSON.parse(String(text));
  } catch {
    return null;
  }
}

/** The creator, whole. @returns undefined where it can't be told who it is */
export function creatorOf(stored: StoredCreator | undefined): { creator: Creator; damaged: boolean } | undefined {
  if (typeof stored?.creator !== 'object' || stored.creator === null) return undefined;
  return asCreator({ earlier: stored.earlier === undefined ? [] : parsed(stored.earlier), ...stored.creator });
}

/** The creator without the earlier answers, which are not looked at. */
export function listedOf(stored: StoredCreator | undefined): { creator: ListedCreator; damaged: boolean } | undefined {
  if (typeof stored?.creator !== 'object' || stored.creator === null) return undefined;
  const found = asCreator({ ...stored.creator, earlier: [] });
  if (!found) return undefined;
  const { earlier: _, ...creator } = found.creator;
  return { creator, damaged: found.damaged };
}
