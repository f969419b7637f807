/** Which of the posts a media kit's figure may be of. */
import type { Post } from '../.generated/snapshot';
import type { Claim } from './claim-text';

export type Kind = NonNullable<Post['kind']>;
export type Chosen =
  | { posts: 'all' | 'unpinned' }
  | { posts: 'latest' | 'days' | 'best'; number: number }
  | { posts: 'kind'; kind: Kind };

export interface Selection {
  chosen: Chosen;
  of: readonly Post[];
  /** How usual it is: 0 is the most. */
  rank: number;
}

const KINDS: readonly Kind[] = ['photo', 'carousel', 'video', 'short', 'live', 'text', 'link'];
const DAY = 86_400_000;

/**
 * @param posts all that were read, @param shown those of them that show what the figure needs
 * @param value of a post, for the best ones
 * @returns choices of which no two are the same posts, the usual ones first
 */
export function chosenPosts(
  posts: readonly Post[],
  shown: readonly Post[],
  value: (post: Post) => number,
  claim: Pick<Claim, 'average' | 'days' | 'latest'>,
  now: string | undefined,
): Selection[] {
  if (shown.length === 0) return [];
  const dated = newestFirst(shown);
  if (claim.average === 'best') return best(shown, value, 1, 0);
  if (claim.days) {
    const of = since(dated, claim.days, now);
    return of.length > 0 ? [{ chosen: { posts: 'days', number: claim.days }, of, rank: 0 }] : [];
  }
  if (claim.latest) {
    const of = dated.slice(0, claim.latest);
    return of.length === claim.latest ? [{ chosen: { posts: 'latest', number: claim.latest }, of, rank: 0 }] : [];
  }
  return withoutDoubles(shown, [
    everything(posts, shown),
    ...[12, 24, 6].flatMap((number, at) => latest(dated, number, 5 + at)),
    { chosen: { posts: 'unpinned' }, of: shown.filter(({ pinned }) => !pinned), rank: 8 },
    ...[30, 90].map((number, at): Selection => {
      return { chosen: { posts: 'days', number }, of: since(dated, number, now), rank: 9 + at };
    }),
    ...KINDS.map((kind): Selection => {
      return { chosen: { posts: 'kind', kind }, of: shown.filter((post) => post.kind === kind), rank: 12 };
    }),
    ...[12, 6, 3, 1].flatMap((number, at) => best(shown, value, number, 50 + at)),
  ]);
}

/** All that show it; by their format where other formats don't: only reels show views on some sites. */
function everything(posts: readonly Post[], shown: readonly Post[]): Selection {
  const kind = shown[0]?.kind;
  const one = kind !== undefined && shown.every((post) => post.kind === kind);
  const others = posts.some((post) => post.kind !== kind);
  return { chosen: one && others ? { posts: 'kind', kind } : { posts: 'all' }, of: shown, rank: 0 };
}

function newestFirst(posts: readonly Post[]): Post[] {
  const time = ({ at }: Post) => Date.parse(at ?? '');
  return posts.filter((post) => !Number.isNaN(time(post))).sort((a, b) => time(b) - time(a));
}

function since(dated: readonly Post[], days: number, now: string | undefined): Post[] {
  const first = Date.parse(now ?? '') - days * DAY;
  return dated.filter(({ at }) => Date.parse(at ?? '') >= first);
}

function latest(dated: readonly Post[], number: number, rank: number): Selection[] {
  return dated.length > number ? [{ chosen: { posts: 'latest', number }, of: dated.slice(0, number), rank }] : [];
}

function best(shown: readonly Post[], value: (post: Post) => number, number: number, rank: number): Selection[] {
  if (shown.length <= number) return [];
  const of = [...shown].sort((a, b) => value(b) - value(a)).slice(0, number);
  return [{ chosen: { posts: 'best', number }, of, rank }];
}

/** The first of those that are the same posts; one post alone only as all that there is, or as the best. */
function withoutDoubles(shown: readonly Post[], all: readonly Selection[]): Selection[] {
  const place = new Map(shown.map((post, at) => [post, at]));
  const seen = new Set<string>();
  return all.filter(({ of, rank }) => {
    const key = of
      .map((post) => place.get(post) as number)
      .sort((a, b) => a - b)
      .join(' ');
    if (of.length < (rank === 0 || rank >= 50 ? 1 : 2) || seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
