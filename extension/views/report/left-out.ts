/** What a what-if question leaves out of the estimate, in words. */
import type { Report } from '../../.generated/report';
import type { Snapshot } from '../../.generated/snapshot';
import { audienceText, realFigure } from '../summary';
import type { Words } from '../words';
import { rowText } from './benchmarks';

export interface LeftOut {
  /** Places in the report's list of posts. */
  posts: readonly number[];
  /** Ids of signals. */
  signals: readonly string[];
  /** Ids of benchmark rows. */
  benchmarks: readonly string[];
}

export const nothingLeftOut: LeftOut = { posts: [], signals: [], benchmarks: [] };

export function countLeftOut({ posts, signals, benchmarks }: LeftOut): number {
  return posts.length + signals.length + benchmarks.length;
}

/** The same with one thing more left out, or put back. */
export function toggled<K extends keyof LeftOut>(leftOut: LeftOut, kind: K, one: LeftOut[K][number]): LeftOut {
  const list = leftOut[kind] as readonly (string | number)[];
  return { ...leftOut, [kind]: list.includes(one) ? list.filter((other) => other !== one) : [...list, one] };
}

/** The snapshot as if some posts had not been on the page: they, and what was said and liked under them, are not in it. */
export function withoutPosts(snapshot: Snapshot, places: readonly number[]): Snapshot {
  const posts = snapshot.posts?.filter((_, index) => !places.includes(index));
  const left = new Set(posts?.map(({ id }) => id));
  const gone = new Set(places.map((place) => snapshot.posts?.[place]?.id).filter((id) => id !== undefined));
  const stays = ({ postId }: { postId?: string }) => postId === undefined || !gone.has(postId) || left.has(postId);
  return {
    ...snapshot,
    posts,
    comments: snapshot.comments?.filter(stays),
    people: snapshot.people?.filter(stays),
  };
}

/** "Post of Nov 3, 2026: 1,530" */
export function postText(report: Report, index: number, words: Words): string {
  const post = report.items.posts?.[index];
  const value = post?.value === undefined ? '–' : words.numbers.count(post.value);
  return post?.at
    ? words.text('what_if_post', { date: words.numbers.date(post.at, true), value })
    : words.text('what_if_post_undated', { number: words.numbers.count(index + 1), value });
}

/** Each thing that is left out, in words: posts, signals, benchmarks. */
export function leftOutTexts(report: Report, leftOut: LeftOut, words: Words): string[] {
  return [
    ...leftOut.posts.map((index) => postText(report, index, words)),
    ...leftOut.signals.map((id) => words.text(`signal_${id as Report['signals'][number]['id']}_name`)),
    ...leftOut.benchmarks.map((id) => rowText(id, words)),
  ];
}

/** "≈1,100 of 1,530 (840–1,400)", or that what was read moves nothing; nothing where no engagement was read. */
export function engagementText(report: Report, words: Words): string | undefined {
  if (!report.engagement?.perPost) return undefined;
  const figure = realFigure(report, words);
  return figure
    ? words.text('what_if_figure', { mid: figure.real, of: figure.shown, range: figure.range })
    : words.text('what_if_unmoved');
}

/** What is told of the audience, or that what was read moves nothing. */
export function followersText(report: Report, words: Words): string {
  return audienceText(report, words) ?? words.text('what_if_unmoved');
}
