/**
 * A platform is its folder and its row: its name and its domains stand in no other code of the extension or the core.
 * Comments may speak of platforms; every place where code names one is listed here with its reason.
 */
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Site } from '../../../extension/platforms/site.ts';

export const root = path.join(import.meta.dirname, '../../..');

/** Names that are words, too: they count where they are the whole of a quoted text, or an enumerator. */
const WORDS: ReadonlySet<string> = new Set(['x', 'threads', 'kick']);

/** No platform's name: any other page. */
const ANY_OTHER = 'generic';

/** Where code may name platforms: a path below the root, or a folder with a slash at its end → why. */
export const allowed: ReadonlyMap<string, string> = new Map([
  ['extension/platforms/instagram/media.ts', "an ad is told by its link to a sister platform's ads"],
  ['extension/engine/rehearsal.ts', 'the invented account that the core is rehearsed with is one of some platform'],
  ['extension/surfaces/sample-profile.ts', 'the invented account of the first page is one of some platform'],
  ['extension/vetting/database.ts', 'records of the first version, which had no hosts, are read once more'],
  ['extension/vitest.config.ts', 'threads are what the tests run in'],
]);

export interface Named {
  /** Path below the root. */
  file: string;
  line: number;
  /** The name or domain that stands there. */
  name: string;
  text: string;
}

/** The domains of each platform, by its name in platforms.tsv. */
async function platformsOf(tree: string): Promise<Map<string, string[]>> {
  const [, ...rows] = readFileSync(path.join(tree, 'wasm/data/platforms.tsv'), 'utf8').trimEnd().split('\n');
  const domains = new Map<string, string[]>();
  for (const row of rows) {
    const name = row.split('\t', 1)[0] as string;
    const { site } = (await import(path.join(tree, `extension/platforms/${name}/site.ts`))) as { site: Site };
    if (name !== ANY_OTHER) domains.set(name, [...new Set(site.hosts.flatMap((hosts) => hosts.domains.split(' ')))]);
  }
  return domains;
}

/** The text with blanks for its comments; what stands in quotes stays. */
export function withoutComments(text: string): string {
  return text.replace(
    /("(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|`(?:\\.|[^`\\])*`)|(?<![:\\])\/\/.*|\/\*[\s\S]*?\*\//g,
    (all, quoted: string | undefined) => quoted ?? all.replace(/[^\n]/g, ' '),
  );
}

function patternOf(name: string, domains: readonly string[]): RegExp {
  const parts = WORDS.has(name) ? [`(?<=['"\`])${name}(?=['"\`])`, `(?<=Platform::)${name}\\b`] : [name];
  // A dot may stand escaped, in an expression.
  const dotted = domains.map((domain) => `(?<![\\w-])${domain.replaceAll('.', '\\\\?\\.')}(?![\\w-])`);
  return new RegExp([...parts, ...dotted].join('|'), 'gi');
}

/** Everywhere that code of a tree names a platform outside its folder and the places that may. */
export async function namedPlatforms(tree: string): Promise<{ files: number; named: Named[] }> {
  const patterns = [...(await platformsOf(tree))].map(([name, domains]) => [name, patternOf(name, domains)] as const);
  const files = globSync(['extension/**/*.{ts,tsx,css,html}', 'wasm/**/*.{cpp,hpp,cmake}', 'CMakeLists.txt', 'dev'], {
    cwd: tree,
    exclude: (name) => /^(node_modules|\.output|\.wxt|\.generated)$/.test(path.basename(String(name))),
  }).sort();
  const named = files.flatMap((file) => {
    const own = /^extension\/platforms\/(\w+)\//.exec(file)?.[1];
    const foreign = patterns.filter(([name]) => name !== own);
    return withoutComments(readFileSync(path.join(tree, file), 'utf8'))
      .split('\n')
      .flatMap((text, index) =>
        foreign.flatMap(([, pattern]) =>
          [...text.matchAll(pattern)].map(([name]) => ({ file, line: index + 1, name, text: text.trim() })),
        ),
      );
  });
  return { files: files.length, named };
}

/** What is found, parted by whether its place may name a platform; places of the list that name none any more. */
export async function checkPlatformNames(tree: string) {
  const { files, named } = await namedPlatforms(tree);
  const placeOf = (file: string) =>
    [...allowed.keys()].find((place) => file === place || (place.endsWith('/') && file.startsWith(place)));
  const wrong = named.filter(({ file }) => placeOf(file) === undefined);
  const unused = [...allowed.keys()].filter((place) => !named.some(({ file }) => placeOf(file) === place));
  return { files, wrong, unused };
}
