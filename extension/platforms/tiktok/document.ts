/** TikTok's rendered page and JSON-LD. Elements are told by data-e2e; the page prints K, M and B in every language. */

import type { Comment, Post } from '../../.generated/snapshot';
import { type NumberStyle, readCount } from '../../reading/counts';
import { all, interactionCounts, jsonLd, linkOf, schemaType, textOf } from '../../reading/dom';
import { makeComment, makePerson, makePost, makeProfile, type ProfileFields } from '../../reading/factories';
import type { Place, ReadContext } from '../../reading/place';
import type { Reading } from '../../reading/reading';
import { find, isObject } from '../../reading/shape';
import { isViewed, readingOf } from '../../reading/subject';
import { cleanText, readLink, readName, sameName } from '../../reading/text';
import { type Age, readDay, readShortAge } from '../../reading/times';
import { ageOfId } from './ids';
import { perhapsRounded } from './stats';

const BASE = 'https://www.tiktok.com/';
const STYLE: NumberStyle = { rounding: 'unknown', locale: 'en' };

const e2e = (root: ParentNode, name: string) => root.querySelector(`[data-e2e="${name}"]`);
const count = (root: ParentNode, name: string) => readCount(textOf(e2e(root, name)), STYLE) ?? undefined;

export function readDocument(document: Document, context: ReadContext): Reading[] {
  return [...fromJsonLd(document, context), ...fromPage(document, context), ...openedPost(document, context)];
}

/** The printed follower count. */
export function anchor(document: Document, place: Place): Element | null {
  const title = textOf(e2e(document, 'user-title'));
  if (title !== undefined && place.handle !== undefined && !sameName(readName(title), place.handle)) return null;
  return e2e(document, 'followers-count');
}

function fromJsonLd(document: Document, context: ReadContext): Reading[] {
  return jsonLd(document).flatMap((data) => {
    const page = find(data, (node) => schemaType(node['@type']) === 'ProfilePage');
    const person = page?.['mainEntity'];
    if (!isObject(person)) return [];
    const handle = readName(person['alternateName'] ?? person['identifier']);
    if (handle === undefined || !isViewed(context.place, { handle })) return [];
    const counts = interactionCounts(person);
    const profile: ProfileFields = makeProfile({
      displayName: cleanText(person['name']),
      bio: cleanText(person['description']),
      followers: perhapsRounded(counts.get('FollowAction')),
      likesTotal: perhapsRounded(counts.get('LikeAction')),
      verified: person['disambiguatingDescription'] === 'verified' ? true : undefined,
    });
    return readingOf({ handle }, 'jsonld', context, { profile });
  });
}

function fromPage(document: Document, context: ReadContext): Reading[] {
  const { place } = context;
  const handle = readName(textOf(e2e(document, 'user-title')));
  if (handle === undefined || !isViewed(place, { handle })) return [];
  const list = e2e(document, 'user-post-item-list') ?? document;
  const posts = all(list, '[data-e2e="user-post-item"]')
    .map((card) => cardOf(card, handle))
    .filter((post) => post !== null);
  const link = cleanText(textOf(e2e(document, 'user-link')));
  return readingOf({ handle }, 'dom', context, {
    profile: makeProfile({
      displayName: cleanText(textOf(e2e(document, 'user-subtitle'))),
      bio: cleanText(textOf(e2e(document, 'user-bio'))),
      links: link === undefined ? undefined : [readLink(link)].filter((url) => url !== undefined),
      followers: count(document, 'followers-count'),
      following: count(document, 'following-count'),
      likesTotal: count(document, 'likes-count'),
    }),
    posts,
    postsOrder: posts.length === 0 ? undefined : 'latest',
    viewer: viewerOf(document),
  });
}

function viewerOf(document: Document): { loggedIn: boolean } | undefined {
  if (e2e(document, 'top-login-button')) return { loggedIn: false };
  return e2e(document, 'profile-icon') || e2e(document, 'inbox-icon') ? { loggedIn: true } : undefined;
}

/** A card of the grid. Its number means views beside a play sign and likes beside a heart; without either it is dropped. */
function cardOf(card: Element, handle: string): Post | null {
  const path = linkOf(card.querySelector('a[href*="/video/"], a[href*="/photo/"]'), BASE)
    ?.pathname.split('/')
    .filter(Boolean);
  const id = path?.[2];
  if (!path || id === undefined || !/^\d{5,25}$/.test(id) || !sameName(path[0], handle)) return null;
  const printed = e2e(card, 'video-views');
  const sign = printed?.parentElement?.querySelector('svg')?.getAttribute('class') ?? '';
  const number = readCount(textOf(printed), STYLE) ?? undefined;
  const badge = e2e(card, 'video-card-badge');
  return makePost({
    id,
    url: `${BASE}@${handle}/${path[1]}/${id}`,
    ...ageOfId(id),
    kind: path[1] === 'photo' ? 'photo' : 'video',
    views: /play/i.test(sign) && !/heart/i.test(sign) ? number : undefined,
    likes: /heart/i.test(sign) && !/play/i.test(sign) ? number : undefined,
    pinned: badge ? true : undefined,
  });
}

