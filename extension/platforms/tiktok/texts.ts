/**
 * TikTok's JSON: `userInfo` and items, from responses and from the first load's inline script. `statsV2` (strings) is exact
 * where it differs from `stats`; `stats` is rounded to nearest above 10,000 and overflows 32 bits.
 */
import type { Comment, Person, Post } from '../../.generated/snapshot';
import { orAhead } from '../../reading/ahead';
import { exactCount } from '../../reading/counts';
import { makeComment, makePerson, makePost, makeProfile, type ProfileFields } from '../../reading/factories';
import type { PageText, Place, ReadContext } from '../../reading/place';
import type { Reading } from '../../reading/reading';
import {
  booleanOf,
  find,
  get,
  has,
  isObject,
  type Json,
  type JsonObject,
  parseDocuments,
  valueAfter,
  walk,
} from '../../reading/shape';
import { isViewed, readingOf, subjectOf } from '../../reading/subject';
import { cleanText, readLink, readName, sameName } from '../../reading/text';
import { fromSeconds, secondsIn } from '../../reading/times';
import { locate } from './address';
import { tally } from './stats';

/** The parts of the inline script that speak of accounts and posts; read one by one where the whole is damaged. */
const PARTS = ['"webapp.user-detail"', '"webapp.video-detail"', '"UserModule"', '"ItemModule"'];
/** statusCode of an account that is not there. */
const MISSING_ACCOUNT = new Set<Json>([10221, 10202]);

function read(text: PageText, context: ReadContext): Reading[] {
  const whole = parseDocuments(text.text);
  const documents = whole.length
    ? whole
    : PARTS.map((part) => valueAfter(text.text, part)).filter((part) => part !== undefined);
  const readings = documents.flatMap((document) => [
    ...accountsIn(document, text, context),
    ...commentsIn(document, text, context),
    ...followersIn(document, text, context),
    ...gone(document, text, context),
  ]);
  return whole.length ? readings : readings.map(withoutWords);
}

/** Whose page an answer is for: its account, or the author whose list the request names. */
function about(document: Json, text: PageText): Place | null {
  if (/\/api\/user\/detail\//.test(text.url)) {
    const node = find(document, (inner) => accountOf(inner) !== null);
    const handle = node && accountOf(node)?.handle;
    return handle === undefined ? null : { platform: 'tiktok', kind: 'profile', handle };
  }
  const secret = /[?&]secUid=([\w%.-]+)/.exec(text.url)?.[1];
  const author = find(document, (node) => typeof node['uniqueId'] === 'string' && node['secUid'] === secret);
  const handle = /item_list/.test(text.url) && secret !== undefined ? readName(author?.['uniqueId']) : undefined;
  return handle === undefined ? null : { platform: 'tiktok', kind: 'profile', handle };
}

/** @returns readings of the viewed account, or of the one that an answer is for: header, posts, comments. */
export const readPageText = orAhead(read, about);

/** A damaged document has lost its escapes: its numbers stand, its words do not. */
function withoutWords(reading: Reading): Reading {
  const { displayName, bio, links, category, ...profile } = reading.profile ?? {};
  const posts = reading.posts?.map(({ caption, ...post }) => post);
  return { ...reading, ...(reading.profile ? { profile } : {}), ...(posts ? { posts } : {}) };
}

function accountsIn(document: Json, text: PageText, context: ReadContext): Reading[] {
  const posts: Post[] = [];
  const profiles: Account[] = [];
  walk(document, (node) => {
    const post = postOf(node, context, profiles);
    if (post === 'foreign') return 'skip';
    if (post) {
      posts.push(post);
      return 'skip';
    }
    for (const account of [accountOf(node), text.via === 'inline' ? modularAccount(node, context.place) : null])
      if (account && isViewed(context.place, account)) profiles.push(account);
    return undefined;
  });
  const best = profiles.reduce<Account | undefined>(
    (a, b) => (a && Object.keys(a.profile).length >= Object.keys(b.profile).length ? a : b),
    undefined,
  );
  return readingOf(subjectOf({ handle: best?.handle ?? context.place.handle, id: best?.id }), text.via, context, {
    profile: best?.profile,
    posts,
    postsOrder: orderOf(posts, text),
  });
}

/** The list request can ask for the newest, the most popular or the oldest; else the times tell. */
function orderOf(posts: Post[], text: PageText): Reading['postsOrder'] {
  if (posts.length < 2 || !/item_list/.test(text.url)) return undefined;
  if (/[?&]post_item_list_request_type=[12]\b/.test(text.url)) return 'top';
  const times = posts
    .filter((post) => !post.pinned && post.at !== undefined)
    .map((post) => Date.parse(post.at as string));
  return times.every((time, index) => index === 0 || time <= (times[index - 1] as number)) ? 'latest' : 'unknown';
}

