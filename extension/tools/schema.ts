/** The contract's JSON Schemas, complete. */
import { readFileSync } from 'node:fs';
import path from 'node:path';

const wasm = path.join(import.meta.dirname, '../../wasm');

/**
 * One schema of wasm/schema. A list of names that stands in a table is filled from it, as wasm/schema/fill.cmake does:
 * `["data/NAME.tsv"]` becomes the first column of wasm/data/NAME.tsv.
 */
export function readSchema(name: 'snapshot' | 'report') {
  const text = readFileSync(path.join(wasm, `schema/${name}.schema.json`), 'utf8');
  return JSON.parse(text, (key, value) => {
    const table = key === 'enum' && value.length === 1 && /^data\/[a-z_]+\.tsv$/.exec(value[0])?.[0];
    return table ? firstColumn(table) : value;
  });
}

/** The first cells of a table of wasm, without its header. */
function firstColumn(table: string): string[] {
  const lines = readFileSync(path.join(wasm, table), 'utf8').split('\n').slice(1);
  return lines.filter(Boolean).map((line) => line.slice(0, line.indexOf('\t')));
}
