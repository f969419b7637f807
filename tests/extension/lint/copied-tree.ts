/** A copy of a tree for each test, in which something wrong can be planted to see that a check finds it. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach } from 'vitest';

export interface CopiedTree {
  /** Where the copy of the running test lies. */
  readonly root: string;
  /** Puts a line before all others of a file. @param file from the root */
  plant(file: string, line: string): void;
}

/** @param fill copies the tree to a new folder, before each test; it is removed after it */
export function copiedTree(fill: (to: string) => void): CopiedTree {
  let root = '';
  beforeEach(() => {
    root = mkdtempSync(path.join(tmpdir(), 'plumb-tree-'));
    fill(root);
  });
  afterEach(() => rmSync(root, { recursive: true }));
  return {
    get root() {
      return root;
    },
    plant(file, line) {
      const place = path.join(root, file);
      writeFileSync(place, `${line}\n${readFileSync(place, 'utf8')}`);
    },
  };
}