interface Account {
  handle: string;
  id: string | undefined;
  profile: ProfileFields;
}

/** `{user: {uniqueId …}, stats, statsV2}`, under whatever names. */
function accountOf(node: JsonObject): Account | null {
  const children = Object.values(node).filter(isObject);
  const user = children.find(
    (child) => typeof child['uniqueId'] === 'string' && (has(child, 'nickname') || has(child, 'secUid')),
  );
  const tallies = children.filter((child) => has(child, 'followerCount'));
  return user ? accountFrom(user, tallies) : null;
}

/** The older inline script: a table of users and a table of tallies side by side, both by name. */
function modularAccount(node: JsonObject, { handle }: Place): Account | null {
  if (handle === undefined) return null;
  const rows = Object.values(node)
    .filter(isObject)
    .map(
      (table) => Object.keys(table).length < 100 && Object.entries(table).find(([key]) => sameName(key, handle))?.[1],
    )
    .filter((row) => isObject(row as Json)) as JsonObject[];
  const user = rows.find((row) => sameName(readName(row['uniqueId']), handle));
  const counts = rows.filter((row) => has(row, 'followerCount'));
  return user && counts.length > 0 ? accountFrom(user, counts) : null;
}

function accountFrom(user: JsonObject, tallies: JsonObject[]): Account | null {
  const handle = readName(user['uniqueId']);
  if (handle === undefined) return null;
  const link = readLink(get(user, 'bioLink', 'link'));
  const seller = [user['ttSeller'], get(user, 'commerceUserInfo', 'commerceUser')].filter(
    (flag) => typeof flag === 'boolean',
  );
  return {
    handle,
    id: readName(user['id']),
    profile: makeProfile({
      id: readName(user['id']),
      displayName: cleanText(user['nickname']),
      bio: cleanText(user['signature']),
      category: cleanText(get(user, 'commerceUserInfo', 'category')),
      links: link === undefined ? undefined : [link],
      followers: tally(tallies, 'followerCount'),
      following: tally(tallies, 'followingCount'),
      posts: tally(tallies, 'videoCount'),
      likesTotal: tally(tallies, 'heartCount') ?? tally(tallies, 'heart'),
      verified: booleanOf(user['verified']),
      private: booleanOf(user['privateAccount']),
      business: seller.length ? seller.includes(true) : undefined,
      createdAt: fromSeconds(user['createTime']),
      handleChangedAt: fromSeconds(user['uniqueIdModifyTime']),
    }),
  };
}

/** A post of the viewed account; 'foreign' for another's or an ad; null for what is no post. */
function postOf(node: JsonObject, context: ReadContext, profiles: Account[]): Post | 'foreign' | null {
  const tallies = Object.values(node)
    .filter(isObject)
    .filter((child) => has(child, 'diggCount') && (has(child, 'playCount') || has(child, 'commentCount')));
  const id = readName(node['id']);
  if (id === undefined || !/^\d{5,25}$/.test(id) || tallies.length === 0 || !has(node, 'createTime')) return null;
  const author = node['author'];
  const user = isObject(author) ? author : undefined;
  const handle = readName(user?.['uniqueId'] ?? (typeof author === 'string' ? author : undefined));
  if (node['isAd'] === true || isForFew(node) || !isViewed(context.place, { handle, id: readName(user?.['id']) }))
    return 'foreign';
  const account =
    user &&
    accountFrom(
      user,
      Object.values(node)
        .filter(isObject)
        .filter((child) => has(child, 'followerCount')),
    );
  if (account) profiles.push(account);
  const images = get(node, 'imagePost', 'images');
  const duration = get(node, 'video', 'duration');
  return makePost({
    id,
    url: `https://www.tiktok.com/@${handle ?? context.place.handle ?? ''}/${Array.isArray(images) ? 'photo' : 'video'}/${id}`,
    at: fromSeconds(node['createTime']),
    kind: Array.isArray(images) ? (images.length > 1 ? 'carousel' : 'photo') : 'video',
    likes: tally(tallies, 'diggCount'),
    comments: tally(tallies, 'commentCount'),
    views: tally(tallies, 'playCount'),
    // As the page prints it: reposts are counted apart, and by one of the two forms of an item only.
    shares: tally(tallies, 'shareCount'),
    saves: tally(tallies, 'collectCount'),
    caption: cleanText(node['desc']),
    lang:
      typeof node['textLanguage'] === 'string' &&
      /^[a-z]{2}$/.test(node['textLanguage']) &&
      node['textLanguage'] !== 'un'
        ? node['textLanguage']
        : undefined,
    pinned: node['isPinnedItem'] === true ? true : undefined,
    sponsored: node['adAuthorization'] === true || node['isPaidPartnership'] === true ? true : undefined,
    durationS: secondsIn(duration),
  });
}

