/** Twitch: GraphQL answers with `login` and `followers.totalCount`, videos with `viewCount` and `lengthSeconds`. */
import type { Post } from '../../.generated/snapshot';
import { exactCount } from '../../reading/counts';
import { makePost, makeProfile, type ProfileFields } from '../../reading/factories';
import type { PageText, Place, ReadContext } from '../../reading/place';
import type { Reading } from '../../reading/reading';
import { get, has, isObject, type JsonObject, parseDocuments, walk } from '../../reading/shape';
import { isViewed, readingOf, subjectOf } from '../../reading/subject';
import { cleanText, readName, sameName } from '../../reading/text';
import { fromText, secondsIn } from '../../reading/times';

export function readPageText(text: PageText, context: ReadContext): Reading[] {
  const { place } = context;
  const posts = new Map<string, Post>();
  let profile: ProfileFields | undefined;
  let handle = place.handle;
  for (const document of parseDocuments(text.text)) {
    walk(document, (node) => {
      const login = readName(node['login']);
      if (login !== undefined && isViewed(place, { handle: login })) {
        handle = login;
        profile = { ...profile, ...channelOf(node) };
      }
      const post = videoOf(node, place);
      if (post?.id !== undefined) posts.set(post.id, post);
      return undefined;
    });
  }
  const list = [...posts.values()];
  return readingOf(subjectOf({ handle, id: profile?.id }), text.via, context, {
    profile,
    posts: list,
    postsOrder: list.length ? 'unknown' : undefined,
  });
}

function channelOf(node: JsonObject): ProfileFields {
  return makeProfile({
    id: readName(node['id']),
    displayName: cleanText(node['displayName']),
    bio: cleanText(node['description']),
    followers: exactCount(get(node, 'followers', 'totalCount')),
    viewsTotal: exactCount(node['profileViewCount']),
    verified: get(node, 'roles', 'isPartner') === true ? true : undefined,
    createdAt: fromText(node['createdAt']),
  });
}

/** A recorded stream or upload of the channel. A stream that runs now has viewers, not views. */
function videoOf(node: JsonObject, place: Place): Post | null {
  const id = readName(node['id']);
  const owner = isObject(node['owner']) ? node['owner'] : node['broadcaster'];
  const login = readName(get(owner, 'login'));
  if (
    id === undefined ||
    !has(node, 'viewCount') ||
    !(has(node, 'publishedAt') || has(node, 'createdAt')) ||
    !sameName(login, place.handle)
  )
    return null;
  const seconds = node['lengthSeconds'] ?? node['durationSeconds'];
  return makePost({
    id,
    url: `https://www.twitch.tv/videos/${id}`,
    at: fromText(node['publishedAt'] ?? node['createdAt']),
    kind: 'live',
    views: exactCount(node['viewCount']),
    caption: cleanText(node['title']),
    durationS: secondsIn(seconds),
  });
}
