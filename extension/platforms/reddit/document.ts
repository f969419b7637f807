/** Reddit: posts from `shreddit-post` elements, comments from `shreddit-comment`. */
import type { Comment, Post } from '../../.generated/snapshot';
import { exactCount, readCount } from '../../reading/counts';
import { all, textOf } from '../../reading/dom';
import { makeComment, makePost } from '../../reading/factories';
import type { ReadContext } from '../../reading/place';
import type { Reading } from '../../reading/reading';
import { commentersOf, readingOf } from '../../reading/subject';
import { cleanText, readName, sameName } from '../../reading/text';
import { fromText } from '../../reading/times';

import { isOwn, orderOf, scoreOf } from './posts';

export function readDocument(document: Document, context: ReadContext): Reading[] {
  const { place } = context;
  if (place.kind === 'post') return openedPost(document, context);
  if (place.handle === undefined) return [];
  const posts = all(document, 'shreddit-post', 400)
    .filter((element) =>
      isOwn(
        place,
        element.getAttribute('author') ?? undefined,
        element.getAttribute('subreddit-prefixed-name') ?? element.getAttribute('subreddit-name') ?? undefined,
      ),
    )
    .map((element) => elementPost(element))
    .filter((post) => post !== null);
  const header = document.querySelector('shreddit-subreddit-header');
  const followers =
    header && place.handle.startsWith('r/') && sameName(`r/${header.getAttribute('name') ?? ''}`, place.handle)
      ? exactCount(header.getAttribute('subscribers') ?? undefined)
      : undefined;
  return readingOf({ handle: place.handle }, 'dom', context, {
    profile: followers === undefined ? undefined : { followers },
    posts,
    postsOrder: posts.length ? orderOf(document.location?.href ?? '', place) : undefined,
  });
}

/** A post's own page: its writer's post, and the comments under it. */
function openedPost(document: Document, context: ReadContext): Reading[] {
  const { postId } = context.place;
  const element = all(document, 'shreddit-post', 20).find((candidate) => elementPost(candidate)?.id === postId);
  const post = element && elementPost(element);
  const handle = readName(element?.getAttribute('author'));
  if (!post || handle === undefined || postId === undefined || handle === '[deleted]') return [];
  const comments = all(document, 'shreddit-comment', 2000)
    .map((comment) => commentOf(comment, postId, handle))
    .filter((comment) => comment !== null);
  return readingOf({ handle, postId }, 'dom', context, {
    posts: [post],
    comments,
    people: commentersOf(comments, postId),
  });
}

/** Comments stand inside what they answer. Removed ones have no author. */
function commentOf(element: Element, postId: string, writer: string): Comment | null {
  const author = readName(element.getAttribute('author'));
  if (author === undefined || author.startsWith('[') || element.hasAttribute('is-deleted')) return null;
  const own = (selector: string) =>
    all(element, selector, 20).find((part) => part.closest('shreddit-comment') === element);
  const score = Number(element.getAttribute('score') ?? Number.NaN);
  const time = own('time[datetime]')?.getAttribute('datetime') ?? own('faceplate-timeago[ts]')?.getAttribute('ts');
  const number = (name: string, from: Element | null | undefined) =>
    /^t1_(\w+)$/.exec(from?.getAttribute(name) ?? '')?.[1];
  return makeComment({
    id: number('thingid', element),
    postId,
    at: fromText((time ?? element.getAttribute('created') ?? '').replace(/([+-]\d{2})(\d{2})$/, '$1:$2')),
    author,
    text: cleanText(textOf(own('[slot="comment"]'))),
    likes: Number.isFinite(score) ? scoreOf(score, hidesScore(element)) : undefined,
    byCreator: sameName(author, writer),
    replyTo: number('parentid', element) ?? number('thingid', element.parentElement?.closest('shreddit-comment')),
  });
}

/** The element says in an attribute that its score is hidden; the name of it has changed more than once. */
function hidesScore(element: Element): boolean {
  return element
    .getAttributeNames()
    .some(
      (name) =>
        /^(?:is-)?(?:score-?hidden|hide-?score)$/.test(name) && element.getAttribute(name)?.toLowerCase() !== 'false',
    );
}

function elementPost(element: Element): Post | null {
  const attribute = (name: string) => element.getAttribute(name) ?? undefined;
  const id =
    /^t3_(\w+)$/.exec(attribute('id') ?? '')?.[1] ?? /\/comments\/(\w+)/.exec(attribute('permalink') ?? '')?.[1];
  if (id === undefined || element.hasAttribute('promoted')) return null;
  const score = Number(attribute('score') ?? Number.NaN);
  const type = attribute('post-type');
  return makePost({
    id,
    url: attribute('permalink') === undefined ? undefined : `https://www.reddit.com${attribute('permalink')}`,
    at: fromText(attribute('created-timestamp')?.replace(/([+-]\d{2})(\d{2})$/, '$1:$2')),
    kind:
      type === 'video'
        ? 'video'
        : type === 'image'
          ? 'photo'
          : type === 'gallery'
            ? 'carousel'
            : type === 'text'
              ? 'text'
              : 'link',
    likes: Number.isFinite(score) ? scoreOf(score, hidesScore(element)) : undefined,
    likesHidden: hidesScore(element) ? true : undefined,
    comments: exactCount(attribute('comment-count')),
    caption: cleanText(attribute('post-title')),
    pinned: element.hasAttribute('pinned') || element.hasAttribute('is-pinned') ? true : undefined,
  });
}

export function anchor(document: Document): Element | null {
  return (
    all(
      document,
      'shreddit-subreddit-header faceplate-number, #profile-about faceplate-number, [slot="weekly-active-users-count"], faceplate-number',
      10,
    ).find(
      (element) =>
        readCount(textOf(element) ?? element.getAttribute('number'), { rounding: 'unknown', locale: 'en' }) !== null,
    ) ?? null
  );
}
