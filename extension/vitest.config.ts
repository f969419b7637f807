import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const packages = fileURLToPath(new URL('./node_modules/', import.meta.url));

/** The tests stand outside this folder, in tests/extension; the packages that they name are this folder's. */
export default defineConfig({
  root: '..',
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  resolve: {
    alias: [
      { find: /^(happy-dom|fast-check|ajv|axe-core|cldr-numbers-full)(\/.*)?$/, replacement: `${packages}$1$2` },
      { find: '@core', replacement: fileURLToPath(new URL('../build/wasm', import.meta.url)) },
    ],
  },
  test: {
    environment: 'happy-dom',
    include: ['tests/extension/**/*.test.{ts,tsx}'],
    testTimeout: 20_000,
    pool: 'threads',
    maxWorkers: 2,
    // happy-dom must run as Vite resolves it, not as Node would from the test's folder.
    server: { deps: { inline: [/happy-dom/] } },
  },
});
