import { cpSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { copiedTree } from './copied-tree';
import { checkRooms, floors, roomsOfTable } from './rooms';

const extension = path.join(__dirname, '../../../extension');
const copy = copiedTree((to) => {
  for (const room of floors.flat()) cpSync(path.join(extension, room), path.join(to, room), { recursive: true });
});
const wrong = () => checkRooms(copy.root).wrong.map(({ rule, file }) => `${rule} ${file}`);

describe('the rooms of the extension', () => {
  it('holds no import that points up, and no circle', () => {
    const { files, wrong } = checkRooms(copy.root);
    expect(files).toBeGreaterThan(150);
    expect(wrong).toEqual([]);
  });

  it('fails on an import that points up', () => {
    copy.plant('reading/times.ts', "import { emptyDossier } from '../dossier/dossier';");
    expect(wrong()).toContain('lint/style/noRestrictedImports reading/times.ts');
  });

  it('fails on a type that is imported from above', () => {
    copy.plant('settings/currency.ts', "import type { TabState } from '../surfaces/tab-state';");
    expect(wrong()).toEqual(['lint/style/noRestrictedImports settings/currency.ts']);
  });

  it('fails on a room of the same floor', () => {
    copy.plant('views/numbers.ts', "import type { Site } from '../platforms/pages';");
    expect(wrong()).toEqual(['lint/style/noRestrictedImports views/numbers.ts']);
  });

  it('fails on a circle, of types alone too', () => {
    copy.plant('reading/text.ts', "import type { Json } from './shape';");
    copy.plant('reading/shape.ts', "import type {} from './text';");
    expect(wrong()).toContain('lint/suspicious/noImportCycles reading/shape.ts');
  });

  it('knows every folder that holds code', () => {
    const without = ['node_modules', 'public', 'store', 'tools'];
    const folders = readdirSync(extension, { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.') && !without.includes(entry.name))
      .map(({ name }) => name);
    expect(folders.sort()).toEqual(floors.flat().sort());
  });

  it('stands in the README in the same order', () => {
    const told = roomsOfTable(readFileSync(path.join(extension, 'README.md'), 'utf8'));
    const known = told.filter((room) => floors.flat().includes(room));
    expect(known).toEqual(floors.flat());
  });
});
