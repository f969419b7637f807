/** Instagram's rendered page and its meta tags. Class names are hashed and labels localised: links and structure tell. */

import type { Count, Post } from '../../.generated/snapshot';
import { countNamed, countPlaced } from '../../reading/counted';
import { highOf, lowOf, type NumberStyle, readCount, readCounts } from '../../reading/counts';
import { all, linkOf, metaOf, textOf } from '../../reading/dom';
import { makePost, makeProfile, type ProfileFields } from '../../reading/factories';
import type { Counted } from '../../reading/number-words';
import type { Place, ReadContext } from '../../reading/place';
import type { Reading } from '../../reading/reading';
import { isViewed, readingOf } from '../../reading/subject';
import { cleanText, readName, sameName } from '../../reading/text';
import { readDay } from '../../reading/times';
import { ageOfShortCode } from '../short-codes';
import { locate } from './address';

const BASE = 'https://www.instagram.com/';

export function readDocument(document: Document, context: ReadContext): Reading[] {
  return [...fromMeta(document, context), ...fromPage(document, context)];
}

/** The printed follower count in the page's header. */
export function anchor(document: Document, place: Place): Element | null {
  return place.handle === undefined ? null : (statsOf(document, place.handle)?.followers ?? null);
}

/**
 * '2,362 Followers, 136 Following, 224 Posts - …' in any language: three numbers before the dash. Their nouns tell them
 * apart; one whose noun is in no table stands in its usual place.
 */
function fromMeta(document: Document, context: ReadContext): Reading[] {
  const { place } = context;
  const address = metaOf(document, 'og:url');
  const there = address === undefined ? null : locateSafely(address);
  const text = metaOf(document, 'og:description') ?? metaOf(document, 'description');
  if (!there || text === undefined) return [];
  const style: NumberStyle = { rounding: 'truncated', locale: context.locale, compact: true };
  const [numbers = '', after = ''] = text.split(/ [-–—] (.*)/s, 2);
  const counts = readCounts(numbers, style);
  const clauses = numbers.split(/(?<!\p{Nd})[,،、]|[,،、](?!\p{Nd})/u);
  const named = (usual: number, kinds: readonly Counted[]) =>
    countNamed(numbers, kinds, style) ??
    (clauses.length === counts.length ? countPlaced(clauses[usual], kinds, style) : undefined);
  if (there.kind === 'profile' && isViewed(place, there) && counts.length === 3) {
    return readingOf({ handle: there.handle as string }, 'meta', context, {
      profile: makeProfile({
        followers: named(0, ['followers', 'subscribers']),
        following: named(1, ['following']),
        posts: named(2, ['posts']),
      }),
    });
  }
  if (there.kind !== 'post' || place.kind !== 'post' || there.postId !== place.postId || counts.length !== 2) return [];
  const author = /^@?([A-Za-z0-9._]{1,30}) /.exec(after)?.[1];
  if (author === undefined || (place.handle !== undefined && !sameName(author, place.handle))) return [];
  const head = after.split(':', 1)[0] ?? '';
  const day = readDay(head.slice(author.length), context.locale);
  const caption = quotedIn(after);
  const post = makePost({
    id: there.postId,
    url: `${BASE}p/${there.postId}/`,
    ...(day ?? ageOfShortCode(there.postId as string)),
    likes: named(0, ['likes']),
    comments: named(1, ['comments']),
    caption: cleanText(caption),
  });
  return readingOf({ handle: author, postId: there.postId as string }, 'meta', context, { posts: [post] });
}

