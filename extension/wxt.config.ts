import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';
import { defineConfig } from 'wxt';
import { optionalSites } from './platforms/pages';
import { noteBundled, notices } from './tools/notices';

/** The core's WebAssembly build: CMake leaves plumb.mjs and plumb.wasm there. */
const core = fileURLToPath(new URL('../build/wasm/', import.meta.url));

// The strictest policy under which the background still loads its own WebAssembly.
const policy = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'none'",
  // Where the browser knows it: no text becomes markup, script or a script's address, and no policy can be made that lets it.
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/**
 * Takes the one HTML sink out of Preact (its dangerouslySetInnerHTML, which nothing here uses): the shipped package
 * then holds none at all. Fails the build when Preact's text is no longer as expected.
 */
const noHtmlSink: Plugin = {
  name: 'no-html-sink',
  transform(code, id) {
    if (!/node_modules\/preact\/dist\/preact\.mjs$/.test(id)) return null;
    const parts = code.split('.innerHTML=');
    if (parts.length !== 2) throw new Error(`expected one HTML sink in preact, found ${parts.length - 1}`);
    return { code: parts.join('.textContent='), map: null };
  },
};

/**
 * A new copy of a content script tells the old one, by an event that has the extension's id in its name. On the document the
 * page could listen for it; here it goes through the scripts' own world, where it needs no id. WXT's watch of the address, which
 * we have of our own, would tell the window likewise. Fails the build when WXT's text is no longer as expected.
 */
const noEventOnPages: Plugin = {
  name: 'no-event-on-pages',
  transform(code, id) {
    if (!/node_modules\/wxt\/dist\/utils\/content-script-context\.mjs$/.test(id)) return null;
    const changes: [RegExp, string, number][] = [
      [/\bdocument\.(?=(?:dispatch|add|remove)Event)/g, 'ownWorld.', 3],
      [/^.*\bcreateLocationWatcher\b.*$/gm, '', 2],
      [/^import \{ getUniqueEventName \}.*$/gm, 'const getUniqueEventName = (name) => name;', 1],
    ];
    let changed = code;
    for (const [pattern, text, times] of changes) {
      const found = changed.match(pattern)?.length ?? 0;
      if (found !== times) throw new Error(`expected ${times} times ${pattern} in WXT, found ${found}`);
      changed = changed.replace(pattern, text);
    }
    const world = `const ownWorld = (globalThis[Symbol.for('content-scripts')] ??= new EventTarget());\n`;
    return { code: world + changed, map: null };
  },
};

/** Names of the packages of others that the bundles hold, for their notices. */
const bundled = new Set<string>();

export default defineConfig({
  manifestVersion: 3,
  imports: false,
  outDir: '.output',
  alias: { '@core': core },
  hooks: {
    'build:done': ({ config }) => writeFileSync(join(config.outDir, 'third-party-notices.txt'), notices(bundled)),
  },
  manifest: ({ browser }) => ({
    name: '__MSG_extension_name__',
    description: '__MSG_extension_description__',
    default_locale: 'en',
    permissions: ['storage', 'activeTab', 'scripting', 'contextMenus', ...(browser === 'firefox' ? [] : ['sidePanel'])],
    // Of all other hosts each is asked for alone, where the person wants its page read from the start.
    optional_host_permissions: [...optionalSites.flatMap(({ asked }) => [...asked]), 'https://*/*'],
    action: { default_title: '__MSG_extension_name__' },
    commands: {
      'toggle-card': { suggested_key: { default: 'Alt+Shift+P' }, description: '__MSG_command_toggle_card__' },
      star: { suggested_key: { default: 'Alt+Shift+S' }, description: '__MSG_command_star__' },
    },
    content_security_policy: { extension_pages: policy },
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: 'plumb@plumb.example',
              strict_min_version: '147.0',
              data_collection_permissions: { required: ['none'] },
            },
            gecko_android: { strict_min_version: '147.0' },
          },
        }
      : {
          minimum_chrome_version: '120',
          // From Chrome 148 on a text is copied between our parts, not written as JSON: much less work on the page's thread.
          // Older ones ignore the key. Firefox copies always.
          message_serialization: 'structured_clone',
        }),
  }),
  vite: () => ({
    plugins: [noHtmlSink, noEventOnPages, noteBundled(bundled)],
    build: { target: ['chrome120', 'firefox147'], modulePreload: { polyfill: false } },
  }),
});
