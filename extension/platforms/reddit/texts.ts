/** Reddit: about.json of users and communities, and listings of posts. */
import type { Post, Profile } from '../../.generated/snapshot';
import { exactCount } from '../../reading/counts';
import type { PageText, Place, ReadContext } from '../../reading/place';
import type { Reading } from '../../reading/reading';
import { has, isObject, type JsonObject, known, parseDocuments, stringOf, walk } from '../../reading/shape';
import { readingOf } from '../../reading/subject';
import { readName, sameName, readText as textIn } from '../../reading/text';
import { fromSeconds } from '../../reading/times';

import { isOwn, orderOf, scoreOf } from './posts';

export function readText(text: PageText, context: ReadContext): Reading[] {
  const { place } = context;
  if (place.handle === undefined) return [];
  const posts: Post[] = [];
  let profile: Omit<Profile, 'handle'> | undefined;
  for (const document of parseDocuments(text.text)) {
    walk(document, (node) => {
      profile = aboutOf(node, place) ?? profile;
      const post = listed(node, place);
      if (post) posts.push(post);
      return post ? 'skip' : undefined;
    });
  }
  return readingOf({ handle: place.handle }, text.via, context, {
    profile,
    posts,
    postsOrder: posts.length ? orderOf(text.url, place) : undefined,
  });
}

/** about.json of a community (`subscribers`) or a user (`subreddit.subscribers` are its followers). */
function aboutOf(node: JsonObject, place: Place): Omit<Profile, 'handle'> | null {
  const community = place.handle?.startsWith('r/') === true;
  if (
    community
      ? !(has(node, 'subscribers', 'display_name') && sameName(`r/${stringOf(node['display_name'])}`, place.handle))
      : !(has(node, 'name') && isObject(node['subreddit']) && sameName(readName(node['name']), place.handle))
  )
    return null;
  const page = community ? node : (node['subreddit'] as JsonObject);
  return known({
    id: readName(node['id']),
    displayName: textIn(page['title']),
    bio: textIn(page['public_description']),
    followers: exactCount(page['subscribers']),
    createdAt: fromSeconds(node['created_utc']),
    verified: node['verified'] === true ? true : undefined,
  });
}

function listed(node: JsonObject, place: Place): Post | null {
  const id = readName(node['id']);
  if (
    id === undefined ||
    !has(node, 'score', 'num_comments', 'created_utc') ||
    node['promoted'] === true ||
    !isOwn(place, readName(node['author']), readName(node['subreddit']))
  )
    return null;
  const link =
    typeof node['permalink'] === 'string' ? `https://www.reddit.com${node['permalink'].slice(0, 400)}` : undefined;
  return known({
    id,
    url: link,
    at: fromSeconds(node['created_utc']),
    kind:
      node['is_video'] === true ? ('video' as const) : node['is_self'] === true ? ('text' as const) : ('link' as const),
    likes: scoreOf(node['score']),
    comments: exactCount(node['num_comments']),
    caption: textIn(node['title']),
    pinned: node['pinned'] === true || node['stickied'] === true ? true : undefined,
    likesHidden: node['hide_score'] === true ? true : undefined,
  }) as Post;
}
