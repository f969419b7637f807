/**
 * The dossier of one viewed account: what all the places on its pages said, merged into a snapshot. Pure and
 * serialisable: it lies in storage.session between two answers of the page.
 */
import type { Comment, Missing, Person, Post, Profile, Snapshot } from '../.generated/snapshot';
import type { Place } from '../reading/place';
import type { Reading, Subject, Via } from '../reading/reading';
import { sameName } from '../reading/text';
import { withEntries } from './indexed-list';
import { moreTelling, newerOf } from './merge';

export const CAPS = { posts: 1000, comments: 20_000, people: 20_000, sources: 200, links: 50, names: 50, waiting: 40 };

/** Order of trust where values are equally exact. */
export const TRUST: readonly Via[] = ['typed', 'response', 'inline', 'jsonld', 'meta', 'dom'];

type ProfileField = Exclude<keyof Profile, 'handle'>;
export type Order = NonNullable<Snapshot['postsOrder']>;

interface Said {
  via: Via;
  at: string;
  value: Profile[ProfileField];
}

export interface KnownPost {
  post: Post;
  /** Which place gave each field. */
  via: Partial<Record<keyof Post, Via>>;
  orders: Order[];
}

/** Everything read so far about one account. JSON-safe. */
export interface Dossier {
  place: Place;
  handle?: string;
  id?: string;
  /** One entry for each field and place. */
  profile: [ProfileField, Said][];
  posts: KnownPost[];
  comments: Comment[];
  people: Person[];
  peopleOrder?: Snapshot['peopleOrder'];
  loggedIn?: boolean;
  missing: Missing[];
  gone?: true;
  /** Our scripts came when the page had its first answers: these were not heard. */
  late?: true;
  /** The page said more than could be passed on. */
  cut?: true;
  /** Readings whose account is known by an id or a post that nothing has named yet. */
  waiting: Reading[];
}

export interface Refused {
  error: { code: 'not_a_profile' | 'not_readable'; message: string };
}

export function emptyDossier(place: Place): Dossier {
  return {
    place,
    ...(place.handle === undefined ? {} : { handle: place.handle }),
    ...(place.id === undefined ? {} : { id: place.id }),
    profile: [],
    posts: [],
    comments: [],
    people: [],
    missing: [],
    waiting: [],
  };
}

/**
 * Adds what one place said, if it speaks of the dossier's account.
 * @returns a new dossier, or the same object if nothing changed.
 */
export function addReading(dossier: Dossier, reading: Reading): Dossier {
  if (reading.platform !== dossier.place.platform) return dossier;
  const bound = binds(dossier, reading.subject, !reading.ahead);
  if (bound === 'other') return dossier;
  if (bound === 'unknown') return wait(dossier, reading);
  const merged = merge(dossier, reading);
  if (merged === dossier) return dossier;
  const retry = merged.waiting.filter((waiting) => binds(merged, waiting.subject) === 'same');
  const rest = merged.waiting.filter((waiting) => binds(merged, waiting.subject) === 'unknown');
  return retry.reduce(addReading, rest.length === merged.waiting.length ? merged : { ...merged, waiting: rest });
}

/** Merges what another page of the same account gave (a watch page into its channel). */
export function absorb(dossier: Dossier, other: Dossier): Dossier {
  const bound = binds(dossier, {
    ...(other.handle === undefined ? {} : { handle: other.handle }),
    ...(other.id === undefined ? {} : { id: other.id }),
  });
  if (bound !== 'same') return dossier;
  return readingsOf(other).reduce(
    (sum, reading) => addReading(sum, { ...reading, subject: subjectIn(dossier) }),
    dossier,
  );
}

function subjectIn(dossier: Dossier): Subject {
  return {
    ...(dossier.handle === undefined ? {} : { handle: dossier.handle }),
    ...(dossier.id === undefined ? {} : { id: dossier.id }),
  };
}

