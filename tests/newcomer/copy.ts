/** A copy of the tree for a newcomer's try: what is made or installed stays out, node's packages are linked. */
import { spawn } from 'node:child_process';
import { cpSync, globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

export const root = path.join(import.meta.dirname, '../..');
const MADE = /^(?:\.git|build|out|node_modules|\.output|\.wxt|\.generated|web-ext-artifacts)$/;

export interface Copy {
  folder: string;
  /** Runs a command there; rejects with what it printed where it fails. @param cwd below the copy */
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
  const began = Date.now();
  return {
    folder,
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
          else reject(new Error(`${what} failed:\n${printed.slice(-6000)}`));
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

/** The paths that a section of CONTRIBUTING.md names in its numbered steps: those in code that hold a slash or an ending. */
export function pathsInChecklist(heading: string): string[] {
  const text = readFileSync(path.join(root, 'CONTRIBUTING.md'), 'utf8');
  const section = text.split(/^## /m).find((part) => part.startsWith(`${heading}\n`));
  if (section === undefined) throw new Error(`CONTRIBUTING.md has no "## ${heading}"`);
  const steps = section.split('\n').filter((line) => /^\d+\. /.test(line));
  return steps.flatMap((step) =>
    [...step.matchAll(/`([\w./<>*-]+\/[\w./<>*-]*|[\w-]+\.md)`/g)].map(([, found]) => found as string),
  );
}
