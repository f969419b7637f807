/** Substack: a writer's profile, posts of an archive or of the profile's Posts tab, notes of a writer's feed. */
import type { Comment, Count, Post } from '../../.generated/snapshot';
import { exactCount, interval, readCount } from '../../reading/counts';
import { makeComment, makePost, makeProfile, type ProfileFields } from '../../reading/factories';
import type { PageText, Place, ReadContext } from '../../reading/place';
import type { Reading } from '../../reading/reading';
import { find, get, has, isObject, type Json, type JsonObject, parseDocuments, walk } from '../../reading/shape';
import { commentersOf, isViewed, type Named, postsMissing, readingOf } from '../../reading/subject';
import { cleanText, readLink, readName, sameName } from '../../reading/text';
import { fromText } from '../../reading/times';

import { locate } from './address';

/** Answers that list a writer's posts. */
const LISTS = /\/api\/v1\/(?:archive|profile\/posts|reader\/feed\/profile)/;

export function readPageText(text: PageText, context: ReadContext): Reading[] {
  const { place } = context;
  if (place.handle === undefined) return [];
  const posts = new Map<string, Post>();
  let profile: ProfileFields | undefined;
  const comments: Comment[] = [];
  const isThread = place.kind === 'post' && /\/api\/v1\/post\/\d+\/comments/.test(text.url) && isAskedHere(text, place);
  const documents = documentsIn(text);
  // One part may tie the writer's handle and id; bylines may then give the id alone.
  const writer = {
    handle: place.handle,
    id: readName(
      find(documents, (node) => sameName(readName(node['handle']), place.handle) && has(node, 'name', 'bio'))?.['id'],
    ),
  };
  for (const document of documents) {
    walk(document, (node) => {
      const comment = isThread ? commentOf(node, place.postId) : null;
      if (comment) comments.push(comment);
      const handle = readName(node['handle']);
      if (
        handle !== undefined &&
        sameName(handle, place.handle) &&
        (has(node, 'bio') || has(node, 'profile_set_up_at'))
      ) {
        profile = {
          ...profile,
          ...makeProfile({
            id: readName(node['id']),
            displayName: cleanText(node['name']),
            bio: cleanText(node['bio']),
            createdAt: fromText(node['profile_set_up_at']),
            followers: subscribersOf(node),
          }),
        };
      }
      const post = articleOf(node, writer, text.url) ?? noteOf(node, place);
      if (post?.id !== undefined && !posts.has(post.id)) posts.set(post.id, post);
      return undefined;
    });
  }
  const list = [...posts.values()].filter((post) => place.kind !== 'post' || post.id === place.postId);
  const order = /[?&]sort=top/.test(text.url)
    ? 'top'
    : /[?&]sort=new|\/archive|\/profile\/posts/.test(text.url)
      ? 'latest'
      : 'unknown';
  return readingOf({ handle: place.handle }, text.via, context, {
    profile,
    posts: list,
    comments,
    people: commentersOf(comments, place.postId),
    postsOrder: list.length ? order : undefined,
    missing: LISTS.test(text.url) ? postsMissing(documents, isArticleOrNote) : undefined,
  });
}

/**
 * The exact number where it is given; the printed ones are rounded ('4.2K+ subscribers', 'Over 10,000'). A writer who hides
 * the number has 0 there, and nothing printed.
 */
function subscribersOf(node: JsonObject): Count | undefined {
  const printed = [node['subscriberCount'], node['subscriberCountString']].find(
    (text) => typeof text === 'string' && text !== '',
  );
  const exact = exactCount(node['subscriberCountNumber']) ?? exactCount(node['followerCount']);
  if (exact !== undefined && (exact > 0 || printed !== undefined)) return exact;
  const shown = typeof printed === 'string' ? printed.replace(/^Over /, '').replace(/(?<=\d[KMB]?)\+/i, '') : '';
  const count = readCount(shown, { rounding: 'truncated', locale: 'en' });
  return (shown !== printed && typeof count === 'number' ? cutAtZeros(count) : count) ?? undefined;
}

/** 'Over 243,000': cut where its zeros begin. */
function cutAtZeros(count: number): Count | null {
  let unit = 1;
  while (count >= 1000 && count % (unit * 10) === 0) unit *= 10;
  return interval(count, unit, 'truncated');
}

