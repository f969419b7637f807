import { scorerOf } from './scorer.mjs';

// Vite, webpack and their like put the file beside the bundle and give its address.
export const createScorer = async ({ wasmBinary } = {}) =>
  scorerOf(wasmBinary ?? (await (await fetch(new URL('./plumb.wasm', import.meta.url))).arrayBuffer()));
