/** X's users, in three generations: all in `legacy`, `core` with counts in `legacy`, `relationship_counts` and `tweet_counts`. */
import type { Person } from '../../.generated/snapshot';
import { exactCount } from '../../reading/counts';
import { makePerson, makeProfile, type ProfileFields } from '../../reading/factories';
import { childWith, find, get, has, type Json, type JsonObject, walk } from '../../reading/shape';
import { cleanText, readLink, readName } from '../../reading/text';
import { fromMilliseconds, fromText } from '../../reading/times';

export interface User {
  id: string | undefined;
  handle: string;
  profile: ProfileFields;
  hasAvatar: boolean | undefined;
  pinned: string[];
}

export function personOf(user: User, relation: Person['relation'], postId?: string): Person {
  const { displayName, followers, following, posts, verified, bio, createdAt } = user.profile;
  return makePerson({
    handle: user.handle,
    displayName,
    relation,
    postId,
    hasAvatar: user.hasAvatar,
    followers,
    following,
    posts,
    verified,
    private: user.profile.private,
    bio,
    createdAt,
  });
}

/** A user, or null for any other node. */
export function userOf(node: JsonObject): User | null {
  if (!has(node, 'rest_id') || has(node, 'conversation_id_str')) return null;
  const name = childWith(node, 'screen_name') ?? (has(node, 'screen_name') ? node : undefined);
  const handle = readName(name?.['screen_name']);
  if (!name || handle === undefined) return null;
  const legacy = childWith(node, 'followers_count') ?? node;
  const relations = childWith(node, 'followers', 'following');
  const counts = childWith(node, 'tweets', 'media_tweets') ?? childWith(node, 'tweets');
  const flags = childWith(node, 'protected');
  const verification = childWith(node, 'verified');
  const bio = childWith(node, 'description');
  const about = childWith(node, 'account_based_in') ?? childWith(node, 'username_changes');
  const changes = get(about, 'username_changes');
  const avatar = get(node, 'avatar', 'image_url') ?? get(legacy, 'profile_image_url_https');
  return {
    id: readName(node['rest_id']),
    handle,
    hasAvatar: typeof avatar === 'string' ? !avatar.includes('default_profile') : undefined,
    pinned: namesIn(get(childWith(node, 'tweet_ids_str'), 'tweet_ids_str') ?? get(legacy, 'pinned_tweet_ids_str')),
    profile: makeProfile({
      id: readName(node['rest_id']),
      displayName: cleanText(name['name'] ?? get(legacy, 'name')),
      bio: cleanText(get(bio, 'description') ?? get(legacy, 'description')),
      category: cleanText(
        get(
          find(get(node, 'professional', 'category'), (item) => has(item, 'name')),
          'name',
        ),
      ),
      country: cleanText(get(about, 'account_based_in')),
      links: linksOf(node),
      followers: exactCount(get(relations, 'followers') ?? get(legacy, 'followers_count')),
      following: exactCount(get(relations, 'following') ?? get(legacy, 'friends_count')),
      posts: exactCount(get(counts, 'tweets') ?? get(legacy, 'statuses_count')),
      verified: verifiedIn(node, verification, legacy),
      private: flag(get(flags, 'protected') ?? get(legacy, 'protected')),
      business: get(node, 'professional', 'professional_type') === 'Business' ? true : undefined,
      createdAt: fromText(name['created_at'] ?? get(legacy, 'created_at')),
      handleChanges: exactCount(get(changes, 'count')),
      handleChangedAt: fromMilliseconds(get(changes, 'last_changed_at_msec')),
    }),
  };
}

/** A check mark of any colour: paid, business or government. */
function verifiedIn(node: JsonObject, verification: JsonObject | undefined, legacy: JsonObject): boolean | undefined {
  const signs = [node['is_blue_verified'], verification?.['verified'], legacy['verified']].filter(
    (sign) => typeof sign === 'boolean',
  );
  const type = verification?.['verified_type'] ?? legacy['verified_type'];
  if (typeof type === 'string' && type !== '' && type !== 'None') return true;
  if (signs.includes(true)) return true;
  // A paid mark and an official one are two flags: only both say that there is none.
  return typeof node['is_blue_verified'] === 'boolean' && signs.length > 1 ? false : undefined;
}

function linksOf(node: JsonObject): string[] | undefined {
  const links = new Set<string>();
  for (const block of Object.values(node)) {
    for (const url of [get(block, 'entities', 'url', 'urls')]) {
      walk(url, (entry) => {
        const link = readLink(entry['expanded_url']);
        if (link && links.size < 20) links.add(link);
      });
    }
  }
  return links.size ? [...links] : undefined;
}

function namesIn(value: Json | undefined): string[] {
  return Array.isArray(value)
    ? value
        .slice(0, 10)
        .map(readName)
        .filter((name) => name !== undefined)
    : [];
}

function flag(value: Json | undefined): boolean | undefined {
  return typeof value === 'boolean' ? value : undefined;
}