function readingsOf(dossier: Dossier): Reading[] {
  const platform = dossier.place.platform;
  const at = dossier.profile[0]?.[1].at ?? '1970-01-01T00:00:00Z';
  const said: Reading[] = dossier.profile.map(([field, { via, at: when, value }]) => ({
    platform,
    subject: {},
    via,
    at: when,
    profile: { [field]: value },
  }));
  // Posts that came from the same place go together: each reading is merged as a whole.
  const batches = new Map<string, Reading>();
  for (const { post, via, orders } of dossier.posts) {
    const [postsOrder] = orders;
    const place = `${via.id ?? 'dom'} ${postsOrder ?? ''}`;
    const batch = batches.get(place) ?? { platform, subject: {}, via: via.id ?? 'dom', at, posts: [], postsOrder };
    batch.posts?.push(post);
    batches.set(place, batch);
  }
  return [
    ...said,
    ...batches.values(),
    { platform, subject: {}, via: 'response', at, comments: dossier.comments, people: dossier.people },
  ];
}

/**
 * Whether a subject is the dossier's account; 'unknown' where nothing connects them yet.
 * @param compared its reader has held it against this very place
 */
function binds(dossier: Dossier, subject: Subject, compared = false): 'same' | 'other' | 'unknown' {
  const { handle, id, place } = dossier;
  if (subject.id !== undefined && id !== undefined) return subject.id === id ? 'same' : 'other';
  if (subject.handle !== undefined && handle !== undefined) return sameName(subject.handle, handle) ? 'same' : 'other';
  if (
    subject.postId !== undefined &&
    (subject.postId === place.postId || dossier.posts.some(({ post }) => post.id === subject.postId))
  )
    return 'same';
  // '/c/name' and '/user/name' name no handle: their reader has compared the address itself.
  if (compared && handle === undefined && id === undefined && place.alias !== undefined && subject.postId === undefined)
    return 'same';
  return 'unknown';
}

function wait(dossier: Dossier, reading: Reading): Dossier {
  if (dossier.waiting.length >= CAPS.waiting) return dossier;
  const text = JSON.stringify(reading);
  return dossier.waiting.some((other) => JSON.stringify(other) === text)
    ? dossier
    : { ...dossier, waiting: [...dossier.waiting, reading] };
}

function merge(dossier: Dossier, reading: Reading): Dossier {
  const next: Dossier = { ...dossier };
  const { subject } = reading;
  if (dossier.id === undefined && subject.id !== undefined) next.id = subject.id;
  // The page's own spelling is better than the address bar's.
  if (
    subject.handle !== undefined &&
    (dossier.handle === undefined || (dossier.handle !== subject.handle && dossier.handle === dossier.place.handle))
  )
    next.handle = subject.handle;
  next.profile = mergeProfile(dossier.profile, reading);
  next.posts = mergePosts(dossier.posts, reading);
  next.comments = mergeComments(dossier.comments, reading.comments);
  next.people = mergePeople(dossier.people, reading.people);
  if (reading.peopleOrder && reading.people?.length) next.peopleOrder = reading.peopleOrder;
  if (reading.viewer?.loggedIn !== undefined) next.loggedIn = reading.viewer.loggedIn;
  const missing = (reading.missing ?? []).filter(
    (entry) => !dossier.missing.some((other) => other.field === entry.field && other.why === entry.why),
  );
  if (missing.length && dossier.missing.length < 100) next.missing = [...dossier.missing, ...missing.slice(0, 20)];
  if (reading.gone) next.gone = true;
  const same = (Object.keys(next) as (keyof Dossier)[]).every((key) => next[key] === dossier[key]);
  return same ? dossier : next;
}

