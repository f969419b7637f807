/** YouTube's comments: `commentEntityPayload` (2024–) and `commentRenderer` before. */
import type { Comment, Person } from '../../.generated/snapshot';
import { makeComment, makePerson } from '../../reading/factories';
import type { PageText, ReadContext } from '../../reading/place';
import type { Reading } from '../../reading/reading';
import { booleanOf, childWith, find, get, has, type Json, type JsonObject, walk } from '../../reading/shape';
import { readingOf, subjectOf } from '../../reading/subject';
import { cleanText, readName, sameName } from '../../reading/text';
import { readAge } from '../../reading/times';
import { countOf, textOf } from './nodes';

/** @returns the comments in a `next` document, bound to the video that their links name. */
export function commentsReading(document: Json, text: PageText, context: ReadContext): Reading[] {
  const { place } = context;
  const postId = videoOf(document);
  if (postId === undefined || (place.kind === 'post' && place.postId !== postId)) return [];
  const hearts = heartsIn(document);
  const comments: Comment[] = [];
  let creator: string | undefined;
  walk(document, (node) => {
    const comment = entity(node, hearts, context) ?? old(node, context);
    if (!comment) return undefined;
    const hearted = childWith(node, 'heartActiveTooltip')?.['heartActiveTooltip'];
    creator ??= typeof hearted === 'string' ? readName(/@([^\s\u2069]{2,60})/.exec(hearted)?.[1]) : undefined;
    if (comment.byCreator) creator ??= comment.author;
    comments.push({ ...comment, postId });
    return 'skip';
  });
  // The creator is no commenter, also where only a heart elsewhere tells who that is.
  const people = new Map<string, Person>();
  for (const { author, byCreator, authorVerified } of comments) {
    if (
      author === undefined ||
      byCreator ||
      sameName(author, creator) ||
      (byCreator === undefined && creator === undefined)
    )
      continue;
    people.set(
      author.toLowerCase(),
      makePerson({ handle: author, relation: 'commenter', postId, verified: authorVerified }),
    );
  }
  const shown = find(
    document,
    (node) =>
      has(node, 'countText') &&
      (has(node, 'createRenderer') || has(node, 'sortMenu') || has(node, 'customEmojis') || has(node, 'commentsCount')),
  );
  const count = countOf(get(shown, 'countText', 'runs', 0, 'text') ?? textOf(shown?.['countText']), context, false);
  const posts = count === undefined ? undefined : [{ id: postId, comments: count }];
  return readingOf(subjectOf({ handle: creator, postId }), text.via, context, {
    comments,
    people: [...people.values()],
    posts,
  });
}

/** Whether a comment's link tells that its part of a document is about the viewed video, or about another one. */
export function whoseComment(node: JsonObject, postId: string): 'own' | 'other' | undefined {
  const id = linkedVideo(node);
  return id === undefined ? undefined : id === postId ? 'own' : 'other';
}

function linkedVideo(node: JsonObject): string | undefined {
  const url = node['url'];
  return typeof url === 'string'
    ? ((/[?&]lc=/.test(url) ? /[?&]v=([\w-]{11})&/.exec(url)?.[1] : undefined) ??
        /^\/shorts\/([\w-]{11})\?.*lc=/.exec(url)?.[1])
    : undefined;
}

/** Each comment links to itself under its video ('/watch?v=…&lc=…'). */
function videoOf(document: Json): string | undefined {
  let id: string | undefined;
  walk(document, (node) => {
    id ??= linkedVideo(node);
    return id === undefined ? undefined : 'stop';
  });
  return id;
}

/** Toolbar state keys of comments, and whether they have the creator's heart. */
function heartsIn(document: Json): ReadonlyMap<string, boolean> {
  const hearts = new Map<string, boolean>();
  walk(document, (node) => {
    if (typeof node['heartState'] === 'string' && typeof node['key'] === 'string')
      hearts.set(node['key'], node['heartState'] === 'TOOLBAR_HEART_STATE_HEARTED');
    return undefined;
  });
  return hearts;
}

function entity(node: JsonObject, hearts: ReadonlyMap<string, boolean>, context: ReadContext): Comment | null {
  const properties = childWith(node, 'commentId');
  const id = properties?.['commentId'];
  const words = properties && (properties['content'] ?? childWith(properties, 'content'));
  if (typeof id !== 'string' || !words) return null;
  const author = childWith(node, 'displayName');
  const liked = childWith(node, 'likeCountNotliked')?.['likeCountNotliked'];
  const state = get(properties, 'toolbarStateKey');
  return makeComment({
    id,
    ...readAge(get(properties, 'publishedTime'), context.now, context.locale),
    author: readName(get(author, 'displayName')),
    text: cleanText(textOf(words)),
    // An empty place beside the thumb is no like at all.
    likes: typeof liked === 'string' && liked.trim() === '' ? 0 : countOf(liked, context),
    byCreator: booleanOf(get(author, 'isCreator')),
    authorVerified:
      typeof get(author, 'isVerified') === 'boolean'
        ? get(author, 'isVerified') === true || get(author, 'isArtist') === true
        : undefined,
    likedByCreator: typeof state === 'string' ? hearts.get(state) : undefined,
    replyTo: id.includes('.') ? id.split('.', 1)[0] : undefined,
  });
}

function old(node: JsonObject, context: ReadContext): Comment | null {
  const id = node['commentId'];
  if (typeof id !== 'string' || !has(node, 'contentText') || !has(node, 'authorText')) return null;
  const votes = node['voteCount'];
  return makeComment({
    id,
    ...readAge(textOf(node['publishedTimeText']), context.now, context.locale),
    author: readName(textOf(node['authorText'])),
    text: cleanText(textOf(node['contentText'])),
    likes: countOf(votes, context),
    byCreator: booleanOf(node['authorIsChannelOwner']),
    likedByCreator: find(node['actionButtons'], (inner) => inner['isHearted'] === true) ? true : undefined,
    replyTo: id.includes('.') ? id.split('.', 1)[0] : undefined,
  });
}
