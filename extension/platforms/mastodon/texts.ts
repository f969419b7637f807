/**
 * Mastodon's documented REST answers and its `initial-state`: accounts and statuses. Counts of accounts on other hosts are
 * what the viewer's host knows of them.
 */
import type { Person, Post } from '../../.generated/snapshot';
import { exactCount } from '../../reading/counts';
import { makePerson, makePost, makeProfile, makeReply, type ProfileFields } from '../../reading/factories';
import type { PageText, ReadContext } from '../../reading/place';
import type { Reading } from '../../reading/reading';
import { get, has, isObject, type JsonObject, parseDocuments, stringOf, walk } from '../../reading/shape';
import { isViewed, readingOf, subjectOf } from '../../reading/subject';
import { cleanText, readLink, readName } from '../../reading/text';
import { fromText } from '../../reading/times';

import { UNKNOWN_HERE } from './remote';

interface Account {
  handle: string;
  id: string | undefined;
  isRemote: boolean;
  hasAvatar: boolean | undefined;
  profile: ProfileFields;
}

interface Entry {
  author: Account;
  answers: string | undefined;
  answersAccount: string | undefined;
  post: Post;
}

/** @returns readings of the viewed account in one answer: header, posts, answers under the viewed post, followers. */
export function readPageText(text: PageText, context: ReadContext): Reading[] {
  const { place } = context;
  return parseDocuments(text.text).flatMap((document) => {
    const accounts: Account[] = [];
    const entries: Entry[] = [];
    walk(document, (node) => {
      if (isObject(node['reblog'])) return 'skip';
      const entry = entryOf(node, context);
      if (entry) {
        entries.push(entry);
        return 'skip';
      }
      const account = accountOf(node, context);
      if (account) accounts.push(account);
      return undefined;
    });
    const mine = (account: Account) => isViewed(place, account);
    const best = [...accounts, ...entries.map((entry) => entry.author)].find(mine);
    const own = entries.filter((entry) => mine(entry.author));
    const posts = own
      .filter((entry) =>
        place.kind === 'post'
          ? entry.post.id === place.postId
          : entry.answers === undefined || entry.answersAccount === entry.author.id,
      )
      .map((entry) => entry.post);
    const isThread =
      place.kind === 'post' && (posts.length > 0 || new RegExp(`/statuses/${place.postId}/context`).test(text.url));
    const answers = isThread
      ? entries.filter((entry) => entry.post.id !== place.postId && entry.answers !== undefined)
      : [];
    const comments = answers.map(({ author, post, answers: parent }) =>
      makeReply(post, place.postId, { author: author.handle, byCreator: mine(author), parent }),
    );
    const list = /\/accounts\/(\d+)\/followers/.exec(text.url)?.[1];
    const people =
      list === undefined
        ? answers
            .filter((entry) => !mine(entry.author))
            .map(({ author }) => personOf(author, 'commenter', place.postId))
        : [];
    const pinned = /[?&]pinned=true/.test(text.url);
    return [
      ...readingOf(subjectOf({ handle: place.handle, id: best?.id }), text.via, context, {
        profile: best?.profile,
        missing: best?.isRemote ? [...UNKNOWN_HERE] : undefined,
        posts: pinned ? posts.map((post) => ({ ...post, pinned: true })) : posts,
        comments,
        people,
        postsOrder: posts.length && !pinned && /\/accounts\/\d+\/statuses/.test(text.url) ? 'latest' : undefined,
      }),
      ...(list === undefined
        ? []
        : readingOf({ id: list }, text.via, context, {
            people: accounts.filter((account) => !mine(account)).map((account) => personOf(account, 'follower')),
            peopleOrder: 'newest',
          })),
    ];
  });
}

