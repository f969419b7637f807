/** Accounts of other servers: of these a server knows what has come by, which may be nothing. */
import type { Missing } from '../../.generated/snapshot';

export const UNKNOWN_HERE: readonly Missing[] = [
  'profile.followers',
  'profile.following',
  'posts',
  'posts[].likes',
  'posts[].comments',
  'posts[].shares',
].map((field) => ({ field, why: 'not_on_page' }));
