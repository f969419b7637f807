/** A copy of the tree for a newcomer's try: what is made or installed stays out, node's packages are linked. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import {
  cpSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

export const root = path.join(import.meta.dirname, '../..');
const MADE = /^(?:\.git|build|out|node_modules|\.output|\.wxt|\.generated|web-ext-artifacts)$/;

export interface Copy {
  folder: string;
  /** A path below the copy. */
  at(file: string): string;
  edit(file: string, change: (text: string) => string): void;
  /** Runs a command there; rejects where it fails: with its last words, and as `printed` all of them. @param cwd below the copy */
  run(what: string, command: string, args: readonly string[], cwd?: string, env?: NodeJS.ProcessEnv): Promise<string>;
  /** Files that are not as in the tree, or not in it: paths below the root, sorted. */
  touched(): string[];
  remove(): void;
}

/** Files of a tree that are neither made nor installed. */
function filesOf(tree: string): string[] {
  return globSync('**/*', { cwd: tree, exclude: (name) => MADE.test(path.basename(String(name))) })
    .filter((file) => statSync(path.join(tree, file)).isFile())
    .sort();
}

export function copyOfTree(): Copy {
  const folder = mkdtempSync(path.join(tmpdir(), 'plumb-newcomer-'));
  for (const part of globSync('*', { cwd: root, exclude: (name) => MADE.test(String(name)) }))
    cpSync(path.join(root, part), path.join(folder, part), {
      recursive: true,
      filter: (source) => !MADE.test(path.basename(source)),
    });
  for (const packages of ['extension/node_modules', 'extension/tools/node/node_modules', 'tests/node_modules']) {
    mkdirSync(path.dirname(path.join(folder, packages)), { recursive: true });
    symlinkSync(path.join(root, packages), path.join(folder, packages));
  }
  // These files are the newcomer's, who writes them once.
  rmSync(path.join(folder, 'tests/newcomer'), { recursive: true });
  const began = Date.now();
  const at = (file: string) => path.join(folder, file);
  return {
    folder,
    at,
    edit: (file, change) => writeFileSync(at(file), change(readFileSync(at(file), 'utf8'))),
    run(what, command, args, cwd = '.', env = {}) {
      return new Promise((resolve, reject) => {
        const child = spawn(command, args, { cwd: path.join(folder, cwd), env: { ...process.env, ...env } });
        let printed = '';
        for (const stream of [child.stdout, child.stderr])
          stream.on('data', (part) => {
            printed += part;
          });
        child.on('error', reject);
        child.on('close', (code) => {
          process.stdout.write(
            `[${Math.round((Date.now() - began) / 1000)} s] ${what}: ${code === 0 ? 'done' : 'failed'}\n`,
          );
          if (code === 0) resolve(printed);
          else reject(Object.assign(new Error(`${what} failed:\n${printed.slice(-6000)}`), { printed }));
        });
      });
    },
    touched() {
      const before = new Set(filesOf(root));
      return filesOf(folder).filter(
        (file) =>
          !before.has(file) || !readFileSync(path.join(root, file)).equals(readFileSync(path.join(folder, file))),
      );
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** Makes what is made of the tables, and looks at the types. */
export async function prepareExtension(copy: Copy): Promise<void> {
  for (const tool of globSync('tools/generate-*.ts', { cwd: copy.at('extension') }).sort())
    await copy.run(`extension: ${path.basename(tool, '.ts')}`, 'node', [tool], 'extension');
  await copy.run('extension: prepare', 'wxt', ['prepare'], 'extension');
  await copy.run('extension: types', 'tsc', [], 'extension');
}

/** Both to their end, so that the copy is removed under neither; throws what the first of them threw. */
export async function bothHalves(...halves: readonly Promise<void>[]): Promise<void> {
  const ended = await Promise.allSettled(halves);
  for (const half of ended) if (half.status === 'rejected') process.stdout.write(`${half.reason}\n`);
  assert.ok(
    ended.every((half) => half.status === 'fulfilled'),
    'every step is green',
  );
}

/** The paths that a section of CONTRIBUTING.md names in its numbered steps: those in code that hold a slash or an ending. */
function pathsInChecklist(heading: string): string[] {
  const text = readFileSync(path.join(root, 'CONTRIBUTING.md'), 'utf8');
  const section = text.split(/^## /m).find((part) => part.startsWith(`${heading}\n`));
  if (section === undefined) throw new Error(`CONTRIBUTING.md has no "## ${heading}"`);
  const steps = section.split('\n').filter((line) => /^\d+\. /.test(line));
  return steps.flatMap((step) =>
    [...step.matchAll(/`([\w./<>*-]+\/[\w./<>*-]*|[\w-]+\.md)`/g)].map(([, found]) => found as string),
  );
}

/**
 * Prints what was written and what was made; throws where CONTRIBUTING.md names a file that is not needed, or does not name
 * one that is.
 * @param fill puts the newcomer's name into a path of the checklist
 */
export function judgeChecklist(
  heading: string,
  fill: (place: string) => string,
  { written, made }: { written: readonly string[]; made: readonly string[] },
): void {
  const asked = pathsInChecklist(heading).map(fill);
  const isOf = (place: string, file: string) =>
    new RegExp(`^${place.replace(/[.]/g, '\\.').replaceAll('*', '[^/]+')}${place.endsWith('/') ? '' : '$'}`).test(file);
  process.stdout.write(`written by hand:\n${written.map((file) => `  ${file}\n`).join('')}`);
  process.stdout.write(`made of it:\n${made.map((file) => `  ${file}\n`).join('')}`);
  const touched = [...written, ...made];
  const unasked = touched.filter((file) => !asked.some((place) => isOf(place, file)));
  assert.deepEqual(unasked, [], 'CONTRIBUTING.md names every file');
  const idle = asked.filter((place) => !touched.some((file) => isOf(place, file)));
  assert.deepEqual(idle, [], 'CONTRIBUTING.md names no file that is not needed');
}
