/** The threats that SECURITY.md lists, and the tests that are named after them. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../../', import.meta.url));

export interface Threat {
  row: string;
  threat: string;
  defence: string;
}

/** The rows of the table, in its order. */
export function threats(text = readFileSync(join(ROOT, 'SECURITY.md'), 'utf8')): Threat[] {
  return text.split('\n').flatMap((line) => {
    const [, row = '', threat = '', defence = ''] = line.split('|').map((cell) => cell.trim());
    return /^T\d+$/.test(row) ? [{ row, threat, defence }] : [];
  });
}

/** The rows that a test's text names in titles, and those whose figures it tells. */
export function named(text: string): { titles: Set<string>; figures: Set<string> } {
  const all = (pattern: RegExp) => new Set([...text.matchAll(pattern)].map(([, row]) => row as string));
  return { titles: all(/['"`](T\d+): /g), figures: all(/\bfigure\(\s*['"](T\d+)['"]/g) };
}

/** Every file of the tests that may hold one. */
export function testFiles(): string[] {
  return globSync(['tests/{core,extension,browser}/**/*.{ts,tsx,cpp,hpp}'], { cwd: ROOT }).map((file) =>
    join(ROOT, file),
  );
}
