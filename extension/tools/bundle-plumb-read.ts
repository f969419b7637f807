/** Makes build/plumb-read: the program in one file that plain Node runs, and the notices of what it holds. */
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { noteBundled, notices } from './notices.ts';

const out = fileURLToPath(new URL('../../build/plumb-read/', import.meta.url));
const bundled = new Set<string>();

mkdirSync(out, { recursive: true });
await build({
  root: fileURLToPath(new URL('..', import.meta.url)),
  configFile: false,
  logLevel: 'warn',
  publicDir: false,
  plugins: [noteBundled(bundled)],
  ssr: { noExternal: true },
  build: {
    ssr: 'bulk/plumb-read.ts',
    outDir: out,
    emptyOutDir: true,
    target: 'node20',
    rolldownOptions: {
      output: { entryFileNames: 'plumb-read.mjs', banner: '#!/usr/bin/env node', codeSplitting: false },
    },
  },
});
chmodSync(`${out}plumb-read.mjs`, 0o755);
writeFileSync(`${out}third-party-notices.txt`, notices(bundled));
