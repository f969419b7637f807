/**
 * Pages in shapes from reports of pages that were read wrong (tests/pages/reported): invented names and numbers, as HAR files
 * that `./dev replay` opens, each with the values that must be read, typed by hand.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import type { Report } from '../../../extension/.generated/report.ts';
import type { Post, Snapshot } from '../../../extension/.generated/snapshot.ts';

const folder = new URL('../../pages/reported/', import.meta.url);

export const reportedNames: readonly string[] = readdirSync(folder)
  .filter((file) => file.endsWith('.har'))
  .map((file) => file.slice(0, -'.har'.length))
  .sort();

export const reportedHar = (name: string): string => readFileSync(new URL(`${name}.har`, folder), 'utf8');

/** The keys of 'profile.followers', 'posts[id].likes', 'report.verdict!=' … and what must stand there. */
export function typedValues(name: string): Record<string, unknown> {
  const typed = JSON.parse(readFileSync(new URL(`${name}.expect.json`, folder), 'utf8')) as Record<string, unknown>;
  if (Object.keys(typed).length === 0) throw new Error(`${name}: no value was typed`);
  return typed;
}

interface Range {
  low: number;
  high: number;
}

function isRange(value: unknown): value is Range {
  return typeof value === 'object' && value !== null && 'low' in value && 'high' in value;
}

function rangeOf(value: unknown): Range | undefined {
  return isRange(value) ? value : typeof value === 'number' ? { low: value, high: value } : undefined;
}

const overlap = (a: Range, b: Range) => a.low <= b.high && b.low <= a.high;

/** Whether sources of one field give counts that have no value in common. */
function sourcesDisagree({ sources = [] }: Snapshot): boolean {
  const said = sources.flatMap(({ field, value }) => {
    const range = rangeOf(value);
    return range ? [{ field, range }] : [];
  });
  return said.some((a) => said.some((b) => a.field === b.field && !overlap(a.range, b.range)));
}

function at(root: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (here, step) =>
      typeof here === 'object' && here !== null && Object.hasOwn(here, step)
        ? (here as Record<string, unknown>)[step]
        : undefined,
    root,
  );
}

function valueAt(key: string, snapshot: Snapshot, report: Report): unknown {
  const posts = snapshot.posts ?? [];
  const post = /^posts\[([^\]]+)\](?:\.(.+))?$/.exec(key);
  const idsOf = ({ id, url }: Post) => [id, url?.split('/').pop()];
  if (post)
    return at(
      posts.find((one) => idsOf(one).includes(post[1])),
      post[2]?.split('.') ?? [],
    );
  if (key === 'posts.length') return posts.length;
  if (key === 'sources.disagree') return sourcesDisagree(snapshot);
  return key.startsWith('report.') ? at(report, key.split('.').slice(1)) : at(snapshot, key.split('.'));
}

/** A typed range means a rounded number: read right as an interval within it, never as an exact number. */
function isAsTyped(key: string, seen: unknown, typed: unknown): boolean {
  if (key.endsWith('!=')) {
    const [a, b] = [rangeOf(seen), rangeOf(typed)];
    return a && b ? !overlap(a, b) : !isDeepStrictEqual(seen, typed);
  }
  if (isRange(typed)) return isRange(seen) && seen.low >= typed.low && seen.high <= typed.high;
  return isDeepStrictEqual(seen, typed === null ? undefined : typed);
}

/** The typed values that were not read so, one line each; [] where all are right. */
export function wrongValues(name: string, snapshot: Snapshot, report: Report): string[] {
  return Object.entries(typedValues(name)).flatMap(([key, typed]) => {
    const seen = valueAt(key.replace(/!=$/, ''), snapshot, report);
    return isAsTyped(key, seen, typed) ? [] : [`${key} ${JSON.stringify(typed)}: read ${JSON.stringify(seen)}`];
  });
}
