/** Twitch: GraphQL answers with `login` and `followers.totalCount`, videos with `viewCount` and `lengthSeconds`. */
import type { Missing, Post } from '../../.generated/snapshot';
import { exactCount } from '../../reading/counts';
import { makePost, makeProfile, type ProfileFields } from '../../reading/factories';
import type { PageText, ReadContext } from '../../reading/place';
import type { Reading } from '../../reading/reading';
import { find, get, has, isObject, type Json, type JsonObject, parseDocuments, walk } from '../../reading/shape';
import { isViewed, type Named, NO_POSTS, readingOf, subjectOf, UNKNOWN_POSTS } from '../../reading/subject';
import { cleanText, readName } from '../../reading/text';
import { fromText, secondsIn } from '../../reading/times';

export function readPageText(text: PageText, context: ReadContext): Reading[] {
  const documents = parseDocuments(text.text);
  const tied = ownerIn(documents, context.place);
  // Where no part of the answer names the login, an id alone tells whose it is: the merge waits until it knows the id.
  const owners = tied ? [tied] : idsOfUsers(documents).slice(0, MOST_IDS);
  return owners.flatMap((owner) => readingOfOwner(documents, owner, text, context));
}

/** More accounts than this in one answer are a list of suggestions. */
const MOST_IDS = 4;

function readingOfOwner(documents: Json[], owner: Named, text: PageText, context: ReadContext): Reading[] {
  const posts = new Map<string, Post>();
  let profile: ProfileFields | undefined;
  walk(documents, (node) => {
    if (isUser(node) && isViewed(owner, namesOf(node))) profile = { ...profile, ...channelOf(node) };
    const post = videoOf(node, owner);
    if (post?.id !== undefined) posts.set(post.id, post);
    return undefined;
  });
  const list = [...posts.values()];
  return readingOf(subjectOf(owner), text.via, context, {
    profile,
    posts: list,
    postsOrder: list.length ? 'unknown' : undefined,
    missing: videosMissing(documents),
  });
}

/** The viewed channel as an answer names it: one part may tie its login and its id, the others then name the id alone. */
function ownerIn(documents: Json, place: Named): Named | null {
  let owner: Named | null = null;
  walk(documents, (node) => {
    const { handle, id } = namesOf(node);
    if (handle === undefined || !isViewed(place, { handle })) return undefined;
    owner = { handle, id: owner?.id ?? id };
    return undefined;
  });
  return owner;
}

function idsOfUsers(documents: Json): Named[] {
  const ids = new Set<string>();
  let named = false;
  walk(documents, (node) => {
    if (!isUser(node)) return undefined;
    const { handle, id } = namesOf(node);
    if (handle !== undefined) named = true;
    else if (id !== undefined && has(node, 'followers')) ids.add(id);
    return undefined;
  });
  return named ? [] : [...ids].map((id) => ({ id }));
}

function namesOf(node: JsonObject): Named {
  return { handle: readName(node['login']), id: readName(node['id']) };
}

/** Videos, channels and broadcasts have ids of their own, which may be the same number as an account's. */
function isUser(node: JsonObject): boolean {
  const type = node['__typename'];
  return (
    (type === undefined || type === 'User') &&
    (has(node, 'followers') || has(node, 'login') || has(node, 'displayName') || has(node, 'profileImageURL'))
  );
}

function channelOf(node: JsonObject): ProfileFields {
  return makeProfile({
    id: readName(node['id']),
    displayName: cleanText(node['displayName']),
    bio: cleanText(node['description']),
    followers: exactCount(get(node, 'followers', 'totalCount')),
    // Twitch has stopped to count them, and answers 0.
    viewsTotal: exactCount(node['profileViewCount']) || undefined,
    verified: get(node, 'roles', 'isPartner') === true || node['isPartner'] === true ? true : undefined,
    createdAt: fromText(node['createdAt']),
  });
}

/**
 * A recorded stream or upload of the channel, for everybody. A stream that runs now has viewers, not views; a clip is cut by a viewer, and
 * what it is seen says nothing of the streamer's own videos.
 */
function videoOf(node: JsonObject, owner: Named): Post | null {
  const id = readName(node['id']);
  const maker = isObject(node['owner']) ? node['owner'] : node['broadcaster'];
  if (
    id === undefined ||
    !has(node, 'viewCount') ||
    !(has(node, 'publishedAt') || has(node, 'createdAt')) ||
    !isObject(maker) ||
    !isViewed(owner, namesOf(maker)) ||
    isClip(node) ||
    isObject(node['resourceRestriction'])
  )
    return null;
  return makePost({
    id,
    url: `https://www.twitch.tv/videos/${id}`,
    at: fromText(node['publishedAt'] ?? node['createdAt']),
    kind: 'live',
    views: exactCount(node['viewCount']),
    caption: cleanText(node['title']),
    durationS: secondsIn(node['lengthSeconds']),
  });
}

/** Some answers name videos without telling more of them. */
function isDescribed(edge: Json): boolean {
  return Object.keys(get(edge, 'node') ?? {}).length >= LEAST_FIELDS;
}
const LEAST_FIELDS = 5;

/** A channel without recordings, or with ones of another form. */
function videosMissing(documents: Json[]): Missing[] | undefined {
  const lists: Json[][] = [];
  walk(documents, (node) => {
    const edges = get(node, 'videos', 'edges');
    if (Array.isArray(edges) && edges.every(isDescribed)) lists.push(edges);
    return undefined;
  });
  const isVideo = (node: JsonObject) => has(node, 'viewCount');
  if (lists.length === 0 || find(lists, isVideo)) return undefined;
  return [...(lists.every((edges) => edges.length === 0) ? NO_POSTS : UNKNOWN_POSTS)];
}

/** A video has a length in `lengthSeconds`; a clip has `durationSeconds`, a slug, and who cut it. */
function isClip(node: JsonObject): boolean {
  return (
    node['__typename'] === 'Clip' ||
    has(node, 'curator') ||
    has(node, 'durationSeconds') ||
    (has(node, 'slug') && !has(node, 'lengthSeconds'))
  );
}
