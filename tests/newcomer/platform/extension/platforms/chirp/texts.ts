/** Chirp's answers: `/api/profile/name` with the account, `/api/chirps/name` with its posts, newest first. */
import type { Post } from '../../.generated/snapshot';
import { exactCount } from '../../reading/counts';
import { makePost, makeProfile, type ProfileFields } from '../../reading/factories';
import type { PageText, Place, ReadContext } from '../../reading/place';
import type { Reading } from '../../reading/reading';
import { has, type JsonObject, parseDocuments, walk } from '../../reading/shape';
import { readingOf } from '../../reading/subject';
import { cleanText, readName, sameName } from '../../reading/text';
import { fromText } from '../../reading/times';

export function readPageText(text: PageText, context: ReadContext): Reading[] {
  const { handle } = context.place;
  if (handle === undefined) return [];
  const posts: Post[] = [];
  let profile: ProfileFields | undefined;
  for (const document of parseDocuments(text.text))
    walk(document, (node) => {
      if (has(node, 'chirper', 'listeners') && sameName(readName(node['chirper']), handle))
        profile = makeProfile({
          displayName: cleanText(node['name']),
          followers: exactCount(node['listeners']),
          createdAt: fromText(node['since']),
        });
      const post = chirpOf(node, context.place);
      if (post) posts.push(post);
      return post ? 'skip' : undefined;
    });
  return readingOf({ handle }, text.via, context, { profile, posts, postsOrder: posts.length ? 'latest' : undefined });
}

function chirpOf(node: JsonObject, { handle }: Place): Post | null {
  const id = readName(node['chirp']);
  if (id === undefined || !has(node, 'hearts', 'sung') || !sameName(readName(node['by']), handle)) return null;
  return makePost({
    id,
    url: `https://chirp.example/@${handle}/chirp/${id}`,
    at: fromText(node['sung']),
    kind: 'text',
    likes: exactCount(node['hearts']),
    comments: exactCount(node['answers']),
    shares: exactCount(node['echoes']),
    views: exactCount(node['heard']),
    caption: cleanText(node['words']),
  });
}
