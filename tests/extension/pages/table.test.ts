/**
 * The table of what is read on each platform (tests/pages/README.md) is made from the hand-written pages themselves.
 * After a new reader or page: `PLUMB_WRITE_TABLE=1 vitest run table`.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { shows } from '../../../extension/.generated/platforms/shows';
import type { Snapshot } from '../../../extension/.generated/snapshot';
import { platforms } from '../../../extension/platforms/registry';
import type { Responses, Shows, Site } from '../../../extension/platforms/site';
import { snapshotOf } from './capture';
import { type Expectation, pageOf } from './expectation';

const pages = new URL('../../pages/', import.meta.url);
const readme = new URL('README.md', pages);
/** The project's README holds the table alone, between two marks. */
const front = new URL('../../../README.md', import.meta.url);
const MARKS = ['<!-- what is read: made by tests/extension/pages/table.test.ts -->\n', '<!-- end -->'] as const;

/** What a field's cell asks of a snapshot. */
const FIELDS: [string, (snapshot: Snapshot) => boolean][] = [
  ['header', ({ profile }) => profile.followers !== undefined || profile.likesTotal !== undefined],
  ['posts', ({ posts }) => (posts?.length ?? 0) > 0],
  ['likes', ({ posts }) => posts?.some((post) => post.likes !== undefined) ?? false],
  ['comments', ({ posts }) => posts?.some((post) => post.comments !== undefined) ?? false],
  ['views', ({ posts }) => posts?.some((post) => post.views !== undefined) ?? false],
  ['shares', ({ posts }) => posts?.some((post) => post.shares !== undefined) ?? false],
  ['times', ({ posts }) => posts?.some((post) => post.at !== undefined) ?? false],
  ['pinned', ({ posts }) => posts?.some((post) => post.pinned === true) ?? false],
  ['sponsored', ({ posts }) => posts?.some((post) => post.sponsored === true) ?? false],
  ['comment text', ({ comments }) => comments?.some((comment) => comment.text !== undefined) ?? false],
  ['comment authors', ({ comments }) => comments?.some((comment) => comment.author !== undefined) ?? false],
  ['follower sample', ({ people }) => people?.some((person) => person.relation === 'follower') ?? false],
  ['age', ({ profile }) => profile.createdAt !== undefined],
];

/** Fields of a snapshot that stand for a cell: where a platform never shows them, its cell is empty, not "not read". */
const SHOWN_AS: Readonly<Record<string, string>> = {
  likes: 'posts[].likes',
  comments: 'posts[].comments',
  views: 'posts[].views',
  shares: 'posts[].shares',
  pinned: 'posts[].pinned',
  sponsored: 'posts[].sponsored',
  'comment text': 'comments',
  'comment authors': 'comments',
  'follower sample': 'people',
  age: 'profile.createdAt',
};
const ofPlatform: Readonly<Partial<Record<string, Shows>>> = shows;

/** Where each platform is read: made from its site.ts; hosts.test.ts tries each of these hosts. */
function hostRows(): string[] {
  const before: Record<Site['access'], string> = {
    install: 'install',
    permission: 'a click, lasts',
    click: 'a click, once; where asked, one host, lasts',
  };
  return platforms.map(({ site }) => {
    const hosts = site.hosts.map(({ names, domains }) => {
      const [first, ...more] = domains.split(' ');
      const before = names.replace(/^@ ?/, '');
      return `${names.startsWith('@') ? `${first}, ` : ''}${before
        .split(' ')
        .map((name) => `${name}.`)
        .join(' ')}${first}${more.length ? ` and the same of ${more.join(', ')}` : ''}`;
    });
    return `| ${site.platform} | ${before[site.access]} | ${hosts.length ? hosts.join('; ') : 'any'} |`;
  });
}

/**
 * Which tabs list an account's posts, and which answers are heard: answers.test.ts shows that each of these is read,
 * changed.test.ts that posts which are not found on these tabs are told.
 */
async function heardRows(): Promise<string[]> {
  return Promise.all(
    platforms.map(async ({ site: { platform } }) => {
      const { responses } = (await import(`../../../extension/platforms/${platform}/site.ts`)) as {
        responses?: Responses;
      };
      const tabs = ofPlatform[platform]?.lists?.map((tab) => (tab === '' ? 'the profile itself' : `\`${tab}\``)) ?? [];
      const paths = [...new Set(responses?.paths.map((path) => path.replace(/\/[1-9]$/, '/(number)')) ?? [])];
      const heard = paths.map((path) => `\`${path}\``).join(' ') || 'none: the document alone';
      return `| ${platform} | ${tabs.join(', ') || '–'} | ${heard} |`;
    }),
  );
}

