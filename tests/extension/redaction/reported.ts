/** Makes of a captured or hand-written page the file that a person would send, and reads that file as a replay does. */
import type { Snapshot } from '../../../extension/.generated/snapshot';
import { treeOf } from '../../../extension/page/tree';
import { placeAt } from '../../../extension/platforms/registry';
import { isListed } from '../../../extension/platforms/responses';
import type { PageParts } from '../../../extension/redaction/page-parts';
import { keepOf, pageReport } from '../../../extension/redaction/page-report';
import { Pseudonyms, type Random } from '../../../extension/redaction/pseudonyms';
import { type CapturedPage, documentOf, snapshotOf } from '../pages/capture';

export interface Entry {
  request: { url: string };
  response: { content: { text: string } };
}

/** Always the same chance: a failure can be looked at again. */
export function seeded(seed: number): Random {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const handed = new WeakMap<CapturedPage, PageParts>();

/** What the page's script hands on. */
export function partsOf(page: CapturedPage): PageParts {
  const parts = handed.get(page) ?? takenFrom(page);
  handed.set(page, parts);
  return parts;
}

function takenFrom(page: CapturedPage): PageParts {
  const found = placeAt(page.address);
  if (!found) throw new Error(`${page.address} is nobody's page`);
  const document = documentOf(
    page.html ?? `<!DOCTYPE html><html lang="${page.locale ?? ''}"><body></body></html>`,
    page.address,
  );
  const scripts = found.platform.inlineTexts(document).map(({ text }) => text);
  return {
    address: page.address,
    place: found.place,
    now: page.now,
    version: '1',
    tree: treeOf(document, scripts),
    responses: (page.responses ?? [])
      .filter(({ url }) => isListed(url))
      .map(({ url, body, page: asked }) => ({ url, page: asked ?? page.address, text: body })),
  };
}

/** Reading a page takes as long as all else together. */
const known = new WeakMap<CapturedPage, ReturnType<typeof snapshotOf>>();
function resultOf(page: CapturedPage): ReturnType<typeof snapshotOf> {
  const result = known.get(page) ?? snapshotOf(page);
  known.set(page, result);
  return result;
}

export function readOf(page: CapturedPage): Snapshot | null {
  const result = resultOf(page);
  return 'snapshot' in result ? result.snapshot : null;
}

export function reported(page: CapturedPage, seed = 1): { text: string; entries: Entry[] } {
  const text = pageReport(partsOf(page), readOf(page), new Pseudonyms(seeded(seed)));
  return { text, entries: JSON.parse(text).log.entries };
}

/** The page as a replay opens it: the document asks for the answers that are in the file. */
export function replayed(page: CapturedPage, seed = 1): CapturedPage {
  const [document, ...answers] = reported(page, seed).entries as [Entry, ...Entry[]];
  return {
    ...page,
    address: document.request.url,
    html: document.response.content.text,
    responses: answers.map(({ request, response }) => ({
      url: request.url,
      body: response.content.text,
      page: page.address,
    })),
  };
}

/** What the snapshot of a file must be: the page's, with the file's pseudonyms. Sources repeat values and are left out. */
export function pseudonymised(page: CapturedPage, seed = 1): unknown {
  const result = resultOf(page);
  if (!('snapshot' in result)) return result;
  const { snapshot } = result;
  const parts = partsOf(page);
  const pseudonyms = new Pseudonyms(seeded(seed));
  // The file comes first, so that it and what is expected of it know the same pseudonyms.
  pageReport(parts, snapshot, pseudonyms);
  const { words, addresses } = keepOf(parts, snapshot, pseudonyms);
  const link = (value: string) => addresses.address(value);
  const { sources: _, url, profile, posts, comments, people, ...rest } = snapshot;
  const each = <T extends object>(one: T, with_: { [name in keyof T]?: (value: never) => unknown }): object =>
    Object.fromEntries(
      Object.entries(one).map(([name, value]) => [
        name,
        (with_ as Record<string, (value: unknown) => unknown>)[name]?.(value) ?? value,
      ]),
    );
  const name = (value: string) => words.name(value);
  const own = (value: string) => words.written(value, 'own');
  return {
    ...rest,
    ...(url === undefined ? {} : { url: addresses.page(url) }),
    profile: each(profile, {
      displayName: own,
      bio: own,
      category: own,
      country: own,
      links: (links: string[]) => links.map(link),
    }),
    ...(posts && {
      posts: posts.map((post) =>
        each(post, {
          caption: own,
          url: link,
          collaborators: (list: string[]) => list.map(name),
          sponsors: (list: string[]) => list.map(name),
        }),
      ),
    }),
    ...(comments && {
      comments: comments.map((comment) =>
        each(comment, {
          id: name,
          author: name,
          replyTo: name,
          text: (value: string) => words.written(value, 'comment'),
        }),
      ),
    }),
    ...(people && {
      people: people.map((person) =>
        each(person, {
          handle: name,
          displayName: (value: string) => words.text(value),
          bio: (value: string) => words.text(value),
        }),
      ),
    }),
  };
}

/** The snapshot of a page, as `pseudonymised` gives it. */
export function said(page: CapturedPage): unknown {
  const result = resultOf(page);
  if (!('snapshot' in result)) return result;
  const { sources: _, ...rest } = result.snapshot;
  return rest;
}
