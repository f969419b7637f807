/** What a snapshot lacks, and why. */
import type { Missing, Post, Profile } from '../.generated/snapshot';
import type { Dossier } from './dossier';

type Why = NonNullable<Missing['why']>;

/** Fields that a platform shows nowhere on its profile pages: their absence says nothing of the reading. */
const NEVER: Record<string, readonly string[]> = {
  instagram: ['posts[].saves', 'profile.createdAt', 'profile.likesTotal', 'profile.viewsTotal'],
  tiktok: ['profile.viewsTotal'],
  youtube: ['profile.following', 'profile.likesTotal', 'posts[].shares', 'posts[].saves'],
  x: ['profile.likesTotal', 'profile.viewsTotal'],
};
/** YouTube's lists hold views only: likes and comments stand on each video's own page. */
const ELSEWHERE: Record<string, readonly string[]> = {
  youtube: ['posts[].likes', 'posts[].comments', 'posts[].at', 'profile.createdAt', 'profile.viewsTotal'],
};
/** What the rendered page does not print, though the platform's JSON has it. */
const NOT_RENDERED: Record<string, readonly string[]> = {
  instagram: ['posts[].likes', 'posts[].comments', 'posts[].views', 'posts[].shares'],
  tiktok: ['posts[].likes', 'posts[].comments', 'posts[].views', 'posts[].shares', 'posts[].saves'],
};
/** Without a login these platforms show a header and little else. */
const BEHIND_LOGIN: Record<string, readonly string[]> = {
  instagram: ['posts', 'posts[].likes', 'posts[].comments', 'posts[].views', 'comments', 'people'],
  tiktok: ['comments', 'people', 'posts'],
  x: ['people', 'comments'],
};

const PROFILE: readonly (keyof Profile)[] = ['followers', 'following', 'posts', 'createdAt', 'verified'];
const POST: readonly (keyof Post)[] = ['likes', 'comments', 'views', 'shares', 'saves', 'at'];

/** @returns one entry for each expected field that no post or no place gave, in a fixed order. */
export function missingOf(
  dossier: Dossier,
  profile: Profile,
  posts: Post[],
  cut: { posts: boolean; comments: boolean; people: boolean },
): Missing[] {
  const platform = dossier.place.platform;
  const said = new Map(dossier.missing.map((entry) => [entry.field, entry.why]));
  const missing: Missing[] = [];
  const rendered =
    posts.length > 0 && dossier.posts.every((entry) => entry.via.id === 'dom' || entry.via.id === 'meta');
  const add = (field: string, why: Why) => missing.push({ field, why: said.get(field) ?? why });
  const why = (field: string): Why => {
    if (rendered && NOT_RENDERED[platform]?.includes(field)) return 'not_on_page';
    if (NEVER[platform]?.includes(field) || ELSEWHERE[platform]?.includes(field)) return 'not_on_page';
    return dossier.loggedIn === false && BEHIND_LOGIN[platform]?.includes(field) ? 'login' : 'not_read';
  };
  for (const field of PROFILE) if (profile[field] === undefined) add(`profile.${field}`, why(`profile.${field}`));
  if (posts.length === 0 && profile.posts !== 0) add('posts', profile.private === true ? 'hidden' : why('posts'));
  for (const field of POST) {
    const lacking = posts.filter((post) => post[field] === undefined);
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
