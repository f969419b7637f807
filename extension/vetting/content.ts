/** What to know of a creator's posts before hiring: who is named in paid ones, rivals, words to look at, disclosure. */
import type { Post, Snapshot } from '../.generated/snapshot';
import { siteAt } from '../platforms/pages';
import { type Disclosure, disclosureOf } from './disclosure';

/** A post as it can be pointed at. */
export interface PointedAt {
  /** RFC 3339. */
  at?: string;
  /** Its address on the platform that was read, and nowhere else. */
  url?: string;
}

export interface Quote extends PointedAt {
  /** What stands around the word, cut out of the page's text. */
  text: string;
  /** A caption, or a comment that the creator wrote. */
  of: 'post' | 'comment';
}

/** A name in posts that are marked, or look commercial. */
export interface Sponsor {
  /** As the page prints it, without @. */
  name: string;
  posts: readonly PointedAt[];
}

export interface Found {
  /** As the person wrote it. */
  word: string;
  quotes: readonly Quote[];
}

export interface LookedAt extends PointedAt {
  disclosure: Exclude<Disclosure, { state: 'plain' | 'marked' }>;
  /** Of the caption, around what was found. */
  text: string;
}

export interface Content {
  /** Posts with a caption or a mark: what could be judged. */
  posts: number;
  marked: number;
  /** Posts whose mark is easy to miss, or that look commercial without one; newest first. */
  toCheck: readonly LookedAt[];
  sponsors: readonly Sponsor[];
  rivals: readonly Found[];
  words: readonly Found[];
}

type Read = Pick<Snapshot, 'platform' | 'posts' | 'comments'>;

const MOST_QUOTES = 20;

/** @param rivals names, @param words, both as the person wrote them */
export function contentOf(snapshot: Read, rivals: readonly string[], words: readonly string[]): Content {
  const posts = newestFirst(snapshot.posts ?? []);
  const judged = posts
    .filter(({ caption, sponsored }) => caption !== undefined || sponsored !== undefined)
    .map((post) => ({ post, disclosure: disclosureOf(post) }));
  const toCheck = judged.flatMap(({ post, disclosure }): LookedAt[] => {
    if (disclosure.state === 'plain' || disclosure.state === 'marked') return [];
    const { caption = '' } = post;
    const at = Math.max(0, caption.toLowerCase().indexOf(disclosure.mark.toLowerCase()));
    return [{ ...pointedAt(post, snapshot.platform), disclosure, text: around(caption, at, disclosure.mark.length) }];
  });
  return {
    posts: judged.length,
    marked: judged.filter(({ disclosure }) => disclosure.state === 'marked').length,
    toCheck,
    sponsors: sponsorsIn(
      judged.filter(({ disclosure }) => disclosure.state !== 'plain').map(({ post }) => post),
      snapshot.platform,
    ),
    rivals: rivals.flatMap((word) => foundIn(snapshot, posts, word)),
    words: words.flatMap((word) => foundIn(snapshot, posts, word)),
  };
}

function newestFirst(posts: readonly Post[]): Post[] {
  const time = ({ at }: Post) => Date.parse(at ?? '') || 0;
  return [...posts].sort((a, b) => time(b) - time(a));
}

function pointedAt({ at, url }: Pick<Post, 'at' | 'url'>, platform: Snapshot['platform']): PointedAt {
  const own = url !== undefined && siteAt(url)?.platform === platform;
  return { ...(at && { at }), ...(own && { url }) };
}

const MENTION = /(?<![\p{L}\p{N}_.])@([\p{L}\p{N}_](?:[\p{L}\p{N}_.]{0,60}[\p{L}\p{N}_])?)/gu;

/** Who the page or the caption names in these posts, most often named first. */
function sponsorsIn(posts: readonly Post[], platform: Snapshot['platform']): Sponsor[] {
  const named = new Map<string, { name: string; posts: PointedAt[] }>();
  for (const post of posts) {
    const mentioned = [...(post.caption ?? '').slice(0, 4096).matchAll(MENTION)].map((match) => match[1] as string);
    const names = new Map([...(post.sponsors ?? []), ...mentioned].map((name) => [name.toLowerCase(), name]));
    for (const [key, name] of names) {
      const known = named.get(key) ?? { name, posts: [] };
      known.posts.push(pointedAt(post, platform));
      named.set(key, known);
    }
  }
  return [...named.values()].sort((a, b) => b.posts.length - a.posts.length || (a.name < b.name ? -1 : 1));
}

/** Where a word or name stands in captions, and in what the creator answered. Nothing for an empty word. */
function foundIn({ platform, comments = [] }: Read, posts: readonly Post[], word: string): Found[] {
  if (folded(word).trim() === '') return [];
  const byId = new Map(posts.map((post) => [post.id, post]));
  const captions = posts.flatMap((post) =>
    quoted(post.caption, word).map((text): Quote => ({ ...pointedAt(post, platform), text, of: 'post' })),
  );
  const answers = comments
    .filter(({ byCreator }) => byCreator)
    .flatMap(({ text, postId, at }) => {
      const { url } = byId.get(postId) ?? {};
      return quoted(text, word).map(
        (quote): Quote => ({ ...pointedAt({ at, url }, platform), text: quote, of: 'comment' }),
      );
    });
  const named = posts
    .filter(({ sponsors = [] }) => sponsors.some((name) => placeOf(name, word) >= 0))
    .map(
      (post): Quote => ({
        ...pointedAt(post, platform),
        text: `@${post.sponsors?.find((name) => placeOf(name, word) >= 0)}`,
        of: 'post',
      }),
    );
  return [{ word, quotes: [...captions, ...named, ...answers].slice(0, MOST_QUOTES) }];
}

function quoted(text: string | undefined, word: string): string[] {
  const at = text === undefined ? -1 : placeOf(text, word);
  return at < 0 ? [] : [around(text as string, at, word.length)];
}

function folded(text: string): string {
  return text.toLowerCase();
}

const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;
const LETTER = /[\p{L}\p{N}]/u;

/** Where the word stands, whole in scripts with blanks; -1 where it doesn't. "brand" is found in "@brand" and "#brand". */
function placeOf(text: string, word: string): number {
  const [inside, wanted] = [folded(text), folded(word).trim()];
  for (let at = inside.indexOf(wanted); at >= 0; at = inside.indexOf(wanted, at + 1)) {
    if (UNSPACED.test(wanted)) return at;
    const [before, after] = [inside[at - 1] ?? '', inside[at + wanted.length] ?? ''];
    if (!LETTER.test(before) && !LETTER.test(after)) return at;
  }
  return -1;
}

const AROUND = 60;

/** The text around a place, cut at blanks where there are any. */
function around(text: string, at: number, length: number): string {
  const from = Math.max(0, at - AROUND);
  const to = Math.min(text.length, at + length + AROUND);
  const [start, end] = [from > 0 ? text.indexOf(' ', from) + 1 : 0, to < text.length ? text.lastIndexOf(' ', to) : to];
  const cut = text.slice(start > 0 && start <= at ? start : from, end >= at + length ? end : to);
  return `${from > 0 ? '…' : ''}${cut.replace(/\s+/g, ' ').trim()}${to < text.length ? '…' : ''}`;
}
