/**
 * The notices of what others wrote and we pass on: third-party-notices.txt in both packages. What the bundles hold is told by
 * the bundler, what the core is made of stands below; all texts come from the packages themselves.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

const modules = fileURLToPath(new URL('../node_modules/', import.meta.url));

/** Packages whose data are in tables that tools/ make: nothing of them is imported. */
export const DATA: readonly string[] = ['cldr-numbers-full'];

export interface Native {
  name: string;
  /** Where its licence stands, in Debian's packages; without one it is the MIT licence, and who gives it. */
  licence: readonly string[] | { holder: string };
}

/** What the core's WebAssembly and its loader hold, beside our own. */
export const NATIVE: readonly Native[] = [
  { name: 'nlohmann/json', licence: ['/usr/share/doc/nlohmann-json3-dev/copyright'] },
  { name: 'utfcpp', licence: ['/usr/share/doc/libutfcpp-dev/copyright'] },
  { name: 'Unicode Character Database and confusables', licence: ['/usr/share/doc/unicode-data/copyright'] },
  { name: 'Emscripten', licence: { holder: '2010-2022 The Emscripten Authors' } },
  { name: 'musl, by Emscripten', licence: ['/usr/share/emscripten/system/lib/libc/musl/COPYRIGHT'] },
  {
    name: 'libc++, libc++abi and compiler-rt, by Emscripten',
    licence: ['/usr/share/doc/libclang-rt-19-dev/copyright', '/usr/share/common-licenses/Apache-2.0'],
  },
];

/** Name of the package that a bundled file is of; undefined for ours. */
export function packageOf(file: string): string | undefined {
  const [, name] = /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(file.replaceAll('\\', '/')) ?? [];
  return name;
}

/** Adds to `bundled` the names of the packages of others that a bundle holds. */
export function noteBundled(bundled: Set<string>): Plugin {
  return {
    name: 'note-bundled',
    generateBundle(_, bundle) {
      for (const chunk of Object.values(bundle))
        for (const [file, { renderedLength }] of chunk.type === 'chunk' ? Object.entries(chunk.modules) : []) {
          const name = packageOf(file);
          if (name !== undefined && renderedLength > 0) bundled.add(name);
        }
    },
  };
}

interface Manifest {
  version: string;
  license?: string;
  author?: string | { name?: string };
  homepage?: string;
}

/** The MIT licence, for packages that name it and carry no text of it. */
const mit = (holder: string) => `MIT License

Copyright (c) ${holder}

Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated documentation files (the "Software"), to deal in the Software without restriction, including without limitation the rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit persons to whom the Software is furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.`;

/** @throws where a package tells no licence: it may not be passed on */
function noticeOf(name: string): string {
  const folder = join(modules, name);
  const { version, license, author, homepage } = JSON.parse(
    readFileSync(join(folder, 'package.json'), 'utf8'),
  ) as Manifest;
  const file = readdirSync(folder).find((each) => /^(licen[cs]e|copying)(\.\w+)?$/i.test(each));
  const holder = typeof author === 'string' ? author : author?.name;
  const text = file ? readFileSync(join(folder, file), 'utf8') : license === 'MIT' && holder ? mit(holder) : undefined;
  if (!license || !text) throw new Error(`${name} tells no licence.`);
  return section(`${name} ${version}`, `${license}${homepage ? `, ${homepage}` : ''}`, text);
}

function nativeNotice({ name, licence }: Native): string {
  const told = 'holder' in licence ? mit(licence.holder) : licence.map((file) => readFileSync(file, 'utf8')).join('\n');
  return section(name, 'in the WebAssembly core', told);
}

const section = (name: string, of: string, text: string) =>
  `${'='.repeat(80)}\n${name} (${of})\n${'='.repeat(80)}\n\n${text.trim()}\n`;

/**
 * @param packages names of the bundled packages
 * @throws where a licence is missing
 */
export function notices(packages: Iterable<string>): string {
  const named = [...new Set([...packages, ...DATA])].sort();
  return [
    'Plumb is under the MIT licence. Its packages hold the following works of others.\n',
    ...named.map(noticeOf),
    ...NATIVE.map(nativeNotice),
  ].join('\n');
}
