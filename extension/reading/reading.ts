/**
 * A reading: what one place on a page (a response, an inline script, the DOM …) said about one account.
 * Readers make readings; merging makes a snapshot of them.
 */
import type { Comment, Missing, Person, Post, Profile, Snapshot } from '../.generated/snapshot';

export type PlatformName = Snapshot['platform'];
export type Via = 'response' | 'inline' | 'jsonld' | 'meta' | 'dom' | 'typed';

/** Whose data a reading holds: as printed there. At least one is set. */
export interface Subject {
  handle?: string;
  id?: string;
  /** The account is only known as the author of this post: a comment list often names no other. */
  postId?: string;
}

export interface Reading {
  platform: PlatformName;
  subject: Subject;
  via: Via;
  /** When it was read, RFC 3339 UTC. */
  at: string;
  /** What this place said of the account itself; the handle stands in `subject`. */
  profile?: Omit<Profile, 'handle'>;
  posts?: Post[];
  comments?: Comment[];
  people?: Person[];
  postsOrder?: Snapshot['postsOrder'];
  peopleOrder?: Snapshot['peopleOrder'];
  viewer?: { loggedIn?: boolean };
  missing?: Missing[];
  /** The page says that there is no such account. */
  gone?: true;
  /** Read for another place than the one that was open: only its names can tell whose it is. */
  ahead?: true;
}
