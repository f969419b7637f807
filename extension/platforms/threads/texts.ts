/** Threads' inline scripts and GraphQL answers: users with `follower_count`, posts with `text_post_app_info`. */

import type { Comment, Post } from '../../.generated/snapshot';
import { countNamed } from '../../reading/counted';
import { exactCount, sumOf } from '../../reading/counts';
import { makeComment, makePerson, makePost, makeProfile, type ProfileFields } from '../../reading/factories';
import type { PageText, Place, ReadContext } from '../../reading/place';
import type { Reading } from '../../reading/reading';
import { childWith, get, has, isObject, type JsonObject, parseDocuments, walk } from '../../reading/shape';
import { isViewed, readingOf, subjectOf } from '../../reading/subject';
import { cleanText, readLink, readName, sameName } from '../../reading/text';
import { fromSeconds } from '../../reading/times';
import { ageOfShortCode } from '../short-codes';

interface Entry {
  handle: string;
  verified: boolean | undefined;
  /** It answers somebody else's post. */
  isReply: boolean;
  /** It says that it answers none. */
  isRoot: boolean;
  /** Whom it answers. */
  answered: string | undefined;
  post: Post;
}

/** @returns readings of the viewed account in one text: header, posts, answers under the viewed post. */
export function readPageText(text: PageText, context: ReadContext): Reading[] {
  const { place } = context;
  return parseDocuments(text.text).flatMap((document) => {
    let profile: ProfileFields | undefined;
    let handle = place.handle;
    const entries = new Map<string, Entry>();
    walk(document, (node) => {
      const user = profileOf(node);
      if (user && isViewed(place, { handle: user.handle, id: user.profile.id }))
        [profile, handle] = [{ ...profile, ...user.profile }, user.handle];
      const entry = entryOf(node) ?? answeredOf(node);
      if (!entry) return undefined;
      entries.set(entry.post.id as string, entry);
      return 'skip';
    });
    const mine = (entry: Entry) => sameName(entry.handle, place.handle);
    const list = [...entries.values()];
    const posts = list
      .filter((entry) => mine(entry) && (place.kind === 'post' ? entry.post.id === place.postId : !entry.isReply))
      .map((entry) => entry.post);
    const answers = place.kind === 'post' && posts.length ? answersTo(place, list) : [];
    const comments: Comment[] = answers.map((entry) =>
      makeComment({
        id: entry.post.id,
        postId: place.postId,
        at: entry.post.at,
        atStep: entry.post.atStep,
        author: entry.handle,
        text: entry.post.caption,
        likes: entry.post.likes,
        byCreator: mine(entry),
        authorVerified: entry.verified,
      }),
    );
    const people = new Map(
      answers
        .filter((entry) => !mine(entry))
        .map((entry) => [
          entry.handle,
          makePerson({
            handle: entry.handle,
            relation: 'commenter',
            postId: place.postId,
            verified: entry.verified,
          }),
        ]),
    );
    return readingOf(subjectOf({ handle, id: profile?.id }), text.via, context, {
      profile,
      posts,
      comments,
      people: [...people.values()],
      postsOrder: posts.length && place.kind !== 'post' ? 'latest' : undefined,
    });
  });
}

/** What answers the viewed post, or answers those answers; other threads may stand on its page, too. */
function answersTo({ postId, handle }: Place, list: readonly Entry[]): Entry[] {
  const known = new Set([handle?.toLowerCase()]);
  const isAnswer = ({ post, answered, isRoot }: Entry) =>
    post.id !== postId && !isRoot && (answered === undefined || known.has(answered.toLowerCase()));
  // An answer may stand before the one that it answers.
  for (let before = -1; before < known.size; ) {
    before = known.size;
    for (const entry of list) if (isAnswer(entry)) known.add(entry.handle.toLowerCase());
  }
  return list.filter(isAnswer);
}

function profileOf(node: JsonObject): { handle: string; profile: ProfileFields } | null {
  const handle = readName(node['username']);
  const followers = exactCount(node['follower_count']);
  if (handle === undefined || followers === undefined) return null;
  const links = (Array.isArray(node['bio_links']) ? node['bio_links'] : [])
    .map((link) => readLink(get(link, 'url')))
    .filter((link) => link !== undefined);
  return {
    handle,
    profile: makeProfile({
      id: readName(node['pk']),
      displayName: cleanText(node['full_name']),
      bio: cleanText(node['biography']),
      followers,
      verified: typeof node['is_verified'] === 'boolean' ? node['is_verified'] : undefined,
      private: typeof node['text_post_app_is_private'] === 'boolean' ? node['text_post_app_is_private'] : undefined,
      links: links.length ? links.slice(0, 20) : undefined,
    }),
  };
}

/** Older items say beside the post how many answers it has: '12 replies'. */
function answeredOf(node: JsonObject): Entry | null {
  if (!has(node, 'view_replies_cta_string') && !isObject(node['post'])) return null;
  const entry = Object.values(node)
    .map((child) => (isObject(child) ? entryOf(child) : null))
    .find((found) => found !== null);
  if (!entry) return null;
  if (entry.post.comments !== undefined) return entry;
  const comments = countNamed(node['view_replies_cta_string'], ['comments'], { rounding: 'unknown', locale: 'en' });
  return comments === undefined ? entry : { ...entry, post: { ...entry.post, comments } };
}

function entryOf(node: JsonObject): Entry | null {
  const code = readName(node['code']);
  const info = isObject(node['text_post_app_info'])
    ? node['text_post_app_info']
    : childWith(node, 'direct_reply_count');
  const author = isObject(node['user']) ? node['user'] : childWith(node, 'username');
  const handle = readName(author?.['username']);
  if (code === undefined || !info || handle === undefined || !(has(node, 'like_count') || has(node, 'taken_at')))
    return null;
  // A repost stands in the list of who reposted it: its counts are another's, or none.
  if (isObject(get(info, 'share_info', 'reposted_post'))) return null;
  const hidden = node['like_and_view_counts_disabled'] === true;
  const at = fromSeconds(node['taken_at']);
  const shares = [info['repost_count'], info['quote_count'], info['reshare_count']]
    .map(exactCount)
    .filter((count) => count !== undefined);
  const answered = readName(get(info, 'reply_to_author', 'username'));
  return {
    handle,
    verified: typeof author?.['is_verified'] === 'boolean' ? author['is_verified'] : undefined,
    isReply: info['is_reply'] === true && !sameName(answered, handle),
    isRoot: info['is_reply'] === false,
    answered,
    post: makePost({
      id: code,
      url: `https://www.threads.com/@${handle}/post/${code}`,
      ...(at === undefined ? ageOfShortCode(code) : { at }),
      kind: Array.isArray(node['carousel_media'])
        ? 'carousel'
        : node['media_type'] === 2
          ? 'video'
          : node['media_type'] === 1
            ? 'photo'
            : 'text',
      likes: hidden ? undefined : exactCount(node['like_count']),
      likesHidden: hidden ? true : undefined,
      comments: exactCount(info['direct_reply_count']),
      shares: sumOf(shares),
      caption: cleanText(get(node, 'caption', 'text')),
      pinned: get(info, 'pinned_post_info', 'is_pinned_to_profile') === true ? true : undefined,
      sponsored: node['is_paid_partnership'] === true ? true : undefined,
    }),
  };
}
