/** The kept pictures: one PNG a shot, in references/. */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { nameOf, type Shot } from '../shots/matrix.ts';

export const REFERENCES = fileURLToPath(new URL('references', import.meta.url));

export const referenceOf = (shot: Shot) => readFileSync(join(REFERENCES, `${nameOf(shot)}.png`));

/** How many there are, and their size in bytes. */
export function weigh(): { names: string[]; bytes: number } {
  const files = existsSync(REFERENCES) ? readdirSync(REFERENCES) : [];
  return {
    names: files.map((file) => file.replace('.png', '')),
    bytes: files.reduce((sum, file) => sum + statSync(join(REFERENCES, file)).size, 0),
  };
}

/** Renews all; a picture that is no longer chosen goes. */
export async function keepReferences(
  shots: readonly Shot[],
  take: (shot: Shot) => Promise<Buffer>,
): Promise<{ files: number; bytes: number }> {
  rmSync(REFERENCES, { recursive: true, force: true });
  mkdirSync(REFERENCES, { recursive: true });
  for (const shot of shots) writeFileSync(join(REFERENCES, `${nameOf(shot)}.png`), await take(shot));
  return { files: shots.length, bytes: weigh().bytes };
}
