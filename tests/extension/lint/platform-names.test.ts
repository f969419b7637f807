import { appendFileSync, cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { allowed, checkPlatformNames, root } from './platform-names';

let copy: string;
beforeEach(() => {
  copy = mkdtempSync(path.join(tmpdir(), 'plumb-names-'));
  for (const part of ['extension/platforms', 'extension/dossier', 'wasm/core', 'wasm/data', ...allowed.keys()])
    cpSync(path.join(root, part), path.join(copy, part), { recursive: true });
});
afterEach(() => rmSync(copy, { recursive: true }));

const plant = (file: string, line: string) => {
  mkdirSync(path.dirname(path.join(copy, file)), { recursive: true });
  appendFileSync(path.join(copy, file), `\n${line}\n`);
};
const wrong = async () => (await checkPlatformNames(copy)).wrong.map(({ file, name }) => `${file} ${name}`);

describe("platforms' names", () => {
  it('stand in their own folders and in the listed places alone', async () => {
    const { files, wrong, unused } = await checkPlatformNames(root);
    expect(files).toBeGreaterThan(300);
    expect(wrong).toEqual([]);
    expect(unused).toEqual([]);
  });

  it.each([
    ['extension/dossier/visit.ts', "if (place.platform === 'tiktok') skip();", 'tiktok'],
    ['extension/dossier/visit.ts', "const short = ['x'];", 'x'],
    ['extension/dossier/visit.ts', 'const isInstagramPost = true;', 'Instagram'],
    ['extension/platforms/kick/texts.ts', "const other = 'https://www.twitch.tv/';", 'twitch'],
    ['extension/platforms/lookup.ts', 'const hosts = /\\.twitter\\.com$/;', 'twitter\\.com'],
    ['wasm/core/signals/rates.cpp', 'if (platform == Platform::x) return 1;', 'x'],
    ['wasm/core/report/names.cpp', 'constexpr auto first = "bluesky";', 'bluesky'],
  ])('are found in %s where it holds %s', async (file, line, name) => {
    plant(file, line);
    expect(await wrong()).toContain(`${file} ${name}`);
  });

  it.each([
    ['extension/dossier/visit.ts', '// TikTok gives none, x.com neither'],
    ['extension/dossier/visit.ts', 'const x = place.x + threads.length;'],
    ['extension/platforms/kick/texts.ts', "const own = 'https://kick.com/';"],
    ['wasm/core/signals/rates.cpp', '/* as on YouTube */'],
  ])('are not told in %s of %s', async (file, line) => {
    plant(file, line);
    expect(await wrong()).toEqual([]);
  });

  it('tells a listed place that names none any more', async () => {
    rmSync(path.join(copy, 'extension/surfaces/sample-profile.ts'));
    expect((await checkPlatformNames(copy)).unused).toEqual(['extension/surfaces/sample-profile.ts']);
  });
});
