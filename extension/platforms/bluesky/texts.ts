/** Bluesky's documented XRPC answers: actors, feeds, threads, followers. Everything in them is exact. */
import type { Person, Post } from '../../.generated/snapshot';
import { orAhead } from '../../reading/ahead';
import { exactCount, sumOf } from '../../reading/counts';
import { makePerson, makePost, makeProfile, makeReply, type ProfileFields } from '../../reading/factories';
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
import { isViewed, readingOf, subjectOf } from '../../reading/subject';
import { cleanText, readName } from '../../reading/text';
import { fromText } from '../../reading/times';

interface Actor {
  handle: string;
  id: string;
  hasAvatar: boolean;
  counted: boolean;
  profile: ProfileFields;
}

interface Entry {
  post: Post;
  author: Actor;
  /** The did of who is answered. */
  answers: string | undefined;
  parent: string | undefined;
}

function read(text: PageText, context: ReadContext): Reading[] {
  const { place } = context;
  return parseDocuments(text.text).flatMap((document) => {
    const actors: Actor[] = [];
    const entries: Entry[] = [];
    walk(document, (node) => {
      if (/#reasonRepost$/.test(stringOf(get(node, 'reason', '$type')))) return 'skip';
      const entry = entryOf(node);
      if (entry) {
        entries.push(entry);
        actors.push(entry.author);
        return 'skip';
      }
      const pinned = /#reasonPin$/.test(stringOf(get(node, 'reason', '$type')))
        ? find(node, (inner) => entryOf(inner) !== null)
        : undefined;
      const actor = actorOf(node);
      if (actor) actors.push(actor);
      if (pinned)
        entries.push({ ...(entryOf(pinned) as Entry), post: { ...(entryOf(pinned) as Entry).post, pinned: true } });
      return pinned ? 'skip' : undefined;
    });
    const own = actors.filter((actor) => isViewed(place, actor));
    const best = own.find((actor) => actor.counted) ?? own[0];
    const subject = subjectOf({ handle: best?.handle ?? place.handle, id: best?.id ?? place.id });
    const mine = (entry: Entry) => isViewed(place, entry.author);
    const posts = entries.filter(
      (entry) =>
        mine(entry) &&
        (place.kind === 'post'
          ? entry.post.id === place.postId
          : entry.answers === undefined || entry.answers === entry.author.id),
    );
    const replies =
      place.kind === 'post' && posts.length
        ? entries.filter((entry) => entry.post.id !== place.postId && entry.answers !== undefined)
        : [];
    const comments = replies.map(({ post, author, parent }) =>
      makeReply(post, place.postId, { author: author.handle, byCreator: isViewed(place, author), parent }),
    );
    const people = replies
      .filter((entry) => !mine(entry))
      .map(({ author }) => personOf(author, 'commenter', place.postId));
    return [
      ...readingOf(subject, text.via, context, {
        profile: best && makeProfile({ ...(best.counted ? best.profile : {}), id: best.id }),
        posts: posts.map((entry) => entry.post),
        comments,
        people,
        postsOrder: posts.length && place.kind !== 'post' && /getAuthorFeed/.test(text.url) ? 'latest' : undefined,
      }),
      ...followers(document, text, context),
    ];
  });
}

/** Whose page an answer is for. */
function about(document: Json, text: PageText): Place | null {
  const asked = /[?&]actors?=([^&]+)/.exec(text.url)?.[1];
  const node = /actor\.getProfile/.test(text.url)
    ? find(document, (inner) => actorOf(inner)?.counted === true)
    : undefined;
  const name = (node && actorOf(node)?.handle) ?? (asked && decode(asked));
  return name === undefined
    ? null
    : { platform: 'bluesky', kind: 'profile', ...(name.startsWith('did:') ? { id: name } : { handle: name }) };
}

function decode(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

export const readPageText = orAhead(read, about);

/** app.bsky.graph.getFollowers names its subject. */
function followers(document: Json, text: PageText, context: ReadContext): Reading[] {
  if (!/\.getFollowers/.test(text.url)) return [];
  const node = find(document, (inner) => isObject(inner['subject']) && actorOf(inner['subject']) !== null);
  const subject = node && isObject(node['subject']) ? actorOf(node['subject']) : null;
  if (!node || !subject) return [];
  const { subject: _, ...lists } = node;
  const people: Person[] = [];
  walk(lists, (inner) => {
    const actor = actorOf(inner);
    if (!actor) return undefined;
    people.push(personOf(actor, 'follower'));
    return 'skip';
  });
  return readingOf({ handle: subject.handle, id: subject.id }, text.via, context, { people, peopleOrder: 'newest' });
}

function actorOf(node: JsonObject): Actor | null {
  const handle = readName(node['handle']);
  const id = node['did'];
  if (handle === undefined || typeof id !== 'string' || !id.startsWith('did:')) return null;
  const status = get(node, 'verification', 'verifiedStatus');
  return {
    handle,
    id,
    hasAvatar: typeof node['avatar'] === 'string',
    counted: exactCount(node['followersCount']) !== undefined,
    profile: makeProfile({
      id,
      displayName: cleanText(node['displayName']),
      bio: cleanText(node['description']),
      followers: exactCount(node['followersCount']),
      following: exactCount(node['followsCount']),
      posts: exactCount(node['postsCount']),
      verified: typeof status === 'string' ? status === 'valid' : undefined,
      createdAt: fromText(node['createdAt']),
    }),
  };
}

function personOf(actor: Actor, relation: Person['relation'], postId?: string): Person {
  const { displayName, followers: count, following, posts, bio, createdAt } = actor.profile;
  return makePerson({
    handle: actor.handle,
    displayName,
    relation,
    postId,
    hasAvatar: actor.hasAvatar,
    followers: count,
    following,
    posts,
    bio,
    createdAt,
  });
}

function entryOf(node: JsonObject): Entry | null {
  const uri = /^at:\/\/(did:[^/]+)\/app\.bsky\.feed\.post\/([\w-]+)$/.exec(stringOf(node['uri']));
  const author = isObject(node['author']) ? actorOf(node['author']) : null;
  const record = node['record'];
  if (!uri || !author || !isObject(record) || !has(node, 'likeCount') || author.id !== uri[1]) return null;
  const id = uri[2] as string;
  const answered = /^at:\/\/(did:[^/]+)\/[^/]+\/([\w-]+)$/.exec(stringOf(get(record, 'reply', 'parent', 'uri')));
  const shares = [node['repostCount'], node['quoteCount']].map(exactCount).filter((count) => count !== undefined);
  const kind = stringOf(get(node, 'embed', '$type'));
  const lang = get(record, 'langs', 0);
  return {
    author,
    answers: answered?.[1],
    parent: answered?.[2],
    post: makePost({
      id,
      url: `https://bsky.app/profile/${author.handle}/post/${id}`,
      at: fromText(record['createdAt']) ?? fromText(node['indexedAt']),
      kind: /images/.test(kind) ? 'photo' : /video/.test(kind) ? 'video' : /external/.test(kind) ? 'link' : 'text',
      likes: exactCount(node['likeCount']),
      comments: exactCount(node['replyCount']),
      shares: sumOf(shares),
      saves: exactCount(node['bookmarkCount']),
      caption: cleanText(record['text']),
      lang: typeof lang === 'string' && /^[a-z]{2}/.test(lang) ? lang.slice(0, 2) : undefined,
      pinned: get(node, 'viewer', 'pinned') === true ? true : undefined,
    }),
  };
}
