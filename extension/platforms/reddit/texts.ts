/** Reddit: about.json of users and communities, and listings of posts. */
import type { Post } from '../../.generated/snapshot';
import { exactCount } from '../../reading/counts';
import { makePost, makeProfile, type ProfileFields } from '../../reading/factories';
import type { PageText, Place, ReadContext } from '../../reading/place';
import type { Reading } from '../../reading/reading';
import { has, isObject, type JsonObject, parseDocuments, stringOf, walk } from '../../reading/shape';
import { NO_POSTS, readingOf } from '../../reading/subject';
import { cleanText, readName, sameName } from '../../reading/text';
import { fromSeconds } from '../../reading/times';

import { isOwn, orderOf, scoreOf } from './posts';

export function readPageText(text: PageText, context: ReadContext): Reading[] {
  const { place } = context;
  if (place.handle === undefined) return [];
  const posts: Post[] = [];
  let profile: ProfileFields | undefined;
  let answers = false;
  for (const document of parseDocuments(text.text)) {
    walk(document, (node) => {
      profile = aboutOf(node, place) ?? profile;
      answers ||= has(node, 'link_id', 'num_comments');
      const post = listed(node, place);
      if (post) posts.push(post);
      return post ? 'skip' : undefined;
    });
  }
  return readingOf({ handle: place.handle }, text.via, context, {
    profile,
    posts,
    postsOrder: posts.length ? orderOf(text.url, place) : undefined,
    // A user may have written comments alone.
    missing: posts.length === 0 && answers ? [...NO_POSTS] : undefined,
  });
}

/** about.json of a community (`subscribers`) or a user (`subreddit.subscribers` are its followers). */
function aboutOf(node: JsonObject, place: Place): ProfileFields | null {
  const community = place.handle?.startsWith('r/') === true;
  if (
    community
      ? !(has(node, 'subscribers', 'display_name') && sameName(`r/${stringOf(node['display_name'])}`, place.handle))
      : !(has(node, 'name') && isObject(node['subreddit']) && sameName(readName(node['name']), place.handle))
  )
    return null;
  const page = community ? node : (node['subreddit'] as JsonObject);
  // Of a user who lets nobody follow the answer says 0, whoever had followed before.
  const closed = !community && (node['accept_followers'] ?? page['accept_followers']) === false;
  return makeProfile({
    id: readName(node['id']),
    displayName: cleanText(page['title']),
    bio: cleanText(page['public_description']),
    followers: closed ? exactCount(page['subscribers']) || undefined : exactCount(page['subscribers']),
    createdAt: fromSeconds(node['created_utc']),
    verified: node['verified'] === true ? true : undefined,
  });
}

/** A post of a listing. A comment (`link_id`) has the same counts: those of the post that it answers. */
function listed(node: JsonObject, place: Place): Post | null {
  const id = readName(node['id']);
  if (
    id === undefined ||
    !has(node, 'score', 'num_comments', 'created_utc') ||
    node['promoted'] === true ||
    has(node, 'link_id') ||
    !isOwn(place, readName(node['author']), readName(node['subreddit']))
  )
    return null;
  const hidden = node['hide_score'] === true || node['score_hidden'] === true;
  const link =
    typeof node['permalink'] === 'string' ? `https://www.reddit.com${node['permalink'].slice(0, 400)}` : undefined;
  return makePost({
    id,
    url: link,
    at: fromSeconds(node['created_utc']),
    kind: node['is_video'] === true ? 'video' : node['is_self'] === true ? 'text' : 'link',
    likes: scoreOf(node['score'], hidden),
    comments: exactCount(node['num_comments']),
    caption: cleanText(node['title']),
    pinned: node['pinned'] === true || node['stickied'] === true ? true : undefined,
    likesHidden: hidden ? true : undefined,
  });
}
