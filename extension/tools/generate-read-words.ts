/**
 * What the readers ask pages for: extension/.generated/read-words.ts. Taken from the readers' own sources, so that a file
 * about a page may hold what they look at, and nothing else: keys of JSON, names of elements and attributes, values that
 * they compare with, and the words of their patterns.
 */
import { globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { parseSync, Visitor } from 'vite';

const root = new URL('../', import.meta.url);
const target = new URL('.generated/', root);

interface Words {
  /** Keys, names and values, as they stand in quotes. */
  said: Set<string>;
  /** Patterns that match a few words and nothing else: a text may hold what they match. */
  matched: Set<string>;
}

/** What a quoted text or a pattern names: itself, and the parts that selectors and addresses are made of. */
function namesIn(text: string): string[] {
  const parts = text.split(/[^\w$@:.#-]+/).flatMap((part) => [part, ...part.split(/[.#:]+/)]);
  return [text, ...parts].filter((name) => /^[@$\w.:#-]+$/.test(name) && name.length <= 80);
}

/** A pattern's text without what is no text in it. */
function plainPattern(pattern: string): string {
  return pattern
    .replace(/\\[bBdDsSwW]|\\[pP]\{[^}]*\}|\\u\{?[0-9a-fA-F]{2,6}\}?|\(\?<?[:=!]/g, ' ')
    .replace(/\\(.)/g, '$1')
    .replace(/[()[\]{}|^*+?]/g, ' ');
}

/** A pattern whose every match stands written in it: it has letters, and nothing that stands for other characters. */
function isOfWords(pattern: string): boolean {
  const written = pattern.replace(/\(\?:|\[[\p{L}\p{M}!！ ]+\]|\\[./-]/gu, '').replace(/^\^|\$$/g, '');
  return (
    /[\p{L}\p{M}]{3}|[^\x00-\x7f]|\p{L}{2} @/u.test(written) && /^[\p{L}\p{M}\p{N} _#@|)(?'’"!！-]+$/u.test(written)
  );
}

function look(file: string, { said, matched }: Words): void {
  const { program, errors } = parseSync(file, readFileSync(new URL(file, root), 'utf8'));
  if (errors.length > 0) throw new Error(`${file}: ${errors[0]?.message}`);
  const imported = new Set<unknown>();
  const add = (text: string) => {
    for (const name of namesIn(text)) said.add(name);
  };
  new Visitor({
    ImportDeclaration: ({ source }) => void imported.add(source),
    Literal(node) {
      if (imported.has(node)) return;
      if ('regex' in node) {
        const text = plainPattern(node.regex.pattern);
        add(text);
        if (isOfWords(node.regex.pattern)) matched.add(node.regex.pattern);
      } else if (typeof node.value === 'string') add(node.value);
    },
    TemplateElement: ({ value }) => add(value.cooked ?? ''),
    // `const { badges } = node` asks for a key, too.
    ObjectPattern({ properties }) {
      for (const part of properties)
        if (part.type === 'Property' && part.key.type === 'Identifier') said.add(part.key.name);
    },
  }).visit(program);
}

function wordsOf(files: readonly string[]): Words {
  const words: Words = { said: new Set(), matched: new Set() };
  for (const file of files) look(file, words);
  return words;
}

const separated = (patterns: ReadonlySet<string>) => JSON.stringify([...patterns].sort());
const listed = (words: ReadonlySet<string>) =>
  JSON.stringify(
    [...words]
      .filter((word) => /[\p{L}\p{N}]/u.test(word))
      .sort()
      .join(' '),
  );
const filesOf = (pattern: string, wanted: (name: string) => boolean) =>
  globSync(pattern, { cwd: root }).filter((file) => wanted(file.split(/[\\/]/).at(-1) as string));
/** Where pages are stands in files of their own: their words are parts of addresses, and no keys. */
const isOfAddresses = (name: string) => name === 'address.ts' || name === 'site.ts';

// Tables of words in all languages name no keys.
const shared = wordsOf(
  filesOf('reading/*.ts', (name) => !['number-words.ts', 'age-forms.ts', 'counted.ts'].includes(name)),
);
const names = globSync('platforms/*/site.ts', { cwd: root })
  .map((file) => file.split(/[\\/]/)[1] as string)
  .sort();
const row = (name: string, { said, matched }: Words, paths: ReadonlySet<string>) =>
  `  ${JSON.stringify(name)}: [\n    ${listed(said)},\n    ${separated(matched)},\n    ${listed(paths)},\n  ],\n`;
const rows = names.map((name) =>
  row(
    name,
    wordsOf(filesOf(`platforms/${name}/*.ts`, (file) => !isOfAddresses(file))),
    wordsOf(filesOf(`platforms/${name}/*.ts`, isOfAddresses)).said,
  ),
);
/** Words that the core looks for in what people write, of any language. */
const core = new Set(
  ['comment_lexicon.tsv', 'giveaway_cues.tsv'].flatMap((file) => {
    const [, ...lines] = readFileSync(new URL(`../wasm/data/${file}`, root), 'utf8')
      .trimEnd()
      .split('\n');
    return lines.flatMap(
      (line) =>
        line
          .split('\t')
          .at(-1)
          ?.toLowerCase()
          .match(/[\p{L}\p{M}\p{N}]+/gu) ?? [],
    );
  }),
);
mkdirSync(target, { recursive: true });
writeFileSync(
  new URL('read-words.ts', target),
  `// Generated from the readers by extension/tools/generate-read-words.ts: do not edit.
/**
 * By platform, and of all under '': what stands in quotes in the readers, by blanks; patterns of theirs that match a
 * few words; the parts of the platform's addresses, by blanks.
 */
export const readWords: Readonly<Record<string, readonly [said: string, matched: readonly string[], paths: string]>> = {
${row('', shared, new Set())}${rows.join('')}};

/** Words that the core looks for in what people write, in lower case, by blanks. */
export const coreWords = ${listed(core)};
`,
);
