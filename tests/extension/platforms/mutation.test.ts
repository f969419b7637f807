/**
 * Platforms rename wrappers, add keys, reorder and nest deeper: none of it may change what is read. They drop fields: then
 * the field is missing, and nothing else is wrong.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import { describe, expect, test } from 'vitest';
import type { Count, Snapshot } from '../../../extension/.generated/snapshot';
import { platforms } from '../../../extension/platforms/registry';
import { highOf, lowOf } from '../../../extension/reading/counts';
import { seeded } from '../../browser/navigation/random';
import { type CapturedPage, capturesAreThere, snapshotOf } from '../pages/capture';
import { type Expectation, pageOf } from '../pages/expectation';
import { FIELDS, PARTS, WRAPPERS } from './mutation-names';

const pages = new URL('../../pages/', import.meta.url);
const VARIANTS = Number(process.env.PLUMB_VARIANTS ?? 200);

type Change = (key: string, value: unknown) => [string, unknown][];

function rebuild(value: unknown, change: Change, shuffle: (() => number) | null): unknown {
  if (Array.isArray(value)) return value.map((item) => rebuild(item, change, shuffle));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).flatMap(([key, inner]) => change(key, rebuild(inner, change, shuffle)));
  if (shuffle) entries.sort(() => shuffle() - 0.5);
  return Object.fromEntries(entries);
}

/** A page whose JSON is changed, in its answers and its inline scripts. */
function mutate(page: CapturedPage, change: Change, shuffle: (() => number) | null): CapturedPage {
  const rewrite = (text: string): string => {
    const prefix = /^for \(;;\);/.exec(text)?.[0] ?? '';
    try {
      return prefix + JSON.stringify(rebuild(JSON.parse(text.slice(prefix.length)), change, shuffle));
    } catch {
      return text;
    }
  };
  const scripts = (html: string) =>
    html
      .replace(
        /(<script[^>]*type="application\/json"[^>]*>)([\s\S]*?)(<\/script>)/g,
        (_, open, body, close) => open + rewrite(body).replace(/</g, '\\u003c') + close,
      )
      .replace(
        /(var ytInitialData = )([\s\S]*?)(;<\/script>)/g,
        (_, open, body, close) => open + rewrite(body).replace(/</g, '\\u003c') + close,
      );
  return {
    ...page,
    ...(page.html === undefined ? {} : { html: scripts(page.html) }),
    ...(page.responses
      ? { responses: page.responses.map((response) => ({ ...response, body: rewrite(response.body) })) }
      : {}),
  };
}

/** Renames, adds, reorders, nests: a different mixture in each variant. */
function harmless(seed: number, platform: string): [Change, (() => number) | null] {
  const next = seeded(seed);
  const names = new Map<string, string>();
  const renames = next() < 0.7;
  const nests = next() < 0.6;
  const adds = next() < 0.7;
  const change: Change = (key, value) => {
    const isBox = typeof value === 'object' && value !== null;
    const isWrapper = isBox && (WRAPPERS[platform]?.has(key) ?? false);
    const mayRename = isWrapper || (isBox && (PARTS[platform]?.has(key) ?? false));
    if (renames && mayRename && !names.has(key))
      names.set(key, next() < 0.5 ? key : `w${Math.floor(next() * 1e9).toString(36)}`);
    const name = (mayRename && names.get(key)) || key;
    const inner =
      nests && isWrapper && !Array.isArray(value) && next() < 0.3 ? { [`n${Math.floor(next() * 1e6)}`]: value } : value;
    const more: [string, unknown][] =
      adds && next() < 0.1
        ? [[`extra_${Math.floor(next() * 1e6)}`, next() < 0.5 ? { nothing: [1, 'x', null] } : 'noise 12,345']]
        : [];
    return [[name, inner], ...more];
  };
  return [change, next() < 0.6 ? next : null];
}

function dropping(seed: number): [Change, null] {
  const next = seeded(seed);
  const dropped = new Set(
    Array.from({ length: 1 + Math.floor(next() * 2) }, () => FIELDS[Math.floor(next() * FIELDS.length)] as string),
  );
  const share = next() < 0.5 ? 1 : 0.3;
  return [(key, value) => (dropped.has(key) && next() < share ? [] : [[key, value]]), null];
}

const sources: [string, () => Expectation][] = [
  ...platforms
    .map(({ site }) => site.platform as string)
    .flatMap((platform) =>
      readdirSync(new URL(`${platform}/`, pages))
        .filter((file) => file.endsWith('.json'))
        .map((file): [string, () => Expectation] => [
          `${platform}/${file}`,
          () => JSON.parse(readFileSync(new URL(`${platform}/${file}`, pages), 'utf8')),
        ]),
    ),
  ...(capturesAreThere
    ? [
        'youtube-kurzgesagt-response',
        'youtube-gronkh',
        'youtube-doobydobap',
        'youtube-onemedia',
        'youtube-watch-pewdiepie',
        'youtube-comments-hearted',
        'tiktok-illojuan-video',
        'instagram-google',
        'instagram-noholita',
        'x-xdevelopers',
        'x-xdevelopers-followers',
        'x-xdevelopers-status',
      ].map((name): [string, () => Expectation] => [
        `captures/${name}`,
        () => JSON.parse(readFileSync(new URL(`expectations/${name}.json`, pages), 'utf8')),
      ])
    : []),
];
const platformOf = (name: string) => /^(?:captures\/)?([a-z]+)[/-]/.exec(name)?.[1] ?? '';
const isJson = (wanted: Expectation) =>
  !wanted.refusal &&
  (wanted.responses !== undefined ||
    wanted.shape !== undefined ||
    wanted.document?.some((line) => line.includes('application/json')) ||
    wanted.html !== undefined);

