import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const core = fileURLToPath(new URL('../build/wasm/', import.meta.url));

/** The tests stand outside this folder, in tests/extension; `./dev` links its packages there. */
export default defineConfig({
  root: '..',
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  resolve: { alias: { '@core': core } },
  test: {
    // Ends what hangs; no test judges how long it takes.
    testTimeout: 300_000,
    pool: 'threads',
    maxWorkers: 2,
    // happy-dom must run as Vite resolves it, not as Node would from the test's folder.
    server: { deps: { inline: [/happy-dom/] } },
    projects: [
      {
        extends: true,
        test: {
          name: 'page',
          environment: 'happy-dom',
          include: ['tests/extension/{overlay,views,surfaces}/**/*.test.{ts,tsx}'],
        },
      },
      {
        extends: true,
        test: {
          name: 'text',
          environment: 'node',
          include: ['tests/{core,extension}/**/*.test.ts'],
          exclude: ['**/node_modules/**', 'tests/extension/{overlay,views,surfaces}/**'],
        },
      },
    ],
  },
});
