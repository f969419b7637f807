/**
 * YouTube's documents with all of it at once: every wrapper has another name, unknown siblings stand beside the nodes, the
 * keys come in another order, and another channel's whole document stands in the same answer. What is read stays the same.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Snapshot } from '../../../extension/.generated/snapshot';
import { type CapturedPage, capturesAreThere, snapshotOf } from '../pages/capture';
import { type Expectation, pageOf } from '../pages/expectation';

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** Names that lead to a node or hold it; what a node is told by are the names of its own fields. */
const WRAPPER =
  /(?:Renderer|ViewModel|Results?|Endpoints?|Commands?|Actions?|Payload|Panels?|Updates?|Section|Model)$|^(?:contents?|results|items?|tabs|payload|mutations|header|body|data|continuationItems|m|r|x|b|suggest)$/;
/** Fields of nodes, not wrappers, though they end like some. */
const FIELD = /^(?:videoActions|contentImage)$/;

function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
}

/** A text is a field of its node. */
const isText = (value: object) =>
  'simpleText' in value || 'runs' in value || ('content' in value && typeof value.content === 'string');

function rename(value: Json, next: () => number, names: Map<string, string>): Json {
  if (Array.isArray(value)) return value.map((item) => rename(item, next, names));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).flatMap(([key, inner]): [string, Json][] => {
    const isBox = typeof inner === 'object' && inner !== null && !isText(inner);
    if (isBox && WRAPPER.test(key) && !FIELD.test(key) && !names.has(key)) names.set(key, `w${names.size}x`);
    const more: [string, Json][] =
      next() < 0.15 ? [[`extra${Math.floor(next() * 1e6)}`, { note: 'noise 12,345', list: [1, null] }]] : [];
    return [[(isBox && names.get(key)) || key, rename(inner, next, names)], ...more];
  });
  return Object.fromEntries(entries.sort(() => next() - 0.5));
}

/** The same document of another channel: other ids, names and numbers. */
function foreign(text: string): string {
  const videos = new Set(
    [...text.matchAll(/"(?:videoId|contentId)":"([\w-]{11})"|[?&]v=([\w-]{11})/g)].map(
      ([, id, linked]) => id ?? linked,
    ),
  );
  return text
    .replace(/UC[\w-]{22}/g, 'UCzzzzzzzzzzzzzzzzzzzzzz')
    .replace(/(?<=["=/-])[\w-]{11}(?=["&?])/g, (id) => (videos.has(id) ? `zz${id.slice(2)}` : id))
    .replace(/\/(?:c|user)\/[\w-]+/g, '/c/stranger')
    .replace(/@[\p{L}\p{N}._-]+/gu, '@stranger')
    .replace(/"commentId":"/g, '"commentId":"zz')
    .replace(/(?<="(?:simpleText|content|text|title|accessibilityText|contextualInfo)":"[^"]*)\d/g, (digit) =>
      String((Number(digit) + 3) % 10),
    );
}

function changed(page: CapturedPage, seed: number, stranger: boolean): CapturedPage {
  const next = random(seed);
  const names = new Map<string, string>();
  const rewrite = (text: string): string => {
    const own = JSON.parse(text) as Json;
    const other = JSON.parse(foreign(JSON.stringify(own))) as Json;
    const [beside, mine] = [rename(other, next, names), rename(own, next, names) as { [key: string]: Json }];
    const placed = Object.entries({ ...mine, ...(stranger && { shelfOfAnother: beside }) });
    return JSON.stringify(Object.fromEntries(placed.sort(() => next() - 0.5)));
  };
  return {
    ...page,
    ...(page.html === undefined
      ? {}
      : {
          html: page.html.replace(
            /(var ytInitialData = )([\s\S]*?)(;<\/script>)/g,
            (_, open, body, close) => open + rewrite(body).replace(/</g, '\\u003c') + close,
          ),
        }),
    ...(page.responses
      ? { responses: page.responses.map((response) => ({ ...response, body: rewrite(response.body) })) }
      : {}),
  };
}

const pages = new URL('../../pages/', import.meta.url);
const load = (path: string): Expectation => JSON.parse(readFileSync(new URL(path, pages), 'utf8'));
const names = [
  ...readdirSync(new URL('youtube/', pages)).map((file) => `youtube/${file}`),
  ...(capturesAreThere
    ? readdirSync(new URL('expectations/', pages))
        .filter((file) => file.startsWith('youtube-'))
        .map((file) => `expectations/${file}`)
    : []),
].filter((path) => {
  const wanted = load(path);
  return !wanted.refusal && (wanted.responses !== undefined || wanted.shape !== undefined);
});

function factsOf(page: CapturedPage): Map<string, unknown> {
  const result = snapshotOf(page);
  const facts = new Map<string, unknown>();
  if (!('snapshot' in result)) return facts;
  const { profile, posts = [], comments = [], people = [] }: Snapshot = result.snapshot;
  const add = (where: string, entry: object) => {
    for (const [key, value] of Object.entries(entry)) facts.set(`${where}.${key}`, JSON.stringify(value));
  };
  add('profile', profile);
  for (const post of posts) add(`post ${post.id}`, post);
  for (const comment of comments) add(`comment ${comment.id}`, comment);
  for (const person of people) add(`person ${person.handle}`, person);
  return facts;
}

/** More of a tab whose answer names no channel: it is whose page asked for it, and nothing in it could tell a stranger's part. */
const nameless = new Set(['youtube/continuation.json']);

test.each(names)('%s', (path) => {
  const page = pageOf(load(path));
  const whole = factsOf(page);
  const differences: string[] = [];
  for (let seed = 1; seed <= 4; seed++) {
    const seen = factsOf(changed(page, seed, !nameless.has(path)));
    for (const [where, value] of whole)
      if (seen.get(where) !== value) differences.push(`${seed}: ${where} ${value} → ${seen.get(where)}`);
    for (const [where, value] of seen) if (!whole.has(where)) differences.push(`${seed}: ${where} new: ${value}`);
  }
  expect(differences.slice(0, 12)).toEqual([]);
});
