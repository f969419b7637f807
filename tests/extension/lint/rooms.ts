/**
 * Every import of the extension points down: from a room to one on a lower floor of extension/rooms.json, type imports
 * included, and files import each other in no circle. The rules are Biome's; its configuration is made from the floors.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** Rooms from the top down; those on one floor import neither each other nor anything above. */
export type Floors = readonly (readonly string[])[];

const own = new URL('../../../extension/', import.meta.url);
export const floors = JSON.parse(readFileSync(new URL('rooms.json', own), 'utf8')) as Floors;

const biome = createRequire(new URL('package.json', own)).resolve('@biomejs/cli-linux-x64/biome');

function restricted(message: string, group: readonly string[]) {
  return { level: 'error', options: { patterns: [{ group, message }] } };
}

/** Biome's configuration for these floors. */
export function rulesOf(rooms: Floors): object {
  const overrides = rooms.flatMap((floor, index) =>
    floor.map((room) => {
      const above = rooms.slice(0, index).flat();
      const beside = floor.filter((other) => other !== room);
      const barred = [...above, ...beside].map((other) => `**/${other}/**`);
      const rule = restricted(`${room}/ stands below or beside this room (rooms.json).`, barred);
      return {
        includes: [`**/${room}/**`],
        linter: { rules: { style: { noRestrictedImports: barred.length ? rule : 'off' } } },
      };
    }),
  );
  return {
    root: true,
    files: { includes: ['**/*.ts', '**/*.tsx'] },
    formatter: { enabled: false },
    linter: {
      rules: {
        preset: 'none',
        suspicious: { noImportCycles: { level: 'error', options: { ignoreTypes: false } } },
      },
    },
    overrides,
  };
}

export interface Checked {
  /** Files that were looked at. */
  files: number;
  wrong: { rule: string; file: string; message: string }[];
}

/** Looks at a copy of the rooms in a folder: the linter follows imports only below its configuration. Throws where the linter says nothing that can be understood. */
export function checkRooms(folder: string, rooms: Floors = floors): Checked {
  const copy = mkdtempSync(path.join(tmpdir(), 'plumb-rooms-'));
  try {
    for (const room of rooms.flat()) cpSync(path.join(folder, room), path.join(copy, room), { recursive: true });
    writeFileSync(path.join(copy, 'biome.json'), JSON.stringify(rulesOf(rooms)));
    const ran = spawnSync(biome, ['lint', '--reporter=json', '--max-diagnostics=none'], {
      cwd: copy,
      encoding: 'utf8',
      maxBuffer: 1 << 28,
    });
    const told = JSON.parse(ran.stdout) as {
      summary: { changed: number; unchanged: number };
      diagnostics: { category: string; message: string; location: { path: string } }[];
    };
    return {
      files: told.summary.changed + told.summary.unchanged,
      // Of other rules nothing is asked here; their suppressions are told as unused.
      wrong: told.diagnostics
        .filter(({ category }) => category.startsWith('lint/'))
        .map(({ category, message, location }) => ({ rule: category, file: location.path, message })),
    };
  } finally {
    rmSync(copy, { recursive: true });
  }
}

/** The rooms in the order in which a README's table names them: its rows' first cells, '`name/`'. */
export function roomsOfTable(readme: string): string[] {
  return [...readme.matchAll(/^\| `(\w+)\/` \|/gm)].map((row) => row[1]!);
}
