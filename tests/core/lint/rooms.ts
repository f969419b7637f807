/**
 * Every include of wasm/ points down: to the file's own room or to one on a lower floor of wasm/rooms.json, and files
 * include each other in no circle. Own code, for no tool that Debian or npm has knows rooms of C++ files: clang-tidy sees
 * circles of headers only, include-what-you-use no order.
 */
import { existsSync, globSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** Rooms (folders below wasm/, their sub-folders left out) from the top down; those on one floor include neither each other nor anything above. */
export type Floors = readonly (readonly string[])[];

export const wasm = path.join(import.meta.dirname, '../../../wasm');
export const floors = JSON.parse(readFileSync(path.join(wasm, 'rooms.json'), 'utf8')) as Floors;

export interface Wrong {
  /** Path below wasm/. */
  file: string;
  /** One sentence. */
  message: string;
}

export interface Checked {
  /** Files that were looked at. */
  files: number;
  wrong: Wrong[];
}

/** The headers that a file includes by quotes, as written. */
const includesOf = (text: string) =>
  [...text.matchAll(/^[ \t]*#[ \t]*include[ \t]*"([^"]+)"/gm)].map((found) => found[1]!);

/**
 * Headers that the build makes: a table of data/ (`data/NAME.hpp`), an enumeration of its rows (the same name with _enum)
 * and, for the command line, the contract.
 */
function isGenerated(folder: string, file: string, header: string): boolean {
  const table = /^data\/(\w+?)(?:_enum)?\.hpp$/.exec(header)?.[1];
  if (table) return existsSync(path.join(folder, 'data', `${table}.tsv`));
  const schema = /^(\w+)_schema\.hpp$/.exec(header)?.[1];
  return (
    schema !== undefined && file.startsWith('cli/') && existsSync(path.join(folder, 'schema', `${schema}.schema.json`))
  );
}

/** The file that an include means, below wasm/: beside the file, else from core/, which is the compiler's include path. */
function resolve(folder: string, file: string, header: string): string | undefined {
  const places = [path.join(path.dirname(file), header), path.join('core', header)];
  return places.find((place) => existsSync(path.join(folder, place)));
}

/** The circles, each once, as the files passed through. */
function circlesOf(graph: ReadonlyMap<string, readonly string[]>): string[][] {
  const circles: string[][] = [];
  const done = new Set<string>();
  const way: string[] = [];
  const visit = (file: string) => {
    if (way.includes(file)) circles.push([...way.slice(way.indexOf(file)), file]);
    if (done.has(file)) return;
    done.add(file);
    way.push(file);
    for (const next of graph.get(file) ?? []) visit(next);
    way.pop();
  };
  for (const file of graph.keys()) visit(file);
  return circles;
}

/** Looks at all C++ files below a folder like wasm/. */
export function checkRooms(folder: string, rooms: Floors = floors): Checked {
  const files = globSync('**/*.{cpp,hpp,h}', { cwd: folder }).sort();
  const floorOf = (file: string) => rooms.findIndex((floor) => floor.includes(path.dirname(file)));
  const graph = new Map<string, string[]>();
  const wrong: Wrong[] = [];
  for (const file of files) {
    if (floorOf(file) < 0) wrong.push({ file, message: `${path.dirname(file)}/ stands in no floor of rooms.json.` });
    const targets: string[] = [];
    for (const header of includesOf(readFileSync(path.join(folder, file), 'utf8'))) {
      if (isGenerated(folder, file, header)) continue;
      const target = resolve(folder, file, header);
      if (target === undefined) {
        wrong.push({ file, message: `"${header}" is no file here; headers of others are included by <…>.` });
        continue;
      }
      targets.push(target);
      const [from, to] = [floorOf(file), floorOf(target)];
      if (path.dirname(target) !== path.dirname(file) && to <= from) {
        wrong.push({ file, message: `includes "${header}", which stands above or beside its room (rooms.json).` });
      }
    }
    graph.set(file, targets);
  }
  for (const circle of circlesOf(graph)) wrong.push({ file: circle[0]!, message: `a circle: ${circle.join(' → ')}` });
  return { files: files.length, wrong };
}

/** The rooms of core/ in the order in which a README's table names them: its rows' first cells, '`name/`', and '`score.*`' for core/ itself. */
export function roomsOfTable(readme: string): string[] {
  return [...readme.matchAll(/^\| `(?:(\w+)\/|score\.\*)` \|/gm)].map((row) => (row[1] ? `core/${row[1]}` : 'core'));
}
