/**
 * Instagram's JSON, four generations: GraphQL nodes with `edge_…` counts (2016–), API media (`like_count`, `code`),
 * Polaris partial media (`play_count` without likes, 2026), `xig_…` nodes (2026). All are told by their keys.
 */
import type { Person } from '../../.generated/snapshot';
import { mostCommon, orAhead } from '../../reading/ahead';
import { makePerson } from '../../reading/factories';
import type { PageText, Place, ReadContext } from '../../reading/place';
import type { Reading } from '../../reading/reading';
import {
  booleanOf,
  find,
  get,
  has,
  type Json,
  type JsonObject,
  parseDocuments,
  valueAfter,
  walk,
} from '../../reading/shape';
import { fullestOf, isViewed, NO_POSTS, readingOf, subjectOf } from '../../reading/subject';
import { cleanText, readName, sameName } from '../../reading/text';
import { type Account, accountOf, idOf, signsOf } from './accounts';
import { authorOf, commentsReading } from './comments';
import { isAd, mediaCode, mediaIn, namelessAuthors, postsIn } from './media';

function read(text: PageText, context: ReadContext): Reading[] {
  const whole = parseDocuments(text.text);
  const documents = whole.length
    ? whole
    : [valueAfter(text.text, 'window._sharedData')].filter((found) => found !== undefined);
  return documents.flatMap((document) => readDocumentOf(document, text, context));
}

/** Whose page an answer is for: the account with counts, or the author of most of its posts. */
function about(document: Json, text: PageText): Place | null {
  if (!/\/graphql|\/users\/|\/feed\/user\/|\/clips\/user/.test(text.url)) return null;
  const node = find(document, (inner) => accountOf(inner)?.handle !== undefined);
  const handle =
    (node && accountOf(node)?.handle) ??
    mostCommon(
      mediaIn(document)
        .filter((media) => !isAd(media))
        .map((media) => readName(get(authorOf(media), 'username'))),
    );
  return handle === undefined ? null : { platform: 'instagram', kind: 'profile', handle };
}

/** @returns readings of the viewed account, or of the one that an answer is for: header, posts, comments, people. */
export const readPageText = orAhead(read, about);

function readDocumentOf(document: Json, text: PageText, context: ReadContext): Reading[] {
  const { place } = context;
  const accounts: Account[] = [];
  walk(document, (node) => {
    const account = accountOf(node);
    if (account) accounts.push(account);
    return undefined;
  });
  const opened = place.kind === 'post' ? find(document, (node) => mediaCode(node) === place.postId) : undefined;
  const name = place.handle ?? readName(get(authorOf(opened), 'username'));
  const owner = { handle: name, id: place.id ?? tiedId(document, name) };
  const viewed = accounts.filter((account) => isViewed(owner, account));
  const id =
    viewed.find((account) => account.id !== undefined)?.id ?? (opened ? idOf(authorOf(opened)) : undefined) ?? owner.id;
  const best = fullestOf(viewed);
  const subject = subjectOf({
    handle: best?.handle ?? owner.handle,
    id,
    postId: place.kind === 'post' ? place.postId : undefined,
  });
  const only = place.kind === 'post' ? place.postId : undefined;
  const posts = postsIn(document, { handle: owner.handle, id }, only);
  const writer = authorOf(opened);
  return [
    ...readingOf(subject, text.via, context, {
      profile:
        best?.profile ??
        (writer && isViewed(owner, { handle: readName(writer['username']) }) ? signsOf(writer) : undefined),
      posts,
      postsOrder: posts.length > 2 && place.kind !== 'post' ? (onlyVideos(document) ? 'unknown' : 'latest') : undefined,
      missing: posts.length === 0 && viewed.length === 0 && find(document, isEmptyTimeline) ? [...NO_POSTS] : undefined,
    }),
    ...namelessAuthors(document)
      .filter((author) => author !== id)
      .flatMap((author) => {
        const theirs = postsIn(document, { handle: undefined, id: author }, only);
        const postsOrder = theirs.length > 2 && only === undefined ? 'latest' : undefined;
        return readingOf({ id: author }, text.via, context, { posts: theirs, postsOrder });
      }),
    ...commentsReading(document, text, context, owner.handle),
    ...peopleIn(document, text, context),
    ...goneIn(document, text, context),
  ];
}

/** One part may tie the account's name and id; others then give the id alone. */
function tiedId(document: Json, handle: string | undefined): string | undefined {
  if (handle === undefined) return undefined;
  return idOf(find(document, (node) => idOf(node) !== undefined && sameName(readName(node['username']), handle)));
}

/** Old profiles whose grid is empty in the answer: the posts are those of the video tab, which may have ended years ago. */
function onlyVideos(document: Json): boolean {
  const node = find(document, (inner) => has(inner, 'edge_felix_video_timeline'));
  return node !== undefined && mediaIn(node['edge_owner_to_timeline_media']).length === 0;
}

/** The timeline's own list, with nothing in it. */
function isEmptyTimeline(node: JsonObject): boolean {
  return Object.keys(node).some((key) => {
    const edges = key.includes('timeline') ? get(node, key, 'edges') : undefined;
    return Array.isArray(edges) && edges.length === 0;
  });
}

/** An account that is not there: an empty user in the answer to a request that names the viewed one. */
function goneIn(document: Json, text: PageText, context: ReadContext): Reading[] {
  const asked = text.url.includes('/web_profile_info/?') ? /[?&]username=([\w.]{1,30})/.exec(text.url)?.[1] : undefined;
  const { handle } = context.place;
  return handle !== undefined && sameName(asked, handle) && get(document, 'data', 'user') === null
    ? readingOf({ handle }, text.via, context, { gone: true })
    : [];
}

/** Lists that the viewer opens: an account's followers, a post's likers. */
function peopleIn(document: Json, text: PageText, context: ReadContext): Reading[] {
  const { place } = context;
  const listed = /\/friendships\/(\d+)\/followers/.exec(text.url)?.[1];
  const liked = /\/media\/(\d+)\/likers/.exec(text.url)?.[1];
  const old = get(
    find(document, (node) => Array.isArray(get(node, 'edge_followed_by', 'edges'))),
    'edge_followed_by',
    'edges',
  );
  if (listed === undefined && liked === undefined && !(Array.isArray(old) && place.kind === 'people')) return [];
  const relation = liked === undefined ? 'follower' : 'liker';
  const people = new Map<string, Person>();
  walk(
    Array.isArray(old) ? old : (find(document, (node) => Array.isArray(node['users']))?.['users'] ?? document),
    (node) => {
      const handle = readName(node['username']);
      if (handle === undefined || idOf(node) === undefined || sameName(handle, place.handle)) return undefined;
      const anonymous = node['has_anonymous_profile_picture'];
      people.set(
        handle.toLowerCase(),
        makePerson({
          handle,
          displayName: cleanText(node['full_name']),
          relation,
          hasAvatar: typeof anonymous === 'boolean' ? !anonymous : undefined,
          verified: booleanOf(node['is_verified']),
          private: booleanOf(node['is_private']),
        }),
      );
      return 'skip';
    },
  );
  const subject =
    liked !== undefined
      ? { postId: place.postId, handle: place.handle }
      : listed !== undefined
        ? { id: listed }
        : { handle: place.handle };
  return readingOf(subjectOf(subject), text.via, context, {
    people: [...people.values()],
    peopleOrder: relation === 'follower' ? 'newest' : 'unknown',
  });
}
