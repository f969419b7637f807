/** Sizes of what is shipped, gz. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Row } from './table.ts';

const BUILT = resolve(import.meta.dirname, '../../extension/.output/chrome-mv3');

export function sizeRows(): Row[] {
  const wasm = readdirSync(join(BUILT, 'assets')).filter((name) => /^plumb-.*\.wasm$/.test(name));
  const files = [
    ['core', ...wasm.map((name) => join('assets', name))],
    ['background', 'background.js'],
    ...readdirSync(join(BUILT, 'content-scripts'))
      .filter((name) => name.endsWith('.js'))
      .map((name) => [`content script ${name.replace('.js', '')}`, join('content-scripts', name)]),
  ];
  return files.map(([name, ...paths]) => ({
    name: `size: ${name}`,
    unit: 'kB gz',
    values: paths.map((path) => gzipSync(readFileSync(join(BUILT, path)), { level: 9 }).length / 1000),
  }));
}
