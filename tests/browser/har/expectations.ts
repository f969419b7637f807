/** tests/pages/expectations: which capture is shown where and when, and what was typed by hand from it. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { RESTORE } from '../../extension/pages/shapes.ts';

export interface Expectation {
  /** What is hard about this one. */
  trap: string;
  address: string;
  now: string;
  locale?: string;
  /** The document is this capture, byte for byte. */
  html?: string;
  /** The page's script asks for these. */
  responses?: { url: string; capture: string }[];
  /** A reduced capture that has to be put back into its platform's shape. */
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
  /** Code of the refusal, where no snapshot must come. */
  refusal?: string;
  expect?: Typed;
}

/** null: the key must be absent. */
type Values = Record<string, unknown>;

export interface Typed {
  profile?: Values;
  viewer?: Values;
  postsOrder?: string;
  counts?: Record<string, number>;
  /** Ids of posts that are another account's. */
  absent?: string[];
  first?: Values;
  last?: Values;
  post?: Values;
  firstComment?: Values;
  lastComment?: Values;
  firstPerson?: Values;
  lastPerson?: Values;
}

const FOLDER = resolve(import.meta.dirname, '../../pages/expectations');

export function expectationNames(): string[] {
  return readdirSync(FOLDER)
    .filter((name) => name.endsWith('.json'))
    .map((name) => name.slice(0, -5))
    .sort();
}

export function expectation(name: string): Expectation {
  return JSON.parse(readFileSync(join(FOLDER, `${name}.json`), 'utf8'));
}
