/** tests/pages/expectations: which capture is shown where and when, and what was typed by hand from it. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Expectation as TypedPage } from '../../extension/pages/expectation.ts';

/** Of a capture: its answers are captured ones. */
export type Expectation = Omit<TypedPage, 'responses'> & { responses?: { url: string; capture: string }[] };
export type Typed = NonNullable<Expectation['expect']>;

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