/** The video of the address, opened over the grid or on a page of its own; the page may show others beside it. */
function openedPost(document: Document, context: ReadContext): Reading[] {
  const { place } = context;
  const { handle, postId } = place;
  if (place.kind !== 'post' || handle === undefined || postId === undefined) return [];
  const frame = frameOf(document, postId);
  const named = frame?.querySelector('a[data-e2e="browse-user-avatar"], a[data-e2e="video-author-avatar"]');
  const author = linkOf(named, BASE)?.pathname.split('/')[1];
  if (!frame || (author !== undefined && !sameName(author, handle))) return [];
  const caption = textOf(e2e(frame, 'browse-video-desc') ?? e2e(frame, 'video-desc'));
  const printed = (name: string) => count(frame, `browse-${name}`) ?? count(frame, name);
  const post = makePost({
    id: postId,
    url: `${BASE}@${handle}/video/${postId}`,
    ...ageOfId(postId),
    likes: printed('like-count'),
    comments: printed('comment-count'),
    saves: count(frame, 'undefined-count') ?? printed('favorite-count'),
    shares: printed('share-count'),
    caption: cleanText(caption),
  });
  const comments = commentsOf(frame, context);
  const people = new Map(
    comments
      .filter((comment) => !comment.byCreator)
      .map((comment) => [
        comment.author?.toLowerCase(),
        makePerson({ handle: comment.author, relation: 'commenter', postId }),
      ]),
  );
  return readingOf({ handle, postId }, 'dom', context, {
    posts: post.likes !== undefined || post.comments !== undefined ? [post] : [],
    comments,
    people: [...people.values()],
  });
}

/** The part of the page that shows this video and nothing of others: its player or its printed link names the id. */
function frameOf(document: Document, postId: string): Element | null {
  const link = all(document, '[data-e2e="browse-video-link"]', 10).find((element) => textOf(element)?.includes(postId));
  const player = document.querySelector(
    `[data-e2e="browse-video"] [id$="-${postId}"], [data-e2e="feed-video"] [id$="-${postId}"], [data-e2e="detail-video"] [id$="-${postId}"]`,
  );
  const counters = '[data-e2e="browse-like-count"], [data-e2e="like-count"]';
  let frame: Element | null = null;
  for (
    let here = (link ?? player)?.parentElement ?? null;
    here && here.localName !== 'body';
    here = here.parentElement
  ) {
    const shown = here.querySelectorAll(counters).length;
    if (shown > 1 || here.querySelector('[data-e2e="user-post-item"]')) break;
    if (shown === 1) frame = here;
  }
  return frame;
}

const LINES = '[data-e2e="comment-level-1"], [data-e2e="comment-level-2"]';

function commentsOf(frame: Element, { place, now }: ReadContext): Comment[] {
  const comments: Comment[] = [];
  let thread: string | undefined;
  for (const line of all(frame, LINES, 2000)) {
    const level = line.getAttribute('data-e2e')?.slice(-1);
    const box = line.closest('[id]');
    const item = box && box !== frame && frame.contains(box) ? box : line.parentElement?.parentElement;
    const author = readName(linkOf(item?.querySelector('a[href^="/@"]'), BASE)?.pathname.split('/')[1]);
    if (!item || author === undefined) continue;
    const id = /^\d{5,25}$/.exec(item.id)?.[0];
    if (level === '1') thread = id;
    // Where the number stands beside the item, the box around both must begin with this comment, not with another.
    const around = item.parentElement;
    const beside = around?.querySelector(LINES) === line ? e2e(around, 'comment-like-count') : null;
    const likes = e2e(item, 'comment-like-count') ?? beside;
    comments.push(
      makeComment({
        id,
        postId: place.postId,
        author,
        text: cleanText(textOf(line)),
        likes: readCount(textOf(likes), STYLE) ?? undefined,
        ...timeOf(textOf(e2e(item, `comment-time-${level}`)), now),
        byCreator: sameName(author, place.handle),
        replyTo: level === '2' ? thread : undefined,
      }),
    );
  }
  return comments;
}

/** '3d', '2024-12-31', or '3-25', which is a day of this year. */
function timeOf(text: string | undefined, now: string): Age | Record<string, never> {
  if (text === undefined) return {};
  const day = /^(\d{1,2})-(\d{1,2})$/.exec(text);
  const age = readShortAge(text, now) ?? readDay(day ? `${now.slice(0, 4)}-${day[1]}-${day[2]}` : text);
  return age && Date.parse(age.at) <= Date.parse(now) + 86_400_000 ? age : {};
}
