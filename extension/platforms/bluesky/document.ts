/** Bluesky's rendered page and JSON-LD. Elements are told by data-testid; labels hold exact numbers. */
import type { Comment, Post } from '../../.generated/snapshot';
import { type NumberStyle, readCount, sumOf } from '../../reading/counts';
import { all, jsonLd, linkOf, textOf } from '../../reading/dom';
import { makeComment, makePerson, makePost, makeProfile, type ProfileFields } from '../../reading/factories';
import type { Place, ReadContext } from '../../reading/place';
import type { Reading } from '../../reading/reading';
import { accountsIn, postsIn } from '../../reading/schema-org';
import { isViewed, readingOf } from '../../reading/subject';
import { cleanText, readName, sameName } from '../../reading/text';
import { readShortAge } from '../../reading/times';

const BASE = 'https://bsky.app/';
const testId = (root: ParentNode, name: string) => root.querySelector(`[data-testid="${name}"]`);

export function readDocument(document: Document, context: ReadContext): Reading[] {
  return [...fromJsonLd(document, context), ...header(document, context), ...feed(document, context)];
}

export function anchor(document: Document, _place: Place): Element | null {
  return testId(document, 'profileHeaderFollowersButton');
}

function fromJsonLd(document: Document, context: ReadContext): Reading[] {
  const { place } = context;
  const data = jsonLd(document);
  const accounts = accountsIn(data).flatMap(({ names, profile }) => {
    const handle = names.find((name) => isViewed(place, { handle: name }));
    return handle === undefined ? [] : readingOf({ handle }, 'jsonld', context, { profile });
  });
  const posts = postsIn(data).flatMap(({ names, authorUrl, url, post }) => {
    const handle = names[0] ?? new URL(authorUrl ?? BASE).pathname.split('/')[2];
    const printed = url === undefined ? place.postId : new URL(url).pathname.split('/')[4];
    if (handle === undefined || !isViewed(place, { handle }) || printed === undefined || printed !== place.postId)
      return [];
    // The share counter holds reposts and quotes.
    return readingOf({ handle, postId: printed }, 'jsonld', context, {
      posts: [{ ...post, id: printed, url: `${BASE}profile/${handle}/post/${printed}` }],
    });
  });
  return [...accounts, ...posts];
}

function header(document: Document, context: ReadContext): Reading[] {
  const { place } = context;
  const followers = testId(document, 'profileHeaderFollowersButton');
  const named = linkOf(followers, BASE)?.pathname.split('/')[2];
  if (!followers || place.handle === undefined || !sameName(named, place.handle)) return [];
  const style: NumberStyle = { rounding: 'unknown', locale: context.locale };
  const count = (element: Element | null) =>
    readCount(element?.getAttribute('aria-label'), style) ?? readCount(textOf(element), style) ?? undefined;
  const profile: ProfileFields = makeProfile({
    displayName: cleanText(textOf(testId(document, 'profileHeaderDisplayName'))),
    bio: cleanText(textOf(testId(document, 'profileHeaderDescription'))),
    followers: count(followers),
    following: count(testId(document, 'profileHeaderFollowsButton')),
  });
  return readingOf({ handle: named as string }, 'dom', context, { profile });
}

/** A profile's feed (feedItem-by-…) or a post with its answers (postThreadItem-by-…). */
function feed(document: Document, context: ReadContext): Reading[] {
  const { place } = context;
  if (place.handle === undefined) return [];
  const items = all(document, '[data-testid^="feedItem-by-"], [data-testid^="postThreadItem-by-"]', 300)
    .map((item) => itemOf(item, context))
    .filter((item) => item !== null);
  const own = items.filter((item) => sameName(item.author, place.handle));
  if (place.kind !== 'post')
    return readingOf({ handle: place.handle }, 'dom', context, {
      posts: own.filter((item) => item.listed).map((item) => item.post),
      postsOrder: own.length ? 'latest' : undefined,
    });
  const main = items.find(
    (item) =>
      item.expanded &&
      sameName(item.author, place.handle) &&
      (item.post.id === undefined || item.post.id === place.postId),
  );
  if (!main || place.postId === undefined) return [];
  const answers = items.slice(items.indexOf(main) + 1);
  const comments: Comment[] = answers.map(({ author, post }) =>
    makeComment({
      id: post.id,
      postId: place.postId,
      at: post.at,
      atStep: post.atStep,
      author,
      text: post.caption,
      likes: post.likes,
      byCreator: sameName(author, place.handle),
    }),
  );
  const people = answers
    .filter((item) => !sameName(item.author, place.handle))
    .map(({ author }) => makePerson({ handle: author, relation: 'commenter', postId: place.postId }));
  const unique = new Map(people.map((person) => [person.handle, person]));
  return readingOf({ handle: main.author, postId: place.postId }, 'dom', context, {
    posts: [{ ...main.post, id: place.postId, url: `${BASE}profile/${main.author}/post/${place.postId}` }],
    comments,
    people: [...unique.values()],
  });
}

interface Item {
  author: string;
  post: Post;
  expanded: boolean;
  listed: boolean;
}

function itemOf(item: Element, context: ReadContext): Item | null {
  const author = readName(/-by-(.+)$/s.exec(item.getAttribute('data-testid') ?? '')?.[1]);
  if (author === undefined) return null;
  const style: NumberStyle = { rounding: 'unknown', locale: context.locale };
  const label = (name: string) => readCount(testId(item, name)?.getAttribute('aria-label'), style) ?? undefined;
  const link = all(item, `a[href^="/profile/${author}/post/"]`, 20).find(
    (element) => linkOf(element, BASE)?.pathname.split('/').length === 5,
  );
  const id = linkOf(link, BASE)?.pathname.split('/')[4];
  const expanded = testId(item, 'likeCount-expanded') !== null;
  const parts = ['repostCount-expanded', 'quoteCount-expanded']
    .map((name) => readCount(textOf(testId(item, name)), style))
    .filter((count) => count !== null);
  const age = /(\d+\s?(?:s|m|h|d|w|mo|y))\s*$/.exec((textOf(link) ?? '').slice(-24))?.[1];
  return {
    author,
    expanded,
    listed: id !== undefined && item.getAttribute('data-testid')?.startsWith('feedItem') === true,
    post: makePost({
      id,
      url: id === undefined ? undefined : `${BASE}profile/${author}/post/${id}`,
      ...(readShortAge(age, context.now) ?? {}),
      likes: label('likeBtn') ?? readCount(textOf(testId(item, 'likeCount')), style) ?? undefined,
      comments: label('replyBtn'),
      shares: parts.length
        ? sumOf(parts)
        : expanded
          ? undefined
          : (readCount(textOf(testId(item, 'repostCount')), style) ?? undefined),
      saves: readCount(textOf(testId(item, 'bookmarkCount-expanded')), style) ?? undefined,
      caption: cleanText(textOf(item.querySelector('[data-word-wrap]'))),
    }),
  };
}
