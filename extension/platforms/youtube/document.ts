/** YouTube's rendered page: header, grid and watch page. Elements and link targets tell, never words. */
import type { Post } from '../../.generated/snapshot';
import { countNamed } from '../../reading/counted';
import { type NumberStyle, readCount } from '../../reading/counts';
import { all, linkOf, textOf } from '../../reading/dom';
import { makePost, makeProfile, type ProfileFields } from '../../reading/factories';
import type { Place, ReadContext } from '../../reading/place';
import type { Reading } from '../../reading/reading';
import { readingOf } from '../../reading/subject';
import { cleanText, readName, sameName } from '../../reading/text';
import { readAge } from '../../reading/times';
import { namedSubscribers, subscribersOf, viewsIn } from './nodes';

const BASE = 'https://www.youtube.com/';

export function readDocument(document: Document, context: ReadContext): Reading[] {
  return context.place.kind === 'post' ? watchPage(document, context) : channelPage(document, context);
}

/** The printed subscriber count, unless the page still shows the channel or video that was left. */
export function anchor(document: Document, place: Place): Element | null {
  if (place.kind === 'post') {
    const shown = visible(document, 'ytd-watch-flexy[video-id]')?.getAttribute('video-id') ?? place.postId;
    return shown === place.postId
      ? visible(
          document,
          '#owner-sub-count, ytd-video-owner-renderer #subscriber-count, ytm-slim-owner-renderer .subhead',
        )
      : null;
  }
  const parts = headerParts(document);
  if (parts?.handle !== undefined && place.handle !== undefined && !sameName(parts.handle, place.handle)) return null;
  return parts?.counts[0] ?? visible(document, '#channel-header #subscriber-count, #subscriber-count');
}

/** YouTube keeps pages that were left, hidden, in the document. */
function isShown(element: Element): boolean {
  return element.closest('[hidden], template') === null;
}

function visible(root: ParentNode, selector: string): Element | null {
  return all(root, selector, 50).find(isShown) ?? null;
}

/** The header's rows: '@handle', then subscribers and videos. */
function headerParts(document: Document): { handle: string | undefined; counts: Element[]; header: Element } | null {
  const header = visible(
    document,
    'yt-page-header-renderer, yt-page-header-view-model, #page-header, ytd-c4-tabbed-header-renderer, #channel-header',
  );
  if (!header) return null;
  const parts = all(
    header,
    'yt-content-metadata-view-model span, #channel-handle, #subscriber-count, #videos-count',
    60,
  ).filter((element) => isShown(element) && !element.querySelector('span') && textOf(element) !== undefined);
  const named = parts.find((element) => /^@\S/.test((textOf(element) ?? '').replace(/[\u200e\u2066-\u2069]/g, '')));
  return {
    header,
    handle: readName(textOf(named)),
    counts: parts.filter((element) => element !== named && /\p{N}/u.test(textOf(element) ?? '')),
  };
}

function channelPage(document: Document, context: ReadContext): Reading[] {
  const { place } = context;
  const style: NumberStyle = { rounding: 'truncated', locale: context.locale, compact: true };
  const parts = headerParts(document);
  const canonical = linkOf(document.querySelector('link[rel="canonical"]'), BASE)?.pathname.split('/')[2];
  if (
    !parts ||
    !(place.handle !== undefined
      ? sameName(parts.handle, place.handle)
      : place.id !== undefined && canonical === place.id)
  )
    return [];
  const texts = parts.counts.map((element) => textOf(element) ?? '');
  const first = <T>(read: (text: string) => T | undefined) => texts.map(read).find((value) => value !== undefined);
  const profile: ProfileFields = makeProfile({
    displayName: cleanText(textOf(parts.header.querySelector('h1'))),
    followers: first((text) => namedSubscribers(text, context)),
    posts: first((text) => countNamed(text, ['posts'], style)),
  });
  const cards = all(document, 'ytd-browse ytd-rich-item-renderer, ytd-browse ytd-grid-video-renderer', 400).filter(
    isShown,
  );
  const posts = cards.map((card) => cardOf(card, context, style)).filter((post) => post !== null);
  const home = place.tab === undefined || place.tab === 'featured';
  return readingOf(
    { ...(parts.handle ? { handle: parts.handle } : {}), ...(place.id ? { id: place.id } : {}) },
    'dom',
    context,
    {
      profile,
      posts: home ? undefined : posts,
      postsOrder: home || posts.length === 0 ? undefined : 'latest',
    },
  );
}

