/** From a dossier to the contract's snapshot: the best of what was said, where it came from, and what is missing. */
import type { Post, Profile, Snapshot } from '../.generated/snapshot';
import { siteNamed } from '../platforms/pages';
import { disclosesPayment } from '../reading/disclosure';
import { cleanText, TEXT_BYTES } from '../reading/text';
import { CAPS, type Dossier, type KnownPost, newest, type Order, type Refused, TRUST } from './dossier';
import { moreTelling } from './merge';
import { missingOf } from './missing';
import { withinSize } from './size';

/**
 * The snapshot of what is known.
 * @param now RFC 3339 UTC, written as capturedAt. @param address of the page.
 * @returns the snapshot, or why there is none: no such account, or nothing could be read.
 */
export function toSnapshot(
  dossier: Dossier,
  now: string,
  address: string,
  locale?: string,
): { snapshot: Snapshot } | { refusal: Refused } {
  const site = siteNamed(dossier.place.platform);
  const handle = cleanText(dossier.handle ?? (site?.nameless ? dossier.id : undefined));
  const said =
    dossier.profile.length > 0 || dossier.posts.length > 0 || dossier.comments.length > 0 || dossier.people.length > 0;
  // A page of any host that says nothing is most likely no profile.
  if (!said && site?.access === 'click') return refused('not_a_profile', 'This page does not show one account.');
  if (dossier.gone && !said) return refused('not_a_profile', 'The page says that there is no such account.');
  if (handle === undefined) return refused('not_readable', 'Could not read whose page this is.');
  if (!said) return refused('not_readable', 'Could not read followers, following, posts or the profile itself.');
  const { profile, sources } = settle(dossier, handle);
  const { posts, postsOrder, cut } = chosenPosts(dossier);
  const comments =
    dossier.comments.length > CAPS.comments
      ? newest(dossier.comments, CAPS.comments, (comment) => comment.at)
      : dossier.comments;
  const people = dossier.people.slice(0, CAPS.people);
  // Nobody knows what was in a text that was not passed on: any list that there is may lack something.
  const cutIn = (list: readonly unknown[]) => dossier.cut === true && list.length > 0;
  const missing = missingOf(dossier, profile, posts, {
    posts: cut || cutIn(posts),
    comments: dossier.comments.length > comments.length || cutIn(comments),
    people: dossier.people.length > people.length || cutIn(people),
  });
  const snapshot: Snapshot = {
    schema: 'plumb.snapshot/1',
    platform: dossier.place.platform,
    url: address.slice(0, TEXT_BYTES).toWellFormed(),
    capturedAt: now,
    ...(locale ? { locale: locale.slice(0, 40).toWellFormed() } : {}),
    ...(dossier.loggedIn === undefined ? {} : { viewer: { loggedIn: dossier.loggedIn } }),
    ...(posts.length ? { postsOrder } : {}),
    ...(people.some((person) => person.relation === 'follower')
      ? { peopleOrder: dossier.peopleOrder ?? 'unknown' }
      : {}),
    profile,
    ...(posts.length ? { posts: posts.map(fit) } : {}),
    ...(comments.length ? { comments: comments.map(fit) } : {}),
    ...(people.length ? { people: people.map(fit) } : {}),
    sources: sources.slice(0, CAPS.sources),
    ...(missing.length ? { missing } : {}),
  };
  return { snapshot: withinSize(snapshot) };
}

function refused(code: Refused['error']['code'], message: string): { refusal: Refused } {
  return { refusal: { error: { code, message } } };
}

/** For each field the best of what was said, and who said it. */
function settle(dossier: Dossier, handle: string): { profile: Profile; sources: NonNullable<Snapshot['sources']> } {
  const profile: Profile = { handle };
  const sources: NonNullable<Snapshot['sources']> = [];
  const fields = [...new Set(dossier.profile.map(([field]) => field))].sort();
  for (const field of fields) {
    const all = dossier.profile
      .filter(([name]) => name === field)
      .map(([, said]) => said)
      .sort((a, b) => TRUST.indexOf(a.via) - TRUST.indexOf(b.via));
    const best = all.reduce((a, b) => (moreTelling(b.value, a.value) ? b : a));
    Object.assign(profile, { [field]: fitValue(best.value) });
    for (const { via, at, value } of all)
      sources.push({ field: `profile.${field}`, via, value: fitValue(value) as unknown as SourceValue, at });
  }
  return { profile, sources };
}

type SourceValue = NonNullable<NonNullable<NonNullable<Snapshot['sources']>[number]['value']>>;

const ORDERS: readonly Order[] = ['top', 'home', 'latest', 'unknown'];

/**
 * Where a tab that lists the newest posts was read, posts that only a Home tab or a list of favourites showed are left
 * out: they were chosen for their success.
 */
function chosenPosts(dossier: Dossier): { posts: Post[]; postsOrder: Order; cut: boolean } {
  const picked = (entry: KnownPost) =>
    entry.orders.length > 0 && entry.orders.every((order) => order === 'top' || order === 'home');
  const favourites = siteNamed(dossier.place.platform)?.favouritesLoggedOut && dossier.loggedIn === false;
  const hasLatest = !favourites && dossier.posts.some((entry) => entry.orders.includes('latest'));
  const kept = hasLatest ? dossier.posts.filter((entry) => !picked(entry)) : dossier.posts;
  const orders = new Set(kept.flatMap((entry) => entry.orders));
  const order = favourites ? 'top' : hasLatest ? 'latest' : (ORDERS.find((name) => orders.has(name)) ?? 'unknown');
  const cut = kept.length > CAPS.posts;
  const shown = cut ? newest(kept, CAPS.posts, ({ post }) => post.at) : kept;
  // Where the platform has no mark of its own for paid posts, or gave none, the words count.
  const marked = shown.map(({ post }) =>
    post.sponsored === undefined && disclosesPayment(post.caption) ? { ...post, sponsored: true } : post,
  );
  return { posts: marked, postsOrder: order, cut };
}

/** Texts within the cap and well-formed, lists within theirs; absent stays absent. */
function fit<T extends object>(entry: T): T {
  return Object.fromEntries(
    Object.entries(entry)
      .map(([key, value]) => [key, fitValue(value)])
      .filter(([, value]) => value !== undefined),
  ) as T;
}

function fitValue<T>(value: T): T {
  if (typeof value === 'string') return cleanText(value) as T;
  if (Array.isArray(value))
    return value
      .slice(0, CAPS.links)
      .map((item) => fitValue(item))
      .filter((item) => item !== undefined) as T;
  return value;
}
