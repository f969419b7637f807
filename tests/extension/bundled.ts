/** What a script's bundle is made of. */
import path from 'node:path';
import { build, type Rolldown } from 'vite';

export const extension = path.join(import.meta.dirname, '../../extension');

/** The code that it holds, by the files' paths below extension/. */
export async function partsOf(entry: string): Promise<Map<string, string>> {
  const built = (await build({
    root: extension,
    configFile: false,
    logLevel: 'silent',
    resolve: { alias: { '@core': path.join(extension, '../build/wasm') } },
    build: {
      write: false,
      minify: false,
      target: 'chrome120',
      rolldownOptions: {
        input: path.join(extension, entry),
        external: /plumb\.(?:mjs|wasm)/,
        preserveEntrySignatures: 'strict',
      },
    },
  })) as Rolldown.RolldownOutput;
  const modules = built.output.flatMap((chunk) => (chunk.type === 'chunk' ? Object.entries(chunk.modules) : []));
  return new Map(
    modules
      .filter(([, { code }]) => code?.trim())
      .map(([file, { code }]) => [path.relative(extension, file), code ?? '']),
  );
}
