/** What a snapshot lacks, and why. */
import { shows } from '../.generated/platforms/shows';
import type { Missing, Post, Profile, Snapshot } from '../.generated/snapshot';
import type { Shows } from '../platforms/site';
import type { Place } from '../reading/place';
import type { Dossier } from './dossier';

type Why = NonNullable<Missing['why']>;
type Platform = Snapshot['platform'];

const ofPlatform: Readonly<Record<Platform, Shows>> = shows;

/** Tabs of a profile that may well list no posts of its own. */
const OTHER_TABS: ReadonlySet<string> = new Set(
  `about featured playlists community affiliates superfollows articles highlights media tagged reposts replies saved
  followers following likes photos reviews groups shop events`.split(/\s+/),
);

/** The page that a person opened for it. */
const OPENED: Record<string, Place['kind']> = { comments: 'post', people: 'people' };

const PROFILE: readonly (keyof Profile)[] = ['followers', 'following', 'posts', 'createdAt', 'verified'];
const POST: readonly (keyof Post)[] = ['likes', 'comments', 'views', 'shares', 'saves', 'at'];

/** @returns one entry for each expected field that no post or no place gave, in a fixed order. */
export function missingOf(
  dossier: Dossier,
  profile: Profile,
  posts: Post[],
  cut: { posts: boolean; comments: boolean; people: boolean },
): Missing[] {
  const { always, notRendered, behindLogin, bareTab, viewless } = ofPlatform[dossier.place.platform];
  const said = new Map(dossier.missing.map((entry) => [entry.field, entry.why]));
  const missing: Missing[] = [];
  const rendered =
    posts.length > 0 && dossier.posts.every((entry) => entry.via.id === 'dom' || entry.via.id === 'meta');
  const add = (field: string, why: Why) => missing.push({ field, why: said.get(field) ?? why });
  const why = (field: string): Why => {
    if (rendered && notRendered?.includes(field)) return 'not_on_page';
    if (dossier.loggedIn === false && behindLogin?.includes(field)) return 'login';
    const { kind, tab } = dossier.place;
    if (field.startsWith('profile.') && kind !== 'profile') return 'not_on_page';
    if (field === 'posts' && OTHER_TABS.has(tab ?? bareTab ?? '')) return 'not_on_page';
    return always.includes(field) || OPENED[field] === kind ? 'not_read' : 'not_on_page';
  };
  for (const field of PROFILE) if (profile[field] === undefined) add(`profile.${field}`, why(`profile.${field}`));
  if (posts.length === 0 && profile.posts !== 0) add('posts', profile.private === true ? 'hidden' : why('posts'));
  for (const field of POST) {
    const lacking = posts.filter(
      (post) => post[field] === undefined && !(field === 'views' && viewless?.includes(post.kind ?? '')),
    );
    if (lacking.length === 0) continue;
    const hidden = field === 'likes' && lacking.every((post) => post.likesHidden === true);
    const off = field === 'comments' && lacking.every((post) => post.commentsOff === true);
    add(`posts[].${field}`, hidden || off ? 'hidden' : why(`posts[].${field}`));
  }
  if (dossier.comments.length === 0) add('comments', dossier.place.kind === 'post' ? why('comments') : 'not_on_page');
  if (!dossier.people.some((person) => person.relation === 'follower'))
    add('people', dossier.place.kind === 'people' ? why('people') : 'not_on_page');
  for (const list of ['posts', 'comments', 'people'] as const) if (cut[list]) missing.push({ field: list, why: 'cut' });
  return missing;
}
