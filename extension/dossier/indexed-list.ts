/**
 * Lists that only grow, with an index of what stands in them. A dossier is plain data, so the index can't lie in it: it is
 * remembered beside the list, and made anew where the background has died in between. Each addition takes time for what is
 * new, not for all that is there.
 */

const indexes = new WeakMap<readonly object[], { nameOf: unknown; places: Map<string, number> }>();

/** Where each entry stands, by the name that `nameOf` gives it. */
function placesIn<T extends object>(list: readonly T[], nameOf: (entry: T) => string): Map<string, number> {
  const known = indexes.get(list);
  if (known?.nameOf === nameOf) return known.places;
  const places = new Map<string, number>();
  for (const [index, entry] of list.entries()) places.set(nameOf(entry), index);
  return places;
}

/**
 * @param nameOf the same function for each call on one kind of list
 * @param merge the entry of two with one name; the very entry that stands there where nothing new is said
 * @returns the list with the entries in it; the same list where nothing changed. The list given loses its index.
 */
export function withEntries<T extends object, U>(
  list: T[],
  entries: readonly U[],
  nameOf: (entry: T) => string,
  made: (entry: U) => T,
  merge: (before: T, entry: U) => T,
): T[] {
  if (entries.length === 0) return list;
  const places = placesIn(list, nameOf);
  let next = list;
  for (const entry of entries) {
    const fresh = made(entry);
    const name = nameOf(fresh);
    const at = places.get(name);
    const before = at === undefined ? undefined : next[at];
    const after = before === undefined ? fresh : merge(before, entry);
    if (after === before) continue;
    if (next === list) next = [...list];
    if (at === undefined) {
      places.set(name, next.length);
      next.push(after);
    } else next[at] = after;
  }
  if (next !== list) indexes.delete(list);
  indexes.set(next, { nameOf, places });
  return next;
}
