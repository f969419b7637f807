/** Instagram's comments, in each generation: `{pk, text, created_at, user}` and the older `{id, text, created_at, owner}`. */

import type { Comment, Person } from '../../.generated/snapshot';
import { exactCount } from '../../reading/counts';
import { makeComment, makePerson } from '../../reading/factories';
import type { PageText, ReadContext } from '../../reading/place';
import type { Reading } from '../../reading/reading';
import { childWith, get, has, isObject, type Json, type JsonObject } from '../../reading/shape';
import { readingOf, subjectOf } from '../../reading/subject';
import { cleanText, readName, sameName } from '../../reading/text';
import { fromSeconds } from '../../reading/times';
import { shortCodeOf } from '../short-codes';

const POST_COUNTS = [
  'like_count',
  'comment_count',
  'edge_media_preview_like',
  'edge_media_to_parent_comment',
  'edge_media_to_comment',
  'taken_at',
  'taken_at_timestamp',
];

/** Who wrote a post or a comment: `user`, `owner`, or the one child that has a name. */
export function authorOf(node: JsonObject | undefined): JsonObject | undefined {
  if (!node) return undefined;
  const usual = [node['user'], node['owner']].filter(isObject);
  return usual.find((child) => has(child, 'username')) ?? childWith(node, 'username') ?? usual[0] ?? bareAccount(node);
}

/** A child that is little but an account's number, under whatever name: no caption, no place, no picture. */
function bareAccount(node: JsonObject): JsonObject | undefined {
  const isBare = (child: JsonObject) =>
    has(child, 'pk') && !['text', 'name', 'code', 'image_versions2', 'media_type'].some((key) => has(child, key));
  return Object.values(node).filter(isObject).find(isBare);
}

function isComment(node: JsonObject): boolean {
  const author = authorOf(node);
  return (
    typeof node['text'] === 'string' &&
    has(node, 'created_at') &&
    typeof author?.['username'] === 'string' &&
    (has(node, 'pk') || has(node, 'id')) &&
    node['type'] !== 1 &&
    node['content_type'] !== 'caption'
  );
}

function commentOf(node: JsonObject, postId: string, owner: string | undefined, parent: string | undefined): Comment {
  const author = authorOf(node) as JsonObject;
  const name = readName(author['username']);
  const replyTo = readName(node['parent_comment_id']) ?? readName(node['replied_to_comment_id']) ?? parent;
  return makeComment({
    id: readName(node['pk']) ?? readName(node['id']),
    postId,
    at: fromSeconds(node['created_at']) ?? fromSeconds(node['created_at_utc']),
    author: name,
    text: cleanText(node['text']),
    likes: exactCount(node['comment_like_count']) ?? exactCount(get(node, 'edge_liked_by', 'count')),
    byCreator: owner === undefined ? undefined : sameName(name, owner),
    authorVerified: typeof author['is_verified'] === 'boolean' ? author['is_verified'] : undefined,
    replyTo: replyTo === '0' ? undefined : replyTo,
  });
}

interface Step {
  value: Json;
  depth: number;
  postId: string | undefined;
  owner: string | undefined;
  parent: string | undefined;
}

/** Comments with the post they stand under: the post around them, else the one that the request or the address names. */
export function commentsReading(
  document: Json,
  text: PageText,
  context: ReadContext,
  owner: string | undefined,
): Reading[] {
  const { place } = context;
  const asked = /\/media\/(\d+)\/comments/.exec(text.url)?.[1];
  const fallback =
    (asked === undefined ? undefined : shortCodeOf(asked)) ?? (place.kind === 'post' ? place.postId : undefined);
  const lists = new Map<string, { owner: string | undefined; comments: Comment[]; people: Map<string, Person> }>();
  const stack: Step[] = [
    {
      value: document,
      depth: 0,
      postId: fallback,
      owner: fallback === undefined ? undefined : owner,
      parent: undefined,
    },
  ];
  for (let step = stack.pop(), nodes = 0; step && nodes < 400_000; step = stack.pop(), nodes++) {
    const { value, depth } = step;
    if (typeof value !== 'object' || value === null || depth > 150) continue;
    let { postId, parent } = step;
    let postOwner = step.owner;
    if (!Array.isArray(value)) {
      const code = readName(value['code']) ?? readName(value['shortcode']);
      if (code !== undefined && POST_COUNTS.some((key) => has(value, key))) {
        postId = code;
        postOwner = readName(authorOf(value)?.['username']) ?? (code === place.postId ? owner : undefined);
      }
      if (isComment(value) && postId !== undefined) {
        const list = lists.get(postId) ?? { owner: postOwner, comments: [], people: new Map<string, Person>() };
        lists.set(postId, list);
        const comment = commentOf(value, postId, postOwner, parent);
        list.comments.push(comment);
        if (comment.author !== undefined && !comment.byCreator)
          list.people.set(comment.author.toLowerCase(), personOf(value, comment));
        parent = comment.id;
      }
    }
    const children = Array.isArray(value)
      ? value
      : Object.entries(value)
          .filter(([key]) => key !== 'caption')
          .map(([, child]) => child);
    for (let at = children.length - 1; at >= 0; at--)
      stack.push({ value: children[at] as Json, depth: depth + 1, postId, owner: postOwner, parent });
  }
  return [...lists].flatMap(([postId, list]) => {
    const mine = list.owner === undefined || place.handle === undefined || sameName(list.owner, place.handle);
    const subject = subjectOf({ handle: list.owner, postId });
    return mine
      ? readingOf(subject, text.via, context, { comments: list.comments, people: [...list.people.values()] })
      : [];
  });
}

function personOf(node: JsonObject, comment: Comment): Person {
  const author = authorOf(node) as JsonObject;
  return makePerson({
    handle: comment.author,
    displayName: cleanText(author['full_name']),
    relation: 'commenter',
    postId: comment.postId,
    verified: comment.authorVerified,
    private: typeof author['is_private'] === 'boolean' ? author['is_private'] : undefined,
  });
}
