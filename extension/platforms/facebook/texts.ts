/** Facebook pages: header, posts and comments in JSON. */
import type { Comment, Count, Post } from '../../.generated/snapshot';
import { countNamed } from '../../reading/counted';
import { exactCount } from '../../reading/counts';
import { makeComment, makePost, makeProfile, type ProfileFields } from '../../reading/factories';
import type { PageText, Place, ReadContext } from '../../reading/place';
import type { Reading } from '../../reading/reading';
import {
  find,
  get,
  has,
  isObject,
  type Json,
  type JsonObject,
  parseDocuments,
  stringOf,
  walk,
} from '../../reading/shape';
import { commentersOf, readingOf, subjectOf } from '../../reading/subject';
import { cleanText, readLink, readName, sameName } from '../../reading/text';
import { fromSeconds } from '../../reading/times';

export function readPageText(text: PageText, context: ReadContext): Reading[] {
  const documents = parseDocuments(text.text);
  // One part may tie the page's name and its number; the others then give the number alone.
  const place: Place = { ...context.place, id: context.place.id ?? numberOf(documents, context.place) };
  const posts = new Map<string, Post>();
  const comments: Comment[] = [];
  let profile: ProfileFields | undefined;
  for (const document of documents) {
    walk(document, (node) => {
      if (has(node, 'sponsored_data') && isObject(node['sponsored_data'])) return 'skip';
      if (isOwner(node, place) && isObject(node['profile_social_context']))
        profile = { ...profile, ...headerOf(node, context) };
      const followers = exactCount(node['follower_count']);
      if (followers !== undefined && isOwner(node, place)) profile = { ...profile, followers };
      const post = storyOf(node, place);
      if (post?.id !== undefined && !posts.has(post.id)) {
        posts.set(post.id, post);
        comments.push(...commentsOf(node, post.id, place));
      }
      return undefined;
    });
  }
  const subject = subjectOf({ handle: context.place.handle, id: context.place.id });
  return readingOf(subject, text.via, context, {
    profile,
    posts: [...posts.values()],
    comments,
    people: [...new Set(comments.map(({ postId }) => postId))].flatMap((id) =>
      commentersOf(
        comments.filter(({ postId }) => postId === id),
        id,
      ),
    ),
    postsOrder: posts.size > 2 ? 'latest' : undefined,
  });
}

/** The number of the viewed page's account, where a node links to it by its name. */
function numberOf(documents: Json, { handle }: Place): string | undefined {
  if (handle === undefined) return undefined;
  const node = find(documents, (one) => {
    const link = [one['url'], one['profile_url']].map((url) => readLink(url)).find((url) => url !== undefined);
    const path = link === undefined ? undefined : new URL(link).pathname.replace(/\/$/, '');
    return /^\d{5,20}$/.test(stringOf(one['id'])) && has(one, 'name') && sameName(path?.slice(1), handle);
  });
  return readName(node?.['id']);
}

/** Beside the name stand short texts that lead to lists: the followers' and the followed ones'. */
function headerOf(node: JsonObject, { locale }: ReadContext): ProfileFields {
  const printed = (list: 'followers' | 'following'): Count | undefined => {
    const entry = find(
      node['profile_social_context'],
      (inner) =>
        typeof inner['uri'] === 'string' &&
        new RegExp(`(?:/|sk=)${list}/?(?:$|[?&])`).test(inner['uri']) &&
        typeof get(inner, 'text', 'text') === 'string',
    );
    // 'Followed by Ann and 12 others' leads there, too.
    return countNamed(get(entry, 'text', 'text'), [list], { rounding: 'unknown', locale, compact: true });
  };
  return makeProfile({
    id: readName(node['id']),
    displayName: cleanText(node['name']),
    followers: printed('followers'),
    following: printed('following'),
    verified: node['is_verified'] === true || node['show_verified_badge_on_profile'] === true ? true : undefined,
  });
}

/** Comments that come with a story: who has no address of a name is known by a number. */
function commentsOf(story: JsonObject, postId: string, place: Place): Comment[] {
  const found = new Map<string, Comment>();
  walk(story, (node) => {
    const author = node['author'];
    const text = cleanText(get(node, 'body', 'text') ?? get(node, 'preferred_body', 'text'));
    const id = readName(node['legacy_fbid']) ?? readName(node['id']);
    if (!isComment(node) || !isObject(author) || text === undefined || id === undefined) return undefined;
    const parent = get(node, 'comment_parent', 'legacy_fbid') ?? get(node, 'comment_direct_parent', 'legacy_fbid');
    found.set(
      id,
      makeComment({
        id,
        postId,
        at: fromSeconds(node['created_time']),
        author: nameIn(author) ?? readName(author['id']),
        text,
        likes: reactionsOf(node),
        byCreator: isOwner(author, place),
        authorVerified: author['is_verified'] === true ? true : undefined,
        replyTo: readName(parent),
      }),
    );
    return undefined;
  });
  return [...found.values()];
}

/** Of a comment itself: the answers to it have their own. */
function reactionsOf(comment: JsonObject): Count | undefined {
  let count: Count | undefined;
  walk(comment, (node) => {
    if (node !== comment && isComment(node)) return 'skip';
    count ??= countOf(node, 'reactors') ?? countOf(node, 'reaction_count');
    return count === undefined ? undefined : 'stop';
  });
  return count;
}

function isComment(node: JsonObject): boolean {
  return isObject(node['author']) && has(node, 'created_time');
}

/** The name in an account's address; numbered accounts have none. */
function nameIn(node: JsonObject): string | undefined {
  const link = [node['url'], node['profile_url']].find((value) => typeof value === 'string') as string | undefined;
  const name = link === undefined ? undefined : /facebook\.com\/([A-Za-z0-9.]{2,80})/.exec(link)?.[1];
  return name === 'profile.php' || name === 'people' ? undefined : name;
}

/** An actor whose address or id is the viewed page's. */
function isOwner(node: JsonObject, place: Place): boolean {
  if (place.id !== undefined && readName(node['id']) === place.id) return true;
  return sameName(nameIn(node), place.handle);
}

/** A story of the viewed page: `post_id`, `actors`, and somewhere in it the feedback with its counts. */
function storyOf(node: JsonObject, place: Place): Post | null {
  const id = readName(node['post_id']);
  const actor = Array.isArray(node['actors']) ? node['actors'][0] : undefined;
  if (id === undefined || !isObject(actor) || !isOwner(actor, place) || isObject(node['attached_story'])) return null;
  const feedback = find(node, (inner) => isObject(inner['reaction_count']) && has(inner, 'share_count'));
  const time = find(node, (inner) => typeof inner['creation_time'] === 'number');
  const comments = find(
    feedback ?? null,
    (inner) => typeof inner['total_count'] === 'number' && !has(inner, 'reaction_count'),
  );
  const message = find(node['message'] ?? node, (inner) => typeof inner['text'] === 'string' && has(inner, 'ranges'));
  return makePost({
    id,
    url: readLink(node['permalink_url'] ?? node['wwwURL']),
    at: fromSeconds(time?.['creation_time']),
    likes: countOf(feedback, 'reaction_count'),
    comments: exactCount(comments?.['total_count']),
    shares: countOf(feedback, 'share_count'),
    views: exactCount(find(node, (inner) => typeof inner['video_view_count'] === 'number')?.['video_view_count']),
    caption: cleanText(message?.['text']),
  });
}

function countOf(node: JsonObject | undefined, key: string): Count | undefined {
  return exactCount(get(node, key, 'count'));
}
