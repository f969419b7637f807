/**
 * A rendered page that goes from one account to the next shows parts of both for a while: the next one's header over the
 * last one's cards. What was read from the document for another account is not this one's, unless it says so itself.
 */
import type { Place } from '../reading/place';
import type { Reading } from '../reading/reading';

/** Posts and accounts that are remembered; the oldest go first. */
const CAP = 4000;

const accountOf = ({ handle, id, alias }: Place) => (handle ?? id ?? alias)?.toLowerCase();

/** @returns a function that takes from readings of the document what it has seen under another account before. */
export function createElsewhere(): (place: Place, readings: Reading[]) => Reading[] {
  const seen = new Map<string, string>();

  /** True where this was first seen here; a thing stays the account's that it was first seen with. */
  function isHere(thing: string, account: string): boolean {
    const first = seen.get(thing);
    if (first !== undefined) return first === account;
    seen.set(thing, account);
    if (seen.size > CAP) seen.delete(seen.keys().next().value as string);
    return true;
  }

  return (place, readings) => {
    const account = accountOf(place);
    // A page of one post that does not say whose it is shows that post and nothing else.
    if (account === undefined) return readings;
    return readings.flatMap((reading) => {
      const { at: _, ...said } = reading;
      // An address that names no account can't tell a description that was left standing from one of its own.
      if (place.handle === undefined && place.id === undefined && !isHere(JSON.stringify(said), account)) return [];
      if (!reading.posts) return [reading];
      const posts = reading.posts.filter(({ id }) => id === undefined || isHere(`post ${id}`, account));
      if (posts.length === reading.posts.length) return [reading];
      const { posts: _posts, postsOrder: _order, ...rest } = reading;
      return [{ ...rest, ...(posts.length ? { posts, postsOrder: reading.postsOrder } : {}) }];
    });
  };
}