/** For friends or for nobody else: such a video tells nothing of how many of all come. */
function isForFew(node: JsonObject): boolean {
  return node['privateItem'] === true || node['forFriend'] === true || node['secret'] === true;
}

/** The followers' dialog asks for scene 67 (21: whom the account follows). The list names nobody: the page it was opened on does. */
function followersIn(document: Json, text: PageText, { place, ...context }: ReadContext): Reading[] {
  if (!text.url.includes('/api/user/list/?') || !/[?&]scene=67\b/.test(text.url)) return [];
  const handle = text.page === undefined ? place.handle : locateSafely(text.page);
  const people: Person[] = [];
  walk(document, (node) => {
    const account = accountOf(node);
    if (!account || sameName(account.handle, handle)) return undefined;
    const { displayName, bio, followers, following, posts, verified, createdAt } = account.profile;
    const tie = { relation: 'follower' as const, private: account.profile.private };
    people.push(
      makePerson({
        handle: account.handle,
        displayName,
        bio,
        followers,
        following,
        posts,
        verified,
        createdAt,
        ...tie,
      }),
    );
    return 'skip';
  });
  return readingOf(subjectOf({ handle }), text.via, { place, ...context }, { people, peopleOrder: 'newest' });
}

/** Comment lists name their post by id, not its author. */
function commentsIn(document: Json, text: PageText, context: ReadContext): Reading[] {
  const { place } = context;
  const asked = /[?&](?:aweme_id|item_id)=(\d{5,25})/.exec(text.url)?.[1];
  const byPost = new Map<string, { comments: Comment[]; people: Map<string, Person> }>();
  walk(document, (node) => {
    if (!has(node, 'cid', 'text', 'user')) return undefined;
    const user = node['user'];
    const author = readName(get(user, 'unique_id') ?? get(user, 'uniqueId'));
    const postId = readName(node['aweme_id']) ?? asked ?? place.postId;
    if (author === undefined || postId === undefined) return undefined;
    const list = byPost.get(postId) ?? { comments: [], people: new Map<string, Person>() };
    byPost.set(postId, list);
    const replyTo = readName(node['reply_id']);
    const byCreator = sameName(author, place.handle);
    list.comments.push(
      makeComment({
        id: readName(node['cid']),
        postId,
        at: fromSeconds(node['create_time']),
        author,
        text: cleanText(node['text']),
        lang: langOf(node['comment_language']),
        likes: exactCount(node['digg_count']),
        byCreator,
        likedByCreator: booleanOf(node['is_author_digged']),
        replyTo: replyTo === '0' ? undefined : replyTo,
      }),
    );
    if (!byCreator)
      list.people.set(
        author.toLowerCase(),
        makePerson({
          handle: author,
          displayName: cleanText(get(user, 'nickname')),
          relation: 'commenter',
          postId,
        }),
      );
    return undefined;
  });
  return [...byPost].flatMap(([postId, { comments, people }]) => {
    const subject = place.kind === 'post' && place.postId === postId ? { handle: place.handle, postId } : { postId };
    return readingOf(subjectOf(subject), text.via, context, { comments, people: [...people.values()] });
  });
}

/** A missing account says nothing of its name: the address that was asked for must be the viewed one. */
function gone(document: Json, text: PageText, context: ReadContext): Reading[] {
  const { place } = context;
  if (place.handle === undefined) return [];
  const missing = find(
    document,
    (node) => MISSING_ACCOUNT.has(node['statusCode'] ?? null) && !has(node, 'userInfo', 'itemInfo'),
  );
  if (!missing || find(document, (node) => accountOf(node) !== null)) return [];
  const asked = text.via === 'inline' ? locateSafely(text.url) : /[?&]uniqueId=([\w.-]+)/.exec(text.url)?.[1];
  return sameName(asked, place.handle) ? readingOf({ handle: place.handle }, text.via, context, { gone: true }) : [];
}

function locateSafely(url: string): string | undefined {
  try {
    return locate(new URL(url))?.handle;
  } catch {
    return undefined;
  }
}

function langOf(value: Json | undefined): string | undefined {
  return typeof value === 'string' && /^[a-z]{2}$/.test(value) && value !== 'un' ? value : undefined;
}
