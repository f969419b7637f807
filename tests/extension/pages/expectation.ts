/** A page with what must be read from it, typed by hand: tests/pages/README.md. */
import { expect } from 'vitest';
import { placeAt } from '../../../extension/platforms/registry';
import { type CapturedPage, capture, documentOf, snapshotOf } from './capture';
import { countsOf, partsOf } from './parts';
import {
  facebookDocument,
  instagramDocument,
  instagramTimeline,
  linkedinDocument,
  RESTORE,
  redditDocument,
  threadsDocument,
  youtubeDocument,
} from './shapes';

export interface Expectation {
  trap: string;
  address: string;
  now: string;
  locale?: string;
  /** A captured document, or a hand-written one as lines. */
  html?: string;
  document?: string[];
  responses?: { url: string; capture?: string; body?: unknown; page?: string }[];
  /** The address that the document was loaded from, where it is not the address shown. */
  loaded?: string;
  /** How a reduced capture is put back into its platform's shape. */
  shape?:
    | 'youtube-inline'
    | 'instagram-profile'
    | 'threads'
    | 'linkedin'
    | 'reddit'
    | 'facebook'
    | keyof typeof RESTORE;
  capture?: string;
  header?: string;
  feed?: string;
  refusal?: string;
  /** The text of the element beside which the badge is drawn. */
  anchor?: string;
  /** More posts that must be there, by id. */
  also?: Record<string, unknown>[];
  expect?: {
    profile?: Record<string, unknown>;
    viewer?: unknown;
    postsOrder?: string;
    counts?: Record<string, number>;
    absent?: string[];
  } & Record<string, Record<string, unknown> | undefined>;
}

export function pageOf(wanted: Expectation): CapturedPage {
  const page: CapturedPage = {
    address: wanted.address,
    now: wanted.now,
    ...(wanted.locale ? { locale: wanted.locale } : {}),
  };
  if (wanted.loaded) page.loaded = wanted.loaded;
  if (wanted.html) page.html = capture(wanted.html);
  if (wanted.document) page.html = wanted.document.join('\n');
  if (wanted.responses) {
    page.responses = wanted.responses.map(({ url, capture: path, body, page: from }) => ({
      url,
      body: path ? capture(path) : typeof body === 'string' ? body : JSON.stringify(body),
      ...(from ? { page: from } : {}),
    }));
  }
  if (wanted.shape === 'youtube-inline')
    page.html = youtubeDocument(capture(wanted.capture as string), wanted.locale as string);
  const restored = {
    threads: threadsDocument,
    linkedin: linkedinDocument,
    reddit: redditDocument,
    facebook: facebookDocument,
  }[wanted.shape as 'threads'];
  if (restored) page.html = restored(JSON.parse(capture(wanted.capture as string)));
  const restore = RESTORE[wanted.shape as keyof typeof RESTORE];
  if (restore) {
    const { answers, document } = restore(capture(wanted.capture as string));
    if (document) page.html = document;
    if (answers) page.responses = answers;
  }
  if (wanted.shape === 'instagram-profile') {
    const header = JSON.parse(capture(wanted.header as string));
    page.html = instagramDocument(header);
    page.responses = [
      {
        url: 'https://www.instagram.com/graphql/query',
        body: instagramTimeline(header, JSON.parse(capture(wanted.feed as string))),
      },
    ];
  }
  return page;
}

/** Compares the keys that were typed; null means that the key must be absent. */
function matches(seen: object | undefined, typed: Record<string, unknown>, where: string): void {
  expect(seen, where).toBeDefined();
  for (const [key, value] of Object.entries(typed))
    expect((seen as Record<string, unknown>)[key], `${where}.${key}`).toEqual(value === null ? undefined : value);
}

function anchorText(page: CapturedPage): string | undefined {
  const found = placeAt(page.address);
  const element =
    found && page.html !== undefined ? found.platform.anchor(documentOf(page.html, page.address), found.place) : null;
  return element?.textContent?.replace(/\s+/g, ' ').trim();
}

/** Fails where a page's snapshot is not what was typed. */
export function verify(wanted: Expectation, page: CapturedPage = pageOf(wanted)): void {
  const result = snapshotOf(page);
  if (wanted.anchor !== undefined) expect(anchorText(page)).toBe(wanted.anchor);
  if (wanted.refusal) {
    expect('refusal' in result ? result.refusal.error.code : 'snapshot').toBe(wanted.refusal);
    return;
  }
  if (!('snapshot' in result)) throw new Error(`refused: ${JSON.stringify(result.refusal)}`);
  const { snapshot } = result;
  const posts = snapshot.posts ?? [];
  const typed = wanted.expect as NonNullable<Expectation['expect']>;
  matches(snapshot.profile, typed.profile ?? {}, 'profile');
  if (typed.viewer) expect(snapshot.viewer).toEqual(typed.viewer);
  if (typed.postsOrder) expect(snapshot.postsOrder).toBe(typed.postsOrder);
  const parts: Record<string, object | undefined> = partsOf(snapshot, typed.post?.['id']);
  for (const [part, seen] of Object.entries(parts))
    if (typed[part]) matches(seen, typed[part] as Record<string, unknown>, part);
  for (const more of wanted.also ?? [])
    matches(
      posts.find((post) => post.id === more['id']),
      more,
      `post ${more['id']}`,
    );
  const counts = countsOf(snapshot);
  for (const [list, count] of Object.entries(typed.counts ?? {})) expect(counts[list], `number of ${list}`).toBe(count);
  for (const id of typed.absent ?? [])
    expect(
      posts.some((post) => post.id === id),
      `foreign post ${id}`,
    ).toBe(false);
}
