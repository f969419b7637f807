/** What a snapshot lacks, and why. */
import { shows } from '../.generated/platforms/shows';
import type { Missing, Post, Profile, Snapshot } from '../.generated/snapshot';
import type { Shows } from '../platforms/site';
import { lowOf } from '../reading/counts';
import type { Via } from '../reading/reading';
import type { Dossier } from './dossier';

type Why = NonNullable<Missing['why']>;
type Platform = Snapshot['platform'];
type CountOfPost = 'likes' | 'comments' | 'views' | 'shares' | 'saves';

const ofPlatform: Readonly<Record<Platform, Shows>> = shows;

const PROFILE: readonly (keyof Profile)[] = ['followers', 'following', 'posts', 'createdAt', 'verified'];
/** What a header prints as numbers. */
const HEADER: ReadonlySet<string> = new Set(['followers', 'following', 'posts', 'likesTotal']);
const COUNTS: readonly CountOfPost[] = ['likes', 'comments', 'views', 'shares', 'saves'];
const POST: readonly (CountOfPost | 'at')[] = [...COUNTS, 'at'];

/** @returns one entry for each expected field that no post or no place gave, in a fixed order. */
export function missingOf(
  dossier: Dossier,
  profile: Profile,
  posts: Post[],
  cut: { posts: boolean; comments: boolean; people: boolean },
): Missing[] {
  const said = new Map(dossier.missing.map((entry) => [entry.field, entry.why]));
  const missing: Missing[] = [];
  const add = (field: string, why: Why) => missing.push({ field, why: said.get(field) ?? why });
  for (const field of PROFILE)
    if (profile[field] === undefined)
      add(`profile.${field}`, whyNot(dossier, `profile.${field}`, isHeaderChanged(dossier, field)));
  if (posts.length === 0 && profile.posts !== 0)
    add('posts', profile.private === true ? 'hidden' : whyNot(dossier, 'posts', areUnfound(dossier, profile)));
  for (const field of POST) {
    const why = whyNoneOf(dossier, posts, field);
    if (why) add(`posts[].${field}`, why);
  }
  if (isOneListOf(dossier, posts)) add('posts[].kind', 'not_on_page');
  // Comments come as the person scrolls: that none has come yet says nothing of the page.
  if (dossier.comments.length === 0) add('comments', whyNot(dossier, 'comments', false));
  if (!dossier.people.some((person) => person.relation === 'follower'))
    add('people', whyNot(dossier, 'people', dossier.place.kind === 'people' && profile.followers !== 0));
  for (const list of ['posts', 'comments', 'people'] as const) if (cut[list]) missing.push({ field: list, why: 'cut' });
  return missing;
}

/**
 * A page may still be on its way: what its readers have not found is told once it has been quiet for a while.
 * @returns what can be told by now
 */
export function tellable(missing: readonly Missing[], quiet: boolean): Missing[] {
  return missing.filter(({ field, why }) => quiet || why !== 'not_read' || field === 'history');
}

/** @param unfound whether the page should have it here: its reader found nothing, and the page may have changed */
function whyNot(dossier: Dossier, field: string, unfound: boolean): Why {
  const { platform, tab } = dossier.place;
  const { always, behindLogin, lists } = ofPlatform[platform];
  if (dossier.loggedIn === false && behindLogin?.includes(field)) return 'login';
  if (dossier.late && (always.includes(field) || (field === 'posts' && lists?.includes(tab ?? '')))) return 'not_heard';
  return unfound ? 'not_read' : 'not_on_page';
}

/** Which places gave numbers of the header. Meta tags and JSON-LD stand in every first answer, also in that of a login wall. */
function headerFrom(dossier: Dossier, ...vias: Via[]): boolean {
  return dossier.profile.some(([field, { via }]) => HEADER.has(field) && vias.includes(via));
}

/** A header's node was read, and lacks one of its fields. */
function isHeaderChanged(dossier: Dossier, field: string): boolean {
  const { kind, platform } = dossier.place;
  return (
    kind === 'profile' &&
    ofPlatform[platform].always.includes(`profile.${field}`) &&
    headerFrom(dossier, 'response', 'inline')
  );
}

/** The page has its header, and shows the tab that lists the posts. */
function areUnfound(dossier: Dossier, profile: Profile): boolean {
  const { kind, platform, tab = '' } = dossier.place;
  const { lists = [], listsCounted = [] } = ofPlatform[platform];
  const counted = profile.posts !== undefined && lowOf(profile.posts) > 0;
  return (
    kind === 'profile' &&
    (lists.includes(tab) || (counted && listsCounted.includes(tab))) &&
    headerFrom(dossier, 'response', 'inline', 'dom')
  );
}

/** Kinds of posts that have a list of their own where the platform has these lists. */
const OWN_LISTS: readonly (readonly [kind: Post['kind'], list: string])[] = [
  ['live', 'streams'],
  ['short', 'shorts'],
];

/** The page showed streams alone, or short videos alone: what it says of them is not what the account's other videos would. */
function isOneListOf({ place }: Dossier, posts: readonly Post[]): boolean {
  const { lists = [] } = ofPlatform[place.platform];
  return (
    place.kind === 'profile' &&
    posts.length > 0 &&
    OWN_LISTS.some(([kind, list]) => lists.includes(list) && posts.every((post) => post.kind === kind))
  );
}

/** A list of comments names its post and their number, and says no more of it. */
const isNamedOnly = (post: Post) => Object.keys(post).every((key) => key === 'id' || key === 'comments');

/** Why posts lack a field; undefined where each that could have it has it. */
function whyNoneOf(dossier: Dossier, posts: readonly Post[], field: CountOfPost | 'at'): Why | undefined {
  const { always, notRendered, viewless, viewsAlone } = ofPlatform[dossier.place.platform];
  const able = posts.filter((post) => !(field === 'views' && viewless?.includes(post.kind ?? '')));
  const lacking = able.filter((post) => post[field] === undefined);
  if (lacking.length === 0) return undefined;
  if (field === 'likes' && lacking.every((post) => post.likesHidden === true)) return 'hidden';
  if (field === 'comments' && lacking.every((post) => post.commentsOff === true)) return 'hidden';
  const name = `posts[].${field}`;
  const rendered = dossier.posts.every((entry) => entry.via.id === 'dom' || entry.via.id === 'meta');
  if (rendered && notRendered?.includes(name)) return 'not_on_page';
  const isPart = (post: Post) =>
    isNamedOnly(post) || (viewsAlone && COUNTS.every((count) => (post[count] !== undefined) === (count === 'views')));
  // One post without is that post's: its reader has found the others.
  const changed =
    always.includes(name) &&
    !(rendered && dossier.place.kind === 'post') &&
    able.every((post) => post[field] === undefined && !isPart(post));
  return whyNot(dossier, name, changed);
}
