/** X's rendered page and its JSON-LD. Elements are told by data-testid and link targets, never by words. */
import type { Comment, Post } from '../../.generated/snapshot';
import { countPlaced } from '../../reading/counted';
import { exactCount, highOf, type NumberStyle, readCount, readCounts } from '../../reading/counts';
import { all, interactionCounts, jsonLd, linkOf, schemaType, textOf } from '../../reading/dom';
import { makeComment, makePost, makeProfile, type ProfileFields } from '../../reading/factories';
import type { Place, ReadContext } from '../../reading/place';
import type { Reading } from '../../reading/reading';
import { postsIn } from '../../reading/schema-org';
import { find, isObject, type Json } from '../../reading/shape';
import { isViewed, readingOf, subjectOf } from '../../reading/subject';
import { cleanText, readLink, readName, sameName } from '../../reading/text';
import { fromText } from '../../reading/times';

const BASE = 'https://x.com/';

export function readDocument(document: Document, context: ReadContext): Reading[] {
  return [...fromJsonLd(document, context), ...fromPage(document, context)];
}

/** The stats row's followers link; language-independent. */
export function anchor(document: Document, place: Place): Element | null {
  const column = document.querySelector('[data-testid="primaryColumn"]') ?? document;
  return (
    all(column, 'a[href]', 400).find((link) => {
      const path = linkOf(link, BASE)?.pathname.split('/').filter(Boolean) ?? [];
      return (
        path.length === 2 &&
        sameName(path[0], place.handle) &&
        (path[1] === 'verified_followers' || path[1] === 'followers') &&
        /\d/.test(link.textContent ?? '') &&
        !link.closest('[role="tablist"]')
      );
    }) ?? null
  );
}

/** A post's own page: the posting with its author. */
function postingOf(data: Json[], context: ReadContext): Reading[] {
  const { place } = context;
  return postsIn(data).flatMap(({ names, authorUrl, url, post }) => {
    const path = pathOf(url);
    const handle = [...names, pathOf(authorUrl)[0], path[0]].find((name) => sameName(name, place.handle));
    if (handle === undefined || place.postId === undefined || path[2] !== place.postId) return [];
    return readingOf({ handle, postId: place.postId }, 'jsonld', context, {
      posts: [{ ...post, id: place.postId, url: `${BASE}${handle}/status/${place.postId}` }],
    });
  });
}

function pathOf(address: string | undefined): string[] {
  return address === undefined ? [] : new URL(address).pathname.split('/').filter(Boolean);
}

function fromJsonLd(document: Document, context: ReadContext): Reading[] {
  const all = jsonLd(document);
  if (context.place.kind === 'post') return postingOf(all, context);
  return all.flatMap((data) => {
    const page = find(data, (node) => schemaType(node['@type']) === 'ProfilePage');
    const person = page?.['mainEntity'];
    if (!page || !isObject(person)) return [];
    const subject = { handle: readName(person['additionalName']), id: readName(person['identifier']) };
    if (!isViewed(context.place, subject)) return [];
    const counts = interactionCounts(person);
    const profile: ProfileFields = makeProfile({
      id: subject.id,
      displayName: cleanText(person['name']),
      bio: cleanText(person['description']),
      links: Array.isArray(page['relatedLink'])
        ? page['relatedLink']
            .map((link) => readLink(link))
            .filter((link) => link !== undefined)
            .slice(0, 20)
        : undefined,
      followers: exactCount(counts.get('FollowAction')),
      following: exactCount(counts.get('SubscribeAction')),
      posts: exactCount(counts.get('WriteAction')),
      createdAt: fromText(page['dateCreated']),
    });
    return readingOf(subjectOf(subject), 'jsonld', context, { profile });
  });
}

