/** LinkedIn's guest pages: schema.org in JSON-LD, a meta sentence, and cards with counts in data attributes. */
import type { Count, Post } from '../../.generated/snapshot';
import { countNamed } from '../../reading/counted';
import { exactCount, type NumberStyle } from '../../reading/counts';
import { all, jsonLd, linkOf, metaOf, textOf } from '../../reading/dom';
import { makePost, makeProfile } from '../../reading/factories';
import type { Counted } from '../../reading/number-words';
import type { ReadContext } from '../../reading/place';
import type { Reading } from '../../reading/reading';
import { accountsIn, postsIn } from '../../reading/schema-org';
import type { Json } from '../../reading/shape';
import { commentersOf, readingOf } from '../../reading/subject';
import { cleanText, sameName } from '../../reading/text';

import { nameIn } from './address';

const BASE = 'https://www.linkedin.com/';

export function readDocument(document: Document, context: ReadContext): Reading[] {
  const { handle } = context.place;
  if (handle === undefined) return [];
  const data = jsonLd(document);
  if (context.place.kind === 'post') return openedPost(data, context);
  const accounts = accountsIn(data)
    .filter((account) => sameName(nameIn(account.url), handle))
    .flatMap(({ profile }) => readingOf({ handle }, 'jsonld', context, { profile }));
  const posts = postsIn(data)
    .filter((item) => sameName(nameIn(item.authorUrl), handle))
    .map(({ url, post }) => ({ ...post, id: postId(url) }))
    .filter((post): post is Post & { id: string } => post.id !== undefined);
  const cards = all(document, '[data-activity-urn], [data-attributed-urn]', 100)
    .map((card) => cardOf(card))
    .filter((post) => post !== null);
  const feed = all(document, FEED_CARDS, 100)
    .map((card) => feedCardOf(card, context))
    .filter((post) => post !== null);
  const own = sameName(nameIn(metaOf(document, 'og:url') ?? canonicalOf(document)), handle);
  return [
    ...accounts,
    ...readingOf({ handle }, 'jsonld', context, { posts, postsOrder: posts.length ? 'unknown' : undefined }),
    ...readingOf({ handle }, 'dom', context, { posts: feed, postsOrder: feed.length ? 'latest' : undefined }),
    ...(own
      ? readingOf({ handle }, 'dom', context, { posts: cards, postsOrder: cards.length ? 'latest' : undefined })
      : []),
    ...(own ? [...fromMeta(document, context), ...fromHeader(document, context)] : []),
  ];
}

/** A post's own page: the posting of the address, and what others wrote under it. */
function openedPost(data: Json[], context: ReadContext): Reading[] {
  const { handle, postId: id } = context.place;
  if (handle === undefined || id === undefined) return [];
  return postsIn(data)
    .filter((item) => sameName(nameIn(item.authorUrl), handle) && (postId(item.url) ?? id) === id)
    .flatMap(({ post, comments }) =>
      readingOf({ handle, postId: id }, 'jsonld', context, {
        posts: [{ ...post, id }],
        comments: comments.map((comment) => ({ ...comment, postId: id })),
        people: commentersOf(comments, id),
      }),
    )
    .slice(0, 1);
}

/**
 * A company's 'Name | 5,750 followers on LinkedIn. …'. A person's begins with the headline, which may hold any number, and
 * ends with connections, which are no followers.
 */
