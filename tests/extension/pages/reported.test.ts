/**
 * Pages in shapes from reports of pages that were read wrong (tests/pages/reported): invented names and numbers, as HAR files
 * that `./dev replay` opens, each with the values that must be read, typed by hand.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Report } from '../../../extension/.generated/report';
import type { Post, Snapshot } from '../../../extension/.generated/snapshot';
import { createEngine } from '../../../extension/engine/engine';
import { highOf, lowOf } from '../../../extension/reading/counts';
import { type CapturedPage, snapshotOf } from './capture';

const folder = new URL('../../pages/reported/', import.meta.url);
const names = readdirSync(folder)
  .filter((file) => file.endsWith('.har'))
  .map((file) => file.slice(0, -'.har'.length))
  .sort();
const module = new URL('../../../build/wasm/plumb.wasm', import.meta.url);
const score = createEngine(async () => {
  const bytes = readFileSync(module);
  return bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer;
});

interface Recorded {
  startedDateTime: string;
  request: { url: string };
  response: { content: { text?: string } };
}

function pageOf(name: string): CapturedPage {
  const { log } = JSON.parse(readFileSync(new URL(`${name}.har`, folder), 'utf8')) as { log: { entries: Recorded[] } };
  const [first, ...rest] = log.entries;
  if (!first) throw new Error(`${name}: no entries`);
  const html = first.response.content.text ?? '';
  return {
    address: first.request.url,
    now: `${first.startedDateTime.slice(0, 19)}Z`,
    html,
    locale: /<html lang="([^"]+)"/.exec(html)?.[1] as string,
    responses: rest.map(({ request, response }) => ({
      url: request.url,
      body: response.content.text ?? '',
      page: first.request.url,
    })),
  };
}

/** Sources of one field whose counts have no value in common. */
function sourcesDisagree({ sources = [] }: Snapshot): boolean {
  const ranges = sources.flatMap(({ field, value }) =>
    typeof value === 'number' || (typeof value === 'object' && value !== null && 'low' in value)
      ? [{ field, low: lowOf(value as never), high: highOf(value as never) }]
      : [],
  );
  return ranges.some((a) => ranges.some((b) => a.field === b.field && a.low > b.high));
}

function at(root: unknown, path: string[]): unknown {
  return path.reduce<unknown>(
    (here, step) =>
      typeof here === 'object' && here !== null && Object.hasOwn(here, step)
        ? (here as Record<string, unknown>)[step]
        : undefined,
    root,
  );
}

/** The value that a key names: 'profile.followers', 'posts[id].likes', 'posts.length', 'report.verdict' … */
function valueAt(key: string, snapshot: Snapshot, report: Report): unknown {
  const post = /^posts\[([^\]]+)\](?:\.(.+))?$/.exec(key);
  const posts = snapshot.posts ?? [];
  const idOf = ({ id, url }: Post) => [id, url?.split('/').pop()];
  if (post)
    return at(
      posts.find((one) => idOf(one).includes(post[1])),
      post[2]?.split('.') ?? [],
    );
  if (key === 'posts.length') return posts.length;
  if (key === 'sources.disagree') return sourcesDisagree(snapshot);
  return key.startsWith('report.') ? at(report, key.split('.').slice(1)) : at(snapshot, key.split('.'));
}

interface Range {
  low: number;
  high: number;
}
const isRange = (value: unknown): value is Range => typeof value === 'object' && value !== null && 'low' in value;

/** A range means a rounded number: read right as an interval within it, never as an exact number. */
function check(key: string, seen: unknown, typed: unknown): void {
  if (key.endsWith('!=')) {
    const [low, high] = isRange(seen) ? [seen.low, seen.high] : [seen, seen];
    const overlaps = isRange(typed) ? (low as number) <= typed.high && (high as number) >= typed.low : seen === typed;
    expect(overlaps, `${key} ${JSON.stringify(seen)}`).toBe(false);
  } else if (isRange(typed)) {
    expect(seen, key).toBeTypeOf('object');
    const range = seen as Range;
    expect(range.low >= typed.low && range.high <= typed.high, `${key} ${JSON.stringify(seen)}`).toBe(true);
  } else expect(seen, key).toEqual(typed === null ? undefined : typed);
}

describe('pages that were reported as read wrong', () => {
  test('all are there, and the core', () => {
    expect(names.length).toBeGreaterThanOrEqual(16);
    expect(existsSync(module), 'build/wasm/plumb.wasm: ./dev build makes it').toBe(true);
  });

  test.each(names)('%s', async (name) => {
    const result = snapshotOf(pageOf(name));
    const snapshot = 'snapshot' in result ? result.snapshot : ({ profile: {} } as Snapshot);
    const report = JSON.parse(await score(JSON.stringify(snapshot))) as Report;
    const typed = JSON.parse(readFileSync(new URL(`${name}.expect.json`, folder), 'utf8')) as Record<string, unknown>;
    expect(Object.keys(typed).length).toBeGreaterThan(0);
    for (const [key, value] of Object.entries(typed))
      check(key, valueAt(key.replace(/!=$/, ''), snapshot, report), value);
  });
});