function read(page: CapturedPage): Snapshot | null {
  const result = snapshotOf(page);
  return 'snapshot' in result ? result.snapshot : null;
}

/** The facts of a snapshot, without what may follow from the order of places. */
function facts(snapshot: Snapshot | null): unknown {
  if (!snapshot) return null;
  const { sources: _, missing: __, ...rest } = snapshot;
  return {
    ...rest,
    posts: new Map(rest.posts?.map((post) => [post.id, post])),
    comments: new Map(rest.comments?.map((comment) => [comment.id ?? comment.text, comment])),
    people: new Map(rest.people?.map((person) => [person.handle, person])),
  };
}

const isCount = (value: unknown): value is Count =>
  typeof value === 'number' || (typeof value === 'object' && value !== null && 'low' in value);

/** Values of `seen` that contradict `whole`: another number, word or flag for the same thing, or a thing that is not there. */
function wrong(whole: Snapshot, seen: Snapshot | null): string[] {
  const found: string[] = [];
  const compare = (a: Record<string, unknown> | undefined, b: Record<string, unknown>, where: string) => {
    if (!a) return void found.push(`${where} is not there`);
    for (const [key, value] of Object.entries(b)) {
      const other = a[key];
      if (key === 'url' || key === 'atStep' || JSON.stringify(value) === JSON.stringify(other)) continue;
      if (
        key === 'handle' &&
        (value === whole.profile.id || String(value).toLowerCase() === String(other).toLowerCase())
      )
        continue;
      // Without the mark that made a number unknown, a number may appear; a wider or a narrower interval is no contradiction.
      if (isCount(value) && isCount(other) && lowOf(value) <= highOf(other) && lowOf(other) <= highOf(value)) continue;
      if (
        key === 'at' &&
        Math.abs(Date.parse(String(value)) - Date.parse(String(other))) <=
          1000 * (Number(b['atStep'] ?? 0) + Number(a['atStep'] ?? 0))
      )
        continue;
      if (
        ['caption', 'kind', 'durationS', 'lang', 'links', 'bio', 'displayName', 'category', 'collaborators'].includes(
          key,
        ) &&
        (other === undefined || typeof value === 'object' || key === 'kind' || key === 'caption' || key === 'bio')
      )
        continue;
      // Invented short codes hold no real time.
      if (key === 'at' && ['instagram', 'threads'].includes(whole.platform) && b['atStep'] === 86_400) continue;
      found.push(`${where}.${key}: ${JSON.stringify(other)} → ${JSON.stringify(value)}`);
    }
  };
  if (!seen) return found;
  compare(whole.profile as never, seen.profile as never, 'profile');
  for (const [list, name] of [
    ['posts', 'id'],
    ['comments', 'id'],
    ['people', 'handle'],
  ] as const) {
    const known = new Map((whole[list] as Record<string, unknown>[] | undefined)?.map((entry) => [entry[name], entry]));
    for (const entry of (seen[list] ?? []) as Record<string, unknown>[])
      if (entry[name] !== undefined) compare(known.get(entry[name]), entry, `${list} ${entry[name]}`);
  }
  return found;
}

describe('mutations of shapes', () => {
  test(`${VARIANTS} variants with renamed, added, reordered and nested keys read the same`, {
    timeout: 600_000,
  }, () => {
    const pool = sources.map(([name, load]) => [name, load()] as const).filter(([, wanted]) => isJson(wanted));
    const whole = pool.map(([, wanted]) => read(pageOf(wanted)));
    const different: string[] = [];
    for (let variant = 0; variant < VARIANTS; variant++) {
      const at = variant % pool.length;
      const [name, wanted] = pool[at] as (typeof pool)[number];
      const seen = read(mutate(pageOf(wanted), ...harmless(variant + 1, platformOf(name))));
      if (!isDeepStrictEqual(facts(seen), facts(whole[at] as Snapshot)))
        different.push(
          `${variant} ${name}: ${seen ? [...wrong(seen, whole[at] as Snapshot), 'order or other'][0] : 'refused'}`,
        );
    }
    expect(different, different.join('\n')).toEqual([]);
  });

  test(`${VARIANTS} variants with fields dropped: no wrong value`, { timeout: 600_000 }, () => {
    const pool = sources.map(([name, load]) => [name, load()] as const).filter(([, wanted]) => isJson(wanted));
    const whole = pool.map(([, wanted]) => read(pageOf(wanted)));
    const bad: string[] = [];
    let silent = 0;
    for (let variant = 0; variant < VARIANTS; variant++) {
      const at = variant % pool.length;
      const [name, wanted] = pool[at] as (typeof pool)[number];
      const seen = read(mutate(pageOf(wanted), ...dropping(variant + 1)));
      const before = whole[at] as Snapshot;
      bad.push(...wrong(before, seen).map((line) => `${variant} ${name}: ${line}`));
      if (
        seen &&
        before.profile.followers !== undefined &&
        seen.profile.followers === undefined &&
        !seen.missing?.some((entry) => entry.field === 'profile.followers')
      )
        silent++;
    }
    expect(bad, bad.slice(0, 40).join('\n')).toEqual([]);
    expect(silent).toBe(0);
  });
});