function fromMeta(document: Document, context: ReadContext): Reading[] {
  const style: NumberStyle = { rounding: 'unknown', locale: context.locale };
  const isPerson = /linkedin\.com\/in\//.test(metaOf(document, 'og:url') ?? canonicalOf(document) ?? '');
  const followers = isPerson
    ? undefined
    : (metaOf(document, 'og:description') ?? metaOf(document, 'description'))
        ?.split('|', 6)
        .slice(1)
        .filter((part) => /LinkedIn/.test(part))
        .map((part) =>
          part.split(/(?<=LinkedIn\S{0,6})[.。]/u, 1)[0]?.replace(/LinkedIn[’'\p{L}]{0,6}(?: पर)?/gu, ' · '),
        )
        .map((part) => countNamed(part, FOLLOWERS, style))
        .find((count) => count !== undefined);
  return readingOf({ handle: context.place.handle as string }, 'meta', context, {
    profile: makeProfile({ followers }),
  });
}

/** The line under the name: 'Software · Berlin · 5,750 followers', or '4K followers' beside '500+ connections'. */
function fromHeader(document: Document, context: ReadContext): Reading[] {
  const style: NumberStyle = { rounding: 'unknown', locale: context.locale };
  const counts = all(document, HEADER_LINES, 20)
    .flatMap((line) => [...(line.children.length ? line.children : [line])])
    .flatMap((part) => (textOf(part) ?? '').split('·'))
    .map((text) => countNamed(text, FOLLOWERS, style));
  return readingOf({ handle: context.place.handle as string }, 'dom', context, {
    profile: makeProfile({ followers: agreed(counts) }),
  });
}

function canonicalOf(document: Document): string | undefined {
  return document.querySelector('link[rel="canonical"]')?.getAttribute('href') ?? undefined;
}

const FOLLOWERS: readonly Counted[] = ['followers', 'subscribers'];
const HEADER_LINES =
  'main .top-card-layout__first-subline, main .not-first-middot, .org-top-card-summary-info-list__info-item';

/** The last number of an activity, or the article's name. */
function postId(address: string | undefined): string | undefined {
  return address === undefined
    ? undefined
    : (/(?:activity[-:]|ugcPost[-:]|share[-:])(\d{10,25})/.exec(address)?.[1] ??
        /\/pulse\/([^/?#]{3,200})/.exec(address)?.[1]);
}

/** A card of the guest page. */
function cardOf(card: Element): Post | null {
  const id = postId(card.getAttribute('data-activity-urn') ?? card.getAttribute('data-attributed-urn') ?? undefined);
  const numbers = card.querySelector('[data-num-reactions], [data-num-comments]') ?? card;
  if (id === undefined || !(numbers.hasAttribute('data-num-reactions') || card.querySelector('[data-num-reactions]')))
    return null;
  const number = (name: string) =>
    exactCount(card.querySelector(`[${name}]`)?.getAttribute(name) ?? card.getAttribute(name) ?? undefined);
  return makePost({
    id,
    url: `${BASE}feed/update/urn:li:activity:${id}/`,
    likes: number('data-num-reactions'),
    comments: number('data-num-comments'),
    caption: cleanText(textOf(card.querySelector('.attributed-text-segment-list__content'))),
  });
}

/** Cards of the feed that is shown to whom is logged in. Comments under them carry the activity inside a name of their own. */
const FEED_CARDS = ['activity', 'ugcPost', 'share']
  .flatMap((kind) => [`[data-urn^="urn:li:${kind}:"]`, `[data-id^="urn:li:${kind}:"]`])
  .join(', ');
const COMMENTS = '[data-urn^="urn:li:comment:"], [data-id^="urn:li:comment:"], article article';
const PROFILES = ['in', 'company', 'school', 'showcase'].map((section) => `a[href*="/${section}/"]`).join(', ');
/** Longer labels are sentences of people. */
const LABEL = 80;

/**
 * A card of that feed: it names its activity, and links to who posted it, first with the picture and then with the name. Who
 * shared another's post stands before that one's. Counts are taken with their nouns alone.
 */
function feedCardOf(card: Element, { place, locale }: ReadContext): Post | null {
  const id = postId(card.getAttribute('data-urn') ?? card.getAttribute('data-id') ?? undefined);
  if (id === undefined || card.parentElement?.closest(FEED_CARDS)) return null;
  const [first, second] = all(card, PROFILES, 4).map((link) => nameIn(linkOf(link, BASE)?.href));
  if (!sameName(first, place.handle) || (second !== undefined && !sameName(second, place.handle))) return null;
  const labels = all(card, 'button, [aria-label], li, a, span', 400)
    .filter((part) => part.closest(COMMENTS) === null)
    .flatMap((part) => [part.getAttribute('aria-label'), textOf(part)])
    .filter((label) => typeof label === 'string' && label.length <= LABEL && /\p{N}/u.test(label));
  const style: NumberStyle = { rounding: 'unknown', locale };
  const told = (kind: Counted) => agreed(labels.map((label) => countNamed(label, [kind], style)));
  const counts = { likes: told('likes'), comments: told('comments'), shares: told('reposts') };
  if (Object.values(counts).every((value) => value === undefined)) return null;
  return makePost({ id, url: `${BASE}feed/update/urn:li:activity:${id}/`, ...counts });
}

/** The one count that all who tell one tell. */
function agreed(counts: readonly (Count | undefined)[]): Count | undefined {
  const [first, ...others] = counts.filter((count) => count !== undefined);
  return others.some((other) => JSON.stringify(other) !== JSON.stringify(first)) ? undefined : first;
}

export function anchor(document: Document): Element | null {
  return (
    all(
      document,
      '.top-card-layout__first-subline, .not-first-middot, .org-top-card-summary-info-list__info-item, .pvs-header__optional-link',
      20,
    ).find((element) => /\p{N}/u.test(element.textContent ?? '')) ?? null
  );
}
