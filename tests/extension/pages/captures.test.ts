/** Real captures against expectations that were typed by hand from them (tests/pages/expectations). */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type CapturedPage, capture, capturesAreThere, snapshotOf } from './capture';
import { instagramDocument, instagramTimeline, youtubeDocument } from './shapes';

interface Expectation {
  trap: string;
  address: string;
  now: string;
  locale?: string;
  html?: string;
  responses?: { url: string; capture: string }[];
  shape?: 'youtube-inline' | 'instagram-profile';
  capture?: string;
  header?: string;
  feed?: string;
  refusal?: string;
  expect?: {
    profile?: Record<string, unknown>;
    viewer?: unknown;
    postsOrder?: string;
    counts?: Record<string, number>;
    absent?: string[];
  } & Record<string, Record<string, unknown> | undefined>;
}

const folder = new URL('../../pages/expectations/', import.meta.url);
const names = readdirSync(folder).filter((name) => name.endsWith('.json')).sort();

function pageOf(wanted: Expectation): CapturedPage {
  const page: CapturedPage = { address: wanted.address, now: wanted.now, ...(wanted.locale ? { locale: wanted.locale } : {}) };
  if (wanted.html) page.html = capture(wanted.html);
  if (wanted.responses) page.responses = wanted.responses.map(({ url, capture: path }) => ({ url, body: capture(path) }));
  if (wanted.shape === 'youtube-inline') page.html = youtubeDocument(capture(wanted.capture as string), wanted.locale as string);
  if (wanted.shape === 'instagram-profile') {
    const header = JSON.parse(capture(wanted.header as string));
    page.html = instagramDocument(header);
    page.responses = [{ url: 'https://www.instagram.com/graphql/query', body: instagramTimeline(header, JSON.parse(capture(wanted.feed as string))) }];
  }
  return page;
}

/** Compares the keys that were typed; null means that the key must be absent. */
function matches(seen: object | undefined, typed: Record<string, unknown>, where: string): void {
  expect(seen, where).toBeDefined();
  for (const [key, value] of Object.entries(typed)) expect((seen as Record<string, unknown>)[key], `${where}.${key}`).toEqual(value === null ? undefined : value);
}

describe('captures', () => {
  if (!capturesAreThere) console.warn('CAPTURES MISSING: ../shared/captures is not there, so no real page was read in this run.');
  test.skipIf(!capturesAreThere).each(names)('%s', (name) => {
    const wanted: Expectation = JSON.parse(readFileSync(new URL(name, folder), 'utf8'));
    const result = snapshotOf(pageOf(wanted));
    if (wanted.refusal) {
      expect('refusal' in result ? result.refusal.error.code : 'snapshot').toBe(wanted.refusal);
      return;
    }
    if (!('snapshot' in result)) throw new Error(`refused: ${JSON.stringify(result.refusal)}`);
    const { snapshot } = result;
    const posts = snapshot.posts ?? [];
    const comments = snapshot.comments ?? [];
    const people = snapshot.people ?? [];
    const typed = wanted.expect as NonNullable<Expectation['expect']>;
    matches(snapshot.profile, typed.profile ?? {}, 'profile');
    if (typed.viewer) expect(snapshot.viewer).toEqual(typed.viewer);
    if (typed.postsOrder) expect(snapshot.postsOrder).toBe(typed.postsOrder);
    const parts: Record<string, object | undefined> = {
      first: posts[0], last: posts.at(-1), post: posts.find((post) => post.id === typed.post?.['id']), firstComment: comments[0], lastComment: comments.at(-1), firstPerson: people[0], lastPerson: people.at(-1),
    };
    for (const [part, seen] of Object.entries(parts)) if (typed[part]) matches(seen, typed[part] as Record<string, unknown>, part);
    const counts: Record<string, number> = {
      posts: posts.length, comments: comments.length, people: people.length, pinned: posts.filter((post) => post.pinned).length, sponsored: posts.filter((post) => post.sponsored).length,
      byCreator: comments.filter((comment) => comment.byCreator).length, likedByCreator: comments.filter((comment) => comment.likedByCreator).length, authorVerified: comments.filter((comment) => comment.authorVerified).length,
    };
    for (const [list, count] of Object.entries(typed.counts ?? {})) expect(counts[list], `number of ${list}`).toBe(count);
    for (const id of typed.absent ?? []) expect(posts.some((post) => post.id === id), `foreign post ${id}`).toBe(false);
  });
});
