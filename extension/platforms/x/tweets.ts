/** X's posts: nodes with `rest_id` and a child that holds the text and the counts. */
import type { Post } from '../../.generated/snapshot';
import { exactCount } from '../../reading/counts';
import { makePost } from '../../reading/factories';
import { childWith, find, get, has, isObject, type Json, type JsonObject } from '../../reading/shape';
import { cleanText, readName } from '../../reading/text';
import { fromText, secondsIn } from '../../reading/times';
import { type User, userOf } from './users';

export interface Tweet {
  id: string;
  author: User;
  post: Post;
  text: string | undefined;
  conversation: string | undefined;
  replyTo: string | undefined;
  replyToHandle: string | undefined;
  isRepost: boolean;
}

/** A post with its author, or null for any other node. */
export function tweetOf(node: JsonObject): Tweet | null {
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
  const text = cleanText(
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
    post: makePost({
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
        isObject(node['paid_partnership']) ||
        node['paid_partnership'] === true ||
        get(node, 'content_disclosure', 'advertising_disclosure', 'is_paid_promotion') === true
          ? true
          : undefined,
      durationS: durationOf(legacy),
    }),
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
  return secondsIn(milliseconds, 1000);
}

/** The id of the post that a timeline entry says is pinned. */
export function pinnedIn(node: JsonObject): string | undefined {
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

/** X writes 'zxx', 'und', 'qme' … where a text has no language. */
function langOf(value: Json | undefined): string | undefined {
  return typeof value === 'string' && /^[a-z]{2}(-[A-Za-z]+)?$/.test(value) ? value : undefined;
}
