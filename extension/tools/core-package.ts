/**
 * Makes the npm package of the core: the files of build/wasm that the extension loads, and around them those of wasm/npm, the
 * types, the schemas and the notices. `node tools/core-package.ts FOLDER` leaves plumb-core-VERSION.tgz there.
 */
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { notices } from './notices.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** Makes the package in a folder. @returns the path of the tarball; the same bytes whenever and wherever it is made */
export function packCore(out: string): string {
  const stage = mkdtempSync(join(tmpdir(), 'plumb-core-'));
  try {
    const folder = join(stage, 'package');
    mkdirSync(folder);
    const sources = join(root, 'wasm/npm');
    for (const name of readdirSync(sources)) copyFileSync(join(sources, name), join(folder, name));
    for (const name of ['plumb.mjs', 'plumb.wasm']) copyFileSync(join(root, 'build/wasm', name), join(folder, name));
    for (const name of ['snapshot', 'report']) {
      copyFileSync(join(root, `extension/.generated/${name}.ts`), join(folder, `${name}.d.ts`));
      copyFileSync(
        join(root, `build/native/generated/schema/${name}.schema.json`),
        join(folder, `${name}.schema.json`),
      );
    }
    copyFileSync(join(root, 'LICENSE'), join(folder, 'LICENSE'));
    writeFileSync(join(folder, 'third-party-notices.txt'), notices([]));
    const { version } = JSON.parse(readFileSync(join(root, 'extension/package.json'), 'utf8')) as { version: string };
    const manifest = JSON.parse(readFileSync(join(sources, 'package.json'), 'utf8')) as { name: string };
    const { name, ...rest } = manifest;
    writeFileSync(join(folder, 'package.json'), `${JSON.stringify({ name, version, ...rest }, null, 2)}\n`);
    mkdirSync(out, { recursive: true });
    const file = join(resolve(out), `${name}-${version}.tgz`);
    const flags = [
      '--sort=name',
      '--mtime=1985-10-26 08:15:00Z',
      '--owner=0',
      '--group=0',
      '--numeric-owner',
      '--mode=644',
    ];
    const names = readdirSync(folder).sort();
    const tar = execFileSync('tar', [...flags, '-cf', '-', ...names.map((each) => `package/${each}`)], {
      cwd: stage,
      maxBuffer: 1 << 28,
    });
    writeFileSync(file, execFileSync('gzip', ['-9n'], { input: tar, maxBuffer: 1 << 28 }));
    return file;
  } finally {
    rmSync(stage, { recursive: true });
  }
}

if (import.meta.main) process.stdout.write(`${packCore(process.argv[2] ?? join(root, 'out/package'))}\n`);
