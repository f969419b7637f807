/**
 * X's GraphQL responses. Three generations of users: all in `legacy` (until 2024), `core` with counts in `legacy` (2025),
 * `relationship_counts` and `tweet_counts` (2026). A tweet is a node with `rest_id` and a child with its text and counts.
 */
import type { Comment, Person, Post, Profile } from '../../.generated/snapshot';
import { orAhead } from '../../reading/ahead';
import { exactCount } from '../../reading/counts';
import type { Reading } from '../../reading/reading';
import {
  childWith,
  find,
  get,
  has,
  isObject,
  type Json,
  type JsonObject,
  known,
  parseDocuments,
  walk,
} from '../../reading/shape';
import { isViewed, readingOf, subjectOf } from '../../reading/subject';
import { readLink, readName, sameName, readText as textIn } from '../../reading/text';
import { fromMilliseconds, fromText } from '../../reading/times';
import type { PageText, Place, ReadContext } from '../platform';

interface User {
  id: string | undefined;
  handle: string;
  profile: Omit<Profile, 'handle'>;
  hasAvatar: boolean | undefined;
  pinned: string[];
}

interface Tweet {
  id: string;
  author: User;
  post: Post;
  text: string | undefined;
  conversation: string | undefined;
  replyTo: string | undefined;
  replyToHandle: string | undefined;
  isRepost: boolean;
}

function read(text: PageText, context: ReadContext): Reading[] {
  return parseDocuments(text.text).flatMap((document) => readDocumentOf(document, text, context));
}

