/** What a snapshot lacks, and why. */
import type { Missing, Post, Profile, Snapshot } from '../.generated/snapshot';
import type { Place } from '../reading/place';
import type { Dossier } from './dossier';

type Why = NonNullable<Missing['why']>;
type Platform = Snapshot['platform'];

const HEADER = ['profile.followers', 'profile.following', 'profile.posts'];
const COUNTED = ['posts[].likes', 'posts[].comments'];

/**
 * What each platform's profile pages always show: where a page gives nothing of it, it was not understood, and the page
 * may have changed. Of all else the absence says nothing of the reading (evidence: PAGES.md, captures).
 */
const ALWAYS: Record<Platform, readonly string[]> = {
  instagram: [...HEADER, 'posts', 'posts[].likes', 'posts[].comments', 'posts[].at'],
  tiktok: [
    'profile.followers',
    'profile.following',
    'posts',
    ...COUNTED,
    'posts[].views',
    'posts[].shares',
    'posts[].at',
  ],
  youtube: ['profile.followers', 'profile.posts', 'posts', 'posts[].views'],
  x: [...HEADER, 'profile.createdAt', 'posts', ...COUNTED, 'posts[].shares', 'posts[].at'],
  bluesky: [...HEADER, 'posts', ...COUNTED, 'posts[].shares', 'posts[].at'],
  mastodon: [...HEADER, 'profile.createdAt', 'posts', ...COUNTED, 'posts[].shares', 'posts[].at'],
  threads: ['profile.followers', 'posts', ...COUNTED, 'posts[].at'],
  twitch: ['profile.followers', 'posts[].views', 'posts[].at'],
  kick: ['profile.followers', 'posts[].views', 'posts[].at'],
  facebook: ['posts[].likes', 'posts[].comments', 'posts[].at'],
  linkedin: ['profile.followers', 'posts[].likes'],
  reddit: ['posts', 'posts[].comments', 'posts[].at'],
  pinterest: ['profile.followers'],
  substack: ['posts[].likes', 'posts[].comments', 'posts[].at'],
  generic: [],
};
/** Tabs of a profile that may well list no posts of its own. A YouTube channel's home is what its owner put there. */
const OTHER_TABS: ReadonlySet<string> = new Set(
  `about featured playlists community affiliates superfollows articles highlights media tagged reposts replies saved
  followers following likes photos reviews groups shop events`.split(/\s+/),
);
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
  const platform = dossier.place.platform;
  const said = new Map(dossier.missing.map((entry) => [entry.field, entry.why]));
  const missing: Missing[] = [];
  const rendered =
    posts.length > 0 && dossier.posts.every((entry) => entry.via.id === 'dom' || entry.via.id === 'meta');
  const add = (field: string, why: Why) => missing.push({ field, why: said.get(field) ?? why });
  const why = (field: string): Why => {
    if (rendered && NOT_RENDERED[platform]?.includes(field)) return 'not_on_page';
    if (dossier.loggedIn === false && BEHIND_LOGIN[platform]?.includes(field)) return 'login';
    const { kind, tab } = dossier.place;
    if (field.startsWith('profile.') && kind !== 'profile') return 'not_on_page';
    if (field === 'posts' && OTHER_TABS.has(tab ?? (platform === 'youtube' ? 'featured' : ''))) return 'not_on_page';
    return ALWAYS[platform].includes(field) || OPENED[field] === kind ? 'not_read' : 'not_on_page';
  };
  for (const field of PROFILE) if (profile[field] === undefined) add(`profile.${field}`, why(`profile.${field}`));
  if (posts.length === 0 && profile.posts !== 0) add('posts', profile.private === true ? 'hidden' : why('posts'));
  for (const field of POST) {
    const lacking = posts.filter((post) => post[field] === undefined && !isViewless(post, field, platform));
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

/** YouTube's text posts have no views, and a stream on air prints who watches now. */
function isViewless(post: Post, field: keyof Post, platform: Platform): boolean {
  return field === 'views' && platform === 'youtube' && (post.kind === 'text' || post.kind === 'live');
}
