/** Makes TypeScript types from the contract's JSON Schemas: extension/.generated/{snapshot,report}.ts */
import { mkdirSync, writeFileSync } from 'node:fs';
import { compile } from 'json-schema-to-typescript';
import { readSchema } from './schema.ts';

const target = new URL('../.generated/', import.meta.url);
mkdirSync(target, { recursive: true });
for (const [name, title] of [
  ['snapshot', 'Snapshot'],
  ['report', 'Report'],
] as const) {
  // The limits are for validators; as types they would become tuples of 1,000 members.
  const loose = JSON.parse(JSON.stringify(readSchema(name)), (key, value) => (key === 'maxItems' ? undefined : value));
  const text = await compile({ ...loose, $id: undefined }, title, {
    additionalProperties: false,
    bannerComment: '/* Generated from wasm/schema: do not edit. */',
    unreachableDefinitions: true,
    format: false,
    strictIndexSignatures: true,
  });
  writeFileSync(new URL(`${name}.ts`, target), text);
}
