/**
 * X's GraphQL responses. Three generations of users: all in `legacy` (until 2024), `core` with counts in `legacy` (2025),
 * `relationship_counts` and `tweet_counts` (2026). A tweet is a node with `rest_id` and a child with its text and counts.
 */
import type { Comment } from '../../.generated/snapshot';
import { orAhead } from '../../reading/ahead';
import { makeComment } from '../../reading/factories';
import type { PageText, Place, ReadContext } from '../../reading/place';
import type { Reading } from '../../reading/reading';
import { find, get, has, isObject, type Json, parseDocuments, walk } from '../../reading/shape';
import { fullestOf, isViewed, readingOf, subjectOf } from '../../reading/subject';
import { sameName } from '../../reading/text';
import { pinnedIn, type Tweet, tweetOf } from './tweets';
import { personOf, type User, userOf } from './users';

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
export const readPageText = orAhead(read, about);

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
  const best = fullestOf(viewed);
  const subject = subjectOf({ handle: best?.handle ?? place.handle, id: best?.id });
  const parts =
    place.kind === 'post' ? conversation(tweets, place.postId, context) : timeline(tweets, pinned, text, context);
  for (const post of parts.posts) if (post.id && pinned.has(post.id)) post.pinned = true;
  return [
    ...readingOf(subject, text.via, context, { profile: best?.profile, ...parts }),
    ...followersOf(users, text, context),
    ...gone(document, text, context),
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
    (tweet) =>
      isViewed(place, tweet.author) && !pinned.has(tweet.id) && /User(?:Tweets|Media|ArticlesTweets)/.test(text.url),
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
    postsOrder: /\/UserHighlightsTweets/.test(text.url)
      ? ('top' as const)
      : times.length < 2
        ? undefined
        : sorted
          ? ('latest' as const)
          : ('top' as const),
  };
}

/** Where nothing else tells, a text that begins with a name answers it. */
function isReply(tweet: Tweet): boolean {
  const { replyTo, replyToHandle, conversation, id, text } = tweet;
  return (
    (replyTo ?? replyToHandle) !== undefined ||
    (conversation === undefined ? text?.startsWith('@') === true : conversation !== id)
  );
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
    makeComment({
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

/** "This account doesn't exist" or "is suspended": no user, or an unavailable one, in the answer to a request that names the viewed one. */
function gone(document: Json, text: PageText, context: ReadContext): Reading[] {
  const { handle } = context.place;
  const data = get(document, 'data');
  const user = get(data, 'user');
  const asked = /(?:%22|")screen_name(?:%22|")(?:%3A|:)(?:%22|")(\w{1,20})/i.exec(text.url)?.[1];
  const nobody = isObject(data) && Object.keys(data).length === 0 && asked !== undefined;
  const empty =
    nobody ||
    (isObject(user) && (Object.keys(user).length === 0 || get(user, 'result', '__typename') === 'UserUnavailable'));
  return empty && handle !== undefined && (asked === undefined || sameName(asked, handle))
    ? readingOf({ handle }, 'response', context, { gone: true })
    : [];
}