function mergeProfile(profile: Dossier['profile'], reading: Reading): Dossier['profile'] {
  let next = profile;
  for (const field of Object.keys(reading.profile ?? {}) as ProfileField[]) {
    const value = reading.profile?.[field];
    if (value === undefined) continue;
    const at = next.findIndex(([name, said]) => name === field && said.via === reading.via);
    const before = next[at]?.[1];
    if (before && JSON.stringify(before.value) === JSON.stringify(value)) continue;
    if (before && (before.at > reading.at || moreTelling(before.value, value))) continue;
    const entry: [ProfileField, Said] = [field, { via: reading.via, at: reading.at, value }];
    next = at < 0 ? [...next, entry] : next.map((old, index) => (index === at ? entry : old));
  }
  return next;
}

const postName = ({ post }: KnownPost): string => post.id ?? '';

function mergePosts(posts: KnownPost[], reading: Reading): KnownPost[] {
  const next = withEntries(
    posts,
    (reading.posts ?? []).filter(({ id }) => id !== undefined),
    postName,
    (post) => ({ post, via: viasOf(post, reading.via), orders: reading.postsOrder ? [reading.postsOrder] : [] }),
    (before, post) => mergePost(before, post, reading),
  );
  return next.length > 2 * CAPS.posts ? newest(next, CAPS.posts, ({ post }) => post.at) : next;
}

function viasOf(post: Post, via: Via): KnownPost['via'] {
  return Object.fromEntries((Object.keys(post) as (keyof Post)[]).map((field) => [field, via]));
}

function mergePost(before: KnownPost, post: Post, reading: Reading): KnownPost {
  const trust = (via: Via | undefined) => (via === undefined ? TRUST.length : TRUST.indexOf(via));
  const merged = newerOf(before.post, post, (field) => trust(reading.via) <= trust(before.via[field]));
  const changed = (Object.keys(merged) as (keyof Post)[]).filter((field) => merged[field] !== before.post[field]);
  const better = (Object.keys(post) as (keyof Post)[]).filter(
    (field) => merged[field] === post[field] && trust(reading.via) < trust(before.via[field]),
  );
  const orders =
    reading.postsOrder && !before.orders.includes(reading.postsOrder)
      ? [...before.orders, reading.postsOrder]
      : before.orders;
  if (JSON.stringify(merged) === JSON.stringify(before.post) && orders === before.orders && better.length === 0)
    return before;
  const via = { ...before.via };
  for (const field of [...changed, ...better]) via[field] = reading.via;
  return { post: merged, via, orders };
}

const commentName = ({ id, postId, author, text }: Comment): string =>
  id ?? `${postId ?? ''}\n${author ?? ''}\n${text ?? ''}`;

function mergeComments(comments: Comment[], more: Comment[] | undefined): Comment[] {
  return mergeList(comments, more, commentName, CAPS.comments, (comment) => comment.at);
}

const personName = ({ relation, handle }: Person): string => `${relation ?? ''}\n${handle?.toLowerCase() ?? ''}`;

function mergePeople(people: Person[], more: Person[] | undefined): Person[] {
  return mergeList(people, more, personName, CAPS.people, () => undefined);
}

function mergeList<T extends object>(
  list: T[],
  more: T[] | undefined,
  nameOf: (entry: T) => string,
  cap: number,
  timeOf: (entry: T) => string | undefined,
): T[] {
  const next = withEntries(list, more ?? [], nameOf, (entry) => entry, later);
  return next.length > 2 * cap ? newest(next, cap, timeOf) : next;
}

/** The later of two; the one before where it says the same. */
function later<T extends object>(before: T, entry: T): T {
  const merged = newerOf(before, entry, () => true);
  return JSON.stringify(before) === JSON.stringify(merged) ? before : merged;
}

/** The newest `most` entries; those without a time go last, in the order in which they came. */
export function newest<T>(list: T[], most: number, timeOf: (entry: T) => string | undefined): T[] {
  return list
    .map((entry, index) => ({ entry, index, at: Date.parse(timeOf(entry) ?? '') || 0 }))
    .sort((a, b) => b.at - a.at || a.index - b.index)
    .slice(0, most)
    .map(({ entry }) => entry);
}
