/** Fixtures whose values are replaced by hostile ones: no reader throws, and every snapshot still obeys the schema. */
import { readdirSync, readFileSync } from 'node:fs';
import Ajv2020 from 'ajv/dist/2020';
import { describe, expect, test } from 'vitest';
import { addReading, emptyDossier } from '../../../extension/dossier/dossier';
import { toSnapshot } from '../../../extension/dossier/snapshot';
import { platforms } from '../../../extension/platforms/registry';
import { readSchema } from '../../../extension/tools/schema';
import { type Expectation, pageOf } from '../pages/expectation';

const pages = new URL('../../pages/', import.meta.url);
const schema = readSchema('snapshot');
const validate = new Ajv2020({ strict: false }).compile(schema);
const VARIANTS = 60;

const HOSTILE: (() => unknown)[] = [
  () => null,
  () => -1,
  () => 1e308,
  () => 0.5,
  () => '',
  () => '\ud83d\u0000',
  () => 'x'.repeat(10_000),
  () => '12,34,5.6.7K',
  () => [],
  () => [[[]]],
  () => ({}),
  () => JSON.parse('{"toString":null,"valueOf":null}'),
  () => JSON.parse('{"__proto__":{"username":"a","id":"1"},"constructor":1}'),
  () => true,
  () => 'javascript:alert(1)',
  () => Number('9007199254740993'),
];

function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

function corrupt(value: unknown, next: () => number, share: number): unknown {
  if (next() < share) return (HOSTILE[Math.floor(next() * HOSTILE.length)] as () => unknown)();
  if (Array.isArray(value)) return value.map((item) => corrupt(item, next, share));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, corrupt(inner, next, share)]));
}

function corruptText(text: string, next: () => number): string {
  const prefix = /^for \(;;\);/.exec(text)?.[0] ?? '';
  try {
    return prefix + JSON.stringify(corrupt(JSON.parse(text.slice(prefix.length)), next, 0.03));
  } catch {
    return text;
  }
}

describe.each(platforms.map((platform) => [platform.site.platform, platform] as const))('%s', (name, platform) => {
  const folder = new URL(`${name}/`, pages);
  const files = readdirSync(folder).filter((file) => file.endsWith('.json'));
  test(`${VARIANTS} corrupted variants of each page`, () => {
    for (const file of files) {
      const wanted: Expectation = JSON.parse(readFileSync(new URL(file, folder), 'utf8'));
      const page = pageOf(wanted);
      const place = platform.locate(new URL(page.address));
      if (!place) {
        // A page of no account is not read at all.
        expect(wanted.refusal, file).toBe('not_a_profile');
        continue;
      }
      const scripts = [...(page.html ?? '').matchAll(/<script[^>]*>([\s\S]*?)<\/script>/g)].map(
        (match) => match[1] ?? '',
      );
      for (let variant = 0; variant < VARIANTS; variant++) {
        const next = random(variant + 1);
        const context = { place, now: page.now, locale: page.locale };
        const texts = [
          ...(page.responses ?? []).map(({ url, body }) => ({ via: 'response' as const, url, text: body })),
          ...scripts.map((text) => ({ via: 'inline' as const, url: page.address, text })),
        ];
        const readings = texts.flatMap((text) =>
          platform.readPageText({ ...text, text: corruptText(text.text, next) }, context),
        );
        const result = toSnapshot(readings.reduce(addReading, emptyDossier(place)), page.now, page.address);
        if ('snapshot' in result) {
          expect(validate(result.snapshot), `${file} ${variant}: ${JSON.stringify(validate.errors)}`).toBe(true);
          expect(JSON.stringify(result.snapshot).isWellFormed()).toBe(true);
        }
      }
    }
    expect(Object.keys(Object.prototype)).toEqual([]);
  });
});
