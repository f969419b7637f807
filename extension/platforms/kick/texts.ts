/** Kick: `/api/v2/channels/slug` and its videos. */
import type { Post } from '../../.generated/snapshot';
import { exactCount } from '../../reading/counts';
import { makePost, makeProfile, type ProfileFields } from '../../reading/factories';
import type { PageText, ReadContext } from '../../reading/place';
import type { Reading } from '../../reading/reading';
import { get, has, isObject, type JsonObject, parseDocuments, walk } from '../../reading/shape';
import { isViewed, postsMissing, readingOf, subjectOf } from '../../reading/subject';
import { cleanText, readName, sameName } from '../../reading/text';
import { fromText, secondsIn } from '../../reading/times';

export function readPageText(text: PageText, context: ReadContext): Reading[] {
  const { place } = context;
  const asked = /\/channels\/([A-Za-z0-9_-]{2,30})\/videos/.exec(text.url)?.[1];
  const posts: Post[] = [];
  let profile: ProfileFields | undefined;
  let handle = place.handle;
  const documents = parseDocuments(text.text);
  for (const document of documents) {
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
    missing: asked === undefined ? undefined : postsMissing(documents, isVideo),
  });
}

function channelOf(node: JsonObject): ProfileFields {
  return makeProfile({
    id: readName(node['id']),
    displayName: cleanText(get(node, 'user', 'username')),
    bio: cleanText(get(node, 'user', 'bio')),
    country: cleanText(get(node, 'user', 'country')),
    followers: exactCount(node['followers_count']),
    verified: typeof node['verified'] === 'boolean' ? node['verified'] : isObject(node['verified']) ? true : undefined,
    // The chat room is made with the channel.
    createdAt: fromText(get(node, 'chatroom', 'created_at')),
  });
}

/** A recording, or the stream that runs. */
function isVideo(node: JsonObject): boolean {
  return has(node, 'session_title');
}

function videoOf(node: JsonObject): Post | null {
  const uuid = readName(get(node, 'video', 'uuid')) ?? readName(node['uuid']);
  if (uuid === undefined || !isVideo(node) || node['is_live'] === true) return null;
  const milliseconds = node['duration'];
  const start =
    typeof node['start_time'] === 'string'
      ? node['start_time'].replace(' ', 'T').replace(/(\d{2}:\d{2}:\d{2})$/, '$1Z')
      : undefined;
  return makePost({
    id: uuid,
    url: `https://kick.com/video/${uuid}`,
    at: fromText(start) ?? fromText(node['created_at']),
    kind: 'live',
    views: exactCount(node['views']) ?? exactCount(get(node, 'video', 'views')),
    caption: cleanText(node['session_title']),
    durationS: secondsIn(milliseconds, 1000),
  });
}
