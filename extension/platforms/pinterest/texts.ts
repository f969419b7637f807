/** Pinterest: UserResource answers (`follower_count`, `pin_count`) and pins with their `pinner`. */
import type { Person, Post } from '../../.generated/snapshot';
import { exactCount, sumOf } from '../../reading/counts';
import { makePerson, makePost, makeProfile, type ProfileFields } from '../../reading/factories';
import type { PageText, ReadContext } from '../../reading/place';
import type { Reading } from '../../reading/reading';
import { find, get, has, isObject, type JsonObject, parseDocuments, walk } from '../../reading/shape';
import { isViewed, type Named, postsMissing, readingOf, subjectOf } from '../../reading/subject';
import { cleanText, readLink, readName, sameName } from '../../reading/text';
import { fromText } from '../../reading/times';

/** Answers that list an account's pins. */
const PINS = /\/User(?:Activity)?PinsResource\//;

export function readPageText(text: PageText, context: ReadContext): Reading[] {
  const { place } = context;
  const posts = new Map<string, Post>();
  let profile: ProfileFields | undefined;
  let handle = place.handle;
  const listed = followedIn(text.url);
  if (listed !== undefined) return followersIn(text, listed, context);
  const documents = parseDocuments(text.text);
  // One part may tie the account's name and id; the pins may then give the id alone.
  const owner = {
    handle: place.handle,
    id: readName(find(documents, (node) => sameName(readName(node['username']), place.handle))?.['id']),
  };
  for (const document of documents) {
    walk(document, (node) => {
      const name = readName(node['username']);
      if (name !== undefined && has(node, 'follower_count') && isViewed(place, { handle: name })) {
        handle = name;
        profile = { ...profile, ...profileOf(node) };
      }
      const post = pinOf(node, owner);
      if (post?.id !== undefined) posts.set(post.id, post);
      return undefined;
    });
  }
  return readingOf(subjectOf({ handle, id: profile?.id }), text.via, context, {
    profile,
    posts: [...posts.values()],
    postsOrder: posts.size ? 'unknown' : undefined,
    missing: PINS.test(text.url) ? postsMissing(documents, isPin) : undefined,
  });
}

/** Whose followers a request asks for: `data={"options":{"username":"name"…`. */
function followedIn(address: string): string | undefined {
  if (!/\/resource\/UserFollowersResource\//.test(address)) return undefined;
  try {
    const asked = parseDocuments(new URL(address).searchParams.get('data') ?? '')[0];
    return readName(get(asked, 'options', 'username'));
  } catch {
    return undefined;
  }
}

function followersIn(text: PageText, handle: string, context: ReadContext): Reading[] {
  const people: Person[] = [];
  for (const document of parseDocuments(text.text)) {
    walk(document, (node) => {
      const name = readName(node['username']);
      if (name === undefined || !has(node, 'follower_count')) return undefined;
      const { displayName, followers, following, posts, bio } = profileOf(node);
      const picture = node['image_medium_url'];
      const hasAvatar = typeof picture === 'string' ? !/default_/.test(picture) : undefined;
      people.push(
        makePerson({
          handle: name,
          relation: 'follower',
          displayName,
          followers,
          following,
          posts,
          bio,
          hasAvatar,
        }),
      );
      return 'skip';
    });
  }
  return readingOf({ handle }, text.via, context, { people, peopleOrder: 'unknown' });
}

function profileOf(node: JsonObject): ProfileFields {
  const link = readLink(node['website_url'] ?? node['domain_url']);
  return makeProfile({
    id: readName(node['id']),
    displayName: cleanText(node['full_name']),
    bio: cleanText(node['about']),
    followers: exactCount(node['follower_count']),
    following: exactCount(node['following_count']),
    posts: exactCount(node['pin_count']),
    verified: node['domain_verified'] === true || node['is_verified_merchant'] === true ? true : undefined,
    private: typeof node['is_private_profile'] === 'boolean' ? node['is_private_profile'] : undefined,
    createdAt: fromText(node['created_at']),
    links: link === undefined ? undefined : [link],
  });
}

/** Whoever's it is. */
function isPin(node: JsonObject): boolean {
  return isObject(node['native_creator']) || isObject(node['pinner']);
}

/** A pin that the account made itself (`native_creator` or `pinner`), not one saved from another's; promoted pins are ads. */
function pinOf(node: JsonObject, owner: Named): Post | null {
  const id = readName(node['id']);
  const maker = isObject(node['native_creator']) ? node['native_creator'] : node['pinner'];
  if (
    id === undefined ||
    !/^\d{5,25}$/.test(id) ||
    !isObject(maker) ||
    !isViewed(owner, namesOf(maker)) ||
    isSaved(node, maker) ||
    node['is_promoted'] === true ||
    isObject(node['promoter'])
  )
    return null;
  const reactions = isObject(node['reaction_counts'])
    ? Object.values(node['reaction_counts'])
        .map(exactCount)
        .filter((count) => count !== undefined)
    : [];
  const isVideo = get(node, 'videos') !== undefined && node['videos'] !== null;
  return makePost({
    id,
    url: `https://www.pinterest.com/pin/${id}/`,
    at: fromText(node['created_at']),
    kind: isVideo ? 'video' : 'photo',
    likes: isObject(node['reaction_counts']) ? (sumOf(reactions) ?? 0) : undefined,
    comments: exactCount(node['comment_count']),
    saves: exactCount(node['repin_count']),
    caption: cleanText(node['grid_title'] ?? node['title'] ?? node['description']),
    sponsored: isObject(node['sponsorship']) ? true : undefined,
  });
}

/** A pin saved from somebody else's names them: its saves and reactions are the first pin's. */
function isSaved(node: JsonObject, maker: JsonObject): boolean {
  return ['origin_pinner', 'via_pinner'].some((role) => {
    const other = node[role];
    return isObject(other) && !isViewed(namesOf(maker), namesOf(other));
  });
}

function namesOf(account: JsonObject): Named {
  return { handle: readName(account['username']), id: readName(account['id']) };
}
