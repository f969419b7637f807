/** The packages as the browsers see them: Chromium's extensions page must have nothing to complain of. */
import assert from 'node:assert/strict';
import { cpSync, globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { optionalSites } from '../../extension/platforms/pages.ts';
import { figure } from '../threats/figure.ts';
import { launch } from './replay/launching.ts';

const shipped = fileURLToPath(new URL('../../extension/.output/chrome-mv3', import.meta.url));

interface ExtensionInfo {
  state: string;
  installWarnings?: unknown[];
  manifestErrors: unknown[];
  runtimeErrors: unknown[];
  runtimeWarnings: unknown[];
}

/** What chrome://extensions knows of an unpacked extension after it was loaded. */
async function loaded(folder: string): Promise<ExtensionInfo> {
  const browser = await launch({
    executablePath: '/usr/bin/chromium',
    enableExtensions: true,
    pipe: true,
    args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking', '--disable-sync'],
  });
  try {
    const id = await browser.installExtension(folder);
    const page = await browser.newPage();
    await page.goto('chrome://extensions/');
    return await page.evaluate(async (wanted) => {
      // biome-ignore lint/suspicious/noExplicitAny: the extensions page's private interface has no types
      const { developerPrivate } = (globalThis as any).chrome;
      // Without developer mode the page collects no complaints at all.
      await developerPrivate.updateProfileConfiguration({ inDeveloperMode: true });
      await developerPrivate.updateExtensionConfiguration({ extensionId: wanted, errorCollection: true });
      await developerPrivate.reload(wanted, { failQuietly: true, populateErrorForUnpacked: true });
      return developerPrivate.getExtensionInfo(wanted);
    }, id);
  } finally {
    await browser.close();
  }
}

function complaints(info: ExtensionInfo): unknown[] {
  return [...(info.installWarnings ?? []), ...info.manifestErrors, ...info.runtimeErrors, ...info.runtimeWarnings];
}

test('the Chromium package loads with 0 warnings', async () => {
  const info = await loaded(shipped);
  assert.equal(info.state, 'ENABLED');
  assert.deepEqual(complaints(info), []);
});

test('a package with a wrong manifest is complained of, so the count can fail', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'plumb-package-'));
  try {
    cpSync(shipped, folder, { recursive: true });
    const path = join(folder, 'manifest.json');
    const manifest = JSON.parse(readFileSync(path, 'utf8'));
    writeFileSync(path, JSON.stringify({ ...manifest, permissions: [...manifest.permissions, 'no-such-permission'] }));
    assert.notDeepEqual(complaints(await loaded(folder)), []);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('T20: nothing in either package can be fetched by a page, and only the listed permissions are asked for', () => {
  for (const name of ['chrome-mv3', 'firefox-mv3']) {
    const manifest = JSON.parse(readFileSync(join(shipped, '..', name, 'manifest.json'), 'utf8'));
    assert.equal(manifest.web_accessible_resources, undefined);
    assert.equal(manifest.externally_connectable, undefined);
    const own = name === 'chrome-mv3' ? ['sidePanel'] : [];
    assert.deepEqual(manifest.permissions, ['storage', 'activeTab', 'scripting', 'contextMenus', ...own]);
    assert.equal(manifest.host_permissions, undefined);
    assert.deepEqual(manifest.optional_host_permissions, [
      ...optionalSites.flatMap(({ asked }) => asked),
      'https://*/*',
    ]);
    // An event on the page's document with that in its name, as WXT makes them, would tell a page that listens for it.
    for (const script of ['page', 'observer'])
      assert.doesNotMatch(
        readFileSync(join(shipped, '..', name, `content-scripts/${script}.js`), 'utf8'),
        /\$\{[^}]*runtime\??\.id\}/,
        `${script}.js of ${name} makes no name of the extension's id`,
      );
    const { extension_pages: policy } = manifest.content_security_policy;
    assert.match(policy, /default-src 'none'.*connect-src 'none'/);
    assert.match(policy, /; require-trusted-types-for 'script'; trusted-types 'none'; /);
    figure('T20', `${name}: files that a page can fetch`, 0, 0);
  }
});

test('both packages tell whose works they hold, with their licences', (context) => {
  const { dependencies } = JSON.parse(readFileSync(join(shipped, '../../package.json'), 'utf8'));
  for (const name of ['chrome-mv3', 'firefox-mv3']) {
    const notices = readFileSync(join(shipped, '..', name, 'third-party-notices.txt'), 'utf8');
    const told = [...notices.matchAll(/^={80}\n(.+)\n={80}$/gm)].map(([, heading]) => heading as string);
    context.diagnostic(`${name}: ${told.join('; ')}`);
    for (const one of [
      ...Object.keys(dependencies),
      'wxt',
      'cldr-numbers-full',
      'nlohmann/json',
      'utfcpp',
      'Unicode',
      'musl',
    ])
      assert.ok(
        told.some((heading) => heading.startsWith(one)),
        `${one} is told in ${name}`,
      );
    assert.match(notices, /Permission is hereby granted, free of charge/);
  }
});

