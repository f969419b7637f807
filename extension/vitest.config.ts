import { defineConfig } from 'vitest/config';

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  // The tests stand beside the extension, not in it.
  server: { fs: { allow: ['..'] } },
  test: { environment: 'happy-dom', include: ['../tests/extension/**/*.test.{ts,tsx}'] },
});