function fromPage(document: Document, context: ReadContext): Reading[] {
  const { place } = context;
  if (place.handle === undefined) return [];
  const style: NumberStyle = { rounding: 'truncated', locale: context.locale, compact: true };
  const column = document.querySelector('[data-testid="primaryColumn"]') ?? document;
  const loggedIn = document.querySelector(
    '[data-testid="SideNav_AccountSwitcher_Button"], [data-testid="AppTabBar_Profile_Link"]',
  )
    ? true
    : document.querySelector('[data-testid="login"], [data-testid="loginButton"], a[href="/login"]')
      ? false
      : undefined;
  const name = column.querySelector('[data-testid="UserName"]');
  const printed = all(name ?? column, 'span', 60)
    .map((span) => textOf(span))
    .find((text) => /^@\w{1,20}$/.test(text ?? ''));
  const header = name !== null && (printed === undefined || sameName(printed, place.handle));
  const articles = all(column, 'article[data-testid="tweet"]', 200).filter(
    (article) => !article.querySelector('[data-testid="placementTracking"] [data-testid="impression-pixel"]'),
  );
  const tweets = articles.map((article) => tweetOf(article, style)).filter((tweet) => tweet !== null);
  const own = tweets.filter((tweet) => sameName(tweet.author, place.handle));
  const isPost = place.kind === 'post';
  const posts = own.filter((tweet) => !isPost || tweet.post.id === place.postId).map((tweet) => tweet.post);
  const comments: Comment[] =
    isPost && posts.length
      ? answersIn(column, place.postId as string)
          .map((article) => tweetOf(article, style))
          .filter((tweet) => tweet !== null)
          .map((tweet) =>
            makeComment({
              id: tweet.post.id,
              postId: place.postId,
              at: tweet.post.at,
              author: tweet.author,
              text: tweet.post.caption,
              lang: tweet.post.lang,
              likes: tweet.post.likes,
              byCreator: sameName(tweet.author, place.handle),
            }),
          )
      : [];
  return readingOf({ handle: printed?.slice(1) ?? place.handle }, 'dom', context, {
    profile: header ? headerOf(document, column, context, style) : undefined,
    posts,
    comments,
    postsOrder: isPost || posts.length === 0 ? undefined : loggedIn === false ? 'top' : 'latest',
    viewer: loggedIn === undefined ? undefined : { loggedIn },
  });
}

/** The articles under the opened post: not what it answers, which stands above, and no suggestions, which follow a heading. */
function answersIn(column: ParentNode, postId: string): Element[] {
  const parts = all(column, 'article[data-testid="tweet"], h2', 400);
  const opened = parts.findIndex(
    (part) => part.localName === 'article' && part.querySelector(`a[href$="/status/${postId}"] time`) !== null,
  );
  if (opened < 0) return [];
  const after = parts.slice(opened + 1).filter((part) => !part.closest('article article, article h2'));
  const heading = after.findIndex((part) => part.localName === 'h2' && !part.closest('article'));
  return (heading < 0 ? after : after.slice(0, heading)).filter((part) => part.localName === 'article');
}

function headerOf(document: Document, column: ParentNode, { place }: ReadContext, style: NumberStyle): ProfileFields {
  const list = (target: string) =>
    all(column, `a[href$="/${target}"]`, 40).find(
      (link) => sameName(linkOf(link, BASE)?.pathname.split('/')[1], place.handle) && !link.closest('[role="tablist"]'),
    );
  // The other tabs print there what they list: photos, likes, articles.
  const title =
    place.tab === undefined || place.tab === 'with_replies'
      ? column.querySelector('h2[role="heading"]')?.nextElementSibling
      : undefined;
  return makeProfile({
    displayName: cleanText(textOf(column.querySelector('[data-testid="UserName"] span'))),
    bio: cleanText(textOf(column.querySelector('[data-testid="UserDescription"]'))),
    followers: readCount(textOf(anchor(document, place)), style) ?? undefined,
    following: readCount(textOf(list('following')), style) ?? undefined,
    posts: countPlaced(textOf(title), ['posts'], style),
    verified: column.querySelector('[data-testid="UserName"] [data-testid="icon-verified"]') ? true : undefined,
    private: column.querySelector('[data-testid="UserName"] [data-testid="icon-lock"]') ? true : undefined,
  });
}