/** What stands between the first quote after a colon and a quote at the end. */
function quotedIn(text: string): string | undefined {
  const start = /:\s*["“«„]/.exec(text);
  const end = text.trimEnd().replace(/\.$/, '');
  const from = start ? start.index + start[0].length : end.length;
  return from < end.length && /["”»“]$/.test(end) ? end.slice(from, -1) : undefined;
}

function locateSafely(address: string): Place | null {
  try {
    return locate(new URL(address));
  } catch {
    return null;
  }
}

function fromPage(document: Document, context: ReadContext): Reading[] {
  const { handle, kind, tab } = context.place;
  if (handle === undefined || kind === 'post') return [];
  const style: NumberStyle = { rounding: 'truncated', locale: context.locale, compact: true };
  const stats = statsOf(document, handle);
  const title = all(document, 'header h2, header h1', 4)
    .map((element) => readName(textOf(element)))
    .find((name) => name !== undefined);
  if (title !== undefined && /^[A-Za-z0-9._]{1,30}$/.test(title) && !sameName(title, handle) && !stats) return [];
  const posts = tab === 'tagged' || tab === 'reposts' || tab === 'saved' ? [] : cardsOf(document, handle, style);
  const viewer = document.querySelector('a[href^="/accounts/login"]')
    ? { loggedIn: false }
    : document.querySelector('a[href^="/direct/inbox"]')
      ? { loggedIn: true }
      : undefined;
  return readingOf({ handle }, 'dom', context, {
    profile: stats
      ? makeProfile({
          followers: printed(stats.followers, style),
          following: stats.following && printed(stats.following, style),
          posts: stats.posts && printed(stats.posts, style),
          ...wordsOf(document),
        })
      : undefined,
    posts,
    postsOrder: posts.length ? 'latest' : undefined,
    viewer,
  });
}

/** The exact number stands in a title attribute where the text is rounded ('16.4K' over '16,476'). */
function printed(element: Element, style: NumberStyle): Count | undefined {
  const title = element.getAttribute('title') ?? element.querySelector('[title]')?.getAttribute('title');
  const exact = readCount(title, { ...style, compact: false });
  const shown = readCount(textOf(element), style);
  const agrees = exact !== null && (shown === null || (highOf(shown) >= lowOf(exact) && lowOf(shown) <= highOf(exact)));
  return (agrees ? exact : shown) ?? undefined;
}

interface Stats {
  followers: Element;
  following: Element | undefined;
  posts: Element | undefined;
}

/** The stats row: links to the account's lists, else the list of three numbers (posts, followers, following). */
function statsOf(document: Document, handle: string): Stats | undefined {
  const link = (list: string) =>
    all(document, `a[href$="/${list}/"], a[href$="/${list}"]`, 40).find((element) => {
      const path = linkOf(element, BASE)?.pathname.split('/').filter(Boolean) ?? [];
      return (
        path.length === 2 && sameName(path[0], handle) && path[1] === list && /\p{N}/u.test(element.textContent ?? '')
      );
    });
  const followers = link('followers');
  if (followers) {
    const following = link('following');
    return {
      followers: followers.querySelector('[title]') ?? followers,
      following,
      posts: cellBefore(followers, following),
    };
  }
  const row = all(document, 'header ul', 10)
    .map((list) => all(list, ':scope > li', 8))
    .find(
      (cells) =>
        cells.length === 3 &&
        cells.every((cell) => /\p{N}/u.test(cell.textContent ?? '') && !cell.querySelector('img, canvas')),
    );
  const heading = all(document, 'header h2, header h1', 4).some((element) =>
    sameName(readName(textOf(element)), handle),
  );
  return row && heading
    ? { posts: row[0], followers: row[1]?.querySelector('[title]') ?? (row[1] as Element), following: row[2] }
    : undefined;
}

/** The posts' cell of the stats row: right before the followers', in the smallest box that holds both lists' links. */
function cellBefore(followers: Element, following: Element | undefined): Element | undefined {
  let cell: Element = followers;
  const row = followers.closest('ul');
  for (let step = 0; step < 6 && cell.parentElement; step++, cell = cell.parentElement) {
    const box: Element = cell.parentElement;
    if (box !== row && !(following && box.contains(following)) && (row || following)) continue;
    const before = cell.previousElementSibling;
    return before && /\p{N}/u.test(before.textContent ?? '') ? before : undefined;
  }
  return undefined;
}

/** The mark beside the name says its word in the page's language. */
const VERIFIED =
  /^(?:verified|verifi[ée]|vérifié|verifiziert|verificad[oa]|verificato|geverifieerd|zweryfikowan|подтвержд|підтвердж|doğrulanmış|terverifikasi|disahkan|đã xác minh|認証済み|인증됨|已[验驗][证證]|موثّ?ق|सत्यापित|ยืนยัน)/i;

function wordsOf(document: Document): ProfileFields {
  const marks = all(
    document,
    'header h2 ~ * svg[aria-label], header h2 ~ svg[aria-label], header h2 svg[aria-label]',
    20,
  );
  const verified = marks.some((mark) => VERIFIED.test(mark.getAttribute('aria-label')?.trim() ?? ''));
  return makeProfile({ verified: verified ? true : undefined });
}

/** Cards of the grid. Views stand after a sign; likes and comments only while hovered, as a list of two. */
function cardsOf(document: Document, handle: string, style: NumberStyle): Post[] {
  const posts = new Map<string, Post>();
  for (const card of all(document, 'main a[href*="/reel/"], main a[href*="/p/"], main a[href*="/tv/"]')) {
    const path = linkOf(card, BASE)?.pathname.split('/').filter(Boolean) ?? [];
    const named = path.length === 3;
    const [section, code] = path.slice(-2);
    if (
      code === undefined ||
      !/^[\w-]{5,40}$/.test(code) ||
      (named && !sameName(path[0], handle)) ||
      (path.length !== 2 && !named)
    )
      continue;
    const isReel = section === 'reel';
    const hovered = all(card, 'ul li', 4).map((item) => readCount(textOf(item), style) ?? undefined);
    const views = all(card, 'svg', 8)
      .map((sign) => (sign.closest('ul') ? undefined : numberBeside(sign, card, style)))
      .find((count) => count !== undefined);
    const post = makePost({
      id: code,
      url: `${BASE}${isReel ? 'reel' : 'p'}/${code}/`,
      ...ageOfShortCode(code),
      kind: isReel ? 'short' : undefined,
      likes: hovered.length === 2 ? hovered[0] : undefined,
      comments: hovered.length === 2 ? hovered[1] : undefined,
      views,
      pinned: isPinned(card) ? true : undefined,
    });
    posts.set(code, { ...posts.get(code), ...post });
  }
  return [...posts.values()];
}

/** The number that stands right after a sign, in the same small box. */
function numberBeside(sign: Element, card: Element, style: NumberStyle): Count | undefined {
  for (let box: Element | null = sign; box && box !== card; box = box.parentElement) {
    const next = box.nextElementSibling;
    if (next && !next.querySelector('ul, svg') && next.localName !== 'ul')
      return readCount(textOf(next), style) ?? undefined;
    if (next) return undefined;
  }
  return undefined;
}

/** Words for "pinned" in the languages of the site; the sign has no other mark. */
const PINNED =
  /pin(?:ned|nad|ado|ado|né|nato|agem)|fij|fixad|angeheftet|épingl|vastgemaakt|fissat|przypi|закреп|закріп|fastgjort|festet|fäst|sabit|disemat|ghim|ปักหมุด|ピン留め|固定|置顶|고정|مثبت|पिन/i;

function isPinned(card: Element): boolean {
  return all(card, 'svg[aria-label], svg title', 12).some((sign) =>
    PINNED.test(sign.getAttribute('aria-label') ?? sign.textContent ?? ''),
  );
}
