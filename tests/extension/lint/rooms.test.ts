import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkRooms, floors, roomsOfTable } from './rooms';

const extension = path.join(__dirname, '../../../extension');
let copy: string;

beforeEach(() => {
  copy = mkdtempSync(path.join(tmpdir(), 'plumb-extension-'));
  for (const room of floors.flat()) cpSync(path.join(extension, room), path.join(copy, room), { recursive: true });
});
afterEach(() => rmSync(copy, { recursive: true }));

const plant = (file: string, line: string) => {
  const place = path.join(copy, file);
  writeFileSync(place, `${line}\n${readFileSync(place, 'utf8')}`);
};
const wrong = () => checkRooms(copy).wrong.map(({ rule, file }) => `${rule} ${file}`);

describe('the rooms of the extension', () => {
  it('holds no import that points up, and no circle', () => {
    const { files, wrong } = checkRooms(copy);
    expect(files).toBeGreaterThan(150);
    expect(wrong).toEqual([]);
  });

  it('fails on an import that points up', () => {
    plant('reading/times.ts', "import { emptyDossier } from '../dossier/dossier';");
    expect(wrong()).toContain('lint/style/noRestrictedImports reading/times.ts');
  });

  it('fails on a type that is imported from above', () => {
    plant('settings/currency.ts', "import type { TabState } from '../surfaces/tab-state';");
    expect(wrong()).toEqual(['lint/style/noRestrictedImports settings/currency.ts']);
  });

  it('fails on a room of the same floor', () => {
    plant('views/numbers.ts', "import type { Site } from '../platforms/pages';");
    expect(wrong()).toEqual(['lint/style/noRestrictedImports views/numbers.ts']);
  });

  it('fails on a circle, of types alone too', () => {
    plant('reading/text.ts', "import type { Json } from './shape';");
    plant('reading/shape.ts', "import type {} from './text';");
    expect(wrong()).toContain('lint/suspicious/noImportCycles reading/shape.ts');
  });

  it('knows every folder that holds code', () => {
    const without = ['node_modules', 'public', 'tools'];
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
