import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

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
  it.each(['extension/package-lock.json', 'extension/tools/node/package-lock.json'])('%s binds every byte', (file) => {
    const lock = JSON.parse(readFileSync(new URL(`../../../${file}`, import.meta.url), 'utf8')) as Lock;
    expect(Object.keys(lock.packages).length).toBeGreaterThan(1);
    expect(unbound(lock)).toEqual([]);
  });

  it('would be told where one is not bound', () => {
    const packages = { '': {}, 'node_modules/a': { version: '1.0.0' }, 'node_modules/b': { integrity: 'sha1-x' } };
    expect(unbound({ packages })).toEqual(['node_modules/a', 'node_modules/b']);
  });
});
