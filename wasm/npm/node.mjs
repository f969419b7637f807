import { readFile } from 'node:fs/promises';
import { scorerOf } from './scorer.mjs';

export const createScorer = async ({ wasmBinary } = {}) =>
  scorerOf(wasmBinary ?? (await readFile(new URL('./plumb.wasm', import.meta.url))));
