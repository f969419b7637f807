/** Kick: `/api/v2/channels/slug` and its videos. */
import type { Post, Profile } from '../../.generated/snapshot';
import { exactCount } from '../../reading/counts';
import type { PageText, ReadContext } from '../../reading/place';
import type { Reading } from '../../reading/reading';
import { get, has, isObject, type JsonObject, known, parseDocuments, walk } from '../../reading/shape';
import { isViewed, readingOf, subjectOf } from '../../reading/subject';
import { readName, sameName, readText as textIn } from '../../reading/text';
import { fromText, secondsIn } from '../../reading/times';

export function readText(text: PageText, context: ReadContext): Reading[] {
  const { place } = context;
  const asked = /\/channels\/([A-Za-z0-9_-]{2,30})\/videos/.exec(text.url)?.[1];
  const posts: Post[] = [];
  let profile: Omit<Profile, 'handle'> | undefined;
  let handle = place.handle;
  for (const document of parseDocuments(text.text)) {
    walk(document, (node) => {
      const slug = readName(node['slug']);
      if (slug !== undefined && has(node, 'followers_count') && isViewed(place, { handle: slug })) {
        handle = readName(get(node, 'user', 'username')) ?? slug;
        if (!sameName(handle, slug)) handle = slug;
        profile = channelOf(node);
      }
      const post = asked !== undefined && sameName(asked, place.handle) ? videoOf(node) : null;
      if (post) posts.push(post);
      return post ? 'skip' : undefined;
    });
  }
  return readingOf(subjectOf({ handle, id: profile?.id }), text.via, context, {
    profile,
    posts,
    postsOrder: posts.length ? 'latest' : undefined,
  });
}

function channelOf(node: JsonObject): Omit<Profile, 'handle'> {
  return known({
    id: readName(node['id']),
    displayName: textIn(get(node, 'user', 'username')),
    bio: textIn(get(node, 'user', 'bio')),
    country: textIn(get(node, 'user', 'country')),
    followers: exactCount(node['followers_count']),
    verified: typeof node['verified'] === 'boolean' ? node['verified'] : isObject(node['verified']) ? true : undefined,
    // The chat room is made with the channel.
    createdAt: fromText(get(node, 'chatroom', 'created_at')),
  });
}

function videoOf(node: JsonObject): Post | null {
  const uuid = readName(get(node, 'video', 'uuid')) ?? readName(node['uuid']);
  if (uuid === undefined || !has(node, 'session_title') || node['is_live'] === true) return null;
  const milliseconds = node['duration'];
  const start =
    typeof node['start_time'] === 'string'
      ? node['start_time'].replace(' ', 'T').replace(/(\d{2}:\d{2}:\d{2})$/, '$1Z')
      : undefined;
  return known({
    id: uuid,
    url: `https://kick.com/video/${uuid}`,
    at: fromText(start) ?? fromText(node['created_at']),
    kind: 'live' as const,
    views: exactCount(node['views']) ?? exactCount(get(node, 'video', 'views')),
    caption: textIn(node['session_title']),
    durationS: secondsIn(milliseconds, 1000),
  }) as Post;
}