function accountOf(node: JsonObject, context: ReadContext): Account | null {
  const acct = readName(node['acct']);
  if (acct === undefined || !has(node, 'followers_count', 'statuses_count')) return null;
  const home = context.place.handle?.split('@')[1];
  const avatar = node['avatar'];
  const fields = (Array.isArray(node['fields']) ? node['fields'] : [])
    .map((field) => readLink(/href="([^"]+)"/.exec(stringOf(get(field, 'value')))?.[1]))
    .filter((link) => link !== undefined);
  return {
    handle: acct.includes('@') ? acct : `${acct}@${hostOf(node['url']) ?? home ?? ''}`,
    id: readName(node['id']),
    isRemote: acct.includes('@'),
    hasAvatar: typeof avatar === 'string' ? !/\/missing\.png/.test(avatar) : undefined,
    profile: makeProfile({
      id: readName(node['id']),
      displayName: cleanText(node['display_name']),
      bio: cleanText(plain(node['note'])),
      followers: shownBy(node, 'followers_count'),
      following: shownBy(node, 'following_count'),
      posts: shownBy(node, 'statuses_count'),
      verified:
        Array.isArray(node['fields']) && node['fields'].some((field) => typeof get(field, 'verified_at') === 'string')
          ? true
          : undefined,
      createdAt: fromText(node['created_at']),
      links: fields.length ? fields.slice(0, 20) : undefined,
    }),
  };
}

/**
 * A count, as far as the viewer's server knows it. Of an account on another server that does not show its network, and of
 * one that is suspended, it tells nothing, and writes 0.
 */
function shownBy(account: JsonObject, name: string): number | undefined {
  const count = exactCount(account[name]);
  const isRemote = stringOf(account['acct']).includes('@');
  const isHidden = account['hide_collections'] === true && name !== 'statuses_count';
  return count === 0 && (isRemote || isHidden || account['suspended'] === true) ? undefined : count;
}

function hostOf(address: unknown): string | undefined {
  try {
    return typeof address === 'string' ? new URL(address).hostname : undefined;
  } catch {
    return undefined;
  }
}

/** The words of a text in HTML. */
function plain(html: unknown): string | undefined {
  if (typeof html !== 'string') return undefined;
  return html
    .slice(0, 40_000)
    .replace(/<br ?\/?>|<\/p>\s*<p>/g, '\n')
    .replace(/<[^<>]{0,2000}>/g, '')
    .replace(
      /&(amp|lt|gt|quot|#39);/g,
      (_, name: string) => ({ amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" })[name] ?? '',
    );
}

function entryOf(node: JsonObject, context: ReadContext): Entry | null {
  const id = readName(node['id']);
  const author = isObject(node['account']) ? accountOf(node['account'], context) : null;
  if (id === undefined || !author || !has(node, 'favourites_count', 'replies_count', 'reblogs_count')) return null;
  // Of a post on another server this one counts what has come by: 0 says that nothing has, not that there is nothing.
  const isRemote = stringOf(get(node, 'account', 'acct')).includes('@');
  const seen = (name: string) => {
    const count = exactCount(node[name]);
    return count === 0 && isRemote ? undefined : count;
  };
  const media = node['media_attachments'];
  const kinds = Array.isArray(media) ? media.map((item) => get(item, 'type')) : [];
  return {
    author,
    answers: readName(node['in_reply_to_id']),
    answersAccount: readName(node['in_reply_to_account_id']),
    post: makePost({
      id,
      url: readLink(node['url']),
      at: fromText(node['created_at']),
      kind:
        kinds.includes('video') || kinds.includes('gifv')
          ? 'video'
          : kinds.length > 1
            ? 'carousel'
            : kinds.length
              ? 'photo'
              : isObject(node['card'])
                ? 'link'
                : 'text',
      likes: seen('favourites_count'),
      comments: seen('replies_count'),
      shares: seen('reblogs_count'),
      caption: cleanText(plain(node['content'])),
      lang:
        typeof node['language'] === 'string' && /^[a-z]{2}/.test(node['language'])
          ? node['language'].slice(0, 2)
          : undefined,
      pinned: node['pinned'] === true ? true : undefined,
    }),
  };
}

function personOf(account: Account, relation: Person['relation'], postId?: string): Person {
  const { displayName, followers, following, posts, bio, createdAt } = account.profile;
  return makePerson({
    handle: account.handle,
    displayName,
    relation,
    postId,
    hasAvatar: account.hasAvatar,
    followers,
    following,
    posts,
    bio,
    createdAt,
  });
}
