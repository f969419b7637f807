import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { allowed, type Copy, checkCopies, copiesIn } from './copies';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'plumb-pieces-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const write = (name: string, text: string) => writeFileSync(path.join(folder, name), text);

const logic = `export function spread(values: number[]): number {
  const sum = values.reduce((a, b) => a + b, 0);
  const mean = sum / values.length;
  const squares = values.map((value) => (value - mean) ** 2);
  const variance = squares.reduce((a, b) => a + b, 0) / (values.length - 1);
  return Math.sqrt(variance) / Math.max(mean, Number.MIN_VALUE);
}
`;
const imports = Array.from({ length: 12 }, (_, i) => `import { one${i}, other${i} } from './room${i}';\n`).join('');

describe('the same logic twice', () => {
  it('is found in another file', () => {
    write('b.ts', `const before = 1;\n\n${logic}`);
    write('a.ts', logic);
    expect(copiesIn(folder, ['.'])).toEqual([{ files: ['a.ts', 'b.ts'], lines: [1, 3], tokens: expect.any(Number) }]);
  });

  it('is found in the same file', () => {
    write('a.ts', `${logic}\nconst between = 1;\n${logic}`);
    expect(copiesIn(folder, ['.']).map(({ files }) => files)).toEqual([['a.ts', 'a.ts']]);
  });

  it('is not a list of imports, nor a short piece', () => {
    write('a.ts', `${imports}export const a = 1;\n`);
    write('b.ts', `${imports}export const b = 2;\n`);
    write('d.ts', logic);
    write('c.cpp', '#include "a.hpp"\n#include "b.hpp"\n#include "c.hpp"\nint a = 1;\n');
    expect(copiesIn(folder, ['.'])).toEqual([]);
  });

  it('fails where nothing is looked at', () => {
    expect(() => copiesIn(folder, ['nothing'])).toThrow(/jscpd/);
  });

  it('needs a reason, and a reason its pair', () => {
    const copy: Copy = { files: ['a.ts', 'b.ts'], lines: [1, 3], tokens: 90 };
    const stays = { files: ['a.ts', 'b.ts'] as const, reason: 'on purpose' };
    expect(checkCopies([copy], [])).toEqual({ wrong: [copy], unused: [] });
    expect(checkCopies([copy], [stays])).toEqual({ wrong: [], unused: [] });
    expect(checkCopies([], [stays])).toEqual({ wrong: [], unused: ['a.ts b.ts'] });
  });

  it('does not stand in the tree without a reason', () => {
    const { wrong, unused } = checkCopies(copiesIn(fileURLToPath(new URL('../../../', import.meta.url))));
    expect([wrong, unused]).toEqual([[], []]);
    for (const { reason } of allowed) expect(reason.length).toBeGreaterThan(20);
  });
});
