/** Reddit: users and communities; posts from `shreddit-post` elements and from listings. A negative score is 0. */
import type { Comment, Post, Profile } from '../../.generated/snapshot';
import { exactCount, readCount } from '../../reading/counts';
import { all, textOf } from '../../reading/dom';
import type { PageText, Place, ReadContext } from '../../reading/place';
import type { Reading } from '../../reading/reading';
import { has, isObject, type JsonObject, known, parseDocuments, stringOf, walk } from '../../reading/shape';
import { commentersOf, readingOf } from '../../reading/subject';
import { readName, sameName, readText as textIn } from '../../reading/text';
import { fromSeconds, fromText } from '../../reading/times';
import type { Platform } from '../platform';

const hosts = /^(?:www\.|new\.|old\.|sh\.)?reddit\.com$/;

/** @returns the user ('name') or community ('r/name') that a Reddit address shows, or null. */
function locate(url: URL): Place | null {
  const [section, name, tab] = url.pathname.split('/').filter(Boolean);
  if (!hosts.test(url.hostname) || name === undefined || !/^[\w-]{2,24}$/.test(name)) return null;
  const postId = tab === 'comments' ? url.pathname.split('/').filter(Boolean)[3] : undefined;
  if (postId !== undefined && /^[a-z0-9]{4,12}$/.test(postId))
    return { platform: 'reddit', kind: 'post', postId, ...(section === 'r' ? {} : { handle: name }) };
  if (section === 'user' || section === 'u')
    return { platform: 'reddit', kind: 'profile', handle: name, ...(tab === undefined ? {} : { tab }) };
  if (section !== 'r' || tab === 'comments') return null;
  return { platform: 'reddit', kind: 'profile', handle: `r/${name}`, ...(tab === undefined ? {} : { tab }) };
}

/** Whether a post is the viewed user's, or stands in the viewed community. */
function isOwn(place: Place, author: string | undefined, community: string | undefined): boolean {
  return place.handle?.startsWith('r/')
    ? sameName(place.handle, `r/${community?.replace(/^r\//, '')}`)
    : sameName(place.handle, author);
}

const scoreOf = (value: unknown) => (typeof value === 'number' && value < 0 ? 0 : exactCount(value));
const orderOf = (url: string, place: Place) =>
  /\/(?:top|hot|controversial|best|rising)\b|[?&]sort=(?:top|hot)/.test(url) ||
  place.tab === 'top' ||
  place.tab === 'hot'
    ? ('top' as const)
    : /\/(?:new|submitted)\b|[?&]sort=new/.test(url) || place.tab === 'new'
      ? ('latest' as const)
      : ('unknown' as const);

function readText(text: PageText, context: ReadContext): Reading[] {
  const { place } = context;
  if (place.handle === undefined) return [];
  const posts: Post[] = [];
  let profile: Omit<Profile, 'handle'> | undefined;
  for (const document of parseDocuments(text.text)) {
    walk(document, (node) => {
      profile = aboutOf(node, place) ?? profile;
      const post = listed(node, place);
      if (post) posts.push(post);
      return post ? 'skip' : undefined;
    });
  }
  return readingOf({ handle: place.handle }, text.via, context, {
    profile,
    posts,
    postsOrder: posts.length ? orderOf(text.url, place) : undefined,
  });
}

/** about.json of a community (`subscribers`) or a user (`subreddit.subscribers` are its followers). */
function aboutOf(node: JsonObject, place: Place): Omit<Profile, 'handle'> | null {
  const community = place.handle?.startsWith('r/') === true;
  if (
    community
      ? !(has(node, 'subscribers', 'display_name') && sameName(`r/${stringOf(node['display_name'])}`, place.handle))
      : !(has(node, 'name') && isObject(node['subreddit']) && sameName(readName(node['name']), place.handle))
  )
    return null;
  const page = community ? node : (node['subreddit'] as JsonObject);
  return known({
    id: readName(node['id']),
    displayName: textIn(page['title']),
    bio: textIn(page['public_description']),
    followers: exactCount(page['subscribers']),
    createdAt: fromSeconds(node['created_utc']),
    verified: node['verified'] === true ? true : undefined,
  });
}

function listed(node: JsonObject, place: Place): Post | null {
  const id = readName(node['id']);
  if (
    id === undefined ||
    !has(node, 'score', 'num_comments', 'created_utc') ||
    node['promoted'] === true ||
    !isOwn(place, readName(node['author']), readName(node['subreddit']))
  )
    return null;
  const link =
    typeof node['permalink'] === 'string' ? `https://www.reddit.com${node['permalink'].slice(0, 400)}` : undefined;
  return known({
    id,
    url: link,
    at: fromSeconds(node['created_utc']),
    kind:
      node['is_video'] === true ? ('video' as const) : node['is_self'] === true ? ('text' as const) : ('link' as const),
    likes: scoreOf(node['score']),
    comments: exactCount(node['num_comments']),
    caption: textIn(node['title']),
    pinned: node['pinned'] === true || node['stickied'] === true ? true : undefined,
    likesHidden: node['hide_score'] === true ? true : undefined,
  }) as Post;
}

function readDocument(document: Document, context: ReadContext): Reading[] {
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
  return known({
    id: number('thingid', element),
    postId,
    at: fromText((time ?? element.getAttribute('created') ?? '').replace(/([+-]\d{2})(\d{2})$/, '$1:$2')),
    author,
    text: textIn(textOf(own('[slot="comment"]'))),
    likes: Number.isFinite(score) ? scoreOf(score) : undefined,
    byCreator: sameName(author, writer),
    replyTo: number('parentid', element) ?? number('thingid', element.parentElement?.closest('shreddit-comment')),
  }) as Comment;
}

function elementPost(element: Element): Post | null {
  const attribute = (name: string) => element.getAttribute(name) ?? undefined;
  const id =
    /^t3_(\w+)$/.exec(attribute('id') ?? '')?.[1] ?? /\/comments\/(\w+)/.exec(attribute('permalink') ?? '')?.[1];
  if (id === undefined || element.hasAttribute('promoted')) return null;
  const score = Number(attribute('score') ?? Number.NaN);
  const type = attribute('post-type');
  return known({
    id,
    url: attribute('permalink') === undefined ? undefined : `https://www.reddit.com${attribute('permalink')}`,
    at: fromText(attribute('created-timestamp')?.replace(/([+-]\d{2})(\d{2})$/, '$1:$2')),
    kind:
      type === 'video'
        ? ('video' as const)
        : type === 'image'
          ? ('photo' as const)
          : type === 'gallery'
            ? ('carousel' as const)
            : type === 'text'
              ? ('text' as const)
              : ('link' as const),
    likes: Number.isFinite(score) ? scoreOf(score) : undefined,
    comments: exactCount(attribute('comment-count')),
    caption: textIn(attribute('post-title')),
    pinned: element.hasAttribute('pinned') || element.hasAttribute('is-pinned') ? true : undefined,
  }) as Post;
}

export const reddit: Platform = {
  name: 'reddit',
  hosts,
  locate,
  inlineTexts: () => [],
  readText,
  readDocument,
  anchor: (document) =>
    all(
      document,
      'shreddit-subreddit-header faceplate-number, #profile-about faceplate-number, [slot="weekly-active-users-count"], faceplate-number',
      10,
    ).find(
      (element) =>
        readCount(textOf(element) ?? element.getAttribute('number'), { rounding: 'unknown', locale: 'en' }) !== null,
    ) ?? null,
};