/** Whose page an answer is for: the user it returns, the id or the post that its request names. */
function about(document: Json, text: PageText): Place | null {
  const asked = /(?:%22|")(userId|focalTweetId)(?:%22|")(?:%3A|:)(?:%22|")(\d{1,25})/i.exec(text.url);
  if (asked?.[1] === 'userId') return { platform: 'x', kind: 'profile', id: asked[2] as string };
  if (asked) {
    const tweet = find(document, (node) => tweetOf(node)?.id === asked[2]);
    const handle = tweet && tweetOf(tweet)?.author.handle;
    return handle === undefined ? null : { platform: 'x', kind: 'post', handle, postId: asked[2] as string };
  }
  const user = /\/UserByScreenName|\/UserByRestId|\/AboutAccountQuery/.test(text.url)
    ? find(document, (node) => userOf(node) !== null)
    : undefined;
  const found = user && userOf(user);
  return found ? { platform: 'x', kind: 'profile', handle: found.handle } : null;
}

/** @returns readings of the viewed account, or of the one that the answer is for: header, posts, replies, followers. */
export const readText = orAhead(read, about);

function readDocumentOf(document: Json, text: PageText, context: ReadContext): Reading[] {
  const { place } = context;
  const tweets: Tweet[] = [];
  const users: User[] = [];
  const pinned = new Set<string>();
  walk(document, (node) => {
    if (has(node, 'promotedMetadata')) return 'skip';
    const pin = pinnedIn(node);
    if (pin) pinned.add(pin);
    const tweet = tweetOf(node);
    if (tweet) {
      tweets.push(tweet);
      return 'skip';
    }
    const user = userOf(node);
    if (user) users.push(user);
    return undefined;
  });
  const viewed = [...users, ...tweets.map((tweet) => tweet.author)].filter((user) => isViewed(place, user));
  for (const id of viewed.flatMap((user) => user.pinned)) pinned.add(id);
  const best = viewed.reduce<User | undefined>(
    (a, b) => (a && Object.keys(a.profile).length >= Object.keys(b.profile).length ? a : b),
    undefined,
  );
  const subject = subjectOf({ handle: best?.handle ?? place.handle, id: best?.id });
  const parts =
    place.kind === 'post' ? conversation(tweets, place.postId, context) : timeline(tweets, pinned, text, context);
  for (const post of parts.posts) if (post.id && pinned.has(post.id)) post.pinned = true;
  return [
    ...readingOf(subject, text.via, context, { profile: best?.profile, ...parts }),
    ...followersOf(users, text, context),
    ...gone(document, context),
  ];
}

/** A profile's tab: its own posts. Replies to others are comments elsewhere, reposts are others' posts. */
function timeline(tweets: Tweet[], pinned: ReadonlySet<string>, text: PageText, { place }: ReadContext) {
  const own = tweets.filter(
    (tweet) =>
      isViewed(place, tweet.author) &&
      !tweet.isRepost &&
      (!isReply(tweet) || sameName(tweet.replyToHandle, tweet.author.handle)),
  );
  const dated = tweets.filter(
    (tweet) => isViewed(place, tweet.author) && !pinned.has(tweet.id) && /User(?:Tweets|Media)/.test(text.url),
  );
  // The start of a thread stands where its newest reply belongs, so threads don't tell the order.
  const threads = new Set(tweets.filter((tweet) => tweet.conversation !== tweet.id).map((tweet) => tweet.conversation));
  const times = dated
    .map((tweet) =>
      (tweet.conversation === tweet.id && !threads.has(tweet.id)) || tweet.isRepost
        ? Date.parse(tweet.post.at ?? '')
        : Number.NaN,
    )
    .filter((time) => !Number.isNaN(time));
  const sorted = times.every((time, index) => index === 0 || time <= (times[index - 1] as number));
  return {
    posts: own.map((tweet) => tweet.post),
    postsOrder: times.length < 2 ? undefined : sorted ? ('latest' as const) : ('top' as const),
  };
}

function isReply(tweet: Tweet): boolean {
  return tweet.replyTo !== undefined || (tweet.conversation !== undefined && tweet.conversation !== tweet.id);
}

/** A page of one post: that post, and what others and the author wrote under it. */
function conversation(tweets: Tweet[], postId: string | undefined, { place }: ReadContext) {
  const posts = tweets
    .filter((tweet) => tweet.id === postId && isViewed(place, tweet.author) && !tweet.isRepost)
    .map((tweet) => tweet.post);
  const replies = tweets.filter(
    (tweet) =>
      tweet.id !== postId &&
      tweet.conversation !== undefined &&
      tweet.replyTo !== undefined &&
      (tweet.conversation === postId ||
        tweets.some((other) => other.id === postId && other.conversation === tweet.conversation)),
  );
  const comments: Comment[] = replies.map((tweet) =>
    known({
      id: tweet.id,
      postId,
      at: tweet.post.at,
      author: tweet.author.handle,
      text: tweet.text,
      lang: tweet.post.lang,
      likes: tweet.post.likes,
      byCreator: isViewed(place, tweet.author),
      authorVerified: tweet.author.profile.verified,
      replyTo: tweet.replyTo === postId ? undefined : tweet.replyTo,
    }),
  );
  const people = new Map(
    replies
      .filter((tweet) => !isViewed(place, tweet.author))
      .map((tweet) => [tweet.author.handle.toLowerCase(), personOf(tweet.author, 'commenter', postId)]),
  );
  return { posts, comments, people: [...people.values()] };
}

/** The followers list: bound to the account by the id in the request, else by the page's address. */
function followersOf(users: User[], text: PageText, context: ReadContext): Reading[] {
  if (!/\/(?:BlueVerified)?Followers\b/.test(text.url)) return [];
  const asked = /%22userId%22%3A%22(\d+)%22|"userId":"(\d+)"/i.exec(text.url);
  const id = asked?.[1] ?? asked?.[2];
  if (id === undefined && context.place.kind !== 'people') return [];
  const people = users
    .filter((user) => !isViewed(context.place, user) && user.id !== id)
    .map((user) => personOf(user, 'follower'));
  return readingOf(subjectOf(id === undefined ? { handle: context.place.handle } : { id }), text.via, context, {
    people,
    peopleOrder: 'newest',
  });
}

/** "This account doesn't exist" is an empty user of a request that names the viewed one. */
function gone(document: Json, context: ReadContext): Reading[] {
  const user = get(document, 'data', 'user');
  const empty =
    isObject(user) && (Object.keys(user).length === 0 || get(user, 'result', '__typename') === 'UserUnavailable');
  return empty && context.place.handle !== undefined
    ? readingOf({ handle: context.place.handle }, 'response', context, { gone: true })
    : [];
}

function personOf(user: User, relation: Person['relation'], postId?: string): Person {
  const { displayName, followers, following, posts, verified, bio, createdAt } = user.profile;
  return known({
    handle: user.handle,
    displayName,
    relation,
    postId,
    hasAvatar: user.hasAvatar,
    followers,
    following,
    posts,
    verified,
    private: user.profile.private,
    bio,
    createdAt,
  }) as Person;
}

function userOf(node: JsonObject): User | null {
  if (!has(node, 'rest_id') || has(node, 'conversation_id_str')) return null;
  const name = childWith(node, 'screen_name') ?? (has(node, 'screen_name') ? node : undefined);
  const handle = readName(name?.['screen_name']);
  if (!name || handle === undefined) return null;
  const legacy = childWith(node, 'followers_count') ?? node;
  const relations = childWith(node, 'followers', 'following');
  const counts = childWith(node, 'tweets', 'media_tweets') ?? childWith(node, 'tweets');
  const flags = childWith(node, 'protected');
  const verification = childWith(node, 'verified');
  const bio = childWith(node, 'description');
  const about = childWith(node, 'account_based_in') ?? childWith(node, 'username_changes');
  const changes = get(about, 'username_changes');
  const avatar = get(node, 'avatar', 'image_url') ?? get(legacy, 'profile_image_url_https');
  return {
    id: readName(node['rest_id']),
    handle,
    hasAvatar: typeof avatar === 'string' ? !avatar.includes('default_profile') : undefined,
    pinned: namesIn(get(childWith(node, 'tweet_ids_str'), 'tweet_ids_str') ?? get(legacy, 'pinned_tweet_ids_str')),
    profile: known({
      id: readName(node['rest_id']),
      displayName: textIn(name['name'] ?? get(legacy, 'name')),
      bio: textIn(get(bio, 'description') ?? get(legacy, 'description')),
      category: textIn(
        get(
          find(get(node, 'professional', 'category'), (item) => has(item, 'name')),
          'name',
        ),
      ),
      country: textIn(get(about, 'account_based_in')),
      links: linksOf(node),
      followers: exactCount(get(relations, 'followers') ?? get(legacy, 'followers_count')),
      following: exactCount(get(relations, 'following') ?? get(legacy, 'friends_count')),
      posts: exactCount(get(counts, 'tweets') ?? get(legacy, 'statuses_count')),
      verified: verifiedIn(node, verification, legacy),
      private: flag(get(flags, 'protected') ?? get(legacy, 'protected')),
      business: get(node, 'professional', 'professional_type') === 'Business' ? true : undefined,
      createdAt: fromText(name['created_at'] ?? get(legacy, 'created_at')),
      handleChanges: exactCount(get(changes, 'count')),
      handleChangedAt: fromMilliseconds(get(changes, 'last_changed_at_msec')),
    }),
  };
}

/** A check mark of any colour: paid, business or government. */
function verifiedIn(node: JsonObject, verification: JsonObject | undefined, legacy: JsonObject): boolean | undefined {
  const signs = [node['is_blue_verified'], verification?.['verified'], legacy['verified']].filter(
    (sign) => typeof sign === 'boolean',
  );
  const type = verification?.['verified_type'] ?? legacy['verified_type'];
  if (typeof type === 'string' && type !== '' && type !== 'None') return true;
  if (signs.includes(true)) return true;
  // A paid mark and an official one are two flags: only both say that there is none.
  return typeof node['is_blue_verified'] === 'boolean' && signs.length > 1 ? false : undefined;
}

function linksOf(node: JsonObject): string[] | undefined {
  const links = new Set<string>();
  for (const block of Object.values(node)) {
    for (const url of [get(block, 'entities', 'url', 'urls')]) {
      walk(url, (entry) => {
        const link = readLink(entry['expanded_url']);
        if (link && links.size < 20) links.add(link);
      });
    }
  }
  return links.size ? [...links] : undefined;
}

function tweetOf(node: JsonObject): Tweet | null {
  const id = readName(node['rest_id']);
  const legacy =
    childWith(node, 'full_text', 'favorite_count') ?? (has(node, 'full_text', 'favorite_count') ? node : undefined);
  if (id === undefined || !/^\d+$/.test(id) || !legacy) return null;
  // A card may name other users: the author is the one whose id the tweet carries.
  const writer = readName(legacy['user_id_str']);
  const isAuthor = (inner: JsonObject) =>
    userOf(inner) !== null && (writer === undefined || inner['rest_id'] === writer);
  const author =
    find(node['core'], isAuthor) ??
    (writer === undefined
      ? undefined
      : find(
          Object.values(node).filter((child) => child !== legacy),
          isAuthor,
        ));
  const user = author && userOf(author);
  if (!user) return null;
  const text = textIn(
    plainOf(
      get(
        find(node['note_tweet'], (note) => typeof note['text'] === 'string'),
        'text',
      ) ?? legacy['full_text'],
    ),
  );
  const [reposts, quotes] = [exactCount(legacy['retweet_count']), exactCount(legacy['quote_count'])];
  const conversation = readName(legacy['conversation_id_str']);
  return {
    id,
    author: user,
    text,
    conversation,
    replyTo: readName(legacy['in_reply_to_status_id_str']),
    replyToHandle: readName(legacy['in_reply_to_screen_name']),
    isRepost:
      has(legacy, 'retweeted_status_result') || has(node, 'retweeted_status_result') || /^RT @/.test(text ?? ''),
    post: known({
      id,
      url: `https://x.com/${user.handle}/status/${id}`,
      at: fromText(legacy['created_at']),
      kind: kindOf(legacy),
      likes: exactCount(legacy['favorite_count']),
      comments: exactCount(legacy['reply_count']),
      shares: reposts === undefined || quotes === undefined ? undefined : reposts + quotes,
      saves: exactCount(legacy['bookmark_count']),
      views: exactCount(get(node['views'] ?? childWith(node, 'count', 'state'), 'count')),
      caption: text,
      lang: langOf(legacy['lang']),
      sponsored:
        has(node, 'paid_partnership') ||
        get(node, 'content_disclosure', 'advertising_disclosure', 'is_paid_promotion') === true
          ? true
          : undefined,
      durationS: durationOf(legacy),
    }) as Post,
  };
}

function kindOf(legacy: JsonObject): Post['kind'] {
  const media = get(legacy, 'extended_entities', 'media') ?? get(legacy, 'entities', 'media');
  if (!Array.isArray(media) || media.length === 0)
    return get(legacy, 'entities', 'urls', 0) === undefined ? 'text' : 'link';
  if (media.some((item) => get(item, 'type') === 'video')) return 'video';
  return media.length > 1 ? 'carousel' : 'photo';
}

function durationOf(legacy: JsonObject): number | undefined {
  const milliseconds = get(
    find(legacy['extended_entities'], (node) => has(node, 'duration_millis')),
    'duration_millis',
  );
  return typeof milliseconds === 'number' && milliseconds > 0 ? milliseconds / 1000 : undefined;
}

function pinnedIn(node: JsonObject): string | undefined {
  const pinned =
    node['type'] === 'TimelinePinEntry' ||
    get(node, 'socialContext', 'contextType') === 'Pin' ||
    get(node, 'social_context', 'context_type') === 'Pin';
  const tweet = pinned ? find(node, (inner) => tweetOf(inner) !== null) : undefined;
  return tweet ? readName(tweet['rest_id']) : undefined;
}

/** X escapes three signs in its texts. */
function plainOf(text: Json | undefined): string | undefined {
  return typeof text === 'string'
    ? text.replace(/&(amp|lt|gt);/g, (_, name: 'amp' | 'lt' | 'gt') => ({ amp: '&', lt: '<', gt: '>' })[name])
    : undefined;
}

function namesIn(value: Json | undefined): string[] {
  return Array.isArray(value)
    ? value
        .slice(0, 10)
        .map(readName)
        .filter((name) => name !== undefined)
    : [];
}

function flag(value: Json | undefined): boolean | undefined {
  return typeof value === 'boolean' ? value : undefined;
}

/** X writes 'zxx', 'und', 'qme' … where a text has no language. */
function langOf(value: Json | undefined): string | undefined {
  return typeof value === 'string' && /^[a-z]{2}(-[A-Za-z]+)?$/.test(value) ? value : undefined;
}
