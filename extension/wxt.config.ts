import { fileURLToPath } from 'node:url';
import { defineConfig } from 'wxt';

/** The core's WebAssembly build: CMake leaves plumb.mjs and plumb.wasm there. */
const core = fileURLToPath(new URL('../build/wasm/', import.meta.url));

// The strictest policy under which the background still loads its own WebAssembly.
const policy = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

export default defineConfig({
  manifestVersion: 3,
  imports: false,
  outDir: '.output',
  alias: { '@core': core },
  manifest: ({ browser }) => ({
    name: '__MSG_extension_name__',
    description: '__MSG_extension_description__',
    default_locale: 'en',
    permissions: ['storage'],
    action: { default_title: '__MSG_extension_name__' },
    content_security_policy: { extension_pages: policy },
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: 'plumb@plumb.example',
              strict_min_version: '142.0',
              data_collection_permissions: { required: ['none'] },
            },
          },
        }
      : { minimum_chrome_version: '120' }),
  }),
  vite: () => ({
    build: { target: ['chrome120', 'firefox142'], modulePreload: false },
  }),
});