/** An answer, or a script whose text is JSON in a string: `window._preloads = JSON.parse("…")`. */
function documentsIn(text: PageText): Json[] {
  const start = text.via === 'inline' ? /_preloads\s*=\s*JSON\.parse\(/.exec(text.text.slice(0, 1000)) : null;
  if (!start) return parseDocuments(text.text);
  const from = start.index + start[0].length;
  let end = from + 1;
  while (end < text.text.length && text.text[end] !== '"') end += text.text[end] === '\\' ? 2 : 1;
  try {
    return parseDocuments(String(JSON.parse(text.text.slice(from, end + 1))));
  } catch {
    return [];
  }
}

/** Comments name their post by a number that only the page around them has: it must be the viewed one. */
function isAskedHere(text: PageText, place: Place): boolean {
  if (text.page === undefined) return true;
  try {
    const asked = locate(new URL(text.page));
    return asked?.kind === 'post' && asked.postId === place.postId && sameName(asked.handle, place.handle);
  } catch {
    return false;
  }
}

function commentOf(node: JsonObject, postId: string | undefined): Comment | null {
  const id = readName(node['id']);
  if (id === undefined || !has(node, 'body', 'date', 'ancestor_path', 'reaction_count')) return null;
  const parent = readName(node['ancestor_path'])?.split('.').pop();
  return makeComment({
    id,
    postId,
    at: fromText(node['date']),
    author: readName(node['handle']) ?? readName(node['user_id']),
    text: cleanText(node['body']),
    likes: exactCount(node['reaction_count']),
    byCreator: get(node, 'metadata', 'is_author') === true ? true : undefined,
    replyTo: parent,
  });
}

/** Whoever's it is. */
function isArticleOrNote(node: JsonObject): boolean {
  return has(node, 'slug', 'post_date') || has(node, 'body', 'date', 'reaction_count');
}

/** An article: by a byline that names the writer, or in the viewed publication's own archive. */
function articleOf(node: JsonObject, writer: Named, url: string): Post | null {
  const id = readName(node['slug']);
  if (id === undefined || !has(node, 'post_date') || !(has(node, 'reaction_count') || has(node, 'reactions')))
    return null;
  const bylines = (Array.isArray(node['publishedBylines']) ? node['publishedBylines'] : [])
    .filter(isObject)
    .map((byline) => ({ handle: readName(byline['handle']), id: readName(byline['id']) }));
  const host = `${writer.handle?.toLowerCase()}.substack.com`;
  const archive = hostOf(url) === host && (hostOf(node['canonical_url']) ?? host) === host;
  if (!archive && !bylines.some((byline) => isViewed(writer, byline))) return null;
  const others = bylines
    .filter((byline) => !isViewed(writer, byline))
    .map(({ handle }) => handle)
    .filter((name) => name !== undefined);
  return makePost({
    id,
    url: readLink(node['canonical_url']),
    at: fromText(node['post_date']),
    kind: node['type'] === 'podcast' ? 'video' : 'text',
    likes: exactCount(node['reaction_count']),
    comments: exactCount(node['comment_count']),
    shares: exactCount(node['restacks']),
    caption: cleanText(node['title']),
    collaborators: others.length && !archive ? others : undefined,
  });
}

function hostOf(address: unknown): string | undefined {
  const link = readLink(address);
  return link === undefined ? undefined : new URL(link).hostname;
}

/** A note; restacked notes carry their own author's handle. */
function noteOf(node: JsonObject, place: Place): Post | null {
  const id = readName(node['id']);
  if (
    id === undefined ||
    !has(node, 'body', 'date', 'reaction_count') ||
    !sameName(readName(node['handle']), place.handle) ||
    readName(node['ancestor_path']) !== undefined
  )
    return null;
  return makePost({
    id: `c-${id}`,
    url: `https://substack.com/@${place.handle}/note/c-${id}`,
    at: fromText(node['date']),
    kind: 'text',
    likes: exactCount(node['reaction_count']),
    comments: exactCount(node['children_count']),
    shares: exactCount(node['restacks']),
    caption: cleanText(node['body']),
  });
}