function tweetOf(article: Element, style: NumberStyle): { author: string; post: Post } | null {
  const link = all(article, 'a[href*="/status/"]', 20).find((candidate) => candidate.querySelector('time') !== null);
  const path = linkOf(link, BASE)?.pathname.split('/').filter(Boolean);
  const author = readName(path?.[0]);
  const id = path?.[2];
  if (!link || author === undefined || id === undefined || !/^\d{1,25}$/.test(id)) return null;
  const named = linkOf(article.querySelector('[data-testid="User-Name"] a[href]'), BASE)?.pathname.slice(1);
  if (named !== undefined && !sameName(named, author)) return null;
  const context = article.querySelector('[data-testid="socialContext"]');
  // A repost's line links to who reposted; the line of a pinned post links nowhere.
  const pinned = context !== null && context.closest('a') === null && context.querySelector('a') === null;
  const words = article.querySelector('[data-testid="tweetText"]');
  return {
    author,
    post: makePost({
      id,
      url: `${BASE}${author}/status/${id}`,
      at: fromText(link.querySelector('time')?.getAttribute('datetime')),
      ...engagementOf(article, style),
      caption: cleanText(textOf(words)),
      lang: /^[a-z]{2}$/.exec(words?.getAttribute('lang') ?? '')?.[0],
      pinned: pinned ? true : undefined,
    }),
  };
}

/**
 * The counts under a post. Buttons say theirs in their labels; bookmarks stand only in the group's label
 * ('447 replies, 14088 reposts, 58367 likes, 44759 bookmarks, 6360915 views'), where zero parts are left out.
 */
function engagementOf(article: Element, style: NumberStyle): Post {
  const group = all(article, '[role="group"][aria-label]', 4).pop();
  const inGroup = readCounts(group?.getAttribute('aria-label'), { ...style, compact: false }).map((count) =>
    typeof count === 'number' ? count : null,
  );
  const button = (...names: string[]) => {
    const element = names
      .map((name) => (group ?? article).querySelector(`[data-testid="${name}"]`))
      .find((found) => found !== null && found !== undefined);
    if (!element) return undefined;
    const said = [element.getAttribute('aria-label'), textOf(element)];
    const read = said.map((text) => readCount(text, style)).find((count) => count !== null);
    // Only a button without digits says that there is none; digits that can't be read are unknown.
    const isBare = group?.hasAttribute('aria-label') && !said.some((text) => /\p{N}/u.test(text ?? ''));
    return read ?? (isBare ? 0 : undefined);
  };
  const viewsLink = (group ?? article).querySelector('a[href$="/analytics"]');
  const counts = {
    comments: button('reply'),
    shares: button('retweet', 'unretweet'),
    likes: button('like', 'unlike'),
    views: readCount(viewsLink?.getAttribute('aria-label'), style) ?? readCount(textOf(viewsLink), style) ?? undefined,
  };
  if (inGroup.includes(null) || inGroup.length === 0) return makePost(counts);
  const numbers = inGroup as number[];
  if (numbers.length === 5)
    return {
      comments: numbers[0],
      shares: numbers[1],
      likes: numbers[2],
      saves: numbers[3],
      views: numbers[4],
    };
  const shown = [counts.comments, counts.shares, counts.likes, counts.views];
  if (shown.slice(0, 3).some((count) => count === undefined)) return makePost(counts);
  const seen = shown.filter((count) => count !== undefined && highOf(count) > 0).length;
  return makePost({
    ...counts,
    saves:
      numbers.length === seen
        ? 0
        : numbers.length === seen + 1
          ? numbers[numbers.length - (counts.views === undefined ? 1 : 2)]
          : undefined,
  });
}
