/** schema.org in JSON-LD: accounts with interaction counters, and posts of them. */
import type { Comment, Post } from '../.generated/snapshot';
import { exactCount } from './counts';
import { interactionCounts, schemaType } from './dom';
import { makeComment, makePost, makeProfile, type ProfileFields } from './factories';
import { get, isObject, type Json, type JsonObject, walk } from './shape';
import { cleanText, readLink, readName } from './text';
import { fromText } from './times';

export interface SchemaAccount {
  names: string[];
  url: string | undefined;
  profile: ProfileFields;
}

export interface SchemaPost {
  /** Who wrote it: names and address as printed. */
  names: string[];
  authorUrl: string | undefined;
  url: string | undefined;
  post: Post;
  /** What others wrote under it; `author` is the last part of the address of who did, else the name without spaces. */
  comments: Comment[];
}

const ACCOUNTS = new Set([
  'Person',
  'Organization',
  'NewsMediaOrganization',
  'Corporation',
  'LocalBusiness',
  'PerformingGroup',
  'MusicGroup',
  'Brand',
]);
const POSTS = new Set([
  'SocialMediaPosting',
  'DiscussionForumPosting',
  'Article',
  'NewsArticle',
  'BlogPosting',
  'VideoObject',
  'ImageObject',
]);

/** Accounts that have counters of their own. */
export function accountsIn(documents: Json[]): SchemaAccount[] {
  const found: SchemaAccount[] = [];
  walk(documents, (node) => {
    const type = schemaType(node['@type']);
    const page = type === 'ProfilePage' && isObject(node['mainEntity']) ? node['mainEntity'] : undefined;
    const person = page ?? (type !== undefined && ACCOUNTS.has(type) ? node : undefined);
    if (!person) return undefined;
    const counts = interactionCounts(person);
    // What the account itself has done: how many it follows, how much it has written.
    const own = interactionCounts(person, 'agentInteractionStatistic');
    if (counts.size + own.size === 0) return page ? undefined : 'skip';
    found.push({
      names: namesOf(person),
      url: linkOf(person),
      profile: makeProfile({
        displayName: cleanText(person['name']),
        bio: cleanText(person['description']),
        followers: exactCount(counts.get('FollowAction') ?? counts.get('SubscribeAction')),
        following:
          exactCount(own.get('FollowAction')) ??
          (counts.has('FollowAction') ? exactCount(counts.get('SubscribeAction')) : undefined),
        posts: exactCount(own.get('WriteAction') ?? counts.get('WriteAction')),
        likesTotal: exactCount(counts.get('LikeAction')),
        createdAt: fromText(page ? node['dateCreated'] : undefined),
      }),
    });
    return 'skip';
  });
  return found;
}

/** Postings that name their author; the parts of an account's own page are its. */
export function postsIn(documents: Json[]): SchemaPost[] {
  const found: SchemaPost[] = [];
  let owner: JsonObject | undefined;
  walk(documents, (node) => {
    const type = schemaType(node['@type']);
    if (type === 'ProfilePage') owner = isObject(node['mainEntity']) ? node['mainEntity'] : undefined;
    const named = Array.isArray(node['author']) ? node['author'][0] : node['author'];
    const isReference = isObject(named) && Object.keys(named).join() === '@id' && named['@id'] === owner?.['@id'];
    const author = isReference ? owner : named;
    if (type === undefined || !POSTS.has(type) || !isObject(author)) return undefined;
    const counts = interactionCounts(node);
    const url = linkOf(node);
    found.push({
      names: namesOf(author),
      authorUrl: linkOf(author),
      url,
      post: makePost({
        url,
        at: fromText(node['datePublished']),
        kind: type === 'VideoObject' ? 'video' : undefined,
        likes: exactCount(counts.get('LikeAction')),
        comments: exactCount(counts.get('CommentAction') ?? counts.get('ReplyAction') ?? node['commentCount']),
        shares: exactCount(counts.get('ShareAction')),
        views: exactCount(counts.get('WatchAction') ?? counts.get('ViewAction')),
        caption: cleanText(node['text'] ?? node['articleBody'] ?? node['headline'] ?? node['description']),
      }),
      comments: commentsIn(node['comment'], linkOf(author)),
    });
    return 'skip';
  });
  return found;
}

function commentsIn(root: Json | undefined, writer: string | undefined): Comment[] {
  const found: Comment[] = [];
  walk(root, (node) => {
    if (schemaType(node['@type']) !== 'Comment') return undefined;
    const author = isObject(node['author']) ? node['author'] : undefined;
    const address = author && linkOf(author);
    const name = address === undefined ? undefined : new URL(address).pathname.split('/').filter(Boolean).pop();
    const printed = author && [...namesOf(author), readName(author['name'])].find((text) => text && !/\s/.test(text));
    const at = fromText(node['datePublished'] ?? node['dateCreated']);
    found.push(
      makeComment({
        ...(at === undefined ? {} : { at }),
        author: readName(name) ?? printed,
        text: cleanText(node['text']),
        likes: exactCount(interactionCounts(node).get('LikeAction') ?? node['upvoteCount']),
        byCreator: address === undefined || writer === undefined ? undefined : address === writer,
      }),
    );
    return undefined;
  });
  return found;
}

function namesOf(node: JsonObject): string[] {
  return [node['alternateName'], node['additionalName'], node['identifier'], get(node['identifier'], 'value')]
    .map(readName)
    .filter((name) => name !== undefined);
}

function linkOf(node: JsonObject): string | undefined {
  const page = node['mainEntityOfPage'];
  return [node['url'], node['@id'], isObject(page) ? page['@id'] : page, node['sameAs']]
    .map((link) => readLink(link))
    .find((link) => link !== undefined);
}
