// Loads the WebAssembly module as the extension does: bytes in, no fetch.
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

/** @param {string} dir folder with plumb.mjs and plumb.wasm */
export async function loadModule(dir) {
  const { default: create } = await import(pathToFileURL(`${dir}/plumb.mjs`).href);
  return create({ wasmBinary: readFileSync(`${dir}/plumb.wasm`), locateFile: (path) => path });
}
