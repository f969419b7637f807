/** Substack: posts of an archive, notes of a writer's feed. The number of subscribers is only hinted at ('Over 10,000'). */
import type { Post, Profile } from '../../.generated/snapshot';
import { exactCount } from '../../reading/counts';
import type { Reading } from '../../reading/reading';
import { has, isObject, type JsonObject, known, parseDocuments, walk } from '../../reading/shape';
import { readingOf } from '../../reading/subject';
import { readLink, readName, sameName, readText as textIn } from '../../reading/text';
import { fromText } from '../../reading/times';
import type { PageText, Place, Platform, ReadContext } from '../platform';

const hosts = /^(?:[a-z0-9-]+\.)?substack\.com$/;

/** @returns the writer (substack.com/@name) or publication (name.substack.com) that an address shows, or null. */
function locate(url: URL): Place | null {
  if (!hosts.test(url.hostname)) return null;
  const [name = '', tab] = url.pathname.split('/').filter(Boolean);
  const host = url.hostname.replace(/\.?substack\.com$/, '');
  if (host === '' || host === 'www') {
    const handle = /^@([\w-]{2,60})$/.exec(name)?.[1];
    return handle === undefined
      ? null
      : { platform: 'substack', kind: 'profile', handle, ...(tab === undefined ? {} : { tab }) };
  }
  return name === '' || name === 'archive' || name === 'about' || name === 'notes'
    ? { platform: 'substack', kind: 'profile', handle: host, ...(name === '' ? {} : { tab: name }) }
    : null;
}

function readText(text: PageText, context: ReadContext): Reading[] {
  const { place } = context;
  if (place.handle === undefined) return [];
  const posts = new Map<string, Post>();
  let profile: Omit<Profile, 'handle'> | undefined;
  for (const document of parseDocuments(text.text)) {
    walk(document, (node) => {
      const handle = readName(node['handle']);
      if (
        handle !== undefined &&
        sameName(handle, place.handle) &&
        (has(node, 'bio') || has(node, 'profile_set_up_at'))
      ) {
        profile = {
          ...profile,
          ...known({
            id: readName(node['id']),
            displayName: textIn(node['name']),
            bio: textIn(node['bio']),
            createdAt: fromText(node['profile_set_up_at']),
            followers: exactCount(node['followerCount']),
          }),
        };
      }
      const post = articleOf(node, place, text.url) ?? noteOf(node, place);
      if (post?.id !== undefined && !posts.has(post.id)) posts.set(post.id, post);
      return undefined;
    });
  }
  const list = [...posts.values()];
  const order = /[?&]sort=top/.test(text.url)
    ? ('top' as const)
    : /[?&]sort=new|\/archive/.test(text.url)
      ? ('latest' as const)
      : ('unknown' as const);
  return readingOf({ handle: place.handle }, text.via, context, {
    profile,
    posts: list,
    postsOrder: list.length ? order : undefined,
  });
}

/** An article: by a byline that names the writer, or in the viewed publication's own archive. */
function articleOf(node: JsonObject, place: Place, url: string): Post | null {
  const id = readName(node['slug']);
  if (id === undefined || !has(node, 'post_date') || !(has(node, 'reaction_count') || has(node, 'reactions')))
    return null;
  const bylines = (Array.isArray(node['publishedBylines']) ? node['publishedBylines'] : [])
    .filter(isObject)
    .map((byline) => readName(byline['handle']));
  const archive = new RegExp(`^https://${place.handle?.replace(/[^\w-]/g, '')}\\.substack\\.com/api/`, 'i').test(url);
  if (!archive && !bylines.some((name) => sameName(name, place.handle))) return null;
  const others = bylines.filter((name): name is string => name !== undefined && !sameName(name, place.handle));
  return known({
    id,
    url: readLink(node['canonical_url']),
    at: fromText(node['post_date']),
    kind: node['type'] === 'podcast' ? ('video' as const) : ('text' as const),
    likes: exactCount(node['reaction_count']),
    comments: exactCount(node['comment_count']),
    shares: exactCount(node['restacks']),
    caption: textIn(node['title']),
    collaborators: others.length && !archive ? others : undefined,
  }) as Post;
}

/** A note; restacked notes carry their own author's handle. */
function noteOf(node: JsonObject, place: Place): Post | null {
  const id = readName(node['id']);
  if (
    id === undefined ||
    !has(node, 'body', 'date', 'reaction_count') ||
    !sameName(readName(node['handle']), place.handle) ||
    readName(node['ancestor_path']) !== undefined
  )
    return null;
  return known({
    id: `c-${id}`,
    url: `https://substack.com/@${place.handle}/note/c-${id}`,
    at: fromText(node['date']),
    kind: 'text' as const,
    likes: exactCount(node['reaction_count']),
    comments: exactCount(node['children_count']),
    shares: exactCount(node['restacks']),
    caption: textIn(node['body']),
  }) as Post;
}

export const substack: Platform = {
  name: 'substack',
  hosts,
  locate,
  inlineTexts: () => [],
  readText,
  readDocument: () => [],
  anchor: () => null,
};