/** A card of a channel's tab. One that shows a channel's name is a shelf of others' videos. */
function cardOf(card: Element, context: ReadContext, style: NumberStyle): Post | null {
  const link = linkOf(card.querySelector('a[href*="/watch?v="], a[href^="/shorts/"]'), BASE);
  const short = link?.pathname.startsWith('/shorts/') ?? false;
  const id = short ? link?.pathname.split('/')[2] : link?.searchParams.get('v');
  if (
    !link ||
    !id ||
    !/^[\w-]{11}$/.test(id) ||
    card.querySelector(
      'ytd-channel-name:not([hidden]) a[href], a[href^="/@"], a[href^="/channel/"], ytd-ad-slot-renderer',
    )
  )
    return null;
  const lines = all(
    card,
    '#metadata-line span.inline-metadata-item, #metadata-line > span, yt-content-metadata-view-model span, .shortsLockupViewModelHostMetadataSubhead span',
    12,
  )
    .filter((line) => !line.querySelector('span'))
    .map((line) => textOf(line))
    .filter((line) => line !== undefined);
  const aged = lines.findIndex((line) => readAge(line, context.now, context.locale) !== undefined);
  // The line before the age holds the views; without an age, or elsewhere, a number has to name them.
  const views =
    (aged > 0 ? viewsIn(lines[aged - 1], context) : undefined) ??
    lines.map((line) => countNamed(line, ['views'], style)).find((count) => count !== undefined);
  return makePost({
    id,
    url: short ? `${BASE}shorts/${id}` : `${BASE}watch?v=${id}`,
    ...(aged >= 0 ? readAge(lines[aged], context.now, context.locale) : {}),
    kind: short ? 'short' : 'video',
    views,
    caption: cleanText(textOf(card.querySelector('#video-title, h3'))),
  });
}

function watchPage(document: Document, context: ReadContext): Reading[] {
  const { postId } = context.place;
  const page = visible(document, 'ytd-watch-flexy, ytd-watch-metadata');
  if (!page || postId === undefined || (page.hasAttribute('video-id') && page.getAttribute('video-id') !== postId))
    return [];
  const style: NumberStyle = { rounding: 'truncated', locale: context.locale, compact: true };
  const owner = linkOf(
    visible(
      page,
      'ytd-video-owner-renderer a[href^="/@"], #owner a[href^="/@"], ytd-video-owner-renderer a[href^="/channel/"]',
    ),
    BASE,
  )?.pathname.split('/');
  const handle = owner?.[1]?.startsWith('@') ? readName(owner[1]) : undefined;
  const id = owner?.[1] === 'channel' ? owner[2] : undefined;
  if (handle === undefined && id === undefined) return [];
  const like = visible(page, 'like-button-view-model button, #segmented-like-button button');
  const comments = visible(page, 'ytd-comments-header-renderer #count');
  const post = makePost({
    id: postId,
    url: `${BASE}watch?v=${postId}`,
    likes: readCount(textOf(like), style) ?? undefined,
    comments: comments ? (readCount(textOf(comments), style) ?? undefined) : undefined,
    caption: cleanText(textOf(visible(page, 'ytd-watch-metadata h1'))),
  });
  return readingOf({ ...(handle ? { handle } : {}), ...(id ? { id } : {}), postId }, 'dom', context, {
    posts: [post],
    profile: makeProfile({ followers: subscribersOf(textOf(visible(page, '#owner-sub-count')), context) }),
  });
}