/** Texts that stand in one file of the sources alone, among all of ours: a bundle with that text holds that file's code. */
function marksOf(file: string, sources: ReadonlyMap<string, string>): string[] {
  const written = [...(sources.get(file) ?? '').matchAll(/'([\w.-]{6,})'/g)].map(([, text]) => text as string);
  const others = [...sources].filter(([other]) => other !== file).map(([, text]) => text);
  return written.filter((text) => !others.some((other) => other.includes(text)));
}

/** A shipped script and the files that it imports, and they. */
function withLoaded(first: string): string[] {
  const files = new Set([first]);
  for (const file of files)
    for (const [, named] of readFileSync(join(shipped, file), 'utf8').matchAll(
      /\bfrom"(\.[^"]+)"|\bimport"(\.[^"]+)"/g,
    ))
      if (named) files.add(join(file, '..', named));
  return [...files];
}

test('the scripts on pages carry no reader of answers; the background carries all', () => {
  const root = join(shipped, '../..');
  const sources = new Map(
    globSync('{.generated,dossier,entrypoints,messages,overlay,page,platforms,reading,settings,views}/**/*.{ts,tsx}', {
      cwd: root,
    })
      // The list of what readers ask for repeats their texts.
      .filter((file) => file !== '.generated/read-words.ts')
      .map((file) => [file, readFileSync(join(root, file), 'utf8')]),
  );
  const readers = [...sources.keys()].filter((file) => /^platforms\/\w+\/texts\.ts$/.test(file));
  const shippedText = (file: string) => readFileSync(join(shipped, file), 'utf8');
  // What it shares with a page of ours stands in files that it loads.
  const background = withLoaded('background.js').map(shippedText).join('\n');
  const scripts = ['page', 'observer'].map((name) => shippedText(`content-scripts/${name}.js`));
  // A reader that only hands on to other files has none of its own.
  const marked = readers.map((file) => [file, marksOf(file, sources)] as const).filter(([, marks]) => marks.length);
  assert.ok(marked.length > 10);
  for (const [reader, written] of marked) {
    const marks = written.filter((mark) => background.includes(mark));
    assert.ok(marks.length > 0, `no text in background.js tells that ${reader} is there`);
    for (const script of scripts)
      assert.deepEqual(
        marks.filter((mark) => script.includes(mark)),
        [],
        `${reader} is not in a script on pages`,
      );
  }
});

/** Budgets in bytes after gzip: what a page has to carry, and what the background has to load. */
const budgets: Record<string, number> = {
  'content-scripts/observer.js': 3_000,
  // A fifth of it are the words that stand beside counts in a hundred languages: without them a count is a guess. The shade that
  // tells that the card goes on below its foot, and rows that name what was measured, took .3 kB.
  // Why there is no place among peers, each caution once, names of what is missing and posts a year took .25 kB.
  // A tenth of it are the platforms whose sites a person has to allow: a script of their own would hold the rest again.
  // Looks that are taken while something happens, and seldom at rest, took .4 kB: a page that rests costs 4 ms a minute for 37.
  'content-scripts/page.js': 81_700,
  // A tenth of it are the letters that look alike, and the campaigns that hide in them; 12 kB are the checks and their power, one
  // is the place among accounts that the person has visited; the counts of each loop take one, tables that make it faster two,
  // what each platform never shows half of one, and loops that take two numbers at a time two: a twelfth of the time of a usual page.
  // A rise that is too new to judge took .3 kB. Since the texts are read once, 49 bytes more of code pack 1 kB worse.
  // Causes that need a signal of their own took .5, words for birthdays, deaths, feasts and congratulations in 34 languages 3.
  'assets/plumb-*.wasm': 178_800,
};

for (const name of ['chrome-mv3', 'firefox-mv3']) {
  test(`${name}: the scripts and the core keep their size`, (context) => {
    const folder = join(shipped, '..', name);
    for (const [pattern, budget] of Object.entries(budgets)) {
      const files = globSync(pattern, { cwd: folder });
      assert.equal(files.length, 1, `one file is ${pattern}`);
      const size = gzipSync(readFileSync(join(folder, files[0] as string)), { level: 9 }).length;
      context.diagnostic(`${pattern}: ${size} of ${budget} bytes gz`);
      assert.ok(size <= budget, `${pattern} has ${size} bytes gz, more than ${budget}`);
    }
  });
}
