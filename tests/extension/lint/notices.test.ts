/** What others wrote is passed on with their notices: every package that a bundle holds, and what the core is made of. */
import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { DATA, NATIVE, notices, packageOf } from '../../../extension/tools/notices';
import { extension, partsOf } from '../bundled';

/** Header folders that CMake links into the core, and by which name their notice stands. */
const HEADERS: Record<string, string> = { nlohmann: 'nlohmann/json', utf8: 'utfcpp' };

const headings = (text: string) =>
  [...text.matchAll(/^={80}\n(.+) \(.*\)\n={80}$/gm)].map(([, name]) => name as string);

describe('the notices', () => {
  it('hold every package that a script or a page of ours bundles', async () => {
    const entries = globSync('entrypoints/{*.ts,*/main.tsx}', { cwd: extension });
    expect(entries.length).toBeGreaterThan(8);
    const parts = await Promise.all(entries.map(partsOf));
    const bundled = new Set(parts.flatMap((part) => [...part.keys()].flatMap((file) => packageOf(`/${file}`) ?? [])));
    expect([...bundled]).toEqual(expect.arrayContaining(['preact', 'idb', 'wxt']));
    const named = headings(notices(bundled)).map((heading) => heading.replace(/ [\d.]+$/, ''));
    expect(named).toEqual(expect.arrayContaining([...bundled, ...DATA]));
  });

  it('hold the libraries whose headers the core is built with, the data and the system libraries', () => {
    const cmake = readFileSync(`${extension}/../CMakeLists.txt`, 'utf8');
    const [, linked = ''] = /link_headers\(plumb_core ([^)]+)\)/.exec(cmake) ?? [];
    expect(linked.split(' ').map((header) => HEADERS[header])).toEqual(Object.values(HEADERS));
    const told = headings(notices([]));
    expect(told).toEqual(expect.arrayContaining([...Object.values(HEADERS), ...NATIVE.map(({ name }) => name)]));
    expect(told.some((name) => name.includes('Unicode'))).toBe(true);
  });

  it('hold the packages whose data the tables are made of', () => {
    const tools = globSync('tools/*.ts', { cwd: extension }).map((file) =>
      readFileSync(`${extension}/${file}`, 'utf8'),
    );
    const read = tools.flatMap((text) =>
      [...text.matchAll(/'\.\.\/node_modules\/([\w@-]+)\//g)].map(([, name]) => name),
    );
    expect(new Set(read)).toEqual(new Set(DATA));
  });

  it('are refused for a package that tells no licence', () => {
    expect(() => notices(['no-such-package'])).toThrow();
  });

  it.each([
    ['/a/node_modules/preact/dist/preact.mjs', 'preact'],
    ['/a/node_modules/@wxt-dev/browser/src/index.mjs', '@wxt-dev/browser'],
    ['/a/node_modules/one/node_modules/two/index.js', 'two'],
    ['/a/extension/page/page-script.ts', undefined],
  ])('know whose file %s is', (file, name) => {
    expect(packageOf(file)).toBe(name);
  });
});