/** The rows of the table, and which page backs each cell. */
function cells(): { rows: string[]; proofs: string[] } {
  const rows: string[] = [];
  const proofs: string[] = [];
  for (const { site } of platforms) {
    const name = site.platform;
    const folder = new URL(`${name}/`, pages);
    const backing = new Map<string, string>();
    for (const file of readdirSync(folder)
      .filter((entry) => entry.endsWith('.json'))
      .sort()) {
      const wanted: Expectation = JSON.parse(readFileSync(new URL(file, folder), 'utf8'));
      const result = snapshotOf(pageOf(wanted));
      if (!('snapshot' in result)) continue;
      for (const [field, has] of FIELDS)
        if (!backing.has(field) && has(result.snapshot)) backing.set(field, file.replace(/\.json$/, ''));
    }
    const row = FIELDS.map(([field]) =>
      backing.has(field) ? 'read' : ofPlatform[name]?.never?.includes(SHOWN_AS[field] ?? '') ? '–' : 'not read',
    );
    rows.push(`| ${name} | ${row.join(' | ')} |`);
    proofs.push(
      `- **${name}**: ${FIELDS.filter(([field]) => backing.has(field))
        .map(([field]) => `${field} \`${backing.get(field)}\``)
        .join(', ')}`,
    );
  }
  return { rows, proofs };
}

function table(rows: string[]): string[] {
  return [
    `| platform | ${FIELDS.map(([field]) => field).join(' | ')} |`,
    `|---|${FIELDS.map(() => '---').join('|')}|`,
    ...rows,
  ];
}

function page({ rows, proofs }: ReturnType<typeof cells>, heard: readonly string[]): string {
  return [
    '# Pages',
    '',
    "Hand-written pages of invented accounts in the platforms' own shapes: one for each shape and each trap. A file says",
    'its trap, the address, what the page holds (`document`, `responses`) and what must be read (`expect`; `null`: must be',
    'absent). `expectations/` holds the same for real captures, which lie beside the project and are not part of it. `reported/` holds',
    'recorded shapes (HAR, invented names and numbers) of pages that were read wrong once, with the values that must be read.',
    '',
    '## What is read',
    '',
    '“–”: the platform does not show it. “not read”: it may be shown, but no reader takes it yet. Every “read” is backed by the page',
    'named below. This part is made by `tests/extension/pages/table.test.ts`.',
    '',
    ...table(rows),
    '',
    ...proofs,
    '',
    '## Where it is read',
    '',
    'Made from the `site.ts` of each platform; `tests/extension/platforms/hosts.test.ts` tries every one of these hosts.',
    '',
    '| platform | allowed by | hosts |',
    '|---|---|---|',
    ...hostRows(),
    '',
    '## What is heard, and where posts are listed',
    '',
    'Made from the `site.ts` of each platform. `answers.test.ts` shows that each of these answers is read; `changed.test.ts` that the',
    'card tells where a tab that lists posts has a header and none are found.',
    '',
    '| platform | tabs that list posts | answers, by a part of their path |',
    '|---|---|---|',
    ...heard,
    '',
  ].join('\n');
}

/** The project's README with this table between its marks. */
function withTable(text: string, rows: string[]): string {
  const from = text.indexOf(MARKS[0]) + MARKS[0].length;
  const to = text.indexOf(MARKS[1], from);
  expect(from, 'the first mark').toBeGreaterThan(MARKS[0].length);
  expect(to, 'the second mark').toBeGreaterThanOrEqual(from);
  return `${text.slice(0, from)}${table(rows).join('\n')}\n${text.slice(to)}`;
}

test('the tables in README.md and tests/pages/README.md are what the pages show', async () => {
  const made = cells();
  const wanted = new Map([
    [readme, page(made, await heardRows())],
    [front, withTable(readFileSync(front, 'utf8'), made.rows)],
  ]);
  for (const [file, text] of wanted) {
    if (process.env.PLUMB_WRITE_TABLE) writeFileSync(file, text);
    expect(readFileSync(file, 'utf8')).toBe(text);
  }
});

test('the core sends nobody for what a platform never shows at a post', () => {
  const [header, ...rows] = readFileSync(new URL('../../../wasm/data/platforms.tsv', import.meta.url), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => line.split('\t'));
  expect(rows.length).toBeGreaterThan(10);
  for (const row of rows)
    for (const field of ['likes', 'views'])
      if (ofPlatform[row[0] ?? '']?.never?.includes(`posts[].${field}`))
        expect([row[0], field, row[header?.indexOf(field) ?? -1]]).toEqual([row[0], field, 'no']);
});
